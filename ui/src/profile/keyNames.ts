/** What the profile's keys (`contact.email`, `education.bachelor.major`) are called. */
import { labels as english } from "../i18n/en/profile.labels";
import { labels as chinese } from "../i18n/zh-Hans/profile.labels";
import { locale, tMaybe } from "../i18n/index.svelte";

/** The kinds of things that the first part of a key speaks of. */
const KINDS: Record<string, readonly string[]> = {
  contact: ["basics", "address"],
  id: ["identity", "basics"],
  advisor: ["person"],
  emergency: ["person", "relative"],
  references: ["person"],
  family: ["relative"],
  publications: ["publication"],
  projects: ["project"],
  awards: ["award"],
  skills: ["skill", "profile"],
  languages: ["languageSkill"],
  statement: ["statements"],
};

/** A key in the candidate's language; its own words where we have none. */
export function keyName(key: string): string {
  // A column of a list: `education[].institution`.
  const plain = key.replaceAll("[]", "");
  const own = tMaybe(`pack.key.${plain}`);
  if (own !== null) return own;
  const parts = plain.split(".");
  const [section = ""] = parts;
  const last = parts.at(-1) ?? plain;
  const name = labelOf([...(KINDS[section] ?? []), section, "basics", "address"], last) ?? spaced(last);
  const of = parts.slice(parts.length > 2 ? 1 : 0, -1).map((it) => tMaybe(`pack.of.${it}`));
  return [...of.filter((it) => it !== null), name].join(" · ");
}

function labelOf(kinds: readonly string[], name: string): string | null {
  const all: Record<string, Record<string, string>> = locale() === "en" ? english : chinese;
  for (const kind of kinds) {
    const of = all[kind];
    if (of !== undefined && Object.hasOwn(of, name)) return of[name] ?? null;
  }
  return null;
}

/** `highestLevel` → `Highest level`. */
function spaced(name: string): string {
  const words = name.replaceAll(/([A-Z])/g, " $1").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
