/** An Excel form in the real window, from the drag to the package; Python reads what came out. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { openApp } from "../support/app.mjs";
import { desktop } from "../support/desktop.mjs";
import { drag } from "../support/files.mjs";
import { packages } from "../support/packages.mjs";
import { CV_EN } from "../support/places.mjs";

const WORKBOOK = fileURLToPath(new URL("../support/workbook.py", import.meta.url));

const python = (verb, file) => execFileSync("python3", [WORKBOOK, verb, file], { encoding: "utf8" });

test("an Excel form is filled and packed", async (t) => {
  const desk = await desktop();
  t.after(() => desk.close());
  const form = join(desk.home, "laboratory form.xlsx");
  python("make", form);
  const app = await openApp(desk);
  await app.click("button", "Try it with a sample candidate");
  await app.says("You are looking at the sample candidate.");

  await drag(desk, [form]);
  await app.find("dialog", "New application");
  await app.click("button", "Begin");
  await app.says("laboratory form.xlsx");
  // The sheet stands beside its fields, its blanks marked.
  await app.drawn();
  await app.click("button", /^Favourite beverage/);
  await app.type(/^Answer: Favourite beverage/, "Longjing tea");
  await app.click("button", "Approve");
  if (await app.has("button", "Approve with blanks")) await app.click("button", "Approve with blanks");
  await app.says("What was written");

  await app.click("link", /^Documents/);
  await drag(desk, [CV_EN]);
  await app.says("cv-en.pdf");
  await app.click("link", /^Package/);
  await app.click("button", "Make the package");
  await app.says("The package is made.");

  const [folder] = packages(desk);
  const { files } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  const filled = files.find((it) => it.role === "form");
  const { cells, changed } = JSON.parse(python("read", join(folder, filled.name)));
  assert.deepEqual(changed, ["xl/worksheets/sheet1.xml"]);
  assert.equal(cells.B3, "Ruoxi");
  assert.equal(cells.D3, "Lin");
  assert.equal(cells.B4, "ruoxi.lin@example.edu");
  assert.equal(cells.D4, "Female");
  assert.equal(cells.B6, "Longjing tea");
  // A day, as Excel counts them.
  assert.match(cells.D5, /^4\d{4}$/);
});
