/** The interface in Chinese: switched to while something is half typed, and there again at the next start. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { openApp } from "../support/app.mjs";
import { desktop } from "../support/desktop.mjs";
import { until } from "../support/wait.mjs";

/** Fonts as a computer has them on which nobody ever read Chinese. */
function withoutChinese(home) {
  const file = join(home, "fonts.conf");
  mkdirSync(join(home, "font-cache"));
  writeFileSync(
    file,
    `<?xml version="1.0"?>
    <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
    <fontconfig>
      <dir>/usr/share/fonts/truetype/dejavu</dir>
      <cachedir>${join(home, "font-cache")}</cachedir>
    </fontconfig>`,
  );
  return file;
}

test("Chinese shows where no font of the computer has it, and the font is not read before", async (t) => {
  const desk = await desktop();
  t.after(() => desk.close());
  desk.env.FONTCONFIG_FILE = withoutChinese(desk.home);
  const app = await openApp(desk);
  const font = () =>
    app.page.executeScript(
      `return [...document.fonts].find((it) => it.family.includes("Noto Sans SC"))?.status`,
    );
  await app.says("Try it with a sample candidate");
  assert.equal(await font(), "unloaded");
  const { ok: home } = await app.ask("home");
  await app.ask("set_settings", { settings: { ...home.settings, language: "zh-Hans" } });
  await app.says("个人资料");
  await until("the font is there", async () => (await font()) === "loaded");
});

test("the language is switched while something is half typed, and stays", async (t) => {
  const desk = await desktop();
  t.after(() => desk.close());
  const app = await openApp(desk);
  const { ok: home } = await app.ask("home");
  await app.click("link", "Profile");
  const box = await app.type("Whole name, in English", "Wanqiu Tes");
  await app.ask("set_settings", { settings: { ...home.settings, language: "zh-Hans" } });
  await app.says("个人资料");
  // The same box, the same words, the cursor where it was.
  assert.equal(await box.getAttribute("value"), "Wanqiu Tes");
  await box.sendKeys("ter");
  assert.equal(await box.getAttribute("value"), "Wanqiu Tester");

  await app.click("link", "设置");
  // It was the first thing that is kept.
  await app.click("button", "我已记下");
  await app.says("语言和外观");
  for (const word of ["Settings", "Profile", "Language", "Folder"]) {
    assert.ok(!(await app.words()).includes(word), `“${word}” is said in Chinese`);
  }
  await app.close();

  const again = await openApp(desk);
  await again.says("开始");
  const { ok: profile } = await again.ask("profile");
  assert.match(JSON.stringify(profile.facts), /Wanqiu Tester/);
  assert.equal(await again.page.executeScript("return document.documentElement.lang"), "zh-Hans");
});
