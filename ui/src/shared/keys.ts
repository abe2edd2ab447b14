/** Shortcuts: what they are, and when a key belongs to the text that is being written. */

const isMac = /mac/i.test(globalThis.navigator?.platform ?? "");

/** Something the keyboard can ask for. */
export type Shortcut =
  "undo" | "redo" | "newApplication" | "settings" | "start" | "form" | "documents" | "package";

/** What a key press asks for; `null`: nothing of ours. */
export function shortcut(event: KeyboardEvent): Shortcut | null {
  if (event.isComposing || event.altKey) return null;
  if (!(isMac ? event.metaKey : event.ctrlKey)) return null;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  if (key === "y" && !isMac) return "redo";
  if (event.shiftKey) return null;
  const plain: Record<string, Shortcut> = {
    n: "newApplication",
    ",": "settings",
    "1": "start",
    "2": "form",
    "3": "documents",
    "4": "package",
  };
  return plain[key] ?? null;
}

/** How a shortcut is written here: `Ctrl+N`, `⌘N`. */
export function shown(key: string): string {
  return isMac ? `⌘${key}` : `Ctrl+${key}`;
}

/**
 * Whether the element that has the focus holds words that are not handed over yet.
 * Then undo belongs to the text, not to the app. Fields mark themselves with `data-dirty`.
 */
export function isWriting(): boolean {
  return document.activeElement instanceof HTMLElement && "dirty" in document.activeElement.dataset;
}

/** Whether Enter here only chooses a word of an input method, and must do nothing else. */
export function isComposing(event: KeyboardEvent): boolean {
  // Some web views report the Enter that ends a composition with this code alone.
  return event.isComposing || event.keyCode === 229;
}
