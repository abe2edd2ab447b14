/** Tests the addresses of places. */
import { expect, test } from "vitest";
import { address, parse, place, type Route } from "./router.svelte";

const ROUTES: Route[] = [
  { view: "start" },
  { view: "profile", focus: "/education/0/advisor/name" },
  { view: "settings", focus: undefined },
  { view: "application", application: "a/1 ?é", step: "form", focus: "f#12&x" },
  { view: "application", application: "a", step: "package", focus: undefined },
];

test.each(ROUTES)("an address leads back to its place: %o", (route) => {
  expect(parse(address(route))).toEqual(route);
});

test("an address that names no place leads to the start", () => {
  expect(parse("")).toEqual({ view: "start" });
  expect(parse("#/application/a/elsewhere")).toEqual({ view: "start" });
  expect(parse("#/application")).toEqual({ view: "start" });
});

test("what is brought into view does not make another place", () => {
  expect(place({ view: "application", application: "a", step: "form", focus: "f1" })).toBe(
    place({ view: "application", application: "a", step: "form" }),
  );
});
