/**
 * Shows the screens in Chromium with the backend in memory behind them, under the same
 * content security policy as in the window. `npm run build:fake` in `ui` makes the page.
 */
import assert from "node:assert/strict";
import { createReadStream, existsSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { after } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";

/** Where the page lies; another build can be named from outside. */
const PAGE =
  process.env.CANDIDACY_PAGE ?? path.resolve(import.meta.dirname, "../../../ui/dist-fake");

/** What the shell adds to the page's files. */
const FONT = "/NotoSansSC-Regular.ttf";

const FONTS = path.resolve(import.meta.dirname, "../../../templates/fonts");

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "connect-src 'self' ipc: http://ipc.localhost; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

let running = null;

async function start() {
  assert.ok(existsSync(path.join(PAGE, "index.html")), "run `npm run build:fake` in `ui` first");
  const server = http.createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url, "http://page").pathname);
    const page = asked === FONT ? FONTS : PAGE;
    const file = path.join(page, path.normalize(asked === "/" ? "/index.html" : asked));
    if (!file.startsWith(page) || !existsSync(file)) return response.writeHead(404).end();
    const type = TYPES[path.extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "content-security-policy": CSP });
    createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  return { browser, server, base: `http://127.0.0.1:${server.address().port}` };
}

after(async () => {
  if (running === null) return;
  const { browser, server } = await running;
  await browser.close();
  server.close();
});

/**
 * Opens the app at a place (`application/app1/form`), begun as `options` say
 * (see `Options` in `ui/src/backend/fake/world.ts`), in a page of its own. When the test
 * ends, nothing may have been reported to the console.
 */
export async function visit(test, place = "start", options = {}, window = {}) {
  running ??= start();
  const { browser, base } = await running;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: "en-GB",
    reducedMotion: "reduce",
    ...window,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(`thrown: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  test.after(async () => {
    await context.close();
    assert.deepEqual(complaints, []);
  });
  await page.goto(`${base}/?${new URLSearchParams({ language: "en", ...options })}#/${place}`);
  await page.locator("h1, [role=dialog]").first().waitFor();
  return page;
}

/** What axe finds against WCAG 2.2 AA on the page or within an element, as short lines; none is what we want. */
export async function violations(page, within = "html") {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations: found } = await new AxeBuilder({ page })
    .include(within)
    // What a form's own author coloured is shown as it is.
    .exclude(".paper-host")
    .withTags(tags)
    .analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((it) => `${id}: ${it.target.join(" ")} ${it.failureSummary}`));
}

/** Fails when axe finds something, on the page or within an element. */
export async function accessible(page, within = "html") {
  assert.deepEqual(await violations(page, within), []);
}

/** Both languages and both themes: `for (const look of LOOKS) …`. */
export const LOOKS = ["en", "zh-Hans"].flatMap((language) =>
  ["light", "dark"].map((theme) => ({ language, theme })),
);

/** Keeps a picture where `CANDIDACY_SHOTS` says, if it says. */
export async function picture(page, name) {
  const folder = process.env.CANDIDACY_SHOTS;
  if (folder) await page.screenshot({ path: path.join(folder, `${name}.png`) });
}
