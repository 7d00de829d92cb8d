"""Reads cases (six little-endian integers: mode, filter, source and target size; four floats: the box; then the picture) and writes what Pillow makes of each."""
import struct
import sys
from PIL import Image

data = sys.stdin.buffer.read()
at = 0
while at < len(data):
    mode, kind, source_width, source_height, width, height = struct.unpack_from("<6i", data, at)
    box = struct.unpack_from("<4f", data, at + 24)
    at += 40
    name = ("RGB", "RGBA")[mode]
    length = source_width * source_height * len(name)
    image = Image.frombytes(name, (source_width, source_height), data[at:at + length])
    at += length
    if kind < 0:
        # Over the second picture of the case, opaque.
        ground = Image.frombytes(name, (source_width, source_height), data[at:at + length])
        at += length
        ground.putalpha(255)
        sys.stdout.buffer.write(Image.alpha_composite(ground, image).tobytes())
    else:
        filters = (Image.Resampling.BILINEAR, Image.Resampling.BICUBIC, Image.Resampling.LANCZOS, Image.Resampling.BOX)
        sys.stdout.buffer.write(image.resize((width, height), filters[kind], box=box).tobytes())
