"""Times docxtpl: a template's bytes in, a filled form's bytes out.

usage: jinja.py TEMPLATE ANSWERS.json

Prints the median in milliseconds.
"""

import io
import json
import statistics
import sys
import time
import zipfile
from pathlib import Path

from docxtpl import DocxTemplate

WARM_UP = 5
ROUNDS = 60


def fill(template, words):
    """One filled form."""
    form = DocxTemplate(io.BytesIO(template))
    form.render(words, autoescape=True)
    out = io.BytesIO()
    form.save(out)
    return out.getvalue()


def main(template, answers):
    """Fills once to see that it works, and then against the clock."""
    template = Path(template).read_bytes()
    words = json.loads(Path(answers).read_text(encoding="utf-8"))
    text = zipfile.ZipFile(io.BytesIO(fill(template, words))).read("word/document.xml")
    assert b"{{" not in text, "docxtpl left a mark unfilled"
    times = []
    for turn in range(WARM_UP + ROUNDS):
        start = time.perf_counter()
        fill(template, words)
        if turn >= WARM_UP:
            times.append((time.perf_counter() - start) * 1000)
    print(statistics.median(times))


if __name__ == "__main__":
    main(*sys.argv[1:])
