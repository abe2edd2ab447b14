/** Finds the gaps of a letter in its words: `{statement.motivation}`, or `{note_phrase|vacancy}`, where the last counts. */

/** What a slot looks like; the same as in Rust. */
const SLOT = /\{([\w.\-| ]+)\}/g;

/** A stretch of a letter. */
export interface Stretch {
  text: string;
  isGap: boolean;
}

/** The words, cut where gaps begin and end. */
export function stretches(words: string): Stretch[] {
  const found: Stretch[] = [];
  let done = 0;
  for (const match of words.matchAll(SLOT)) {
    if (match.index > done) found.push({ text: words.slice(done, match.index), isGap: false });
    found.push({ text: match[0], isGap: true });
    done = match.index + match[0].length;
  }
  if (done < words.length) found.push({ text: words.slice(done), isGap: false });
  return found;
}

/** Where the gap with this key begins and ends; `null`: it is not there any more. */
export function placeOf(words: string, key: string): [number, number] | null {
  for (const match of words.matchAll(SLOT)) {
    if (match[1]?.split("|").at(-1)?.trim() === key) return [match.index, match.index + match[0].length];
  }
  return null;
}
