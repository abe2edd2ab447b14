/** How a document can be shown. */
import type { DocumentView } from "../backend/wire/DocumentView";

export type Look = "pdf" | "word" | "picture" | "text";

/** By what was read of it; a file that could not be read, by its name: then the preview says why. */
export function lookOf({ format, name }: Pick<DocumentView, "format" | "name">): Look {
  if (format === "pdf" || format === "word") return format;
  if (format !== "other") return "text";
  if (/\.pdf$/i.test(name)) return "pdf";
  if (/\.docx$/i.test(name)) return "word";
  return /\.(jpe?g|png)$/i.test(name) ? "picture" : "text";
}
