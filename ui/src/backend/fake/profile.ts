/** The profile. Checks are few here; Rust has all of them. */
import sensitiveSchema from "../wire/profile.schema.json";
import photo from "../../../../templates/sample/photo.jpg?url";
import { applied, at, entries, isBlank, words } from "../../profile/pointer";
import type { Backend } from "../backend";
import type { ImportedView } from "../wire/ImportedView";
import type { ProfileEdit } from "../wire/ProfileEdit";
import type { ProfileFinding } from "../wire/ProfileFinding";
import type { ProfileView } from "../wire/ProfileView";
import type { Suggestion } from "../wire/Suggestion";
import { fail, type World } from "./world";

type Part = Pick<
  Backend,
  "profile" | "editProfile" | "readDate" | "exportProfile" | "choosePhoto" | "photo"
>;

interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  $ref?: string;
  "x-sensitive"?: boolean;
}

const defs = (sensitiveSchema as unknown as { $defs: Record<string, Schema> }).$defs;

/** Pointers of the sensitive members, as Rust reads them out of the schema. */
function sensitive(schema: Schema, path = ""): string[] {
  const named = schema.$ref === undefined ? {} : (defs[schema.$ref.replace("#/$defs/", "")] ?? {});
  if (path !== "" && (schema["x-sensitive"] === true || named["x-sensitive"] === true)) return [path];
  const members = { ...named.properties, ...schema.properties };
  return [
    ...Object.entries(members).flatMap(([name, member]) => sensitive(member, `${path}/${name}`)),
    ...(schema.items === undefined ? [] : sensitive(schema.items, `${path}/*`)),
  ];
}

const SENSITIVE = sensitive(sensitiveSchema as unknown as Schema);

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A date as people type it; `null`: none that is known here. */
export function readDate(text: string): string | null {
  const typed = text.trim().toLowerCase();
  const pad = (n: string) => n.padStart(2, "0");
  const numbers = /^(\d{4})\s*(?:[-./年]\s*(\d{1,2})\s*(?:[-./月]\s*(\d{1,2})\s*日?|月?))?\s*年?$/.exec(typed);
  if (numbers) {
    const [, year = "", month, date] = numbers;
    if (Number(month ?? 1) > 12 || Number(date ?? 1) > 31) return null;
    return [year, month, date].filter((it) => it !== undefined).map(pad).join("-");
  }
  const turned = /^(\d{1,2})[-./](\d{4})$/.exec(typed);
  if (turned && Number(turned[1]) <= 12) return `${turned[2]}-${pad(turned[1] ?? "")}`;
  const named = /^([a-z]{3})[a-z]*\.?\s+(\d{4})$/.exec(typed);
  const month = named ? MONTHS.indexOf(named[1] ?? "") : -1;
  return named && month >= 0 ? `${named[2]}-${pad(String(month + 1))}` : null;
}

/** Without the members that say nothing; entries stay, so that places in lists do too. */
function withoutBlanks(value: unknown, isEntry = false): unknown {
  if (Array.isArray(value)) return value.map((it) => withoutBlanks(it, true) ?? {});
  if (typeof value !== "object" || value === null) return isBlank(value) ? undefined : value;
  const said = Object.entries(value)
    .map(([name, member]) => [name, withoutBlanks(member)] as const)
    .filter(([, member]) => member !== undefined && !(Array.isArray(member) && member.length === 0));
  return said.length > 0 || isEntry ? Object.fromEntries(said) : undefined;
}

function findings(facts: ProfileView["facts"]): ProfileFinding[] {
  const found: ProfileFinding[] = [];
  const error = (pointer: string, code: string) =>
    found.push({ pointer, isError: true, code, message: `fake: ${code}` });
  const email = words(facts, "/basics/email");
  if (email !== "" && !/^\S+@\S+\.\S+$/.test(email)) error("/basics/email", "emailMalformed");
  for (const section of ["education", "work", "projects", "volunteer"]) {
    entries(facts, `/${section}`).forEach((entry, n) => {
      const [start, end] = [words(entry, "/startDate"), words(entry, "/endDate")];
      if (start !== "" && end !== "" && end < start.slice(0, end.length)) error(`/${section}/${n}/endDate`, "endsBeforeStart");
    });
  }
  const id = words(facts, "/basics/id/number");
  const birth = words(facts, "/basics/birthDate");
  if (id.length === 18 && birth !== "" && birth !== birthday(id)) error("/basics/birthDate", "birthDateDiffers");
  return found;
}

function birthday(id: string): string {
  return `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
}

/** The Chinese names that can be spelled here. */
const SPELLED: Record<string, string> = { 单小明: "Xiaoming Shan" };

function suggestions(facts: ProfileView["facts"]): Suggestion[] {
  const found: Suggestion[] = [];
  const id = words(facts, "/basics/id/number");
  const isUnsaid = words(facts, "/basics/birthDate") === "";
  if (id.length === 18 && isUnsaid) found.push({ pointer: "/basics/birthDate", value: birthday(id), from: "/basics/id/number" });
  entries(facts, "/references").forEach((entry, n) => {
    const value = SPELLED[words(entry, "/name/zh")];
    const pointer = `/references/${n}/name`;
    if (value !== undefined && words(entry, "/name/en") === "") found.push({ pointer: `${pointer}/en`, value, from: `${pointer}/zh` });
  });
  return found;
}

/** What the applications in memory ask for. */
const ASKED = [
  ["/basics/name", "name"],
  ["/basics/email", "contact.email"],
  ["/basics/phone", "contact.phone"],
  ["/basics/id/number", "id.number"],
  ["/education/0/advisor/name", "education.advisor"],
  ["/education/0/rank", "education.rank"],
  ["/availability/from", "availability.from"],
  ["/basics/qq", "contact.qq"],
] as const;

function view(world: World): ProfileView {
  const titles = world.applications.map((it) => it.title);
  return {
    facts: world.facts,
    findings: findings(world.facts),
    suggestions: suggestions(world.facts),
    wanted: titles.length === 0 ? [] : ASKED.map(([pointer, key]) => ({
      pointer,
      key,
      isThere: !isBlank(at(world.facts, pointer)),
      applications: titles,
    })),
    sensitive: SENSITIVE,
  };
}

const IMPORTED: ProfileEdit[] = [
  { edit: "set", pointer: "/skills/-", value: { name: { en: "Formal verification", zh: "形式化验证" } } },
  { edit: "set", pointer: "/interests/-", value: { name: { en: "Chess", zh: "国际象棋" } } },
];

/** Adds what a profile says. */
export function importInto(world: World, file: string): ImportedView {
  const added = IMPORTED.map((edit) => {
    const list = edit.pointer.slice(0, -2);
    const pointer = `${list}/${entries(world.facts, list).length}`;
    world.facts = applied(world.facts, edit);
    return pointer;
  });
  return { file, added, skipped: ["`meta.theme`"], offers: null };
}

export function profilePart(world: World): Part {
  return {
    profile: async () => view(world),
    editProfile: async (edits) =>
      world.change("editProfile", () => {
        for (const edit of edits) {
          if (!edit.pointer.startsWith("/")) throw fail("invalid", edit.pointer);
          world.facts = applied(world.facts, edit);
        }
        world.facts = (withoutBlanks(world.facts) ?? {}) as ProfileView["facts"];
        return view(world);
      }),
    readDate: async (text) => readDate(text),
    exportProfile: async () => true,
    choosePhoto: async () =>
      world.change("editProfile", () => {
        world.facts = applied(world.facts, { edit: "set", pointer: "/basics/image", value: "photo.jpg" });
        return view(world);
      }),
    photo: async () => {
      if (words(world.facts, "/basics/image") === "") return new ArrayBuffer(0);
      return (await fetch(photo)).arrayBuffer();
    },
  };
}
