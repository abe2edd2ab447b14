/**
 * The papers around the form, in the real window: a letter is written, its gap filled, and the
 * package holds it and a PDF of the form, read back by Poppler and Python. Once more on a computer
 * without LibreOffice.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { Key, openApp } from "../support/app.mjs";
import { desktop } from "../support/desktop.mjs";
import { drag } from "../support/files.mjs";
import { packages, readBundle, words } from "../support/packages.mjs";
import { FORM, CV_EN } from "../support/places.mjs";
import { until } from "../support/wait.mjs";

const PHRASE = "MSRA Trustworthy Systems Research Group";
const MOTIVE = "I want machines that keep their word, 镕 and 喆 among them.";
const LETTER = "Words of the letter in English";
const hasOffice = ["/usr/bin/soffice", "/usr/bin/libreoffice"].some((it) => existsSync(it));

test("a letter and a PDF of the form go along", { skip: !hasOffice }, async (t) => {
  const { desk, app } = await begun(t, {});

  // The form as it prints, before anything is approved.
  await app.click("button", "As it will print");
  await app.find("dialog", "As it will print");
  await pagesAreDrawn(app);
  await app.click("button", "Close");

  const letter = await writeLetter(app);
  assert.ok(letter.includes(PHRASE) && letter.includes("Wanqiu Tester"), letter);
  await app.click("button", "See it as it prints");
  await pagesAreDrawn(app);
  await app.click("button", "Close");
  await approve(app);
  await app.click("link", /^Package/);
  await app.type("To", "hiring@example.org").then((box) => box.sendKeys(Key.ENTER));
  await app.click("button", "Make the package");
  await app.says("The package is made.");

  const [folder] = packages(desk);
  readBundle(folder, PHRASE, [CV_EN]);
  const files = readdirSync(folder);
  const copy = files.find((it) => it.startsWith("application-form") && it.endsWith(".pdf"));
  assert.ok(copy, files.join(", "));
  const printed = pdfWords(join(folder, copy));
  for (const expected of ["Wanqiu", "Tester", "wanqiu@example.org"]) {
    assert.ok(printed.includes(expected), `the PDF copy says ${expected}`);
  }
  const [pdf, word] = [/^Cover-letter.*\.pdf$/, /^Cover-letter.*\.docx$/].map((it) => files.find((name) => it.test(name)));
  const [sent, kept] = [pdfWords(join(folder, pdf)), words(folder, word)];
  for (const said of [MOTIVE, PHRASE]) {
    assert.ok(spaced(sent).includes(said), `the letter's PDF says ${said}: ${sent}`);
    assert.ok(spaced(kept).includes(said), `its Word file says ${said}: ${kept}`);
  }
  await app.close();
});

test("without LibreOffice it is said what to install, and the Word file goes", async (t) => {
  const { desk, app } = await begun(t, { CANDIDACY_OFFICE: "/nowhere/soffice" });
  await app.click("button", "As it will print");
  await app.says("There is no LibreOffice on this computer");
  await app.click("button", "Close");
  await writeLetter(app);
  await approve(app);
  await app.click("link", /^Package/);
  await app.says("LibreOffice is not on this computer");
  await app.says("libreoffice.org");
  await app.click("button", "Make the package");
  await app.says("The package is made.");
  const [folder] = packages(desk);
  readBundle(folder, PHRASE, [CV_EN]);
  const files = readdirSync(folder);
  assert.ok(files.some((it) => /^application-form.*\.docx$/.test(it)), files.join(", "));
  assert.ok(!files.some((it) => /^application-form.*\.pdf$/.test(it)), files.join(", "));
  assert.ok(files.some((it) => /^Cover-letter.*\.pdf$/.test(it)), "a letter needs no LibreOffice");
  await app.close();
});

/** Somebody of their own with a form and a CV, on the form's screen. Nothing is approved. */
async function begun(t, env) {
  const desk = await desktop();
  t.after(() => desk.close());
  const app = await openApp(desk, { env });
  await app.click("link", "Profile");
  await app.type("Whole name, in English", "Wanqiu Tester");
  await app.click("button", /^Contact/);
  await app.find("dialog", "Your recovery key");
  await app.click("button", "I have written it down");
  await app.type("E-mail", "wanqiu@example.org");
  await app.says("Saved");
  await app.click("link", "Start");
  await drag(desk, [FORM]);
  await app.find("dialog", "New application");
  await app.click("radio", /Trustworthy Systems Research Intern/);
  await app.click("button", "Begin");
  await app.says("application-form.docx");
  await app.click("link", /^Documents/);
  await drag(desk, [CV_EN]);
  await app.says("cv-en.pdf");
  await app.click("link", /^Form/);
  await app.drawn();
  return { desk, app };
}

/** Has the letter written, fills its gap, and gives its words. */
async function writeLetter(app) {
  await app.click("link", /^Package/);
  await app.click("button", "Write it in English");
  await app.says("1 gap is left.");
  assert.match(await app.valueOf(LETTER), /\{statement\.motivation\}/);
  assert.equal(await (await app.find("button", "Make the package")).isEnabled(), false);
  await app.click("button", /^Fill it here/);
  // The gap is selected, so that what is typed stands in its place.
  await app.page.executeScript("document.execCommand('insertText', false, arguments[0])", MOTIVE);
  await app.says("No gaps");
  return app.valueOf(LETTER);
}

async function approve(app) {
  await app.click("link", /^Form/);
  await app.click("button", "Approve");
  if (await app.has("button", "Approve with blanks")) await app.click("button", "Approve with blanks");
  await app.says("What was written");
}

function pagesAreDrawn(app) {
  return until("the pages are drawn", () =>
    app.page.executeScript(`return document.querySelector("[role=dialog] canvas")?.dataset.drawn === "1"`),
  );
}

/** The words of a PDF, as Poppler reads them. */
function pdfWords(path) {
  return execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
}

/** Words with one space between them, wherever their lines end. */
function spaced(text) {
  return text.replace(/\s+/g, " ");
}
