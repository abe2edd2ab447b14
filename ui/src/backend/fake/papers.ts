/** The papers around a form: letters, PDF copies, what a CV offers. A CV called `blank` offers nothing. */
import type { Backend } from "../backend";
import type { FactLanguage } from "../wire/FactLanguage";
import type { LetterView } from "../wire/LetterView";
import type { OffersView } from "../wire/OffersView";
import type { OfferView } from "../wire/OfferView";
import type { PackageView } from "../wire/PackageView";
import type { PapersView } from "../wire/PapersView";
import type { Application } from "./application";
import { askedOf } from "./documents";
import { makePdf } from "./pdf";
import { importInto } from "./profile";
import { fail, type Facts, type World } from "./world";

type Part = Pick<
  Backend,
  | "addEvidence"
  | "writeLetter"
  | "editLetter"
  | "removeLetter"
  | "letterPdf"
  | "editPapers"
  | "printForm"
  | "printPages"
  | "documentOffers"
  | "cvOffers"
  | "takeOffers"
  | "importProfile"
>;

/** What an application remembers of its papers. */
export interface Papers {
  letters: Omit<LetterView, "gaps" | "isEdited">[];
  copies: boolean;
  sheets: boolean;
  language: FactLanguage;
}

/** The papers of an application that was begun. */
export function newPapers(): Papers {
  return { letters: [], copies: true, sheets: false, language: "en" };
}

/** What a letter lacks. */
export function gapsOf(text: string): LetterView["gaps"] {
  const keys = [...text.matchAll(/\{([\w.]+)\}/g)].map(([, key]) => key ?? "");
  return [...new Set(keys)].map((key) => ({
    key,
    pointer: key.startsWith("statement.") ? `/statements/${key.slice(10)}` : null,
  }));
}

/** The papers of an application, as they are shown. */
export function papersOf(world: World, application: Application): PapersView {
  const { papers, form } = application;
  const asked = askedOf(application).find((it) => it.item === "letter");
  return {
    language: papers.language,
    asksLetter: asked?.required ?? null,
    letters: papers.letters.map((it) => ({ ...it, gaps: gapsOf(it.text), isEdited: it.text !== LETTERS[it.language] })),
    copy: form === null ? null : { isWanted: papers.copies, canBeMade: world.options.office, isOneFile: false },
    sheets: papers.sheets,
  };
}

const LETTERS: Record<FactLanguage, string> = {
  en:
    "Dear Sir or Madam,\n\n" +
    "I am applying for an internship position in MSRA Trustworthy Systems Research Group. " +
    "I study Computer Science at Yunqi University of Technology.\n\n" +
    "{statement.motivation}\n\n" +
    "I can start on 6 July 2026 and stay until 30 October 2026.\n\n" +
    "Yours faithfully,\n\nRuoxi Lin\n",
  zh:
    "尊敬的老师：\n\n您好！我申请的岗位是：可信系统研究实习生。我就读于云栖理工大学，专业为计算机科学。\n\n" +
    "{statement.motivation}\n\n我可于2026年7月6日到岗，至2026年10月30日为止。\n\n此致\n敬礼！\n\n林若溪\n2026年3月2日\n",
};

/** What the CV of the sample candidate offers; each with what it does to the facts. */
const OFFERS: (Omit<OfferView, "present" | "isThere"> & { place: string; value: unknown })[] = [
  { kind: "name", shown: "Ruoxi Lin 林若溪", line: 1, words: "Ruoxi Lin 林若溪", place: "name", value: { en: "Ruoxi Lin", zh: "林若溪" } },
  { kind: "email", shown: "ruoxi@mail.example.org", line: 3, words: "E-mail: ruoxi@mail.example.org · ruoxi.example.org", place: "email", value: "ruoxi@mail.example.org" },
  { kind: "url", shown: "https://ruoxi.example.org", line: 3, words: "E-mail: ruoxi@mail.example.org · ruoxi.example.org", place: "url", value: "https://ruoxi.example.org" },
  {
    kind: "education",
    shown: "Qingchuan University, Bachelor of Engineering, Software Engineering, 2019-09 – 2023-06",
    line: 9,
    words: "Qingchuan University\t2019.09 – 2023.06\nB.Eng. in Software Engineering, GPA 3.8/4.0",
    place: "",
    value: null,
  },
];

function offersOf(facts: Facts, id: string, file: string): OffersView {
  const basics = (facts["basics"] ?? {}) as Record<string, unknown>;
  const words = (value: unknown): string | null => {
    if (typeof value === "string") return value;
    const { en, zh } = (value ?? {}) as { en?: string; zh?: string };
    return [en, zh].filter(Boolean).join(" ") || null;
  };
  const offers = OFFERS.map(({ place, value, ...it }): OfferView => {
    const present = place === "" ? null : words(basics[place]);
    return { ...it, present, isThere: present !== null && present === words(value) };
  });
  return { id, file, offers: file.includes("blank") ? [] : offers };
}

export function papersPart(world: World, view: (of: Application) => PackageView): Part {
  const change = (what: "editLetter" | "editApplication", id: string, work: (of: Application) => void) =>
    world.change(what, () => {
      const of = world.application(id);
      work(of);
      return view(of);
    });
  const letterOf = (of: Application, language: FactLanguage) => {
    const found = of.papers.letters.find((it) => it.language === language);
    if (found === undefined) throw fail("notFound");
    return found;
  };
  let read: OffersView | null = null;
  const look = (file: string): OffersView => (read = offersOf(world.facts, world.id("offers"), file));
  return {
    writeLetter: async (id, language) =>
      change("editLetter", id, ({ papers }) => {
        const rest = papers.letters.filter((it) => it.language !== language);
        const fresh = { language, text: LETTERS[language], isEnclosed: true };
        papers.letters = [...rest, fresh].sort((a, b) => a.language.localeCompare(b.language));
      }),
    addEvidence: async (id, qualification, reason) =>
      change("editLetter", id, (of) => {
        const said = view(of).evidence[qualification]?.reasons[reason]?.en;
        if (said === undefined) throw fail("notFound");
        if (of.papers.letters.length === 0) of.papers.letters = [{ language: "en", text: LETTERS.en, isEnclosed: true }];
        for (const letter of of.papers.letters) {
          if (!letter.text.includes(said)) letter.text = `${letter.text}\n\n${said}`;
        }
      }),
    editLetter: async (id, language, edit) =>
      change("editLetter", id, (of) => void Object.assign(letterOf(of, language), edit)),
    removeLetter: async (id, language) =>
      change("editLetter", id, (of) => {
        const gone = letterOf(of, language);
        of.papers.letters = of.papers.letters.filter((it) => it !== gone);
      }),
    letterPdf: async (id, language) => {
      const { text } = letterOf(world.application(id), language);
      return makePdf([text.split("\n").flatMap((it) => it.match(/.{1,48}/gu) ?? [""])]);
    },
    editPapers: async (id, edit) => change("editApplication", id, ({ papers }) => void Object.assign(papers, edit)),
    printForm: async (id) => {
      if (!world.options.office) throw fail("notFound");
      const { form } = world.application(id);
      if (form === null) throw fail("notFound");
      return { lost: form.name.includes("lossy") ? ["Ruoxi", "2026"] : [], isApproved: form.isApproved };
    },
    printPages: async (id) => {
      const fields = world.application(id).form?.fields ?? [];
      const lines = fields.slice(0, 20).map((it) => `${it.label.slice(0, 30)}: ${it.shown.slice(0, 24)}`);
      return makePdf([lines, ["Page 2"]]);
    },
    documentOffers: async (id, document) => {
      const found = world.application(id).documents.find((it) => it.id === document);
      if (found === undefined) throw fail("notFound");
      return look(found.name);
    },
    cvOffers: async (token) => look(token === null ? "cv-en.pdf" : (world.handed.get(token)?.name ?? "cv.pdf")),
    // A profile of ours is added as a whole; any other file offers what it says.
    importProfile: async (token) => {
      const file = token === null ? "resume.json" : (world.handed.get(token)?.name ?? "resume.json");
      if (file.includes("profile")) return world.change("importProfile", () => importInto(world, file));
      return { file, added: [], skipped: [], offers: look(file) };
    },
    takeOffers: async (id, places) => {
      if (read === null || read.id !== id) throw fail("notFound");
      return world.change("importProfile", () => {
        const basics = { ...((world.facts["basics"] ?? {}) as Record<string, unknown>) };
        for (const place of places) {
          const { place: at, value } = OFFERS[place] ?? { place: "", value: null };
          if (at !== "") basics[at] = value;
        }
        world.facts = { ...world.facts, basics };
        return places.length;
      });
    },
  };
}
