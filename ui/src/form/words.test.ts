import { afterEach, describe, expect, it } from "vitest";
import type { NoteCode } from "../backend/wire/NoteCode";
import { setLanguage } from "../i18n/index.svelte";
import { noted } from "./words";

afterEach(() => setLanguage("en"));

const note = (code: NoteCode, more: { keys?: string[]; subject?: string; numbers?: number[] } = {}) =>
  noted({ code, keys: more.keys ?? [], subject: more.subject ?? null, numbers: more.numbers ?? [] });

describe("what else to know of an answer", () => {
  const rows = { numbers: [4, 2] };
  const held = { keys: ["contact.email", "contact.phone"] };

  it("is said in English", () => {
    expect(note("tooFewRows", rows)).toBe("The form has 4 rows; 2 older entries are left out.");
    expect(note("tooFewRows", { numbers: [4, 1] })).toBe("The form has 4 rows; 1 older entry is left out.");
    expect(note("heldBack", held)).toBe("Not released, and left out: E-mail, Mobile phone.");
    expect(note("tooHigh", { numbers: [3, 1] })).toContain("about 3 lines, and its row shows 1");
    expect(note("noOption", { subject: "MS+PhD" })).toContain("“MS+PhD”");
    expect(note("plain", { subject: "As it came." })).toBe("As it came.");
  });

  it("is said in Chinese", () => {
    setLanguage("zh-Hans");
    expect(note("tooFewRows", rows)).toBe("表格只有 4 行，较早的 2 条没有填入。");
    expect(note("otherLanguage")).toBe("你只用另一种语言填写过这一项。");
    expect(note("tooWide", { numbers: [120] })).toContain("120%");
    expect(note("heldBack", held)).not.toMatch(/[a-z]/i);
  });
});
