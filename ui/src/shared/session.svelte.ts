/**
 * What all screens share: where the candidate stands, whether everything is saved,
 * and what to do when something cannot be.
 */
import { createContext, untrack } from "svelte";
import type { Backend } from "../backend/backend";
import { BackendError } from "../backend/error";
import type { Card } from "../backend/wire/Card";
import type { Handed } from "../backend/wire/Handed";
import type { Home } from "../backend/wire/Home";
import { setLanguage, t } from "../i18n/index.svelte";
import { explain } from "./explain";
import { setTheme } from "./theme.svelte";
import { toast } from "./toasts.svelte";

/** Takes files that were handed over; `true`: they were for it. The latest screen is asked first. */
export type Taker = (files: Handed[]) => boolean;

/** Asked when data cannot be kept as planned. `true`: there is another way now, try again. */
export type Keeper = (error: BackendError) => Promise<boolean>;

export class Session {
  /** Where the candidate stands; `null` until the backend has said so. */
  home: Home | null = $state.raw(null);
  /** Why it could not be said. */
  failure: BackendError | null = $state.raw(null);
  /** Whether files hover over the window. */
  isHovered = $state(false);
  /** Opens the dialog for a new application; files that it is for, perhaps. */
  beginning: { file: Handed | null } | null = $state.raw(null);

  /** Whether the new recovery key is on the screen. */
  showsRecovery = $state(false);

  #pending = $state(0);
  #lastFailed = $state(false);
  #takers: Taker[] = [];
  #waiting: Handed[] | null = null;
  /** Files that came before anybody could take them: with the start, or while all is locked. */
  #untaken: Handed[] | null = null;
  #keeper: Keeper | null = null;

  constructor(readonly backend: Backend) {}

  /** Begins to listen. Stops when called. */
  begin(): () => void {
    const stops = [
      this.backend.onHome((home) => this.take(home)),
      this.backend.onHanded((files) => this.hand(files)),
      this.backend.onHover((hovers) => (this.isHovered = hovers)),
    ];
    void this.load();
    return () => stops.forEach((stop) => stop());
  }

  /** Asks where the candidate stands. */
  async load(): Promise<void> {
    try {
      this.failure = null;
      this.take(await this.backend.home());
    } catch (thrown) {
      this.failure = BackendError.from(thrown);
    }
  }

  /** Takes a fresh answer. */
  take(home: Home): void {
    this.home = home;
    setLanguage(home.settings.language);
    setTheme(home.settings.theme);
    const untaken = this.#untaken;
    this.#untaken = null;
    if (untaken !== null) this.hand(untaken);
  }

  /** The card of an application. */
  card(application: string): Card | null {
    return this.home?.applications.find((it) => it.id === application) ?? null;
  }

  /** Whether nothing can be changed. */
  get isReadOnly(): boolean {
    return this.home?.stage === "readOnly";
  }

  /** Whether what was typed is kept: for the words beside the title. */
  get saving(): "saved" | "saving" | "failed" {
    if (this.#pending > 0) return "saving";
    return this.#lastFailed ? "failed" : "saved";
  }

  /**
   * Does something that changes what is kept, and tells the candidate when it fails.
   * Gives `undefined` then. Where data cannot be kept as planned, the candidate is asked
   * for another way, and it is tried once more.
   */
  async change<T>(work: () => Promise<T>): Promise<T | undefined> {
    this.#pending += 1;
    try {
      const done = await this.#tryTwice(work);
      this.#lastFailed = false;
      return done;
    } catch (thrown) {
      this.#lastFailed = true;
      this.tell(thrown);
      // The vault may be shut, or another's, since it was asked last.
      if (BackendError.from(thrown).code === "vault") void this.load();
      return undefined;
    } finally {
      this.#pending -= 1;
    }
  }

  /** Does something that changes nothing that is kept (shows a folder, copies), and tells when it fails. */
  async attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (thrown) {
      this.tell(thrown);
      return undefined;
    }
  }

  async #tryTwice<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (thrown) {
      const error = BackendError.from(thrown);
      const another = error.code === "vault" && this.#keeper !== null && (await this.#keeper(error));
      if (!another) throw error;
      return await work();
    }
  }

  /** Tells the candidate about a failure. */
  tell(thrown: unknown): void {
    const { what, hint } = explain(BackendError.from(thrown));
    toast(`${what} ${hint}`, { kind: "problem" });
  }

  /** Takes back what was done last. */
  async undo(): Promise<void> {
    const what = this.home?.undo;
    if (!what) return void toast(t("frame.nothingToUndo"));
    const home = await this.change(() => this.backend.undo());
    if (home === undefined) return;
    this.take(home);
    const again = { label: t("common.redo"), run: () => void this.redo() };
    toast(t("frame.undone", { what: t(`frame.done.${what}`) }), { action: again });
  }

  /** Does again what was taken back. */
  async redo(): Promise<void> {
    const what = this.home?.redo;
    if (!what) return void toast(t("frame.nothingToRedo"));
    const home = await this.change(() => this.backend.redo());
    if (home === undefined) return;
    this.take(home);
    toast(t("frame.redone", { what: t(`frame.done.${what}`) }), { action: this.undoing() });
  }

  /** The button of a note that takes back what was just done. */
  undoing(): { label: string; run: () => void } {
    return { label: t("common.undo"), run: () => void this.undo() };
  }

  /** Puts words on the clipboard and says so. */
  async copy(text: string): Promise<void> {
    const done = await this.attempt(async () => {
      await this.backend.copy(text);
      return true;
    });
    if (done) toast(t("common.copied"));
  }

  /** Lets a screen take files that are handed over while it is shown. Call what it gives to stop. */
  takeFiles(taker: Taker): () => void {
    this.#takers.push(taker);
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting !== null && !untrack(() => taker(waiting))) this.#waiting = waiting;
    return () => (this.#takers = this.#takers.filter((it) => it !== taker));
  }

  /** Hands files to the screens, the latest first. */
  hand(files: Handed[]): void {
    this.isHovered = false;
    if (this.#takers.findLast((taker) => taker(files)) === undefined) this.#untaken = files;
  }

  /** Keeps files for the screen that comes next. */
  handLater(files: Handed[]): void {
    this.#waiting = files;
  }

  /** Sets who finds another way when data cannot be kept as planned. */
  set keeper(keeper: Keeper | null) {
    this.#keeper = keeper;
  }
}

export const [useSession, provideSession] = createContext<Session>();
