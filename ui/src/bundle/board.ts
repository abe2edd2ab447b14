/** The copy board's lines in their parts, and the way between them. */
import type { BoardLine } from "../backend/wire/BoardLine";
import { tMaybe } from "../i18n/index.svelte";
import { keyName } from "./keys";

export interface Part {
  part: string;
  name: string;
  lines: { line: BoardLine; place: number }[];
}

/** Lines that are in order, by their parts, each with its place in the whole board. */
export function parts(lines: readonly BoardLine[]): Part[] {
  const found: Part[] = [];
  for (const [place, line] of lines.entries()) {
    const last = found.at(-1);
    if (last?.part === line.part) last.lines.push({ line, place });
    else found.push({ part: line.part, name: partName(line.part), lines: [{ line, place }] });
  }
  return found;
}

/** The same lines, those of one part together: the parts in the order in which they come first. */
export function inOrder(lines: readonly BoardLine[]): BoardLine[] {
  const order = [...new Set(lines.map((it) => it.part))];
  return order.flatMap((part) => lines.filter((it) => it.part === part));
}

function partName(part: string): string {
  return tMaybe(`pack.part.${part}`) ?? keyName(part);
}

/** What a line is called. */
export function labelOf({ label, isKey }: BoardLine): string {
  return isKey ? keyName(label) : label;
}

/** Where a key goes from a place; `null`: nowhere. */
export function nextPlace(key: string, from: number, count: number): number | null {
  const to: Record<string, number> = {
    ArrowDown: Math.min(from + 1, count - 1),
    ArrowUp: Math.max(from - 1, 0),
    Home: 0,
    End: count - 1,
  };
  return to[key] ?? null;
}
