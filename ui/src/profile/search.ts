/** Finds a member by a word in either language: `passport`, `护照`. */
import { en } from "../i18n/en";
import { zhHans } from "../i18n/zh-Hans";
import { label, type Member } from "./member";
import { PLACES, type Place } from "./places";

interface Entry {
  place: Place;
  /** Its own names. */
  own: string[];
  /** Other words for it. */
  also: string;
  /** What it stands in. */
  around: string;
}

function both(member: Member): string[] {
  return [label(member, "en"), label(member, "zh-Hans")].map(fold);
}

function fold(words: string): string {
  return words.toLowerCase().normalize("NFKC").replaceAll(/[-\s·’'()（）,，、?？]+/g, " ").trim();
}

const ENTRIES: readonly Entry[] = PLACES.map((place) => {
  const section = `section.${place.section.id}` as const;
  return {
    place,
    own: both(place.member),
    also: fold(place.member.also ?? ""),
    around: [
      ...place.inside.flatMap(both),
      ...place.inside.map((it) => fold(it.also ?? "")),
      fold(en.profile[section]),
      fold(zhHans.profile[section]),
    ].join(" "),
  };
});

/** The members that a query may mean, the likeliest first. */
export function search(query: string, limit = 8): Place[] {
  const wanted = fold(query);
  if (wanted === "") return [];
  return ENTRIES.map((entry) => ({ entry, score: score(entry, wanted) }))
    .filter((it) => it.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map((it) => it.entry.place);
}

function score(entry: Entry, wanted: string): number {
  const usual = (entry.place.isRare ? 0 : 2) + (entry.place.inside.length === 0 ? 1 : 0);
  if (entry.own.some((name) => name === wanted)) return 100 + usual;
  if (entry.own.some((name) => name.startsWith(wanted))) return 80 + usual;
  if (entry.own.some((name) => startsWord(name, wanted))) return 60 + usual;
  if (startsWord(entry.also, wanted)) return 50 + usual;
  if (entry.own.some((name) => name.includes(wanted))) return 40 + usual;
  const words = wanted.split(" ");
  const all = [...entry.own, entry.also, entry.around].join(" ");
  const own = [...entry.own, entry.also].join(" ");
  // "advisor e-mail": some of it names the member, the rest what it stands in.
  const isAll = words.every((it) => startsWord(all, it));
  return words.length > 1 && isAll && words.some((it) => startsWord(own, it)) ? 30 + usual : 0;
}

function startsWord(words: string, wanted: string): boolean {
  return ` ${words}`.includes(` ${wanted}`) || (/[\u3400-\u9fff]/.test(wanted) && words.includes(wanted));
}
