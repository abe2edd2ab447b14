/**
 * How the screen describes a member of the profile: what it is called, what kind of answer
 * it takes, and whether it is one of the usual ones. `sections.ts` describes all of them.
 */
import { labels as en } from "../i18n/en/profile.labels";
import { labels as zh } from "../i18n/zh-Hans/profile.labels";
import type { choices } from "../i18n/en/profile.choices";
import type { Locale } from "../i18n/index.svelte";

/** A closed list of answers. */
export type ChoiceList = keyof typeof choices;

/** What kind of answer a member takes. */
export type Kind =
  | "text" // one line, the same in every language
  | "both" // one line in English and one in Chinese
  | "longBoth" // several lines in English and in Chinese
  | "statement" // a text in both languages, with a shorter form
  | "name" // a person's name
  | "date"
  | "number"
  | "phone"
  | "email"
  | "url"
  | "choice" // one of a closed list
  | "listed" // one of a list, or words of the candidate's own
  | "flag" // yes or no
  | "answer" // yes or no, or words in both languages
  | "photo"
  | "lines" // a list of words, the same in every language
  | "words" // a list of words in both languages
  | "group" // several members that belong together
  | "entries"; // a list of things that each have members

/** What a list of entries shows of each, and how it asks for another. */
export interface EntryLook {
  /** What tells an entry apart: pointers from the entry, the first that says something. */
  title: readonly string[];
  /** What stands under it. */
  text: readonly string[];
  /** When it began and ended. */
  span?: readonly [start: string, end?: string];
}

export interface Member {
  /** Where, from what it belongs to: `/name`, `/basics/name`. */
  at: string;
  label: LabelKey;
  kind: Kind;
  /** Hardly anybody needs it: shown on demand. */
  isRare?: boolean;
  /** Takes the whole width. */
  isWide?: boolean;
  list?: ChoiceList;
  members?: readonly Member[];
  look?: EntryLook;
  /** What shows how it is written. */
  example?: string;
  /** Other words that people look for. */
  also?: string;
}

type Labels = typeof en;

/** `education.major`: a label. */
export type LabelKey = { [S in keyof Labels & string]: `${S}.${keyof Labels[S] & string}` }[keyof Labels & string];

const all: Record<Locale, Record<string, Record<string, string>>> = { en, "zh-Hans": zh };

/** What a member is called. */
export function label(member: Pick<Member, "label">, locale: Locale): string {
  const [shape = "", name = ""] = member.label.split(".");
  return all[locale][shape]?.[name] ?? member.label;
}

type More = Partial<Omit<Member, "at" | "label" | "kind">>;

/** Describes members of a kind of thing; `path` is where the thing itself stands. */
export function of<S extends keyof Labels & string>(shape: S, path = "") {
  type Name = keyof Labels[S] & string;
  const make = (kind: Kind, name: Name, more?: More): Member => ({
    at: `${path}/${name}`,
    label: `${shape}.${name}` as LabelKey,
    kind,
    ...more,
  });
  const plain =
    (kind: Kind, always?: More) =>
    (name: Name, more?: More): Member =>
      make(kind, name, { ...always, ...more });
  const chosen =
    (kind: "choice" | "listed") =>
    (name: Name, list: ChoiceList, more?: More): Member =>
      make(kind, name, { list, ...more });
  return {
    text: plain("text"),
    both: plain("both", { isWide: true }),
    longBoth: plain("longBoth", { isWide: true }),
    statement: plain("statement", { isWide: true }),
    name: plain("name", { isWide: true }),
    date: plain("date"),
    number: plain("number"),
    phone: plain("phone"),
    email: plain("email"),
    url: plain("url"),
    flag: plain("flag"),
    answer: plain("answer", { isWide: true }),
    photo: plain("photo", { isWide: true }),
    lines: plain("lines", { isWide: true }),
    words: plain("words", { isWide: true }),
    choice: chosen("choice"),
    listed: chosen("listed"),
    group: (name: Name, members: readonly Member[], more?: More): Member =>
      make("group", name, { members, isWide: true, ...more }),
    entries: (name: Name, members: readonly Member[], look: EntryLook, more?: More): Member =>
      make("entries", name, { members, look, isWide: true, ...more }),
  };
}

/** Marks members as those that hardly anybody needs. */
export function rare(...members: readonly Member[]): Member[] {
  return members.map((member) => ({ ...member, isRare: true }));
}
