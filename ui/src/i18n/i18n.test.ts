/** Tests the words: that both languages say the same with the same parameters, and how they are put together. */
import { beforeEach, expect, test } from "vitest";
import { day, setLanguage, size, systemLocale, t, tMaybe, tn } from "./index.svelte";
import { en } from "./en";
import { zhHans } from "./zh-Hans";

const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

const texts = Object.entries(en).flatMap(([screen, catalogue]) =>
  Object.entries(catalogue).map(([key, english]) => {
    const chinese = (zhHans as Record<string, Record<string, string>>)[screen]?.[key] ?? "";
    return { name: `${screen}.${key}`, english: english as string, chinese };
  }),
);

beforeEach(() => setLanguage("en"));

test("every Chinese text takes the parameters of the English one", () => {
  const different = texts.filter(({ english, chinese }) => `${names(english)}` !== `${names(chinese)}`);
  expect(different).toEqual([]);
});

test("no text is blank", () => {
  expect(texts.filter(({ english, chinese }) => english.trim() === "" || chinese.trim() === "")).toEqual([]);
});

test("switching the language switches the texts and the page", () => {
  expect(t("common.save")).toBe("Save");
  setLanguage("zh-Hans");
  expect(t("common.save")).toBe("保存");
  expect(document.documentElement.lang).toBe("zh-Hans");
});

test("parameters are put in as they are, whatever they hold", () => {
  expect(t("start.removed", { title: "$& {title} <b>" })).toBe("“$& {title} <b>” was removed.");
});

test("one and more have their own words", () => {
  expect(tn("start.left", 1)).toBe("1 day left");
  expect(tn("start.left", 13)).toBe("13 days left");
});

test("a code without words gives none", () => {
  expect(tMaybe("start.missing.noCv")).toBe("A CV is missing");
  expect(tMaybe("start.missing.constructor")).toBeNull();
  expect(tMaybe("nowhere.at.all")).toBeNull();
});

test("the system's first language that we speak is taken", () => {
  expect(systemLocale(["de-DE", "zh-TW", "en"])).toBe("zh-Hans");
  expect(systemLocale(["en-GB", "zh"])).toBe("en");
  expect(systemLocale(["fr"])).toBe("en");
});

test("days and sizes are written as people do", () => {
  setLanguage("zh-Hans");
  expect(day("2026-03-01")).toBe("2026年3月1日");
  expect(size(48_211)).toContain("48");
});
