/** Tests what the start screen shows, and where it goes on. */
import { expect, test } from "vitest";
import type { Card } from "../backend/wire/Card";
import { dueNext, nextStep, progress, search, sorted, urgency } from "./cards";

function card(more: Partial<Card>): Card {
  return {
    id: "a",
    title: "Research Intern",
    organisation: null,
    posting: null,
    state: "draft",
    deadline: null,
    daysLeft: null,
    form: null,
    counts: null,
    isApproved: false,
    documents: 0,
    missing: [],
    changed: "2026-03-01T10:00",
    sent: null,
    ...more,
  };
}

test("every word must be found, in title, organisation or form, whatever its case and width", () => {
  const cards = [
    card({ title: "Systems Intern", organisation: "Microsoft Research Asia" }),
    card({ title: "暑期实习", form: "申请表.docx" }),
  ];
  expect(search(cards, "asia SYSTEMS")).toEqual([cards[0]]);
  expect(search(cards, "申请表")).toEqual([cards[1]]);
  expect(search(cards, "ＡＳＩＡ")).toEqual([cards[0]]);
  expect(search(cards, "asia networking")).toEqual([]);
  expect(search(cards, "  ")).toEqual(cards);
});

test("orders by change and by title, and leaves urgency to the backend", () => {
  const a = card({ id: "a", title: "B", changed: "2026-03-01T10:00" });
  const b = card({ id: "b", title: "A", changed: "2026-03-02T10:00" });
  expect(sorted([a, b], "urgent", "en")).toEqual([a, b]);
  expect(sorted([a, b], "changed", "en")).toEqual([b, a]);
  expect(sorted([a, b], "title", "en")).toEqual([b, a]);
});

test("a deadline presses within a week, and not after sending", () => {
  expect(urgency(card({}))).toBe("none");
  expect(urgency(card({ daysLeft: 8 }))).toBe("far");
  expect(urgency(card({ daysLeft: 7 }))).toBe("near");
  expect(urgency(card({ daysLeft: 0 }))).toBe("near");
  expect(urgency(card({ daysLeft: -1 }))).toBe("over");
  expect(urgency(card({ daysLeft: -1, state: "sent" }))).toBe("none");
});

test("goes on where something is missing: form, then documents, then the package", () => {
  expect(nextStep(card({ missing: ["noCv", "notApproved"] }))).toBe("form");
  expect(nextStep(card({ missing: ["noEnglishCv"] }))).toBe("documents");
  expect(nextStep(card({ missing: ["recipientMalformed"] }))).toBe("package");
  expect(nextStep(card({}))).toBe("package");
});

test("fields left blank on purpose are ready, those to check are not", () => {
  const counts = { filled: 20, check: 4, held: 2, open: 3, left: 2, requiredBlank: 3 };
  expect(progress(card({ counts }))).toEqual({ ready: 22, all: 31 });
  expect(progress(card({}))).toBeNull();
});

test("what is due next is the first day that is not over, among those under way", () => {
  const over = card({ id: "over", daysLeft: -1 });
  const sent = card({ id: "sent", daysLeft: 1, state: "sent" });
  const later = card({ id: "later", daysLeft: 9 });
  const soon = card({ id: "soon", daysLeft: 3 });
  expect(dueNext([over, sent, later, soon, card({ id: "never" })])?.id).toBe("soon");
  expect(dueNext([over, sent, card({})])).toBeNull();
});
