/** The documents that go along: by pointer, by keyboard, in both languages and both themes. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { accessible, LOOKS, picture, visit } from "../support/browser.mjs";

const MAIL = "application/app1/documents";
const PORTAL = "application/app2/documents";

/** Drops files on the window, as the shell would tell it. */
async function drop(page, ...files) {
  await page.evaluate((names) => {
    const { world } = window.candidacyFake;
    world.tell("handed", names.map(([name, kind]) => world.handOver(name, kind)));
  }, files);
}

/** The names of the documents, in their order. */
async function order(page) {
  return page.locator("main li > article").evaluateAll((cards) => cards.map((it) => it.getAttribute("aria-label")));
}

/** How much of the page that is drawn is not paper: letters are. */
async function ink(page, number) {
  const canvas = page.locator(`canvas[data-drawn="${number}"]`);
  await canvas.waitFor();
  return canvas.evaluate((it) => {
    const { data } = it.getContext("2d").getImageData(0, 0, it.width, it.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at] < 128) dark += 1;
    return dark / (it.width * it.height);
  });
}

describe("documents", () => {
  for (const look of LOOKS) {
    it(`can be used by everybody (${look.language}, ${look.theme})`, async (t) => {
      const page = await visit(t, MAIL, look);
      await page.locator("canvas[data-drawn]").waitFor();
      await accessible(page);
      await picture(page, `documents-${look.language}-${look.theme}`);
      const portal = await visit(t, PORTAL, look);
      await accessible(portal);
      await drop(portal, ["cv-long.pdf", "document"], ["scan.pdf", "document"], ["求职信.txt", "document"]);
      await portal.locator("main li > article").nth(2).waitFor();
      await accessible(portal);
      await picture(portal, `documents-findings-${look.language}-${look.theme}`);
    });
  }

  it("shows a PDF page by page, with keys for turning and zooming", async (t) => {
    const page = await visit(t, PORTAL);
    await drop(page, ["cv-long.pdf", "document"]);
    assert.ok((await ink(page, 1)) > 0.0001, "the fonts that come with the app are drawn");
    const sheet = page.getByRole("region", { name: "Preview of cv-long.pdf" });
    await sheet.focus();
    await page.keyboard.press("ArrowRight");
    await page.getByText("Page 2 of 5").waitFor();
    await page.keyboard.press("End");
    await page.getByText("Page 5 of 5").waitFor();
    const before = await page.locator("canvas").evaluate((it) => it.clientWidth);
    await page.keyboard.press("+");
    await page.getByText("125 %").waitFor();
    await page.waitForFunction((width) => document.querySelector("canvas").clientWidth > width * 1.2, before);
    await page.keyboard.press("0");
    await page.getByText("100 %").waitFor();
  });

  it("shows Chinese in fonts that the file only names", async (t) => {
    const page = await visit(t, PORTAL);
    await drop(page, ["成绩单.pdf", "document"]);
    assert.ok((await ink(page, 1)) > 0.0001);
    await picture(page, "documents-chinese-pdf");
    const tables = await page.evaluate(() =>
      performance.getEntriesByType("resource").filter((it) => it.name.includes("UniGB")).length,
    );
    assert.equal(tables, 1, "the table for its letters came from beside the page");
    await page.getByText("Text", { exact: true }).click();
    await page.getByText("云栖理工大学").waitFor();
  });

  it("draws a Word file, and gives its text", async (t) => {
    const page = await visit(t, MAIL);
    await page.getByRole("button", { name: "Show cv-zh.docx" }).click();
    await page.locator(".stage[data-drawn]").waitFor();
    await picture(page, "documents-word");
    const drawn = await page.locator(".paper-host").evaluate((it) => it.shadowRoot.textContent);
    assert.match(drawn, /林若溪/);
    await accessible(page);
    await page.getByText("Text", { exact: true }).click();
    await page.locator("pre", { hasText: "林若溪" }).waitFor();
  });

  it("says so when a file cannot be shown", async (t) => {
    const page = await visit(t, PORTAL);
    await drop(page, ["broken-cv.pdf", "document"]);
    await page.getByText("This file could not be shown.").waitFor();
  });

  it("tells what is missing and against which rule a document is", async (t) => {
    const page = await visit(t, PORTAL);
    await page.getByText("2 required things are missing.").waitFor();
    await drop(page, ["cv-long.pdf", "document"]);
    await page.getByText("“cv-long.pdf” has 5 pages, and the posting takes 2.").waitFor();
    await page.getByText("1 required thing is missing.").waitFor();
    await drop(page, ["scan-cv.pdf", "document"]);
    await page.getByText("Against the posting’s rules").waitFor();
  });

  it("guesses what was dropped, and lets the candidate say otherwise", async (t) => {
    const page = await visit(t, PORTAL);
    await drop(page, ["My transcript.pdf", "document"]);
    const role = page.getByLabel("What “My transcript.pdf” is");
    assert.equal(await role.inputValue(), "transcript");
    await role.selectOption("other");
    await page.waitForFunction(() => window.candidacyFake.world.application("app2").documents[0].role === "other");
  });

  it("asks whether something with blanks is the form or a document", async (t) => {
    const page = await visit(t, MAIL);
    await drop(page, ["cv-table.docx", "form"]);
    const dialog = page.getByRole("dialog", { name: "What is “cv-table.docx”?" });
    await dialog.waitFor();
    await accessible(page);
    await dialog.getByRole("button", { name: "A document that goes along" }).click();
    await page.getByRole("article", { name: "cv-table.docx" }).waitFor();
    await drop(page, ["other-form.docx", "form"]);
    await page.getByRole("dialog").getByRole("button", { name: "The application form" }).click();
    await page.waitForURL(/app1\/form/);
    assert.equal(await page.evaluate(() => window.candidacyFake.world.application("app1").form.name), "other-form.docx");
  });

  it("takes a document out and puts it back", async (t) => {
    const page = await visit(t, MAIL);
    await page.getByRole("button", { name: "Remove cv-en.pdf" }).click();
    await page.getByText("“cv-en.pdf” was removed.").waitFor();
    assert.deepEqual(await order(page), ["cv-zh.docx"]);
    await page.getByRole("button", { name: "Undo" }).first().click();
    await page.getByRole("article", { name: "cv-en.pdf" }).waitFor();
    assert.deepEqual(await order(page), ["cv-en.pdf", "cv-zh.docx"]);
  });

  it("can be ordered with the pointer", async (t) => {
    const page = await visit(t, MAIL);
    const [first, second] = [page.locator("main li > article").nth(0), page.locator("main li > article").nth(1)];
    const grip = await first.locator(".grip").boundingBox();
    const goal = await second.boundingBox();
    await page.mouse.move(grip.x + 8, grip.y + 20);
    await page.mouse.down();
    await page.mouse.move(goal.x + 8, goal.y + goal.height - 4, { steps: 5 });
    await page.mouse.up();
    await page.waitForFunction(() => document.querySelector("main li > article")?.getAttribute("aria-label") === "cv-zh.docx");
  });

  it("can be ordered, chosen, added and removed with the keyboard alone", async (t) => {
    const page = await visit(t, MAIL);
    await page.getByRole("article", { name: "cv-en.pdf" }).waitFor();
    const reach = async (name) => {
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press("Tab");
        if (await page.evaluate((it) => document.activeElement?.getAttribute("aria-label") === it, name)) return;
      }
      assert.fail(`${name} is not reached`);
    };
    await reach("Move cv-en.pdf down");
    await page.keyboard.press("Enter");
    await page.getByText("cv-en.pdf is now 2 of 2.").waitFor();
    assert.deepEqual(await order(page), ["cv-zh.docx", "cv-en.pdf"]);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    assert.equal(await focused(), "Show cv-en.pdf", "the focus stays with what was moved");
    await page.keyboard.press("Alt+ArrowUp");
    await page.getByText("cv-en.pdf is now 1 of 2.").waitFor();
    await reach("Show cv-zh.docx");
    await page.keyboard.press("Enter");
    await page.locator("#preview-title", { hasText: "cv-zh.docx" }).waitFor();
    await reach("Add a document");
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "A transcript" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator("main li > article").nth(2).waitFor();
    assert.equal(await page.locator("main li > article select").nth(2).inputValue(), "transcript");
  });

  it("keeps everything as it is while it may only be looked at", async (t) => {
    const page = await visit(t, MAIL, { stage: "readOnly" });
    await page.getByRole("article", { name: "cv-en.pdf" }).waitFor();
    assert.equal(await page.getByRole("button", { name: "Add a document" }).count(), 0);
    assert.ok(await page.getByRole("button", { name: "Remove cv-en.pdf" }).isDisabled());
  });
});
