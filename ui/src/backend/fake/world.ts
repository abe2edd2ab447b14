/**
 * What the backend in memory remembers, and how its parts change it. One world per page;
 * each part (`home.ts`, `profile.ts`, …) answers the commands of its noun from it.
 */
import type { Stop } from "../backend";
import { BackendError } from "../error";
import type { Card } from "../wire/Card";
import type { Code } from "../wire/Code";
import type { Done } from "../wire/Done";
import type { Handed } from "../wire/Handed";
import type { Home } from "../wire/Home";
import type { PostingDraft } from "../wire/PostingDraft";
import type { MemoryView } from "../wire/MemoryView";
import type { MenuAction } from "../wire/MenuAction";
import type { Stage } from "../wire/Stage";
import type { Trouble } from "../wire/Trouble";
import type { Application } from "./application";
import sample from "../../../../templates/sample/profile.json";

/** How a page may begin: `?stage=new&fields=100&language=zh-Hans&theme=dark&slow=800`. */
export interface Options {
  /** Where the candidate stands at the start. `open` has applications at hand. */
  stage: Stage;
  /** Why the vault is not open. */
  trouble: Trouble | null;
  /** Fails to make the vault with the keyring, for this reason. */
  noKeyring: Trouble | null;
  /** How many fields the form has. */
  fields: number;
  language: "system" | "en" | "zh-Hans";
  theme: "system" | "light" | "dark";
  /** Whether there is a LibreOffice. */
  office: boolean;
  /** Milliseconds that every answer takes. */
  slow: number;
}

export const DEFAULTS: Options = {
  stage: "open",
  trouble: null,
  noKeyring: null,
  fields: 31,
  language: "system",
  theme: "system",
  office: true,
  slow: 0,
};

/** Facts as the profile's JSON holds them. */
export type Facts = Record<string, unknown>;

/** What undo goes back to. */
export interface Snapshot {
  facts: Facts;
  applications: Application[];
  postings: Record<string, PostingDraft>;
  memory: MemoryView;
}

/** What was answered by hand in earlier forms. */
const REMEMBERED: MemoryView["answers"] = [
  {
    id: "channel",
    question: "Get Information From",
    section: ["Application Information"],
    answer: { shown: "Advisor", when: "2026-02-18", form: "2026暑期科研实习申请表.docx" },
  },
  { id: "diet", question: "饮食要求", section: [], answer: { shown: "素食", when: "2026-02-11", form: "夏令营报名表.docx" } },
];

/** The day the tests live in. */
export const TODAY = "2026-03-02";

type Events = { home: Home; handed: Handed[]; hover: boolean; menu: MenuAction };

export class World {
  stage: Stage;
  trouble: Trouble | null;
  settings: Home["settings"];
  protection: Home["vault"]["protection"];
  recoveryKey: string | null = null;
  backupFailed = false;
  lastBackup: string | null = "2026-03-01T21:40";
  facts: Facts = {};
  applications: Application[] = [];
  /** Postings of the candidate's own, by their ids. */
  postings: Record<string, PostingDraft> = {};
  memory: MemoryView = { answers: REMEMBERED, forms: 2 };
  recent: Home["recent"] = [];
  /** Files that were handed over, by token. */
  handed = new Map<string, Handed>();
  /** What was dragged out last, for tests. */
  dragged: string | null = null;
  /** What is on the clipboard, for tests. */
  clipboard = "";
  undoable: { what: Done; before: Snapshot }[] = [];
  redoable: { what: Done; before: Snapshot }[] = [];
  /** Fails the next call of these commands, once each. */
  failNext = new Map<string, BackendError>();
  #listeners: { [E in keyof Events]: Set<(payload: Events[E]) => void> } = {
    home: new Set(),
    handed: new Set(),
    hover: new Set(),
    menu: new Set(),
  };
  #next = 1;

  constructor(
    readonly options: Options,
    /** Makes the home from the world; set by `home.ts`. */
    private readonly makeHome: (world: World) => Home,
  ) {
    this.stage = options.stage;
    this.trouble = options.trouble;
    this.settings = { language: options.language, theme: options.theme, packages: "Candidacy" };
    this.protection = options.stage === "new" || options.stage === "sample" ? null : "keyring";
  }

  /** A fresh name. */
  id(kind: string): string {
    return `${kind}${this.#next++}`;
  }

  /** The sample candidate's facts, to be changed freely. */
  sampleFacts(): Facts {
    return structuredClone(sample) as Facts;
  }

  home(): Home {
    return this.makeHome(this);
  }

  /** An application by its id. */
  application(id: string): Application {
    const found = this.applications.find((it) => it.id === id);
    if (found === undefined) throw fail("notFound", id);
    return found;
  }

  /** Changes what is kept, so that it can be undone. */
  change<T>(what: Done, work: () => T): T {
    const before = this.snapshot();
    return this.keep(() => {
      const done = work();
      this.undoable.push({ what, before });
      this.redoable = [];
      return done;
    });
  }

  /** Changes what is kept; it cannot be undone. Everything that changes goes through here. */
  keep<T>(work: () => T): T {
    if (this.stage === "readOnly") throw fail("vault", null, this.trouble ?? "inUse");
    this.ensureVault();
    const done = work();
    this.tellHome();
    return done;
  }

  /** The first change of the candidate's own data makes the vault. */
  private ensureVault(): void {
    if (this.stage !== "new") return;
    if (this.options.noKeyring !== null) throw fail("vault", null, this.options.noKeyring);
    this.make("keyring");
  }

  /** Makes the vault. */
  make(protection: NonNullable<Home["vault"]["protection"]>): void {
    this.stage = "open";
    this.trouble = null;
    this.protection = protection;
    this.recoveryKey = protection === "open" ? null : newKey();
  }

  snapshot(): Snapshot {
    const { facts, applications, postings, memory } = this;
    return structuredClone({ facts, applications, postings, memory });
  }

  /** Goes back to an earlier state, with what cannot be made undone. */
  restore(to: Snapshot): void {
    this.facts = to.facts;
    this.applications = to.applications.map((then) => {
      const now = this.applications.find((it) => it.id === then.id);
      return now === undefined ? then : { ...then, made: now.made ?? then.made, sent: now.sent };
    });
    this.postings = to.postings;
    this.memory = to.memory;
  }

  on<E extends keyof Events>(event: E, listener: (payload: Events[E]) => void): Stop {
    this.#listeners[event].add(listener);
    return () => this.#listeners[event].delete(listener);
  }

  tell<E extends keyof Events>(event: E, payload: Events[E]): void {
    for (const listener of this.#listeners[event]) listener(payload);
  }

  tellHome(): void {
    this.tell("home", this.home());
  }

  /** Hands a file over, as if it was dropped or chosen. */
  handOver(name: string, kind: Handed["kind"]): Handed {
    const file = { token: this.id("file"), name, kind };
    this.handed.set(file.token, file);
    return file;
  }
}

/** An error as Rust answers it. */
export function fail(
  code: Code,
  subject: string | null = null,
  trouble: Trouble | null = null,
): BackendError {
  return new BackendError({ code, subject, message: `fake: ${code}`, trouble });
}

/** A recovery key of the right shape that opens nothing. */
export function newKey(): string {
  const letters = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";
  const at = (n: number) => letters[(n * 7 + 3) % letters.length] ?? "Q";
  return `AGE-SECRET-KEY-1${Array.from({ length: 58 }, (_, n) => at(n)).join("")}`;
}

export type { Card };
