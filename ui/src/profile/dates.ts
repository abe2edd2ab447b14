/** Dates as the profile writes them (`2026`, `2026-03`, `2026-03-01`), as people read them. */
import type { Locale } from "../i18n/index.svelte";

/** A date in words, as exact as it is known. */
export function spoken(date: string, locale: Locale): string {
  const [year, month, day] = date.split("-").map(Number);
  if (year === undefined || Number.isNaN(year)) return date;
  const when = new Date(2000, 0, 1);
  when.setFullYear(year, (month ?? 1) - 1, day ?? 1);
  const exact: Intl.DateTimeFormatOptions = {
    year: "numeric",
    ...(month === undefined ? {} : { month: "long" }),
    ...(day === undefined ? {} : { day: "numeric" }),
  };
  return new Intl.DateTimeFormat(locale, exact).format(when);
}

/** Whether somebody means that it is not over yet. */
export function meansNow(typed: string): boolean {
  return /^(present|now|current(ly)?|today|ongoing|to date|至今|到现在|现在|目前|今)$/i.test(typed.trim());
}

/** When something began and ended, to the month: `2024-09 – 2026-06`, `2024 – now`. */
export function span(start: string, end: string, now: string): string {
  const [from, to] = [start, end].map((date) => date.slice(0, 7)) as [string, string];
  if (from === "") return to;
  return `${from} – ${to === "" ? now : to}`;
}
