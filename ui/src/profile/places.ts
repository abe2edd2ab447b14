/** Every member with its place on the screen, and the way from a pointer to it. */
import type { Locale } from "../i18n/index.svelte";
import { label, type LabelKey, type Member } from "./member";
import { isWithin, names, pattern } from "./pointer";
import { SECTIONS, type Section } from "./sections";

export interface Place {
  /** The member's pointer, with `*` for any entry of a list. */
  pattern: string;
  member: Member;
  section: Section;
  /** What it stands in, from the outside: groups and lists. */
  inside: readonly Member[];
  /** Whether it, or something it stands in, is shown on demand alone. */
  isRare: boolean;
}

function walk(section: Section, members: readonly Member[], path: string, inside: readonly Member[]): Place[] {
  return members.flatMap((member) => {
    const here = `${path}${member.at}`;
    const place: Place = {
      pattern: here,
      member,
      section,
      inside,
      isRare: member.isRare === true || inside.some((it) => it.isRare),
    };
    const within = member.kind === "entries" ? `${here}/*` : here;
    return [place, ...walk(section, member.members ?? [], within, [...inside, member])];
  });
}

/** Every place, in the order of the screen. */
export const PLACES: readonly Place[] = SECTIONS.flatMap((section) => walk(section, section.members, "", []));

const byPattern = new Map(PLACES.map((place) => [place.pattern, place]));

/** Where a pointer is shown; parts of a member (`/basics/name/en`) are shown with it. */
export function placeOf(pointer: string): Place | null {
  let wanted = pattern(pointer);
  while (wanted !== "") {
    const found = byPattern.get(wanted) ?? byPattern.get(wanted.replace(/\/\*$/, ""));
    if (found !== undefined) return found;
    wanted = wanted.slice(0, wanted.lastIndexOf("/"));
  }
  return null;
}

/** The lists on the way to a pointer, from the outside: `/education/2/courses/0` → `/education`, `/education/2/courses`. */
export function listsTo(pointer: string): { list: string; place: number }[] {
  const found: { list: string; place: number }[] = [];
  let path = "";
  for (const name of names(pointer)) {
    if (/^(\d+|-)$/.test(name)) found.push({ list: path, place: name === "-" ? Number.MAX_SAFE_INTEGER : Number(name) });
    path += `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  }
  return found;
}

/** What a pointer is called, with what it stands in: `Education 2 › Advisor › Name`. */
export function trail(pointer: string, locale: Locale): string {
  const place = placeOf(pointer);
  if (place === null) return pointer;
  const counts = listsTo(pointer).map((it) => it.place + 1);
  const parts = [...place.inside, place.member].map((member) => {
    const name = label(member, locale);
    const many = member.kind === "entries" && counts.length > 0 ? counts.shift() : undefined;
    return many === undefined || many > 999 ? name : `${name} ${many}`;
  });
  return [...parts, ...partsOf(pointer, place, locale)].join(" › ");
}

/** What the parts within a member are called: family name, shorter form, a language. */
function partsOf(pointer: string, place: Place, locale: Locale): string[] {
  const within = names(pointer).slice(names(place.pattern).length);
  return within.flatMap((name) => {
    const key = PARTS[name];
    return key === undefined ? [] : [label({ label: key }, locale)];
  });
}

const PARTS: Record<string, LabelKey> = {
  family: "name.family",
  given: "name.given",
  middle: "name.middle",
  pinyin: "name.pinyin",
  short: "statement.short",
  en: "tongue.en",
  zh: "tongue.zh",
};

/** The section a pointer is shown in. */
export function sectionOf(pointer: string): Section | null {
  return placeOf(pointer)?.section ?? null;
}

/** Whether a pointer is shown in a section. */
export function isIn(pointer: string, section: Section): boolean {
  return section.members.some((member) => isWithin(pattern(pointer), member.at)) && sectionOf(pointer) === section;
}
