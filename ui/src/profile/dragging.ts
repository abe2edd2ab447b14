/**
 * Lets the entries of a list be dragged by their handles. With pointer events: the
 * window takes the drags of files for itself, and with them those of the page.
 */
import type { Attachment } from "svelte/attachments";

interface Drag {
  from: number;
  to: number;
  startY: number;
  items: HTMLElement[];
  centres: number[];
  height: number;
}

/** The list's own children are its entries; what has `data-handle` in them is taken hold of. */
export function draggable(move: (from: number, to: number) => void): Attachment<HTMLElement> {
  return (list) => {
    let drag: Drag | null = null;

    const down = (event: PointerEvent) => {
      const handle = event.target instanceof Element ? event.target.closest("[data-handle]") : null;
      const item = handle?.closest<HTMLElement>("[data-entry]");
      if (!item || item.parentElement !== list || event.button !== 0) return;
      const items = [...list.children].filter((it): it is HTMLElement => it instanceof HTMLElement);
      const boxes = items.map((it) => it.getBoundingClientRect());
      const from = items.indexOf(item);
      const gap = (boxes[1]?.top ?? 0) - (boxes[0]?.bottom ?? 0);
      drag = {
        from,
        to: from,
        startY: event.clientY,
        items,
        centres: boxes.map((box) => box.top + box.height / 2),
        height: (boxes[from]?.height ?? 0) + Math.max(gap, 0),
      };
      list.setPointerCapture(event.pointerId);
      item.dataset["dragged"] = "";
      event.preventDefault();
    };

    const over = (event: PointerEvent) => {
      if (drag === null) return;
      const by = event.clientY - drag.startY;
      drag.to = target(drag.centres, drag.from, by);
      const { from, to, height } = drag;
      drag.items.forEach((item, n) => {
        const shift = n === from ? by : from < n && n <= to ? -height : to <= n && n < from ? height : 0;
        item.style.transform = shift === 0 ? "" : `translateY(${shift}px)`;
      });
    };

    const end = (event: PointerEvent | KeyboardEvent) => {
      if (drag === null || (event instanceof KeyboardEvent && event.key !== "Escape")) return;
      const { from, to, items } = drag;
      drag = null;
      for (const item of items) {
        item.style.transform = "";
        delete item.dataset["dragged"];
      }
      if (event.type === "pointerup" && from !== to) move(from, to);
    };

    list.addEventListener("pointerdown", down);
    list.addEventListener("pointermove", over);
    list.addEventListener("pointerup", end);
    list.addEventListener("pointercancel", end);
    addEventListener("keydown", end);
    return () => {
      list.removeEventListener("pointerdown", down);
      list.removeEventListener("pointermove", over);
      list.removeEventListener("pointerup", end);
      list.removeEventListener("pointercancel", end);
      removeEventListener("keydown", end);
    };
  };
}

/** Where an entry lands that was dragged so far. */
export function target(centres: readonly number[], from: number, by: number): number {
  const now = (centres[from] ?? 0) + by;
  const before = centres.filter((centre, n) => n < from && centre > now).length;
  const after = centres.filter((centre, n) => n > from && centre < now).length;
  return from - before + after;
}
