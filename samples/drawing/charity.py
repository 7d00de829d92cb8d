"""Wild Mile, a charity for meadows: crops of a CC0 photograph, a bee, children planting."""
import math
import os

from kit import *

PHOTO = os.environ.get("SEEDING_PHOTO", "/usr/share/backgrounds/seeding_by_Clements_Engelhardt.jpg")


def photos():
    """Crops of the photograph that Debian's lomiri-wallpapers-16.04 ships."""
    if not Path(PHOTO).exists():
        print("  kept the crops that are there: install lomiri-wallpapers-16.04, or set SEEDING_PHOTO, to cut them again")
        return
    whole = Image.open(PHOTO).convert("RGB")
    for name, box, size in (("meadow-evening", (0, 0, 5312, 2988), (2200, 1237)), ("seed-head", (500, 100, 2900, 1700), (1800, 1200))):
        target = ROOT / f"charity/images/{name}.jpg"
        target.parent.mkdir(parents=True, exist_ok=True)
        whole.crop(box).resize(size, Image.LANCZOS).save(target, quality=84, optimize=True, progressive=True)


def flower(c, x, y, r, color, petals=9, heart="#f4b52e", blur=0):
    c.open(transform=f"translate({x:.0f},{y:.0f})", **({"blur": blur} if blur else {}))
    for i in range(petals):
        c.open(transform=f"rotate({i * 360 / petals + 13:.1f})")
        c.path(f"M0,0 C{-r * .34},{-r * .4} {-r * .3},{-r} 0,{-r} C{r * .3},{-r} {r * .34},{-r * .4} 0,0 Z", c.down(mix(color, "#ffffff", .35), color))
        c.close()
    c.disc(0, 0, r * .3, c.round((0, "#ffe08a"), (1, heart), cx=.4, cy=.35))
    c.close()


def bee():
    back = light(sweep(WIDE, HIGH, ("#cfe6a8", "#9cc46b", "#5f9147", "#34652f")), .25, .15, .5, "#fff6c9", .45)
    c = Canvas(back=back, seed=31)
    for i in range(46):
        c.disc(WIDE * c.random.random(), HIGH * c.random.random(), 24 + 70 * c.random.random(), ("#f7e27a", "#e887b5", "#fff", "#8b7be0")[i % 4], opacity=.12 + .2 * c.random.random(), blur=14)
    for _ in range(70):
        x, h = WIDE * c.random.random(), 300 + 600 * c.random.random()
        c.path(f"M{x},1290 q{60 - 120 * c.random.random()},{-h * .5} {80 - 160 * c.random.random()},{-h}", stroke=mix("#2c5a2a", "#8fbf5a", c.random.random()), width=6 + 9 * c.random.random(), opacity=.55, blur=5)
    for i in range(12):
        flower(c, WIDE * c.random.random(), 650 + 560 * c.random.random(), 60 + 50 * c.random.random(), ("#e96a9e", "#8f78e6", "#f2f0ff", "#ff8f5a")[i % 4], blur=7)
    c.path("M980,1290 C990,1060 960,980 950,860", stroke="#3f7a35", width=26)
    flower(c, 950, 830, 300, "#e0609a", 11, "#e0941c")
    for _ in range(260):
        a, q = 6.283 * c.random.random(), 92 * c.random.random() ** .5
        c.disc(950 + q * math.cos(a), 830 + q * math.sin(a), 5, mix("#b56a10", "#ffe38a", c.random.random()))
    c.open(transform="translate(1010,610) rotate(-14)")
    c.oval(10, 160, 190, 34, "#3a1130", opacity=.45, blur=16)
    for t, o in ((-30, .62), (2, .5)):
        c.open(transform=f"translate(10,-50) rotate({t})")
        c.path("M0,0 C-90,-90 -100,-230 -10,-260 C80,-240 70,-90 0,0 Z", c.down((0, "#ffffff", .9), (1, "#bcd9ee", .5)), opacity=o, stroke="#7d93a5", width=2.5)
        c.path("M0,0 C-30,-90 -40,-170 -20,-240 M-16,-110 L30,-170", stroke="#7d93a5", width=2, opacity=.7)
        c.close()
    clip = c.clip('<ellipse cx="110" cy="40" rx="170" ry="98"/>')
    c.oval(110, 40, 170, 98, c.round((0, "#ffd458"), (.7, "#e5991c"), (1, "#8f5208"), cx=.45, cy=.25, r=.8))
    for k in range(4):
        c.path(f"M{40 + k * 66},-70 q34,110 0,220", stroke="#23150b", width=32, clip=clip, opacity=.92)
    c.disc(-70, 10, 84, c.round((0, "#f3c65a"), (.6, "#b97b1d"), (1, "#4d2f0c"), cx=.45, cy=.25, r=.8)), c.disc(-168, 34, 56, c.round((0, "#4a3420"), (1, "#160c05"), cx=.4, cy=.3)), c.oval(-186, 24, 20, 30, "#0a0604"), c.oval(-190, 14, 7, 10, "#fff", opacity=.8)
    for _ in range(230):
        a, q = 6.283 * c.random.random(), 86 * c.random.random() ** .4
        x, y = -70 + q * math.cos(a), 10 + q * math.sin(a)
        c.path(f"M{x:.0f},{y:.0f} l{14 * math.cos(a):.0f},{14 * math.sin(a):.0f}", stroke="#ffe9a8", width=2, opacity=.55)
    for k in range(3):
        c.path(f"M{-90 + k * 46},84 q-10,60 {-36 + k * 24},86", stroke="#1c1108", width=10)
    c.path("M-200,0 q-30,-60 -80,-70 M-186,-8 q-10,-60 -50,-90", stroke="#1c1108", width=7), c.close()
    c.save("charity/images/bee.jpg", glow=.1)


def verge():
    back = light(sweep(WIDE, HIGH, ("#6fb1e0", "#bfe0f0", "#fdf0d0", "#fdf0d0")), .75, .2, .35, "#fffbe0", .35)
    c = Canvas(back=back, seed=32)
    for x, y, s in ((380, 210, 1.0), (1250, 160, 1.3), (820, 330, .7)):
        for dx, dy, r in ((-110, 10, 70), (-40, -24, 96), (50, -10, 84), (120, 16, 60)):
            c.disc(x + dx * s, y + dy * s, r * s, "#fff", opacity=.85, blur=12)
    c.path(ridge(WIDE, 720, 150, 41, 3), c.down("#8fb98a", "#a9cf8e"))
    for i in range(9):
        x, h = 120 + i * 215, 220 + 90 * ((i * 5) % 3)
        c.rect(x - 9, 720 - h * .3, 18, h * .5, "#6a4f38")
        for _ in range(16):
            c.disc(x + h * .5 * (c.random.random() - .5), 700 - h * .5 + h * .5 * (c.random.random() - .5), h * .16, mix("#3f7a3c", "#9cc860", c.random.random()), opacity=.9)
    c.path("M1180,740 C1260,860 1500,1020 2000,1200 L2000,1330 L1500,1330 C1330,1060 1200,900 1120,745 Z", c.down("#b9b3a6", "#8f8a80")), c.path("M1152,745 C1240,880 1440,1060 1720,1290", stroke="#fff", width=9, opacity=.8)
    c.path("M0,740 C400,720 900,735 1120,745 C1200,900 1330,1060 1500,1330 L0,1330 Z", c.down("#9fcb74", "#4d8a3d"))
    for i in range(900):
        t = (i / 900) ** 1.1
        y = 760 + 500 * t
        edge = 1120 + (y - 745) * .62
        x = edge * c.random.random() - 20
        s = 5 + 24 * t
        c.path(f"M{x:.0f},{y + s * 2:.0f} q{s * .2:.1f},{-s} 0,{-s * 2:.0f}", stroke="#3f7a35", width=1 + 2.5 * t)
        if i % 3 == 0 and t > .25:
            flower(c, x, y, s * .9, ("#e0424f", "#f2c230", "#6f7fe0", "#ffffff", "#e67ab8")[i % 5], 6)
        else:
            c.disc(x, y, s * .5, ("#e0424f", "#f2c230", "#6f7fe0", "#ffffff", "#e67ab8")[i % 5], opacity=.95)
    c.save("charity/images/road-verge.jpg")


def mark(c):
    c.disc(80, 80, 74, "#2f6b3a")
    flower(c, 80, 74, 50, "#ffffff", 8), c.path("M80,96 L80,152", stroke="#bfe08a", width=9)


def draw():
    photos(), bee(), verge()
    logo("charity/images/logo.png", mark, "Wild Mile", "#2f6b3a", weight=800)
