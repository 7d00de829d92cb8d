"""Reads pages with readability-lxml: readers.py FOLDER OUT, which gets a JSON object from the page's file to its text."""
import json
import logging
import pathlib
import sys

import lxml.html
from readability import Document

logging.disable(logging.CRITICAL)
folder, out = map(pathlib.Path, sys.argv[1:])
texts = {}
for page in sorted(folder.iterdir()):
    try:
        tree = lxml.html.fromstring(Document(page.read_bytes()).summary())
        texts[page.name] = " ".join(tree.itertext())
    except Exception as error:  # A peer's failure on a page is a page without text, and is told.
        print(f"readability-lxml fails on {page.name}: {error}", file=sys.stderr)
        texts[page.name] = ""
(out / "readability-lxml.json").write_text(json.dumps(texts))
