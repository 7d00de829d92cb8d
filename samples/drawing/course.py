"""Night Sky from Zero, an astronomy course: a telescope under the Milky Way, and NASA's photographs."""
from kit import *


def milky_way(w=WIDE, h=HIGH):
    y, x = np.mgrid[0:h, 0:w].astype(float)
    along = (x / w - .62) * .82 + (y / h - .4) * .57
    across = (x / w - .62) * .62 - (y / h - .4) * .78
    cloud, dust = noise(w, h, 6, 4, 51, 6), noise(w, h, 9, 6, 52, 6)
    band = np.exp(-(across / (.13 + .05 * cloud)) ** 2) * (1.1 - .5 * np.abs(along))
    band = np.clip(band, 0, 2) * (.35 + .9 * cloud)
    lane = np.exp(-((across + .015) / .045) ** 2) * np.clip(dust * 1.9 - .5, 0, 1)
    back = sweep(w, h, ("#050816", "#0b1430", "#1d2a52", "#4a4468", "#a06a5c"))
    back += band[..., None] * rgb("#b8a4d8") * .62 + (band ** 3)[..., None] * rgb("#ffe2bf") * .4
    back *= (1 - .62 * lane)[..., None]
    rng = np.random.default_rng(53)
    chance = rng.random((h, w))
    star = (chance < .0009 + .006 * np.clip(band, 0, 1)) * rng.random((h, w)) ** 2.2
    return back + (star * 230 * (y < h * .8))[..., None]


def telescope():
    c = Canvas(back=milky_way(), seed=5)
    for _ in range(60):
        x, y, r = WIDE * c.random.random(), 800 * c.random.random(), 1.2 + 1.8 * c.random.random()
        c.disc(x, y, r * 4, ("#bcd2ff", "#ffe0b8", "#fff")[int(3 * c.random.random())], opacity=.25, blur=4), c.disc(x, y, r, "#fff")
    c.path(ridge(WIDE, 1010, 190, 14, 6), c.down("#3a3350", "#171629")), c.path(ridge(WIDE, 1140, 110, 24, 5), c.down("#14142a", "#06060f"))
    ink = "#04050c"
    c.path("M0,1280 L0,1200 C500,1120 1100,1150 1920,1215 L1920,1280 Z", ink)
    for d in ("M640,960 L520,1230", "M640,960 L650,1240", "M640,960 L775,1225"):
        c.path(d, stroke=ink, width=17)
    c.open(transform="translate(640,930) rotate(-38)")
    c.rect(-170, -44, 430, 88, c.down("#39456b", "#0d1020", ink), r=10), c.rect(240, -56, 74, 112, c.down("#4d5a84", "#0d1020"), r=8), c.rect(-230, -24, 70, 48, ink, r=6), c.rect(-60, -78, 180, 22, ink, r=8)
    c.close()
    c.disc(640, 955, 30, ink)
    c.disc(470, 980, 40, ink), c.path("M420,1240 C400,1110 416,1024 470,1020 C516,1020 532,1070 530,1240 Z", ink), c.path("M500,1060 C540,1060 560,1040 580,1006", stroke=ink, width=26)
    c.save("course/images/telescope.jpg", glow=.12, quality=80)


def moon_phases():
    back = sweep(WIDE, HIGH, ("#060913", "#0e1730", "#1c2747"))
    c = Canvas(back=back, seed=6)
    for _ in range(350):
        c.disc(WIDE * c.random.random(), HIGH * c.random.random(), .6 + 1.5 * c.random.random() ** 3, "#fff", opacity=.2 + .6 * c.random.random())
    y, x = np.mgrid[-1:1:480j, -1:1:480j]
    z2 = 1 - x * x - y * y
    z = np.sqrt(np.clip(z2, 0, 1))
    rough = noise(480, 480, 5, 5, 61, 6) * .6 + noise(480, 480, 14, 14, 62, 4) * .4
    base = 120 + 120 * rough
    rng = np.random.default_rng(4)
    for _ in range(46):
        a, q, r = 6.283 * rng.random(), .95 * rng.random() ** .5, .02 + .09 * rng.random() ** 3
        d = np.hypot(x - q * np.cos(a), y - q * np.sin(a)) / r
        base += 36 * np.exp(-((d - 1) / .16) ** 2) - 30 * (d < .92)
    out = np.array(back)
    for i, phase in enumerate((-2.35, -1.57, -.8, 0, .8)):
        sun = np.sin(phase) * x + np.cos(phase) * z
        lit = np.clip(sun * 2.4, .02, 1) * base
        cx, cy, s = 230 + i * 365, 640, 300 if i != 3 else 300
        disk = np.asarray(Image.fromarray(np.clip(lit, 0, 255).astype(np.uint8)).resize((s, s), Image.LANCZOS), float)
        mask = np.asarray(Image.fromarray(((z2 > 0) * 255).astype(np.uint8)).resize((s, s), Image.LANCZOS), float)[..., None] / 255
        part = out[cy - s // 2:cy + s // 2, cx - s // 2:cx + s // 2]
        part[:] = part * (1 - mask) + (disk[..., None] * np.array([1.0, .97, .9])) * mask
    c.back = out
    c.save("course/images/moon-phases.jpg", glow=.25)


def photographs():
    from skimage import data
    target = ROOT / "course/images"
    Image.fromarray(data.hubble_deep_field()).save(target / "deep-field.jpg", quality=86, optimize=True)
    Image.fromarray(data.rocket()).save(target / "launch.jpg", quality=90, optimize=True)


def mark(c):
    c.disc(80, 80, 74, "#0e1730"), c.disc(72, 84, 34, "#ffe2bf"), c.oval(72, 84, 66, 16, "none", stroke="#b8a4d8", width=7, turn=(-24, 72, 84)), c.disc(124, 40, 6, "#fff"), c.disc(38, 36, 4, "#fff")


def draw():
    telescope(), moon_phases(), photographs()
    logo("course/images/logo.png", mark, "Night Sky from Zero", "#2b2f63", weight=700, size=72)
