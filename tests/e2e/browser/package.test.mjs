/** The package: what is missing, the message, making it, the copy board, and what was sent. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { accessible, LOOKS, picture, visit } from "../support/browser.mjs";

const MAIL = "application/app1/package";
const PORTAL = "application/app2/package";
const SENT = "application/app3/package";

/** Nothing is missing any more: as if the candidate had answered, approved and typed the address. */
async function ready(page, application = "app1") {
  await page.evaluate((id) => {
    const { world } = window.candidacyFake;
    world.change("answer", () => {
      const of = world.application(id);
      for (const field of of.form?.fields ?? []) field.required = false;
      if (of.form) of.form.isApproved = true;
      if (id === "app1") of.message.to = ["intern@example.com"];
    });
  }, application);
}

const state = (page, application = "app1") =>
  page.evaluate((id) => structuredClone(window.candidacyFake.world.application(id)), application);

async function made(t, options = {}) {
  const page = await visit(t, MAIL, options);
  await ready(page);
  await page.locator("#next .button.primary:enabled").click();
  await page.locator("#board").waitFor();
  return page;
}

const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent?.trim());

/** Goes on with the tab key until something is reached. */
async function reach(page, wanted) {
  for (let presses = 0; presses < 90; presses += 1) {
    if ((await focused(page))?.includes(wanted)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`${wanted} is not reached`);
}

describe("package", () => {
  for (const look of LOOKS) {
    it(`can be used by everybody (${look.language}, ${look.theme})`, async (t) => {
      const name = `${look.language}-${look.theme}`;
      const page = await visit(t, MAIL, look, { viewport: { width: 1280, height: 2000 } });
      await accessible(page);
      await picture(page, `package-missing-${name}`);
      await ready(page);
      await page.locator("#next .button.primary:enabled").click();
      await page.locator("#board").waitFor();
      await accessible(page);
      await picture(page, `package-made-${name}`);
      await page.locator("#next .button").nth(3).click();
      await page.getByRole("dialog").waitFor();
      await accessible(page);
      await picture(page, `package-sent-${name}`);
      const portal = await visit(t, PORTAL, look, { viewport: { width: 1280, height: 1600 } });
      await portal.locator("#board").waitFor();
      await accessible(portal);
      await picture(portal, `package-portal-${name}`);
    });
  }

  it("lets the files of a package be dragged out, until it is to be made again", async (t) => {
    const page = await made(t);
    const files = page.getByRole("list", { name: "What goes into it" });
    const cv = files.getByRole("listitem").filter({ hasText: "cv-en" });
    await page.getByText("Drag a file from here into a web page or a mail.").waitFor();
    await cv.dispatchEvent("dragstart");
    assert.match(await page.evaluate(() => window.candidacyFake.world.dragged), /cv-en/i);
    assert.equal(await files.getByText("draft.eml").count(), 0);
    await page.getByLabel("Subject", { exact: true }).fill("Another subject");
    await page.keyboard.press("Tab");
    await page.getByText("Drag a file from here").waitFor({ state: "detached" });
    assert.equal(await cv.getAttribute("draggable"), "false");
  });

  it("tells what stops first, and goes where it can be put right", async (t) => {
    const page = await visit(t, MAIL);
    const badges = page.locator("#todo li .badge");
    await badges.first().waitFor();
    const words = await badges.allTextContents();
    assert.equal(words[0].trim(), "Must");
    assert.deepEqual([...words], words.toSorted((a, b) => Number(b.includes("Must")) - Number(a.includes("Must"))));
    assert.ok(await page.getByRole("button", { name: "Make the package" }).isDisabled());
    await page.getByRole("button", { name: /^Type the address/ }).click();
    assert.equal(await page.evaluate(() => document.activeElement?.id), "message-to");
    await page.getByRole("button", { name: /^Go to the profile/ }).first().click();
    await page.waitForURL(/#\/profile\?focus=%2Favailability/);
  });

  it("tells a finding that it has no words for in Rust's", async (t) => {
    const page = await visit(t, SENT);
    await page.getByText("Something new was found.").waitFor();
  });

  it("approves only when the candidate knows what is approved", async (t) => {
    const page = await visit(t, MAIL);
    await page.evaluate(() => {
      const { world } = window.candidacyFake;
      world.change("answer", () => world.application("app1").form.fields.forEach((it) => (it.required = false)));
    });
    await page.getByRole("button", { name: /^Approve the answers/ }).click();
    const dialog = page.getByRole("dialog", { name: "Approve the answers as they are?" });
    await dialog.waitFor();
    await dialog.getByRole("button", { name: "Look at the form first" }).waitFor();
    await dialog.getByRole("button", { name: "Approve", exact: true }).click();
    await page.getByText("The answers are approved.").waitFor();
    assert.equal((await state(page)).form.isApproved, true);
  });

  it("takes addresses as they are typed, and warns of those that are not what they look like", async (t) => {
    const page = await visit(t, MAIL);
    const to = page.getByRole("textbox", { name: "To", exact: true });
    await to.fill("intern@example.com,");
    await page.getByRole("button", { name: "Remove intern@example.com" }).waitFor();
    await to.fill("p\u0430ul@example.com");
    await page.getByText("only looks like a plain letter").waitFor();
    await to.press("Enter");
    assert.deepEqual((await state(page)).message.to, ["intern@example.com"]);
    await to.fill("a\u202emoc.elpmaxe@b");
    await page.getByText("There is a character in it that cannot be seen (U+202E)").waitFor();
    await to.fill("b@gmial.com");
    await to.press("Enter");
    await page.getByText("Did you mean b@gmail.com?").waitFor();
    await page.getByRole("button", { name: "b@gmail.com", exact: true }).click();
    await page.waitForFunction(() => window.candidacyFake.world.application("app1").message.to.includes("b@gmail.com"));
    await to.focus();
    await page.keyboard.press("Backspace");
    await page.waitForFunction(() => window.candidacyFake.world.application("app1").message.to.length === 1);
  });

  it("does not take an address while an input method composes", async (t) => {
    const page = await visit(t, MAIL);
    const to = page.getByRole("textbox", { name: "To", exact: true });
    await to.fill("intern@example.com");
    await to.evaluate((it) => {
      const press = { key: "Enter", bubbles: true, cancelable: true, isComposing: true };
      it.dispatchEvent(new KeyboardEvent("keydown", press));
    });
    assert.equal(await to.inputValue(), "intern@example.com");
    assert.deepEqual((await state(page)).message.to, []);
  });

  it("keeps what is typed into the message, even when the screen is left at once", async (t) => {
    const page = await visit(t, MAIL);
    await page.getByRole("textbox", { name: "Subject" }).fill("My own subject");
    await page.evaluate(() => (location.hash = "#/application/app1/documents"));
    await page.waitForFunction(() => window.candidacyFake.world.application("app1").message.subject === "My own subject");
    await page.evaluate(() => (location.hash = "#/application/app1/package"));
    await page.getByRole("button", { name: "Back to our wording" }).click();
    await page.getByText("Subject and text are ours again.").waitFor();
    assert.match(await page.getByRole("textbox", { name: "Subject" }).inputValue(), /^Ruoxi Lin: application/);
  });

  it("keeps what could not be saved, and saves it later", async (t) => {
    const page = await visit(t, MAIL);
    await page.evaluate(async () => {
      const { world } = window.candidacyFake;
      world.failNext.set("editMessage", { code: "disk", subject: null, message: "full", trouble: null });
    });
    await page.getByRole("textbox", { name: "Subject" }).fill("Not to be lost");
    await page.getByRole("textbox", { name: "Subject" }).blur();
    await page.getByText("The message is not saved yet.").waitFor();
    await page.evaluate(() => (location.hash = "#/application/app1/documents"));
    await page.getByRole("heading", { name: "Documents", level: 1 }).waitFor();
    await page.evaluate(() => (location.hash = "#/application/app1/package"));
    await page.waitForFunction(() => window.candidacyFake.world.application("app1").message.subject === "Not to be lost");
    assert.equal(await page.getByRole("textbox", { name: "Subject" }).inputValue(), "Not to be lost");
  });

  it("puts the words in that the posting wants", async (t) => {
    const page = await visit(t, MAIL);
    await page.getByRole("textbox", { name: "Subject" }).fill("Hello");
    await page.getByRole("textbox", { name: "Text" }).fill("Dear team,\n\nI apply.");
    await page.getByRole("button", { name: "Put it into the text" }).click();
    await page.locator(".must .badge", { hasText: "There" }).waitFor();
    const { body, subject } = (await state(page)).message;
    assert.equal(subject, "Hello");
    assert.match(body, /^Dear team,\n\nan internship position in .*\n\nI apply\.$/);
  });

  it("is made, opened, shown and kept as sent", async (t) => {
    const page = await made(t);
    await page.getByText("The package is made.", { exact: true }).waitFor();
    assert.match(await focused(page), /Open as e-mail draft/);
    await page.getByRole("button", { name: "Open as e-mail draft" }).click();
    await page.getByText("The draft is open in your mail program.").waitFor();
    await page.getByRole("button", { name: "Save the zip…" }).click();
    await page.getByText("The zip was saved.").waitFor();
    await page.getByRole("button", { name: "I sent it…" }).click();
    const dialog = page.getByRole("dialog", { name: "Did you send it?" });
    await dialog.getByText("intern@example.com").waitFor();
    await dialog.getByRole("button", { name: "Not yet" }).click();
    assert.equal((await state(page)).sent.length, 0);
    await page.getByRole("button", { name: "I sent it…" }).click();
    // Who was typed in only in the mail program.
    await dialog.getByRole("textbox", { name: "To whom" }).fill("chair@example.com,");
    await dialog.getByRole("button", { name: "Yes, I sent it" }).click();
    await page.getByRole("button", { name: /^Save what was sent… \(/ }).click();
    await page.getByText("What was sent was saved as a zip.").waitFor();
    const { sent } = await state(page);
    assert.deepEqual(sent.map((it) => it.to), [["intern@example.com", "chair@example.com"]]);
    const note = page.locator(".toast", { hasText: "Kept: sent, when" });
    assert.equal(await note.getByRole("button", { name: "Undo" }).count(), 0, "it would undo something else");
    await page.locator("main").getByRole("button", { name: "Not sent after all" }).click();
    await page.getByText("It no longer counts as sent.").waitFor();
    assert.equal((await state(page)).sent.length, 0);
  });

  it("does not approve while something typed into the form is not kept", async (t) => {
    const page = await visit(t, MAIL.replace("package", "form"));
    await page.evaluate(() => {
      window.candidacyFake.answer = () => Promise.reject({ code: "invalid", subject: null, message: "", trouble: null });
    });
    const card = page.locator('.card[data-field="f28"]');
    await card.locator(".head").click();
    await card.locator("textarea").fill("No answer that it takes");
    await page.getByRole("link", { name: /^Package/ }).click();
    await page.getByRole("button", { name: "Approve the answers…" }).click();
    await page.getByText("Something you typed into the form is not kept").waitFor();
    await page.getByRole("heading", { name: "application-form.docx" }).waitFor();
    assert.equal(await page.getByRole("dialog", { name: "Approve the answers as they are?" }).count(), 0);
  });

  it("says when it has to be made again", async (t) => {
    const page = await made(t);
    await page.getByRole("textbox", { name: "Subject" }).fill("Another subject an internship position in MSRA Trustworthy Systems Research Group");
    await page.getByRole("heading", { name: "Something changed: make it again." }).waitFor();
    await page.getByRole("button", { name: "Make it again" }).click();
    await page.getByRole("heading", { name: "The package is made." }).waitFor();
  });

  it("shows the way on where no mail program opens the draft", async (t) => {
    const page = await made(t);
    await page.evaluate(() => {
      const { world } = window.candidacyFake;
      world.failNext.set("openDraft", { code: "noProgram", subject: null, message: "none", trouble: null });
    });
    await page.getByRole("button", { name: "Open as e-mail draft" }).click();
    await page.getByText("No mail program here opens the draft").waitFor();
    await accessible(page);
    await page.getByRole("button", { name: "Go to the copy board" }).click();
    assert.match(await focused(page), /^Copy /);
  });

  it("copies answer after answer with one key each", async (t) => {
    const page = await visit(t, PORTAL);
    await reach(page, "Copy Name");
    await page.keyboard.press("Enter");
    await page.getByText("Name copied.").waitFor();
    const clipboard = () => page.evaluate(() => window.candidacyFake.world.clipboard);
    assert.equal(await clipboard(), "Ruoxi Lin");
    await page.keyboard.press("c");
    await page.getByText("Pinyin, as in the passport copied.").waitFor();
    assert.equal(await clipboard(), "LIN Ruoxi");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    assert.match(await focused(page), /E-mail/);
    await page.keyboard.press("End");
    await page.keyboard.press("Tab");
    assert.doesNotMatch(await focused(page), /^Copy (Name|E-mail)/, "the board is one stop of the tab key");
  });

  it("puts board and address first where one applies on a portal", async (t) => {
    const page = await visit(t, PORTAL);
    const titles = await page.locator("main h2").allTextContents();
    const place = (words) => titles.findIndex((it) => it.includes(words));
    assert.ok(place("Apply on the portal") < place("Before it goes out"));
    assert.ok(place("Copy board") < place("Before it goes out"));
    assert.equal(place("The message"), -1);
    await page.getByRole("button", { name: /^Copy the address https/ }).click();
    assert.match(await page.evaluate(() => window.candidacyFake.world.clipboard), /^https:/);
  });

  it("can be used from end to end with the keyboard alone", async (t) => {
    const page = await visit(t, MAIL);
    await page.evaluate(() => {
      const { world } = window.candidacyFake;
      world.change("answer", () => world.application("app1").form.fields.forEach((it) => (it.required = false)));
    });
    await reach(page, "Approve the answers");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await reach(page, "Approve");
    for (let presses = 0; presses < 6 && (await focused(page)) !== "Approve"; presses += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.evaluate(() => document.querySelector("h1").focus());
    await reach(page, "Type the address");
    await page.keyboard.press("Enter");
    await page.keyboard.type("intern@example.com");
    await page.keyboard.press("Enter");
    await page.getByText("Nothing stands in the way.").waitFor();
    await page.evaluate(() => document.querySelector("h1").focus());
    await reach(page, "Make the package");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "The package is made." }).waitFor();
    await reach(page, "I sent it…");
    await page.keyboard.press("Enter");
    await reach(page, "Yes, I sent it");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "You sent it." }).waitFor();
  });
});
