/** Which applications are shown, in which order, what is due next, and where each goes on. Plain functions of cards. */
import type { Card } from "../backend/wire/Card";
import { t, tn } from "../i18n/index.svelte";
import type { Step } from "../shared/router.svelte";

export type Order = "urgent" | "changed" | "title";

/** Sent, answered or closed: nothing is to be done. */
export function isDone(card: Card): boolean {
  return card.state === "sent" || card.state === "answered" || card.state === "closed";
}

/** Those that hold all of the words somewhere, whatever their case. */
export function search(cards: readonly Card[], words: string): Card[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  return cards.filter((card) => {
    const text = fold([card.title, card.organisation, card.form].filter(Boolean).join("\n"));
    return wanted.every((it) => text.includes(it));
  });
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** In order. The backend's own order is by urgency; it stays for what is equal. */
export function sorted(cards: readonly Card[], order: Order, locale: string): Card[] {
  const copy = [...cards];
  if (order === "changed") copy.sort((a, b) => b.changed.localeCompare(a.changed));
  if (order === "title") copy.sort((a, b) => a.title.localeCompare(b.title, locale));
  return copy;
}

/** How pressing a deadline is. */
export function urgency(card: Card): "none" | "far" | "near" | "over" {
  if (card.daysLeft === null || isDone(card)) return "none";
  if (card.daysLeft < 0) return "over";
  return card.daysLeft <= 7 ? "near" : "far";
}

/** How many days are left, in words. */
export function left(days: number): string {
  if (days === 0) return t("start.today");
  return days < 0 ? tn("start.over", -days) : tn("start.left", days);
}

/** What is due next: the first day that is not over among those under way. `null`: nothing has a day. */
export function dueNext(cards: readonly Card[]): Card | null {
  const due = cards.filter((it) => !isDone(it) && it.daysLeft !== null && it.daysLeft >= 0);
  return due.toSorted((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0))[0] ?? null;
}

const IN_DOCUMENTS: readonly string[] = [
  "noCv",
  "noEnglishCv",
  "noChineseCv",
  "cvUnreadable",
  "formatNotAllowed",
  "tooLarge",
];
const IN_FORM: readonly string[] = ["noForm", "requiredBlank", "notApproved"];

/** The step that needs the candidate next. */
export function nextStep(card: Card): Step {
  if (card.missing.some((it) => IN_FORM.includes(it))) return "form";
  if (card.missing.some((it) => IN_DOCUMENTS.includes(it))) return "documents";
  return "package";
}

/** All of a form's fields, and how many are ready or need nothing. */
export function progress(card: Card): { ready: number; all: number } | null {
  if (card.counts === null) return null;
  const { filled, check, held, open, left } = card.counts;
  return { ready: filled + left, all: filled + check + held + open + left };
}
