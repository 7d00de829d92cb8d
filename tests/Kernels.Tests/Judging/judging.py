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


def colours(picture):
    """Luma's 256 counts, 8 x 8 x 8 counts of colour, colourfulness."""
    light = np.bincount(luma(picture).ravel(), minlength=256)
    cells = cv2.calcHist([np.ascontiguousarray(picture[:, :, :3])], [0, 1, 2], None, [8, 8, 8], [0, 256] * 3)
    return list(light) + list(cells.ravel()) + colourfulness(picture)


def saliency(picture):
    """smartcrop's maps in floats, brought down to cells, and its weights."""
    f = picture[:, :, :3].astype(np.float64)
    light = f @ np.array([0.0722, 0.7152, 0.5126])
    detail = light.copy()
    detail[1:-1, 1:-1] = 4 * light[1:-1, 1:-1] - light[:-2, 1:-1] - light[2:, 1:-1] - light[1:-1, :-2] - light[1:-1, 2:]
    detail = np.clip(detail, 0, 255)
    distance = f / (np.sqrt((f * f).sum(2, keepdims=True)) + 1e-12) - np.array([0.78, 0.57, 0.44])
    likeness = 1 - np.sqrt((distance * distance).sum(2))
    skin = np.where((likeness > 0.8) & (light >= 0.2 * 255) & (light <= 255), (likeness - 0.8) * 255 / 0.2, 0)
    most, least = f.max(2), f.min(2)
    share = (most - least) / np.maximum(np.where(most + least > 255, 510 - most - least, most + least), 1e-12)
    saturation = np.where((share > 0.4) & (light >= 0.05 * 255) & (light <= 0.9 * 255), (share - 0.4) * 255 / 0.6, 0)
    rows, columns = picture.shape[0] // 8, picture.shape[1] // 8
    cells = [m[:rows * 8, :columns * 8].reshape(rows, 8, columns, 8) for m in (detail, skin, saturation)]
    d = (0.7 * cells[0].mean((1, 3)) + 0.3 * cells[0].max((1, 3))) / 255
    s = (0.5 * cells[1].mean((1, 3)) + 0.5 * cells[1].max((1, 3))) / 255
    return list((0.2 * d + 1.8 * s * (d + 0.01) + 0.1 * cells[2].mean((1, 3)) / 255 * (d + 0.2)).ravel())


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
