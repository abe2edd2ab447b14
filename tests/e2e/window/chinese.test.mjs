/** The interface in Chinese: switched to while something is half typed, and there again at the next start. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { openApp } from "../support/app.mjs";
import { desktop } from "../support/desktop.mjs";

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
