/**
 * The system's keyring, a real one, in the states that candidates meet: absent, locked, emptied,
 * frozen. Each says what is the matter and has its way on, and the window answers all the while.
 */
import assert from "node:assert/strict";
import { test } from "node:test";

import { Key, openApp } from "../support/app.mjs";
import { desktop } from "../support/desktop.mjs";
import { until } from "../support/wait.mjs";

const PASSPHRASE = "four words of no meaning";

test("without a keyring, the first thing typed is kept by a passphrase", async (t) => {
  const desk = await desktop({ keyring: "absent" });
  t.after(() => desk.close());
  let app = await openApp(desk);
  await typeName(app);
  await app.find("dialog", "How should your data be kept?");
  await app.says("There is no keyring on this computer");
  await app.type("New passphrase", PASSPHRASE);
  await app.type("The same again", PASSPHRASE);
  await app.click("button", "Keep it this way");
  await app.find("dialog", "Your recovery key");
  await app.click("button", "I have written it down");
  await until("it is taken for written", async () => !(await app.ask("home")).ok.vault.recoveryDue);
  await app.close();

  app = await openApp(desk);
  await app.find("heading", "Enter your passphrase");
  assert.equal((await app.ask("home")).ok.candidate, null);
  await app.type("Passphrase", "another one, not that");
  await app.click("button", "Open");
  await app.says("This passphrase does not open it.");
  await app.type("Passphrase", PASSPHRASE);
  await app.click("button", "Open");
  await hasName(app);
});

test("a locked keyring says so, and opens when it is unlocked", async (t) => {
  const desk = await desktop();
  t.after(() => desk.close());
  await makeVault(desk);
  await desk.stopKeyring();
  await desk.startKeyring("not its password");

  const app = await openApp(desk);
  await app.find("heading", /^Your keyring (is locked|asks for its password)$/);
  await answersMeanwhile(app);
  // Still locked: it says so again, and nothing else happens.
  await app.click("button", "Try again");
  await app.says("Still the same.");
  await desk.stopKeyring();
  await desk.startKeyring();
  await app.click("button", "Try again");
  await hasName(app);
});

test("an emptied keyring is filled again by the recovery key", async (t) => {
  const desk = await desktop();
  t.after(() => desk.close());
  const key = await makeVault(desk);
  await desk.stopKeyring();
  desk.forgetKeyring();
  await desk.startKeyring();

  let app = await openApp(desk);
  await app.find("heading", "The key to your data is not in the keyring any more");
  await app.type("Recovery key", `${key.slice(0, -1)}${key.endsWith("Q") ? "P" : "Q"}`);
  await app.click("button", "Open");
  await app.says("This key does not open it.");
  await app.type("Recovery key", key.toLowerCase());
  await app.click("button", "Open");
  await hasName(app);
  await app.close();
  // A new key lies in the keyring: the next start opens by itself.
  app = await openApp(desk);
  await hasName(app);
});

test("a frozen keyring does not freeze the window", async (t) => {
  const desk = await desktop();
  t.after(() => desk.close());
  await makeVault(desk);
  const pid = desk.keyringProcess();
  desk.freezeKeyring();

  const app = await openApp(desk);
  await answersMeanwhile(app);
  await app.find("heading", "The keyring does not answer");
  await app.click("link", /^Settings/);
  await app.find("heading", "Settings");
  await app.click("link", /^Start/);
  desk.thawKeyring(pid);
  await app.click("button", "Try again");
  await hasName(app);
});

/** Makes a vault with the keyring, as a candidate does, and gives the recovery key. */
async function makeVault(desk) {
  const app = await openApp(desk);
  await typeName(app);
  await app.says("Saved");
  // It does not come into the middle of typing, but with the next screen.
  await app.click("link", /^Start/);
  await app.find("dialog", "Your recovery key");
  const key = await until("the key is shown", () =>
    app.page.executeScript("return document.querySelector('[data-key]')?.dataset.key"),
  );
  await app.click("button", "I have written it down");
  await until("it is taken for written", async () => !(await app.ask("home")).ok.vault.recoveryDue);
  await app.close();
  return key;
}

async function typeName(app) {
  await app.click("link", /^Profile/);
  await app.type("Whole name, in English", `Wanqiu Tester${Key.TAB}`);
}

async function hasName(app) {
  await app.click("link", /^Profile/);
  await until("the name is there", async () => (await app.valueOf("Whole name, in English")) === "Wanqiu Tester");
}

/** While the shell waits for the keyring, the page draws and takes clicks. */
async function answersMeanwhile(app) {
  const begun = Date.now();
  await app.click("link", /^Settings/);
  await app.click("link", /^Start/);
  assert.ok(Date.now() - begun < 3000, `two clicks took ${Date.now() - begun} ms`);
}
