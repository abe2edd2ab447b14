/** Puts the app on the page: with Rust behind it in the window, with a backend in memory in a browser. */
import { mount } from "svelte";
import App from "./App.svelte";
import type { Backend } from "./backend/backend";
import { setLanguage } from "./i18n/index.svelte";
import { setTheme } from "./shared/theme.svelte";
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/control.css";

async function chooseBackend(): Promise<Backend> {
  if (__FAKE__ && !("__TAURI_INTERNALS__" in window)) {
    const { fakeBackend, optionsFrom } = await import("./backend/fake");
    return fakeBackend(optionsFrom(location.search));
  }
  const { tauriBackend } = await import("./backend/tauri");
  return tauriBackend();
}

const target = document.getElementById("app");
if (target === null) throw new Error("the page has no place for the app");
setLanguage("system");
setTheme("system");
const backend = await chooseBackend();
// The frame that stood there until now is in `index.html`.
target.replaceChildren();
mount(App, { target, props: { backend } });
