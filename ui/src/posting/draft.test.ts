import { expect, test } from "vitest";
import type { PostingDraft } from "../backend/wire/PostingDraft";
import { edit, formatChoices, shownGroups, standing, typed } from "./draft";

const draft: PostingDraft = {
  facts: [
    { name: "title", text: "Research Intern", quote: "Research Intern", isAsked: false },
    { name: "how_to_apply.email_to", text: "", quote: null, isAsked: true },
  ],
  materials: [{ item: "cv", required: true, formats: ["pdf"], quote: "Send your CV" }],
  asksMaterials: false,
  oneOf: true,
  qualifications: ["Enrolled for a PhD", "A paper"],
  dropped: [],
};

test("what was read comes back as it was, and changed where it was changed", () => {
  const now = typed(draft);
  expect(edit(draft, now).facts.map((it) => it.text)).toEqual(["Research Intern", ""]);
  expect(edit(draft, now).materials).toEqual([{ item: "cv", required: true, formats: ["pdf"], quote: null }]);
  now.facts["how_to_apply.email_to"] = "a@example.com";
  now.items.letter = "optional";
  now.formats.letter = "pdf word";
  now.items.cv = "no";
  now.qualifications = " Enrolled for a PhD \n\n";
  const given = edit(draft, now);
  expect(given.facts[1]?.text).toBe("a@example.com");
  expect(given.materials).toEqual([{ item: "letter", required: false, formats: ["pdf", "word"], quote: null }]);
  expect(given.qualifications).toEqual(["Enrolled for a PhD"]);
});

test("what the text does not settle is told apart from what it says", () => {
  const [said, asked] = draft.facts;
  if (said === undefined || asked === undefined) throw new Error("two facts");
  expect(standing(said, said.text)).toBe("said");
  expect(standing(asked, "")).toBe("missing");
  expect(standing({ ...asked, text: "a@b.org", quote: "a [at] b.org" }, "a@b.org")).toBe("check");
  expect(standing({ ...asked, text: "a@b.org" }, "c@d.org")).toBe("none");
});

test("formats can be chosen as postings ask, and as this one does", () => {
  expect(formatChoices(["pdf"])).toEqual(["", "pdf", "word", "pdf word"]);
  expect(formatChoices(["html"])).toContain("html");
});

test("what few postings say is out of sight until this one says it, or all is to be seen", () => {
  const names = (of: PostingDraft, all: boolean) => shownGroups(of, all).flatMap((it) => it.facts);
  expect(names(draft, false)).toContain("deadline.date");
  expect(names(draft, false)).not.toContain("files.max_total_mb");
  expect(shownGroups(draft, false).map((it) => it.name)).not.toContain("limits");
  expect(names(draft, true)).toContain("files.max_total_mb");
  const limit = { name: "files.max_total_mb", text: "5", quote: "at most 5 MB", isAsked: false };
  const asked = { name: "deadline.tz", text: "", quote: null, isAsked: true };
  const said = names({ ...draft, facts: [...draft.facts, limit, asked] }, false);
  expect(said).toContain("files.max_total_mb");
  expect(said).toContain("deadline.tz");
});
