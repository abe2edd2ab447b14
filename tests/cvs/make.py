#!/usr/bin/env python3
"""Makes the CVs that the reader is tested on. The people in them are invented.

    python3 tests/cvs/make.py

needs LibreOffice, Chromium, Poppler, qpdf, the Noto fonts for Chinese and the base 35 fonts.
What it makes is committed, so that the tests need none of them.
"""

import html
import random
import subprocess
import tempfile
import zlib
from pathlib import Path

import pdf
from people import HAORAN, OLIVIA, XIAOWEN, ZIMO

HERE = Path(__file__).parent
GOOD, BAD = HERE / "good", HERE / "bad"
STYLE = """<style>
body { font: 10.5pt 'DejaVu Sans', 'Noto Sans CJK SC', sans-serif; margin: 0; color: #222 }
h1 { font-size: 20pt; margin: 0 0 4pt } h2 { font-size: 13pt; margin: 10pt 0 3pt }
p, li { margin: 2pt 0 } ul { margin: 0; padding-left: 14pt }
.row { display: flex; justify-content: space-between }
.page { display: grid; grid-template-columns: 165pt 1fr; gap: 26pt }
td.right { text-align: right } table { width: 100% }
</style>"""


def body(blocks, rows):
    """The blocks as HTML."""
    out = []
    for kind, *words in blocks:
        words = [html.escape(word) for word in words]
        if kind == "name":
            out.append(f"<h1>{words[0]}</h1>")
        elif kind == "contact":
            out.append(f"<p>{' &nbsp;|&nbsp; '.join(words)}</p>")
        elif kind == "head":
            out.append(f"<h2>{words[0]}</h2>")
        elif kind == "row":
            out.append(rows(*words))
        elif kind == "item":
            out.append(f"<ul><li>{words[0]}</li></ul>")
        else:
            out.append(f"<p>{words[0]}</p>")
    return "\n".join(out).replace("</ul>\n<ul>", "\n")


def flexible(left, right):
    return f"<div class=row><b>{left}</b><span>{right}</span></div>"


def table(left, right):
    return f"<table><tr><td>{left}</td><td class=right>{right}</td></tr></table>"


def page(content, title):
    return (f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{title}</title>"
            f"{STYLE}</head><body>{content}</body></html>")


def text(blocks):
    """The blocks as plain text."""
    out = []
    for kind, *words in blocks:
        if kind == "head":
            out += ["", words[0]]
        elif kind == "row":
            out.append(f"{words[0]}    {words[1]}")
        elif kind == "item":
            out.append(f"- {words[0]}")
        else:
            out.append(" | ".join(words))
    return "\r\n".join(out) + "\r\n"


def run(*command):
    subprocess.run([str(it) for it in command], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


def chromium(source, out):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "cv.html")
        path.write_text(source, encoding="utf-8")
        run("chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/p",
            "--no-pdf-header-footer", f"--print-to-pdf={out}", path)


def libreoffice(source, kind, out):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"cv{Path(source).suffix}" if isinstance(source, Path) else "cv.html")
        if isinstance(source, Path):
            path.write_bytes(source.read_bytes())
        else:
            path.write_text(source, encoding="utf-8")
        run("soffice", f"-env:UserInstallation=file://{folder}/p", "--headless",
            *(() if isinstance(source, Path) else ("--infilter=HTML (StarWriter)",)),
            "--convert-to", kind, "--outdir", folder, path)
        made = next(it for it in Path(folder).glob("cv.*") if it != path)
        out.write_bytes(made.read_bytes())


def good():
    word = "docx:MS Word 2007 XML"
    libreoffice(page(body(HAORAN, table), "CV"), word, GOOD / "haoran-word.docx")
    libreoffice(GOOD / "haoran-word.docx", "pdf", GOOD / "haoran-libreoffice.pdf")
    libreoffice(page(body(XIAOWEN, table), "简历"), word, GOOD / "xiaowen-word.docx")
    libreoffice(GOOD / "xiaowen-word.docx", "pdf", GOOD / "xiaowen-libreoffice.pdf")
    chromium(page(body(HAORAN, flexible), "CV"), GOOD / "haoran-chromium.pdf")
    chromium(page(body(XIAOWEN, flexible), "简历"), GOOD / "xiaowen-chromium.pdf")
    chromium(page(body(ZIMO, flexible), "CV"), GOOD / "zimo-chromium.pdf")
    side, main = (body(it, flexible) for it in OLIVIA)
    columns = f"<h1>Olivia Brandt</h1><div class=page><div>{side}</div><div>{main}</div></div>"
    chromium(page(columns, "CV"), GOOD / "olivia-two-columns.pdf")
    side, main = (body(it, table) for it in OLIVIA)
    cells = (f"<h1>Olivia Brandt</h1><table><tr><td width=180 valign=top>{side}</td>"
             f"<td valign=top>{main}</td></tr></table>")
    libreoffice(page(cells, "CV"), word, GOOD / "olivia-word-table.docx")
    libreoffice(GOOD / "olivia-word-table.docx", "pdf", GOOD / "olivia-libreoffice-table.pdf")
    (GOOD / "haoran-type1.pdf").write_bytes(pdf.tex(HAORAN, cff=False))
    (GOOD / "haoran-cff.pdf").write_bytes(pdf.tex(HAORAN, cff=True))
    for name, encoding, codec, font in (
            ("gbk-euc", "GBK-EUC-H", "gbk", "#CB#CE#CC#E5"),
            ("unigb-ucs2", "UniGB-UCS2-H", "utf-16-be", "STSong-Light"),
            ("unigb-utf16", "UniGB-UTF16-H", "utf-16-be", "SimHei")):
        made = pdf.not_embedded(XIAOWEN, encoding, codec, font)
        (GOOD / f"xiaowen-{name}.pdf").write_bytes(made)
    (GOOD / "xiaowen-gbk.txt").write_bytes(text(XIAOWEN).encode("gb18030"))
    (GOOD / "xiaowen-utf16.txt").write_bytes(text(XIAOWEN).encode("utf-16"))
    (GOOD / "haoran-utf8.txt").write_bytes(b"\xef\xbb\xbf" + text(HAORAN).encode())
    (GOOD / "zimo-page.html").write_text(
        page(body(ZIMO, table) + "<script>alert('not me')</script>", "CV"), encoding="utf-8")
    run("qpdf", "--encrypt", "", "owner", "256", "--modify=none", "--",
        GOOD / "haoran-chromium.pdf", GOOD / "haoran-no-changes.pdf")


def bad():
    whole = (GOOD / "haoran-libreoffice.pdf").read_bytes()
    chinese = (GOOD / "xiaowen-libreoffice.pdf").read_bytes()
    plain = pdf.tex(HAORAN, cff=True)
    with tempfile.TemporaryDirectory() as folder:
        run("pdftoppm", "-r", 60, "-gray", "-jpeg", GOOD / "haoran-chromium.pdf", f"{folder}/p")
        picture = sorted(Path(folder).glob("p*.jpg"))[0].read_bytes()
        at = picture.index(b"\xff\xc0")
        size = (int.from_bytes(picture[at + it:at + it + 2], "big") for it in (7, 5))
        (BAD / "scan.pdf").write_bytes(pdf.scan(picture, *size))
    run("qpdf", "--encrypt", "secret", "owner", "256", "--",
        GOOD / "haoran-chromium.pdf", BAD / "password.pdf")
    start = whole.rindex(b"startxref")
    first = whole.rindex(b"\n", 0, whole.index(b" 0 obj")) + 1
    noise = random.Random(1).randbytes(400)
    # Unpacked, so that what is written over is seen.
    content = plain.index(b"stream\n", plain.index(b"4 0 obj")) + 7
    damaged = {
        "truncated.pdf": whole[:len(whole) // 2],
        "end-cut.pdf": chinese[:-600],
        "xref-place.pdf": whole[:start] + b"startxref\n99999999\n%%EOF\n",
        "xref-shifted.pdf": whole[:first] + b"% two lines\n% that moved everything\n" + whole[first:],
        "zeros.pdf": plain[:content + 200] + bytes(300) + plain[content + 500:],
        "garbage.pdf": plain[:content + 300] + noise + plain[content + 700:],
        "all-zeros.pdf": whole[:9] + bytes(4000),
        "html.pdf": page(body(ZIMO, flexible), "CV").encode(),
        "empty.pdf": b"",
        "cut.docx": (GOOD / "haoran-word.docx").read_bytes()[:3000],
        "really-a-pdf.docx": whole,
        "bomb.pdf": pdf.one_page(b"BT ET " + b" " * (100 << 20), ["<< /Type /Font >>"]),
        "bomb-twice.pdf": pdf.document([
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< {pdf.PAGE} /Contents 4 0 R >>",
            pdf.stream(zlib.compress(zlib.compress(b" " * (200 << 20), 9), 9),
                       "/Filter [/FlateDecode /FlateDecode] ", packed=False)]),
        "bomb-objects.pdf": pdf.document([
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< {pdf.PAGE} >>",
            pdf.stream(b"9 0 " + b" " * (100 << 20), "/Type /ObjStm /N 1 /First 4 ")]),
        "loop.pdf": pdf.document([
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>",
            "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 1 >>"]),
        "forms-loop.pdf": pdf.document([
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< {pdf.PAGE} /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
            pdf.stream(b"/X Do /X Do"),
            pdf.stream(b"/X Do /X Do /X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
                       "/Resources << /XObject << /X 5 0 R >> >> ")]),
        "deep.pdf": pdf.one_page(b"BT " + b"[" * 200_000 + b" ET", ["<< /Type /Font >>"]),
        "nothing-on-it.docx": b"PK\x05\x06" + bytes(18),
        "noise.pdf": b"%PDF-1.7\n" + noise,
    }
    for name, content in damaged.items():
        (BAD / name).write_bytes(content)


if __name__ == "__main__":
    GOOD.mkdir(exist_ok=True)
    BAD.mkdir(exist_ok=True)
    good()
    bad()
