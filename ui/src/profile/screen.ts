/** What of the profile is in sight, and how to bring a fact into sight. It survives going elsewhere. */
import { tick } from "svelte";
import { keptState } from "../shared/kept.svelte";
import type { ProfileFacts } from "./facts.svelte";
import { listsTo, placeOf } from "./places";
import { entries, isBlank, last, parent } from "./pointer";
import type { SectionId } from "./sections";

export interface Screen {
  section: SectionId;
  /** Where the rare members are shown: by the pointer of what they belong to. */
  more: Record<string, boolean>;
  /** The open entries, by key. */
  open: Record<number, boolean>;
  /** Whether all that is missing is listed. */
  allMissing: boolean;
}

/** What is in sight. */
export function screen(): Screen {
  return keptState<Screen>("profile", () => ({ section: "name", more: {}, open: {}, allMissing: false }));
}

/** The name by which `more` knows the members of a section. */
export function sectionPlace(section: SectionId): string {
  return `section/${section}`;
}

/**
 * Brings a fact into sight and gives its box the focus: its section, the entries it stands
 * in, what is shown on demand. `*` means the first entry, where there is one.
 */
export async function reveal(facts: ProfileFacts, wanted: string): Promise<void> {
  const place = placeOf(wanted);
  if (place === null) return;
  const shown = screen();
  const pointer = concrete(facts, wanted);
  shown.section = place.section.id;
  for (const { list, place: n } of listsTo(pointer)) {
    const entry = facts.entries(list)[n];
    if (entry !== undefined) shown.open[entry.key] = true;
  }
  for (const inside of [...place.inside, place.member]) {
    const at = placeAt(pointer, inside.at);
    if (inside.isRare && at !== null) shown.more[at === "" ? sectionPlace(place.section.id) : at] = true;
  }
  const own = placeAt(pointer, place.member.at);
  const parted = own !== null && pointer !== own + place.member.at;
  // Parts of a name and the shorter form of a text are shown on demand, too.
  if (parted && /\/(family|given|middle|short)(\/|$)/.test(pointer)) shown.more[own + place.member.at] = true;
  await tick();
  focusOn(pointer);
}

/** The pointer with a place for every `*`; it ends before a list that has no entry. */
function concrete(facts: ProfileFacts, wanted: string): string {
  let pointer = "";
  for (const name of wanted.split("/").slice(1)) {
    if (name !== "*" && !/^\d+$/.test(name)) {
      pointer += `/${name}`;
      continue;
    }
    const n = name === "*" ? 0 : Number(name);
    const length = entries(facts.facts, pointer).length;
    if (n >= length && name === "*") return pointer;
    pointer = n < length ? `${pointer}/${n}` : facts.add(pointer);
  }
  return pointer;
}

/** What the member called `at` belongs to, on the way to a pointer; `null`: it is not on the way. */
function placeAt(pointer: string, at: string): string | null {
  const found = `${pointer}/`.indexOf(`${at}/`);
  return found < 0 ? null : pointer.slice(0, found);
}

/** Gives the focus to the box of a pointer: the first that is empty, where there are several. */
export function focusOn(pointer: string): void {
  for (let at = pointer; at !== ""; at = parent(at)) {
    const box = document.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(at)}"]`);
    if (box === null) continue;
    const controls = [...box.querySelectorAll<HTMLElement>("input, select, textarea, [data-add]")];
    const part = /^(en|zh)$/.test(last(pointer)) ? box.querySelector<HTMLElement>(`[data-part="${last(pointer)}"] input`) : null;
    const first = part ?? controls.find((it) => "value" in it && isBlank(it.value)) ?? controls[0] ?? box;
    first.scrollIntoView({ block: "center" });
    first.focus({ preventScroll: true });
    return;
  }
}
