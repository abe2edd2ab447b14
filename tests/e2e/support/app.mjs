/**
 * The app in its real window, driven through WebKitWebDriver: by role and name, as a person
 * finds things, not by how the page is built.
 */
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

import { By, Capabilities, Key, WebDriver } from "selenium-webdriver";
import { Executor, HttpClient } from "selenium-webdriver/http/index.js";

import { until } from "./wait.mjs";

/** The program under test. */
export const PROGRAM =
  process.env.CANDIDACY_APP ?? fileURLToPath(new URL("../../../target/debug/candidacy-app", import.meta.url));

/** The name by which a second start finds the first. */
const ONE_INSTANCE = "app.candidacy.desktop.SingleInstance";

export { Key };

/**
 * Opens the app on a desktop.
 *
 * @param {Awaited<ReturnType<import("./desktop.mjs").desktop>>} desk
 * @param {{ args?: string[], env?: Record<string, string>, program?: string }} how
 */
export async function openApp(desk, { args = [], env = {}, program = PROGRAM } = {}) {
  const port = await freePort();
  const driver = desk.start("WebKitWebDriver", ["-p", String(port)], {
    env: { ...desk.env, TAURI_AUTOMATION: "true", TAURI_WEBVIEW_AUTOMATION: "true", ...env },
    stdio: ["ignore", "ignore", process.env.CANDIDACY_SAY ? "inherit" : "ignore"],
  });
  const server = `http://127.0.0.1:${port}`;
  await until("the driver listens", async () => (await fetch(`${server}/status`)).ok);
  const capabilities = new Capabilities();
  capabilities.set("webkitgtk:browserOptions", { binary: program, args });
  // Not by the builder: that insists on a browser's name, and ours has none.
  const page = WebDriver.createSession(new Executor(new HttpClient(server)), capabilities);
  await page.getSession();
  await page.manage().setTimeouts({ script: 60_000 });

  // While the bus takes it for running, a second start would end at once.
  const gone = () =>
    until(
      "the app is gone",
      () => appProcess(desk.home, program) === undefined && desk.owner(ONE_INSTANCE) === undefined,
    );

  const app = {
    page,
    /** The first element of a role with a name that people hear; waited for. */
    find: (role, name) => named(page, role, until(`${role} “${name}”`, () => first(page, role, name))),
    /** Whether there is one now. */
    has: async (role, name) => (await first(page, role, name)) !== undefined,
    /** Clicks it once it can be, and gives it. */
    async click(role, name) {
      const clicked = until(`${role} “${name}” can be clicked`, async () => {
        const it = await first(page, role, name);
        if (it === undefined || !(await it.isEnabled()) || !(await stands(page, it))) return false;
        try {
          await it.click();
        } catch (error) {
          // The driver stops a list that is still scrolling, and finds it under what stands over it.
          await page.executeScript("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", it);
          throw error;
        }
        return it;
      });
      return named(page, role, clicked);
    },
    /** Types into the box with this label, in place of what is there. */
    async type(label, words) {
      const box = await app.click("textbox", label);
      // Not by Ctrl+A: the driver holds the key down for what is typed after it, too.
      await page.executeScript("arguments[0].select()", box);
      await box.sendKeys(words);
      return box;
    },
    /** Puts words into the box with this label all at once, as pasting does. */
    async paste(label, words) {
      await app.click("textbox", label);
      await page.executeScript("document.execCommand('insertText', false, arguments[0])", words);
    },
    /** What the box with this label says. */
    valueOf: async (label) => (await app.find("textbox", label)).getProperty("value"),
    /** Chooses from the list with this label. */
    async choose(label, option) {
      const list = await app.find("combobox", label);
      const [found] = await list.findElements(By.xpath(`./option[normalize-space() = "${option}"]`));
      await found.click();
    },
    /** All that can be read on the page. */
    words: () => page.executeScript("return document.body.innerText"),
    /** Waits until the page says so. */
    says: (words) => until(`the page says “${words}”`, async () => (await app.words()).includes(words)),
    /** Asks the shell as the page does. For what a person sees elsewhere, never in place of a click. */
    ask: (command, args = {}) =>
      page.executeAsyncScript(
        `const [command, args, done] = arguments;
         window.__TAURI_INTERNALS__.invoke(command, args).then((ok) => done({ ok }), (no) => done({ no }));`,
        command,
        args,
      ),
    /** Waits until the pages of a form are drawn, and shown. */
    drawn: () =>
      until("the pages are drawn", () =>
        page.executeScript(
          `const host = document.querySelector(".paper-host");
           return host?.style.visibility === "visible" && host.shadowRoot.querySelector("section") !== null;`,
        ),
      ),
    /** Waits until nothing moves any more. */
    still: () =>
      page.executeAsyncScript(`
        const done = arguments[0];
        document.fonts.ready.then(() => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))), 400));`),
    /** A picture of the page. */
    async picture() {
      return Buffer.from(await page.takeScreenshot(), "base64");
    },
    /** The app's own process. */
    pid: () => appProcess(desk.home, program),
    /** Ends the app as a power cut does. */
    async kill() {
      const pid = appProcess(desk.home, program);
      if (pid !== undefined) process.kill(pid, "SIGKILL");
      driver.kill("SIGKILL");
      await gone();
    },
    /** Closes it as a person does: with the window's own way to close it. */
    async close() {
      const keys = () => desk.run("xdotool", ["key", "--clearmodifiers", "alt+F4"]);
      keys();
      // A busy desktop loses a key now and then: then a person presses once more.
      const again = setInterval(keys, 10_000);
      await gone().finally(() => clearInterval(again));
      driver.kill("SIGKILL");
    },
  };
  return app;
}

/** Says, when something is not found, what of its kind is there. */
async function named(page, role, found) {
  try {
    return await found;
  } catch (error) {
    const there = await page.executeScript(FIND, role, null, false);
    throw new Error(`${error.message}; there is: ${there.map((it) => `“${it}”`).join(", ")}`);
  }
}

/** The first visible element with this role and accessible name. */
async function first(page, role, name) {
  const found = await page.executeScript(FIND, role, name instanceof RegExp ? name.source : name, name instanceof RegExp);
  return found ?? undefined;
}

/** Whether an element stays where it is for a moment. A person, too, aims at what stands still. */
const stands = (page, it) =>
  page.executeAsyncScript(
    `const [it, done] = arguments;
     const place = () => { const { x, y } = it.getBoundingClientRect(); return x + " " + y; };
     const before = place();
     setTimeout(() => done(it.isConnected && place() === before), 100);`,
    it,
  );

/**
 * Finds an element by role and name in the page. A part of how browsers compute names: labels,
 * `aria-label`, `aria-labelledby`, `alt`, `title`, and what stands inside.
 */
const FIND = `
  const [role, wanted, isPattern] = arguments;
  const squeeze = (text) => (text ?? "").replace(/\\s+/g, " ").trim();
  const fits = (name) => isPattern ? new RegExp(wanted).test(name) : name === wanted;
  const roles = {
    button: "button, [role=button]", link: "a[href], [role=link]", heading: "h1,h2,h3,h4,[role=heading]",
    textbox: "input:not([type]), input[type=text], input[type=search], input[type=email], input[type=tel], input[type=url], input[type=password], textarea, [role=textbox], [contenteditable=true]",
    checkbox: "input[type=checkbox], [role=checkbox]", switch: "[role=switch]", radio: "input[type=radio], [role=radio]",
    combobox: "select, [role=combobox]", tab: "[role=tab]", menuitem: "[role=menuitem]", dialog: "dialog[open], [role=dialog], [role=alertdialog]",
    option: "option, [role=option]", listitem: "li, [role=listitem]", status: "[role=status]", alert: "[role=alert]", article: "article, [role=article]",
  };
  const words = (ids) => ids.split(/\\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  const nameOf = (it) => {
    const by = it.getAttribute("aria-labelledby");
    if (by) return squeeze(words(by));
    if (it.getAttribute("aria-label")) return squeeze(it.getAttribute("aria-label"));
    if (it.labels?.length) return squeeze([...it.labels].map((label) => label.textContent).join(" "));
    return squeeze(it.innerText || it.textContent || it.getAttribute("alt") || it.getAttribute("title") || it.getAttribute("placeholder"));
  };
  const seen = (it) => it.checkVisibility ? it.checkVisibility({ visibilityProperty: true }) : it.getClientRects().length > 0;
  const all = [...document.querySelectorAll(roles[role] ?? "[role=" + role + "]")].filter((it) => seen(it) || it.matches("input[type=checkbox],input[type=radio]"));
  if (wanted === null) return all.map(nameOf);
  return all.find((it) => fits(nameOf(it))) ?? (isPattern ? null : all.find((it) => nameOf(it).startsWith(wanted)) ?? null);
`;

/** The process whose program is ours and whose home is this desktop's. */
function appProcess(home, program) {
  for (const pid of readdirSync("/proc").filter((it) => /^\d+$/.test(it))) {
    try {
      if (readlinkSync(`/proc/${pid}/exe`) !== program) continue;
      const environment = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
      if (environment.includes(`HOME=${home}`)) return Number(pid);
    } catch {
      // It ended while we looked.
    }
  }
  return undefined;
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}
