"""Nordlys, a summer festival: the stage, the northern lights, the camp."""
import math

from kit import *

NIGHT, GREEN, PINK, GOLD = "#070b22", "#3ff0a8", "#ff4f9a", "#ffd166"


def crowd(c, base, size, color, count, arms=.35):
    for i in range(count):
        x = (i + c.random.random()) * WIDE / count
        y, s = base + 26 * c.random.random(), size * (.85 + .3 * c.random.random())
        c.disc(x, y - s * 1.25, s * .42, color), c.path(f"M{x - s * .8},{y + s * 3} C{x - s * .9},{y - s * .5} {x - s * .5},{y - s * .8} {x},{y - s * .8} C{x + s * .5},{y - s * .8} {x + s * .9},{y - s * .5} {x + s * .8},{y + s * 3} Z", color)
        if c.random.random() < arms:
            side = 1 if c.random.random() < .5 else -1
            c.path(f"M{x + side * s * .55},{y - s * .3} q{side * s * .5},{-s * .9} {side * s * .15},{-s * 1.9}", stroke=color, width=s * .3)


def stage():
    c = Canvas(back=sweep(WIDE, HIGH, ("#05081c", "#141444", "#3b1b63", "#0a0a24")), seed=21)
    c.disc(960, 600, 700, "#7a3bd1", opacity=.4, blur=160)
    for i in range(11):
        x = 260 + i * 140
        color = (GREEN, PINK, "#57b6ff", GOLD)[i % 4]
        lean = (i - 5) * 95 + 140 * math.sin(i * 2.1)
        c.path(f"M{x - 8},190 L{x + 8},190 L{x + lean + 120},1150 L{x + lean - 120},1150 Z", c.down((0, color, .75), (.5, color, .22), (1, color, 0)), blur=9)
        c.disc(x, 190, 18, "#fff"), c.disc(x, 190, 60, color, opacity=.55, blur=20)
    c.rect(180, 150, 1560, 34, "#0b0d1e")
    for k in range(52):
        c.path(f"M{180 + k * 30},152 l15,30 l15,-30", stroke="#2b3052", width=3)
    c.rect(190, 180, 44, 640, "#0b0d1e"), c.rect(1686, 180, 44, 640, "#0b0d1e")
    c.rect(430, 330, 1060, 400, c.down("#12235c", "#3a1d6b", "#b13a86")), c.disc(960, 610, 96, GOLD, opacity=.95), c.text(960, 468, "NORDLYS", 140, "#fff", "Inter Display", 800, "middle", 26)
    c.path("M430,730 L430,650 L640,560 L800,640 L980,540 L1200,660 L1330,590 L1490,680 L1490,730 Z", "#0b0d2b")
    c.rect(250, 800, 1420, 80, c.down("#2b2d55", "#0b0d1e"))
    for x, s in ((700, 1.0), (960, 1.15), (1230, 1.0)):
        y = 800
        c.disc(x, y - 172 * s, 20 * s, "#05060f"), c.path(f"M{x - 30 * s},{y} L{x - 24 * s},{y - 90 * s} L{x - 34 * s},{y - 140 * s} Q{x},{y - 160 * s} {x + 34 * s},{y - 140 * s} L{x + 24 * s},{y - 90 * s} L{x + 30 * s},{y} L{x + 10 * s},{y} L{x},{y - 70 * s} L{x - 10 * s},{y} Z", "#05060f")
        c.path(f"M{x - 80 * s},{y - 120 * s} L{x + 60 * s},{y - 80 * s}", stroke="#05060f", width=11 * s)
    for _ in range(300):
        c.disc(WIDE * c.random.random(), 160 + 800 * c.random.random(), 1 + 3 * c.random.random(), (GOLD, "#fff", PINK)[int(3 * c.random.random())], opacity=.5)
    c.rect(0, 870, WIDE, 420, c.down("#0b0b2a", "#04050f"))
    crowd(c, 930, 26, "#171645", 62), crowd(c, 1010, 36, "#0e0e31", 44), crowd(c, 1130, 54, "#070820", 28), crowd(c, 1250, 74, "#03040e", 17, .5)
    c.save("event/images/main-stage.jpg", glow=.3)


def lights():
    y, x = np.mgrid[0:HIGH, 0:WIDE].astype(float)
    back = sweep(WIDE, HIGH, ("#050a24", "#0b1c3f", "#123a55", "#0c2236"))
    for i, (color, at, amp) in enumerate(((GREEN, 420, 130), ("#59ffd0", 560, 90), (PINK, 300, 120), ("#8f7bff", 360, 150))):
        wave = at + amp * np.sin(x / WIDE * (5 + i) + i * 1.7) + 60 * np.sin(x / WIDE * 13 + i)
        rays = np.interp(np.arange(WIDE), np.linspace(0, WIDE, 160), np.random.default_rng(i).random(160))
        d = wave - y
        glow = np.where(d > 0, np.exp(-d / (150 + 120 * rays[None])), np.exp(d / 22.0)) * (.35 + .65 * rays[None])
        back = back + rgb(color) * (glow * .5)[..., None]
    c = Canvas(back=back, seed=22)
    for _ in range(420):
        c.disc(WIDE * c.random.random(), 880 * c.random.random(), .7 + 1.8 * c.random.random() ** 3, "#fff", opacity=.3 + .6 * c.random.random())
    c.path(ridge(WIDE, 960, 260, 15, 6), c.down("#1b3550", "#0a1b2d")), c.rect(0, 930, WIDE, 350, c.down("#1b5a63", "#0a1f33", "#050d1d"))
    for _ in range(260):
        t = c.random.random()
        c.oval(WIDE * c.random.random(), 935 + 330 * t, 20 + 90 * t, 1 + 2.5 * t, "#7dffd6", opacity=.05 + .14 * c.random.random())
    c.path("M0,1280 L0,1130 C200,1090 420,1130 640,1190 C760,1225 820,1260 860,1280 Z", "#04070f")
    for px, s in ((300, 1), (360, 1.05), (470, .95)):
        c.disc(px, 1010 + 20 / s, 15 * s, "#04070f"), c.path(f"M{px - 26 * s},1150 C{px - 28 * s},1070 {px - 20 * s},1046 {px},1046 C{px + 20 * s},1046 {px + 28 * s},1070 {px + 26 * s},1150 Z", "#04070f")
    c.save("event/images/northern-lights.jpg", glow=.15)


def camp():
    back = light(sweep(WIDE, HIGH, ("#2b3a78", "#8a5f9a", "#f08a7e", "#ffc98c", "#ffc98c")), .3, .56, .3, "#fff0c0", .3)
    c = Canvas(back=back, seed=23)
    c.path(ridge(WIDE, 820, 230, 19, 6), c.down("#8d6a9c", "#c98a8c")), c.path(ridge(WIDE, 880, 110, 25, 4), c.down("#4a4d78", "#6b5a7d"))
    c.path("M0,880 C500,840 1200,890 1920,860 L1920,1280 L0,1280 Z", c.down("#556b4a", "#1d2f2a"))
    for x, y, s, color in ((330, 950, 1, "#e86a4f"), (760, 930, .85, "#f3b84b"), (1180, 960, 1.05, "#3f9c9a"), (1640, 940, .95, "#d94f7a"), (540, 1110, 1.5, "#3f6fc0"), (1420, 1130, 1.6, "#f08a3e")):
        c.oval(x, y + 6, 210 * s, 22 * s, "#0d1a16", opacity=.55, blur=12)
        c.disc(x, y - 60 * s, 150 * s, "#ffd98c", opacity=.3, blur=40)
        c.path(f"M{x - 180 * s},{y} L{x},{y - 190 * s} L{x + 180 * s},{y} Z", c.down((0, mix(color, "#ffffff", .35)), (1, color), angle=30)), c.path(f"M{x},{y - 190 * s} L{x + 180 * s},{y} L{x + 70 * s},{y} Z", "#1a1030", opacity=.25)
        c.path(f"M{x - 50 * s},{y} L{x},{y - 150 * s} L{x + 50 * s},{y} Z", c.down("#fff0b8", "#ffb552"))
    for row, (y0, sag) in enumerate(((420, 130), (520, 150))):
        c.path(f"M-20,{y0} Q480,{y0 + sag * 2} 960,{y0 - 20} T1940,{y0}", stroke="#2b1f3d", width=3)
        for i in range(34):
            t = i / 33
            x = 1960 * t - 20
            u = (x % 980) / 980
            yy = y0 + (1 if x < 960 else -1) * sag * 4 * u * (1 - u) * .9 - (20 * u if x < 960 else 20 * (1 - u))
            c.disc(x, yy + 12, 36, "#ffd27a", opacity=.35, blur=12), c.disc(x, yy + 12, 9, "#fff2c6")
    c.save("event/images/camp.jpg", glow=.22)


def mark(c):
    c.disc(80, 80, 74, NIGHT)
    for i, color in enumerate((GREEN, "#59c8ff", PINK)):
        c.path(f"M{24 + i * 14},{70 + i * 18} C{60},{20 + i * 22} {84},{110 + i * 4} {140 - i * 12},{50 + i * 20}", stroke=color, width=12)


def draw():
    stage(), lights(), camp()
    logo("event/images/logo.png", mark, "NORDLYS", "#3b1b63", weight=800, spacing=6)
