"""Reads cases (mode, width, height, channels, sigma or radius, sizes of the frame; then the picture) and writes what OpenCV makes of each."""
import struct
import sys
import cv2
import numpy as np

data = sys.stdin.buffer.read()
at = 0
while at < len(data):
    mode, width, height, channels, amount, brightness, frame_width, frame_height = struct.unpack_from("<4i2d2i", data, at)
    at += 40
    picture = np.frombuffer(data, np.uint8, width * height * channels, at).reshape(height, width, channels)
    at += picture.size
    if mode == 0:
        # In floats, with the window that OpenCV has for 8 bits: there its weights are 8 bits too, and it is 2 or 3 off.
        side = int(np.rint(6 * amount + 1)) | 1
        result = np.clip(np.rint(cv2.GaussianBlur(picture.astype(np.float32), (side, side), amount)), 0, 255).astype(np.uint8)
    elif mode == 1:
        result = cv2.blur(picture, (2 * int(amount) + 1,) * 2)
    else:
        # Scaled to cover, in floats; then cut, blurred, darkened.
        scale = max(frame_width / width, frame_height / height)
        matrix = np.array([[1 / scale, 0, width / 2 - frame_width / 2 / scale + 0.5 / scale - 0.5], [0, 1 / scale, height / 2 - frame_height / 2 / scale + 0.5 / scale - 0.5]])
        rgb = picture[:, :, :3].astype(np.float32)
        if scale < 1:
            rgb = cv2.GaussianBlur(rgb, (0, 0), 0.4 / scale)
        covered = cv2.warpAffine(rgb, matrix, (frame_width, frame_height), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE)
        blurred = np.clip(np.rint(cv2.GaussianBlur(covered, (0, 0), amount) * brightness), 0, 255).astype(np.uint8)
        result = np.dstack([blurred, np.full((frame_height, frame_width), 255, np.uint8)])
    sys.stdout.buffer.write(np.ascontiguousarray(result).tobytes())
