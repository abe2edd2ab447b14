/** Every member of the profile has a place on the screen, a kind that fits, and words in both languages. */
import { describe, expect, it } from "vitest";
import schema from "../backend/wire/profile.schema.json";
import { choices as enChoices } from "../i18n/en/profile.choices";
import { choices as zhChoices } from "../i18n/zh-Hans/profile.choices";
import { en } from "../i18n/en";
import { zhHans } from "../i18n/zh-Hans";
import checks from "../../../src-tauri/crates/profile/src/check/mod.rs?raw";
import { label, type Kind } from "./member";
import { PLACES, placeOf, sectionOf, trail } from "./places";

interface Node {
  type?: string | string[];
  properties?: Record<string, Node>;
  items?: Node;
  anyOf?: Node[];
  oneOf?: Node[];
  enum?: string[];
  const?: string;
  $ref?: string;
}

const defs = (schema as unknown as { $defs: Record<string, Node> }).$defs;

/** Members that the candidate never sees. */
const OURS = ["/schemaVersion"];

interface Leaf {
  pointer: string;
  /** What the schema calls it: `Text`, `string`, `[Text]`, … */
  shape: string;
}

/** Kinds that may show a shape. */
const FITS: Record<string, Kind[]> = {
  string: ["text", "email", "url", "photo"],
  boolean: ["flag"],
  Amount: ["number", "text"],
  PartialDate: ["date"],
  Phone: ["phone"],
  Text: ["both", "longBoth"],
  Statement: ["statement"],
  Name: ["name"],
  ExtraValue: ["answer"],
  "[Text]": ["words"],
  "[string]": ["lines"],
};

function nameOf(node: Node): string {
  if (node.$ref !== undefined) return node.$ref.replace("#/$defs/", "");
  const real = node.anyOf?.find((it) => it.type !== "null");
  if (real !== undefined) return nameOf(real);
  return [node.type ?? ""].flat().find((it) => it !== "null") ?? "";
}

function leaves(node: Node, pointer: string): Leaf[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, member]) => {
    const here = `${pointer}/${name}`;
    if (member.items !== undefined) {
      const of = nameOf(member.items);
      const inner = defs[of];
      const own = { pointer: here, shape: `[${of}]` };
      return inner?.properties === undefined ? [own] : [own, ...leaves(inner, `${here}/*`)];
    }
    const shape = nameOf(member);
    const inner = defs[shape];
    return inner?.properties === undefined ? [{ pointer: here, shape }] : [{ pointer: here, shape }, ...leaves(inner, here)];
  });
}

const LEAVES = leaves(schema as unknown as Node, "").filter((it) => !OURS.includes(it.pointer));
/** Objects whose members stand in sections of their own. */
const SPLIT = ["/basics", "/research", "/availability", "/application", "/statements"];

function codes(list: string): string[] {
  const node = defs[list];
  return node?.enum ?? node?.oneOf?.flatMap((it) => it.enum ?? (it.const === undefined ? [] : [it.const])) ?? [];
}

describe("every member of the schema", () => {
  it("has a place", () => {
    const placed = new Set(PLACES.map((it) => it.pattern));
    expect(LEAVES.map((it) => it.pointer).filter((it) => !placed.has(it) && !SPLIT.includes(it))).toEqual([]);
  });

  it("is described once, and nothing else is", () => {
    const known = new Set(LEAVES.map((it) => it.pointer));
    const patterns = PLACES.map((it) => it.pattern);
    expect(patterns.filter((it) => !known.has(it))).toEqual([]);
    expect(patterns.filter((it, n) => patterns.indexOf(it) !== n)).toEqual([]);
  });

  it("has a kind that fits", () => {
    const wrong = PLACES.filter(({ pattern, member }) => {
      const shape = LEAVES.find((it) => it.pointer === pattern)?.shape ?? "";
      if (member.kind === "choice" || member.kind === "listed") {
        const list = member.kind === "listed" ? shape.replace(/OrText$/, "") : shape;
        return `${list.charAt(0).toLowerCase()}${list.slice(1)}` !== member.list || (member.kind === "listed") !== shape.endsWith("OrText");
      }
      if (member.kind === "group") return defs[shape]?.properties === undefined;
      if (member.kind === "entries") return defs[shape.slice(1, -1)]?.properties === undefined;
      return !(FITS[shape] ?? []).includes(member.kind);
    });
    expect(wrong.map((it) => it.pattern)).toEqual([]);
  });

  it("has a label in both languages", () => {
    const silent = PLACES.filter(({ member }) =>
      (["en", "zh-Hans"] as const).some((locale) => label(member, locale) === member.label),
    );
    expect(silent.map((it) => it.pattern)).toEqual([]);
  });
});

it("every answer of every list has words in both languages", () => {
  const lists = new Set(PLACES.flatMap(({ member }) => member.list ?? []));
  expect(lists.size).toBeGreaterThan(15);
  for (const list of lists) {
    const ofSchema = codes(`${list.charAt(0).toUpperCase()}${list.slice(1)}`).sort();
    expect(ofSchema.length, list).toBeGreaterThan(1);
    expect(Object.keys(enChoices[list]).sort(), list).toEqual(ofSchema);
    expect(Object.keys(zhChoices[list]).sort(), list).toEqual(ofSchema);
  }
});

it("everything that Rust may find has words in both languages", () => {
  const faults = [...checks.matchAll(/Self::\w+ => "(\w+)"/g)].map(([, name]) => `finding.${name}`);
  expect(faults.length).toBeGreaterThan(15);
  for (const words of [en.profile, zhHans.profile]) expect(faults.filter((it) => !(it in words))).toEqual([]);
});

describe("a pointer", () => {
  it("leads to its section", () => {
    expect(sectionOf("/basics/email")?.id).toBe("contact");
    expect(sectionOf("/basics/name/pinyin")?.id).toBe("name");
    expect(sectionOf("/education/3/advisor/name/zh")?.id).toBe("education");
    expect(sectionOf("/work/-")?.id).toBe("work");
    expect(placeOf("/nothing/like/this")).toBeNull();
  });

  it("is called what it stands in and what it is", () => {
    expect(trail("/education/1/advisor/email", "en")).toBe("Education 2 › Advisor › E-mail");
    expect(trail("/basics/name/family/zh", "en")).toBe("Name › Family name › Chinese");
    expect(trail("/basics/passport/number", "zh-Hans")).toBe("护照 › 护照号码");
  });
});
