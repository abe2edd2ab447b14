/** The profile. */
import type { Backend } from "../backend";
import type { ProfileEdit } from "../wire/ProfileEdit";
import type { ProfileView } from "../wire/ProfileView";
import { fail, type Facts, type World } from "./world";

type Part = Pick<
  Backend,
  "profile" | "editProfile" | "readDate" | "importProfile" | "exportProfile" | "choosePhoto" | "photo"
>;

const SENSITIVE = [
  "/basics/birthDate",
  "/basics/id/number",
  "/basics/passport/number",
  "/basics/location/address",
  "/basics/permanentAddress",
  "/basics/household",
  "/family/*",
];

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A date as people type it; `null`: none that is known here. */
export function readDate(text: string): string | null {
  const typed = text.trim().toLowerCase();
  if (/^(present|now|至今|今)$/.test(typed)) return "present";
  const pad = (n: string) => n.padStart(2, "0");
  const numbers = /^(\d{4})\s*(?:[-./年]\s*(\d{1,2})\s*(?:[-./月]\s*(\d{1,2})\s*日?|月?))?\s*年?$/.exec(typed);
  if (numbers) {
    const [, year = "", month, date] = numbers;
    if (Number(month ?? 1) > 12 || Number(date ?? 1) > 31) return null;
    return [year, month, date].filter((it) => it !== undefined).map(pad).join("-");
  }
  const turned = /^(\d{1,2})[-./](\d{4})$/.exec(typed);
  if (turned && Number(turned[1]) <= 12) return `${turned[2]}-${pad(turned[1] ?? "")}`;
  const words = /^([a-z]{3})[a-z]*\.?\s+(\d{4})$/.exec(typed);
  const month = words ? MONTHS.indexOf(words[1] ?? "") : -1;
  return words && month >= 0 ? `${words[2]}-${pad(String(month + 1))}` : null;
}

type Node = Record<string, unknown> | unknown[];

function names(pointer: string): string[] {
  return pointer.split("/").slice(1).map((it) => it.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The member of a JSON document that a pointer names. */
export function at(document: unknown, pointer: string): unknown {
  return names(pointer).reduce<unknown>((node, name) => (node as Record<string, unknown> | undefined)?.[name], document);
}

function apply(facts: Facts, edit: ProfileEdit): void {
  const path = names(edit.pointer);
  const last = path.pop();
  if (last === undefined) throw fail("invalid");
  let node: Node = facts;
  path.forEach((name, depth) => {
    const members = node as Record<string, unknown>;
    const next = path[depth + 1] ?? last;
    members[name] ??= /^(\d+|-)$/.test(next) ? [] : {};
    node = members[name] as Node;
  });
  if (edit.edit === "set") {
    if (Array.isArray(node)) node[last === "-" ? node.length : Number(last)] = edit.value;
    else node[last] = edit.value;
  } else if (edit.edit === "remove") {
    if (Array.isArray(node)) node.splice(Number(last), 1);
    else delete node[last];
  } else {
    const list = (node as Record<string, unknown>)[last];
    if (!Array.isArray(list)) throw fail("invalid", edit.pointer);
    list.splice(edit.to, 0, ...(list.splice(edit.from, 1) as unknown[]));
  }
}

function view(world: World): ProfileView {
  const text = (pointer: string) => String(at(world.facts, pointer) ?? "");
  const email = text("/basics/email");
  const findings: ProfileView["findings"] = [];
  if (email !== "" && !email.includes("@")) {
    findings.push({ pointer: "/basics/email", isError: true, code: "email", message: "not an e-mail address" });
  }
  const titles = world.applications.map((it) => it.title);
  const asked = [
    ["/basics/name", "name"],
    ["/basics/email", "contact.email"],
    ["/basics/phone", "contact.phone"],
    ["/basics/id/number", "id.number"],
    ["/education/0/advisor", "education.advisor"],
    ["/basics/wechat", "contact.wechat"],
  ] as const;
  return {
    facts: world.facts,
    findings,
    suggestions: [],
    wanted: asked.map(([pointer, key]) => ({
      pointer,
      key,
      isThere: at(world.facts, pointer) !== undefined,
      applications: titles,
    })),
    sensitive: SENSITIVE,
  };
}

export function profilePart(world: World): Part {
  return {
    profile: async () => view(world),
    editProfile: async (edits) =>
      world.change("editProfile", () => {
        const facts = structuredClone(world.facts);
        edits.forEach((edit) => apply(facts, edit));
        world.facts = facts;
        return view(world);
      }),
    readDate: async (text) => readDate(text),
    importProfile: async (token) =>
      world.change("importProfile", () => {
        const file = token === null ? "resume.json" : (world.handed.get(token)?.name ?? "resume.json");
        apply(world.facts, { edit: "set", pointer: "/basics/url", value: "https://ruoxilin.example.com" });
        return { file, added: ["/basics/url"], skipped: ["`meta.theme`"] };
      }),
    exportProfile: async () => true,
    choosePhoto: async () =>
      world.change("editProfile", () => {
        apply(world.facts, { edit: "set", pointer: "/basics/image", value: "photo.jpg" });
        return view(world);
      }),
    photo: async () => new ArrayBuffer(0),
  };
}
