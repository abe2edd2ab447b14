/** The language that foreign words are shown as: fonts and voices follow it. */
export function langOfWords(words: string): "en" | "zh" {
  return /\p{Script=Han}/u.test(words) ? "zh" : "en";
}
