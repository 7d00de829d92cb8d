"""Reads cases (three little-endian integers: channels, width, height; then the picture) and writes the measure named by the first argument for each."""
import struct
import sys

import cv2
import numpy as np
import scipy.fftpack
from PIL import Image


def sharpness(picture):
    return [cv2.Laplacian(picture[:, :, 0], cv2.CV_64F).var()]


def colourfulness(picture):
    r, g, b = (picture[:, :, i].astype(np.float64) for i in range(3))
    rg, yb = r - g, (r + g) / 2 - b
    return [np.sqrt(rg.var() + yb.var()) + 0.3 * np.sqrt(rg.mean() ** 2 + yb.mean() ** 2)]


def luma(picture):
    return np.asarray(Image.fromarray(picture).convert("RGB").convert("L"))


def quality(picture):
    """Sharpness, colourfulness, brightness, contrast, dark and light share."""
    gray = luma(picture)
    return sharpness(gray[:, :, None]) + colourfulness(picture) + [gray.mean(), gray.std(), (gray <= 5).mean(), (gray >= 250).mean()]


def hash_coefficients(picture):
    """imagehash.phash, up to the comparison with the median."""
    pixels = np.asarray(Image.fromarray(picture).convert("RGB").convert("L").resize((32, 32), Image.Resampling.LANCZOS))
    return scipy.fftpack.dct(scipy.fftpack.dct(pixels, axis=0), axis=1)[:8, :8]


def palette(picture):
    """Five colours by OpenCV's k-means in Oklab, the best of ten attempts."""
    rgb = picture.reshape(-1, 4)[:, :3].astype(np.float64)
    v = rgb / 255
    linear = np.where(v <= 0.04045, v / 12.92, ((v + 0.055) / 1.055) ** 2.4)
    cones = np.cbrt(linear @ np.array([[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]]).T)
    lab = cones @ np.array([[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099], [0.0259040371, 0.7827717662, -0.8086757660]]).T
    cv2.setRNGSeed(1)
    _, labels, _ = cv2.kmeans(lab.astype(np.float32), 5, None, (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 50, 1e-4), 10, cv2.KMEANS_PP_CENTERS)
    return [rgb[labels[:, 0] == i].mean(axis=0) for i in range(5)]


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
