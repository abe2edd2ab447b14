/**
 * Draws a Word file as pages, and a workbook as its sheets, in a shadow tree of their own.
 *
 * Everything is done so that the window's content security policy can stay strict: the
 * file's styles become constructed style sheets, pictures are data, links lead nowhere,
 * fonts that lie in the file are not loaded.
 */
import type { Grid } from "../../backend/wire/Grid";
import { sheetWithRelatives, withRelatives } from "./fonts";
import { GRID_LOOK, gridOf } from "./grid";
import { LOOK } from "./look";
import { Marks } from "./marks";
import { tame } from "./tame";

const OPTIONS = {
  className: "docx",
  inWrapper: true,
  ignoreFonts: true,
  ignoreLastRenderedPageBreak: false,
  experimental: true,
  useBase64URL: true,
  renderAltChunks: false,
  renderComments: false,
  renderChanges: false,
};

/** docx-preview sets the tabs of a line this long after it has drawn it. */
const TABS = 540;

/** Pages that are drawn. */
export interface Drawn {
  /** Put it where the pages should be. */
  host: HTMLElement;
  root: ShadowRoot;
  /** Holds the pages. */
  paper: HTMLElement;
  /** Lies over the pages. */
  overlay: HTMLElement;
  marks: Marks;
  /** The pages' width as drawn, in CSS pixels. */
  width: number;
}

/**
 * Draws the file into an element of `stage`, unseen: whoever asked shows it. The stage has to
 * be on the screen, since lines cannot be measured elsewhere.
 */
export async function draw(bytes: ArrayBuffer, stage: HTMLElement): Promise<Drawn> {
  const { parseAsync, renderDocument } = await import("docx-preview");
  const word: unknown = await parseAsync(bytes, OPTIONS);
  tame(word);

  const { host, root, paper, overlay } = ground();
  // Styles that are not connected are not applied, so the policy has nothing to forbid.
  const styles = document.createElement("div");
  await renderDocument(word, paper, styles, OPTIONS);
  clean(paper);
  root.adoptedStyleSheets = [...sheetsOf(styles), sheet(LOOK)];
  root.append(paper, overlay);
  stage.append(host);
  if (paper.querySelector(".docx-tab-stop") !== null) await new Promise((done) => setTimeout(done, TABS));
  return { host, root, paper, overlay, marks: new Marks(paper), width: paper.scrollWidth };
}

/** Draws the sheets of a workbook in the same way. */
export function drawGrid(grid: Grid, stage: HTMLElement): Drawn {
  const { host, root, paper, overlay } = ground();
  paper.append(gridOf(grid));
  root.adoptedStyleSheets = [sheet(LOOK), sheet(GRID_LOOK)];
  root.append(paper, overlay);
  stage.append(host);
  return { host, root, paper, overlay, marks: new Marks(paper), width: paper.scrollWidth };
}

/** What pages are drawn on. */
function ground(): Pick<Drawn, "host" | "root" | "paper" | "overlay"> {
  const host = document.createElement("div");
  host.className = "paper-host";
  host.style.cssText = "position: absolute; top: 0; left: 0; visibility: hidden; width: max-content;";
  // A change of size is measured at once: no transition may lie between.
  host.style.setProperty("transition", "none", "important");
  const root = host.attachShadow({ mode: "open" });
  const paper = document.createElement("div");
  const overlay = document.createElement("div");
  overlay.className = "overlay";
  return { host, root, paper, overlay };
}

function sheetsOf(styles: Element): CSSStyleSheet[] {
  return [...styles.querySelectorAll("style")].map((it) => sheet(sheetWithRelatives(it.textContent ?? "")));
}

function sheet(css: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

/** Takes away what leads elsewhere, and names that are not ours; gives every font its relatives. */
function clean(paper: HTMLElement): void {
  for (const element of paper.querySelectorAll<HTMLElement>("*")) {
    if (element.id !== "" && !element.id.startsWith("blank.")) element.removeAttribute("id");
    if (element.hasAttribute("href") && element.localName !== "image") element.removeAttribute("href");
    const fonts = element.style?.fontFamily;
    if (fonts) element.style.fontFamily = withRelatives(fonts);
  }
}
