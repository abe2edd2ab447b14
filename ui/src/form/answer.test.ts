/** What is handed over for what was typed. */
import { expect, it } from "vitest";
import { field } from "../backend/fake/fields";
import type { FieldView } from "../backend/wire/FieldView";
import { editableRows, given, isTooLong, isTooWide, length, width, words } from "./answer";

const of = (more: Partial<FieldView> = {}) => field("x", "Question", "Section", more);

it("hands words over as they were typed", () => {
  expect(given(of(), { is: "text", text: " two  words " })).toEqual({ is: "text", text: " two  words " });
});

it("takes an emptied field for blank where we know the fact, and for untouched where we do not", () => {
  expect(given(of({ keys: ["contact.email"] }), { is: "text", text: "  " })).toEqual({ is: "blank" });
  expect(given(of(), { is: "text", text: "" })).toEqual({ is: "undecided" });
  expect(given(of(), { is: "options", options: [] })).toEqual({ is: "undecided" });
  expect(given(of({ keys: ["family"] }), { is: "rows", rows: [["", null]] })).toEqual({ is: "blank" });
});

it("counts characters as people do", () => {
  expect(length("林若溪")).toBe(3);
  expect(length("𠮷😀")).toBe(2);
  expect(isTooLong(of({ maxChars: 3 }), "林若溪")).toBe(false);
  expect(isTooLong(of({ maxChars: 2 }), "林若溪")).toBe(true);
});

it("counts words as word processors do", () => {
  expect(words("I like Rust, a lot.")).toBe(5);
  expect(words("我用 Rust 写程序")).toBe(6);
  expect(words("— … —")).toBe(0);
  expect(isTooLong(of({ maxWords: 2 }), "Be very kind")).toBe(true);
});

it("takes Chinese characters for two half-width ones", () => {
  expect(width("Lin 林")).toBe(6);
  expect(isTooWide(of({ width: 5 }), "Lin 林")).toBe(true);
  expect(isTooWide(of({ width: 6 }), "Lin 林\nLin 林")).toBe(false);
  expect(isTooWide(of(), "x".repeat(500))).toBe(false);
});

it("gives rows to edit: those there are, or one to begin with, and all of them beside printed cells", () => {
  const column = (isPrinted: boolean) => ({ label: "", isPrinted, options: [] });
  const free = of({ kind: "rows", columns: [column(false), column(false)], rows: 3 });
  expect(editableRows(free, null)).toEqual([["", ""]]);
  expect(editableRows(free, { is: "rows", rows: [["a"], ["b", "c"]] })).toEqual([
    ["a", ""],
    ["b", "c"],
  ]);
  const printed = of({ kind: "rows", columns: [column(true), column(false)], rows: 2 });
  expect(editableRows(printed, null)).toEqual([
    [null, ""],
    [null, ""],
  ]);
});
