/** Tests what keys ask for. */
import { afterEach, expect, test } from "vitest";
import { isWriting, shortcut } from "./keys";

const press = (key: string, more: KeyboardEventInit = {}) =>
  shortcut(new KeyboardEvent("keydown", { key, ctrlKey: true, ...more }));

afterEach(() => (document.body.innerHTML = ""));

test("undo and redo, with Caps Lock on, too", () => {
  expect(press("z")).toBe("undo");
  expect(press("Z", { shiftKey: true })).toBe("redo");
  expect(press("Z")).toBe("undo");
  expect(press("y")).toBe("redo");
});

test("a plain key, one with Alt, and one of an input method ask for nothing", () => {
  expect(press("n", { ctrlKey: false })).toBeNull();
  expect(press("n", { altKey: true })).toBeNull();
  expect(press("n", { isComposing: true })).toBeNull();
  expect(press("n")).toBe("newApplication");
});

test("undo belongs to a text while its words are not handed over", () => {
  document.body.innerHTML = `<input data-dirty="" id="a"><input id="b">`;
  document.getElementById("a")?.focus();
  expect(isWriting()).toBe(true);
  document.getElementById("b")?.focus();
  expect(isWriting()).toBe(false);
});
