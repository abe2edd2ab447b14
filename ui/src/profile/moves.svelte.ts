/** Moving and removing the entries of a list, with the focus going along. */
import { tick } from "svelte";
import { t } from "../i18n/index.svelte";
import { draggable } from "./dragging";
import type { ProfileFacts } from "./facts.svelte";

export class Moves {
  /** Lets the entries be dragged. */
  readonly drag = draggable((from, to) => void this.to(from, to));
  /** What was done last, for those who listen. */
  said = $state("");

  constructor(
    readonly facts: ProfileFacts,
    private readonly list: () => string,
    private readonly element: () => HTMLElement | undefined,
  ) {}

  /** Moves an entry up or down. */
  async by(n: number, by: -1 | 1, what = ""): Promise<void> {
    await this.to(n, n + by, what);
  }

  /** Puts an entry elsewhere; the focus stays on what it was on. */
  async to(from: number, to: number, what = ""): Promise<void> {
    const of = this.facts.entries(this.list()).length;
    if (this.facts.isReadOnly || to < 0 || to >= of) return;
    const focused = document.activeElement;
    // What is being typed is handed over before its place changes.
    if (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement) focused.blur();
    this.facts.move(this.list(), from, to);
    await tick();
    if (focused instanceof HTMLElement) {
      const isOff = focused instanceof HTMLButtonElement && focused.disabled;
      const place = isOff ? this.#entry(to)?.querySelector<HTMLElement>("button:not(:disabled)[data-move]") : focused;
      place?.focus();
      place?.scrollIntoView({ block: "nearest" });
    }
    this.said = t("profile.movedTo", { what: what || t("profile.numbered", { what: "", n: from + 1 }).trim(), n: to + 1, of });
  }

  /** Takes an entry away and puts the focus on what takes its place. `true`: it can be taken back. */
  async remove(n: number): Promise<boolean> {
    const isKept = this.facts.remove(`${this.list()}/${n}`);
    const element = this.element();
    const around = element?.parentElement;
    await tick();
    const next = this.#entry(n) ?? this.#entry(n - 1);
    const place = next?.querySelector<HTMLElement>("[data-title]") ?? next?.querySelector<HTMLElement>("input");
    (place ?? around?.querySelector<HTMLElement>("[data-add]"))?.focus();
    return isKept;
  }

  #entry(n: number): Element | undefined {
    return this.element()?.children[n];
  }
}
