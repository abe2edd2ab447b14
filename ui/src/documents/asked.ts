/** What a posting asks for, in plain words. */
import type { AskedView } from "../backend/wire/AskedView";
import { locale, t, tMaybe, tn } from "../i18n/index.svelte";

/** What it is: “CV”. */
export function itemName(item: string): string {
  return tMaybe(`documents.item.${item}`) ?? item;
}

export function languageName(code: string): string {
  return tMaybe(`documents.language.${code}`) ?? code;
}

export function formatName(format: string): string {
  return tMaybe(`documents.format.${format}`) ?? format;
}

/** “CV in English”. */
export function askedName({ item, languages }: AskedView): string {
  const name = itemName(item);
  if (languages.length === 0) return name;
  return t("documents.asked.inLanguage", { name, languages: all(languages.map(languageName)) });
}

/** Its rules, one after the other: “PDF or Word”, “at most 2 pages”. */
export function rules({ condition, formats, count, maxPages }: AskedView): string[] {
  const said: string[] = [];
  if (condition !== null) said.push(t("documents.rule.condition", { words: condition }));
  if (count !== null) said.push(tn("documents.rule.count", count));
  if (formats.length > 0) said.push(any(formats.map(formatName)));
  if (maxPages !== null) said.push(tn("documents.rule.pages", maxPages));
  return said;
}

/** “A, B or C”. */
export function any(names: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: "disjunction" }).format(names);
}

/** “A, B and C”. */
export function all(names: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: "conjunction" }).format(names);
}
