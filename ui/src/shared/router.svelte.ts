/**
 * Where the candidate is. The place stands in the address behind `#`, so that going
 * back works and a test can begin anywhere.
 */

/** The steps of one application. */
export type Step = "form" | "documents" | "package";

/** A place in the app. `focus` names what to bring into view there: a field's id, a JSON pointer. */
export type Route =
  | { view: "start" }
  | { view: "profile"; focus?: string }
  | { view: "application"; application: string; step: Step; focus?: string }
  | { view: "settings"; focus?: string };

const STEPS: readonly string[] = ["form", "documents", "package"];

/** The place that an address names; the start for one that names none. */
export function parse(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const focus = new URLSearchParams(query).get("focus") ?? undefined;
  const [view, application, step] = path.split("/").map(decodeURIComponent);
  if (view === "profile" || view === "settings") return { view, focus };
  if (view === "application" && application && step && STEPS.includes(step)) {
    return { view, application, step: step as Step, focus };
  }
  return { view: "start" };
}

/** The address of a place. */
export function address(route: Route): string {
  const path =
    route.view === "application"
      ? `application/${encodeURIComponent(route.application)}/${route.step}`
      : route.view;
  const focus = "focus" in route && route.focus !== undefined ? route.focus : null;
  return `#/${path}${focus === null ? "" : `?${new URLSearchParams({ focus })}`}`;
}

let current: Route = $state.raw(parse(globalThis.location?.hash ?? ""));

/** Where the candidate is now. Reading it in a component keeps it up to date. */
export function route(): Route {
  return current;
}

/** Goes somewhere. */
export function go(to: Route): void {
  const target = address(to);
  if (target === location.hash) current = to;
  else location.hash = target;
  current = parse(target);
}

/** The place without what it brings into view: two with the same one show the same screen. */
export function place(of: Route): string {
  return of.view === "application" ? `application/${of.application}/${of.step}` : of.view;
}

/** Follows the candidate's way back and forth. Stops when called. */
export function followAddress(): () => void {
  const follow = () => {
    if (address(current) !== location.hash) current = parse(location.hash);
  };
  addEventListener("hashchange", follow);
  return () => removeEventListener("hashchange", follow);
}
