/** Tests the frame: that it opens, tells when it cannot, and when something is gone. */
import { fireEvent, render, screen } from "@testing-library/svelte";
import { beforeEach, expect, test, vi } from "vitest";
import App from "./App.svelte";
import { fakeBackend } from "./backend/fake";
import { fail, type Options } from "./backend/fake/world";
import { setLanguage } from "./i18n/index.svelte";
import { go } from "./shared/router.svelte";

beforeEach(() => {
  setLanguage("en");
  go({ view: "start" });
});

function app(options: Partial<Options> = {}) {
  const backend = fakeBackend({ language: "en", ...options });
  return { backend, world: backend.world, show: () => render(App, { backend }) };
}

const heading = (name: RegExp | string) =>
  screen.findByRole("heading", { level: 1, name }, { timeout: 5000 });

test("opens with the applications", async () => {
  app().show();
  await heading("Applications");
  expect(screen.getAllByRole("article")).toHaveLength(3);
});

test("says what to do when it cannot open, and copies details without personal data", async () => {
  const { backend, world, show } = app();
  world.failNext.set("home", fail("internal"));
  const say = vi.spyOn(console, "error").mockImplementation(() => undefined);
  show();
  await heading("This page could not be shown");
  await fireEvent.click(screen.getByRole("button", { name: "Copy the details" }));
  await screen.findByRole("button", { name: "Copied" });
  expect(world.clipboard).toContain("Candidacy");
  expect(world.clipboard).toContain("BackendError");
  expect(world.clipboard).not.toMatch(/Ruoxi|Lin\b|example\.edu/);
  expect(world.clipboard).not.toContain("fake: internal");
  await fireEvent.click(screen.getByRole("button", { name: "Show it again" }));
  await heading("Applications");
  expect((await backend.home()).stage).toBe("open");
  expect(say).not.toHaveBeenCalled();
});

test("an application that is gone says so", async () => {
  go({ view: "application", application: "nowhere", step: "form" });
  app().show();
  await heading("This application is not here any more");
});
