import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import type { FindingView } from "../backend/wire/FindingView";
import { setLanguage } from "../i18n/index.svelte";
import { pack as english } from "../i18n/en/pack";
import { pack as chinese } from "../i18n/zh-Hans/pack";
import { ordered, said } from "./findings";

const ENGINE = "../src-tauri/crates/engine/src/preflight/mod.rs";

/** The codes that Rust's preflight knows, as they cross the wire. */
function codes(): string[] {
  const source = readFileSync(ENGINE, "utf8");
  const body = /pub enum Concern \{([^}]*)\}/.exec(source)?.[1] ?? "";
  const names = [...body.matchAll(/^ {4}([A-Z]\w*),/gm)].map((it) => it[1] ?? "");
  return names.map((it) => it.charAt(0).toLowerCase() + it.slice(1));
}

function finding(code: string, about: string[] = []): FindingView {
  return { code, about, stops: true, what: "rust says so", hint: "do it", fix: null };
}

afterEach(() => setLanguage("en"));

describe("findings", () => {
  it("know every code of the preflight", () => {
    expect(codes().length).toBeGreaterThan(20);
    expect(codes()).toContain("notApproved");
  });

  it.each(codes())("have words for %s in both languages", (code) => {
    for (const words of [english, chinese] as Record<string, string>[]) {
      expect(words[`finding.${code}`], code).toBeTruthy();
      expect(words[`finding.${code}.hint`], code).toBeTruthy();
    }
  });

  it.each(codes())("leave no gap in the words for %s, with and without what it is about", (code) => {
    for (const language of ["en", "zh-Hans"] as const) {
      setLanguage(language);
      for (const about of [[], ["a"], ["a", "b"], ["a", "b", "c"]]) {
        const { what, hint } = said(finding(code, about));
        expect(what + hint).not.toMatch(/[{}]/);
        expect(what).not.toBe("");
      }
    }
  });

  it("put in what they are about", () => {
    expect(said(finding("tooManyPages", ["cv.pdf", "5", "2"])).what).toBe("“cv.pdf” has 5 pages, and the posting takes 2.");
    expect(said(finding("cvUnreadable", ["cv.pdf", "scan"])).what).toContain("is a scan");
    expect(said(finding("tooShort", ["12", "weeks"])).what).toContain("12 weeks");
    expect(said(finding("noEnglishCv", ["a.pdf", "b.pdf"])).what).toContain("a.pdf and b.pdf");
    expect(said(finding("noEnglishCv")).what).toBe("There is no English CV.");
    expect(said(finding("materialMissing", ["transcript"])).what).toContain("Transcript");
    expect(said(finding("materialMissing", ["publications", "2", "3", "some"])).what).toBe("Publications: the posting asks for 3 files, and 2 of them are here.");
    expect(said(finding("tooLong", ["12", "weeks"])).what).toContain("12 weeks");
    expect(said(finding("filesRule", ["cv.docx", "2", "pages"])).what).toContain("at most 2 pages of “cv.docx”");
    expect(said(finding("heldBack", ["id.number"])).what).not.toContain("id.number");
    expect(said(finding("filesRule", ["zip"])).hint).toContain("Attach the zip");
  });

  it("speak Chinese", () => {
    setLanguage("zh-Hans");
    expect(said(finding("deadlinePassed", ["2026-03-01"])).what).toBe("截止日期是2026年3月1日，已经过了。");
    expect(said(finding("heldBack", ["id.number", "contact.phone"])).what).toMatch(/[、和]/);
  });

  it("are not misled by a label that looks like one of our codes", () => {
    expect(said(finding("requiredBlank", ["hint"])).what).toBe("“hint” must be answered and is blank.");
  });

  it("tell a code without words in Rust's English, as sentences", () => {
    expect(said(finding("somethingNew"))).toEqual({ what: "Rust says so.", hint: "Do it.", isEnglish: true });
  });

  it("put what stops first", () => {
    const warning = { ...finding("ourEdition"), stops: false };
    expect(ordered([warning, finding("noCv")]).stops).toHaveLength(1);
    expect(ordered([warning, finding("noCv")]).warns).toEqual([warning]);
  });
});
