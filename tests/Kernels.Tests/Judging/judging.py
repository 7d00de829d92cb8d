"""Reads cases (three little-endian integers: channels, width, height; then the picture) and writes the measure named by the first argument for each."""
import struct
import sys

import cv2
import numpy as np


def sharpness(picture):
    return [cv2.Laplacian(picture[:, :, 0], cv2.CV_64F).var()]


def colourfulness(picture):
    r, g, b = (picture[:, :, i].astype(np.float64) for i in range(3))
    rg, yb = r - g, (r + g) / 2 - b
    return [np.sqrt(rg.var() + yb.var()) + 0.3 * np.sqrt(rg.mean() ** 2 + yb.mean() ** 2)]


measure = globals()[sys.argv[1]]
data = sys.stdin.buffer.read()
at = 0
while at < len(data):
    channels, width, height = struct.unpack_from("<3i", data, at)
    at += 12
    length = width * height * channels
    picture = np.frombuffer(data, np.uint8, length, at).reshape(height, width, channels)
    at += length
    sys.stdout.buffer.write(np.array(measure(picture), np.float64).tobytes())
