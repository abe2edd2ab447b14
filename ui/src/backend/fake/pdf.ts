/**
 * Makes small PDF files for tests. Their fonts are only named, as in many real ones, so that
 * a reader needs its own fonts and tables to show them.
 */

const ESCAPED = /[()\\]/g;

/** A file with these pages, each some lines of text. Chinese lines are written in a Chinese font. */
export function makePdf(pages: readonly (readonly string[])[]): ArrayBuffer {
  const fonts = 2 * pages.length + 3;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${3 + 2 * at} 0 R`).join(" ")}] >>`,
    ...pages.flatMap((lines, at) => {
      const content = lines.map((line, row) => write(line, 780 - 34 * row)).join("\n");
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${4 + 2 * at} 0 R ` +
          `/Resources << /Font << /F1 ${fonts} 0 R /F2 ${fonts + 1} 0 R >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [${fonts + 2} 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor ${fonts + 3} 0 R ` +
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 >>",
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] " +
      "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
  ];
  let file = "%PDF-1.5\n";
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += places.map((it) => `${String(it).padStart(10, "0")} 00000 n \n`).join("");
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return new TextEncoder().encode(file).buffer as ArrayBuffer;
}

function write(line: string, y: number): string {
  const isPlain = /^[\x20-\x7e]*$/.test(line);
  const hex = () => [...line].map((it) => (it.codePointAt(0) ?? 0).toString(16).padStart(4, "0")).join("");
  const shown = isPlain ? `(${line.replaceAll(ESCAPED, "\\$&")})` : `<${hex()}>`;
  return `BT /${isPlain ? "F1" : "F2"} 18 Tf 72 ${y} Td ${shown} Tj ET`;
}
