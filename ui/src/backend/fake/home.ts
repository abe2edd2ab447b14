/** The app and the applications. */
import type { Backend } from "../backend";
import type { Card } from "../wire/Card";
import type { Counts } from "../wire/Counts";
import type { FieldView } from "../wire/FieldView";
import type { Home } from "../wire/Home";
import type { PostingCard } from "../wire/PostingCard";
import type { Application } from "./application";
import { sampleDocuments } from "./documents";
import { newForm } from "./form";
import { newPapers } from "./papers";
import { newMessage } from "./package";
import { ownPostings } from "./postings";
import { fail, TODAY, type World } from "./world";

type Part = Pick<
  Backend,
  | "home"
  | "trySample"
  | "leaveSample"
  | "undo"
  | "redo"
  | "setSettings"
  | "choosePackagesFolder"
  | "copy"
  | "errorDetails"
  | "beginApplication"
  | "chooseForm"
  | "editApplication"
  | "removeApplication"
>;

const POSTINGS: PostingCard[] = [
  {
    id: "msra-trustworthy-systems",
    title: "Trustworthy Systems Research Intern",
    organisation: "Microsoft Research Asia",
    group: "Trustworthy Systems Group",
    byMail: true,
    byPortal: false,
    hasForm: true,
    isOwn: false,
  },
  {
    id: "msr-networking-redmond",
    title: "Research Intern, Networking",
    organisation: "Microsoft Research",
    group: "Networking Research Group",
    byMail: false,
    byPortal: true,
    hasForm: false,
    isOwn: false,
  },
];

/** A new application. */
export function newApplication(
  world: World,
  posting: PostingCard | null,
  formName: string | null,
): Application {
  const form = formName ?? (posting?.hasForm ? "application-form.docx" : null);
  return {
    id: world.id("app"),
    title: posting?.title ?? (formName ?? "").replace(/\.\w+$/, ""),
    organisation: posting?.organisation ?? null,
    posting: posting?.id ?? null,
    state: "draft",
    deadline: null,
    changed: `${TODAY}T10:00`,
    form: form === null ? null : newForm(form, formName === null, world.options.fields),
    documents: [],
    message: newMessage(posting),
    papers: newPapers(),
    made: null,
    sent: [],
  };
}

/** How the world begins. */
export function fillWorld(world: World): void {
  if (world.stage === "new" || world.stage === "locked") return;
  world.facts = world.sampleFacts();
  const [msra = null, networking = null] = POSTINGS;
  const first = newApplication(world, msra, null);
  first.deadline = "2026-03-15";
  first.documents = sampleDocuments();
  world.applications = [first];
  if (world.stage === "sample") return;
  const second = newApplication(world, networking, null);
  second.deadline = "2026-04-30";
  const third = newApplication(world, null, "2026暑期科研实习申请表.docx");
  third.organisation = "云栖理工大学";
  third.state = "sent";
  third.changed = "2026-02-20T18:12";
  third.documents = sampleDocuments().slice(1);
  third.sent = [
    {
      id: "sent0",
      when: "2026-02-20T18:12",
      to: ["intern@example.edu"],
      files: [{ name: "application.docx", role: "form", stays: false, bytes: 48_211 }],
      lost: [],
    },
  ];
  world.applications.push(second, third);
  world.recent = [
    { id: "recent1", name: "2026暑期科研实习申请表.docx", opened: "2026-02-18T09:30" },
    { id: "recent2", name: "internship_application_form.xlsx", opened: "2026-02-11T16:05" },
  ];
}

/** How many fields are how. */
export function count(fields: readonly FieldView[]): Counts {
  const counts: Counts = { filled: 0, check: 0, held: 0, open: 0, left: 0, requiredBlank: 0 };
  for (const field of fields) {
    const how = kindOf(field);
    counts[how] += 1;
    if (field.required && (how === "held" || how === "open" || field.status === "offered"))
      counts.requiredBlank += 1;
  }
  return counts;
}

function kindOf(field: FieldView): Exclude<keyof Counts, "requiredBlank"> {
  if (field.status === "filled") return field.sure === "check" ? "check" : "filled";
  if (field.status === "offered") return "check";
  if (field.status === "held") return "held";
  if (field.status === "noFact" || field.status === "unknown") return "open";
  return "left";
}

/** What stops an application, most important first. */
export function missing(application: Application): string[] {
  const codes: string[] = [];
  const counts = application.form === null ? null : count(application.form.fields);
  if (application.form === null && application.posting === "msra-trustworthy-systems") codes.push("noForm");
  if (counts !== null && counts.requiredBlank > 0) codes.push("requiredBlank");
  if (application.form !== null && !application.form.isApproved) codes.push("notApproved");
  if (!application.documents.some((it) => it.role === "cv")) codes.push("noCv");
  if (application.posting === "msra-trustworthy-systems" && application.message.to.length === 0) {
    codes.push("noRecipient");
  }
  return ["sent", "answered", "closed"].includes(application.state) ? [] : codes;
}

/** The last day that a posting of the candidate's own names. */
function posted(world: World, posting: string | null): string | null {
  const facts = posting === null ? undefined : world.postings[posting]?.facts;
  return facts?.find((it) => it.name === "deadline.date")?.text || null;
}

function card(world: World, application: Application): Card {
  const { id, title, organisation, posting, state, changed, form } = application;
  const deadline = application.deadline ?? posted(world, posting);
  const days = deadline === null ? null : (Date.parse(deadline) - Date.parse(TODAY)) / 86_400_000;
  return {
    id,
    title,
    organisation,
    posting,
    state,
    deadline,
    daysLeft: days === null ? null : Math.round(days),
    form: form?.name ?? null,
    counts: form === null ? null : count(form.fields),
    isApproved: form?.isApproved ?? false,
    documents: application.documents.length,
    missing: missing(application),
    changed,
    sent: application.sent[0]?.when ?? null,
  };
}

/** What the frame shows of the world. */
export function makeHome(world: World): Home {
  const basics = world.facts["basics"] as { name?: { en?: string } } | undefined;
  const urgent = (it: Card) => [it.state === "sent" ? 1 : 0, it.daysLeft ?? 999] as const;
  const cards = world.applications.map((it) => card(world, it)).sort((a, b) => {
    const [sentA, daysA] = urgent(a);
    const [sentB, daysB] = urgent(b);
    return sentA - sentB || daysA - daysB;
  });
  return {
    stage: world.stage,
    settings: world.settings,
    dragsOut: true,
    vault: {
      protection: world.protection,
      trouble: world.trouble,
      recoveryDue: world.recoveryKey !== null,
      backupFailed: world.backupFailed,
      lastBackup: world.protection === null ? null : world.lastBackup,
    },
    applications: cards,
    postings: [...ownPostings(world), ...POSTINGS],
    recent: world.recent,
    candidate: basics?.name?.en ?? null,
    undo: world.undoable.at(-1)?.what ?? null,
    redo: world.redoable.at(-1)?.what ?? null,
  };
}

export function homePart(world: World): Part {
  return {
    home: async () => world.home(),
    trySample: async () => {
      world.stage = "sample";
      fillWorld(world);
      world.tellHome();
      return world.home();
    },
    leaveSample: async () => {
      world.stage = "new";
      world.facts = {};
      world.applications = [];
      world.undoable = [];
      world.redoable = [];
      world.tellHome();
      return world.home();
    },
    undo: async () => step(world, "undoable", "redoable"),
    redo: async () => step(world, "redoable", "undoable"),
    setSettings: async (settings) => {
      world.settings = settings;
      world.tellHome();
      return world.home();
    },
    choosePackagesFolder: async () => {
      world.settings = { ...world.settings, packages: "Applications 2026" };
      world.tellHome();
      return world.home();
    },
    copy: async (text) => {
      world.clipboard = text;
    },
    errorDetails: async () => "Candidacy 0.1.0 (fake)\nsystem: browser\nstage: open\nerrors: none",
    beginApplication: async (begin) => {
      const posting = [...ownPostings(world), ...POSTINGS].find((it) => it.id === begin.posting) ?? null;
      const handed = begin.form === null ? null : (world.handed.get(begin.form) ?? null);
      const recent = world.recent.find((it) => it.id === begin.recent) ?? null;
      if (begin.form !== null && handed === null) throw fail("notFound");
      return world.change("beginApplication", () => {
        const fresh = newApplication(world, posting, handed?.name ?? recent?.name ?? null);
        world.applications.push(fresh);
        return fresh.id;
      });
    },
    chooseForm: async () => world.handOver("internship_application_form.docx", "form"),
    editApplication: async (id, edit) => {
      world.change("editApplication", () => {
        const application = world.application(id);
        const { title, deadline, state } = edit;
        if (title !== undefined) application.title = title;
        // The posting's own day is not kept: it may be corrected.
        const isPosted = deadline === "" || deadline === posted(world, application.posting);
        if (deadline !== undefined) application.deadline = isPosted ? null : deadline;
        if (state !== undefined) application.state = state;
      });
      return world.home();
    },
    removeApplication: async (id) => {
      world.change("removeApplication", () => {
        world.application(id);
        world.applications = world.applications.filter((it) => it.id !== id);
      });
      return world.home();
    },
  };
}

/** Goes one step back or forth. */
function step(world: World, from: "undoable" | "redoable", to: "undoable" | "redoable"): Home {
  const last = world[from].pop();
  if (last !== undefined) {
    world[to].push({ what: last.what, before: world.snapshot() });
    world.restore(last.before);
    world.tellHome();
  }
  return world.home();
}
