/** The start screen: what is at hand, beginning something new, and what is shown before there is anything. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LOOKS, accessible, picture, visit } from "../support/browser.mjs";

const hash = (page) => page.evaluate(() => location.hash);
const dialog = (page, name) => page.getByRole("dialog", { name });
const hand = (page, name, kind) =>
  page.evaluate(
    ([name, kind]) => {
      const { world } = window.candidacyFake;
      world.tell("handed", [world.handOver(name, kind)]);
    },
    [name, kind],
  );

for (const look of LOOKS) {
  const name = `${look.language}-${look.theme}`;

  test(`start is accessible: ${name}`, async (t) => {
    const page = await visit(t, "start", look);
    await picture(page, `start-${name}`);
    await accessible(page);
    await page.getByRole("button", { name: /New application|新建申请/ }).click();
    await page.getByRole("dialog").waitFor();
    await picture(page, `new-application-${name}`);
    await accessible(page);
  });

  test(`the first start is accessible: ${name}`, async (t) => {
    const page = await visit(t, "start", { ...look, stage: "new" });
    await picture(page, `welcome-${name}`);
    await accessible(page);
  });
}

test("cards say what is missing and when, and lead to where it is", async (t) => {
  const page = await visit(t);
  const card = page.getByRole("article", { name: "Trustworthy Systems Research Intern" });
  assert.match(await card.innerText(), /Required answers are missing/);
  assert.match(await card.innerText(), /15 Mar 2026\s*· 13 days left/);
  await card.getByRole("link").click();
  assert.equal(await hash(page), "#/application/app1/form");
  // The address is there before the screen is.
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
  await page.goBack();
  const portal = page.getByRole("article", { name: "Research Intern, Networking" });
  await portal.getByRole("link").click();
  assert.equal(await hash(page), "#/application/app2/documents");
});

test("search finds, says when nothing fits, and is remembered", async (t) => {
  const page = await visit(t);
  const search = page.getByLabel("Search applications");
  await search.fill("networking");
  await page.getByRole("article").nth(1).waitFor({ state: "detached" });
  assert.equal(await page.getByRole("article").count(), 1);
  await page.getByRole("link", { name: "Profile" }).click();
  await page.getByRole("link", { name: "Start", exact: true }).click();
  assert.equal(await search.inputValue(), "networking");
  await search.fill("no such thing");
  await page.getByText("No application fits “no such thing”.").waitFor();
  await page.getByRole("button", { name: "Show all" }).click();
  assert.equal(await page.getByRole("article").count(), 3);
});

test("applications can be put in another order", async (t) => {
  const page = await visit(t);
  await page.getByLabel("Order").selectOption("title");
  const titles = await page.getByRole("article").getByRole("heading").allInnerTexts();
  assert.deepEqual(titles.slice(0, 2), ["Research Intern, Networking", "Trustworthy Systems Research Intern"]);
});

test("an application of the library begins with its form", async (t) => {
  const page = await visit(t);
  await page.keyboard.press("Control+n");
  const asked = dialog(page, "New application");
  assert.equal(await asked.getByRole("button", { name: "Begin" }).isDisabled(), true);
  await asked.getByRole("radio", { name: /Trustworthy Systems/ }).check();
  await asked.getByRole("button", { name: "Begin" }).click();
  await page.waitForURL(/application\/app\d+\/form$/);
  assert.equal(await dialog(page, "New application").count(), 0);
});

test("a dropped form asks what it is for, and begins", async (t) => {
  const page = await visit(t);
  await page.evaluate(() => window.candidacyFake.world.tell("hover", true));
  await page.getByText("Drop it anywhere").waitFor();
  await hand(page, "other-form.docx", "form");
  const asked = dialog(page, "New application");
  await asked.getByText("other-form.docx").waitFor();
  assert.equal(await page.getByText("Drop it anywhere").count(), 0);
  await asked.getByRole("button", { name: "Begin" }).click();
  await page.waitForURL(/application\/app\d+\/form$/);
});

test("a file that is no form is named, and the dialog stays", async (t) => {
  const page = await visit(t);
  await page.getByRole("button", { name: "New application" }).click();
  await hand(page, "song.mp3", "other");
  await page.getByText("“song.mp3” is not a form that can be filled.").waitFor();
  assert.equal(await dialog(page, "New application").count(), 1);
});

test("a document without an application says what to do", async (t) => {
  const page = await visit(t);
  await hand(page, "cv.pdf", "document");
  await page.getByText("Begin an application first; then “cv.pdf” can go along with it.").waitFor();
});

test("a document goes to the application that is open", async (t) => {
  const page = await visit(t, "application/app1/package");
  await hand(page, "cv-new.pdf", "document");
  await page.waitForURL(/application\/app1\/documents$/);
  await page.getByText("cv-new.pdf").first().waitFor();
});

test("title and deadline change; a date without its day is refused", async (t) => {
  const page = await visit(t);
  await page.getByRole("button", { name: "More for Trustworthy Systems Research Intern" }).click();
  await page.getByRole("menuitem", { name: "Title and deadline…" }).click();
  const asked = dialog(page, "Title and deadline");
  await asked.getByLabel("Title").fill("MSRA");
  await asked.getByLabel("Deadline").fill("Mar 2026");
  await asked.getByRole("button", { name: "Save" }).click();
  await asked.getByText("This is not a whole date.").waitFor();
  await asked.getByLabel("Deadline").fill("2026年3月4日");
  await page.keyboard.press("Enter");
  const card = page.getByRole("article", { name: "MSRA" });
  await card.waitFor();
  assert.match(await card.innerText(), /4 Mar 2026\s*· 2 days left/);
});

test("an answer to what was sent is noted, and the application closed", async (t) => {
  const page = await visit(t);
  const card = page.getByRole("article", { name: "2026暑期科研实习申请表" });
  await card.getByText("Sent", { exact: true }).waitFor();
  await card.getByRole("button", { name: /^More for/ }).click();
  await page.getByRole("menuitem", { name: "They answered" }).click();
  await card.getByText("Answered", { exact: true }).waitFor();
  await card.getByRole("button", { name: /^More for/ }).click();
  assert.equal(await page.getByRole("menuitem", { name: "They answered" }).count(), 0);
  await page.getByRole("menuitem", { name: "Close it" }).click();
  await card.getByText("Closed", { exact: true }).waitFor();
});

test("what is removed comes back with undo, by button and by key", async (t) => {
  const page = await visit(t);
  const title = "Trustworthy Systems Research Intern";
  const card = page.getByRole("article", { name: title });
  const remove = async () => {
    await page.getByRole("button", { name: `More for ${title}` }).click();
    await page.getByRole("menuitem", { name: "Remove" }).click();
    await card.waitFor({ state: "detached" });
  };
  await remove();
  await page.getByRole("button", { name: "Undo" }).click();
  await card.waitFor();
  await remove();
  await page.keyboard.press("Control+z");
  await card.waitFor();
  await page.keyboard.press("Control+Shift+z");
  await card.waitFor({ state: "detached" });
});

test("a recent form is used again", async (t) => {
  const page = await visit(t);
  await page.getByRole("button", { name: "Use again: internship_application_form.xlsx" }).click();
  await page.waitForURL(/application\/app\d+\/form$/);
});

test("the sample candidate comes and goes", async (t) => {
  const page = await visit(t, "start", { stage: "new" });
  await page.getByRole("button", { name: "Try it with a sample candidate" }).click();
  await page.getByRole("article", { name: "Trustworthy Systems Research Intern" }).waitFor();
  await page.getByText("Nothing you do here is kept.").waitFor();
  await accessible(page);
  await page.getByRole("button", { name: "Leave the sample" }).click();
  await page.getByRole("heading", { level: 1, name: /Tell it once/ }).waitFor();
});

test("nothing is cut off in a small window", async (t) => {
  const page = await visit(t, "start", {}, { viewport: { width: 720, height: 560 } });
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(inner <= outer, `${inner} > ${outer}`);
  await accessible(page);
});

const TEXT = `Research Engineer, Storage
This site uses cookies.
Send your CV by e-mail until 2026-04-15. A cover letter is welcome.
- Enrolled for a PhD
- One paper or more`;

for (const look of LOOKS) {
  test(`a posting that is read is accessible: ${look.language}-${look.theme}`, async (t) => {
    const page = await visit(t, "start", look);
    await page.getByRole("button", { name: /New application|新建申请/ }).click();
    await page.getByRole("button", { name: /Read a posting|读取招聘启事/ }).click();
    await page.getByRole("textbox", { name: /Text of the posting|招聘启事全文/ }).fill(TEXT);
    await accessible(page);
    await page.getByRole("button", { name: /Read it|^读取$/ }).click();
    await page.getByText("Send your CV by e-mail").first().waitFor();
    await picture(page, `posting-${look.language}-${look.theme}`);
    await accessible(page);
  });
}

test("a pasted posting is looked over, kept, begun, and looked over again", async (t) => {
  const page = await visit(t);
  await page.getByRole("button", { name: "New application" }).click();
  await page.getByRole("button", { name: "Read a posting’s text…" }).click();
  const reading = dialog(page, "Read a posting");
  assert.ok(await reading.getByRole("button", { name: "Read it" }).isDisabled());
  await reading.getByRole("textbox", { name: "Text of the posting" }).fill(TEXT);
  await reading.getByRole("button", { name: "Read it" }).click();
  // The sentence stands under what it says; what no sentence says is asked for.
  assert.equal(await reading.getByLabel("Title", { exact: true }).inputValue(), "Research Engineer, Storage");
  assert.equal(await reading.getByLabel("Deadline").inputValue(), "2026-04-15");
  await reading.getByText("1 thing is left for you").waitFor();
  const to = reading.getByLabel("E-mail to");
  assert.equal(await to.inputValue(), "");
  await reading.getByText("The text does not say it.").waitFor();
  await to.fill("not an address");
  await reading.getByRole("button", { name: "Keep it" }).click();
  await reading.getByText("This is no e-mail address.").waitFor();
  await page.waitForFunction(() => document.activeElement?.id.endsWith("email_to"));
  await to.fill("jobs@example.org");
  await reading.getByRole("button", { name: "Keep it" }).click();

  const beginning = dialog(page, "New application");
  assert.ok(await beginning.getByRole("radio", { name: /Research Engineer, Storage/ }).isChecked());
  await beginning.getByRole("button", { name: "Look over Research Engineer, Storage" }).click();
  const again = dialog(page, "Your posting");
  assert.equal(await again.getByLabel("E-mail to").inputValue(), "jobs@example.org");
  await again.getByLabel("Place").fill("Hangzhou");
  await again.getByRole("button", { name: "What else a posting may say" }).click();
  await again.getByLabel("How the files go").selectOption("All in one PDF");
  await again.getByLabel("CV: which formats").selectOption("PDF or Word");
  await again.getByLabel("CV: which formats").scrollIntoViewIfNeeded();
  await accessible(page);
  await picture(page, "posting-papers");
  await again.getByRole("button", { name: "Keep it" }).click();
  await beginning.getByRole("button", { name: "Look over Research Engineer, Storage" }).click();
  assert.equal(await again.getByLabel("CV: which formats").inputValue(), "pdf word");
  assert.equal(await again.getByLabel("How the files go").inputValue(), "pdf");
  await again.getByRole("button", { name: "Cancel" }).click();
  await beginning.getByRole("button", { name: "Begin" }).click();
  await page.waitForFunction(() => /application\/app\d+\/documents/.test(location.hash));
  assert.match(await page.locator("h1").first().innerText(), /Documents/);
});

test("a saved page that is dropped is read as a posting", async (t) => {
  const page = await visit(t);
  await page.getByRole("button", { name: "New application" }).click();
  await dialog(page, "New application").waitFor();
  await hand(page, "posting.html", "document");
  const reading = dialog(page, "Read a posting");
  await reading.getByLabel("E-mail to").waitFor();
  assert.equal(await reading.getByLabel("E-mail to").inputValue(), "ra@example.org");
});

test("a posting that somebody shared is taken in and begun", async (t) => {
  const page = await visit(t);
  // Dropped on the start, it opens the dialog that takes it.
  await hand(page, "shared-posting.zip", "other");
  const asked = dialog(page, "New application");
  await page.getByText("“Shared Research Assistant” was taken in.").waitFor();
  await asked.getByRole("radio", { name: /^Shared Research Assistant/, checked: true }).waitFor();
  await hand(page, "archive.zip", "other");
  await page.getByText("That cannot be right. It is about “archive.zip”.").waitFor();
  await asked.getByRole("button", { name: "Take in a shared posting…" }).click();
  await asked.getByRole("radio", { name: /^Shared Research Assistant/ }).nth(1).waitFor();
  await asked.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("heading", { level: 1, name: "Documents" }).waitFor();
});
