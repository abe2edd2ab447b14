/** Handing files to the app as people do: a real drag with the mouse, and the real file dialog. */
import { once } from "node:events";
import { fileURLToPath } from "node:url";

import { until } from "./wait.mjs";

const SOURCE = fileURLToPath(new URL("drag_source.py", import.meta.url));

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
