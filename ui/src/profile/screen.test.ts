/** What closed entries show, dates in words, and where a dragged entry lands. */
import { expect, it } from "vitest";
import { meansNow, span, spoken } from "./dates";
import { target } from "./dragging";
import { fullness, missing, missingIn } from "./fullness";
import type { Member } from "./member";
import { SECTIONS } from "./sections";
import { entryWords, oneLine } from "./titles";

const section = (id: string) => SECTIONS.find((it) => it.id === id)!;

it("a date is said as exactly as it is known", () => {
  expect(spoken("2026", "en")).toBe("2026");
  expect(spoken("2026-03", "en")).toBe("March 2026");
  expect(spoken("2026-03-01", "zh-Hans")).toBe("2026年3月1日");
});

it("a span is told to the month, and may last still", () => {
  expect(span("2023-09-01", "2028-06-30", "now")).toBe("2023-09 – 2028-06");
  expect(span("2024", "", "至今")).toBe("2024 – 至今");
  expect(span("", "", "now")).toBe("");
  expect(["至今", "Present", " now "].every(meansNow)).toBe(true);
  expect(meansNow("2026")).toBe(false);
});

it("an entry shows what tells it apart, in the candidate's language", () => {
  const list = section("education").members[0] as Member;
  const entry = { institution: { en: "Yunqi University", zh: "云栖大学" }, level: "doctor", major: { zh: "安全" } };
  expect(entryWords(list, entry, "en")).toEqual({ title: "Yunqi University", text: "PhD · 安全" });
  expect(entryWords(list, entry, "zh-Hans")).toEqual({ title: "云栖大学", text: "博士研究生 · 安全" });
  expect(entryWords(list, {}, "en")).toEqual({ title: "", text: "" });
  expect(oneLine({ family: { en: "Lin" }, given: { en: "Ruoxi" } }, "en")).toBe("Ruoxi Lin");
});

it("a dragged entry lands where its middle is", () => {
  const centres = [20, 60, 100];
  expect(target(centres, 0, 5)).toBe(0);
  expect(target(centres, 0, 45)).toBe(1);
  expect(target(centres, 0, 300)).toBe(2);
  expect(target(centres, 2, -45)).toBe(1);
  expect(target(centres, 2, -300)).toBe(0);
});

it("sections know how full they are", () => {
  expect(fullness(section("contact"), {}).filled).toBe(0);
  const facts = { basics: { email: "a@example.com", phone: " " }, education: [{ url: "x" }, {}] };
  expect(fullness(section("contact"), facts).filled).toBe(1);
  expect(fullness(section("education"), facts)).toMatchObject({ entries: 1, isList: true });
});

it("what was just typed is not missing any more", () => {
  const wanted = [
    { pointer: "/basics/email", key: "email", isThere: false, applications: ["A"] },
    { pointer: "/basics/phone", key: "phone", isThere: true, applications: ["A"] },
    { pointer: "/education/0/rank", key: "rank", isThere: false, applications: ["A"] },
  ];
  const left = missing(wanted, { basics: { email: "a@example.com" } });
  expect(left.map((it) => it.key)).toEqual(["rank"]);
  expect(missingIn(section("education"), left)).toBe(1);
  expect(missingIn(section("contact"), left)).toBe(0);
});
