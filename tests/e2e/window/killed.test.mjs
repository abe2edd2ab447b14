/**
 * The app ends as in a power cut, at twenty points of the whole job, and is started again on the
 * same home: what it had acknowledged is there, all of it.
 */
import assert from "node:assert/strict";
import { test } from "node:test";

import { Key, openApp } from "../support/app.mjs";
import { desktop } from "../support/desktop.mjs";
import { CV_EN, CV_ZH } from "../support/places.mjs";
import { until } from "../support/wait.mjs";

const POSTING = "msra-trustworthy-systems";
/** An invented number whose last character fits the others. */
const NUMBER = "110101199003070310";

test("killed at twenty points, it loses nothing that it acknowledged", async (t) => {
  const desk = await desktop();
  t.after(() => desk.close());
  let app = await openApp(desk);
  /** What the steps tell one another. */
  const told = {};
  const steps = Object.entries(STEPS);
  assert.ok(steps.length >= 20, `${steps.length} points`);
  let going = true;
  for (const [what, step] of steps) {
    await t.test(what, { skip: !going }, async () => {
      going = false;
      const special = await step(app, told);
      const expected = typeof special === "function" ? null : await kept(app);
      await app.kill();
      // The files are handed over anew each time: an app that was killed forgets its tokens.
      app = await openApp(desk, { args: [CV_EN, CV_ZH] });
      const found = await kept(app);
      if (expected === null) special(found);
      else assert.deepEqual(found, expected);
      told.last = found;
      going = true;
    });
  }
});

test("killed in the middle of saving, it keeps every answer it gave", async (t) => {
  const desk = await desktop();
  t.after(() => desk.close());
  let app = await openApp(desk);
  await edit(app, { "/basics/name/en": "Wanqiu Tester" });
  for (const patience of [0, 120, 350]) {
    // The page saves one number after another and shows the last one that was acknowledged.
    await app.page.executeScript(`
      window.acknowledged = 0;
      (async () => {
        for (let n = 1; ; n += 1) {
          const edits = [{ edit: "set", pointer: "/basics/email", value: "n" + n + "@example.org" }];
          await window.__TAURI_INTERNALS__.invoke("edit_profile", { edits });
          window.acknowledged = n;
        }
      })();`);
    await until("something is saved", () => app.page.executeScript("return window.acknowledged > 0"));
    await new Promise((wake) => setTimeout(wake, patience));
    const acknowledged = await app.page.executeScript("return window.acknowledged");
    await app.kill();
    app = await openApp(desk);
    const { facts } = await ok(app, "profile");
    const found = Number(/^n(\d+)@/.exec(facts.basics.email)?.[1]);
    assert.ok(found >= acknowledged, `${found} is there, ${acknowledged} was acknowledged`);
    assert.equal(facts.basics.name.en, "Wanqiu Tester");
  }
});

/** The points, in order. All that is there after a step must be there later, unless the step gives a check of its own. */
const STEPS = {
  "the first thing typed is saved": async (app) => {
    await app.click("link", /^Profile/);
    await app.type("Whole name, in English", `Wanqiu Tester${Key.TAB}`);
    await saved(app, "/basics/name/en");
    const { facts, recoveryDue } = await kept(app);
    assert.equal(facts.basics.name.en, "Wanqiu Tester");
    assert.equal(recoveryDue, true);
  },
  "the recovery key is shown and not confirmed": async (app, told) => {
    await app.find("dialog", "Your recovery key");
    told.key = await app.page.executeScript("return document.querySelector('[data-key]').dataset.key");
    assert.match(told.key, /^AGE-SECRET-KEY-1[0-9A-Z]{58}$/);
  },
  "the recovery key is confirmed": async (app, told) => {
    // After a start with a key that was never confirmed, it shows by itself, the same.
    await app.find("dialog", "Your recovery key");
    assert.equal(await ok(app, "recovery_key"), told.key);
    await app.click("button", "I have written it down");
    await until("it is taken for written", async () => !(await ok(app, "home")).vault.recoveryDue);
    return (found) => assert.deepEqual(found, { ...told.last, recoveryDue: false });
  },
  "in the middle of typing": async (app) => {
    await app.click("link", /^Profile/);
    await app.click("button", /^Contact/);
    await app.type("E-mail", `wanqiu@example.org${Key.TAB}`);
    await saved(app, "/basics/email");
    const expected = await kept(app);
    const phone = await app.find("textbox", "Mobile phone");
    await phone.sendKeys("+86 138 0000");
    return ({ facts, ...rest }) => {
      // What was under way may be there or not; nothing else may differ.
      delete facts.basics.phone;
      assert.deepEqual({ facts, ...rest }, expected);
    };
  },
  "many facts are saved at once": (app) =>
    edit(app, {
      "/basics/name/given/en": "Wanqiu",
      "/basics/name/family/en": "Tester",
      "/basics/id/number": NUMBER,
      "/education/-": { institution: { en: "Example University" }, startDate: "2023-09" },
    }),
  "a second entry is saved": (app) => edit(app, { "/education/-": { institution: { en: "Sample College" } } }),
  "the entries change places": (app) =>
    ok(app, "edit_profile", { edits: [{ edit: "move", pointer: "/education", from: 1, to: 0 }] }),
  "an entry is removed": (app) =>
    ok(app, "edit_profile", { edits: [{ edit: "remove", pointer: "/education/0" }] }),
  "something is undone": async (app) => {
    await edit(app, { "/basics/url": "https://example.org/wrong" });
    await ok(app, "undo");
    assert.equal((await kept(app)).facts.basics.url, undefined);
  },
  "an application is begun": async (app, told) => {
    await app.click("link", /^Start/);
    await app.click("button", "New application");
    await app.click("radio", /^Trustworthy Systems Research Intern/);
    await app.click("button", "Begin");
    told.id = (await until("it is there", async () => (await ok(app, "home")).applications[0])).id;
    assert.equal((await ok(app, "home")).applications[0].posting, POSTING);
  },
  "it gets a title and a deadline": (app, { id }) =>
    ok(app, "edit_application", { application: id, edit: { title: "My first choice", deadline: "2027-03-15" } }),
  "an answer is given": (app, { id }) => answer(app, id, "Current City", { is: "text", text: "Suzhou" }),
  "a field is left blank": (app, { id }) => answer(app, id, "Web Page", { is: "blank" }),
  "an unknown question is answered": (app, { id }) =>
    answer(app, id, "Other University", { is: "text", text: "Sample College" }),
  "the identity number is released": (app, { id }) =>
    ok(app, "release", { application: id, keys: ["id.numberOrPassport"], released: true }),
  "everything required is answered": async (app, { id }) => {
    const { fields } = await ok(app, "form", { application: id });
    for (const field of fields.filter((it) => it.required && it.status !== "filled")) {
      await ok(app, "answer", { application: id, field: field.id, answer: something(field) });
    }
  },
  "the form is approved": async (app, { id }) => {
    const { revision } = await ok(app, "form", { application: id });
    assert.equal((await ok(app, "approve", { application: id, revision })).isApproved, true);
  },
  "documents are added": async (app, { id }) => {
    const application = id;
    await ok(app, "add_documents", { application, role: "cv", tokens: ["file-1", "file-2"] });
    assert.equal((await ok(app, "documents", { application })).documents.length, 2);
  },
  "a document is moved": async (app, { id }) => {
    const { documents } = await ok(app, "documents", { application: id });
    await ok(app, "move_document", { application: id, document: documents[1].id, to: 0 });
  },
  "the message is edited": (app, { id }) =>
    ok(app, "edit_message", {
      application: id,
      edit: { to: ["hiring@example.org"], body: "Dear all,\n\nMSRA Trustworthy Systems Research Group\n" },
    }),
  "the package is made": async (app, { id }) => {
    const { made } = await ok(app, "pack", { application: id });
    assert.equal(made.isThere, true);
  },
  "it is marked as sent": async (app, { id }) => {
    const { sent } = await ok(app, "mark_sent", { application: id });
    assert.deepEqual(sent[0].to, ["hiring@example.org"]);
  },
};

/** Everything that the screens can show of what is kept. */
async function kept(app) {
  const { vault, applications, settings, stage } = await ok(app, "home");
  assert.equal(stage, "open");
  const { facts } = await ok(app, "profile");
  const all = [];
  for (const { id: application, ...card } of applications) {
    const form = await ok(app, "form", { application });
    const documents = await ok(app, "documents", { application });
    all.push({ application, card, form, documents, package: await ok(app, "package", { application }) });
  }
  return { facts, all, settings, recoveryDue: vault.recoveryDue };
}

/** Asks, and fails where it was refused. */
async function ok(app, command, args = {}) {
  const answer = await app.ask(command, args);
  if ("no" in answer) throw new Error(`${command}: ${JSON.stringify(answer.no)}`);
  return answer.ok;
}

async function edit(app, changes) {
  const edits = Object.entries(changes).map(([pointer, value]) => ({ edit: "set", pointer, value }));
  await ok(app, "edit_profile", { edits });
}

async function answer(app, application, label, given) {
  const { fields } = await ok(app, "form", { application });
  const field = fields.find((it) => it.label.startsWith(label));
  await ok(app, "answer", { application, field: field.id, answer: given });
}

/** An answer that this kind of field takes. */
function something({ kind, options }) {
  if (options.length > 0) return { is: "options", options: [0] };
  return { is: "text", text: kind === "date" ? "2027-07" : "Example" };
}

/** Waits until the page says that all is saved, with something at this place. */
async function saved(app, pointer) {
  await until(`${pointer} is saved`, async () => {
    const { facts } = await ok(app, "profile");
    const value = pointer.slice(1).split("/").reduce((it, member) => it?.[member], facts);
    return value !== undefined && (await app.words()).includes("Saved");
  });
}
