"""Opens a filled form with python-docx and finds each answer in its place.

usage: form.py FILLED FIELDS REPORT

FIELDS is what `candidacy inspect --json` says of the blank form, REPORT what
`candidacy fill --json` says it wrote. Tables, rows, cells and paragraphs are
counted here once more, by another program.
"""

import json
import sys

import docx
from docx.oxml.ns import qn

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def every(root, name):
    """The elements of a name in document order, without the copies kept for older programs."""
    return [it for it in root.iter(qn(name)) if not any(up.tag == FALLBACK for up in it.iterancestors())]


def own(parent, name, stop):
    """The elements of a name that belong to `parent` itself and to no inner `stop`."""
    def belongs(it):
        around = next(up for up in it.iterancestors() if up.tag == qn(stop))
        return around is parent
    return [it for it in every(parent, name) if belongs(it)]


def place(body, where):
    """The element that a field's `where` names."""
    if "paragraph" in where:
        return every(body, "w:p")[where["paragraph"]]
    table = every(body, "w:tbl")[where["table"]]
    if "row" not in where:
        return table
    row = own(table, "w:tr", "w:tbl")[where["row"]]
    return row if "cell" not in where else own(row, "w:tc", "w:tr")[where["cell"]]


def words(element):
    """What a person reads there, without the spaces."""
    text = "".join(it.text or "" for it in element.iter(qn("w:t")))
    return "".join(text.split())


def is_ticked(body, option):
    """Whether some box that stands ticked is followed by the option, in what is shown and in what Word stores."""
    for paragraph in every(body, "w:p"):
        text = words(paragraph)
        if any(f"{mark}{''.join(option.split())}" in text for mark in "☑☒"):
            return any(box.get(f"{W14}val") == "1" for box in paragraph.iter(f"{W14}checked"))
    return False


def main(filled, fields, report):
    """Compares the form with the report on it."""
    body = docx.Document(filled).element.body
    fields = json.load(open(fields, encoding="utf-8"))
    fields = {field["id"]: field for field in fields["fields"]}
    entries = json.load(open(report, encoding="utf-8"))["fields"]
    written = [entry for entry in entries if entry["written"] is not None]
    wrong = []
    for entry in written:
        field = fields[entry["id"]]
        found = place(body, field["where"])
        if field["kind"] == "check":
            chosen = [option for option in field["options"] if option in entry["written"]]
            holds = bool(chosen) and all(is_ticked(body, option) for option in chosen)
        elif field["kind"] == "photo":
            holds = next(found.iter(qn("w:drawing")), None) is not None
        else:
            answer = "".join(entry["written"].split())
            holds = answer in words(found)
        if not holds:
            wrong.append(f"{entry['id']} ({entry['label']}): {entry['written']!r} is not in {words(found)[:80]!r}")
    print(f"  python-docx opens the form; {len(written) - len(wrong)} of {len(written)} answers stand in their places")
    for line in wrong:
        print(f"  {line}")
    sys.exit(1 if wrong or not written else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
