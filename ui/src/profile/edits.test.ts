/** The fewest edits, and where they leave things. */
import { describe, expect, it } from "vitest";
import type { ProfileEdit } from "../backend/wire/ProfileEdit";
import { followed, merged } from "./edits";
import { applied, type Facts } from "./pointer";

const set = (pointer: string, value: unknown): ProfileEdit => ({ edit: "set", pointer, value });
const remove = (pointer: string): ProfileEdit => ({ edit: "remove", pointer });
const move = (pointer: string, from: number, to: number): ProfileEdit => ({ edit: "move", pointer, from, to });

describe("merging", () => {
  it("keeps the last of several at one place", () => {
    expect(merged([set("/a", 1), set("/b", 1), set("/a", 2)])).toEqual([set("/b", 1), set("/a", 2)]);
    expect(merged([set("/a", 1), remove("/a")])).toEqual([remove("/a")]);
    expect(merged([set("/a/en", 1), set("/a", { zh: 2 })])).toEqual([set("/a", { zh: 2 })]);
  });

  it("does not reach over an edit that shifts entries", () => {
    const edits = [set("/work/0/url", "a"), move("/work", 0, 1), set("/work/0/url", "b")];
    expect(merged(edits)).toEqual(edits);
    const removal = [set("/work/1/url", "a"), remove("/work/0"), set("/work/0/url", "b")];
    expect(merged(removal)).toEqual(removal);
  });

  it("never changes what comes out", () => {
    const begin: Facts = { work: [{ url: "0" }, { url: "1" }, { url: "2" }], basics: { email: "x" } };
    const pool = [
      set("/work/0/url", "a"),
      set("/work/1/url", "b"),
      set("/work/-", { url: "n" }),
      remove("/work/1"),
      move("/work", 0, 2),
      set("/basics/email", "y"),
      remove("/basics/email"),
      set("/work/0", { employer: { en: "E" } }),
    ];
    // Every run of four of them, in a fixed order of their own.
    for (let n = 0; n < pool.length ** 4; n += 7) {
      const edits = [0, 1, 2, 3].map((digit) => pool[Math.floor(n / pool.length ** digit) % pool.length]!);
      expect(merged(edits).reduce(applied, begin), JSON.stringify(edits)).toEqual(edits.reduce(applied, begin));
    }
  });
});

describe("what is remembered by pointer", () => {
  it("goes with its entry", () => {
    expect(followed("/work/2/startDate", move("/work", 2, 0))).toBe("/work/0/startDate");
    expect(followed("/work/0/startDate", move("/work", 2, 0))).toBe("/work/1/startDate");
    expect(followed("/work/1/startDate", move("/work", 0, 2))).toBe("/work/0/startDate");
    expect(followed("/work/2/startDate", remove("/work/0"))).toBe("/work/1/startDate");
    expect(followed("/work/0/startDate", remove("/work/0"))).toBeNull();
  });

  it("stays where other lists change", () => {
    expect(followed("/education/2/startDate", remove("/work/0"))).toBe("/education/2/startDate");
    expect(followed("/basics/birthDate", move("/work", 0, 1))).toBe("/basics/birthDate");
    expect(followed("/work/1/courses/0", remove("/work/1/courses/1"))).toBe("/work/1/courses/0");
  });
});
