/**
 * Measures the app as people get it beside a bare Tauri window, in one run: size, first paint,
 * idle memory, and how long a typed letter takes to show in a form of a hundred fields.
 *
 * `cargo xtask measure` builds what is measured and says where it is.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { openApp } from "./support/app.mjs";
import { desktop } from "./support/desktop.mjs";
import { until } from "./support/wait.mjs";

const ROUNDS = Number(process.env.CANDIDACY_ROUNDS ?? 7);
const { CANDIDACY_APP: app, CANDIDACY_BARE: bare, CANDIDACY_DEB: deb, CANDIDACY_FORM: form } = process.env;

const mebibytes = (bytes) => `${(bytes / 1024 / 1024).toFixed(2)} MiB`;
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

size(app);
if (deb && existsSync(deb)) console.log(`.deb: ${mebibytes(statSync(deb).size)}`);

const paints = { app: [], bare: [] };
const pages = { app: [], bare: [] };
const screens = [];
const memories = { app: [], bare: [] };
for (let round = 0; round < ROUNDS; round++) {
  // One after the other, so that whatever else the machine does meets both.
  for (const [name, program] of [["bare", bare], ["app", app]]) {
    const { paint, page, screen, memory } = await start(program);
    // The first start of each fills the system's caches.
    if (round === 0) continue;
    paints[name].push(paint);
    pages[name].push(page);
    if (screen !== null) screens.push(screen);
    memories[name].push(memory);
  }
}
compare("first paint after the process starts", paints, (it) => `${it.toFixed(0)} ms`);
compare("  of it until the page is asked for", pages, (it) => `${it.toFixed(0)} ms`);
console.log(`the start screen can be used: ${median(screens).toFixed(0)} ms after the process starts`);
compare("idle memory (PSS of all processes)", memories, (it) => mebibytes(it));
if (form) await typing();

function compare(what, of, say) {
  const [ours, theirs] = [median(of.app), median(of.bare)];
  console.log(`${what}: ${say(ours)}, bare ${say(theirs)}, ratio ${(ours / theirs).toFixed(2)}`);
}

/** What the program weighs without symbols, and which crates' code makes up most of it. */
function size(program) {
  const folder = mkdtempSync(join(tmpdir(), "candidacy-size-"));
  const stripped = join(folder, "stripped");
  copyFileSync(program, stripped);
  execFileSync("strip", ["--strip-all", stripped]);
  const whole = statSync(stripped).size;
  console.log(`stripped program: ${mebibytes(whole)}`);
  const sections = execFileSync("size", ["-A", "-d", stripped], { encoding: "utf8" });
  for (const [, name, bytes] of sections.matchAll(/^(\.\S+)\s+(\d+)/gm)) {
    if (Number(bytes) > whole / 50) console.log(`  ${name}: ${mebibytes(Number(bytes))}`);
  }
  const symbols = execFileSync("nm", ["-C", "-S", "--size-sort", program], { encoding: "utf8", maxBuffer: 2 ** 30 });
  const crates = new Map();
  for (const [, bytes, kind, name] of symbols.matchAll(/^\S+ (\S+) (\w) (.*)$/gm)) {
    if (!"tT".includes(kind)) continue;
    // `<forms::plan::Plan as core::clone::Clone>::clone` is code of forms.
    const crate = /^[<&*\s(]*(?:mut |dyn )?([a-zA-Z_][\w]*)(?=::)/.exec(name)?.[1] ?? "(other)";
    crates.set(crate, (crates.get(crate) ?? 0) + parseInt(bytes, 16));
  }
  const most = [...crates].toSorted((a, b) => b[1] - a[1]).slice(0, 15);
  for (const [crate, bytes] of most) console.log(`  code of ${crate}: ${mebibytes(bytes)}`);
  rmSync(folder, { recursive: true });
}

/**
 * Starts a program, and tells when it asked for its page, when it first painted, when its first
 * screen stood (`null` for one that has none), and what it needs once it is quiet.
 */
async function start(program) {
  const desk = await desktop();
  const window = await openApp(desk, { program });
  const began = startOf(window.pid());
  const [page, paint, screen] = await until("the first paint", () =>
    window.page.executeScript(
      `const [paint] = performance.getEntriesByName("first-contentful-paint");
       const [screen] = performance.getEntriesByName("first-screen");
       if (!paint || (document.querySelector("#app") && !screen)) return null;
       const at = (entry) => entry && performance.timeOrigin + entry.startTime;
       return [performance.timeOrigin, at(paint), at(screen) ?? null];`,
    ),
  );
  await new Promise((wake) => setTimeout(wake, 3000));
  const memory = pss(desk.home);
  await window.kill();
  await desk.close();
  const since = (moment) => moment && moment - began;
  return { page: since(page), paint: since(paint), screen: since(screen), memory };
}

/** When a process started, in milliseconds since 1970. */
function startOf(pid) {
  const ticks = Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ")[19]);
  const perSecond = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));
  const uptime = Number(readFileSync("/proc/uptime", "utf8").split(" ")[0]);
  return Date.now() - (uptime - ticks / perSecond) * 1000;
}

/** The memory of every process of a desktop's app: shared pages are divided among those that share. */
function pss(home) {
  let sum = 0;
  for (const pid of readdirSync("/proc").filter((it) => /^\d+$/.test(it))) {
    try {
      const name = readFileSync(`/proc/${pid}/comm`, "utf8").trim();
      const environment = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
      const isOurs = environment.includes(`HOME=${home}`) && /^(candidacy|bare|WebKit(Web|Network))/.test(name);
      if (!isOurs || name === "WebKitWebDriver") continue;
      sum += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0) * 1024;
    } catch {
      // It ended while we looked.
    }
  }
  return sum;
}

/** Types into a form of a hundred fields and tells how long a letter takes to show. */
async function typing() {
  const desk = await desktop();
  const window = await openApp(desk, { args: [form] });
  const { typeInForm } = await import("./support/typing.mjs");
  const times = await typeInForm(window);
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
  console.log(`keystroke to shown text, 100 fields, ${times.length} letters: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, worst ${at(1)} ms`);
  await window.kill();
  await desk.close();
}
