/** Sheets drawn as tables, with marks like those of pages. */
import { describe, expect, it } from "vitest";
import type { Grid } from "../../backend/wire/Grid";
import { gridOf } from "./grid";
import { show } from "./ink";
import { Marks } from "./marks";

const GRID: Grid = {
  sheets: [
    {
      name: "Form",
      columns: [12, 20, 0],
      rows: [
        [
          { column: 0, columns: 1, rows: 1, pieces: [{ is: "words", words: "Name" }] },
          { column: 1, columns: 2, rows: 1, pieces: [{ is: "blank", name: "B1", text: "<b>Lin</b>" }] },
        ],
        [
          {
            column: 0,
            columns: 3,
            rows: 1,
            pieces: [
              { is: "option", field: "A2", number: 0, isOn: false, words: "Systems" },
              { is: "option", field: "A2", number: 1, isOn: true, words: "Theory" },
            ],
          },
        ],
        [{ column: 0, columns: 1, rows: 1, pieces: [{ is: "blank", name: "A3.r0c1", text: "" }] }],
      ],
    },
  ],
};

describe("a sheet", () => {
  it("is a table of words, never markup", () => {
    const paper = gridOf(GRID);
    expect(paper.querySelector("b")).toBeNull();
    expect(paper.textContent).toContain("<b>Lin</b>");
    expect(paper.querySelectorAll("td")[1]?.colSpan).toBe(2);
  });

  it("has marks where pages have them", () => {
    const marks = new Marks(gridOf(GRID));
    expect(marks.fields).toContain("B1");
    expect(marks.parts("A2").map((it) => it.option)).toEqual([0, 1]);
    expect(marks.parts("A3")).toMatchObject([{ row: 0, column: 1 }]);
  });

  it("shows at once what is typed and ticked", () => {
    const paper = gridOf(GRID);
    const marks = new Marks(paper);
    show(marks, "B1", { is: "text", text: "Ruoxi" });
    show(marks, "A2", { is: "options", options: [0] });
    show(marks, "A3", { is: "rows", rows: [[null, "2027"]] });
    expect(paper.textContent).toBe("NameRuoxi☑ Systems☐ Theory2027");
  });
});
