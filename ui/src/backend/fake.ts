/**
 * The backend in memory: the whole of `Backend` for tests and for looking at the screens
 * in a browser. Not part of the app's own build.
 */
import type { Backend } from "./backend";
import { documentsPart } from "./fake/documents";
import { formPart } from "./fake/form";
import { homePart, makeHome, fillWorld } from "./fake/home";
import { packagePart, packageView } from "./fake/package";
import { papersPart } from "./fake/papers";
import { postingsPart } from "./fake/postings";
import { profilePart } from "./fake/profile";
import { vaultPart } from "./fake/vault";
import { DEFAULTS, World, type Options } from "./fake/world";

export interface FakeBackend extends Backend {
  /** What it remembers, for tests to look at and to change. */
  world: World;
}

/** A backend that begins as wished. */
export function fakeBackend(options: Partial<Options> = {}): FakeBackend {
  const world = new World({ ...DEFAULTS, ...options }, makeHome);
  fillWorld(world);
  const parts = {
    ...homePart(world),
    ...vaultPart(world),
    ...profilePart(world),
    ...formPart(world),
    ...documentsPart(world),
    ...packagePart(world),
    ...papersPart(world, (of) => packageView(world, of)),
    ...postingsPart(world),
  };
  const listeners = {
    onHome: world.on.bind(world, "home") as Backend["onHome"],
    onHanded: world.on.bind(world, "handed") as Backend["onHanded"],
    onHover: world.on.bind(world, "hover") as Backend["onHover"],
    onMenu: world.on.bind(world, "menu") as Backend["onMenu"],
  };
  const fake: FakeBackend = { ...answering(world, parts), ...listeners, world };
  // A browser test reaches the world through the page.
  if (typeof window !== "undefined") Object.assign(window, { candidacyFake: fake });
  return fake;
}

/** Makes every command take as long as it should, fail where it should, and answer with a copy as a wire does. */
function answering<P extends object>(world: World, parts: P): P {
  const wrapped = Object.entries(parts).map(([name, command]) => {
    const answer = async (...given: unknown[]) => {
      if (world.options.slow > 0) await new Promise((done) => setTimeout(done, world.options.slow));
      const failure = world.failNext.get(name);
      world.failNext.delete(name);
      if (failure !== undefined) throw failure;
      return structuredClone(await (command as (...given: unknown[]) => unknown)(...structuredClone(given)));
    };
    return [name, answer] as const;
  });
  return Object.fromEntries(wrapped) as P;
}

/** What the address behind `?` says about the beginning. */
export function optionsFrom(search: string): Partial<Options> {
  const said = new URLSearchParams(search);
  const options: Record<string, string | number | boolean> = {};
  for (const [name, value] of said) {
    if (!(name in DEFAULTS)) continue;
    if (value === "true" || value === "false") options[name] = value === "true";
    else options[name] = /^\d+$/.test(value) ? Number(value) : value;
  }
  return options as Partial<Options>;
}
