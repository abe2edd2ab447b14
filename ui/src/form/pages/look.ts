/**
 * How the pages and the boxes over their blanks look. The paper is white in every theme,
 * so the colours are the palette's own and not the theme's. A state is told by the kind of
 * line and by its sign, too.
 *
 * With every letter that is typed, all boxes are painted again. Without a graphics card a
 * hundred of them with hatched grounds and round corners take five times as long as these.
 */
export const LOOK = `
:host { display: block; }
.docx-wrapper {
  display: flex;
  flex-flow: column;
  align-items: center;
  gap: 20px;
  padding: 0;
  background: none;
}
.docx-wrapper > section.docx {
  margin: 0;
  background: #fff;
  color: #000;
  color-scheme: light;
  box-shadow: 0 1px 3px rgb(0 0 0 / 18%), 0 6px 22px rgb(0 0 0 / 12%);
}
/* What a form prints where nothing is written yet: dim, and still to be read. */
.docx [class*="placeholder" i] { color: #55616c !important; }
.overlay {
  z-index: 3;
  position: absolute;
  inset: 0;
  pointer-events: none;
}
.box {
  position: absolute;
  box-sizing: border-box;
  border: 1px solid transparent;
  cursor: pointer;
  pointer-events: auto;
}
.box.sure {
  border-color: rgb(34 112 60 / 55%);
  background: rgb(34 112 60 / 8%);
}
.box.check {
  border: 1.5px dashed var(--amber-600);
  background: rgb(232 187 92 / 20%);
}
.box.open {
  border: 1.5px dotted var(--ink-500);
  background: rgb(61 66 63 / 7%);
}
.box.required {
  border-color: var(--red-600);
}
.box.held {
  border: 1.5px solid var(--ink-500);
  background: rgb(61 66 63 / 18%);
}
.box.rest {
  border: 1px dotted var(--ink-300);
}
.box:hover {
  box-shadow: 0 0 0 2px rgb(28 127 122 / 35%);
}
.box.selected {
  z-index: 1;
  border: 2px solid var(--teal-600);
  background-color: rgb(28 127 122 / 12%);
  box-shadow: 0 0 0 3px rgb(28 127 122 / 28%);
}
.box.selected.one-of-many {
  border-width: 1.5px;
  box-shadow: none;
}
.sign {
  position: absolute;
  top: -7px;
  right: -6px;
  width: 14px;
  height: 14px;
  border-radius: 50%;
  background: #fff;
}
.sure .sign { color: var(--green-600); }
.check .sign { color: var(--amber-600); }
.open .sign { color: var(--ink-600); }
.required .sign { color: var(--red-600); }
.held .sign { color: var(--ink-600); }
.sign .solid { fill: currentColor; }
.sign .line { fill: #fff; stroke: currentColor; stroke-width: 1.8; }
.sign .cut { fill: none; stroke: #fff; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; }
`;
