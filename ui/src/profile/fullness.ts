/** How full the sections are, and what the applications at hand still ask for. */
import type { Wanted } from "../backend/wire/Wanted";
import type { Member } from "./member";
import { at, entries, isBlank, type Facts } from "./pointer";
import { sectionOf } from "./places";
import type { Section } from "./sections";

export interface Fullness {
  /** Usual members that say something, of how many. */
  filled: number;
  of: number;
  /** Entries in the section's lists. */
  entries: number;
  /** Whether the section is lists in the first place. */
  isList: boolean;
}

/** The usual members that take an answer, those in groups too. */
function usual(members: readonly Member[], path = ""): string[] {
  return members
    .filter((member) => !member.isRare && member.kind !== "entries")
    .flatMap((member) =>
      member.kind === "group" ? usual(member.members ?? [], path + member.at) : [path + member.at],
    );
}

/** How full a section is. */
export function fullness(section: Section, facts: Facts): Fullness {
  const lists = section.members.filter((member) => member.kind === "entries" && !member.isRare);
  const places = usual(section.members);
  return {
    filled: places.filter((place) => !isBlank(at(facts, place))).length,
    of: places.length,
    entries: lists.reduce((sum, list) => sum + entries(facts, list.at).filter((it) => !isBlank(it)).length, 0),
    isList: lists.length > 0 && places.length === 0,
  };
}

/** What the applications ask for and the facts do not say. What was just typed counts. */
export function missing(wanted: readonly Wanted[], facts: Facts): Wanted[] {
  return wanted.filter((it) => !it.isThere && isBlank(at(facts, it.pointer)));
}

/** How much of what is missing belongs to a section. */
export function missingIn(section: Section, missing: readonly Wanted[]): number {
  return missing.filter((it) => sectionOf(it.pointer) === section).length;
}
