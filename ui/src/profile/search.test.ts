/** Finding a member by a word in either language. */
import { expect, it } from "vitest";
import { search } from "./search";

const first = (query: string) => search(query)[0]?.pattern;

it("finds in English and in Chinese", () => {
  expect(first("passport")).toBe("/basics/passport");
  expect(first("护照")).toBe("/basics/passport");
  expect(first("政治面貌")).toBe("/basics/politicalStatus");
  expect(first("籍贯")).toBe("/basics/nativePlace");
  expect(first("GPA")).toBe("/education/*/gpa");
  expect(first("导师")).toBe("/education/*/advisor");
  expect(first("wechat")).toBe("/basics/wechat");
});

it("finds by other words and by parts", () => {
  expect(search("托福").map((it) => it.pattern)).toContain("/tests");
  expect(first("birthday")).toBe("/basics/birthDate");
  expect(first("身份证号")).toBe("/basics/id/number");
  expect(first("advisor e-mail")).toBe("/education/*/advisor/email");
});

it("finds nothing for nothing", () => {
  expect(search("  ")).toEqual([]);
  expect(search("qqqzzz")).toEqual([]);
});
