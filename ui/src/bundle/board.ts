/** The copy board's lines in their parts, and the way between them. */
import type { BoardLine } from "../backend/wire/BoardLine";
import { number, tMaybe } from "../i18n/index.svelte";
import { keyName } from "../profile/keyNames";

export interface Part {
  /** Names it on the page. */
  id: string;
  name: string;
  lines: { line: BoardLine; place: number }[];
}

/**
 * Lines that are in order, by their parts, each with its place in the whole board. A key that
 * comes again begins the next entry of a list: the second school.
 */
export function parts(lines: readonly BoardLine[]): Part[] {
  const found: (Part & { part: string; entry: number })[] = [];
  for (const [place, line] of lines.entries()) {
    const last = found.at(-1);
    const isSame = last?.part === line.part;
    const isNext = isSame && line.isKey && last.lines.some((it) => it.line.label === line.label);
    if (isSame && !isNext) last.lines.push({ line, place });
    else {
      const entry = isSame ? last.entry + 1 : 1;
      found.push({ part: line.part, entry, id: `${line.part}-${entry}`, name: "", lines: [{ line, place }] });
    }
  }
  return found.map(({ part, entry, id, lines: of }) => {
    const isOneOfMore = found.filter((it) => it.part === part).length > 1;
    return { id, name: isOneOfMore ? `${partName(part)} ${number(entry)}` : partName(part), lines: of };
  });
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
export function labelOf({ part, label, isKey }: BoardLine): string {
  if (!isKey) return label;
  return tMaybe(`pack.key.${part}.${label}`) ?? keyName(label);
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
