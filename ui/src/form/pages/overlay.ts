/** The boxes over the blanks of drawn pages: how each stands, which is chosen, and where to click. */
import { type Box, boxesOf, type Ground } from "./boxes";
import type { Drawn } from "./reader";

/** How a blank stands. */
export type Stand = "sure" | "check" | "open" | "held" | "rest";

/** What is shown of a field. */
export interface Shown {
  id: string;
  stand: Stand;
  /** Required, and blank. */
  isMissed: boolean;
  /** What the mouse is told. */
  title: string;
}

const SVG = "http://www.w3.org/2000/svg";

/** The signs, as in the list beside the pages: shapes of a class each. */
const SIGNS: Partial<Record<Stand, readonly (readonly [path: string, look: string])[]>> = {
  sure: [
    ["M7 1a6 6 0 1 0 0 12A6 6 0 0 0 7 1z", "solid"],
    ["M4 7.2 6.2 9.3 10 5", "cut"],
  ],
  check: [
    ["M7 1.5 13 12.5H1z", "solid"],
    ["M7 5.5v3M7 10.5v.1", "cut"],
  ],
  open: [["M7 2a5 5 0 1 0 0 10A5 5 0 0 0 7 2z", "line"]],
  held: [["M3 6.5h8v6H3zM4.7 6.5V4.5a2.3 2.3 0 0 1 4.6 0v2", "line"]],
};

export class Overlay {
  #shown = new Map<string, Shown>();
  #boxes = new Map<string, HTMLElement[]>();
  #selected: string | null = null;

  constructor(
    private readonly drawn: Drawn,
    /** How large the pages are shown now. */
    private readonly scale: () => number,
  ) {}

  /** Shows these fields. */
  show(fields: readonly Shown[]): void {
    this.#shown = new Map(fields.map((it) => [it.id, it]));
    this.place();
  }

  /** Chooses a field. */
  select(field: string | null): void {
    this.#boxesOf(this.#selected).forEach((it) => it.classList.remove("selected"));
    this.#selected = field;
    this.#boxesOf(field).forEach((it) => it.classList.add("selected"));
  }

  /** Lays all boxes anew: something on the pages may have moved. */
  place(): void {
    const ground = this.#ground();
    // First everything is measured, then everything is changed: the page is laid out once.
    const places = this.drawn.marks.fields.map((field) => ({
      field,
      boxes: boxesOf(this.drawn.marks, field, ground),
    }));
    this.#boxes = new Map(places.map(({ field, boxes }) => [field, this.#make(field, boxes)]));
    this.drawn.overlay.replaceChildren(...[...this.#boxes.values()].flat());
  }

  /** Lays the boxes of one field anew: the one that is typed in. */
  placeField(field: string): void {
    const boxes = boxesOf(this.drawn.marks, field, this.#ground());
    const before = this.#boxesOf(field);
    if (before.length !== boxes.length) {
      before.forEach((it) => it.remove());
      const made = this.#make(field, boxes);
      this.#boxes.set(field, made);
      this.drawn.overlay.append(...made);
    } else {
      before.forEach((element, at) => put(element, boxes[at]));
    }
  }

  /** The first box of a field, to bring it into view. */
  box(field: string): HTMLElement | null {
    return this.#boxesOf(field)[0] ?? null;
  }

  #boxesOf(field: string | null): HTMLElement[] {
    return (field === null ? undefined : this.#boxes.get(field)) ?? [];
  }

  #ground(): Ground {
    const { left, top } = this.drawn.host.getBoundingClientRect();
    return { left, top, scale: this.scale() };
  }

  #make(field: string, boxes: readonly Box[]): HTMLElement[] {
    const shown = this.#shown.get(field);
    if (shown === undefined) return [];
    return boxes.map((box, at) => {
      const element = document.createElement("div");
      element.className = `box ${shown.stand}`;
      element.classList.toggle("required", shown.isMissed);
      element.classList.toggle("one-of-many", boxes.length > 1);
      element.classList.toggle("selected", field === this.#selected);
      element.dataset.field = field;
      element.title = shown.title;
      put(element, box);
      const sign = at === 0 ? signOf(shown.stand) : null;
      if (sign !== null) element.append(sign);
      return element;
    });
  }
}

function put(element: HTMLElement, box: Box | undefined): void {
  if (box === undefined) return;
  element.style.left = `${box.left}px`;
  element.style.top = `${box.top}px`;
  element.style.width = `${box.width}px`;
  element.style.height = `${box.height}px`;
}

function signOf(stand: Stand): SVGElement | null {
  const shapes = SIGNS[stand];
  if (shapes === undefined) return null;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 14 14");
  svg.setAttribute("class", "sign");
  for (const [path, look] of shapes) {
    const shape = document.createElementNS(SVG, "path");
    shape.setAttribute("d", path);
    shape.setAttribute("class", look);
    svg.append(shape);
  }
  return svg;
}
