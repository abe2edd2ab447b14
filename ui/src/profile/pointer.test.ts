/** Pointers and edits of a copy of the facts. */
import { describe, expect, it } from "vitest";
import { applied, at, isBlank, moved, names, nested, pattern, type Facts } from "./pointer";

const FACTS: Facts = { basics: { name: { en: "Mei" } }, work: [{ employer: { en: "A" } }, { employer: { en: "B" } }] };

describe("an edit", () => {
  it("makes what is missing on the way", () => {
    const after = applied({}, { edit: "set", pointer: "/basics/name/zh", value: "梅" });
    expect(after).toEqual({ basics: { name: { zh: "梅" } } });
    expect(applied({}, { edit: "set", pointer: "/work/-", value: { url: "x" } })).toEqual({ work: [{ url: "x" }] });
  });

  it("leaves the facts as they were", () => {
    const before = structuredClone(FACTS);
    applied(FACTS, { edit: "set", pointer: "/work/0/employer/en", value: "C" });
    applied(FACTS, { edit: "remove", pointer: "/work/0" });
    applied(FACTS, { edit: "move", pointer: "/work", from: 0, to: 1 });
    expect(FACTS).toEqual(before);
  });

  it("removes members and entries", () => {
    expect(at(applied(FACTS, { edit: "remove", pointer: "/basics/name/en" }), "/basics/name")).toEqual({});
    expect(at(applied(FACTS, { edit: "remove", pointer: "/work/0" }), "/work/0/employer/en")).toBe("B");
  });

  it("that removes what is not there changes nothing", () => {
    for (const pointer of ["/basics/email", "/family/2", "/family/0/name/en", "/work/7/url"]) {
      expect(applied(FACTS, { edit: "remove", pointer }), pointer).toEqual(FACTS);
    }
  });

  it("moves an entry to its place after it was taken out", () => {
    const after = applied(FACTS, { edit: "move", pointer: "/work", from: 0, to: 1 });
    expect(at(after, "/work/1/employer/en")).toBe("A");
    expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
    expect(moved(["a"], 4, 0)).toEqual(["a"]);
  });
});

it("bare words are words of one language, and stay when the other is added", () => {
  const facts: Facts = { title: "Ballast", employer: "云栖", rank: "3" };
  expect([at(facts, "/title/en"), at(facts, "/title/zh"), at(facts, "/employer/zh")]).toEqual(["Ballast", undefined, "云栖"]);
  expect([at(facts, "/rank/en"), at(facts, "/rank/zh")]).toEqual(["3", "3"]);
  const after = applied(facts, { edit: "set", pointer: "/title/zh", value: "压舱石" });
  expect(after["title"]).toEqual({ en: "Ballast", zh: "压舱石" });
  expect(applied(facts, { edit: "remove", pointer: "/title/en" })["title"]).toEqual({});
});

it("names with slashes and tildes are read back", () => {
  expect(names("/a~1b/~0c")).toEqual(["a/b", "~c"]);
});

it("a pattern has a star for every place in a list", () => {
  expect(pattern("/education/10/courses/2/en")).toBe("/education/*/courses/*/en");
  expect(pattern("/work/-")).toBe("/work/*");
});

it("white space, empty lists and empty objects say nothing; no and zero do", () => {
  expect([" ", "", [], {}, { en: "" }, [{ zh: " " }], null].every(isBlank)).toBe(true);
  expect([false, 0, "a", { en: "a" }].some(isBlank)).toBe(false);
});

it("a value is put at the end of its path", () => {
  expect(nested("/courses/0/en", "Logic")).toEqual({ courses: [{ en: "Logic" }] });
  expect(nested("", "Logic")).toBe("Logic");
});
