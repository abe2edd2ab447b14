/**
 * The screens' words, by key, in the candidate's language.
 *
 * English is the measure: a key that another language lacks does not compile, nor
 * does a call without the parameters that the English text names in braces.
 */
import type { ScreenLanguage } from "../backend/wire/ScreenLanguage";
import { en } from "./en";
import { zhHans } from "./zh-Hans";

export type Locale = "en" | "zh-Hans";

type English = typeof en;
type Screen = keyof English & string;

/** `start.title`: the catalogue and its key. */
export type Key = { [S in Screen]: `${S}.${keyof English[S] & string}` }[Screen];

type TextOf<K extends Key> = K extends `${infer S}.${infer Rest}`
  ? S extends Screen
    ? Rest extends keyof English[S]
      ? English[S][Rest]
      : never
    : never
  : never;

type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

type Value = string | number;

type Parameters<K extends Key> = [Names<TextOf<K>>] extends [never]
  ? []
  : [parameters: Record<Names<TextOf<K>>, Value>];

/** A key that has a form for one and a form for more. */
export type Counted = Key extends infer K ? (K extends `${infer Base}.one` ? Base : never) : never;

type MoreThanCount<B extends Counted> = `${B}.other` extends infer K extends Key
  ? Exclude<Names<TextOf<K>>, "n">
  : never;

type CountParameters<B extends Counted> = [MoreThanCount<B>] extends [never]
  ? []
  : [parameters: Record<MoreThanCount<B>, Value>];

const catalogues: Record<Locale, Record<string, Record<string, string>>> = { en, "zh-Hans": zhHans };

let current: Locale = $state("en");

/** The language of the screens now. Reading it in a component keeps it up to date. */
export function locale(): Locale {
  return current;
}

/** Switches the language of the screens. Whatever was typed stays. */
export function setLanguage(wish: ScreenLanguage): void {
  current = wish === "system" ? systemLocale(navigator.languages) : wish;
  document.documentElement.lang = current;
}

/** The first of the system's languages that we speak. */
export function systemLocale(languages: readonly string[]): Locale {
  const known = languages.find((it) => /^(zh|en)\b/i.test(it));
  return known !== undefined && /^zh\b/i.test(known) ? "zh-Hans" : "en";
}

/** A text. */
export function t<K extends Key>(key: K, ...[parameters]: Parameters<K>): string {
  return fill(find(key), parameters as Record<string, Value> | undefined);
}

/** A text about so many things; the number is `{n}`. */
export function tn<B extends Counted>(key: B, n: number, ...[parameters]: CountParameters<B>): string {
  const form = new Intl.PluralRules(current).select(n) === "one" ? "one" : "other";
  return fill(find(`${key}.${form}`), { n: number(n), ...(parameters as Record<string, Value> | undefined) });
}

/** A text whose key comes from outside; `null` when we have no words for it. */
export function tMaybe(key: string, parameters?: Record<string, Value>): string | null {
  const text = lookUp(key);
  return text === undefined ? null : fill(text, parameters);
}

function lookUp(key: string): string | undefined {
  const dot = key.indexOf(".");
  const screen = catalogues[current][key.slice(0, dot)];
  const rest = key.slice(dot + 1);
  return screen !== undefined && Object.hasOwn(screen, rest) ? screen[rest] : undefined;
}

function find(key: string): string {
  return lookUp(key) ?? key;
}

function fill(text: string, parameters: Record<string, Value> | undefined): string {
  if (parameters === undefined) return text;
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));
}

/** How dates and numbers are written: as the system's own region does, where it speaks our language. */
function region(): string {
  const language = current.slice(0, 2);
  return navigator.languages.find((it) => it.slice(0, 2).toLowerCase() === language) ?? current;
}

/** A number as people write it. */
export function number(n: number): string {
  return new Intl.NumberFormat(region()).format(n);
}

/** A day (`2026-03-01`) as people write it. */
export function day(iso: string): string {
  const [year = 0, month = 1, date = 1] = iso.split("-").map(Number);
  const format = new Intl.DateTimeFormat(region(), { dateStyle: "medium" });
  return format.format(new Date(year, month - 1, date));
}

/** A moment (`2026-03-01T14:05`) as people write it. */
export function moment(iso: string): string {
  const date = new Date(iso);
  return new Intl.DateTimeFormat(region(), { dateStyle: "medium", timeStyle: "short" }).format(date);
}

/** A size as people write it. */
export function size(bytes: number): string {
  const [value, unit] =
    bytes < 1000 ? [bytes, "byte"] : bytes < 1e6 ? [bytes / 1e3, "kilobyte"] : [bytes / 1e6, "megabyte"];
  const format = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: value < 10 ? 1 : 0 };
  return new Intl.NumberFormat(region(), format as Intl.NumberFormatOptions).format(value);
}

/** Several names in one line. */
export function list(names: readonly string[]): string {
  return new Intl.ListFormat(current, { type: "conjunction", style: "narrow" }).format(names);
}
