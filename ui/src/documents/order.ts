/** Where something that is being dragged along a list would come to lie. */

/** A row of the list, from its upper to its lower edge. */
export interface Row {
  top: number;
  bottom: number;
}

/**
 * The place, counted from 0 after the dragged row was taken out, when the pointer is at `y`.
 * `rows` are as they lie, the dragged one at `from` among them.
 */
export function placeAt(rows: readonly Row[], from: number, y: number): number {
  const others = rows.filter((_, at) => at !== from);
  return others.filter((it) => y > (it.top + it.bottom) / 2).length;
}
