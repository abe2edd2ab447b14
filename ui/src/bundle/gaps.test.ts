/** Tests how gaps of a letter are found in its words. */
import { expect, test } from "vitest";
import { placeOf, stretches } from "./gaps";

test("words are cut at their gaps, and nothing of them is lost", () => {
  const words = "Dear {title},\n{a, b} is none. {note_phrase|vacancy}";
  const cut = stretches(words);
  expect(cut.map((it) => it.text).join("")).toBe(words);
  expect(cut.filter((it) => it.isGap).map((it) => it.text)).toEqual(["{title}", "{note_phrase|vacancy}"]);
  expect(stretches("")).toEqual([]);
});

test("a gap is found by what it stands for last", () => {
  const words = "I like {note_phrase|vacancy}.";
  const [from, to] = placeOf(words, "vacancy") ?? [0, 0];
  expect(words.slice(from, to)).toBe("{note_phrase|vacancy}");
  expect(placeOf(words, "note_phrase")).toBeNull();
});
