/**
 * Draws the sheets of a workbook as tables, with the same marks as pages have, so that all
 * that finds blanks, boxes and answers there finds them here.
 *
 * It is a picture of what matters: printed words, blanks and what will stand in them. Only
 * text is set, never markup.
 */
import type { Grid } from "../../backend/wire/Grid";
import type { GridCell } from "../../backend/wire/GridCell";
import type { GridPiece } from "../../backend/wire/GridPiece";
import type { GridSheet } from "../../backend/wire/GridSheet";

/** A character of a column's width, in CSS pixels, as spreadsheets measure it. */
const CHARACTER = 7;
/** What a column has beside its characters. */
const EDGE = 5;

/** How sheets look: white paper in every theme, as forms are. */
export const GRID_LOOK = `
.sheet { margin: 0 0 20px; padding: 16px; background: #fff; color: #000; color-scheme: light;
  box-shadow: 0 1px 3px rgb(0 0 0 / 18%), 0 6px 22px rgb(0 0 0 / 12%);
  font: 13px/1.35 "Noto Sans", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
.sheet h2 { margin: 0 0 8px; color: #55616c; font-size: 12px; font-weight: 600; }
.sheet table { table-layout: fixed; border-collapse: collapse; }
.sheet td { box-sizing: border-box; height: 20px; padding: 2px 5px; border: 1px solid #e3e7ea;
  vertical-align: middle; overflow-wrap: anywhere; white-space: pre-wrap; }
.sheet td.words { background: #f4f6f7; }
.sheet td.blank { border-color: #8b979f; }
.sheet p { margin: 0; }
`;

/** The sheets, each a table. */
export function gridOf(grid: Grid): HTMLElement {
  const paper = document.createElement("div");
  paper.append(...grid.sheets.map((it) => sheetOf(it, grid.sheets.length > 1)));
  return paper;
}

function sheetOf(sheet: GridSheet, isNamed: boolean): HTMLElement {
  const section = document.createElement("section");
  section.className = "sheet";
  if (isNamed) {
    const name = document.createElement("h2");
    name.textContent = sheet.name;
    section.append(name);
  }
  const table = document.createElement("table");
  const columns = document.createElement("colgroup");
  const widths = sheet.columns.map((it) => (it === 0 ? 0 : Math.round(it * CHARACTER + EDGE)));
  for (const width of widths) {
    const column = document.createElement("col");
    column.style.width = `${width}px`;
    columns.append(column);
  }
  table.style.width = `${widths.reduce((sum, it) => sum + it, 0)}px`;
  const body = document.createElement("tbody");
  for (const row of sheet.rows) {
    const line = document.createElement("tr");
    line.append(...row.map(cellOf));
    body.append(line);
  }
  table.append(columns, body);
  section.append(table);
  return section;
}

function cellOf(cell: GridCell): HTMLElement {
  const element = document.createElement("td");
  if (cell.columns > 1) element.colSpan = cell.columns;
  if (cell.rows > 1) element.rowSpan = cell.rows;
  const isWords = cell.pieces.length > 0 && cell.pieces.every((it) => it.is === "words");
  if (isWords) element.className = "words";
  if (cell.pieces.some((it) => it.is !== "words")) element.className = "blank";
  element.append(...cell.pieces.map(pieceOf));
  return element;
}

function pieceOf(piece: GridPiece): HTMLElement {
  const line = document.createElement("p");
  switch (piece.is) {
    case "words":
      line.textContent = piece.words;
      break;
    case "blank":
      line.append(mark(piece.name, "from"), words(piece.text), mark(piece.name, "to"));
      break;
    case "option": {
      const name = `${piece.field}.o${piece.number}`;
      const tick = [mark(name, "from"), words(piece.isOn ? "☑" : "☐"), mark(name, "to")];
      const said = piece.words === "" ? [] : [words(` ${piece.words}`)];
      line.append(mark(piece.field, "from"), ...tick, ...said, mark(piece.field, "to"));
      break;
    }
  }
  return line;
}

function words(text: string): HTMLElement {
  const element = document.createElement("span");
  element.textContent = text;
  return element;
}

function mark(name: string, side: "from" | "to"): HTMLElement {
  const element = document.createElement("span");
  element.id = `blank.${name}.${side}`;
  return element;
}
