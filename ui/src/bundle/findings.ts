/**
 * What the preflight found, in the candidate's words: by the code of the finding, with
 * what it is about put in. A code that has no words here is told in Rust's English.
 */
import type { FindingView } from "../backend/wire/FindingView";
import { day, tMaybe } from "../i18n/index.svelte";
import { all, formatName, itemName } from "../documents/asked";
import { keyName } from "../profile/keyNames";

export interface Said {
  what: string;
  hint: string;
  /** They are Rust's words, in English. */
  isEnglish: boolean;
}

/** A day in the candidate's language; what is none stays as it is. */
function dayOf(value: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value;
}

/** Findings whose values are codes themselves, and what those are called. */
const NAMES: Record<string, (value: string, at: number) => string> = {
  letterIncomplete: keyName,
  materialMissing: itemName,
  heldBack: keyName,
  subjectIncomplete: keyName,
  deadlinePassed: dayOf,
  deadlineFirst: dayOf,
  formatNotAllowed: (value, at) => (at === 1 ? formatName(value.toLowerCase()) : value),
};

/** Findings that say with a last code which kind of it they are. */
const KINDS: ReadonlySet<string> = new Set(["cvUnreadable", "cvDoubtful", "filesRule", "tooShort", "tooLong", "durationUnknown", "materialMissing", "pdfDoubtful"]);

/** A finding in words. */
export function said(finding: FindingView): Said {
  const { code } = finding;
  const name = NAMES[code] ?? ((value: string) => value);
  const about = finding.about.map(name);
  const values: Record<string, string> = { all: all(about) };
  for (const [at, place] of ["first", "second", "third"].entries()) {
    const value = about[at];
    if (value !== undefined) values[place] = value;
  }
  const variants = variantsOf(finding);
  const what = pick(variants, "", values);
  const hint = pick(variants, ".hint", values);
  if (what === null || hint === null) {
    return { what: sentence(finding.what), hint: sentence(finding.hint), isEnglish: true };
  }
  return { what, hint, isEnglish: false };
}

/** The closest words first: for this kind of it, for one that says nothing more, for the code. */
function variantsOf({ code, about }: FindingView): string[] {
  const last = about.at(-1);
  return [
    ...(last !== undefined && KINDS.has(code) ? [`${code}.${last}`] : []),
    ...(about.length === 0 ? [`${code}.none`] : []),
    code,
  ];
}

function pick(variants: readonly string[], ending: string, values: Record<string, string>): string | null {
  for (const variant of variants) {
    const text = tMaybe(`pack.finding.${variant}${ending}`, values);
    if (text !== null && !/\{\w+\}/.test(text)) return text;
  }
  return null;
}

/** Rust's words begin small and have no full stop. */
function sentence(words: string): string {
  if (words === "") return "";
  const begun = words[0]?.toUpperCase() + words.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

/** What stops first; the order stays otherwise. */
export function ordered(findings: readonly FindingView[]): { stops: FindingView[]; warns: FindingView[] } {
  return { stops: findings.filter((it) => it.stops), warns: findings.filter((it) => !it.stops) };
}
