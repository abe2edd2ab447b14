/** Tests when typed words are handed over, above all with an input method. */
import { fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import TextField from "./TextField.svelte";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function field(more: { value?: string; onenter?: () => void } = {}) {
  const onchange = vi.fn();
  const { rerender, unmount } = render(TextField, { label: "Name", value: "", onchange, ...more });
  return { onchange, rerender, unmount, input: screen.getByLabelText<HTMLInputElement>("Name") };
}

const type = (input: HTMLElement, value: string) => fireEvent.input(input, { target: { value } });

test("words are handed over once, when typing rests", async () => {
  const { onchange, input } = field();
  await type(input, "R");
  await type(input, "Ru");
  expect(onchange).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(500);
  expect(onchange.mock.calls).toEqual([["Ru"]]);
});

test("leaving hands over at once, and only what changed", async () => {
  const { onchange, input } = field({ value: "Ruoxi" });
  await fireEvent.blur(input);
  expect(onchange).not.toHaveBeenCalled();
  await type(input, "Ruoxi Lin");
  await fireEvent.blur(input);
  expect(onchange.mock.calls).toEqual([["Ruoxi Lin"]]);
});

test("a screen that goes away hands over first", async () => {
  const { onchange, input, unmount } = field();
  await type(input, "Lin");
  unmount();
  expect(onchange.mock.calls).toEqual([["Lin"]]);
});

test("Enter hands over, and not while an input method composes", async () => {
  const onenter = vi.fn();
  const { onchange, input } = field({ onenter });
  await fireEvent.compositionStart(input);
  await type(input, "lin");
  await fireEvent.keyDown(input, { key: "Enter", isComposing: true });
  await vi.advanceTimersByTimeAsync(5000);
  expect(onchange).not.toHaveBeenCalled();
  expect(onenter).not.toHaveBeenCalled();
  await type(input, "林");
  await fireEvent.compositionEnd(input);
  await fireEvent.keyDown(input, { key: "Enter" });
  expect(onchange.mock.calls).toEqual([["林"]]);
  expect(onenter).toHaveBeenCalledOnce();
});

test("a value from outside shows, and never overwrites what is being typed", async () => {
  const { onchange, input, rerender } = field({ value: "a" });
  await rerender({ value: "b" });
  expect(input.value).toBe("b");
  await type(input, "typed");
  await rerender({ value: "c" });
  expect(input.value).toBe("typed");
  await vi.advanceTimersByTimeAsync(500);
  expect(onchange.mock.calls).toEqual([["typed"]]);
  await rerender({ value: "b" });
  expect(input.value).toBe("b");
});
