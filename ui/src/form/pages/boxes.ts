/** Where the blanks stand on the drawn pages, as boxes to be laid over them. */
import { type Marks, rangeOf, type Span } from "./marks";

/** A box in the pages' own measure. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where the pages begin on the screen, and how large they are shown. */
export interface Ground {
  left: number;
  top: number;
  scale: number;
}

/** A blank narrower than this could not be hit. */
const LEAST = 14;

/** The boxes of a field. */
export function boxesOf(marks: Marks, field: string, ground: Ground): Box[] {
  const cells = marks.parts(field).filter((it) => it.row !== null && it.option === null);
  const places = cells.length > 0 ? cells : [{ field }];
  const hasOptions = cells.length === 0 && marks.parts(field).some((it) => it.option !== null);
  const extent = hasOptions ? withLastWords : rangeOf;
  return places
    .flatMap((place) => marks.spans(place))
    .flatMap((span) => boxesOfSpan(span, extent(span), ground));
}

/** From the first box to the words after the last one, which are the last option's. */
function withLastWords(span: Span): Range {
  const range = rangeOf(span);
  const paragraph = span.to.closest("p");
  if (paragraph === null) return range;
  range.setEnd(paragraph, paragraph.childNodes.length);
  const isAfter = (it: Element) => span.to.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_FOLLOWING;
  const next = [...paragraph.querySelectorAll('[id^="blank."][id$=".from"]')].find(isAfter);
  if (next !== undefined) range.setEndBefore(next);
  return range;
}

function boxesOfSpan(span: Span, range: Range, ground: Ground): Box[] {
  const cells = cellsOf(span, range);
  if (cells.length > 0) return cells.map((it) => inset(onGround(it.getBoundingClientRect(), ground)));
  const rects = [...range.getClientRects()].map((it) => onGround(it, ground));
  const lines = mergeLines(rects.filter((it) => it.width > 0.5 && it.height > 0.5));
  return (lines.length > 0 ? lines : [emptyPlace(span, ground)]).map(widen);
}

/** The table cells that a blank is the whole of. */
function cellsOf(span: Span, range: Range): Element[] {
  const first = span.from.closest("td");
  const last = span.to.closest("td");
  if (first === null || last === null) return [];
  if (first !== last) {
    const table = first.closest("table");
    return [...(table?.querySelectorAll("td") ?? [])].filter((it) => range.intersectsNode(it) && !it.querySelector("td"));
  }
  const whole = document.createRange();
  whole.selectNodeContents(first);
  return whole.toString().trim() === range.toString().trim() && isAlone(first, range) ? [first] : [];
}

/** Whether nothing is drawn in a cell beside a blank: a picture has no text. */
function isAlone(cell: Element, range: Range): boolean {
  return [...cell.querySelectorAll("img, svg")].every((it) => range.intersectsNode(it));
}

/** The place of a blank in which nothing stands. */
function emptyPlace(span: Span, ground: Ground): Box {
  const mark = onGround(span.from.getBoundingClientRect(), ground);
  const paragraph = span.from.closest("p");
  if (paragraph === null) return mark;
  const around = onGround(paragraph.getBoundingClientRect(), ground);
  if ((paragraph.textContent ?? "").trim() === "") return around;
  return { left: mark.left, top: mark.top, width: LEAST * 2, height: Math.max(mark.height, LEAST) };
}

function onGround(rect: DOMRect, ground: Ground): Box {
  return {
    left: (rect.left - ground.left) / ground.scale,
    top: (rect.top - ground.top) / ground.scale,
    width: rect.width / ground.scale,
    height: rect.height / ground.scale,
  };
}

/** One box per line: the pieces of a line touch each other. */
export function mergeLines(rects: readonly Box[]): Box[] {
  const lines: Box[] = [];
  for (const rect of rects) {
    const middle = rect.top + rect.height / 2;
    const line = lines.find((it) => middle > it.top && middle < it.top + it.height && isNear(it, rect));
    if (line === undefined) {
      lines.push({ ...rect });
      continue;
    }
    const right = Math.max(line.left + line.width, rect.left + rect.width);
    const bottom = Math.max(line.top + line.height, rect.top + rect.height);
    line.left = Math.min(line.left, rect.left);
    line.top = Math.min(line.top, rect.top);
    line.width = right - line.left;
    line.height = bottom - line.top;
  }
  return lines;
}

function isNear(line: Box, rect: Box): boolean {
  return rect.left <= line.left + line.width + 60 && line.left <= rect.left + rect.width + 60;
}

function widen(box: Box): Box {
  const more = Math.max(0, LEAST - box.width) / 2;
  return { left: box.left - more - 1, top: box.top, width: box.width + 2 * more + 2, height: box.height };
}

/** A little less than a cell, so that its lines stay to be seen. */
function inset(box: Box): Box {
  return { left: box.left + 1, top: box.top + 1, width: Math.max(box.width - 2, 4), height: Math.max(box.height - 2, 4) };
}
