/** The form's fields as a list: which need the candidate, which are shown, how far it is. */
import type { FieldView } from "../backend/wire/FieldView";
import type { Stand } from "./pages/overlay";

/** Which fields are shown. */
export type Filter = "mine" | "all" | "filled" | "blank";

export const FILTERS: readonly Filter[] = ["mine", "all", "filled", "blank"];

/** Whether something will stand there. */
export function isFilled(field: FieldView): boolean {
  return field.status === "filled" || field.status === "stands";
}

/** Whether the form requires it, and it would stay blank without the candidate having said so. */
export function isMissed(field: FieldView): boolean {
  return field.required && ["held", "offered", "noFact", "unknown"].includes(field.status);
}

/** Whether the candidate should look at it: check, unknown, held back, or required and blank. */
export function needsMe(field: FieldView): boolean {
  if (field.status === "filled") return field.sure === "check";
  return ["offered", "held", "unknown"].includes(field.status) || isMissed(field);
}

/** Whether it is the candidate's to fill at all, as things stand. */
export function isAsked(field: FieldView): boolean {
  return field.status !== "others" && field.status !== "waiting";
}

/** How a field stands, for its box on the pages and its sign in the list. */
export function standOf(field: FieldView): Stand {
  switch (field.status) {
    case "filled":
      return field.sure === "check" ? "check" : "sure";
    case "offered":
      return "check";
    case "held":
      return "held";
    case "noFact":
    case "unknown":
      return "open";
    case "left":
    case "waiting":
    case "others":
    case "stands":
      return "rest";
  }
}

/** How far the form is. */
export interface Progress {
  filled: number;
  asked: number;
  mine: number;
  missed: number;
}

export function progressOf(fields: readonly FieldView[]): Progress {
  const asked = fields.filter(isAsked);
  return {
    filled: asked.filter(isFilled).length,
    asked: asked.length,
    mine: fields.filter(needsMe).length,
    missed: fields.filter(isMissed).length,
  };
}

function passes(field: FieldView, filter: Filter): boolean {
  if (filter === "mine") return needsMe(field);
  if (filter === "filled") return isFilled(field);
  if (filter === "blank") return !isFilled(field);
  return true;
}

function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** Whether every word of a search occurs in a field. What is held back is not searched. */
export function matches(field: FieldView, search: string): boolean {
  const value = field.status === "held" ? "" : field.shown;
  const text = plain([field.label, ...field.section, value, field.current].join(" "));
  return plain(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** How many fields each filter shows. */
export function countsOf(fields: readonly FieldView[]): Record<Filter, number> {
  const count = (filter: Filter) => fields.filter((it) => passes(it, filter)).length;
  return { mine: count("mine"), all: fields.length, filled: count("filled"), blank: count("blank") };
}

/** The fields that are shown. The selected one stays while it is worked on, whatever becomes of it. */
export function visible(
  fields: readonly FieldView[],
  filter: Filter,
  search: string,
  selected: string | null,
): FieldView[] {
  return fields.filter((it) => (passes(it, filter) && matches(it, search)) || (it.id === selected && search === ""));
}

/** Fields under one printed section. */
export interface Group {
  key: string;
  /** The printed words, outermost first. */
  section: readonly string[];
  fields: FieldView[];
}

/** The fields by their printed sections, in the form's order. */
export function grouped(fields: readonly FieldView[]): Group[] {
  const groups: Group[] = [];
  for (const field of fields) {
    const last = groups.at(-1);
    const name = field.section.join(" › ");
    if (last !== undefined && last.section.join(" › ") === name) last.fields.push(field);
    else groups.push({ key: `${name}#${field.id}`, section: field.section, fields: [field] });
  }
  return groups;
}

/** The field so many steps away; at the ends it stays. */
export function stepFrom(fields: readonly FieldView[], selected: string | null, steps: number): string | null {
  if (fields.length === 0) return null;
  const now = fields.findIndex((it) => it.id === selected);
  const to = now < 0 ? (steps > 0 ? 0 : fields.length - 1) : now + steps;
  return fields[Math.min(Math.max(to, 0), fields.length - 1)]?.id ?? null;
}

/** The next field that needs the candidate, after this one and then from the start; `null`: none does. */
export function nextForMe(fields: readonly FieldView[], selected: string | null): string | null {
  const now = fields.findIndex((it) => it.id === selected);
  const after = [...fields.slice(now + 1), ...fields.slice(0, Math.max(now, 0))];
  return after.find(needsMe)?.id ?? null;
}
