import { afterEach, describe, expect, it } from "vitest";
import type { AskedView } from "../backend/wire/AskedView";
import type { DocumentsView } from "../backend/wire/DocumentsView";
import { setLanguage } from "../i18n/index.svelte";
import { askedName, rules } from "./asked";
import { lookOf } from "./look";
import { placeAt } from "./order";
import { guessRole } from "./roles";

const NONE: DocumentsView = { asked: [], documents: [] };

function asked(more: Partial<AskedView>): AskedView {
  return { item: "cv", required: true, condition: null, languages: [], formats: [], count: null, maxPages: null, isThere: false, ...more };
}

afterEach(() => setLanguage("en"));

describe("what was dropped", () => {
  it.each([
    ["cv-en.pdf", "cv"],
    ["Lin_Resume_2026.docx", "cv"],
    ["个人简历.pdf", "cv"],
    ["cover letter.pdf", "letter"],
    ["求职信.docx", "letter"],
    ["Transcript 2025.pdf", "transcript"],
    ["本科成绩单.pdf", "transcript"],
    ["Letter of recommendation.pdf", "references"],
    ["推荐信.pdf", "references"],
    ["research statement.pdf", "statement"],
    ["英语六级证书.pdf", "certificates"],
  ])("%s is a %s", (name, role) => expect(guessRole(name, NONE)).toBe(role));

  it("is what the posting still lacks, when the name says nothing", () => {
    const view = { asked: [asked({ isThere: true }), asked({ item: "letter" })], documents: [] };
    expect(guessRole("scan0001.pdf", view)).toBe("letter");
    expect(guessRole("scan0001.pdf", NONE)).toBe("cv");
  });
});

describe("what is asked for", () => {
  const both = asked({ languages: ["en"], formats: ["pdf", "word"], maxPages: 2, condition: "if applicable" });

  it("is told in English", () => {
    expect(askedName(both)).toBe("CV in English");
    expect(rules(both)).toEqual(["“if applicable”", "PDF or Word", "at most 2 pages"]);
  });

  it("is told with its number", () => {
    expect(rules(asked({ item: "publications", count: 3 }))).toEqual(["3 files"]);
  });

  it("is told in Chinese", () => {
    setLanguage("zh-Hans");
    expect(askedName(both)).toBe("英文简历");
    expect(rules(both)).toEqual(["“if applicable”", "PDF或Word", "不超过 2 页"]);
  });
});

describe("how a document is shown", () => {
  it.each([
    ["cv.pdf", "pdf", "pdf"],
    ["locked.pdf", "other", "pdf"],
    ["letter.docx", "word", "word"],
    ["marks.JPG", "other", "picture"],
    ["notes.txt", "text", "text"],
    ["page.html", "html", "text"],
  ])("%s (%s) as %s", (name, format, look) => expect(lookOf({ name, format })).toBe(look));
});

describe("dragging", () => {
  const rows = [0, 100, 200].map((top) => ({ top, bottom: top + 90 }));

  it.each([
    [0, 10, 0],
    [0, 160, 1],
    [0, 400, 2],
    [2, 10, 0],
    [2, 120, 1],
    [1, 130, 1],
  ])("row %i at %i comes to lie at %i", (from, y, to) => expect(placeAt(rows, from, y)).toBe(to));
});
