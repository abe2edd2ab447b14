/** Files come to the app in every way that people know: dragged, chosen, opened with it. */
import assert from "node:assert/strict";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { openApp, PROGRAM } from "../support/app.mjs";
import { desktop } from "../support/desktop.mjs";
import { answerDialog, drag } from "../support/files.mjs";
import { CV_EN, FORM } from "../support/places.mjs";

async function start(t, how) {
  const desk = await desktop();
  t.after(() => desk.close());
  return { desk, app: await openApp(desk, how) };
}

test("a form dragged onto the window begins an application", async (t) => {
  const { desk, app } = await start(t);
  await app.find("button", "New application");
  // A name that has to be carried through rightly.
  const form = join(desk.home, "申请表 & form.docx");
  copyFileSync(FORM, form);
  await drag(desk, [form]);
  await app.find("dialog", "New application");
  await app.says("申请表 & form.docx");
  await app.click("button", "Begin");
  await app.find("button", "Approve");
});

test("a form and a CV are chosen in the system's own dialog", async (t) => {
  const { desk, app } = await start(t);
  await app.click("button", "New application");
  await app.click("button", "Choose a form…");
  await answerDialog(desk, FORM);
  await app.says("application-form.docx");
  await app.click("button", "Begin");
  await app.find("button", "Approve");
  // It was the first thing that is kept.
  await app.click("button", "I have written it down");
  await app.click("link", /^Documents/);
  await app.click("button", /^Add a document/);
  await app.click("menuitem", "A CV");
  await answerDialog(desk, CV_EN);
  await app.says("cv-en.pdf");
});

test("a form opened with the app, and with a second start of it, comes into the one window", async (t) => {
  const { desk, app } = await start(t, { args: [FORM] });
  await app.find("dialog", "New application");
  await app.says("application-form.docx");
  await app.click("button", "Cancel");
  const other = join(desk.home, "another.docx");
  copyFileSync(FORM, other);
  const second = desk.start(PROGRAM, [other]);
  await app.says("another.docx");
  if (second.exitCode === null) await new Promise((done) => second.once("exit", done));
  assert.equal(second.exitCode, 0);
});
