/** What a document that was dropped here probably is. The candidate can say otherwise on its card. */
import type { DocumentRole } from "../backend/wire/DocumentRole";
import type { DocumentsView } from "../backend/wire/DocumentsView";

export const ROLES = [
  "cv",
  "letter",
  "transcript",
  "statement",
  "references",
  "publications",
  "certificates",
  "photo",
  "other",
] as const satisfies readonly DocumentRole[];

const NAMES: readonly [RegExp, DocumentRole][] = [
  [/transcript|grade|mark ?sheet|成绩|绩点/i, "transcript"],
  [/letter of (reference|recommendation)|reference letter|recommendation|推荐/i, "references"],
  [/cover|letter|motivation|求职信|自荐|动机/i, "letter"],
  [/statement|个人陈述|研究计划/i, "statement"],
  [/certificate|证书|证明/i, "certificates"],
  [/\bcv\b|[-_]cv|cv[-_]|resume|résumé|curriculum|简历|履历/i, "cv"],
];

/** Guesses by the name; else what the posting still lacks. */
export function guessRole(name: string, view: DocumentsView): DocumentRole {
  const named = NAMES.find(([pattern]) => pattern.test(name));
  if (named !== undefined) return named[1];
  const lacks = view.asked.find((it) => !it.isThere && it.required && isRole(it.item));
  if (lacks !== undefined) return lacks.item as DocumentRole;
  return view.documents.some((it) => it.role === "cv") ? "other" : "cv";
}

function isRole(item: string): boolean {
  return item !== "other" && (ROLES as readonly string[]).includes(item);
}
