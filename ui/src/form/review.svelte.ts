/**
 * The candidate's review of a form: the fields, which is looked at, and what is being
 * typed into them.
 *
 * What is typed is a draft until the backend has kept it. Drafts are handed over one after
 * another while typing rests and when a field is left. A fresh answer of the backend never
 * replaces what is being typed; a draft that could not be kept stays, also when the
 * candidate goes elsewhere and comes back.
 */
import { SvelteMap } from "svelte/reactivity";
import type { Backend } from "../backend/backend";
import { BackendError } from "../backend/error";
import type { AnswerView } from "../backend/wire/AnswerView";
import type { FieldView } from "../backend/wire/FieldView";
import type { FormView } from "../backend/wire/FormView";
import type { GivenAnswer } from "../backend/wire/GivenAnswer";
import { keptState } from "../shared/kept.svelte";
import type { Session } from "../shared/session.svelte";
import { given, isTooLong } from "./answer";
import { countsOf, type Filter, grouped, progressOf, visible } from "./list";
import type { Zoom } from "./pages/zoom";

/** Typing rests so long before it is handed over. */
const REST = 400;
/**
 * After a key press, nothing heavy is begun for so long, unless the field is left: the pages show
 * what is typed at once, and drawing them anew in the middle of a pause would hold up the next key.
 */
const BUSY = 2000;

/** What is being typed. */
export interface Draft {
  answer: AnswerView;
  /** Not kept yet. */
  isDirty: boolean;
  /** It could not be taken as it is: the backend's reason, in English, or empty. */
  refused: string | null;
}

interface Kept {
  filter: Filter;
  search: string;
  selected: string | null;
  zoom: Zoom;
  showsReport: boolean;
  /** Whether the file's warnings were read. */
  isWarned: boolean;
}

const allDrafts = new Map<string, SvelteMap<string, Draft>>();

function draftsOf(application: string): SvelteMap<string, Draft> {
  const known = allDrafts.get(application);
  if (known !== undefined) return known;
  const fresh = new SvelteMap<string, Draft>();
  allDrafts.set(application, fresh);
  return fresh;
}

/** Whether something typed into an application's form is not kept: it could not be taken as it is. */
export function hasUnsaved(application: string): boolean {
  return [...draftsOf(application).values()].some((it) => it.isDirty);
}

export class Review {
  /** The form; `null`: there is none, or it is not here yet. */
  view: FormView | null = $state.raw(null);
  isLoading = $state(true);
  failure: BackendError | null = $state.raw(null);
  readonly kept: Kept;
  readonly drafts: SvelteMap<string, Draft>;
  /** Shows at once on the pages what is typed. */
  ink: ((field: string, answer: AnswerView) => void) | null = null;

  readonly progress = $derived(progressOf(this.fields));
  readonly counts = $derived(countsOf(this.fields));
  readonly shown = $derived.by(() => visible(this.fields, this.kept.filter, this.kept.search.trim(), this.kept.selected));
  readonly groups = $derived(grouped(this.shown));

  #focused: string | null = null;
  #isComposing = false;
  #typed = -Infinity;
  #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #queue: Promise<void> = Promise.resolve();
  #changing = 0;

  constructor(
    readonly application: string,
    private readonly backend: Backend,
    private readonly session: Session,
  ) {
    this.kept = keptState<Kept>(`form/${application}`, () => ({
      filter: "all",
      search: "",
      selected: null,
      zoom: "fit",
      showsReport: false,
      isWarned: false,
    }));
    this.drafts = draftsOf(application);
  }

  /** Gets the form. */
  async load(): Promise<void> {
    try {
      this.#take(await this.backend.form(this.application), true);
      this.failure = null;
    } catch (thrown) {
      if (this.view === null) this.failure = BackendError.from(thrown);
      else this.session.tell(thrown);
    } finally {
      this.isLoading = false;
    }
  }

  /** Something changed elsewhere (an undo, the profile): gets the form anew. */
  async follow(): Promise<void> {
    if (this.isLoading || this.#changing > 0) return;
    await this.load();
  }

  #take(view: FormView | null, isFromElsewhere: boolean): void {
    const before = this.view;
    if (before !== null && view !== null && isSame(before, view)) return;
    this.view = view;
    if (!isFromElsewhere) return;
    for (const [field, draft] of this.drafts) if (!draft.isDirty) this.drafts.delete(field);
  }

  /** The fields, in the form's order. */
  get fields(): readonly FieldView[] {
    return this.view?.fields ?? [];
  }

  field(id: string | null): FieldView | null {
    return this.fields.find((it) => it.id === id) ?? null;
  }

  get selected(): FieldView | null {
    return this.field(this.kept.selected);
  }

  select(field: string | null): void {
    this.kept.selected = field;
  }

  /** Selects a field, and shows it if the filter or the search would not. */
  reveal(field: string): void {
    if (this.field(field) === null) return;
    if (!this.shown.some((it) => it.id === field)) {
      this.kept.search = "";
      if (!visible(this.fields, this.kept.filter, "", null).some((it) => it.id === field)) this.kept.filter = "all";
    }
    this.select(field);
  }

  // Typing

  /** What a field's editor shows. */
  answerOf(field: FieldView): AnswerView | null {
    return this.drafts.get(field.id)?.answer ?? field.answer;
  }

  /** The answers that are not in the pages yet. */
  unsaved(): Map<string, AnswerView> {
    return new Map([...this.drafts].filter(([, it]) => it.isDirty).map(([id, it]) => [id, it.answer]));
  }

  get isBusy(): boolean {
    return this.#isComposing || performance.now() - this.#typed < BUSY;
  }

  type(field: FieldView, answer: AnswerView): void {
    this.#typed = performance.now();
    this.drafts.set(field.id, { answer, isDirty: true, refused: null });
    this.ink?.(field.id, answer);
    this.#rest(field.id);
  }

  focus(field: string): void {
    this.#focused = field;
  }

  /** A field is left: what was typed is handed over, and what the backend made of it shows. */
  leave(field: string): void {
    if (this.#focused === field) this.#focused = null;
    this.#isComposing = false;
    this.#typed = -Infinity;
    void this.flush(field);
    this.#settle(field);
  }

  /** An input method begins to compose, or has ended. */
  compose(field: string, isComposing: boolean): void {
    this.#isComposing = isComposing;
    this.#rest(field);
  }

  #rest(field: string): void {
    clearTimeout(this.#timers.get(field));
    if (this.#isComposing) return;
    this.#timers.set(
      field,
      setTimeout(() => void this.flush(field), REST),
    );
  }

  /** Hands over what was typed into a field. */
  async flush(field: string): Promise<void> {
    clearTimeout(this.#timers.get(field));
    await this.#enqueue(async () => {
      const of = this.field(field);
      const draft = this.drafts.get(field);
      if (of === null || draft === undefined || !draft.isDirty || draft.refused !== null) return;
      if (draft.answer.is === "text" && isTooLong(of, draft.answer.text)) return;
      await this.#send(of, draft);
    });
  }

  /** Hands over everything that was typed. */
  async flushAll(): Promise<void> {
    await Promise.all([...this.drafts.keys()].map((it) => this.flush(it)));
  }

  async #send(of: FieldView, draft: Draft): Promise<void> {
    const given = await this.#readable(of, draft.answer);
    const done = await this.#change(() => this.backend.answer(this.application, of.id, given));
    const now = this.drafts.get(of.id);
    // More was typed meanwhile: that is handed over on its own.
    if (now === undefined || now.answer !== draft.answer) return;
    if (done === undefined) return;
    const refused = done instanceof BackendError ? (done.subject ?? "") : null;
    this.drafts.set(of.id, { answer: draft.answer, isDirty: refused !== null, refused });
    this.#settle(of.id);
  }

  /** A date is handed over as it was understood; what is not understood, as it was typed. */
  async #readable(of: FieldView, answer: AnswerView): Promise<GivenAnswer> {
    if (of.kind !== "date" || answer.is !== "text" || answer.text.trim() === "") return given(of, answer);
    const date = await this.backend.readDate(answer.text).catch(() => null);
    return { is: "text", text: date ?? answer.text };
  }

  /** A kept draft gives way to what the backend says, once its field is left. */
  #settle(field: string): void {
    const draft = this.drafts.get(field);
    if (draft !== undefined && !draft.isDirty && this.#focused !== field) this.drafts.delete(field);
  }

  // Deciding

  /** Gives an answer at once. */
  async answer(field: string, answer: GivenAnswer): Promise<void> {
    clearTimeout(this.#timers.get(field));
    await this.#enqueue(async () => {
      const done = await this.#change(() => this.backend.answer(this.application, field, answer));
      if (done !== undefined && !(done instanceof BackendError)) this.drafts.delete(field);
      else if (done instanceof BackendError) this.session.tell(done);
    });
  }

  async saveToProfile(field: string): Promise<void> {
    await this.flush(field);
    await this.#enqueue(() => this.#tellRefusal(() => this.backend.saveToProfile(this.application, field)));
  }

  async release(keys: string[], released: boolean): Promise<void> {
    await this.#enqueue(() => this.#tellRefusal(() => this.backend.release(this.application, keys, released)));
  }

  /** Approves everything as it is shown. `false`: it could not. */
  async approve(): Promise<boolean> {
    await this.flushAll();
    let isDone = false;
    await this.#enqueue(async () => {
      const seen = this.view?.revision ?? 0;
      const done = await this.#change(() => this.backend.approve(this.application, seen));
      if (done instanceof BackendError) this.session.tell(done);
      isDone = done !== undefined && !(done instanceof BackendError);
    });
    // It may be another by now: then that is what is looked at.
    if (!isDone) await this.load();
    return isDone;
  }

  async setForm(token: string): Promise<void> {
    await this.#enqueue(async () => {
      const done = await this.#change(() => this.backend.setForm(this.application, token));
      if (done instanceof BackendError) this.session.tell(done);
      else if (done !== undefined) this.drafts.clear();
    });
  }

  async #tellRefusal(work: () => Promise<FormView>): Promise<void> {
    const done = await this.#change(work);
    if (done instanceof BackendError) this.session.tell(done);
  }

  /** Changes the form. An answer that cannot be taken is for whoever asked, not for a note. */
  async #change(work: () => Promise<FormView>): Promise<FormView | BackendError | undefined> {
    this.#changing += 1;
    try {
      const done = await this.session.change(async () => {
        try {
          return await work();
        } catch (thrown) {
          const error = BackendError.from(thrown);
          if (error.code === "invalid") return error;
          throw error;
        }
      });
      if (done !== undefined && !(done instanceof BackendError)) this.#take(done, false);
      return done;
    } finally {
      this.#changing -= 1;
    }
  }

  /** One change after another, in the order in which they were asked for. */
  #enqueue(work: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}

function isSame(a: FormView, b: FormView): boolean {
  return a.revision === b.revision && a.isApproved === b.isApproved && a.name === b.name && JSON.stringify(a) === JSON.stringify(b);
}
