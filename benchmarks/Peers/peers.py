"""The peers that are called from Python, one turn at a time.

Reads a peer's name a line from standard input and answers with a line of JSON: {"seconds": ...}, the median of a few
calls timed here, or {"error": ...}. The data of a peer is made at its first turn, and its warm-up happens then.
Two threads each. numpy and FAISS on OpenBLAS.
"""
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
TURN_SECONDS, WARM_SECONDS, LEAST, MOST = 0.05, 0.5, 3, 15
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


def top_numpy(k):
    def make():
        scores = random.random(65536, dtype=np.float32)

        def run():
            top = np.argpartition(scores, -k)[-k:]
            return top[np.argsort(-scores[top])]
        return run
    return make


def read_numpy():
    features, _ = candidates()
    return features.sum


PEERS = {
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
    "opencv.i420": i420_opencv("COLOR_RGB2YUV_I420", 3),
    "opencv.i420a": i420_opencv("COLOR_RGBA2YUV_I420", 4),
    "opencv.laplacian16": laplacian_opencv("CV_16S"),
    "opencv.laplacian64": laplacian_opencv("CV_64F"),
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
}
made = {}


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
    # One call outside the measure: the turn before was somebody else's, and the caches are his.
    made[name]()
    calls, deadline = [], time.perf_counter() + TURN_SECONDS
    while len(calls) < LEAST or (len(calls) < MOST and time.perf_counter() < deadline):
        calls.append(timed(made[name]))
    return statistics.median(calls)


for line in sys.stdin:
    try:
        answer = {"seconds": turn(line.strip())}
    except Exception as error:  # The asker decides what a peer that cannot run means.
        answer = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), flush=True)
