/** The papers around a form: letters with their gaps, PDF copies, the form as it prints, what a CV offers. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, LOOKS, picture, visit } from "../support/browser.mjs";

const APP = "application/app1";
const gap = (page) => page.getByRole("button", { name: "Fill it here: Why I apply" });

async function writeLetter(page) {
  await page.getByRole("button", { name: "Write it in English" }).click();
  return page.getByRole("textbox", { name: "Words of the letter in English" });
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
    await documents.getByRole("button", { name: /look at|去看看/ }).first().click();
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
