import { afterEach, describe, expect, it } from "vitest";
import type { BoardLine } from "../backend/wire/BoardLine";
import type { MadeView } from "../backend/wire/MadeView";
import type { PackageView } from "../backend/wire/PackageView";
import { setLanguage } from "../i18n/index.svelte";
import { keyName } from "../profile/keyNames";
import { inOrder, labelOf, nextPlace, parts } from "./board";
import { merge, withEdit } from "./outbox";
import { inBody, inSubject } from "./phrases";
import { standing } from "./standing";

afterEach(() => setLanguage("en"));

describe("the words that must be there", () => {
  const words = "an internship position in the group";

  it("go behind the subject", () => {
    expect(inSubject("Ruoxi Lin", words)).toBe(`Ruoxi Lin: ${words}`);
    expect(inSubject("申请：", words)).toBe(`申请：${words}`);
    expect(inSubject("Ruoxi Lin -", words)).toBe(`Ruoxi Lin: ${words}`);
    expect(inSubject("", words)).toBe(words);
    expect(inSubject(`x ${words}`, words)).toBe(`x ${words}`);
  });

  it("go under the greeting", () => {
    expect(inBody("Dear team,\n\nI apply.", words)).toBe(`Dear team,\n\n${words}\n\nI apply.`);
    expect(inBody("尊敬的老师：\n\n您好！", words)).toBe(`尊敬的老师：\n\n${words}\n\n您好！`);
    expect(inBody("I apply.", words)).toBe(`${words}\n\nI apply.`);
    expect(inBody("", words)).toBe(`${words}\n`);
    expect(inBody(`Hello\n${words}`, words)).toBe(`Hello\n${words}`);
  });
});

describe("the copy board", () => {
  const line = (part: string, label: string, isKey = false): BoardLine => ({ part, label, isKey, value: label });
  const lines = [line("contact", "contact.email", true), line("form", "Name"), line("contact", "contact.phone", true)];

  it("keeps the lines of a part together, and counts places through", () => {
    const found = parts(inOrder(lines));
    expect(found.map((it) => it.name)).toEqual(["Contact", "Answers of the form"]);
    expect(found.flatMap((it) => it.lines.map((of) => of.place))).toEqual([0, 1, 2]);
  });

  it("begins a new entry where a key comes again", () => {
    const schools = ["institution", "degree", "institution", "degree"].map((it) => line("education", `education[].${it}`, true));
    expect(parts(schools).map((it) => it.name)).toEqual(["Education 1", "Education 2"]);
    expect(labelOf(schools[0]!)).toBe("School");
    expect(labelOf(line("message", "to", true))).toBe("Recipient");
  });

  it("calls keys by their names and leaves printed words", () => {
    expect(labelOf(lines[0]!)).toBe("E-mail");
    expect(labelOf(lines[1]!)).toBe("Name");
    expect(keyName("education.bachelor.institution")).toBe("Bachelor · School");
    expect(keyName("nobody.knowsThis")).toBe("Knows this");
    setLanguage("zh-Hans");
    expect(keyName("contact.email")).not.toBe("E-mail");
  });

  it("stays within its ends", () => {
    expect(nextPlace("ArrowDown", 2, 3)).toBe(2);
    expect(nextPlace("ArrowUp", 0, 3)).toBe(0);
    expect(nextPlace("End", 0, 3)).toBe(2);
    expect(nextPlace("x", 0, 3)).toBeNull();
  });
});

describe("changes of the message", () => {
  it("are put on top of each other", () => {
    expect(merge({ subject: "a", body: "b" }, { subject: "c" })).toEqual({ subject: "c", body: "b" });
    expect(merge(null, { to: [] })).toEqual({ to: [] });
  });

  it("are forgotten with our wording, except for the addresses", () => {
    expect(merge({ subject: "a", to: ["x@example.com"] }, { reset: true })).toEqual({ to: ["x@example.com"], reset: true });
  });

  it("show before they are kept", () => {
    const message = { to: [], cc: [], subject: "a", body: "b", must: [], isEdited: false };
    expect(withEdit(message, { subject: "c" }).subject).toBe("c");
    expect(withEdit(message, null)).toBe(message);
  });
});

describe("how a package stands", () => {
  const made: MadeView = { folder: "f", to: [], when: "2026-03-02T10:40", files: [], hasDraft: true, isStale: false, isThere: true, findings: [] };
  const sent = { id: "s", when: "2026-03-02T10:45", to: [], files: [], lost: [] };
  const check = (of: Partial<PackageView>, expected: string) =>
    expect(standing({ made: null, sent: [], isReady: true, ...of } as PackageView)).toBe(expected);

  it("is told by what was done last", () => {
    check({ isReady: false }, "stopped");
    check({}, "ready");
    check({ made }, "made");
    check({ made: { ...made, isStale: true } }, "stale");
    check({ made: { ...made, isThere: false } }, "gone");
    check({ made, sent: [sent] }, "sent");
    check({ made: { ...made, when: "2026-03-02T11:00" }, sent: [sent] }, "made");
    check({ made: { ...made, isStale: true }, sent: [sent] }, "stale");
  });
});
