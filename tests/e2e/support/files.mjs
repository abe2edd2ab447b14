/** Handing files to the app as people do: a real drag with the mouse, and the real file dialog. */
import { once } from "node:events";
import { fileURLToPath } from "node:url";

import { until } from "./wait.mjs";

const SOURCE = fileURLToPath(new URL("drag_source.py", import.meta.url));
const TARGET = fileURLToPath(new URL("drop_target.py", import.meta.url));

const pause = (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds));

/** Drags files from another window onto the middle of the app's, button held, step by step. */
export async function drag(desk, paths) {
  const source = desk.start("/usr/bin/python3", [SOURCE, ...paths], { stdio: ["ignore", "pipe", "ignore"] });
  await once(source.stdout, "data");
  const to = (x, y) => desk.run("xdotool", ["mousemove", String(x), String(y)]);
  await pause(500);
  to(60, 30);
  await pause(200);
  desk.run("xdotool", ["mousedown", "1"]);
  // GTK takes it for a drag only when the mouse moves on slowly.
  for (const [x, y] of [[66, 34], [90, 60], [200, 160], [400, 300], [600, 420], [660, 440], [664, 442], [666, 444]]) {
    await pause(150);
    to(x, y);
  }
  await pause(400);
  desk.run("xdotool", ["mouseup", "1"]);
  await pause(300);
  if (source.exitCode === null) source.kill();
}

/** Drags a file out of the app, by what it stands under, onto another window, and says which paths came there. */
export async function dragOut(desk, app, name) {
  const target = desk.start("/usr/bin/python3", [TARGET], { stdio: ["ignore", "pipe", "ignore"] });
  const said = [];
  target.stdout.on("data", (words) => said.push(...String(words).trim().split("\n")));
  await until("the other window is there", () => said.includes("ready"));
  const row = await app.find("listitem", name);
  const { x, y, height } = await app.page.executeScript(
    `arguments[0].scrollIntoView({ block: "center", behavior: "instant" });
     const { x, y, width, height } = arguments[0].getBoundingClientRect();
     return { x: x + width / 3, y: y + height / 2, height: innerHeight };`,
    row,
  );
  const shape = desk.run("xdotool", ["search", "--onlyvisible", "--class", "candidacy-app", "getwindowgeometry", "--shell", "%1"]);
  const of = (key) => Number(new RegExp(`^${key}=(\\d+)$`, "m").exec(shape)[1]);
  const to = (x, y, ...from) =>
    desk.run("xdotool", ["mousemove", ...from, String(Math.round(x)), String(Math.round(y))]);
  // The page fills the window from below; the menu stands above it.
  const over = (step) => to(x - step, of("HEIGHT") - height + y - step, "--window", String(of("WINDOW")));
  over(0);
  await pause(300);
  desk.run("xdotool", ["mousedown", "1"]);
  for (const step of [4, 10, 20, 30]) {
    await pause(150);
    over(step);
  }
  await pause(600);
  for (const [x, y] of [[400, 300], [200, 160], [90, 50], [64, 34], [60, 30], [62, 31]]) {
    await pause(150);
    to(x, y);
  }
  await pause(400);
  desk.run("xdotool", ["mouseup", "1"]);
  const came = await until("the file came", () => said.length > 1 && said.slice(1));
  target.kill();
  return came;
}

/** Answers the system's file dialog by typing a path, as people who know it do. */
export async function answerDialog(desk, path) {
  await until("a file dialog is open", () => dialog(desk) !== undefined);
  const press = async (key) => {
    desk.run("xdotool", ["key", key]);
    await pause(400);
  };
  await until("the file dialog is gone", async () => {
    // It has to be drawn before it listens. On a busy machine letters are lost: then once more.
    await pause(1000);
    if (dialog(desk) === undefined) return true;
    await press("ctrl+l");
    await press("ctrl+a");
    desk.run("xdotool", ["type", "--delay", "20", path]);
    await pause(600);
    await press("Return");
    return false;
  });
}

/** The window of a file dialog: one that is ours and is not the main one. */
function dialog(desk) {
  try {
    const found = desk.run("xdotool", ["search", "--onlyvisible", "--name", "^(Open|Save|Choose|Select|打开|选择|保存)"]);
    return found === "" ? undefined : found.split("\n")[0];
  } catch {
    // xdotool fails when it finds none.
    return undefined;
  }
}
