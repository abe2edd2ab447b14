/**
 * The form's pages: those of our Word edition (`pages.docx`), with the answers of the fields in
 * them, and a table of further questions where there are more fields than that.
 *
 * `cargo run -p forms --example marked -- templates/postings/msra-trustworthy-systems/application-form.docx
 * ui/src/backend/fake/pages.docx` makes the file anew.
 */
import JSZip from "jszip";
import type { AnswerView } from "../wire/AnswerView";
import type { FieldView } from "../wire/FieldView";
import file from "./pages.docx?url&inline";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** The fields as the file's marks name them, and as `fields.ts` does. */
const NAMES: Record<string, string> = {
  p7n0: "f1",
  p10n0: "f2",
  p13k0: "f3",
  p16n0: "f11",
  p19n0: "f4",
  p22n0: "f5",
  p25n0: "f6",
  p28n0: "f7",
  p31n0: "f8",
  p34n0: "f9",
  p37n0: "f10",
  p41n0: "f12",
  p44n0: "f13",
  p47n0: "f14",
  p50n0: "f15",
  p53n0: "f16",
  p56n0: "f17",
  p59n0: "f18",
  p62n0: "f19",
  p65n0: "f20",
  p68n0: "f21",
  p71n0: "f22",
  p74n0: "f23",
  p78n0: "f24",
  p81n0: "f25",
  p84n0: "f26",
  p87n0: "f29",
  p90n0: "f27",
  p93n0: "f28",
  p95n0: "f30",
  p97k0: "f31",
};

/** The pages with what will stand in them. */
export async function pagesOf(fields: readonly FieldView[]): Promise<ArrayBuffer> {
  const zip = await JSZip.loadAsync(file.slice(file.indexOf(",") + 1), { base64: true });
  const part = "word/document.xml";
  const source = (await zip.file(part)?.async("string")) ?? "";
  const named = source.replaceAll(/blank\.(\w+)\./g, (_, id: string) => `blank.${NAMES[id] ?? id}.`);
  const more = fields.filter((it) => !named.includes(`blank.${it.id}.from`) && it.status !== "others");
  const xml = new DOMParser().parseFromString(named.replace(/(?=<w:sectPr)/, table(more)), "application/xml");
  for (const field of fields) {
    if (field.status === "filled" && field.answer !== null) put(xml, field.id, field.answer, field.shown);
  }
  zip.file(part, new XMLSerializer().serializeToString(xml));
  return zip.generateAsync({ type: "arraybuffer" });
}

/** Questions as tables, below the form's own. */
function table(fields: readonly FieldView[]): string {
  return fields.length === 0 ? "" : `<w:p/>${fields.map(question).join("")}<w:p/>`;
}

function question({ id, label, columns, rows }: FieldView): string {
  const blank = (name: string) => mark(`${name}.from`) + mark(`${name}.to`);
  const cells = (contents: string[]) => `<w:tr>${contents.map((it) => cell(9800 / contents.length, it)).join("")}</w:tr>`;
  const whole = (lines: string) => `<w:tbl><w:tblPr><w:tblW w:w="9800" w:type="dxa"/></w:tblPr>${lines}</w:tbl>`;
  if (columns.length === 0) return whole(cells([words(label), blank(id)]));
  const heads = cells(columns.map((it) => words(it.label)));
  const line = (row: number) => cells(columns.map((_, column) => blank(`${id}.r${row}c${column}`)));
  const lines = Array.from({ length: rows }, (_, row) => line(row));
  const side = (name: string) => `<w:p>${mark(`${id}.${name}`)}</w:p>`;
  return side("from") + whole(heads + lines.join("")) + side("to");
}

function cell(width: number, content: string): string {
  const sides = ["top", "left", "bottom", "right"].map((it) => `<w:${it} w:val="single" w:sz="4"/>`).join("");
  const looks = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:tcBorders>${sides}</w:tcBorders></w:tcPr>`;
  return `<w:tc>${looks}<w:p>${content}</w:p></w:tc>`;
}

function words(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

function mark(name: string): string {
  return `<w:bookmarkStart w:id="1" w:name="blank.${name}"/>`;
}

function put(xml: Document, id: string, answer: AnswerView, shown: string): void {
  if (answer.is === "text" || (answer.is === "options" && between(xml, `${id}.o0`) === null)) {
    write(xml, id, shown);
  } else if (answer.is === "options") {
    for (const at of answer.options) write(xml, `${id}.o${at}`, "☑");
  } else if (answer.is === "rows") {
    answer.rows.forEach((cells, row) => cells.forEach((it, column) => it !== null && write(xml, `${id}.r${row}c${column}`, it)));
  }
}

function markOf(xml: Document, name: string): Element | null {
  return [...xml.getElementsByTagNameNS(W, "bookmarkStart")].find((it) => it.getAttributeNS(W, "name") === name) ?? null;
}

function between(xml: Document, name: string): [Element, Element] | null {
  const from = markOf(xml, `blank.${name}.from`);
  const to = markOf(xml, `blank.${name}.to`);
  return from === null || to === null ? null : [from, to];
}

function write(xml: Document, name: string, text: string): void {
  const found = between(xml, name);
  if (found === null) return;
  const [from, to] = found;
  const words = [...xml.getElementsByTagNameNS(W, "t")].filter(
    (it) =>
      from.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_FOLLOWING &&
      to.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_PRECEDING,
  );
  const [first] = words;
  words.forEach((it) => (it.textContent = it === first ? text : ""));
  if (first === undefined) {
    const run = xml.createElementNS(W, "w:r");
    const made = xml.createElementNS(W, "w:t");
    made.setAttribute("xml:space", "preserve");
    made.textContent = text;
    run.append(made);
    from.after(run);
  } else {
    // What is written is no placeholder any more.
    first.parentElement?.querySelectorAll("rStyle").forEach((it) => it.remove());
  }
}
