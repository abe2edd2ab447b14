/** The package: what is still to do, the message, what was made and sent. */
import type { Backend } from "../backend";
import type { FindingView } from "../wire/FindingView";
import type { PackageView } from "../wire/PackageView";
import type { PapersView } from "../wire/PapersView";
import type { PackedFile } from "../wire/PackedFile";
import type { PostingCard } from "../wire/PostingCard";
import type { Application } from "./application";
import { against, askedOf } from "./documents";
import { missing } from "./home";
import { papersOf } from "./papers";
import { fail, TODAY, type World } from "./world";

type Part = Pick<
  Backend,
  | "package"
  | "editMessage"
  | "pack"
  | "openDraft"
  | "openRefereeDraft"
  | "showFolder"
  | "dragOut"
  | "saveZip"
  | "board"
  | "markSent"
  | "forgetSent"
  | "saveSent"
>;

const MSRA = "msra-trustworthy-systems";
const NOTE = "an internship position in MSRA Trustworthy Systems Research Group";

/** The message as we would write it. */
export function newMessage(posting: PostingCard | null): Application["message"] {
  const place = posting?.id === MSRA ? NOTE : (posting?.title ?? "a research internship");
  return {
    to: [],
    cc: [],
    subject: `Ruoxi Lin: application for ${place}`,
    body: `Dear team,\n\nI apply for ${place}.\nThe application form and my CVs are attached.\n\nKind regards,\nRuoxi Lin`,
    isEdited: false,
  };
}

const FINDINGS: Record<string, Omit<FindingView, "code" | "about">> = {
  noForm: { stops: true, what: "the application form is missing", hint: "choose the form", fix: { go: "chooseForm" } },
  requiredBlank: { stops: true, what: "required fields are blank", hint: "answer them", fix: { go: "form" } },
  notApproved: { stops: true, what: "the form is not approved", hint: "look at the answers and approve them", fix: { go: "approve" } },
  noCv: { stops: true, what: "a CV is missing", hint: "add a CV", fix: { go: "addDocument", role: "cv" } },
  noRecipient: { stops: true, what: "nobody to send to", hint: "type the address from the posting", fix: { go: "recipient" } },
};

/** What stops nothing. */
const WARNINGS: Record<string, Omit<FindingView, "code" | "about" | "stops">> = {
  ourEdition: { what: "the form is our own Word edition", hint: "give the posting's own", fix: { go: "chooseForm" } },
  phraseMissing: { what: "a phrase is not there", hint: "put it back", fix: { go: "subject" } },
  durationUnknown: { what: "how long is not known", hint: "say so", fix: { go: "profile", pointer: "/availability" } },
  noPortalAddress: { what: "no address of the portal", hint: "look it up", fix: null },
  // A code that no screen has words for yet.
  somethingNew: { what: "something new was found", hint: "look at it", fix: null },
};

function findings(application: Application): FindingView[] {
  const stops = missing(application).flatMap((code) => {
    const known = FINDINGS[code];
    return known === undefined ? [] : [{ ...known, code, about: [] }];
  });
  const warn = (code: string, about: string[] = []): FindingView[] => {
    const known = WARNINGS[code];
    return known === undefined ? [] : [{ ...known, code, about, stops: false }];
  };
  const asked = askedOf(application);
  const { form, message, posting } = application;
  const isThere = `${message.subject}\n${message.body}`.includes(NOTE);
  return [
    ...stops,
    ...application.documents.flatMap((it) => against(it, asked)),
    ...(form?.isOurEdition ? warn("ourEdition") : []),
    ...(posting === MSRA && !isThere ? warn("phraseMissing", [NOTE]) : []),
    ...(posting === MSRA ? warn("durationUnknown", ["3", "months"]) : []),
    ...(posting === null ? warn("somethingNew") : []),
  ];
}

/** What the letters and the PDF copy lack. */
function ofPapers({ letters, copy }: PapersView): FindingView[] {
  const gaps = letters.filter((it) => it.isEnclosed).flatMap((it) => it.gaps.map((gap) => gap.key));
  const found: FindingView[] = [];
  if (gaps.length > 0) {
    found.push({ code: "letterIncomplete", stops: true, about: gaps, what: "gaps", hint: "fill them", fix: { go: "letter" } });
  }
  if (copy?.isWanted && !copy.canBeMade) {
    found.push({ code: "pdfDoubtful", stops: false, about: ["noOffice"], what: "no LibreOffice", hint: "install it", fix: null });
  }
  return found;
}

function files(application: Application): PackedFile[] {
  const form: PackedFile[] =
    application.form === null ? [] : [{ name: "Ruoxi-Lin-application-form.docx", role: "form", stays: false, bytes: 48_211 }];
  const letters = application.papers.letters
    .filter((it) => it.isEnclosed)
    .flatMap(({ language }) => {
      const name = `Cover-letter${language === "zh" ? "-Chinese" : ""}-Ruoxi-Lin`;
      return [
        { name: `${name}.pdf`, role: "letter", stays: false, bytes: 61_204 },
        { name: `${name}.docx`, role: "letter", stays: true, bytes: 9_871 },
      ];
    });
  const documents = application.documents.map((it) => ({ name: it.sentAs, role: it.role, stays: false, bytes: it.bytes }));
  return [...form, ...letters, ...documents];
}

/** The PDF copy that is made with the package. */
function copied(world: World, { papers, form }: Application): PackedFile[] {
  if (form === null || !papers.copies || !world.options.office) return [];
  return [{ name: "Ruoxi-Lin-application-form.pdf", role: "form", stays: false, bytes: 88_120 }];
}

/** What a package was made from, to see whether it changed since. */
const madeFrom = new Map<string, string>();

function content({ documents, message, form, papers }: Application): string {
  return JSON.stringify([papers, documents.map((it) => [it.id, it.role]), message, form?.revision, form?.isApproved]);
}

function isStale(application: Application): boolean {
  const before = madeFrom.get(application.id);
  return before !== undefined && before !== content(application);
}

/** The package as it is shown. */
export function packageView(world: World, application: Application): PackageView {
  const papers = papersOf(world, application);
  const found = [...findings(application), ...ofPapers(papers)].sort((a, b) => Number(b.stops) - Number(a.stops));
  const { subject, body } = application.message;
  const byPortal = application.posting === "msr-networking-redmond";
  return {
    findings: found,
    isReady: !found.some((it) => it.stops),
    evidence: [
      { qualification: "Currently in a Ph.D. program", verdict: "met", reasons: [{ en: "Doctoral student since 2023-09", zh: "2023 年 9 月起博士在读", canSay: true }] },
      { qualification: "Has already published a decent paper", verdict: "met", reasons: [{ en: "2 publications", zh: "2 篇论文", canSay: true }] },
      { qualification: "Hands-on experience with real systems", verdict: "perhaps", reasons: [{ en: "“Linux” stands in 2 projects", zh: "2 个项目提到 Linux", canSay: false }] },
      { qualification: "Award in a CTF or programming contest", verdict: "nothingFound", reasons: [] },
    ],
    referees: [],
    oneIsEnough: true,
    message: byPortal
      ? null
      : { ...application.message, must: application.posting === null ? [] : [{ words: NOTE, isThere: `${subject}\n${body}`.includes(NOTE) }] },
    byPortal,
    urls: byPortal ? ["https://jobs.example.com/research-intern-networking"] : [],
    papers,
    files: files(application),
    made: application.made === null ? null : { ...application.made, isStale: application.made.isStale || isStale(application) },
    sent: application.sent,
  };
}

export function packagePart(world: World): Part {
  const edited = (id: string, work: (of: Application) => void) => {
    const of = world.application(id);
    work(of);
    return packageView(world, of);
  };
  const change = (id: string, work: (of: Application) => void) => world.change("editMessage", () => edited(id, work));
  /** What goes out cannot be undone. */
  const keep = (id: string, work: (of: Application) => void) => world.keep(() => edited(id, work));
  const made = (id: string) => {
    const { made: found } = world.application(id);
    if (found === null) throw fail("notReady");
    return found;
  };
  return {
    package: async (id) => packageView(world, world.application(id)),
    editMessage: async (id, edit) =>
      change(id, ({ message, posting }) => {
        const { reset, ...rest } = edit;
        if (reset) {
          const fresh = newMessage(world.home().postings.find((it) => it.id === posting) ?? null);
          Object.assign(message, { subject: fresh.subject, body: fresh.body, isEdited: false });
        }
        Object.assign(message, rest);
        if (rest.subject !== undefined || rest.body !== undefined) message.isEdited = true;
      }),
    pack: async (id) => {
      if (!packageView(world, world.application(id)).isReady) throw fail("notReady");
      return keep(id, (of) => {
        of.state = "packed";
        madeFrom.set(of.id, content(of));
        of.made = {
          folder: "Ruoxi-Lin-Trustworthy-Systems",
          to: [...of.message.to],
          when: `${TODAY}T10:40`,
          findings: [],
          files: [...files(of), ...copied(world, of), { name: "draft.eml", role: "draft", stays: true, bytes: 301_220 }, { name: "manifest.json", role: "manifest", stays: true, bytes: 2104 }],
          hasDraft: of.posting !== "msr-networking-redmond",
          isStale: false,
          isThere: true,
        };
      });
    },
    openDraft: async (id) => void made(id),
    openRefereeDraft: async (id, referee) => {
      if (packageView(world, world.application(id)).referees[referee] === undefined) throw fail("notFound");
    },
    showFolder: async (id) => void made(id),
    dragOut: async (id, file) => {
      if (!made(id).files.some((it) => it.name === file)) throw fail("notFound", file);
      world.dragged = file;
    },
    saveZip: async (id) => made(id) !== null,
    board: async (id) => {
      const { form, message, posting } = world.application(id);
      const answers = (form?.fields ?? []).filter((it) => it.status === "filled");
      const words = [
        { part: "message", label: "to", isKey: true, value: message.to.join(", ") },
        { part: "message", label: "subject", isKey: true, value: message.subject },
        { part: "message", label: "body", isKey: true, value: message.body },
      ];
      return [
        ...(posting === "msr-networking-redmond" ? [] : words.filter((it) => it.value !== "")),
        { part: "contact", label: "name", isKey: true, value: "Ruoxi Lin" },
        { part: "contact", label: "name.pinyin", isKey: true, value: "LIN Ruoxi" },
        { part: "contact", label: "contact.email", isKey: true, value: "ruoxi.lin@example.edu" },
        { part: "contact", label: "contact.phone", isKey: true, value: "+86 199 0000 0042" },
        ...["Yunqi University of Technology", "Qingchuan University"].map((value) => ({
          part: "education",
          label: "education[].institution",
          isKey: true,
          value,
        })),
        ...answers.map((it) => ({ part: "form", label: it.label, isKey: false, value: it.shown })),
      ];
    },
    markSent: async (id, to) =>
      keep(id, (of) => {
        of.state = "sent";
        of.sent = [{ id: world.id("sent"), when: `${TODAY}T10:45`, to, files: files(of), lost: [] }, ...of.sent];
      }),
    forgetSent: async (id, sent) =>
      keep(id, (of) => {
        of.sent = of.sent.filter((it) => it.id !== sent);
        of.state = of.sent.length > 0 ? "sent" : "packed";
      }),
    saveSent: async () => true,
  };
}
