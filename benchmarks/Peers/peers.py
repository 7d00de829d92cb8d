"""The peers that are called from Python, one turn at a time.

Reads a peer's name a line from standard input and answers with a line of JSON: {"seconds": ...}, the median of a few
calls timed here, or {"error": ...}. The data of a peer is made at its first turn, and its warm-up happens then.
Two threads each. numpy and FAISS on OpenBLAS.
"""
import concurrent.futures
import json
import os
import statistics
import sys
import time

# Settings of this environment that pin OpenBLAS to an old kernel would slow numpy and FAISS down.
for name in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
    os.environ.pop(name, None)
for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[name] = "2"

import numpy as np  # noqa: E402  (after the settings above)

WIDTH, HIGH = 1920, 1080
TURN_SECONDS, WARM_SECONDS, LONG_SECONDS, LEAST, MOST = 0.05, 0.5, 0.5, 3, 15
random = np.random.default_rng(7)


def picture(width, height, channels):
    return random.integers(0, 256, (height, width, channels), dtype=np.uint8)


def opencv():
    import cv2
    cv2.setNumThreads(2)
    return cv2


def crossfade_opencv():
    cv2 = opencv()
    a, b, out = picture(WIDTH, HIGH, 4), picture(WIDTH, HIGH, 4), np.empty((HIGH, WIDTH, 4), np.uint8)
    return lambda: cv2.addWeighted(a, 0.7, b, 0.3, 0, dst=out)


def crossfade_numba():
    import numba

    # Narrow types: with numba's own 64-bit integers it takes twice as long.
    @numba.njit(parallel=True)
    def mix(a, b, out, weight):
        for i in numba.prange(a.shape[0]):
            x, y, z = a[i], b[i], out[i]
            for j in range(x.size):
                z[j] = np.uint8((np.uint16(x[j]) * np.uint8(256 - weight) + np.uint16(y[j]) * np.uint8(weight) + np.uint16(128)) >> np.uint16(8))

    a, b = picture(WIDTH, HIGH, 4).reshape(HIGH, -1), picture(WIDTH, HIGH, 4).reshape(HIGH, -1)
    out = np.empty_like(a)
    return lambda: mix(a, b, out, 77)


def resize_opencv(flag):
    def make():
        cv2 = opencv()
        source, out = picture(2500, 1667, 3), np.empty((HIGH, WIDTH, 3), np.uint8)
        return lambda: cv2.resize(source, (WIDTH, HIGH), dst=out, interpolation=getattr(cv2, flag))
    return make


def resize_pillow(name):
    def make():
        from PIL import Image
        source = Image.fromarray(picture(2500, 1667, 3))
        return lambda: source.resize((WIDTH, HIGH), getattr(Image.Resampling, name))
    return make


def ken_burns_opencv():
    cv2 = opencv()
    source, out = picture(2208, 1242, 3), np.empty((HIGH, WIDTH, 3), np.uint8)
    matrix = np.array([[1.09, 0, 31.37], [0, 1.09, 17.83]])
    return lambda: cv2.warpAffine(source, matrix, (WIDTH, HIGH), dst=out, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE)


def turn_opencv(flag):
    def make():
        cv2 = opencv()
        source, out = picture(2208, 1242, 3), np.empty((HIGH, WIDTH, 3), np.uint8)
        cos, sin = 1.09 * np.cos(np.radians(12)), 1.09 * np.sin(np.radians(12))
        matrix = np.array([[cos, sin, 1104 - 960 * cos - 540 * sin], [-sin, cos, 621 + 960 * sin - 540 * cos]])
        return lambda: cv2.warpAffine(source, matrix, (WIDTH, HIGH), dst=out, flags=getattr(cv2, flag) | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE)
    return make


def blur_opencv(box):
    def make():
        cv2 = opencv()
        source, out = picture(WIDTH, HIGH, 4), np.empty((HIGH, WIDTH, 4), np.uint8)
        return (lambda: cv2.blur(source, (17, 17), dst=out)) if box else (lambda: cv2.GaussianBlur(source, (0, 0), 5, dst=out))
    return make


def nv12_opencv():
    cv2 = opencv()
    source, out = picture(WIDTH, HIGH * 3 // 2, 1), np.empty((HIGH, WIDTH, 4), np.uint8)
    return lambda: cv2.cvtColor(source, cv2.COLOR_YUV2RGBA_NV12, dst=out)


def cube_pillow():
    from PIL import Image, ImageFilter
    source = Image.fromarray(photograph(WIDTH, HIGH), "RGBA")
    cube = ImageFilter.Color3DLUT.generate(33, lambda r, g, b: (r ** 0.5 * (0.8 + 0.2 * b), g * g * 0.9 + 0.1 * r, 0.7 * b + 0.3 * g * r))
    return lambda: source.filter(cube)


def light_numba():
    import numba

    v = np.arange(256) / 255
    lights = np.round(65535 * np.where(v <= 0.04045, v / 12.92, ((v + 0.055) / 1.055) ** 2.4)).astype(np.uint16)
    v = np.arange(65536) / 65535
    levels = np.round(255 * np.where(v <= 0.0031308, 12.92 * v, 1.055 * v ** (1 / 2.4) - 0.055)).astype(np.uint8)

    @numba.njit(parallel=True)
    def mix(a, b, out, share):
        for i in numba.prange(a.shape[0]):
            for j in range(a.shape[1]):
                for c in range(3):
                    one, other = np.int32(lights[a[i, j, c]]), np.int32(lights[b[i, j, c]])
                    out[i, j, c] = levels[one + (((other - one) * share + 16384) >> 15)]
                out[i, j, 3] = 255

    a, b, out = picture(WIDTH, HIGH, 4), picture(WIDTH, HIGH, 4), np.empty((HIGH, WIDTH, 4), np.uint8)
    return lambda: mix(a, b, out, np.int32(16384))


def i420_opencv(code, channels):
    def make():
        cv2 = opencv()
        source, out = picture(WIDTH, HIGH, channels), np.empty((HIGH * 3 // 2, WIDTH), np.uint8)
        return lambda: cv2.cvtColor(source, getattr(cv2, code), dst=out)
    return make


def laplacian_opencv(depth):
    def make():
        cv2 = opencv()
        source = picture(WIDTH, HIGH, 1)
        return lambda: cv2.meanStdDev(cv2.Laplacian(source, getattr(cv2, depth)))
    return make


def photograph(width, height):
    """As Data.Photograph: slopes, edges, skin and some noise."""
    y, x = np.mgrid[0:height, 0:width]
    light = 40 + 120 * y // height + (x // 100 + y // 70) % 3 * 20
    skin = np.abs(x - width // 3) + np.abs(y - height // 2) < height // 4
    out = np.dstack([light + np.where(skin, 60, 40 * x // width), light + 15 * skin, light + 50 * ~skin, np.full_like(x, 255)]).astype(np.uint8)
    out[:, :, :3] += picture(width, height, 3) >> 5
    return out


def importance(width, height):
    """smartcrop's, on cells of 8 pixels."""
    x, y = np.meshgrid(np.arange(0, width, 8) / width, np.arange(0, height, 8) / height)
    px, py = np.abs(0.5 - x) * 2, np.abs(0.5 - y) * 2
    d = -20 * (np.maximum(px - 0.6, 0) ** 2 + np.maximum(py - 0.6, 0) ** 2)
    s = 1.41 - np.sqrt(px * px + py * py)
    thirds = sum(np.maximum(0, 1 - ((((p - 1 / 3 + 1) % 2) / 2 - 0.5) * 16) ** 2) for p in (px, py))
    return (s + np.maximum(0, s + d + 0.5) * 1.2 * thirds + d + 0.5).astype(np.float32)


def judge_opencv(pool):
    def make():
        # A thread of ours a picture, OpenCV's own threads off; or the pictures in turn, with OpenCV's two threads.
        cv2 = opencv()
        cv2.setNumThreads(1 if pool else 2)
        judge = judge_with(cv2)
        distinct = [photograph(4000, 3000) for _ in range(4)]
        pictures = [distinct[i % 4] for i in range(100)]
        executor = concurrent.futures.ThreadPoolExecutor(2)
        return (lambda: list(executor.map(judge, pictures))) if pool else (lambda: [judge(source) for source in pictures])
    return make


def judge_with(cv2):
    crops = {}

    def hash_of(gray):
        low = cv2.dct(cv2.resize(gray, (32, 32), interpolation=cv2.INTER_AREA).astype(np.float32))[:8, :8]
        return low > np.median(low)

    def crops_of(small):
        f = small[:, :, :3].astype(np.float32)
        light = f @ np.array([0.0722, 0.7152, 0.5126], np.float32)
        detail = np.clip(-cv2.Laplacian(light, cv2.CV_32F), 0, 255)
        distance = f / (np.sqrt((f * f).sum(2, keepdims=True)) + 1e-9) - np.array([0.78, 0.57, 0.44], np.float32)
        skin = 0.2 - np.sqrt((distance * distance).sum(2))
        skin = np.where((skin > 0) & (light >= 51) & (light <= 255), skin * 1275, 0)
        most, least = f.max(2), f.min(2)
        saturation = (most - least) / (np.where(most + least > 255, 510 - most - least, most + least) + 1e-9)
        saturation = np.where((saturation > 0.4) & (light >= 12.75) & (light <= 229.5), (saturation - 0.4) * 425, 0)
        rows, columns = small.shape[0] // 8, small.shape[1] // 8
        cells = [m[:rows * 8, :columns * 8].reshape(rows, 8, columns, 8) for m in (detail, skin, saturation)]
        d = (0.7 * cells[0].mean((1, 3)) + 0.3 * cells[0].max((1, 3))) / 255
        sk = (0.5 * cells[1].mean((1, 3)) + 0.5 * cells[1].max((1, 3))) / 255
        worth = (0.2 * d + 1.8 * sk * (d + 0.01) + 0.1 * cells[2].mean((1, 3)) / 255 * (d + 0.2)).astype(np.float32)
        best = []
        for width, height in ((16, 9), (9, 16), (1, 1)):
            scale = min(small.shape[1] / width, small.shape[0] / height)
            size = int(width * scale), int(height * scale)
            if size not in crops:
                crops[size] = importance(*size)
            table = crops[size][:rows, :columns]
            best.append(cv2.minMaxLoc(cv2.matchTemplate(worth, table, cv2.TM_CCORR))[3])
        return best

    def palette(small):
        lab = cv2.cvtColor(cv2.resize(small, (64, 48), interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2LAB).reshape(-1, 3).astype(np.float32)
        return cv2.kmeans(lab, 5, None, (cv2.TERM_CRITERIA_MAX_ITER, 10, 0), 1, cv2.KMEANS_PP_CENTERS)

    def judge(source):
        measured = cv2.resize(source, (1024, 768), interpolation=cv2.INTER_AREA)
        gray = cv2.cvtColor(measured, cv2.COLOR_RGBA2GRAY)
        sharpness = cv2.meanStdDev(cv2.Laplacian(gray, cv2.CV_16S))
        red, green, blue = (channel.astype(np.int16) for channel in cv2.split(measured)[:3])
        colour = cv2.meanStdDev(red - green), cv2.meanStdDev(red + green - 2 * blue)
        light = cv2.calcHist([gray], [0], None, [256], [0, 256])
        small = cv2.resize(measured, (341, 256), interpolation=cv2.INTER_AREA)
        return sharpness, colour, light, hash_of(cv2.cvtColor(small, cv2.COLOR_RGBA2GRAY)), palette(small[:, :, :3]), crops_of(small)

    return judge


def candidates():
    features = random.random((65536, 128), dtype=np.float32)
    return features, random.random(128, dtype=np.float32)


def score_numpy():
    features, weights = candidates()

    def run():
        scores = features @ weights
        top = np.argpartition(scores, -10)[-10:]
        return top[np.argsort(-scores[top])]
    return run


def score_numba():
    import numba

    @numba.njit(parallel=True, fastmath=True)
    def score(features, weights, scores):
        for i in numba.prange(features.shape[0]):
            total = np.float32(0)
            for j in range(features.shape[1]):
                total += features[i, j] * weights[j]
            scores[i] = total

    features, weights = candidates()
    scores = np.empty(len(features), np.float32)

    def run():
        score(features, weights, scores)
        top = np.argpartition(scores, -10)[-10:]
        return top[np.argsort(-scores[top])]
    return run


def score_faiss():
    import faiss
    faiss.omp_set_num_threads(2)
    features, weights = candidates()
    index = faiss.IndexFlatIP(128)
    index.add(features)
    query = weights[None]
    return lambda: index.search(query, 10)


def queries_faiss():
    import faiss
    faiss.omp_set_num_threads(2)
    features, _ = candidates()
    index = faiss.IndexFlatIP(128)
    index.add(features)
    queries = random.random((64, 128), dtype=np.float32)
    return lambda: index.search(queries, 10)


def product_numpy():
    features, _ = candidates()
    queries = random.random((64, 128), dtype=np.float32)
    out = np.empty((64, 65536), np.float32)
    return lambda: np.matmul(queries, features.T, out=out)


def mmr_numpy():
    features, relevance = random.random((10000, 128), dtype=np.float32), random.random(10000, dtype=np.float32)
    rest = np.float32(0.5)

    def run():
        # The norms are part of the work, as they are of ours.
        unit = features / np.sqrt(np.einsum("ij,ij->i", features, features))[:, None]
        weighted = np.float32(0.5) * relevance
        greatest, score, chosen = None, weighted.copy(), []
        for _ in range(50):
            chosen.append(int(score.argmax()))
            similar = unit @ unit[chosen[-1]]
            greatest = similar if greatest is None else np.maximum(greatest, similar, out=greatest)
            np.subtract(weighted, rest * greatest, out=score)
            score[chosen] = -np.inf
        return chosen
    return run


def top_numpy(k, rising=False):
    def make():
        scores = random.random(65536, dtype=np.float32)
        if rising:
            scores.sort()

        def run():
            if k == 1:
                return scores.argmax()
            top = np.argpartition(scores, -k)[-k:]
            return top[np.argsort(-scores[top])]
        return run
    return make


def dask(processes, tasks):
    def make():
        from distributed import Client
        client = Client(processes=processes, n_workers=2 if processes else 1, threads_per_worker=1 if processes else 2, dashboard_address=":0", silence_logs=50)
        clients.append(client)
        if tasks == 1:
            return lambda: client.submit(abs, -1, pure=False).result()
        return lambda: client.gather(client.map(abs, range(tasks), pure=False))
    return make


def read_numpy():
    features, _ = candidates()
    return features.sum


PEERS = {
    "dask.trip.threads": dask(False, 1),
    "dask.trip.processes": dask(True, 1),
    "dask.many.threads": dask(False, 1000),
    "dask.many.processes": dask(True, 1000),
    "opencv.crossfade": crossfade_opencv,
    "numba.crossfade": crossfade_numba,
    "opencv.linear": resize_opencv("INTER_LINEAR"),
    "opencv.area": resize_opencv("INTER_AREA"),
    "opencv.cubic": resize_opencv("INTER_CUBIC"),
    "opencv.lanczos": resize_opencv("INTER_LANCZOS4"),
    "pillow.box": resize_pillow("BOX"),
    "pillow.triangle": resize_pillow("BILINEAR"),
    "pillow.bicubic": resize_pillow("BICUBIC"),
    "pillow.lanczos": resize_pillow("LANCZOS"),
    "opencv.warp": ken_burns_opencv,
    "opencv.turn": turn_opencv("INTER_LINEAR"),
    "opencv.turn.cubic": turn_opencv("INTER_CUBIC"),
    "opencv.gaussian": blur_opencv(box=False),
    "opencv.box": blur_opencv(box=True),
    "opencv.nv12": nv12_opencv,
    "pillow.cube": cube_pillow,
    "numba.light": light_numba,
    "opencv.i420": i420_opencv("COLOR_RGB2YUV_I420", 3),
    "opencv.i420a": i420_opencv("COLOR_RGBA2YUV_I420", 4),
    "opencv.laplacian16": laplacian_opencv("CV_16S"),
    "opencv.laplacian64": laplacian_opencv("CV_64F"),
    "opencv.judge": judge_opencv(pool=False),
    "opencv.judge2": judge_opencv(pool=True),
    "numpy.score": score_numpy,
    "numba.score": score_numba,
    "faiss.score": score_faiss,
    "numpy.read": read_numpy,
    "faiss.queries": queries_faiss,
    "numpy.product": product_numpy,
    "numpy.mmr": mmr_numpy,
    "numpy.top1": top_numpy(1),
    "numpy.top128": top_numpy(128),
    "numpy.top2048": top_numpy(2048),
    "numpy.top1.rising": top_numpy(1, rising=True),
    "numpy.top128.rising": top_numpy(128, rising=True),
    "numpy.top2048.rising": top_numpy(2048, rising=True),
}
made = {}
clients = []


def timed(run):
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def turn(name):
    if name not in made:
        made[name] = PEERS[name]()
        deadline = time.perf_counter() + WARM_SECONDS
        while time.perf_counter() < deadline:
            made[name]()
    # One call outside the measure: the turn before was somebody else's, and the caches are his. A long one has filled
    # its caches many times over, and counts.
    first = timed(made[name])
    if first > LONG_SECONDS:
        return first
    calls, deadline = [], time.perf_counter() + TURN_SECONDS
    while len(calls) < LEAST or (len(calls) < MOST and time.perf_counter() < deadline):
        calls.append(timed(made[name]))
    return statistics.median(calls)


# Dask's worker processes import this file.
if __name__ == "__main__":
    for line in sys.stdin:
        try:
            answer = {"seconds": turn(line.strip())}
        except Exception as error:  # The asker decides what a peer that cannot run means.
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)
    # Its threads complain of each other while they end.
    if clients:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    for client in clients:
        client.shutdown()
