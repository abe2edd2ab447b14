/** What is typed into a form is handed over in order, and never overwritten. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fakeBackend, type FakeBackend } from "../backend/fake";
import type { FieldView } from "../backend/wire/FieldView";
import { Session } from "../shared/session.svelte";
import { Review } from "./review.svelte";

let backend: FakeBackend;
let review: Review;
let stop: () => void;

const field = (id: string) => review.field(id) as FieldView;
const shown = (id: string) => backend.world.applications[0]?.form?.fields.find((it) => it.id === id)?.shown;
const text = (words: string) => ({ is: "text" as const, text: words });

beforeEach(async () => {
  vi.useFakeTimers();
  backend = fakeBackend({ language: "en" });
  const session = new Session(backend);
  stop = session.begin();
  review = new Review("app1", backend, session);
  await review.load();
  review.drafts.clear();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

it("hands over what was typed when typing rests, once", async () => {
  const answer = vi.spyOn(backend, "answer");
  review.focus("f28");
  for (const words of ["A", "A f", "A friend"]) review.type(field("f28"), text(words));
  await vi.advanceTimersByTimeAsync(399);
  expect(answer).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(50);
  expect(answer).toHaveBeenCalledTimes(1);
  expect(shown("f28")).toBe("A friend");
});

it("keeps showing what is typed while its field has the focus, and what was kept afterwards", async () => {
  review.focus("f16");
  review.type(field("f16"), text("Sep 2023"));
  await vi.advanceTimersByTimeAsync(500);
  expect(shown("f16")).toBe("2023-09");
  expect(review.answerOf(field("f16"))).toEqual(text("Sep 2023"));
  review.leave("f16");
  await vi.advanceTimersByTimeAsync(0);
  expect(review.answerOf(field("f16"))).toEqual(text("2023-09"));
});

it("hands over a date that is not understood as it was typed", async () => {
  review.type(field("f16"), text("as soon as possible"));
  await review.flush("f16");
  expect(shown("f16")).toBe("as soon as possible");
});

it("waits while an input method composes", async () => {
  review.compose("f28", true);
  review.type(field("f28"), text("xue"));
  await vi.advanceTimersByTimeAsync(2000);
  expect(shown("f28")).toBe("");
  review.type(field("f28"), text("学"));
  review.compose("f28", false);
  await vi.advanceTimersByTimeAsync(450);
  expect(shown("f28")).toBe("学");
});

it("keeps a text that is too long for the form, and saves it once it fits", async () => {
  const long = "x".repeat(1001);
  review.type(field("f30"), text(long));
  await vi.advanceTimersByTimeAsync(500);
  expect(shown("f30")).not.toBe(long);
  expect(review.answerOf(field("f30"))).toEqual(text(long));
  review.type(field("f30"), text("fits"));
  await vi.advanceTimersByTimeAsync(500);
  expect(shown("f30")).toBe("fits");
});

it("keeps what the form refuses, says so, and tries again after a change", async () => {
  backend.world.failNext.set(
    "answer",
    Object.assign(new Error("no"), { code: "invalid" as const, subject: null, trouble: null }) as never,
  );
  review.type(field("f28"), text("32 March"));
  await vi.advanceTimersByTimeAsync(500);
  expect(review.drafts.get("f28")).toMatchObject({ isDirty: true, refused: "" });
  review.type(field("f28"), text("31 March"));
  await vi.advanceTimersByTimeAsync(500);
  expect(shown("f28")).toBe("31 March");
  expect(review.drafts.has("f28")).toBe(false);
});

it("does not approve before everything typed is kept", async () => {
  review.type(field("f28"), text("A friend"));
  expect(await review.approve()).toBe(true);
  const written = review.view?.report?.written.find((it) => it.field === "f28");
  expect(written?.shown).toBe("A friend");
});

it("approves what is shown, and shows what is there where that is another", async () => {
  const before = review.view?.revision ?? 0;
  await backend.answer("app1", "f28", { is: "text", text: "Somebody else's words" });
  expect(await review.approve()).toBe(false);
  expect(review.view?.isApproved).toBe(false);
  expect(review.view?.revision).toBeGreaterThan(before);
  expect(shown("f28")).toBe("Somebody else's words");
  expect(await review.approve()).toBe(true);
});

it("shows what an undo brings back, and leaves what is being typed", async () => {
  review.focus("f28");
  review.type(field("f28"), text("A friend"));
  await review.flush("f28");
  review.type(field("f7"), text("https://new.example.com"));
  await backend.undo();
  await review.follow();
  expect(review.answerOf(field("f28"))).toBeNull();
  expect(review.answerOf(field("f7"))).toEqual(text("https://new.example.com"));
});

it("leads to a field that the filter hides", () => {
  review.kept.filter = "mine";
  review.kept.search = "nothing like that";
  review.reveal("f1");
  expect(review.kept).toMatchObject({ filter: "all", search: "", selected: "f1" });
  expect(review.shown.some((it) => it.id === "f1")).toBe(true);
});
