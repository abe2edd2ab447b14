/** The papers around a form: letters with their gaps, PDF copies, the form as it prints, what a CV offers. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, LOOKS, picture, visit } from "../support/browser.mjs";

const APP = "application/app1";
const PACKAGE = `${APP}/package`;
const WORDS = "Words of the letter in English";

const papers = (page) => page.evaluate(() => structuredClone(window.candidacyFake.world.application("app1").papers));
const facts = (page) => page.evaluate(() => structuredClone(window.candidacyFake.world.facts.basics));

/** Opens the package and has a letter written. */
async function written(t, options = {}) {
  const page = await visit(t, PACKAGE, options);
  await page.getByRole("button", { name: "Write it in English" }).click();
  await page.getByRole("textbox", { name: WORDS }).waitFor();
  return page;
}

for (const look of LOOKS) {
  test(`letter, copies and offers: ${look.language}, ${look.theme}`, async (t) => {
    const page = await visit(t, `${APP}/package`, look);
    const name = `${look.language}-${look.theme}`;
    await accessible(page);
    await page.locator("#letter button").first().click();
    await page.locator("#letter textarea").waitFor();
    await accessible(page);
    await page.locator("#letter").scrollIntoViewIfNeeded();
    await picture(page, `letter-${name}`);
    await page.locator("#letter").getByRole("button", { name: /See it|查看/ }).click();
    await page.locator("canvas[data-drawn='1']").waitFor();
    await accessible(page, ".dialog-panel");
    await picture(page, `letter-pages-${name}`);
    await page.keyboard.press("Escape");
    await page.getByRole("checkbox", { name: /PDF/ }).first().scrollIntoViewIfNeeded();
    await picture(page, `files-${name}`);
    const documents = await visit(t, `${APP}/documents`, look);
    await documents.getByRole("button", { name: /facts in this CV|简历里的信息/ }).first().click();
    await documents.getByRole("dialog").waitFor();
    await documents.getByRole("checkbox").first().check();
    await accessible(documents, ".dialog-panel");
    await picture(documents, `offers-${name}`);
    const form = await visit(t, `${APP}/form`, look);
    await form.getByRole("button", { name: /As it will print|打印效果/ }).click();
    await form.locator("canvas[data-drawn='1']").waitFor();
    await accessible(form, ".dialog-panel");
    await picture(form, `print-${name}`);
  });
}

test("a letter is written only when asked for, and taking it back leaves nothing", async (t) => {
  const page = await visit(t, PACKAGE);
  assert.deepEqual((await papers(page)).letters, []);
  await page.getByRole("button", { name: "Write it in English" }).click();
  await page.getByRole("textbox", { name: WORDS }).waitFor();
  await page.getByText("The letter is written. Read it through.").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Write it in English" }).waitFor();
  assert.deepEqual((await papers(page)).letters, []);
});

test("a gap is marked in the words, counted, and stops the package until it is filled", async (t) => {
  const page = await written(t);
  assert.equal(await page.locator(".behind mark").textContent(), "{statement.motivation}");
  await page.getByText("1 gap is left.").waitFor();
  await page.getByText("The letter has gaps: Why you apply.").waitFor();
  await page.getByRole("button", { name: "Fill it here: Why you apply" }).click();
  const box = page.getByRole("textbox", { name: WORDS });
  const selected = await box.evaluate((it) => it.value.slice(it.selectionStart, it.selectionEnd));
  assert.equal(selected, "{statement.motivation}");
  await page.keyboard.insertText("I like honest machines.");
  await page.getByText("No gaps").waitFor();
  assert.match((await papers(page)).letters[0].text, /\n\nI like honest machines\.\n\n/);
  assert.equal(await page.locator(".behind mark").count(), 0);
  assert.equal(await page.getByText("The letter has gaps").count(), 0);
  await accessible(page, "#letter");
});

test("the words behind the box stand exactly where those in it stand", async (t) => {
  const page = await written(t);
  const box = page.getByRole("textbox", { name: WORDS });
  const long = `${"A long line that has to be broken somewhere. ".repeat(9)}\n\n{title}\n\n${"很长的一行，需要换行。".repeat(20)}\n`;
  await box.fill(long);
  const heights = await page.locator(".sheet").evaluate((it) => {
    const [behind, box] = it.children;
    return { behind: behind.scrollHeight, box: box.scrollHeight, shown: box.clientHeight };
  });
  assert.ok(Math.abs(heights.behind - heights.box) <= 1 && heights.box <= heights.shown + 1, JSON.stringify(heights));
});

test("what is typed while it is being kept is kept too, and a failure loses nothing", async (t) => {
  const page = await written(t, { slow: 150 });
  const box = page.getByRole("textbox", { name: WORDS });
  await page.evaluate(() => {
    const { world } = window.candidacyFake;
    const code = "internal";
    world.failNext.set("editLetter", Object.assign(new Error(code), { code, subject: null, trouble: null }));
  });
  await box.fill("Dear all,\n\nI have my reasons.");
  await page.getByText("The letter is not saved yet.").waitFor();
  assert.equal(await box.inputValue(), "Dear all,\n\nI have my reasons.");
  await page.getByRole("button", { name: "Save it now" }).click();
  await page.waitForFunction(() => window.candidacyFake.world.application("app1").papers.letters[0].text.includes("my reasons"));
  await box.press("End");
  for (const letter of " And more.") {
    await page.keyboard.type(letter);
    await page.waitForTimeout(120);
  }
  await page.waitForFunction(() => window.candidacyFake.world.application("app1").papers.letters[0].text.includes("And more."));
  assert.match(await box.inputValue(), /And more\./);
});

test("each language has a letter of its own, and one can stay at home", async (t) => {
  const page = await written(t);
  await page.getByRole("button", { name: "Write one in Chinese, too" }).click();
  await page.getByRole("textbox", { name: "Words of the letter in Chinese" }).waitFor();
  await page.getByRole("checkbox", { name: "Goes along in the package" }).uncheck();
  await page.waitForFunction(() => window.candidacyFake.world.application("app1").papers.letters[1].isEnclosed === false);
  await page.locator("#letter fieldset label", { hasText: "English" }).click();
  assert.match(await page.getByRole("textbox", { name: WORDS }).inputValue(), /Dear Sir or Madam/);
  await page.locator("#letter").getByRole("button", { name: "Remove" }).click();
  await page.getByRole("textbox", { name: "Words of the letter in Chinese" }).waitFor();
  assert.deepEqual((await papers(page)).letters.map((it) => it.language), ["zh"]);
});

test("writing it anew asks before it takes the candidate's words away", async (t) => {
  const page = await written(t);
  assert.equal(await page.getByRole("button", { name: "Write it anew" }).count(), 0, "nothing of theirs is in it");
  await page.getByRole("textbox", { name: WORDS }).fill("My own words.");
  await page.getByRole("button", { name: "Write it anew" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Write it anew" }).click();
  await page.waitForFunction(() => window.candidacyFake.world.application("app1").papers.letters[0].text.startsWith("Dear"));
  assert.match(await page.getByRole("textbox", { name: WORDS }).inputValue(), /^Dear Sir/);
});

test("without LibreOffice it is said plainly what to install", async (t) => {
  const page = await visit(t, PACKAGE, { office: "false" });
  await page.getByText("There is no PDF copy of the form: LibreOffice is not on this computer.").waitFor();
  await page.getByText("Until then the form goes along as it is.").waitFor();
  // Who does not want the copy is not told.
  await page.getByRole("checkbox", { name: "A PDF copy of the form goes along" }).uncheck();
  await page.getByText("There is no PDF copy of the form").waitFor({ state: "detached" });
  const form = await visit(t, `${APP}/form`, { office: "false" });
  await form.getByRole("button", { name: "As it will print" }).click();
  await form.getByRole("heading", { name: "There is no LibreOffice on this computer" }).waitFor();
  await accessible(form, ".dialog-panel");
});

test("making a package says that LibreOffice takes a while", async (t) => {
  const page = await visit(t, PACKAGE);
  await page.evaluate(() => {
    const { world } = window.candidacyFake;
    world.change("answer", () => {
      const of = world.application("app1");
      for (const field of of.form.fields) field.required = false;
      of.form.isApproved = true;
      of.message.to = ["intern@example.com"];
    });
    world.options.slow = 600;
  });
  await page.locator("#next .button.primary:enabled").click();
  await page.getByText("LibreOffice makes the PDF. This takes some seconds").waitFor();
  await page.getByText("The package is made.", { exact: true }).waitFor();
});

test("what a CV offers is looked at, and taken only where it is ticked", async (t) => {
  const page = await visit(t, `${APP}/documents`);
  const before = await facts(page);
  await page.getByRole("button", { name: "Look at the facts in this CV" }).first().click();
  const dialog = page.getByRole("dialog", { name: /Facts found in/ });
  await dialog.getByText("Already in the profile").waitFor();
  assert.equal(await dialog.getByRole("button", { name: "Tick what you want to take" }).isEnabled(), false);
  await dialog.getByRole("checkbox", { name: /ruoxi@mail\.example\.org/ }).check();
  assert.deepEqual(await facts(page), before, "looked at, and no more");
  await dialog.getByRole("button", { name: "Take 1 fact" }).click();
  await page.getByText("1 fact is in the profile now.").waitFor();
  assert.deepEqual(await facts(page), { ...before, email: "ruoxi@mail.example.org" });
  await page.getByRole("button", { name: "Undo" }).click();
  await page.waitForFunction((email) => window.candidacyFake.world.facts.basics.email === email, before.email);
});

test("a CV is read from the profile's screen, too, and one without facts says so", async (t) => {
  const page = await visit(t, "profile");
  await page.getByRole("button", { name: "Import" }).click();
  await page.getByRole("menuitem", { name: "From a CV…" }).click();
  const dialog = page.getByRole("dialog", { name: /Facts found in/ });
  await dialog.getByRole("button", { name: "Tick all that are new" }).click();
  await dialog.getByRole("button", { name: "Take 3 facts" }).click();
  await page.getByText("3 facts are in the profile now.").waitFor();
  await page.evaluate(() => {
    const { world } = window.candidacyFake;
    world.tell("handed", [world.handOver("blank-cv.pdf", "document")]);
  });
  await page.getByRole("heading", { name: "No facts for the profile were found in it." }).waitFor();
  await accessible(page, ".dialog-panel");
});

test("the language is chosen, and kept", async (t) => {
  const page = await visit(t, PACKAGE);
  const language = page.getByRole("combobox", { name: "Language" });
  assert.equal(await language.inputValue(), "en");
  await language.selectOption("zh");
  await page.waitForFunction(() => window.candidacyFake.world.application("app1").papers.language === "zh");
  await page.reload();
  await page.getByRole("combobox", { name: "Language" }).waitFor();
  await accessible(page);
});
