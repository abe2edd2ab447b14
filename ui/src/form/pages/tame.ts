/**
 * Makes the reader's picture of a Word file fit for the page it is drawn in.
 *
 * docx-preview writes the style of an old drawing (VML) as an attribute, which the
 * window's content security policy forbids. So old drawings become what it calls
 * drawings, whose styles it sets one by one; boxes of text and pictures stay, lines
 * that only decorate go.
 */

/** As much of the reader's tree as we touch. */
export interface Part {
  type: string;
  children?: Part[];
  cssStyle?: Record<string, string>;
  cssStyleText?: string;
  imageHref?: { id: string };
  src?: string;
  tagName?: string;
}

interface Word {
  parts?: { rootElement?: Part; body?: Part; notes?: Part[] }[];
}

/** What the style of an old drawing may say. */
const KEPT = new Set([
  "position",
  "left",
  "top",
  "width",
  "height",
  "margin-left",
  "margin-top",
  "margin-right",
  "margin-bottom",
]);

/** Changes a parsed file, before it is drawn. */
export function tame(word: unknown): void {
  for (const part of (word as Word).parts ?? []) {
    for (const root of [part.rootElement, part.body, ...(part.notes ?? [])]) {
      if (root !== undefined) tamePart(root);
    }
  }
}

function tamePart(part: Part): void {
  if (part.children === undefined) return;
  part.children = part.children.flatMap((child) => {
    if (child.type === "vmlPicture") return drawings(child);
    if (child.type === "vmlElement") return drawing(child);
    tamePart(child);
    return [child];
  });
}

function drawings(picture: Part): Part[] {
  return (picture.children ?? []).flatMap(drawing);
}

/** An old drawing as a new one; none when there are neither words nor a picture in it. */
function drawing(shape: Part): Part[] {
  const words = wordsOf(shape);
  const pictures = shape.imageHref === undefined ? [] : [image(shape.imageHref.id)];
  if (words.length + pictures.length === 0) return [];
  words.forEach(tamePart);
  return [{ type: "drawing", children: [...pictures, ...words], cssStyle: styleOf(shape.cssStyleText ?? "") }];
}

function wordsOf(shape: Part): Part[] {
  return (shape.children ?? []).flatMap((child) => (child.type === "vmlElement" ? wordsOf(child) : [child]));
}

function image(src: string): Part {
  return { type: "image", src, cssStyle: { width: "100%", height: "100%" } };
}

/** The rules of a style that only say where and how large. */
export function styleOf(text: string): Record<string, string> {
  const style: Record<string, string> = {};
  for (const rule of text.split(";")) {
    const colon = rule.indexOf(":");
    const name = rule.slice(0, colon).trim();
    const value = rule.slice(colon + 1).trim();
    const isPlain = /^[\w.%-]+$/.test(value) && value !== "fixed";
    if (colon > 0 && KEPT.has(name) && isPlain) style[name] = value;
  }
  return style;
}
