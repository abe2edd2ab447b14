/** Marks, what is written between them, and what is made of drawings and fonts. */
import { beforeEach, describe, expect, it } from "vitest";
import { mergeLines } from "./boxes";
import { sheetWithRelatives, withRelatives } from "./fonts";
import { show, ticked } from "./ink";
import { Marks, nameOf, parseMark, rangeOf } from "./marks";
import { styleOf, tame } from "./tame";
import { nextZoom } from "./zoom";

function pages(html: string): HTMLElement {
  document.body.innerHTML = html.replaceAll(/\[([\w.]+)\]/g, '<span id="blank.$1"></span>');
  return document.body;
}

beforeEach(() => document.body.replaceChildren());

describe("marks", () => {
  it("say what they belong to", () => {
    expect(parseMark("blank.t0r1c2.from")).toEqual({ field: "t0r1c2", row: null, column: null, option: null, side: "from" });
    expect(parseMark("blank.p3k0.o12.to")).toMatchObject({ field: "p3k0", option: 12, side: "to" });
    expect(parseMark("blank.t2r1.r0c3.o1.to")).toMatchObject({ field: "t2r1", row: 0, column: 3, option: 1 });
    expect(parseMark("_GoBack")).toBeNull();
    expect(nameOf({ field: "t2r1", row: 0, column: 3 })).toBe("t2r1.r0c3");
  });

  it("are found in pairs, again on every page, with cells and options apart", () => {
    const marks = new Marks(
      pages("<p>[a.from]x[a.to]</p><p>[a.from]x[a.to]</p><p>[b.from][b.o0.from]☐[b.o0.to] yes[b.to]</p><p>[c.from]</p>"),
    );
    expect(marks.fields).toEqual(["a", "b"]);
    expect(marks.spans({ field: "a" })).toHaveLength(2);
    expect(marks.parts("b").map((it) => it.option)).toEqual([0]);
    expect(marks.spans({ field: "c" })).toEqual([]);
  });
});

describe("what is typed", () => {
  it("takes the place of what stands between the marks, and of nothing else", () => {
    const root = pages("<p><b>Name:</b> [a.from]<span>____</span><span>__</span>[a.to] (in full)</p>");
    const marks = new Marks(root);
    show(marks, "a", { is: "text", text: "Ruoxi Lin" });
    expect(root.textContent).toBe("Name: Ruoxi Lin (in full)");
    show(marks, "a", { is: "text", text: "Ruoxi" });
    expect(root.textContent).toBe("Name: Ruoxi (in full)");
  });

  it("goes into an empty cell, and out of it again", () => {
    const root = pages("<table><tr><td><p>Name</p></td><td><p>[a.from][a.to]</p></td></tr></table>");
    const marks = new Marks(root);
    show(marks, "a", { is: "text", text: "林若溪" });
    expect(root.querySelectorAll("td")[1]?.textContent).toBe("林若溪");
    show(marks, "a", { is: "text", text: "" });
    expect(root.querySelectorAll("td")[1]?.textContent).toBe("");
  });

  it("is words, never markup", () => {
    const root = pages("<p>[a.from]<span>_</span>[a.to]</p>");
    show(new Marks(root), "a", { is: "text", text: "<img src=x>" });
    expect(root.querySelector("img")).toBeNull();
    expect(root.textContent).toBe("<img src=x>");
  });

  it("ticks the printed boxes and unticks the others", () => {
    const root = pages("<p>[a.from][a.o0.from]☑[a.o0.to] Male [a.o1.from]□[a.o1.to] Female[a.to]</p>");
    show(new Marks(root), "a", { is: "options", options: [1] });
    expect(root.textContent).toBe("☐ Male ☑ Female");
  });

  it("goes into the cells of rows and leaves printed ones", () => {
    const root = pages("<p>[a.r0c0.from]x[a.r0c0.to]|[a.r0c1.from]y[a.r0c1.to]|[a.r1c0.from]z[a.r1c0.to]</p>");
    show(new Marks(root), "a", { is: "rows", rows: [[null, "new"]] });
    expect(root.textContent).toBe("x|new|");
  });

  it("knows brackets and bare places, too", () => {
    expect(ticked("( )", true)).toBe("(✓)");
    expect(ticked("[x]", false)).toBe("[ ]");
    expect(ticked("  ", true)).toBe("✓");
    expect(ticked("yes", true)).toBeNull();
  });
});

it("leaves out the marks themselves", () => {
  const marks = new Marks(pages("<p>a[a.from]b[a.to]c</p>"));
  const [span] = marks.spans({ field: "a" });
  expect(span && rangeOf(span).toString()).toBe("b");
});

it("puts the pieces of a line into one box, and keeps lines apart", () => {
  const box = (left: number, top: number, width: number) => ({ left, top, width, height: 10 });
  expect(mergeLines([box(0, 0, 20), box(20, 1, 30), box(0, 14, 8)])).toEqual([
    { left: 0, top: 0, width: 50, height: 11 },
    { left: 0, top: 14, width: 8, height: 10 },
  ]);
});

it("gives every font relatives, with Chinese letters at the end", () => {
  expect(withRelatives("Calibri")).toMatch(/^Calibri, Carlito, .*"Noto Sans SC", sans-serif$/);
  expect(withRelatives("宋体")).toMatch(/SimSun.*"Noto Sans SC", serif$/);
  const css = ".a {\n  font-family: var(--x), Arial;\n  color: red;\n}";
  expect(sheetWithRelatives(css)).toMatch(/font-family: var\(--x\), Arial, .*sans-serif;\n {2}color: red;/);
});

it("makes of old drawings what needs no style attribute", () => {
  const words = { type: "paragraph", children: [] };
  const box = { type: "vmlElement", tagName: "rect", cssStyleText: "position:absolute;width:90pt;fill:url(x)", children: [{ type: "vmlElement", tagName: "foreignObject", children: [words] }] };
  const line = { type: "vmlElement", tagName: "line", children: [] };
  const run = { type: "run", children: [{ type: "vmlPicture", children: [box, line] }] };
  tame({ parts: [{ body: { type: "document", children: [run] } }] });
  expect(run.children).toEqual([
    { type: "drawing", children: [words], cssStyle: { position: "absolute", width: "90pt" } },
  ]);
});

it("keeps of a style only where and how large", () => {
  expect(styleOf("position:fixed;left:1pt;background:url(x);margin-top: -3.5pt;z-index:9")).toEqual({
    left: "1pt",
    "margin-top": "-3.5pt",
  });
});

it("goes from any size to the next step", () => {
  expect(nextZoom(0.61, 1)).toBe(0.65);
  expect(nextZoom(0.61, -1)).toBe(0.5);
  expect(nextZoom(3, 1)).toBe(3);
});
