/** What the screen says about a field: how it stands, where its answer comes from, why it stays blank, what else to know. */
import type { Because } from "../backend/wire/Because";
import type { FieldView } from "../backend/wire/FieldView";
import type { NoteView } from "../backend/wire/NoteView";
import type { SourceView } from "../backend/wire/SourceView";
import { list, locale, number, t, tn } from "../i18n/index.svelte";
import { keyName } from "../profile/keyNames";
import { trail } from "../profile/places";
import type { Mark } from "../shared/Badge.svelte";

/** How a field stands: its sign and its word. */
export function standing(field: FieldView): { mark: Mark; word: string } {
  switch (field.status) {
    case "filled":
      return field.sure === "check"
        ? { mark: "check", word: t("form.stand.check") }
        : { mark: "sure", word: t("form.stand.sure") };
    case "offered":
      return { mark: "check", word: t("form.stand.check") };
    case "held":
      return { mark: "locked", word: t("form.stand.held") };
    case "noFact":
    case "unknown":
      return { mark: "unknown", word: t(`form.stand.${field.status}`) };
    case "left":
    case "waiting":
    case "others":
    case "stands":
      return { mark: "plain", word: t(`form.stand.${field.status}`) };
  }
}

/** The facts that pointers name, as the profile's screen calls them. */
export function factNames(pointers: readonly string[]): string {
  return list([...new Set(pointers.map((it) => trail(it, locale())))]);
}

/** Where an answer comes from. */
export function origin(source: SourceView): string {
  switch (source.from) {
    case "profile": {
      if (source.pointers.length === 0) return t("form.from.profileOnly");
      return t(source.derived ? "form.from.derived" : "form.from.profile", { where: factNames(source.pointers) });
    }
    case "candidate":
    case "remembered":
    case "lastTime":
      return t(`form.from.${source.from}`);
  }
}

/** Why a field stays blank. */
export function reason(because: Because): string {
  switch (because.code) {
    case "noOption":
      return because.subject === null
        ? t("form.because.noOptionPlain")
        : t("form.because.noOption", { subject: because.subject });
    case "tooLong": {
      const [there, allowed] = because.numbers;
      if (there === undefined || allowed === undefined) return t("form.because.tooLongPlain");
      return t("form.because.tooLong", { there: number(there), allowed: number(allowed) });
    }
    case "tooManyWords": {
      const [there = 0, allowed = 0] = because.numbers;
      return t("form.because.tooManyWords", { there: number(there), allowed: number(allowed) });
    }
    default:
      return t(`form.because.${because.code}`);
  }
}

/** What else to know about an answer. */
export function noted(note: NoteView): string {
  const [first = 0, second = 0] = note.numbers;
  switch (note.code) {
    case "noFact":
    case "heldBack":
      return t(`form.note.${note.code}`, { what: list(note.keys.map(keyName)) });
    case "tooManyTicks":
      return tn("form.note.tooManyTicks", second, { limit: number(first) });
    case "tooFewRows":
      return tn("form.note.tooFewRows", second, { rows: number(first) });
    case "noOption":
      return t("form.because.noOption", { subject: note.subject ?? "" });
    case "tooWide":
      return t("form.note.tooWide", { percent: number(first) });
    case "tooHigh":
      return t("form.note.tooHigh", { lines: number(first), shown: number(second) });
    case "plain":
      return note.subject ?? "";
    default:
      return t(`form.note.${note.code}`);
  }
}

/** The form's words for a field, without the lines they are printed in. */
export function labelOf(field: Pick<FieldView, "label" | "id">): string {
  return field.label.replaceAll(/\s+/g, " ").trim() || field.id;
}

/** The language of an answer, for the browser: fonts and voices follow it. */
export function langOf(field: FieldView): string {
  return field.language === "zh" ? "zh-Hans" : "en";
}
