/** The documents. */
import type { Backend } from "../backend";
import type { DocumentsView } from "../wire/DocumentsView";
import type { DocumentView } from "../wire/DocumentView";
import type { Application } from "./application";
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

function document(id: string, name: string, more: Partial<DocumentView> = {}): DocumentView {
  const format = FORMATS[name.split(".").at(-1)?.toLowerCase() ?? ""] ?? "other";
  return {
    id,
    name,
    sentAs: name,
    role: "cv",
    format,
    languages: ["en"],
    pages: format === "pdf" ? 2 : null,
    bytes: 184_320,
    findings: [],
    ...more,
  };
}

/** The sample candidate's CVs. */
export function sampleDocuments(): DocumentView[] {
  return [
    document("doc-en", "cv-en.pdf", { sentAs: "Ruoxi-Lin-CV-en.pdf" }),
    document("doc-zh", "cv-zh.docx", { sentAs: "Ruoxi-Lin-CV-zh.docx", languages: ["zh"], bytes: 41_984 }),
  ];
}

function view(application: Application): DocumentsView {
  const cv = (language: string) =>
    application.documents.some((it) => it.role === "cv" && it.languages.includes(language));
  const formats = ["pdf", "word", "text", "html"];
  if (application.posting === null) return { asked: [], documents: application.documents };
  return {
    asked: [
      { item: "form", required: true, condition: null, languages: [], formats: [], maxPages: null, isThere: application.form !== null },
      { item: "cv", required: true, condition: null, languages: ["en"], formats, maxPages: null, isThere: cv("en") },
      { item: "cv", required: false, condition: "if applicable", languages: ["zh"], formats, maxPages: null, isThere: cv("zh") },
    ],
    documents: application.documents,
  };
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
        const languages = (name: string) => [/zh|中文|简历/.test(name) ? "zh" : "en"];
        const fresh = names.map((it) => document(world.id("doc"), it, { role, languages: languages(it) }));
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
    documentBytes: async (application, id) => {
      find(application, id);
      return new ArrayBuffer(0);
    },
    documentText: async (application, id) => `Ruoxi Lin\n\nPhD student in systems security\n(${find(application, id).name})`,
  };
}
