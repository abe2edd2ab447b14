/** The documents. A file's name says what is the matter with it: `scan`, `long`, `locked`, `broken`. */
import cvEn from "../../../../templates/sample/cv-en.pdf?url";
import cvZh from "../../../../templates/sample/cv-zh.docx?url";
import type { Backend } from "../backend";
import type { AskedView } from "../wire/AskedView";
import type { DocumentsView } from "../wire/DocumentsView";
import type { DocumentView } from "../wire/DocumentView";
import type { FindingView } from "../wire/FindingView";
import type { Application } from "./application";
import { makePdf } from "./pdf";
import { fail, type World } from "./world";

type Part = Pick<
  Backend,
  | "documents"
  | "addDocuments"
  | "setDocumentRole"
  | "moveDocument"
  | "removeDocument"
  | "documentBytes"
  | "documentText"
>;

const FORMATS: Record<string, string> = { pdf: "pdf", docx: "word", txt: "text", html: "html", htm: "html" };
const ENGLISH = ["Ruoxi Lin", "PhD student in systems security", "ruoxi.lin@example.edu"];
const CHINESE = ["林若溪", "云栖理工大学 计算机学院 博士研究生", "研究方向：系统安全"];

function document(id: string, name: string, more: Partial<DocumentView> = {}): DocumentView {
  const format = FORMATS[name.split(".").at(-1)?.toLowerCase() ?? ""] ?? "other";
  return {
    id,
    name,
    sentAs: name,
    role: "cv",
    format,
    languages: name.includes("scan") ? [] : ["en"],
    pages: format === "pdf" ? pagesOf(name) : null,
    bytes: 184_320,
    offers: name.includes("cv") && !name.includes("scan") && !name.includes("blank") ? 4 : 0,
    findings: [],
    ...more,
  };
}

function pagesOf(name: string): number {
  return name === "cv-en.pdf" ? 1 : name.includes("long") ? 5 : 2;
}

/** The sample candidate's CVs. */
export function sampleDocuments(): DocumentView[] {
  return [
    document("doc-en", "cv-en.pdf", { sentAs: "Ruoxi-Lin-CV-en.pdf", bytes: 39_127 }),
    document("doc-zh", "cv-zh.docx", { sentAs: "Ruoxi-Lin-CV-zh.docx", languages: ["zh"], bytes: 17_952 }),
  ];
}

/** What speaks against a document. */
export function against({ name, role, format, pages }: DocumentView, asked: readonly AskedView[]): FindingView[] {
  if (role !== "cv") return [];
  const rule = asked.find((it) => it.item === "cv");
  const found = (code: string, stops: boolean, about: string[]): FindingView => ({
    code,
    stops,
    about,
    what: `the CV \`${name}\`: ${code}`,
    hint: "look at it",
    fix: { go: "documents" },
  });
  const findings: FindingView[] = [];
  if (name.includes("scan")) findings.push(found("cvUnreadable", true, [name, "scan"]));
  if (rule && rule.formats.length > 0 && !rule.formats.includes(format)) {
    findings.push(found("formatNotAllowed", true, [name, format, "PDF, Word, text, HTML"]));
  }
  if (rule?.maxPages && pages !== null && pages > rule.maxPages) {
    findings.push(found("tooManyPages", false, [name, String(pages), String(rule.maxPages)]));
  }
  return findings;
}

/** What the posting asks for. */
export function askedOf({ posting, form, documents }: Application): AskedView[] {
  if (posting === null) return [];
  const formats = ["pdf", "word", "text", "html"];
  const one = (item: string, required: boolean, more: Partial<AskedView> = {}): AskedView => ({
    item,
    required,
    condition: null,
    languages: [],
    formats: [],
    count: null,
    maxPages: null,
    isThere: documents.some((it) => it.role === item),
    ...more,
  });
  const cv = (language: string) => documents.some((it) => it.role === "cv" && it.languages.includes(language));
  if (posting === "msra-trustworthy-systems") {
    return [
      one("form", true, { isThere: form !== null }),
      one("cv", true, { languages: ["en"], formats, isThere: cv("en") }),
      one("cv", false, { condition: "if applicable", languages: ["zh"], formats, isThere: cv("zh") }),
    ];
  }
  return [one("cv", true, { formats: ["pdf", "word"], maxPages: 2 }), one("letter", true), one("transcript", false)];
}

function view(application: Application): DocumentsView {
  const asked = askedOf(application);
  return {
    asked,
    documents: application.documents.map((it) => ({ ...it, findings: against(it, asked) })),
  };
}

async function bytesOf(name: string): Promise<ArrayBuffer> {
  if (name === "cv-en.pdf") return await (await fetch(cvEn)).arrayBuffer();
  if (name.endsWith(".docx")) return await (await fetch(cvZh)).arrayBuffer();
  if (name.includes("broken")) return new TextEncoder().encode("no PDF at all").buffer as ArrayBuffer;
  const lines = /zh|简历|成绩/.test(name) ? CHINESE : ENGLISH;
  return makePdf(Array.from({ length: pagesOf(name) }, (_, at) => [...lines, `page ${at + 1}`]));
}

export function documentsPart(world: World): Part {
  const find = (application: string, id: string): DocumentView => {
    const found = world.application(application).documents.find((it) => it.id === id);
    if (found === undefined) throw fail("notFound", id);
    return found;
  };
  return {
    documents: async (application) => view(world.application(application)),
    addDocuments: async (application, role, tokens) =>
      world.change("addDocument", () => {
        const names =
          tokens === null ? ["cv-en.pdf"] : tokens.map((it) => world.handed.get(it)?.name ?? "document.pdf");
        const fresh = names.map((it) => {
          const languages = /zh|中文|简历/.test(it) ? { languages: ["zh"] } : {};
          return document(world.id("doc"), it, { role, ...languages });
        });
        const of = world.application(application);
        of.documents = [...of.documents, ...fresh];
        return view(of);
      }),
    setDocumentRole: async (application, id, role) =>
      world.change("editDocument", () => {
        find(application, id).role = role;
        return view(world.application(application));
      }),
    moveDocument: async (application, id, to) =>
      world.change("editDocument", () => {
        const of = world.application(application);
        const moved = find(application, id);
        of.documents = of.documents.filter((it) => it !== moved);
        of.documents.splice(to, 0, moved);
        return view(of);
      }),
    removeDocument: async (application, id) =>
      world.change("removeDocument", () => {
        const of = world.application(application);
        find(application, id);
        of.documents = of.documents.filter((it) => it.id !== id);
        return view(of);
      }),
    documentBytes: async (application, id) => bytesOf(find(application, id).name),
    documentText: async (application, id) => {
      const { name } = find(application, id);
      if (name.includes("scan")) return "";
      return (/zh|简历|成绩/.test(name) ? CHINESE : ENGLISH).join("\n\n");
    },
  };
}
