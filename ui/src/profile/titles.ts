/** What a closed entry of a list shows of itself. */
import type { Locale } from "../i18n/index.svelte";
import { choices as en } from "../i18n/en/profile.choices";
import { choices as zh } from "../i18n/zh-Hans/profile.choices";
import type { ChoiceList, Member } from "./member";
import { at, isBlank, names } from "./pointer";

const all: Record<Locale, Record<string, Record<string, string>>> = { en, "zh-Hans": zh };

/** What a code of a closed list is called; a code that we do not know shows as it is. */
export function choice(list: ChoiceList, code: string, locale: Locale): string {
  return all[locale][list]?.[code] ?? code;
}

/** The answers of a closed list. */
export function options(list: ChoiceList, locale: Locale): { value: string; label: string }[] {
  return Object.entries(all[locale][list] ?? {}).map(([value, label]) => ({ value, label }));
}

/** What a value says in one line, in the candidate's language where it is there. */
export function oneLine(value: unknown, locale: Locale, list?: ChoiceList): string {
  if (typeof value === "string") return list === undefined ? value : choice(list, value, locale);
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) {
    return value.map((it) => oneLine(it, locale)).filter(Boolean).join(locale === "en" ? ", " : "、");
  }
  if (typeof value !== "object" || value === null) return "";
  const { en: english, zh: chinese, family, given } = value as Record<string, unknown>;
  const [first, second] = locale === "en" ? [english, chinese] : [chinese, english];
  const whole = [first, second].find((it) => !isBlank(it));
  if (typeof whole === "string") return whole;
  return [given, family].map((it) => oneLine(it, locale)).filter(Boolean).join(" ");
}

/** Title and text of an entry; the title is empty where nothing tells it apart. */
export function entryWords(list: Member, entry: unknown, locale: Locale): { title: string; text: string } {
  const say = (pointer: string) => {
    const member = list.members?.find((it) => it.at === `/${names(pointer)[0]}`);
    return oneLine(at(entry, pointer), locale, member?.list);
  };
  const look = list.look ?? { title: [], text: [] };
  const titled = look.title.find((pointer) => say(pointer) !== "");
  const title = titled === undefined ? "" : say(titled);
  const text = look.text.filter((pointer) => pointer !== titled).map(say).filter(Boolean);
  return { title, text: text.join(" · ") };
}
