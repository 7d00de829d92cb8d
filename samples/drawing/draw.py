"""Draws the pictures of the samples: `/usr/bin/python3 samples/drawing/draw.py [NAME...]`.

Needs Debian's python3-numpy, python3-pil, python3-skimage, librsvg2-bin and fonts-inter.
Pictures are the same at every run: all randomness is seeded.
"""
import importlib
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
names = sys.argv[1:] or sorted(p.stem for p in Path(__file__).parent.glob("*.py") if p.stem not in ("kit", "draw"))
for name in names:
    print("drawing", name, flush=True)
    importlib.import_module(name).draw()
