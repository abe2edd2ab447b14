/** Light or dark, as the candidate chose or as the system is. */
import type { Theme } from "../backend/wire/Theme";

const system = globalThis.matchMedia?.("(prefers-color-scheme: dark)");
let wish: Theme = "system";
let current: "light" | "dark" = $state("light");

/** What is shown now. */
export function theme(): "light" | "dark" {
  return current;
}

/** Shows a theme; `system` follows the system from now on. */
export function setTheme(wanted: Theme): void {
  wish = wanted;
  show();
}

function show(): void {
  current = wish === "system" ? (system?.matches ? "dark" : "light") : wish;
  document.documentElement.dataset.theme = current;
}

system?.addEventListener("change", show);
