"""Makes a small Excel form of our own, or reads the cells of a filled one.

workbook.py make FILE      writes the blank form
workbook.py read FILE      prints its cells as JSON: {"B3": "…"}
"""

import json
import re
import sys
import zipfile
from xml.etree import ElementTree

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# What is printed beside what blank; the style of the blank: 1 unlocked, 2 unlocked with a date.
ROWS = {
    1: [("A1", "Application form of an invented laboratory")],
    3: [("A3", "First Name *"), ("B3", 1), ("C3", "Last Name *"), ("D3", 1)],
    4: [("A4", "Email *"), ("B4", 1), ("C4", "Gender *"), ("D4", 1)],
    5: [("A5", "Current City"), ("B5", 1), ("C5", "Available Date *"), ("D5", 2)],
    6: [("A6", "Favourite beverage"), ("B6", 1)],
}


def cell(name, content):
    if isinstance(content, int):
        return f'<c r="{name}" s="{content}"/>'
    return f'<c r="{name}" t="inlineStr"><is><t>{content}</t></is></c>'


def sheet():
    rows = "".join(
        f'<row r="{number}">{"".join(cell(*it) for it in cells)}</row>' for number, cells in ROWS.items()
    )
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}"><cols><col min="1" max="4" width="22" customWidth="1"/></cols>'
        f'<sheetData>{rows}</sheetData><sheetProtection sheet="1"/>'
        '<dataValidations count="1"><dataValidation type="list" sqref="D4">'
        "<formula1>\"Male,Female\"</formula1></dataValidation></dataValidations></worksheet>"
    )


STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="mm/dd/yyyy"/></numFmts>'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="3"><xf/><xf applyProtection="1"><protection locked="0"/></xf>'
    '<xf numFmtId="164" applyNumberFormat="1" applyProtection="1"><protection locked="0"/></xf></cellXfs></styleSheet>'
)

PARTS = {
    "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
    "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
    '<sheets><sheet name="Applicant" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": STYLES,
    "xl/worksheets/sheet1.xml": sheet(),
}


def make(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, words in PARTS.items():
            book.writestr(name, words)


def read(path):
    with zipfile.ZipFile(path) as book:
        changed = [name for name, words in PARTS.items() if book.read(name).decode() != words]
        root = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    cells = {}
    for it in root.iter(f"{{{MAIN}}}c"):
        words = "".join(found.text or "" for found in it.iter() if re.search(r"\}(t|v)$", found.tag))
        if words:
            cells[it.get("r")] = words
    print(json.dumps({"cells": cells, "changed": changed}))


if __name__ == "__main__":
    {"make": make, "read": read}[sys.argv[1]](sys.argv[2])
