/** Tests what is offered in each trouble, and how keys are read. */
import { expect, test } from "vitest";
import type { Trouble } from "../backend/wire/Trouble";
import { groups, passphraseProblem, readRecoveryKey, ways } from "./ways";

const TROUBLES: Trouble[] = [
  "noBus",
  "noService",
  "locked",
  "waiting",
  "neverInitialised",
  "emptied",
  "denied",
  "frozen",
  "passphrase",
  "wrongKey",
  "damaged",
  "newer",
  "inUse",
  "disk",
];

test.each(TROUBLES)("%s has a way on", (trouble) => {
  expect(ways(trouble, "keyring").length).toBeGreaterThan(0);
});

test("an emptied keyring leads to the recovery key first", () => {
  expect(ways("emptied", "keyring")[0]).toBe("recovery");
});

test("a wrong passphrase asks for the passphrase again", () => {
  expect(ways("wrongKey", "passphrase")[0]).toBe("passphrase");
  expect(ways("wrongKey", "keyring")).not.toContain("passphrase");
});

test("a passphrase is long enough and typed twice alike", () => {
  expect(passphraseProblem("short", "short")).toBe("short");
  expect(passphraseProblem("一二三四五六七八九", "一二三四五六七八九")).toBe("short");
  expect(passphraseProblem("four loose words", "four loose word")).toBe("differs");
  expect(passphraseProblem("four loose words", "four loose words")).toBeNull();
});

test("a recovery key is read as people type it from paper", () => {
  expect(readRecoveryKey(" age-secret-key-1 qpz ry9\nx8gf ")).toBe("AGE-SECRET-KEY-1QPZRY9X8GF");
});

test("a recovery key in groups is the same key", () => {
  const key = `AGE-SECRET-KEY-1${"QPZRY9X8GF".repeat(6).slice(2)}`;
  expect(groups(key)[0]).toBe("AGE-SECRET-KEY-1");
  expect(groups(key).join("")).toBe(key);
});
