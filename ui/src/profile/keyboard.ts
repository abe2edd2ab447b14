/** What keys do in the boxes: Enter goes on to the next one, Alt with an arrow moves an entry. */
import type { Attachment } from "svelte/attachments";
import { isComposing, isWriting, shortcut } from "../shared/keys";

/** Enter in a one-line box goes on to the next box. An input method's Enter is left alone. */
export const enterGoesOn: Attachment<HTMLElement> = (root) => {
  const onkeydown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.defaultPrevented || isComposing(event)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = event.target;
    if (!(from instanceof HTMLInputElement || from instanceof HTMLSelectElement)) return;
    event.preventDefault();
    const boxes = [...root.querySelectorAll<HTMLElement>("input, select, textarea, [data-next]")].filter(isReachable);
    const at = boxes.indexOf(from);
    boxes[event.shiftKey ? at - 1 : at + 1]?.focus();
  };
  root.addEventListener("keydown", onkeydown);
  return () => root.removeEventListener("keydown", onkeydown);
};

function isReachable(box: HTMLElement): boolean {
  const isOff = (box as HTMLInputElement).disabled || box.tabIndex < 0;
  // Radio buttons have one stop between them.
  const isPassed = box instanceof HTMLInputElement && box.type === "radio" && !box.checked;
  return !isOff && !isPassed;
}

/** Alt+Up and Alt+Down move the entry that holds the focus, the innermost one. */
export function altMoves(move: (by: -1 | 1) => void): Attachment<HTMLElement> {
  return (entry) => {
    const onkeydown = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || isComposing(event)) return;
      if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
      event.preventDefault();
      event.stopPropagation();
      move(event.key === "ArrowUp" ? -1 : 1);
    };
    entry.addEventListener("keydown", onkeydown);
    return () => entry.removeEventListener("keydown", onkeydown);
  };
}

/** Undo first takes away an entry that was added and says nothing yet. `drop` says whether there was one. */
export function undoDrops(drop: () => boolean): Attachment<HTMLElement> {
  return (root) => {
    const onkeydown = (event: KeyboardEvent) => {
      if (shortcut(event) !== "undo" || isWriting() || !drop()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    root.addEventListener("keydown", onkeydown);
    return () => root.removeEventListener("keydown", onkeydown);
  };
}
