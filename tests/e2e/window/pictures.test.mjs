/**
 * Takes a picture of every screen in the real window, in both themes and languages, for people to
 * look at: `target/pictures`. `cargo xtask pictures` copies those that the README shows.
 */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { openApp } from "../support/app.mjs";
import { desktop } from "../support/desktop.mjs";
import { ROOT } from "../support/places.mjs";
import { until } from "../support/wait.mjs";

const FOLDER = join(ROOT, "target/pictures");

/** The screens, and what each says in English and Chinese once it is there. */
const SCREENS = {
  start: ["start", /Applications/, /申请/],
  profile: ["profile", /Whole name/, /姓名/],
  form: ["application/ID/form", /of \d+ filled/, /已填/],
  documents: ["application/ID/documents", /What the posting asks for/, /招聘要求的材料/],
  package: ["application/ID/package", /The message/, /邮件/],
  settings: ["settings", /Language and look/, /语言/],
};

test("every screen shows in both themes and both languages", async (t) => {
  const desk = await desktop();
  t.after(() => desk.close());
  const app = await openApp(desk);
  await app.click("button", "Try it with a sample candidate");
  await app.says("You are looking at the sample candidate.");
  const { ok: home } = await app.ask("home");
  const [{ id }] = home.applications;
  mkdirSync(FOLDER, { recursive: true });
  for (const [language, words] of [["en", 1], ["zh-Hans", 2]]) {
    for (const theme of ["light", "dark"]) {
      await app.ask("set_settings", { settings: { ...home.settings, language, theme } });
      for (const [name, screen] of Object.entries(SCREENS)) {
        await app.page.executeScript("location.hash = arguments[0]", `#/${screen[0].replace("ID", id)}`);
        await until(`${name} in ${language}`, async () => screen[words].test(await app.words()));
        if (name === "form") await app.drawn();
        await app.still();
        const picture = await app.picture();
        assert.ok(picture.length > 20_000, `${name} is not blank`);
        writeFileSync(join(FOLDER, `${name}-${language}-${theme}.png`), picture);
      }
    }
  }
  await app.close();
});
