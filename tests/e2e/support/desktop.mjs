/**
 * A desktop of its own for each run: an X server, a window manager, a message bus, a home
 * folder that was never used, and a real gnome-keyring. Nothing of the person's own is touched.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { until } from "./wait.mjs";

/** What the keyring's password is, in these runs. */
const PASSWORD = "a password for tests";

/** A message bus that starts no services by itself. */
const BARE_BUS = `<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>`;

/**
 * Starts a desktop.
 *
 * @param {{ keyring?: "unlocked" | "absent", language?: string }} wanted
 */
export async function desktop({ keyring = "unlocked", language = "en_GB.UTF-8" } = {}) {
  const started = [];
  const home = mkdtempSync(join(tmpdir(), "candidacy-home-"));
  const folder = (name, mode) => {
    mkdirSync(join(home, name), { recursive: true, mode });
    return join(home, name);
  };
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    LANG: language,
    LC_ALL: "C.UTF-8",
    LANGUAGE: language.split(".")[0],
    XDG_DATA_HOME: folder(".local/share"),
    XDG_CONFIG_HOME: folder(".config"),
    XDG_CACHE_HOME: folder(".cache"),
    XDG_RUNTIME_DIR: folder("run", 0o700),
    XDG_DOCUMENTS_DIR: folder("Documents"),
    GDK_BACKEND: "x11",
    NO_AT_BRIDGE: "1",
    LIBGL_ALWAYS_SOFTWARE: "1",
  };
  const start = (program, args, options = {}) => {
    const child = spawn(program, args, { env, stdio: ["ignore", "ignore", "ignore"], ...options });
    child.on("error", (error) => console.error(`${program}: ${error.message}`));
    started.push(child);
    return child;
  };

  // The server finds a free number by itself and says which.
  const x = start("Xvfb", ["-displayfd", "3", "-screen", "0", "1366x900x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  env.DISPLAY = `:${await firstLine(x.stdio[3])}`;
  const config = join(home, "run", "bus.conf");
  writeFileSync(config, BARE_BUS);
  // The usual bus starts a keyring when one is asked for.
  const which = keyring === "absent" ? `--config-file=${config}` : "--session";
  const bus = start("dbus-daemon", [which, "--nofork", "--print-address=1"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  env.DBUS_SESSION_BUS_ADDRESS = await firstLine(bus.stdout);
  start("openbox", []);

  const desk = {
    env,
    home,
    /** Starts the keyring and unlocks it; with the wrong password it stays locked. */
    async startKeyring(password = PASSWORD) {
      // Without a display it cannot ask for the password in a window of its own.
      const child = start("gnome-keyring-daemon", ["--unlock", "--components=secrets", "--foreground"], {
        stdio: ["pipe", "ignore", "ignore"],
      });
      child.stdin.end(password);
      await until("the keyring is on the bus", () => keyringProcess(env) !== undefined);
    },
    /** Stops it. */
    async stopKeyring() {
      const pid = keyringProcess(env);
      if (pid !== undefined) process.kill(pid, "SIGKILL");
      await until("the keyring is gone", () => keyringProcess(env) === undefined);
    },
    /** Holds it still: it is there and does not answer. */
    freezeKeyring() {
      process.kill(keyringProcess(env), "SIGSTOP");
    },
    /** Lets it go on. */
    thawKeyring(pid) {
      process.kill(pid, "SIGCONT");
    },
    keyringProcess: () => keyringProcess(env),
    /** The process that has a name on the bus. */
    owner: (name) => owner(env, name),
    /** Removes what it keeps from the disk. */
    forgetKeyring() {
      for (const file of readdirSync(join(env.XDG_DATA_HOME, "keyrings"))) {
        rmSync(join(env.XDG_DATA_HOME, "keyrings", file));
      }
    },
    /** Runs a program of the desktop and gives what it printed. */
    run(program, args) {
      const { status, stdout, stderr, error } = spawnSync(program, args, { env, encoding: "utf8" });
      if (error !== undefined || status !== 0) {
        throw new Error(`${program} ${args.join(" ")}: ${error?.message ?? stderr}`);
      }
      return stdout.trim();
    },
    start,
    /** A picture of the whole screen. */
    picture(path) {
      desk.run("import", ["-window", "root", path]);
    },
    async close() {
      for (const child of started.toReversed()) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        const gone = once(child, "exit");
        child.kill("SIGKILL");
        await gone;
      }
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  if (keyring === "unlocked") await desk.startKeyring();
  return desk;
}

/** The process that answers for the keyring on the bus. */
const keyringProcess = (env) => owner(env, "org.freedesktop.secrets");

/** The process that has a name on the bus. */
function owner(env, name) {
  const asked = spawnSync(
    "dbus-send",
    [
      "--session",
      "--print-reply",
      "--dest=org.freedesktop.DBus",
      "/",
      "org.freedesktop.DBus.GetConnectionUnixProcessID",
      `string:${name}`,
    ],
    { env, encoding: "utf8" },
  );
  const pid = /uint32 (\d+)/.exec(asked.stdout)?.[1];
  return pid === undefined ? undefined : Number(pid);
}

async function firstLine(stream) {
  const lines = createInterface({ input: stream });
  const [line] = await once(lines, "line");
  lines.close();
  stream.resume();
  return line.trim();
}
