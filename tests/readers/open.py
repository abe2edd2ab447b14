"""Opens filled forms as python-docx and openpyxl do, all their words read.

usage: open.py BLANK FILLED [BLANK FILLED ...]

Names each filled file that does not open though the blank one does; fails if there is one.
"""

import sys
import warnings
from pathlib import Path

import docx
import openpyxl


def read(path):
    """Reads a file to its last word; gives how many characters it has."""
    with path.open("rb") as file:
        if path.suffix.lower() == ".xlsx":
            book = openpyxl.load_workbook(file)
            return sum(len(str(cell.value or "")) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
        document = docx.Document(file)
        cells = [cell for table in document.tables for cell in table._cells]
        return sum(len(it.text) for it in [*document.paragraphs, *cells])


def complaint(path):
    """Why a file does not open, or nothing."""
    try:
        read(path)
    except Exception as error:  # Whatever it is that a reader raises.
        return f"{type(error).__name__}: {error}"
    return None


def main(paths):
    """Compares each filled file with its blank one."""
    warnings.simplefilter("ignore")
    pairs = list(zip(paths[::2], paths[1::2], strict=True))
    worse = 0
    for blank, filled in pairs:
        why = complaint(filled)
        if why is not None and complaint(blank) is None:
            worse += 1
            print(f"  {filled.name}: {why}")
    print(f"  {len(pairs) - worse} of {len(pairs)} filled files open as the blank ones do")
    sys.exit(1 if worse else 0)


main([Path(it) for it in sys.argv[1:]])
