/**
 * JSON pointers (RFC 6901) into the candidate's facts, and the three edits done to a
 * copy of them: what the screen shows until the backend has answered.
 */
import type { ProfileEdit } from "../backend/wire/ProfileEdit";

/** Facts as the profile's JSON holds them. Never changed in place. */
export type Facts = Record<string, unknown>;

/** The names in a pointer. */
export function names(pointer: string): string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The pointer of a list or of what a list is in; `""`: the facts themselves. */
export function parent(pointer: string): string {
  return pointer.slice(0, Math.max(pointer.lastIndexOf("/"), 0));
}

/** The last name in a pointer. */
export function last(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf("/") + 1);
}

/** Whether a pointer is that place or one inside of it. */
export function isWithin(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`);
}

// No doc comment: the pattern itself would end it.
// The pointer with a star for every place in a list: `/education/0/gpa` becomes `/education/(star)/gpa`.
export function pattern(pointer: string): string {
  return pointer.replaceAll(/\/(\d+|-)(?=\/|$)/g, "/*");
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What stands at a pointer; `undefined`: nothing. */
export function at(facts: unknown, pointer: string): unknown {
  return names(pointer).reduce<unknown>((node, name) => {
    if (Array.isArray(node)) return node[Number(name)] as unknown;
    if (typeof node === "string") return halves(node)[name];
    return isPlain(node) && Object.hasOwn(node, name) ? node[name] : undefined;
  }, facts);
}

/** Bare words in the longer form that they stand for: sorted by their letters, as Rust does. */
function halves(words: string): Record<string, unknown> {
  if (/\p{Script=Han}/u.test(words)) return { zh: words };
  return /\p{L}/u.test(words) ? { en: words } : { en: words, zh: words };
}

/** The entries of the list at a pointer; none where there is no list. */
export function entries(facts: unknown, pointer: string): readonly unknown[] {
  const list = at(facts, pointer);
  return Array.isArray(list) ? list : [];
}

/** The words at a pointer, numbers too; empty where there are none. */
export function words(facts: unknown, pointer: string): string {
  const value = at(facts, pointer);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** Whether something says nothing: empty words, and lists and objects of nothing else. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  if (Array.isArray(value)) return value.every(isBlank);
  return isPlain(value) && Object.values(value).every(isBlank);
}

/** The facts after an edit. An edit that no longer fits changes nothing. */
export function applied(facts: Facts, edit: ProfileEdit): Facts {
  if (edit.edit === "move") {
    return change(facts, names(edit.pointer), (list) => (Array.isArray(list) ? moved(list, edit.from, edit.to) : list));
  }
  const path = names(edit.pointer);
  const name = path.pop();
  if (name === undefined) return facts;
  return change(facts, path, (node) => {
    if (Array.isArray(node)) {
      const place = name === "-" ? node.length : Math.min(Number(name), node.length);
      return edit.edit === "set" ? node.toSpliced(place, 1, edit.value) : node.toSpliced(place, 1);
    }
    if (edit.edit === "set") {
      if (node === undefined && /^(\d+|-)$/.test(name)) return [edit.value];
      return { ...(isPlain(node) ? node : typeof node === "string" ? halves(node) : {}), [name]: edit.value };
    }
    const members = typeof node === "string" ? halves(node) : node;
    if (!isPlain(members)) return node;
    const { [name]: _gone, ...rest } = members;
    return rest;
  });
}

/** A list after an entry went elsewhere. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  if (from < 0 || from >= list.length) return [...list];
  const [entry] = list.slice(from, from + 1) as [T];
  return list.toSpliced(from, 1).toSpliced(to, 0, entry);
}

function change(facts: Facts, path: readonly string[], work: (node: unknown) => unknown): Facts {
  const done = into(facts, path, work);
  return isPlain(done) ? done : facts;
}

function into(node: unknown, path: readonly string[], work: (node: unknown) => unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return work(node);
  const inner = (value: unknown) => into(value, rest, work);
  if (Array.isArray(node) || (node === undefined && /^(\d+|-)$/.test(name))) {
    const list: readonly unknown[] = Array.isArray(node) ? node : [];
    const place = name === "-" ? list.length : Math.min(Number(name), list.length);
    const value = inner(list[place]);
    return value === undefined ? node : list.toSpliced(place, 1, value);
  }
  const members = isPlain(node) ? node : typeof node === "string" ? halves(node) : {};
  const value = inner(members[name]);
  if (value === undefined) return node;
  return { ...members, [name]: value };
}

/** A value at the end of a path, as the value at its beginning: `/name/en`, `"Mei"` → `{name: {en: "Mei"}}`. */
export function nested(pointer: string, value: unknown): unknown {
  return names(pointer).reduceRight<unknown>(
    (inner, name) => (/^(\d+|-)$/.test(name) ? [inner] : { [name]: inner }),
    value,
  );
}
