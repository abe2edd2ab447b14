/**
 * Checks that need nothing but what was typed, so that a slip shows at once. Rust looks the
 * whole profile over and stays the authority; the codes are its codes.
 */
import type { Kind } from "./member";
import { pattern } from "./pointer";

/** What may be wrong with what was typed; `null`: nothing that shows by itself. */
export function slip(kind: Kind, pointer: string, typed: string): string | null {
  const text = typed.trim();
  if (text === "") return null;
  if (kind === "email") return isMail(text) ? null : "emailMalformed";
  if (kind === "phone") return isPhone(text) ? null : "phoneMalformed";
  if (kind === "url") return isUrl(text) ? null : "urlMalformed";
  if (kind === "number") return isNumber(text) ? null : "number";
  const place = pattern(pointer);
  if (place === "/basics/orcid") return isOrcid(text) ? null : "orcidMalformed";
  if (place === "/extra/*/slug") return /^[A-Za-z0-9_-]+$/.test(text) ? null : "slugMalformed";
  return null;
}

function isMail(text: string): boolean {
  return /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]{2,}$/u.test(text);
}

/** Only what is surely none: Rust knows the numbers of every country. */
function isPhone(text: string): boolean {
  const digits = text.replaceAll(/\D/g, "").length;
  return digits >= 5 && digits <= 20 && /^[+＋\d]?[\d\s().\-–/#*,;]*(ext\.?|x|转)?[\d\s]*$/i.test(text.slice(0));
}

function isUrl(text: string): boolean {
  const [, scheme = "https", rest = ""] = /^(?:([a-z][a-z+.-]*):\/\/)?(.*)$/i.exec(text) ?? [];
  const host = rest.split(/[/?#:]/)[0] ?? "";
  const labels = host.split(".");
  return /^https?$/i.test(scheme) && !/\s/.test(text) && labels.length >= 2 && labels.every((it) => /^[\p{L}\p{N}-]+$/u.test(it));
}

/** A number, perhaps with a unit or a sign around it: `3.90`, `5%`. */
function isNumber(text: string): boolean {
  return /\d/.test(text);
}

/** ISO 7064 MOD 11-2, as orcid.org describes it. */
function isOrcid(text: string): boolean {
  const bare = text.split("/").at(-1) ?? "";
  if (!/^(\d{4}-){3}\d{3}[\dXx]$/.test(bare)) return false;
  const digits = bare.replaceAll("-", "");
  const total = [...digits.slice(0, 15)].reduce((sum, digit) => ((sum + Number(digit)) * 2) % 11, 0);
  const check = (12 - (total % 11)) % 11;
  return digits.slice(15).toUpperCase() === (check === 10 ? "X" : String(check));
}
