/**
 * Finds the blanks of a form in its drawn pages.
 *
 * The pages come with a mark before and after every blank: an empty element whose id is
 * `blank.<field>.from` or `.to`, with `.r<i>c<j>` for a cell of rows and `.o<k>` for an
 * option in between. What stands in a header is drawn on every page, and its marks with it.
 */

/** What a mark belongs to. Rows, columns and options count from 0. */
export interface Place {
  field: string;
  row: number | null;
  column: number | null;
  option: number | null;
}

/** Two marks and what stands between them. */
export interface Span {
  from: Element;
  to: Element;
}

const PREFIX = "blank.";
const NAME = /^blank\.(.+?)(?:\.r(\d+)c(\d+))?(?:\.o(\d+))?\.(from|to)$/;

/** What the id of a mark says; `null`: it is none. */
export function parseMark(id: string): (Place & { side: "from" | "to" }) | null {
  const found = NAME.exec(id);
  if (found === null) return null;
  const [, field = "", row, column, option, side] = found;
  const number = (text: string | undefined) => (text === undefined ? null : Number(text));
  return {
    field,
    row: number(row),
    column: number(column),
    option: number(option),
    side: side === "to" ? "to" : "from",
  };
}

/** The name of a place, as its marks have it between prefix and side. */
export function nameOf(place: Partial<Place> & { field: string }): string {
  const cell = place.row == null ? "" : `.r${place.row}c${place.column}`;
  const option = place.option == null ? "" : `.o${place.option}`;
  return place.field + cell + option;
}

/** All blanks of drawn pages, by name. */
export class Marks {
  readonly #spans = new Map<string, Span[]>();
  /** The names of cells and options, by field. */
  readonly #parts = new Map<string, Place[]>();
  readonly fields: string[] = [];

  constructor(root: ParentNode) {
    const open = new Map<string, Element>();
    for (const mark of root.querySelectorAll(`[id^="${PREFIX}"]`)) {
      const place = parseMark(mark.id);
      if (place === null) continue;
      const name = nameOf(place);
      const from = open.get(name);
      if (place.side === "from") open.set(name, mark);
      else if (from !== undefined) {
        open.delete(name);
        this.#add(place, name, { from, to: mark });
      }
    }
  }

  #add(place: Place, name: string, span: Span): void {
    const known = this.#spans.get(name);
    if (known !== undefined) {
      known.push(span);
      return;
    }
    this.#spans.set(name, [span]);
    if (place.row === null && place.option === null) this.fields.push(place.field);
    else this.#parts.set(place.field, [...(this.#parts.get(place.field) ?? []), place]);
  }

  /** Where a blank stands: several times in headers and in both copies of a text box. */
  spans(place: Partial<Place> & { field: string }): readonly Span[] {
    return this.#spans.get(nameOf(place)) ?? [];
  }

  /** The cells and options of a field. */
  parts(field: string): readonly Place[] {
    return this.#parts.get(field) ?? [];
  }
}

/** What stands between two marks. */
export function rangeOf(span: Span): Range {
  const range = document.createRange();
  range.setStartAfter(span.from);
  range.setEndBefore(span.to);
  return range;
}

/** The pieces of text between two marks. */
export function textsOf(span: Span): Text[] {
  const range = rangeOf(span);
  const top = range.commonAncestorContainer;
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (range.intersectsNode(node)) texts.push(node as Text);
  }
  return texts;
}
