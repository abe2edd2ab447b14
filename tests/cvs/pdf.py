"""A PDF written by hand, for what no program at hand writes: old fonts and broken files."""

import zlib
from pathlib import Path

PAGE = "/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
TYPE1 = Path("/usr/share/fonts/type1/urw-base35/NimbusRoman-Regular.t1")
OTF = Path("/usr/share/fonts/opentype/urw-base35/NimbusSans-Regular.otf")
# As TeX has them: ligatures where others have control characters.
TEX = {12: "fi", 13: "fl", 45: "hyphen", 123: "endash", 92: "quotedblleft", 34: "quotedblright",
       15: "bullet"}
TEX_CODES = {"fi": 12, "fl": 13, "–": 123, "“": 92, "”": 34, "•": 15}


def stream(content, extra="", packed=True):
    """A stream object."""
    filters = ""
    if packed:
        content, filters = zlib.compress(content, 9), "/Filter /FlateDecode "
    return b"<< %s%s/Length %d >>\nstream\n" % (
        extra.encode(), filters.encode(), len(content)) + content + b"\nendstream"


def document(objects):
    """A file of these objects, numbered from 1; the first is the catalog."""
    out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        body = body.encode() if isinstance(body, str) else body
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, start)
    return bytes(out)


def one_page(content, fonts, more=(), packed=True):
    """A file of one page: its content is object 4, the first of its fonts object 5."""
    named = " ".join(f"/F{at} {5 + at} 0 R" for at in range(len(fonts)))
    return document([
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< {PAGE} /Contents 4 0 R /Resources << /Font << {named} >> >> >>",
        stream(content, packed=packed), *fonts, *more])


def wrapped(words, width):
    """Lines of at most this many letters."""
    line = ""
    for word in words.split(" "):
        if line and len(line) + len(word) >= width:
            yield line
            line = ""
        line = f"{line} {word}".strip()
    yield line


def lines(blocks, width):
    """(indent, words, words at the right) from the top of the page."""
    for kind, *words in blocks:
        if kind == "row":
            yield 0, words[0], words[1]
            continue
        text = " | ".join(words)
        for at, part in enumerate(wrapped(text, width)):
            yield (0, ("• " if at == 0 else "  ") + part, "") if kind == "item" else (0, part, "")


def tex(blocks, cff):
    """As LaTeX sets it: a font of its own encoding, ligatures, spaces as gaps, no ToUnicode."""
    def codes(words):
        out = bytearray()
        while words:
            key = next((it for it in TEX_CODES if words.startswith(it)), None)
            letter = key or words[0]
            out.append(TEX_CODES[key] if key else ord(letter))
            words = words[len(letter):]
        return bytes(out).hex()

    def shown(words):
        return "[" + "-280".join(f"<{codes(word)}>" for word in words.split(" ")) + "] TJ"

    y, content = 800, "BT /F0 10 Tf\n"
    for _, left, right in lines(blocks, 88):
        content += f"1 0 0 1 50 {y} Tm {shown(left)}\n"
        if right:
            content += f"1 0 0 1 400 {y} Tm {shown(right)}\n"
        y -= 14
    differences = " ".join(f"{code} /{name}" for code, name in sorted(TEX.items()))
    widths = " ".join(["500"] * 256)
    font = (f"<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Nimbus /FirstChar 0 /LastChar 255 "
            f"/Widths [{widths}] /FontDescriptor 6 0 R "
            f"/Encoding << /Type /Encoding /Differences [{differences}] >> >>")
    descriptor = ("<< /Type /FontDescriptor /FontName /ABCDEF+Nimbus /Flags 4 /ItalicAngle 0 "
                  "/FontBBox [-168 -281 1000 924] /Ascent 678 /Descent -216 /CapHeight 651 "
                  f"/StemV 85 {'/FontFile3' if cff else '/FontFile'} 7 0 R >>")
    return one_page((content + "ET").encode(), [font],
                    [descriptor, compact_font() if cff else type1_font()])


def type1_font():
    program = TYPE1.read_bytes()
    clear = program.index(b"eexec") + 6
    return stream(program, f"/Length1 {clear} /Length2 {len(program) - clear} /Length3 0 ")


def compact_font():
    font = OTF.read_bytes()
    for at in range(12, 12 + 16 * int.from_bytes(font[4:6], "big"), 16):
        if font[at:at + 4] == b"CFF ":
            start, size = (int.from_bytes(font[at + it:at + it + 4], "big") for it in (8, 12))
            return stream(font[start:start + size], "/Subtype /Type1C ")
    raise ValueError("the font has no outlines of this kind")


def not_embedded(blocks, encoding, codec, name):
    """Chinese in a font that the file only names."""
    y, content = 800, b"BT /F0 11 Tf\n"
    for _, left, right in lines(blocks, 44):
        for x, words in ((50, left), (390, right)):
            if words:
                content += b"1 0 0 1 %d %d Tm <%s> Tj\n" % (
                    x, y, words.replace("•", "·").encode(codec).hex().encode())
        y -= 18
    font = (f"<< /Type /Font /Subtype /Type0 /BaseFont /{name}-{encoding} /Encoding /{encoding} "
            "/DescendantFonts [6 0 R] >>")
    inner = (f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /DW 1000 "
             "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> "
             "/FontDescriptor 7 0 R >>")
    descriptor = (f"<< /Type /FontDescriptor /FontName /{name} /Flags 6 /ItalicAngle 0 "
                  "/FontBBox [0 -220 1000 880] /Ascent 880 /Descent -120 /CapHeight 700 "
                  "/StemV 80 >>")
    return one_page(content + b"ET", [font], [inner, descriptor])


def scan(picture, width, height):
    """A page that is a picture."""
    return document([
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< {PAGE} /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
        stream(b"q 595 0 0 842 0 0 cm /I Do Q"),
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray "
        b"/BitsPerComponent 8 /Filter /DCTDecode /Length %d >>\nstream\n" % (
            width, height, len(picture)) + picture + b"\nendstream"])
