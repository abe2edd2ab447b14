/** A posting as it is looked over: which facts stand together, and what of them was changed. */
import type { PaperFormat } from "../backend/wire/PaperFormat";
import type { PostingDraft } from "../backend/wire/PostingDraft";
import type { PostingEdit } from "../backend/wire/PostingEdit";
import type { PostingFact } from "../backend/wire/PostingFact";
import { ROLES } from "../documents/roles";

/** The facts in groups, in the order in which they are shown. */
export const GROUPS = [
  { name: "what", facts: ["title", "organisation", "group", "location"] },
  { name: "how", facts: ["how_to_apply.email_to", "how_to_apply.email_cc", "how_to_apply.urls"] },
  {
    name: "when",
    facts: ["deadline.date", "deadline.time", "deadline.tz", "deadline.first"],
  },
  {
    name: "stay",
    facts: [
      "duration.min_months",
      "duration.max_months",
      "duration.min_weeks",
      "duration.max_weeks",
      "duration.exact_weeks",
    ],
  },
  { name: "say", facts: ["mention.subject", "mention.note_phrase", "mention.body"] },
  {
    name: "limits",
    facts: ["files.packing", "files.name_pattern", "files.max_total_mb", "cv.languages", "cv.max_pages"],
  },
] as const;

type GroupName = (typeof GROUPS)[number]["name"];

export type FactName = (typeof GROUPS)[number]["facts"][number];

/** What few postings say: out of sight unless this one does, or it is asked for. */
const RARE: readonly FactName[] = [
  "how_to_apply.email_cc",
  "deadline.time",
  "deadline.tz",
  "deadline.first",
  "duration.max_months",
  "duration.min_weeks",
  "duration.max_weeks",
  "duration.exact_weeks",
  "mention.note_phrase",
  "mention.body",
  "files.packing",
  "files.name_pattern",
  "files.max_total_mb",
  "cv.languages",
  "cv.max_pages",
];

/** Facts of which there are only so many: the backend's word for each, and ours. */
export const CHOICES = {
  "files.packing": [
    ["", "apart"],
    ["pdf", "onePdf"],
    ["zip", "oneZip"],
  ],
  "cv.languages": [
    ["", "anyLanguage"],
    ["en", "english"],
    ["zh", "chinese"],
    ["en, zh", "bothLanguages"],
  ],
} as const satisfies Partial<Record<FactName, readonly (readonly [string, string])[]>>;

export function isChoice(name: FactName): name is keyof typeof CHOICES {
  return name in CHOICES;
}

/** The formats that a paper may be asked for in; several are each as good. */
const FORMATS: readonly PaperFormat[][] = [[], ["pdf"], ["word"], ["pdf", "word"]];

/** What can be chosen for a paper's formats: what postings say, and what this one does. */
export function formatChoices(now: readonly PaperFormat[]): string[] {
  return [...new Set([...FORMATS, now].map((it) => it.join(" ")))];
}

/** The groups with what is to be looked over; `all`: with what the posting does not say, too. */
export function shownGroups(draft: PostingDraft | null, all: boolean): { name: GroupName; facts: FactName[] }[] {
  const isShown = (name: FactName) => {
    const fact = draft?.facts.find((it) => it.name === name);
    return all || !RARE.includes(name) || (fact !== undefined && (fact.text !== "" || fact.isAsked));
  };
  return GROUPS.map(({ name, facts }) => ({ name, facts: facts.filter(isShown) })).filter((it) => it.facts.length > 0);
}

/** What can be asked for. */
export const ITEMS = ["form", ...ROLES] as const;

export type Item = (typeof ITEMS)[number];

/** How much a thing is asked for. */
export type Wanted = "no" | "optional" | "required";

/** What a dialog holds while it is open. */
export interface Typed {
  facts: Record<string, string>;
  items: Record<Item, Wanted>;
  /** The formats each may have, parted by spaces; none: any. */
  formats: Record<Item, string>;
  oneOf: boolean;
  qualifications: string;
}

export function typed(draft: PostingDraft): Typed {
  const wanted = (item: Item): Wanted => {
    const asked = draft.materials.find((it) => it.item === item);
    return asked === undefined ? "no" : asked.required ? "required" : "optional";
  };
  const formats = (item: Item) => draft.materials.find((it) => it.item === item)?.formats.join(" ") ?? "";
  return {
    facts: Object.fromEntries(draft.facts.map((it) => [it.name, it.text])),
    items: Object.fromEntries(ITEMS.map((it) => [it, wanted(it)])) as Record<Item, Wanted>,
    formats: Object.fromEntries(ITEMS.map((it) => [it, formats(it)])) as Record<Item, string>,
    oneOf: draft.oneOf,
    qualifications: draft.qualifications.join("\n"),
  };
}

/** What is handed over to be kept. */
export function edit(draft: PostingDraft, now: Typed): PostingEdit {
  const fact = (it: PostingFact): PostingFact => ({ ...it, text: now.facts[it.name] ?? it.text });
  const items = ITEMS.filter((it) => now.items[it] !== "no");
  return {
    facts: draft.facts.map(fact),
    materials: items.map((item) => ({
      item,
      required: now.items[item] === "required",
      formats: now.formats[item].split(" ").filter((it) => it !== "") as PaperFormat[],
      quote: null,
    })),
    oneOf: now.oneOf,
    qualifications: now.qualifications
      .split("\n")
      .map((it) => it.trim())
      .filter((it) => it !== ""),
  };
}

/** How a fact stands, for whoever looks it over. */
export type Standing = "said" | "check" | "missing" | "none";

export function standing(of: PostingFact, text: string): Standing {
  if (text.trim() === "") return of.isAsked ? "missing" : "none";
  return of.isAsked && text === of.text ? "check" : of.quote === null ? "none" : "said";
}
