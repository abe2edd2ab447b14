/**
 * Looks at e-mail addresses while they are typed. Rust parses every one again; here it is
 * about telling at once, and about addresses that are not what they look like.
 */

/** What is the matter with an address. */
export type Complaint =
  | { code: "noAt" | "shape" | "space" | "twice" | "punycode" }
  | { code: "invisible" | "lookalike"; letter: string; character: string }
  | { code: "letters"; letter: string }
  | { code: "typo"; address: string };

/** Whether it can go out all the same. */
export function isWarning(complaint: Complaint): boolean {
  return complaint.code === "punycode" || complaint.code === "typo";
}

/** Characters without a picture, and those that turn around what follows. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/u;

/** Letters of other alphabets that many fonts draw like ours. */
const LOOKALIKES = new Map(
  Object.entries({
    a: "аɑα",
    c: "сϲ",
    d: "ԁ",
    e: "еҽ",
    g: "ɡ",
    h: "һ",
    i: "іıι",
    j: "ј",
    k: "κк",
    l: "ӏⅼ",
    m: "м",
    n: "ո",
    o: "оοօ",
    p: "рρ",
    q: "ԛ",
    r: "г",
    s: "ѕ",
    t: "т",
    u: "υս",
    v: "νѵ",
    w: "ԝ",
    x: "хχ",
    y: "уγ",
  }).flatMap(([plain, others]) => [...others].map((it) => [it, plain] as const)),
);

/** Domains that fingers get wrong. */
const TYPOS: Record<string, string> = {
  "gmial.com": "gmail.com",
  "gmai.com": "gmail.com",
  "gmail.co": "gmail.com",
  "gmail.con": "gmail.com",
  "outlok.com": "outlook.com",
  "outlook.con": "outlook.com",
  "hotmial.com": "hotmail.com",
  "micorsoft.com": "microsoft.com",
  "microsft.com": "microsoft.com",
  "microsoft.con": "microsoft.com",
  "rnicrosoft.com": "microsoft.com",
  "qq.con": "qq.com",
  "163.con": "163.com",
};

const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$/;

/** What is the matter with it; `null`: nothing that shows. `others` are there already. */
export function complaint(address: string, others: readonly string[] = []): Complaint | null {
  const invisible = INVISIBLE.exec(address);
  if (invisible !== null) return { code: "invisible", letter: "", character: codeOf(invisible[0]) };
  for (const letter of address) {
    if (LOOKALIKES.has(letter)) return { code: "lookalike", letter, character: codeOf(letter) };
  }
  if (/\s/u.test(address)) return { code: "space" };
  const foreign = /[^\x21-\x7e]/u.exec(address);
  if (foreign !== null) return { code: "letters", letter: foreign[0] };
  if (!address.includes("@")) return { code: "noAt" };
  const [local = "", domain = "", ...more] = address.split("@");
  if (more.length > 0 || !LOCAL.test(local) || !DOMAIN.test(domain) || local.length > 64 || address.length > 254) {
    return { code: "shape" };
  }
  if (others.some((it) => it.toLowerCase() === address.toLowerCase())) return { code: "twice" };
  if (/(^|\.)xn--/i.test(domain)) return { code: "punycode" };
  const meant = TYPOS[domain.toLowerCase()];
  return meant === undefined ? null : { code: "typo", address: `${local}@${meant}` };
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * The addresses in what was typed or pasted: between commas, semicolons and line breaks, with
 * or without a name (`Ruoxi Lin <r@example.edu>`). Full-width letters, which Chinese
 * input methods leave behind, become plain ones.
 */
export function split(text: string): string[] {
  const plain = text
    .replaceAll(/[\uff01-\uff5e]/g, (it) => String.fromCharCode(it.charCodeAt(0) - 0xfee0))
    .replaceAll("。", ".")
    .replaceAll(/[、\u3000]/g, " , ");
  return plain
    .split(/[,;\n\r\t]+/)
    .map((it) => (/<([^<>]*)>/.exec(it)?.[1] ?? it).trim().replace(/^mailto:/i, ""))
    .filter((it) => it !== "");
}

/** Whether typing this ends an address: a comma or the like is at its end. */
export function isEnded(text: string): boolean {
  return /[,;，；、\n]\s*$/u.test(text);
}
