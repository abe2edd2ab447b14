/** Edits that wait to be kept: the fewest that do the same, and where they put things. */
import type { ProfileEdit } from "../backend/wire/ProfileEdit";
import { isWithin, last, parent } from "./pointer";

/** Whether an edit changes which entry of a list a pointer means. */
function shifts(edit: ProfileEdit): boolean {
  if (edit.edit === "move") return true;
  return /^(\d+|-)$/.test(last(edit.pointer)) && (edit.edit === "remove" || last(edit.pointer) === "-");
}

/**
 * The fewest edits that do the same. An edit replaces those before it at the same place
 * or within it, unless a list was moved about in between.
 */
export function merged(edits: readonly ProfileEdit[]): ProfileEdit[] {
  const kept: ProfileEdit[] = [];
  for (const edit of edits) {
    if (!shifts(edit)) {
      for (let n = kept.length - 1; n >= 0; n -= 1) {
        const before = kept[n];
        if (before === undefined || shifts(before)) break;
        if (isWithin(before.pointer, edit.pointer)) kept.splice(n, 1);
      }
    }
    kept.push(edit);
  }
  return kept;
}

/** Where an edit leaves what was at a pointer; `null`: it is gone. */
export function followed(pointer: string, edit: ProfileEdit): string | null {
  const list = edit.edit === "move" ? edit.pointer : parent(edit.pointer);
  if (edit.edit === "set") return pointer;
  if (edit.edit === "remove" && isWithin(pointer, edit.pointer)) return null;
  if (!pointer.startsWith(`${list}/`)) return pointer;
  const [place = "", ...rest] = pointer.slice(list.length + 1).split("/");
  if (!/^\d+$/.test(place)) return pointer;
  const to = edit.edit === "move" ? placeAfterMove(Number(place), edit) : placeAfterRemoval(Number(place), edit);
  return [list, to, ...rest].join("/");
}

function placeAfterMove(place: number, { from, to }: { from: number; to: number }): number {
  if (place === from) return to;
  if (from < place && place <= to) return place - 1;
  return to <= place && place < from ? place + 1 : place;
}

function placeAfterRemoval(place: number, edit: { pointer: string }): number {
  const gone = Number(last(edit.pointer));
  return place > gone ? place - 1 : place;
}
