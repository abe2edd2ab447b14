/** For each trouble with the vault, the ways on that make sense, the best first. */
import type { Protection } from "../backend/wire/Protection";
import type { Trouble } from "../backend/wire/Trouble";

/** A way to open what is kept. */
export type Way = "keyring" | "passphrase" | "recovery" | "backup" | "import";

/** No wildcard: a new trouble has to choose its ways. */
export function ways(trouble: Trouble, protection: Protection | null): Way[] {
  switch (trouble) {
    case "noBus":
    case "noService":
    case "locked":
    case "waiting":
    case "neverInitialised":
    case "denied":
    case "frozen":
      return ["keyring", "recovery"];
    case "emptied":
      return ["recovery", "keyring", "backup", "import"];
    case "passphrase":
      return ["passphrase", "recovery"];
    case "wrongKey":
      return protection === "passphrase"
        ? ["passphrase", "recovery"]
        : ["recovery", "keyring", "backup", "import"];
    case "damaged":
      return ["backup", "import"];
    case "newer":
    case "inUse":
    case "disk":
      return ["keyring"];
  }
}

/** Shorter passphrases are too easily guessed. */
export const SHORTEST = 10;

/** What is wrong with a new passphrase, as a code. */
export function passphraseProblem(first: string, second: string): "short" | "differs" | null {
  if ([...first].length < SHORTEST) return "short";
  return first === second ? null : "differs";
}

/** A recovery key as typed from paper: in any case, with blanks and breaks. */
export function readRecoveryKey(typed: string): string {
  return typed.replaceAll(/[\s\u200b]+/g, "").toUpperCase();
}

/** A recovery key in groups that an eye can follow. */
export function groups(key: string): string[] {
  const [, head = "", tail = key] = /^(AGE-SECRET-KEY-1)(.*)$/.exec(key) ?? [];
  return [head, ...(tail.match(/.{1,5}/g) ?? [])].filter((it) => it !== "");
}
