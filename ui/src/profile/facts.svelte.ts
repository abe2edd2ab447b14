/**
 * The candidate's facts as the screen holds them: what the backend keeps, and over it what
 * was typed and is not kept yet. It outlives the screen, so that nothing typed is lost by
 * going elsewhere while a save takes its time or fails.
 *
 * **Invariant:** an edit leaves the queue only when the backend has kept it, or when the
 * candidate changed the same place again.
 */
import { createContext } from "svelte";
import { BackendError } from "../backend/error";
import type { ImportedView } from "../backend/wire/ImportedView";
import type { ProfileEdit } from "../backend/wire/ProfileEdit";
import type { ProfileFinding } from "../backend/wire/ProfileFinding";
import type { ProfileView } from "../backend/wire/ProfileView";
import type { Stage } from "../backend/wire/Stage";
import type { Suggestion } from "../backend/wire/Suggestion";
import type { Wanted } from "../backend/wire/Wanted";
import { tMaybe } from "../i18n/index.svelte";
import type { Session } from "../shared/session.svelte";
import { followed, merged } from "./edits";
import { missing } from "./fullness";
import { listsTo, PLACES } from "./places";
import { applied, at, entries, isBlank, isWithin, last, moved, nested, parent, pattern, words, type Facts } from "./pointer";

/** Milliseconds until a save that failed for a passing reason is tried again. */
const AGAIN = [4_000, 15_000, 60_000];

/** Groups and lists, each with the members in it that take an answer. */
const HOLDERS: ReadonlyMap<string, string[]> = new Map(
  PLACES.filter((it) => it.member.members !== undefined).map(({ pattern: path }) => [
    path,
    PLACES.filter((it) => isWithin(it.pattern, path) && it.member.members === undefined).map((it) => it.pattern),
  ]),
);

export class ProfileFacts {
  /** What the backend keeps, and says about it; `null` until it has answered. */
  view: ProfileView | null = $state.raw(null);
  /** Why the profile could not be read. */
  unreadable: BackendError | null = $state.raw(null);
  /** Why what was typed could not be kept. */
  failure: BackendError | null = $state.raw(null);
  /** What the last import added. */
  imported: ImportedView | null = $state.raw(null);
  /** Words that are no date yet, by pointer. */
  unread: Record<string, string> = $state({});

  /** Waits to be sent. */
  #waiting: ProfileEdit[] = $state.raw([]);
  /** Is being kept right now. */
  #sent: ProfileEdit[] = $state.raw([]);
  /** Was refused as it is: kept on the screen until it is changed. */
  #refused: ProfileEdit[] = $state.raw([]);
  /** Lists with an entry that says nothing yet. It is not sent until it does. */
  #blanks: string[] = $state.raw([]);
  /** What tells the entries of a list apart while they move. */
  #keys: Record<string, number[]> = {};
  #nextKey = 1;
  #version = 0;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSending = false;
  #isSample: boolean | null = null;

  /** The facts without the entries that say nothing yet. */
  readonly #said: Facts = $derived.by(() =>
    [...this.#refused, ...this.#sent, ...this.#waiting].reduce(applied, this.view?.facts ?? {}),
  );

  /** The facts as the screen shows them. */
  readonly facts: Facts = $derived.by(() =>
    this.#blanks.reduce((facts, list) => applied(facts, { edit: "set", pointer: `${list}/-`, value: {} }), this.#said),
  );

  /** What the applications at hand ask for and the candidate has not said. */
  readonly missing: Wanted[] = $derived.by(() => missing(this.view?.wanted ?? [], this.facts));

  /** Groups and lists of which everything is sensitive. */
  readonly #locked: ReadonlySet<string> = $derived.by(() => {
    const sensitive = this.view?.sensitive ?? [];
    const isIn = (path: string) => sensitive.some((it) => isWithin(path, it) || isWithin(it, path));
    return new Set([...HOLDERS].filter(([, leaves]) => leaves.every(isIn)).map(([path]) => path));
  });

  constructor(private readonly session: Session) {}

  /** Asks the backend, unless something of ours is on its way there. */
  async load(): Promise<void> {
    if (this.#isSending) return;
    const version = this.#version;
    try {
      const view = await this.session.backend.profile();
      if (version === this.#version && !this.#isSending) this.#take(view);
      this.unreadable = null;
    } catch (thrown) {
      this.unreadable = BackendError.from(thrown);
    }
  }

  /** Reads the facts anew where they may have changed; forgets them where another candidate's come. */
  follow(stage: Stage | undefined): void {
    const isSample = stage === "sample";
    if (this.#isSample !== null && this.#isSample !== isSample) this.#reset();
    this.#isSample = isSample;
    if (stage !== undefined) void this.load();
  }

  #reset(): void {
    clearTimeout(this.#timer);
    this.#version += 1;
    this.#waiting = this.#sent = this.#refused = [];
    this.#blanks = [];
    this.#keys = {};
    this.view = this.failure = this.imported = null;
    this.unread = {};
  }

  // Reading

  /** What stands at a pointer. */
  at(pointer: string): unknown {
    return at(this.facts, pointer);
  }

  /** The words at a pointer; empty where there are none. */
  words(pointer: string): string {
    return words(this.facts, pointer);
  }

  /** The entries of a list, each with a key that stays with it when it moves. */
  entries(list: string): { key: number; pointer: string; value: unknown }[] {
    const values = entries(this.facts, list);
    const keys = (this.#keys[list] ??= []);
    while (keys.length < values.length) keys.push(this.#nextKey++);
    keys.length = values.length;
    return values.map((value, n) => ({ key: keys[n] ?? n, pointer: `${list}/${n}`, value }));
  }

  /** What the backend found at a pointer, the worst first. */
  finding(pointer: string): ProfileFinding | null {
    return this.view?.findings.find((it) => it.pointer === pointer) ?? null;
  }

  /** The worst that the backend found at a pointer, in plain words. */
  problem(pointer: string): string | null {
    const found = this.finding(pointer);
    return found === null ? null : (tMaybe(`profile.finding.${found.code}`) ?? found.message);
  }

  /** How much was found at a pointer or within it, words that are no date among it. */
  problemsWithin(pointer: string): number {
    const found = this.view?.findings.filter((it) => isWithin(it.pointer, pointer)).length ?? 0;
    return found + Object.keys(this.unread).filter((it) => isWithin(it, pointer)).length;
  }

  /** Whether the backend refused what stands at a pointer or within it. */
  isRefused(pointer: string): boolean {
    return this.#refused.some((it) => isWithin(it.pointer, pointer) || isWithin(pointer, it.pointer));
  }

  /** What the backend would write at a pointer, unless it is there already. */
  suggestion(pointer: string): Suggestion | null {
    const found = this.view?.suggestions.find((it) => it.pointer === pointer) ?? null;
    return found !== null && found.value !== this.words(pointer) ? found : null;
  }

  /** Whether a pointer's fact, or one within it, goes into a form only when it is released. */
  isSensitive(pointer: string): boolean {
    const path = pattern(pointer);
    if (this.view?.sensitive.some((it) => isWithin(path, it) || isWithin(it, path))) return true;
    // A fact of the candidate's own says so itself.
    return /^\/extra\/\d+\/value/.test(pointer) && this.at(`${pointer.split("/", 3).join("/")}/sensitive`) === true;
  }

  /** Whether a lock stands at a pointer: at the outermost place that is sensitive as a whole. */
  hasLock(pointer: string): boolean {
    const path = pattern(pointer);
    for (let around = parent(path); around !== ""; around = parent(around)) {
      if (this.#locked.has(around)) return false;
    }
    return this.#locked.has(path) || (!HOLDERS.has(path) && this.isSensitive(pointer));
  }

  /** Whether something typed is not kept yet. */
  get isUnsaved(): boolean {
    return this.#waiting.length + this.#sent.length + this.#refused.length > 0;
  }

  /** Whether nothing can be changed. */
  get isReadOnly(): boolean {
    return this.session.isReadOnly;
  }

  /** A date as people type it, as the profile writes it; `null`: none that is understood. */
  async readDate(text: string): Promise<string | null> {
    return this.session.backend.readDate(text).catch(() => null);
  }

  // Changing

  /** Writes a member; blank words take it away. */
  set(pointer: string, value: unknown): void {
    if (isBlank(value)) {
      if (at(this.#said, pointer) !== undefined) this.#edit({ edit: "remove", pointer });
      return;
    }
    if (JSON.stringify(value) === JSON.stringify(at(this.#said, pointer))) return;
    this.#edit(this.#intoBlank(pointer, value) ?? { edit: "set", pointer, value });
  }

  /** Adds an entry that says nothing yet, and gives its pointer. */
  add(list: string): string {
    const values = entries(this.facts, list);
    if (!this.#blanks.includes(list)) this.#blanks = [...this.#blanks, list];
    else return `${list}/${values.length - 1}`;
    return `${list}/${values.length}`;
  }

  /** Whether an entry says nothing yet and is on the screen alone. */
  isFresh(pointer: string): boolean {
    return this.#blanks.includes(parent(pointer)) && Number(last(pointer)) >= entries(this.#said, parent(pointer)).length;
  }

  /** Takes an entry away. `false`: it said nothing, so there is nothing to take back. */
  remove(pointer: string): boolean {
    const list = parent(pointer);
    this.#keys[list]?.splice(Number(last(pointer)), 1);
    if (this.isFresh(pointer)) {
      this.#dropBlanks(pointer);
      this.#blanks = this.#blanks.filter((it) => it !== list);
      this.unread = this.#withoutUnread(pointer);
      return false;
    }
    this.#edit({ edit: "remove", pointer });
    return true;
  }

  /** Puts an entry elsewhere in its list. */
  move(list: string, from: number, to: number): void {
    const length = entries(this.facts, list).length;
    if (to < 0 || to >= length || from === to) return;
    if (this.#blanks.includes(list) && Math.max(from, to) >= length - 1) {
      this.#blanks = this.#blanks.filter((it) => it !== list);
      this.#waiting = [...this.#waiting, { edit: "set", pointer: `${list}/-`, value: {} }];
    }
    this.#keys[list] = moved(this.#keys[list] ?? [], from, to);
    this.#edit({ edit: "move", pointer: list, from, to });
  }

  /** Keeps words that are no date yet, or forgets them. */
  setUnread(pointer: string, typed: string | null): void {
    if (typed === null) delete this.unread[pointer];
    else this.unread[pointer] = typed;
  }

  /** Tries again to keep what was typed. */
  async retry(): Promise<void> {
    this.#waiting = [...this.#refused, ...this.#waiting];
    this.#refused = [];
    this.failure = null;
    this.#tries = 0;
    await this.#send();
  }

  /** Takes what came with another command's answer. */
  take(view: ProfileView): void {
    this.#version += 1;
    this.#take(view);
  }

  /** Drops the last entry that says nothing yet. `false`: there is none. */
  dropFresh(): boolean {
    const list = this.#blanks.at(-1);
    if (list === undefined) return false;
    this.remove(`${list}/${entries(this.facts, list).length - 1}`);
    return true;
  }

  #take(view: ProfileView): void {
    this.view = view;
  }

  /** The edit that makes an entry of what is typed into a blank one; `null`: it is in none. */
  #intoBlank(pointer: string, value: unknown): ProfileEdit | null {
    for (const { list, place } of listsTo(pointer)) {
      const length = entries(this.#said, list).length;
      if (!this.#blanks.includes(list) || place < length) continue;
      const inside = pointer.slice(`${list}/${place}`.length);
      this.#blanks = this.#blanks.filter((it) => it !== list && !isWithin(it, `${list}/${place}`));
      const whole = nested(inside, value);
      return { edit: "set", pointer: `${list}/-`, value: list === "/extra" ? this.#withSlug(whole) : whole };
    }
    return null;
  }

  /** A fact of the candidate's own needs a name that no other has. */
  #withSlug(value: unknown): unknown {
    const taken = new Set(entries(this.#said, "/extra").map((it) => words(it, "/slug")));
    let n = taken.size + 1;
    while (taken.has(`answer-${n}`)) n += 1;
    return { slug: `answer-${n}`, ...(value as Facts) };
  }

  #dropBlanks(within: string): void {
    this.#blanks = this.#blanks.filter((it) => !isWithin(it, within));
  }

  #withoutUnread(within: string): Record<string, string> {
    return Object.fromEntries(Object.entries(this.unread).filter(([pointer]) => !isWithin(pointer, within)));
  }

  #edit(edit: ProfileEdit): void {
    this.#refused = this.#refused.filter((it) => !isWithin(it.pointer, edit.pointer));
    if (edit.edit !== "set") this.#follow(edit);
    this.#waiting = merged([...this.#waiting, edit]);
    // Where no keyring answers, the candidate decides when to try again.
    if (this.failure?.code !== "vault") void this.#send();
  }

  /** Lets everything that is remembered by pointer go with the entries. */
  #follow(edit: ProfileEdit): void {
    const moves = (pointer: string) => followed(pointer, edit);
    this.unread = Object.fromEntries(
      Object.entries(this.unread).flatMap(([pointer, typed]) => {
        const now = moves(pointer);
        return now === null ? [] : [[now, typed]];
      }),
    );
    this.#blanks = this.#blanks.flatMap((list) => moves(list) ?? []);
    this.#refused = this.#refused.flatMap((it) => {
      const pointer = moves(it.pointer);
      return pointer === null ? [] : [{ ...it, pointer }];
    });
    this.#keys = Object.fromEntries(
      Object.entries(this.#keys).flatMap(([list, keys]) => {
        const now = moves(list);
        return now === null ? [] : [[now, keys]];
      }),
    );
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    clearTimeout(this.#timer);
    this.#isSending = true;
    // What is asked for in one go, such as a name and its pinyin, is kept in one go.
    await Promise.resolve();
    try {
      while (this.#waiting.length > 0) {
        this.#sent = this.#waiting;
        this.#waiting = [];
        if (!(await this.#keep(this.#sent))) break;
      }
    } finally {
      this.#isSending = false;
    }
  }

  /** Has edits kept. `false`: they wait again. */
  async #keep(edits: ProfileEdit[]): Promise<boolean> {
    let error: BackendError | null = null;
    const asked = () =>
      this.session.backend.editProfile(edits).catch((thrown: unknown) => {
        error = BackendError.from(thrown);
        throw thrown;
      });
    const isQuiet = this.failure !== null && this.failure.code !== "vault";
    const view = isQuiet ? await asked().catch(() => undefined) : await this.session.change(asked);
    this.#sent = [];
    if (view !== undefined) {
      // The words beside the title know of the failure, and must know that it is over.
      if (isQuiet) await this.session.change(() => Promise.resolve(view));
      this.take(view);
      this.failure = null;
      this.#tries = 0;
      return true;
    }
    const why: BackendError | null = error;
    if ((why as BackendError | null)?.code === "invalid") return this.#keepEach(edits);
    this.#waiting = merged([...edits, ...this.#waiting]);
    this.failure = why;
    this.#later();
    return false;
  }

  /**
   * Has edits kept one by one, so that the one that is refused holds no other up. The first
   * that fails for another reason ends it: those after it count on its having been kept.
   */
  async #keepEach(edits: ProfileEdit[]): Promise<boolean> {
    for (const [done, edit] of edits.entries()) {
      try {
        this.take(await this.session.backend.editProfile([edit]));
      } catch (thrown) {
        const error = BackendError.from(thrown);
        if (error.code === "invalid") {
          this.#refused = [...this.#refused, edit];
          continue;
        }
        this.#waiting = merged([...edits.slice(done), ...this.#waiting]);
        this.failure = error;
        this.#later();
        return false;
      }
    }
    this.failure = null;
    return true;
  }

  #later(): void {
    const code = this.failure?.code;
    const wait = AGAIN[Math.min(this.#tries, AGAIN.length - 1)];
    this.#tries += 1;
    if (code === "disk" || code === "internal") this.#timer = setTimeout(() => void this.#send(), wait);
  }
}

const known = new WeakMap<Session, ProfileFacts>();

/** The facts of a session; the same until the app ends. */
export function factsOf(session: Session): ProfileFacts {
  const before = known.get(session);
  if (before !== undefined) return before;
  let fresh!: ProfileFacts;
  // On a root of its own: what a screen makes while it is shown goes with the screen.
  $effect.root(() => {
    fresh = new ProfileFacts(session);
  });
  known.set(session, fresh);
  return fresh;
}

export const [useFacts, provideFacts] = createContext<ProfileFacts>();
