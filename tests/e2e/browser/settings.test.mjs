/** The settings: language and theme at once, and everything about how data is kept. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LOOKS, accessible, picture, visit } from "../support/browser.mjs";

for (const look of LOOKS) {
  const name = `${look.language}-${look.theme}`;

  test(`settings are accessible: ${name}`, async (t) => {
    const page = await visit(t, "settings", look);
    await picture(page, `settings-${name}`);
    await accessible(page);
    await page.getByRole("button", { name: /Licences|第三方组件/ }).click();
    await page.getByRole("button", { name: /bits-ui/ }).waitFor();
    await accessible(page);
  });
}

test("language and theme switch at once, and what is typed stays", async (t) => {
  const page = await visit(t, "start");
  await page.getByLabel("Search applications").fill("net");
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("radio", { name: "简体中文" }).check({ force: true });
  await page.getByRole("heading", { level: 1, name: "设置" }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-Hans");
  await page.getByRole("radio", { name: "深色" }).check({ force: true });
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  await page.getByRole("link", { name: "开始" }).click();
  assert.equal(await page.getByLabel("搜索申请").inputValue(), "net");
});

test("the theme follows the system until one is chosen", async (t) => {
  const page = await visit(t, "settings", {}, { colorScheme: "dark" });
  const shown = () => page.evaluate(() => document.documentElement.dataset.theme);
  assert.equal(await shown(), "dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.waitForFunction(() => document.documentElement.dataset.theme === "light");
  await page.getByRole("radio", { name: "Dark" }).check({ force: true });
  assert.equal(await shown(), "dark");
});

test("packages go to another folder", async (t) => {
  const page = await visit(t, "settings");
  await page.getByRole("button", { name: "Choose a folder…" }).click();
  await page.getByText("Now: Applications 2026").waitFor();
});

test("protection changes to a passphrase, typed twice alike", async (t) => {
  const page = await visit(t, "settings");
  await page.getByRole("button", { name: "Change…" }).click();
  const asked = page.getByRole("dialog");
  await asked.getByRole("radio", { name: /passphrase/ }).check();
  const save = asked.getByRole("button", { name: "Save" });
  await asked.getByLabel("New passphrase").fill("four loose words");
  await asked.getByLabel("The same again").fill("four loose wordx");
  await asked.getByText("The two are not the same.").waitFor();
  assert.equal(await save.isDisabled(), true);
  await asked.getByLabel("The same again").fill("four loose words");
  await accessible(page);
  await save.click();
  await page.getByText("Encrypted; opened with your passphrase").waitFor();
});

test("going without encryption has to be said", async (t) => {
  const page = await visit(t, "settings");
  await page.getByRole("button", { name: "Change…" }).click();
  const asked = page.getByRole("dialog");
  await asked.getByRole("radio", { name: /without encryption/ }).check();
  const save = asked.getByRole("button", { name: "Save" });
  assert.equal(await save.isDisabled(), true);
  await asked.getByRole("checkbox", { name: /I understand/ }).check();
  await save.click();
  await page.getByText("Not encrypted").waitFor();
  assert.equal(await page.getByRole("heading", { name: "Recovery key" }).count(), 0);
});

test("a new recovery key is shown until it is written down", async (t) => {
  const page = await visit(t, "settings");
  await page.getByRole("button", { name: "Make a new one…" }).click();
  await page.getByRole("button", { name: "Make a new one", exact: true }).click();
  const asked = page.getByRole("dialog", { name: "Your recovery key" });
  const key = await asked.getByLabel("Recovery key").innerText();
  assert.match(key.replace(/\s/g, ""), /^AGE-SECRET-KEY-1[0-9A-Z]{58}$/);
  await asked.getByRole("button", { name: "Later" }).click();
  await page.getByText("It waits to be written down.").waitFor();
  await page.getByRole("button", { name: "Show it" }).first().click();
  await asked.getByRole("button", { name: "Copy" }).click();
  await asked.getByRole("button", { name: "Copied" }).waitFor();
  assert.equal(await page.evaluate(() => window.candidacyFake.world.clipboard), key.replace(/\s/g, ""));
  await accessible(page);
  await asked.getByRole("button", { name: "I have written it down" }).click();
  await page.getByText("It waits to be written down.").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.body.innerHTML.includes("AGE-SECRET")), false);
});

test("a backup is gone back to, knowingly", async (t) => {
  const page = await visit(t, "settings");
  await page.getByRole("button", { name: "Show backups…" }).click();
  await page.getByRole("button", { name: /Go back to it: 28 Feb 2026/ }).click();
  const asked = page.getByRole("dialog", { name: "Go back to this backup?" });
  await accessible(page);
  await asked.getByRole("button", { name: "Go back to it" }).click();
  await page.getByText(/Your data is as it was on 28 Feb 2026/).waitFor();
});

test("what is remembered is looked through and forgotten", async (t) => {
  const page = await visit(t, "settings");
  await page.getByRole("button", { name: "Look through…" }).click();
  const asked = page.getByRole("dialog", { name: "What is remembered" });
  await asked.getByText("Advisor", { exact: true }).waitFor();
  await accessible(page);
  await asked.getByRole("button", { name: "Forget: 饮食要求" }).click();
  await asked.getByText("素食").waitFor({ state: "detached" });
  await asked.getByRole("button", { name: "Undo" }).click();
  await asked.getByText("素食").waitFor();
  await asked.getByRole("button", { name: "Forget everything" }).click();
  await asked.getByText(/Nothing yet/).waitFor();
  await accessible(page);
});

test("everything goes into a file and comes out of one", async (t) => {
  const page = await visit(t, "settings");
  await page.getByRole("button", { name: "Save to a file…" }).click();
  const out = page.getByRole("dialog", { name: "Save everything into one file" });
  await out.getByLabel("New passphrase").fill("four loose words");
  await out.getByLabel("The same again").fill("four loose words");
  await page.keyboard.press("Enter");
  await page.getByText("Everything was saved into the file.").waitFor();
  await page.getByRole("button", { name: "Take from a file…" }).click();
  const into = page.getByRole("dialog", { name: "Take everything from a file" });
  await into.getByLabel("Passphrase", { exact: true }).fill("wrong");
  await into.getByRole("button", { name: "Choose the file…" }).click();
  await into.getByText("This passphrase does not open it.").waitFor();
  await into.getByLabel("Passphrase", { exact: true }).fill("correct horse");
  await into.getByRole("button", { name: "Choose the file…" }).click();
  await page.getByText("Everything from the file is here now.").waitFor();
});

test("the menu's About comes into view", async (t) => {
  const page = await visit(t, "start");
  await page.evaluate(() => window.candidacyFake.world.tell("menu", "about"));
  const about = page.getByRole("heading", { name: "About" });
  await about.waitFor();
  await page.waitForFunction(() => {
    const { top, bottom } = document.getElementById("about").getBoundingClientRect();
    return top < innerHeight && bottom > 0;
  });
});
