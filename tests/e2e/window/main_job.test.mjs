/**
 * The whole job in the real window, from a home that was never used: once with the sample
 * candidate, once with data of one's own. What comes out is read back by Python.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { Key, openApp } from "../support/app.mjs";
import { desktop } from "../support/desktop.mjs";
import { drag, dragOut } from "../support/files.mjs";
import { packages, readBundle, words } from "../support/packages.mjs";
import { FORM, CV_EN, CV_ZH } from "../support/places.mjs";

const PHRASE = "MSRA Trustworthy Systems Research Group";

test("the sample candidate gets a package", async (t) => {
  const desk = await desktop();
  t.after(() => desk.close());
  const app = await openApp(desk);
  await app.click("button", "Try it with a sample candidate");
  await app.says("You are looking at the sample candidate.");
  await openApplication(app);
  await releaseAll(app);
  await approve(app);
  await app.click("link", /^Package/);
  await app.click("button", "Make the package");
  await app.says("The package is made.");
  const [folder] = packages(desk);
  readBundle(folder, PHRASE, [CV_EN, CV_ZH]);
  // A portal's upload box takes a file as it is dragged out.
  assert.deepEqual(await dragOut(desk, app, /^cv-en\.pdf/), [join(folder, "cv-en.pdf")]);
  // Nothing of the sample is kept.
  await app.close();
  const again = await openApp(desk);
  await again.says("Try it with a sample candidate");
});

test("a candidate of their own goes from nothing to a package", async (t) => {
  const desk = await desktop();
  t.after(() => desk.close());
  const app = await openApp(desk);

  await app.click("link", "Profile");
  await fill(app, { "Whole name, in English": "Wanqiu Tester" });
  // The first thing of one's own makes the vault. The recovery key is shown once, and not while
  // somebody is typing.
  await app.click("button", /^Contact/);
  await app.find("dialog", "Your recovery key");
  await app.says("AGE-SECRET-KEY-1");
  await app.click("button", "I have written it down");
  await fill(app, {
    "E-mail": "wanqiu@example.org",
    "Mobile phone": "+86 138 0000 0000",
    "Own web page": "https://wanqiu.example.org",
  });
  await app.click("button", /^About you/);
  await app.choose("Gender", "Female");
  await fill(app, { "Nationality, in English": "China" });
  await app.click("button", /^Addresses/);
  await fill(app, {
    "Street and house, in English": "1 Invented Road",
    "City, in English": "Hangzhou",
    "Country, in English": "China",
  });
  await app.click("button", /^Identity documents/);
  await fill(app, { "Passport number": "E00000000" });
  await app.click("button", /^Education/);
  await app.click("button", "Add to Education");
  await fill(app, { "School, in English": "Invented University" });
  await app.click("button", /^When you can come/);
  await fill(app, { "First day": "Mar 2027", "Last day": "2027年9月" });
  await app.says("Saved");

  await app.click("link", "Start");
  await drag(desk, [FORM]);
  await app.find("dialog", "New application");
  await app.click("radio", /Trustworthy Systems Research Intern/);
  await app.click("button", "Begin");
  await app.says("application-form.docx");

  await correct(app, "Current City", "Suzhou");
  await releaseAll(app);
  await approve(app);

  await app.click("link", /^Documents/);
  await drag(desk, [CV_EN, CV_ZH]);
  await app.says("cv-zh.docx");
  await app.click("link", /^Package/);
  const recipient = await app.type("To", "hiring@example.org");
  await recipient.sendKeys(Key.ENTER);
  await app.click("button", "Make the package");
  await app.says("The package is made.");

  const [folder] = packages(desk);
  readBundle(folder, PHRASE, [CV_EN, CV_ZH]);
  const filled = words(folder, "form");
  for (const expected of ["Wanqiu", "Tester", "Suzhou", "wanqiu@example.org", "E00000000"]) {
    assert.ok(filled.includes(expected), `the form says ${expected}`);
  }
});

async function fill(app, answers) {
  for (const [label, words] of Object.entries(answers)) await app.type(label, words);
}

/** Answers a field of the form by hand. */
async function correct(app, label, words) {
  await app.click("button", new RegExp(`^${label}`));
  await app.type(new RegExp(`^Answer: ${label}`), words);
}

async function openApplication(app) {
  await app.click("link", "Trustworthy Systems Research Intern");
}

async function releaseAll(app) {
  await app.click("button", /^Release .* the form requires…$/);
  await app.click("button", "Release");
}

async function approve(app) {
  await app.click("button", "Approve");
  if (await app.has("button", "Approve with blanks")) await app.click("button", "Approve with blanks");
  await app.says("What was written");
}
