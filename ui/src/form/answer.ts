/** Answers as they are edited, and as they are handed over. */
import type { AnswerView } from "../backend/wire/AnswerView";
import type { FieldView } from "../backend/wire/FieldView";
import type { GivenAnswer } from "../backend/wire/GivenAnswer";

/** Whether there is nothing in an answer. */
export function isEmpty(answer: AnswerView): boolean {
  switch (answer.is) {
    case "text":
      return answer.text.trim() === "";
    case "options":
      return answer.options.length === 0;
    case "rows":
      return answer.rows.every((row) => row.every((cell) => (cell ?? "").trim() === ""));
    case "photo":
      return false;
  }
}

/**
 * What to hand over for an answer. An emptied field whose fact we know stays blank because the
 * candidate wants it so; one that we know nothing about is as it was before.
 */
export function given(field: FieldView, answer: AnswerView): GivenAnswer {
  if (answer.is === "photo") return { is: "offered" };
  if (isEmpty(answer)) return field.keys.length > 0 ? { is: "blank" } : { is: "undecided" };
  return answer;
}

/** How many characters there are, as forms count them. */
export function length(text: string): number {
  return [...text].length;
}

/** How wide a text is, in half-width characters: Chinese ones take two. */
export function width(text: string): number {
  let sum = 0;
  for (const c of text) sum += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u.test(c) ? 2 : 1;
  return sum;
}

/** Whether a line of the text is wider than the blank. */
export function isTooWide(field: FieldView, text: string): boolean {
  return field.width !== null && text.split("\n").some((line) => width(line) > (field.width ?? 0));
}

/** How many words there are, as word processors count them: each Chinese character is one. */
export function words(text: string): number {
  const chinese = /[\u2e80-\ua4cf\uf900-\ufaff]|[\u{20000}-\u{3fffd}]/gu;
  const others = text.replaceAll(chinese, " ").split(/\s+/).filter((it) => /[\p{L}\p{N}]/u.test(it));
  return (text.match(chinese)?.length ?? 0) + others.length;
}

/** The limit that the form names: how much of it there is, and how much there may be. */
export function limitOf(field: FieldView, text: string): { of: "characters" | "words"; there: number; allowed: number } | null {
  if (field.maxWords !== null) return { of: "words", there: words(text), allowed: field.maxWords };
  if (field.maxChars !== null) return { of: "characters", there: length(text), allowed: field.maxChars };
  return null;
}

/** Whether the text is longer than the form allows. */
export function isTooLong(field: FieldView, text: string): boolean {
  const limit = limitOf(field, text);
  return limit !== null && limit.there > limit.allowed;
}

/** Whether an answer takes several lines, so that Enter belongs to it. */
export function isLong(field: FieldView, text: string): boolean {
  return (field.maxChars ?? 0) >= 200 || (field.maxWords ?? 0) >= 30 || text.includes("\n") || text.length > 120;
}

/** Rows to edit: those of the answer, or one to begin with. Each has a cell per column. */
export function editableRows(field: FieldView, answer: AnswerView | null): (string | null)[][] {
  const rows = answer?.is === "rows" ? answer.rows : [];
  const isPrinted = field.columns.some((it) => it.isPrinted);
  const least = isPrinted ? field.rows : 1;
  const count = Math.max(rows.length, Math.min(least, Math.max(field.rows, 1)));
  return Array.from({ length: count }, (_, row) =>
    field.columns.map((column, at) => (column.isPrinted ? null : (rows[row]?.[at] ?? ""))),
  );
}
