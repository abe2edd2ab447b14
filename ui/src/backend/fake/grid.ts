/** The sheet of a form that is a workbook: every field in a row of its own, under its section. */
import type { FieldView } from "../wire/FieldView";
import type { Grid } from "../wire/Grid";
import type { GridCell } from "../wire/GridCell";
import type { GridPiece } from "../wire/GridPiece";

/** The sheet with what will stand in it. */
export function gridOf(fields: readonly FieldView[]): Grid {
  const rows: GridCell[][] = [];
  let section = "";
  for (const field of fields) {
    const named = field.section.join(" › ");
    if (named !== section) {
      section = named;
      rows.push([{ column: 0, columns: 2, rows: 1, pieces: [{ is: "words", words: named }] }]);
    }
    rows.push([
      { column: 0, columns: 1, rows: 1, pieces: [{ is: "words", words: field.label }] },
      { column: 1, columns: 1, rows: 1, pieces: piecesOf(field) },
    ]);
  }
  return { sheets: [{ name: "Applicant", columns: [34, 56], rows }] };
}

function piecesOf(field: FieldView): GridPiece[] {
  const answer = field.status === "filled" ? field.answer : null;
  if (field.kind === "check") {
    const chosen = answer?.is === "options" ? answer.options : [];
    return field.options.map((words, number) => ({
      is: "option",
      field: field.id,
      number,
      isOn: chosen.includes(number),
      words,
    }));
  }
  return [{ is: "blank", name: field.id, text: answer === null ? "" : field.shown }];
}
