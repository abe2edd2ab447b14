/** A posting that nobody prepared, pasted into the real window: one for a portal, one by e-mail. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { openApp } from "../support/app.mjs";
import { desktop } from "../support/desktop.mjs";
import { drag } from "../support/files.mjs";
import { CLIPBOARD_READER, CV_EN } from "../support/places.mjs";
import { until } from "../support/wait.mjs";

const PORTAL = `Skip to main content
We use cookies to improve your experience. Accept all
Research Intern - Storage Systems, Lakeside Research
Apply now

Overview
Internships last 12 weeks. Lakeside Research offers them all year round in Lakeside City.

Required Qualifications
- Currently enrolled in a PhD program in computer science
- Experience with distributed systems

Apply on our careers site: https://careers.lakeside.example.com/jobs/4711
`;

const MAIL = `云栖系统研究所 招聘科研实习生

岗位：系统安全实习生
实习时长：至少3个月
请将中英文简历（PDF）发送至 hr@yunqi.example.org，邮件主题：姓名-学校-系统安全实习
截止日期：2030年3月15日
`;

/** Pastes a posting and looks it over. */
async function paste(app, text) {
  await app.click("button", "New application");
  await app.click("button", "Read a posting’s text…");
  await app.paste("Text of the posting", text);
  await app.click("button", "Read it");
  await app.find("button", "Keep it");
}

test("a pasted portal posting becomes a copy board", async (t) => {
  const desk = await desktop();
  t.after(() => desk.close());
  const app = await openApp(desk);
  await app.click("button", "Try it with a sample candidate");
  await app.says("You are looking at the sample candidate.");
  await paste(app, PORTAL);
  assert.match(await app.valueOf("Title"), /Research Intern.*Storage Systems/);
  assert.equal(await app.valueOf("Exactly (weeks)"), "12");
  assert.equal(await app.valueOf("E-mail to"), "");
  assert.equal(await app.valueOf("Web page"), "https://careers.lakeside.example.com/jobs/4711");
  await app.click("button", "Keep it");
  await app.click("button", "Begin");
  await app.find("link", /^Package/);
  await app.click("link", /^Package/);
  // Every answer that a portal asks for, to be copied; what speaks for each qualification.
  await app.says("ruoxi.lin@example.edu");
  await app.says("Currently enrolled in a PhD program");
  // Another program gets it, and programs that keep a history are asked not to.
  await app.click("button", /^Copy E-?mail/i);
  await until("the address is on the clipboard", () => {
    const { text, hint } = JSON.parse(desk.run("/usr/bin/python3", [CLIPBOARD_READER]));
    return text === "ruoxi.lin@example.edu" && hint === "secret";
  });
});

test("a pasted posting by e-mail becomes a package with its subject", async (t) => {
  const desk = await desktop();
  t.after(() => desk.close());
  const app = await openApp(desk);
  await app.click("button", "Try it with a sample candidate");
  await app.says("You are looking at the sample candidate.");
  await paste(app, MAIL);
  assert.equal(await app.valueOf("E-mail to"), "hr@yunqi.example.org");
  assert.equal(await app.valueOf("At least (months)"), "3");
  assert.equal(await app.valueOf("Deadline"), "2030-03-15");
  await app.click("button", "Keep it");
  await app.click("button", "Begin");
  await app.click("link", /^Documents/);
  await drag(desk, [CV_EN]);
  await app.says("cv-en.pdf");
  await app.click("link", /^Package/);
  assert.equal(await app.valueOf("Subject"), "林若溪-云栖理工大学-系统安全实习");
});
