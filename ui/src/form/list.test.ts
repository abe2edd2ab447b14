/** Which fields need the candidate, which are shown, and where the keys lead. */
import { describe, expect, it } from "vitest";
import { field, msraFields } from "../backend/fake/fields";
import type { FieldView } from "../backend/wire/FieldView";
import { countsOf, grouped, isMissed, matches, needsMe, nextForMe, progressOf, standOf, stepFrom, visible } from "./list";

const of = (more: Partial<FieldView>) => field("x", "Question", "Section", more);
const ids = (fields: readonly FieldView[]) => fields.map((it) => it.id);

describe("a field needs me", () => {
  it.each([
    ["an answer to check", { shown: "a", sure: "check" }, true],
    ["a sure answer", { shown: "a", sure: "sure" }, false],
    ["an offer", { status: "offered" }, true],
    ["something held back", { status: "held" }, true],
    ["an unknown question", { status: "unknown" }, true],
    ["a missing fact that is required", { status: "noFact", required: true }, true],
    ["a missing fact that is not required", { status: "noFact", required: false }, false],
    ["a required blank that I left knowingly", { status: "left", required: true }, false],
    ["what others fill", { status: "others", required: true }, false],
    ["what waits for an option", { status: "waiting", required: true }, false],
  ] as const)("%s: %#", (_, more, expected) => expect(needsMe(of(more))).toBe(expected));
});

it("counts as missed only what the form requires and nobody has decided on", () => {
  expect(isMissed(of({ status: "held", required: true }))).toBe(true);
  expect(isMissed(of({ status: "left", required: true }))).toBe(false);
  expect(isMissed(of({ status: "unknown", required: false }))).toBe(false);
});

it("tells how far the form is without what is not asked", () => {
  const fields = [
    of({ shown: "a" }),
    of({ status: "unknown", required: true }),
    of({ status: "others" }),
    of({ status: "waiting" }),
    of({ status: "stands", current: "b" }),
  ];
  expect(progressOf(fields)).toEqual({ filled: 2, asked: 3, mine: 1, missed: 1 });
});

it("shows every field under some filter, and counts what it shows", () => {
  const fields = msraFields();
  const counts = countsOf(fields);
  expect(counts.filled + counts.blank).toBe(counts.all);
  expect(visible(fields, "mine", "", null)).toHaveLength(counts.mine);
  expect(standOf(fields[3] as FieldView)).toBe("held");
});

it("keeps the selected field in the list when it needs nobody any more", () => {
  const fields = [of({ shown: "a" }), field("y", "Other", "Section", { status: "unknown" })];
  expect(ids(visible(fields, "mine", "", "x"))).toEqual(["x", "y"]);
  expect(ids(visible(fields, "mine", "other", "x"))).toEqual(["y"]);
});

it("finds all words of a search, wide letters too, and never in what is held back", () => {
  const email = of({ label: "Email 电子邮箱", shown: "ruoxi.lin@example.edu" });
  expect(matches(email, "邮箱 RUOXI")).toBe(true);
  expect(matches(email, "Ｅｍａｉｌ")).toBe(true);
  expect(matches(email, "email phone")).toBe(false);
  expect(matches(of({ status: "held", shown: "999999" }), "999999")).toBe(false);
});

it("groups what stands under the same printed section, in the form's order", () => {
  const a = (id: string, section: string) => field(id, id, section);
  const groups = grouped([a("1", "A"), a("2", "A"), a("3", "B"), a("4", "A")]);
  expect(groups.map((it) => [it.section.join(), ids(it.fields)])).toEqual([
    ["A", ["1", "2"]],
    ["B", ["3"]],
    ["A", ["4"]],
  ]);
  expect(new Set(groups.map((it) => it.key)).size).toBe(3);
});

it("steps through the list and stops at its ends", () => {
  const fields = ["1", "2", "3"].map((id) => field(id, id, "A"));
  expect(stepFrom(fields, "1", 1)).toBe("2");
  expect(stepFrom(fields, "3", 1)).toBe("3");
  expect(stepFrom(fields, "3", -Infinity)).toBe("1");
  expect(stepFrom(fields, null, 1)).toBe("1");
  expect(stepFrom([], "1", 1)).toBeNull();
});

it("finds the next that needs me, from the start again after the last", () => {
  const fields = [
    field("1", "1", "A", { status: "unknown" }),
    field("2", "2", "A", { shown: "a" }),
    field("3", "3", "A", { status: "held" }),
  ];
  expect(nextForMe(fields, "1")).toBe("3");
  expect(nextForMe(fields, "3")).toBe("1");
  expect(nextForMe(fields, null)).toBe("1");
  expect(nextForMe([fields[1] as FieldView], "2")).toBeNull();
});
