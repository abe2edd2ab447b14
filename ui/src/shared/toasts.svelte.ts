/** Short notes that come and go, with a way to take back what was done. */

export interface Toast {
  id: number;
  text: string;
  kind: "note" | "problem";
  /** A button's words and what it does. */
  action?: { label: string; run: () => void };
}

/** Long enough to read, and to reach the button by keyboard. */
const LASTS = 8000;

let next = 1;
const shown: Toast[] = $state([]);
const timers = new Map<number, ReturnType<typeof setTimeout>>();

/** The notes to show. */
export function toasts(): readonly Toast[] {
  return shown;
}

/** Shows a note. Problems stay until they are dismissed. */
export function toast(text: string, options: Partial<Pick<Toast, "kind" | "action">> = {}): number {
  const id = next++;
  shown.push({ id, text, kind: options.kind ?? "note", action: options.action });
  if (shown.length > 3) dismiss(shown[0]?.id ?? 0);
  if (options.kind !== "problem") resume(id);
  return id;
}

/** Takes a note away. */
export function dismiss(id: number): void {
  hold(id);
  const at = shown.findIndex((it) => it.id === id);
  if (at >= 0) shown.splice(at, 1);
}

/** Lets a note stay while the pointer or the focus is on it. */
export function hold(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
}

/** Lets it go again after a while. */
export function resume(id: number): void {
  if (shown.find((it) => it.id === id)?.kind === "problem") return;
  hold(id);
  timers.set(
    id,
    setTimeout(() => dismiss(id), LASTS),
  );
}
