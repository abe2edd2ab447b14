/** The vault's states: each says what is wrong and has a way on, and nothing typed is lost on the way. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LOOKS, accessible, picture, visit } from "../support/browser.mjs";

/** Every trouble that keeps the vault shut, its heading and the first way on. */
const LOCKED = {
  noBus: ["The keyring cannot be reached", "Try again"],
  noService: ["There is no keyring on this computer", "Try again"],
  locked: ["Your keyring is locked", "Try again"],
  waiting: ["Your keyring asks for its password", "Try again"],
  neverInitialised: ["The keyring was never set up", "Try again"],
  emptied: ["The key to your data is not in the keyring any more", "Open"],
  denied: ["The keyring refused", "Try again"],
  frozen: ["The keyring does not answer", "Try again"],
  passphrase: ["Enter your passphrase", "Open"],
  wrongKey: ["That does not open it", "Open"],
  damaged: ["The file with your data is damaged", "Go back to it: 1 Mar 2026, 21:40"],
  disk: ["The disk did not let the app read or write", "Try again"],
};

for (const [trouble, [heading, way]] of Object.entries(LOCKED)) {
  test(`locked, ${trouble}: says so and offers a way on`, async (t) => {
    const page = await visit(t, "start", { stage: "locked", trouble });
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
    await page.getByRole("button", { name: way, exact: true }).waitFor();
    await accessible(page);
  });
}

for (const look of LOOKS) {
  const name = `${look.language}-${look.theme}`;

  test(`the locked page is accessible: ${name}`, async (t) => {
    const page = await visit(t, "start", { ...look, stage: "locked", trouble: "emptied" });
    await picture(page, `locked-${name}`);
    await accessible(page);
  });

  test(`the way without a keyring is accessible: ${name}`, async (t) => {
    const page = await visit(t, "start", { ...look, stage: "new", noKeyring: "noService" });
    await begin(page);
    await page.getByRole("dialog").last().waitFor();
    await picture(page, `keep-${name}`);
    await accessible(page);
  });

  test(`the recovery key is accessible: ${name}`, async (t) => {
    const page = await visit(t, "start", { ...look, stage: "new" });
    await begin(page);
    await page.locator("[data-key]").waitFor();
    await picture(page, `recovery-${name}`);
    await accessible(page);
  });
}

/** Begins an application: the first data of one's own. */
async function begin(page) {
  await page.getByRole("button", { name: /New application|新建申请/ }).click();
  await page.getByRole("radio", { name: /Trustworthy/ }).check();
  await page.getByRole("button", { name: /^(Begin|开始)$/ }).click();
}

test("other screens stay shut while locked, the settings do not", async (t) => {
  const page = await visit(t, "profile", { stage: "locked", trouble: "locked" });
  await page.getByRole("heading", { level: 1, name: "Your keyring is locked" }).waitFor();
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  await page.getByText("Your data is locked.").waitFor();
});

test("trying again opens once the keyring is unlocked, and says when it is not", async (t) => {
  const page = await visit(t, "start", { stage: "locked", trouble: "frozen" });
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("alert").getByText(/Still the same/).waitFor();
  await page.evaluate(() => (window.candidacyFake.world.trouble = null));
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { level: 1, name: "Applications" }).waitFor();
});

test("a passphrase opens, a wrong one says so, and Enter will do", async (t) => {
  const page = await visit(t, "start", { stage: "locked", trouble: "passphrase" });
  const field = page.getByLabel("Passphrase", { exact: true });
  assert.equal(await field.getAttribute("type"), "password");
  await field.fill("wrong");
  await page.keyboard.press("Enter");
  await page.getByText("This passphrase does not open it.").waitFor();
  assert.equal(await field.inputValue(), "");
  await field.fill("correct horse");
  await page.getByRole("button", { name: "Show passphrase" }).click();
  assert.equal(await field.getAttribute("type"), "text");
  await field.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Applications" }).waitFor();
});

test("the recovery key opens, typed as from paper", async (t) => {
  const page = await visit(t, "start", { stage: "locked", trouble: "locked" });
  await page.getByRole("button", { name: "Recovery key" }).click();
  const field = page.getByLabel("Recovery key");
  await field.fill("something else");
  await page.getByRole("button", { name: "Open" }).click();
  await page.getByText(/This key does not open it/).waitFor();
  await field.fill("age-secret-key-1 qpzry 9x8gf\n2tvdw 0s3jn");
  await page.getByRole("button", { name: "Open" }).click();
  await page.getByRole("heading", { level: 1, name: "Applications" }).waitFor();
});

test("a damaged vault goes back to a backup", async (t) => {
  const page = await visit(t, "start", { stage: "locked", trouble: "damaged" });
  await page.getByRole("button", { name: /Go back to it: 28 Feb 2026/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Go back to it" }).click();
  await page.getByRole("heading", { level: 1, name: "Applications" }).waitFor();
});

test("read-only says why, and offers nothing that changes", async (t) => {
  const page = await visit(t, "start", { stage: "readOnly", trouble: "inUse" });
  await page.getByText("Another window or program has your data open").waitFor();
  assert.equal(await page.getByRole("button", { name: "New application" }).isDisabled(), true);
  assert.equal(await page.getByRole("button", { name: /^More for/ }).count(), 0);
  await accessible(page);
});

test("without a keyring nothing begins until the candidate chose; a passphrase does", async (t) => {
  const page = await visit(t, "start", { stage: "new", noKeyring: "noService" });
  await begin(page);
  const asked = page.getByRole("dialog", { name: "How should your data be kept?" });
  await asked.getByText("There is no keyring on this computer").waitFor();
  await asked.getByRole("radio", { name: /Try the keyring again/ }).check();
  await asked.getByRole("button", { name: "Keep it this way" }).click();
  await asked.getByText(/Still the same/).waitFor();
  await asked.getByRole("radio", { name: /Protect it with a passphrase/ }).check();
  await asked.getByLabel("New passphrase").fill("four loose words");
  await asked.getByLabel("The same again").fill("four loose words");
  await asked.getByRole("button", { name: "Keep it this way" }).click();
  await page.waitForURL(/application\/app\d+\/form$/);
  assert.equal(await page.evaluate(() => window.candidacyFake.world.protection), "passphrase");
  await page.getByRole("dialog", { name: "Your recovery key" }).waitFor();
});

test("cancelling keeps nothing and says so", async (t) => {
  const page = await visit(t, "start", { stage: "new", noKeyring: "denied" });
  await begin(page);
  const asked = page.getByRole("dialog", { name: "How should your data be kept?" });
  await asked.getByRole("button", { name: "Cancel" }).click();
  await page.getByText(/could not be kept safely/).waitFor();
  assert.equal(await page.evaluate(() => window.candidacyFake.world.stage), "new");
});

test("the recovery key comes with the first save, once; then a line reminds", async (t) => {
  const page = await visit(t, "start", { stage: "new" });
  await begin(page);
  const asked = page.getByRole("dialog", { name: "Your recovery key" });
  await asked.waitFor();
  await asked.getByRole("button", { name: "Later" }).click();
  await page.getByRole("link", { name: "Start", exact: true }).click();
  await page.getByText("Write down your recovery key").waitFor();
  assert.equal(await asked.count(), 0);
  await page.getByRole("button", { name: "Show it" }).click();
  await asked.getByRole("button", { name: "I have written it down" }).click();
  await page.getByText("Write down your recovery key").waitFor({ state: "detached" });
});

test("the recovery key does not come between a press and its click", async (t) => {
  const page = await visit(t, "profile", { stage: "new" });
  await page.getByRole("textbox", { name: "Whole name, in English" }).fill("Wanqiu Tester");
  await page.getByRole("button", { name: /^Contact/ }).hover();
  // The press takes the focus away from what was typed, so that it is saved and the key is due.
  await page.mouse.down();
  await page.waitForFunction(() => window.candidacyFake.world.stage === "open");
  const asked = page.getByRole("dialog", { name: "Your recovery key" });
  assert.equal(await asked.count(), 0);
  await page.mouse.up();
  await asked.waitFor();
  await asked.getByRole("button", { name: "Later" }).click();
  await page.getByRole("textbox", { name: "E-mail" }).waitFor();
});

test("the recovery key prints by itself", async (t) => {
  const page = await visit(t, "start", { stage: "new" });
  await begin(page);
  await page.locator("[data-key]").waitFor();
  await page.emulateMedia({ media: "print" });
  await page.getByText("Recovery key for Candidacy").waitFor();
  const shown = await page.evaluate(() =>
    [...document.querySelectorAll("h1, nav, button")].filter((it) => getComputedStyle(it).visibility === "visible"),
  );
  assert.deepEqual(shown, []);
});
