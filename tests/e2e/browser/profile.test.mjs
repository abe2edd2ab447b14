/** The profile in a browser, with the backend in memory: filled, searched, put in order, by keyboard too. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, LOOKS, picture, visit } from "../support/browser.mjs";

/** A fact as the backend keeps it. */
function kept(page, pointer) {
  return page.evaluate(
    (path) => path.split("/").slice(1).reduce((node, name) => node?.[name], window.candidacyFake.world.facts),
    pointer,
  );
}

/** Waits until the backend keeps what it should. */
async function keeps(page, pointer, value) {
  await page.waitForFunction(
    ([path, wanted]) => {
      const found = path.split("/").slice(1).reduce((node, name) => node?.[name], window.candidacyFake.world.facts);
      return JSON.stringify(found ?? null) === wanted;
    },
    [pointer, JSON.stringify(value ?? null)],
    { timeout: 5000 },
  );
}

const section = (page, name) => page.getByRole("navigation", { name: "Sections of the profile" }).getByRole("button", { name });
const schools = (page) => page.locator("[data-title] strong").allTextContents();

/** Sections whose looks stand for the others: pairs, lists, an open entry, locks. */
const SHOWN = [0, 4, 10, 15];

for (const look of LOOKS) {
  test(`the sections are accessible, ${look.language} ${look.theme}`, async (t) => {
    const page = await visit(t, "profile", look);
    const buttons = page.locator("nav li button", { has: page.locator(".name") });
    assert.equal(await buttons.count(), 20);
    // Each has its words; what they look like is the same, so every section is looked at in one look alone.
    const all = look.language === "zh-Hans" && look.theme === "dark" ? [...Array(20).keys()] : SHOWN;
    for (const n of all) {
      await buttons.nth(n).click();
      await picture(page, `profile-${n}-${look.language}-${look.theme}`);
      const first = page.locator("[data-title]").first();
      if ((await first.count()) > 0) await first.click();
      for (const more of await page.locator(".page section .more button").all()) await more.click();
      await picture(page, `profile-${n}-${look.language}-${look.theme}-open`);
      await accessible(page);
    }
  });
}

test("an education entry is added, filled, moved, removed and taken back by keyboard alone", async (t) => {
  const page = await visit(t, "profile?focus=/education");
  const keyboard = page.keyboard;
  await page.getByRole("button", { name: "Add to Education" }).focus();
  await keyboard.press("Enter");
  await keyboard.type("Lakeside University");
  await keyboard.press("Enter");
  await keyboard.type("湖滨大学");
  await keyboard.press("Tab");
  await keyboard.type("School of Logic");
  await keyboard.press("Enter");
  await keyboard.press("Enter");
  await keyboard.type("Logic");
  await keyboard.press("Enter");
  await keyboard.press("Enter");
  await keyboard.type("Ma"); // The level, chosen in its list.
  await keyboard.press("Enter");
  await keyboard.press("Enter");
  await keyboard.type("Sep 2026");
  await keyboard.press("Enter");
  await keeps(page, "/education/3", {
    institution: { en: "Lakeside University", zh: "湖滨大学" },
    department: { en: "School of Logic" },
    major: { en: "Logic" },
    level: "master",
    startDate: "2026-09",
  });
  await page.getByText("Understood as September 2026").waitFor();

  // Up by Alt and the arrow, the focus going along.
  await keyboard.press("Alt+ArrowUp");
  await keyboard.press("Alt+ArrowUp");
  await keeps(page, "/education/1/institution/en", "Lakeside University");
  assert.ok(await page.evaluate(() => document.activeElement.closest('[data-pointer="/education/1"]') !== null));
  // And by the button.
  await page.getByRole("button", { name: "Move Lakeside University up" }).focus();
  await keyboard.press("Enter");
  await keeps(page, "/education/0/institution/en", "Lakeside University");

  await page.getByRole("button", { name: "Remove Lakeside University" }).focus();
  await keyboard.press("Enter");
  await keeps(page, "/education/0/institution/en", "Yunqi University of Technology");
  assert.ok(await page.evaluate(() => document.activeElement.matches("[data-title]")));
  await keyboard.press("Control+z");
  await keeps(page, "/education/0/institution/en", "Lakeside University");
  await page.locator("[data-title]", { hasText: "Lakeside University" }).waitFor();
});

test("undo takes away an entry that says nothing yet, and no more than that", async (t) => {
  const page = await visit(t, "profile?focus=/education");
  await page.getByRole("button", { name: "Add to Education" }).click();
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => document.querySelectorAll("[data-title]").length === 3);
  assert.equal(await page.evaluate(() => window.candidacyFake.world.undoable.length), 0);
});

test("entries are dragged by their handle", async (t) => {
  const page = await visit(t, "profile?focus=/education");
  const [first, , third] = await page.locator("[data-handle]").all();
  const [from, to] = [await first.boundingBox(), await third.boundingBox()];
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(to.x + 8, to.y + 20, { steps: 5 });
  await page.mouse.up();
  await keeps(page, "/education/2/institution/en", "Yunqi University of Technology");
  assert.deepEqual(await schools(page), [
    "Qingchuan University",
    "Shaoxing No. 100 High School",
    "Yunqi University of Technology",
  ]);
});

test("slips show in plain words, and go when they are put right", async (t) => {
  const page = await visit(t, "profile?focus=/basics/email");
  const email = page.getByLabel("E-mail", { exact: true });
  await email.fill("ruoxi.lin");
  await page.getByText("This is no e-mail address.").waitFor();
  assert.equal(await email.getAttribute("aria-invalid"), "true");
  await email.fill("ruoxi.lin@example.edu");
  await page.getByText("This is no e-mail address.").waitFor({ state: "detached" });
  await keeps(page, "/basics/email", "ruoxi.lin@example.edu");
});

test("a date that is not understood stays as it was typed, over going away and the other language", async (t) => {
  const page = await visit(t, "profile?focus=/basics/birthDate");
  const birth = page.locator('[data-pointer="/basics/birthDate"] input');
  await birth.fill("sometime in spring");
  await page.getByText("This is no date yet, and is not saved.").waitFor();
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("link", { name: "Profile" }).click();
  assert.equal(await birth.inputValue(), "sometime in spring");
  await birth.fill("2001年4月");
  await page.evaluate(() => window.candidacyFake.setSettings({ language: "zh-Hans", theme: "light", packages: "" }));
  await page.getByText("理解为 2001年4月").waitFor();
  await keeps(page, "/basics/birthDate", "2001-04");
});

test("what is typed when the save fails stays, is told of, and is kept later", async (t) => {
  const page = await visit(t, "profile?focus=/basics/wechat");
  await page.evaluate(() => {
    const error = Object.assign(new Error("full"), { code: "disk", subject: null, trouble: null });
    window.candidacyFake.world.failNext.set("editProfile", error);
  });
  await page.getByLabel("WeChat").fill("new-name");
  await page.getByText("What you typed is not saved yet").waitFor();
  await section(page, "Research").click();
  await section(page, "Contact").click();
  assert.equal(await page.getByLabel("WeChat").inputValue(), "new-name");
  await page.getByRole("button", { name: "Try again" }).click();
  await keeps(page, "/basics/wechat", "new-name");
  await page.getByText("What you typed is not saved yet").waitFor({ state: "detached" });
});

test("going elsewhere in the middle of a word keeps the word", async (t) => {
  const page = await visit(t, "profile?focus=/basics/wechat", { slow: 100 });
  await page.getByLabel("WeChat").fill("half-a-wo");
  await page.getByRole("link", { name: "Start" }).click();
  await keeps(page, "/basics/wechat", "half-a-wo");
});

test("facts are found by a word in either language", async (t) => {
  const page = await visit(t, "profile");
  const find = page.getByRole("combobox", { name: "Find a fact" });
  await find.fill("护照");
  await page.getByRole("option").first().waitFor();
  await accessible(page);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Identity documents" }).waitFor();
  assert.ok(await page.evaluate(() => document.activeElement.closest('[data-pointer="/basics/passport"]') !== null));
  await find.fill("bank account");
  await page.locator("p", { hasText: "Nothing is called like that" }).waitFor();
});

test("what the applications miss is listed and leads to its box", async (t) => {
  const page = await visit(t, "profile");
  await page.evaluate(() => window.candidacyFake.editProfile([{ edit: "remove", pointer: "/basics/qq" }, { edit: "remove", pointer: "/education/0/rank" }]));
  await page.getByText("2 facts your applications ask for are missing").first().waitFor();
  await accessible(page);
  await page.getByRole("button", { name: "Education 1 › Rank" }).click();
  await page.keyboard.type("3");
  await keeps(page, "/education/0/rank/en", "3");
  await page.getByRole("button", { name: "QQ", exact: true }).click();
  await page.keyboard.type("100000042");
  await page.getByText("Everything your applications ask for is here.").waitFor();
});

test("pinyin is suggested and never taken by itself", async (t) => {
  const page = await visit(t, "profile?focus=/references");
  await page.getByRole("button", { name: "Add to Referees" }).click();
  const row = page.locator('[data-pointer="/references/3"]');
  await row.getByLabel("Whole name, in Chinese").fill("单小明");
  await row.getByText(/^From .*: Xiaoming Shan$/).waitFor();
  await keeps(page, "/references/3/name", { zh: "单小明" });
  await row.getByRole("button", { name: "Use Xiaoming Shan as Whole name, in English" }).click();
  await keeps(page, "/references/3/name", { zh: "单小明", en: "Xiaoming Shan" });
});

test("an import says what it added and can be taken back", async (t) => {
  const page = await visit(t, "profile");
  await page.evaluate(() => {
    const { world } = window.candidacyFake;
    world.tell("handed", [world.handOver("profile.json", "facts")]);
  });
  await page.getByText("2 facts were added from profile.json").waitFor();
  await accessible(page);
  await picture(page, "profile-imported");
  const before = await kept(page, "/interests");
  await page.getByRole("button", { name: "Undo" }).first().click();
  await page.waitForFunction((n) => window.candidacyFake.world.facts.interests.length === n - 1, before.length);
});

test("a file of another format offers what it says, and nothing goes in by itself", async (t) => {
  const page = await visit(t, "profile");
  const before = await page.evaluate(() => JSON.stringify(window.candidacyFake.world.facts));
  await page.getByRole("button", { name: "Import" }).click();
  await page.getByRole("menuitem", { name: /JSON Resume/ }).click();
  const offers = page.getByRole("dialog", { name: "Facts found in “resume.json”" });
  await offers.waitFor();
  await accessible(page);
  assert.equal(await page.evaluate(() => JSON.stringify(window.candidacyFake.world.facts)), before);
  await offers.getByRole("checkbox").first().check();
  await offers.getByRole("button", { name: "Take 1 fact" }).click();
  await page.getByText("1 fact is in the profile now.").waitFor();
});

test("the first words of a new candidate are kept", async (t) => {
  const page = await visit(t, "profile", { stage: "new" });
  await page.getByLabel("Whole name, in English").fill("Ruoxi Lin");
  await keeps(page, "/basics/name/en", "Ruoxi Lin");
  await page.getByLabel("Whole name, in English").press("Tab");
});

test("in a narrow window, or a large one at 200 %, everything stands under each other", async (t) => {
  const page = await visit(t, "profile", {}, { viewport: { width: 640, height: 480 } });
  const [sections, first] = await Promise.all([
    page.locator(".profile nav").boundingBox(),
    page.locator(".page section").boundingBox(),
  ]);
  assert.ok(sections.y + sections.height <= first.y, "the sections end before the first box begins");
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await section(page, "Research").click();
  const heading = await page.getByRole("heading", { name: "Research" }).boundingBox();
  assert.ok(heading.y >= 0 && heading.y < 480, "the section is in sight");
  await accessible(page);
});

test("an input method's Enter goes nowhere", async (t) => {
  const page = await visit(t, "profile?focus=/basics/wechat");
  const box = page.getByLabel("WeChat");
  await box.focus();
  await box.dispatchEvent("keydown", { key: "Enter", isComposing: true, bubbles: true });
  assert.ok(await box.evaluate((it) => it === document.activeElement));
  await box.press("Enter");
  assert.ok(await box.evaluate((it) => it !== document.activeElement));
});
