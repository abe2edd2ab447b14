/**
 * Writes into the drawn pages what is being typed, so that it shows at once.
 *
 * This is for the eye, until the pages come anew from the backend: what is saved, and
 * how it will really stand in the form, is decided there.
 */
import type { AnswerView } from "../../backend/wire/AnswerView";
import { type Marks, type Span, textsOf } from "./marks";

/** Boxes as they are printed, with what stands in their place when they are ticked. */
const TICKS: readonly (readonly [off: string, on: string])[] = [
  ["☐", "☑"],
  ["□", "☑"],
  ["▢", "☑"],
  ["○", "●"],
  ["◯", "●"],
];
const TICKED = /[☑☒✓✔■●◉]/;

/** Shows an answer at its place in the pages. */
export function show(marks: Marks, field: string, answer: AnswerView | null): void {
  if (answer === null) marks.spans({ field }).forEach((span) => write(span, ""));
  else if (answer.is === "text") showText(marks, field, answer.text);
  else if (answer.is === "options") showOptions(marks, field, answer.options);
  else if (answer.is === "rows") showRows(marks, field, answer.rows);
}

function showText(marks: Marks, field: string, text: string): void {
  marks.spans({ field }).forEach((span) => write(span, text));
}

function showOptions(marks: Marks, field: string, chosen: readonly number[]): void {
  for (const place of marks.parts(field)) {
    if (place.option === null || place.row !== null) continue;
    const isOn = chosen.includes(place.option);
    marks.spans(place).forEach((span) => tick(span, isOn));
  }
}

function showRows(marks: Marks, field: string, rows: readonly (readonly (string | null)[])[]): void {
  for (const place of marks.parts(field)) {
    if (place.row === null || place.column === null || place.option !== null) continue;
    const cell = rows[place.row]?.[place.column];
    if (cell === null) continue;
    if (marks.parts(field).some((it) => it.option !== null && it.row === place.row && it.column === place.column)) {
      continue;
    }
    marks.spans(place).forEach((span) => write(span, cell ?? ""));
  }
}

/** Puts words where a blank is. */
export function write(span: Span, text: string): void {
  const texts = textsOf(span);
  const [first] = texts;
  if (first !== undefined) {
    if (first.data !== text) first.data = text;
    // What is written is no placeholder any more.
    if (text !== "") plainClass(first.parentElement);
    texts.slice(1).forEach((it) => (it.data = ""));
  } else if (text !== "") {
    const words = document.createElement("span");
    words.textContent = text;
    span.from.after(words);
  }
}

function plainClass(element: Element | null): void {
  const names = [...(element?.classList ?? [])].filter((it) => /placeholder/i.test(it));
  if (names.length > 0) element?.classList.remove(...names);
}

/** Ticks a printed box, or takes the tick away. */
export function tick(span: Span, isOn: boolean): void {
  const texts = textsOf(span);
  const text = texts.map((it) => it.data).join("");
  if (TICKED.test(text) === isOn && text.trim() !== "") return;
  const shown = ticked(text, isOn);
  if (shown !== null) write(span, shown);
}

/** A printed box with or without its tick; `null`: no box that is known. */
export function ticked(text: string, isOn: boolean): string | null {
  for (const [off, on] of TICKS) {
    if (isOn && text.includes(off)) return text.replace(off, on);
  }
  if (!isOn && TICKED.test(text)) return text.replace(TICKED, (it) => (/[●◉]/.test(it) ? "○" : "☐"));
  const brackets = /^(\s*[[(（【])\s*[xX√✓]?\s*([\])）】]\s*)$/.exec(text);
  if (brackets) return `${brackets[1]}${isOn ? "✓" : " "}${brackets[2]}`;
  return text.trim() === "" ? (isOn ? "✓" : text) : null;
}
