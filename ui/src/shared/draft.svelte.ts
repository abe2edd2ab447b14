/**
 * What is being typed into a control, until it is handed over.
 *
 * The words stay the control's own while they are written, so typing is never slower
 * than the page; they are handed over after a short rest, on leaving, or on Enter. An
 * input method that composes is left alone. A value that changes from outside shows
 * unless something is being written.
 */
const REST = 450;

export class Draft {
  text = $state("");
  isDirty = $state(false);
  #given = "";
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isComposing = false;

  /** `value` reads what is kept, `commit` hands new words over. */
  constructor(
    value: () => string,
    private readonly commit: (text: string) => void,
  ) {
    this.text = this.#given = value();
    $effect.pre(() => this.#follow(value()));
    $effect(() => () => this.flush());
  }

  #follow(value: string): void {
    if (value === this.#given) return;
    this.#given = value;
    if (!this.isDirty) this.text = value;
  }

  /** Something was typed. */
  type(text: string): void {
    this.text = text;
    this.isDirty = text !== this.#given;
    this.#rest();
  }

  #rest(): void {
    clearTimeout(this.#timer);
    if (this.isDirty && !this.#isComposing) this.#timer = setTimeout(() => this.flush(), REST);
  }

  /** Hands over what was typed. */
  flush(): void {
    clearTimeout(this.#timer);
    if (!this.isDirty || this.#isComposing) return;
    this.isDirty = false;
    this.#given = this.text;
    this.commit(this.text);
  }

  /** An input method begins to compose, or has ended. */
  compose(isComposing: boolean): void {
    this.#isComposing = isComposing;
    this.#rest();
  }
}
