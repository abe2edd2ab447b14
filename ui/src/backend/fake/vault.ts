/** The vault. The passphrase that opens is `correct horse`; any recovery key that begins as one opens. */
import type { Backend } from "../backend";
import type { Backup } from "../wire/Backup";
import type { Home } from "../wire/Home";
import { fillWorld } from "./home";
import { fail, newKey, type World } from "./world";

type Part = Pick<
  Backend,
  | "unlock"
  | "keep"
  | "recoveryKey"
  | "recoveryWritten"
  | "newRecoveryKey"
  | "changeProtection"
  | "backups"
  | "restoreBackup"
  | "exportVault"
  | "importVault"
>;

const PASSPHRASE = "correct horse";

const BACKUPS: Backup[] = [
  { id: "backup3", made: "2026-03-01T21:40", bytes: 214_022 },
  { id: "backup2", made: "2026-02-28T19:02", bytes: 209_480 },
  { id: "backup1", made: "2026-02-20T18:12", bytes: 187_345 },
];

/** Opens, with what was kept. */
function open(world: World): Home {
  world.stage = "open";
  world.trouble = null;
  if (world.applications.length === 0) fillWorld(world);
  world.tellHome();
  return world.home();
}

export function vaultPart(world: World): Part {
  return {
    unlock: async (how) => {
      if (how.way === "keyring" && world.trouble !== null && world.trouble !== "locked") {
        throw fail("vault", null, world.trouble);
      }
      if (how.way === "passphrase" && how.passphrase !== PASSPHRASE) throw fail("vault", null, "passphrase");
      if (how.way === "recovery" && !/^AGE-SECRET-KEY-1/i.test(how.key.trim())) {
        throw fail("vault", null, "wrongKey");
      }
      return open(world);
    },
    keep: async (how) => {
      if (how.way === "keyring" && world.options.noKeyring !== null) {
        throw fail("vault", null, world.options.noKeyring);
      }
      world.make(how.way);
      world.tellHome();
      return world.home();
    },
    recoveryKey: async () => world.recoveryKey,
    recoveryWritten: async () => {
      world.recoveryKey = null;
      world.tellHome();
      return world.home();
    },
    newRecoveryKey: async () => {
      world.recoveryKey = newKey();
      world.tellHome();
      return world.recoveryKey;
    },
    changeProtection: async (how) => {
      if (how.way === "keyring" && world.options.noKeyring !== null) {
        throw fail("vault", null, world.options.noKeyring);
      }
      world.protection = how.way;
      world.tellHome();
      return world.home();
    },
    backups: async () => (world.protection === null ? [] : BACKUPS),
    restoreBackup: async (id) => {
      if (!BACKUPS.some((it) => it.id === id)) throw fail("notFound");
      return open(world);
    },
    exportVault: async () => true,
    importVault: async (passphrase) => {
      if (passphrase !== PASSPHRASE) throw fail("vault", null, "passphrase");
      return open(world);
    },
  };
}
