"""Writes a photograph of skimage's as RGBA, its shorter side brought to 256 by Pillow's box filter: its width and height as little-endian integers, then the pixels."""
import os
import struct
import sys

import skimage
from PIL import Image

image = Image.open(os.path.join(os.path.dirname(skimage.__file__), "data", sys.argv[1])).convert("RGB")
scale = 256 / min(image.size)
image = image.resize((int(image.width * scale), int(image.height * scale)), Image.Resampling.BOX).convert("RGBA")
sys.stdout.buffer.write(struct.pack("<2i", *image.size) + image.tobytes())
