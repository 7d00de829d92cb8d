"""The Harbour Post: a news article on wind at sea."""
import math

from kit import *


def turbine(c, x, y, h, turn, color="#f4f6f8", shade="#aab4c0"):
    c.path(f"M{x - h * .018},{y} L{x - h * .009},{y - h} L{x + h * .009},{y - h} L{x + h * .018},{y} Z", c.down(color, shade, angle=0))
    c.rect(x - h * .02, y - h - h * .014, h * .05, h * .028, shade, r=h * .01)
    for k in range(3):
        c.open(transform=f"translate({x},{y - h}) rotate({turn + 120 * k})")
        c.path(f"M0,0 C{h * .04},{-h * .12} {h * .024},{-h * .4} 0,{-h * .62} C{-h * .004},{-h * .4} {-h * .014},{-h * .12} 0,0 Z", c.down(color, mix(color, shade, .6), angle=0))
        c.close()
    c.disc(x, y - h, h * .018, color)


def waves(c, top, bottom, count, light_, dark):
    for i in range(count):
        t = (i / count) ** 1.4
        y, x, w = top + (bottom - top) * t, WIDE * c.random.random(), 30 + 260 * t * c.random.random()
        c.path(f"M{x - w:.0f},{y:.0f} q{w * .5:.0f},{-3 - 14 * t:.1f} {w:.0f},0 t{w:.0f},0", stroke=light_ if c.random.random() < .55 else dark, width=1 + 4 * t, opacity=.12 + .3 * c.random.random())


def farm():
    back = np.concatenate([light(sweep(WIDE, 760, ("#6d8fb5", "#b5b7c4", "#f4c9a0", "#ffdfb4")), .78, .85, .3, "#fff4d6", .45), sweep(WIDE, HIGH - 760, ("#e0b596", "#7f8ea0", "#2f4a62"))])
    c = Canvas(back=back, seed=71)
    for i in range(14):
        x, y, w = WIDE * c.random.random(), 120 + 460 * c.random.random(), 120 + 300 * c.random.random()
        c.oval(x, y, w, 10 + 16 * c.random.random(), "#fff3e2", opacity=.35, blur=14)
    for i in range(15):
        turbine(c, 90 + i * 128, 762, 120 + 16 * ((i * 7) % 4), i * 37, "#d9d5d2", "#a99fa2")
    waves(c, 770, 1280, 520, "#ffe6c4", "#1d3650")
    for x, y, h, t in ((330, 900, 520, 12), (1010, 960, 700, 47), (1600, 890, 480, 80)):
        c.oval(x, y + 8, h * .1, h * .016, "#0f2438", opacity=.5, blur=6)
        c.rect(x - h * .034, y - h * .09, h * .068, h * .1, c.down("#ffd34d", "#b58517", angle=0), r=3), turbine(c, x, y, h, t)
        c.oval(x, y + 70, h * .012, 80, "#f4f6f8", opacity=.25, blur=6)
    c.path("M1180,1010 L1420,1010 L1396,1052 L1208,1052 Z", c.down("#d24a38", "#7d2219")), c.rect(1230, 960, 80, 50, "#f6f6f4"), c.rect(1240, 970, 60, 16, "#33485c"), c.rect(1330, 930, 6, 80, "#33485c"), c.path("M1190,1056 q60,12 120,0 t110,0", stroke="#fff", width=6, opacity=.7)
    c.save("news/images/wind-farm.jpg", glow=.1)


def harbour():
    back = np.concatenate([light(sweep(WIDE, 820, ("#8fb2cc", "#c9d9e0", "#f2e9d8")), .2, .5, .4, "#fff8e6", .2), sweep(WIDE, HIGH - 820, ("#7f9aa6", "#3a5668", "#22394a"))])
    c = Canvas(back=back, seed=72)
    c.path(ridge(WIDE, 790, 120, 44, 5), c.down("#a9bcc4", "#8ba2ad"))
    colors = ("#c8503c", "#e09a3a", "#3f7d8c", "#7a8c55", "#d8d2c4", "#46587a")
    for i in range(22):
        for k in range(1 + (i * 5) % 4):
            c.rect(20 + i * 62, 770 - k * 40, 58, 37, c.down(colors[(i * 3 + k) % 6], mix(colors[(i * 3 + k) % 6], "#000", .25)))
            for q in range(6):
                c.rect(28 + i * 62 + q * 8, 773 - k * 40, 2, 31, "#000", opacity=.14)
    for x, s in ((420, 1.0), (860, 1.15), (1300, .95)):
        ink = c.down("#d5562e", "#8f3418")
        c.rect(x, 800 - 460 * s, 18 * s, 470 * s, ink), c.rect(x + 150 * s, 800 - 460 * s, 18 * s, 470 * s, ink), c.rect(x - 220 * s, 800 - 470 * s, 620 * s, 20 * s, ink), c.path(f"M{x + 80 * s},{800 - 620 * s} L{x - 210 * s},{800 - 466 * s} M{x + 80 * s},{800 - 620 * s} L{x + 390 * s},{800 - 466 * s} M{x + 80 * s},{800 - 620 * s} L{x + 9 * s},{800 - 460 * s} M{x + 80 * s},{800 - 620 * s} L{x + 160 * s},{800 - 460 * s}", stroke="#a5401f", width=9 * s)
        c.path(f"M{x},{800 - 200 * s} L{x + 168 * s},{800 - 420 * s}", stroke="#a5401f", width=9 * s), c.path(f"M{x - 140 * s},{800 - 455 * s} L{x - 140 * s},{800 - 250 * s}", stroke="#4b3a35", width=4)
    c.rect(0, 806, WIDE, 34, c.down("#8d8a84", "#56554f"))
    for k in range(3):
        c.open(transform=f"translate({980 + k * 30},{1000 + k * 40}) rotate({-3 + k})")
        c.path("M0,0 C200,-46 560,-60 900,-20 C560,10 200,26 0,0 Z", c.down("#ffffff", "#b5bec6")), c.path("M20,4 C220,24 560,10 890,-16", stroke="#7d8a95", width=4)
        c.close()
    c.path("M880,1010 L1920,1010 L1920,1160 L960,1160 Z", c.down("#23405c", "#12263a")), c.rect(1000, 1030, 900, 12, "#e3e6e8"), c.rect(1650, 850, 190, 160, "#f3f3f0"), c.rect(1664, 872, 160, 26, "#2f475a"), c.rect(1700, 800, 70, 52, "#e0902f")
    waves(c, 850, 1280, 360, "#dfeaf0", "#17293a")
    c.save("news/images/harbour.jpg")


def keeper():
    """A control room at night: one person before screens."""
    from screens import curve
    c = Canvas(back=light(sweep(WIDE, HIGH, ("#0e1722", "#182636", "#0b121b")), .5, .4, .5, "#2f6f9a", .35), seed=73)
    for i, (x, y, w, h) in enumerate(((120, 150, 520, 330), (690, 110, 560, 360), (1300, 150, 520, 330), (200, 530, 430, 250), (1310, 530, 430, 250))):
        c.rect(x - 30, y - 30, w + 60, h + 60, "#2f9ac0", opacity=.22, blur=34), c.rect(x - 8, y - 8, w + 16, h + 16, "#05090e", r=10), c.rect(x, y, w, h, c.down("#0d2b3f", "#0b1c2b"), r=4)
        for k in range(5):
            c.rect(x + 20, y + h * (k + 1) / 6, w - 40, 1.5, "#2f5a72", opacity=.7)
        values = tuple(.2 + .6 * abs(math.sin(i * 2 + k * .9)) * (.6 + .4 * c.random.random()) for k in range(9))
        curve(c, x + 24, y + 50, w - 48, h - 90, values, ("#59d0c4", "#ffb84d", "#7fb5ff")[i % 3], 5)
        c.text(x + 24, y + 36, ("Output 612 MW", "North Bank", "Wind 11.2 m/s", "Grid 50.01 Hz", "Wave 1.4 m")[i], 24, "#cfe6f2", weight=600)
    c.rect(0, 860, WIDE, 420, c.down("#22313f", "#0c131b")), c.rect(0, 856, WIDE, 8, "#3f5a6d")
    c.path("M760,1280 C740,1060 780,900 860,860 C930,830 990,830 1060,860 C1140,900 1180,1060 1160,1280 Z", c.down("#1c2733", "#0a0f15")), c.disc(960, 740, 96, c.down("#2b2420", "#120d0a")), c.path("M868,720 C860,610 1060,610 1052,720 C1030,660 890,660 868,720 Z", "#0d0907")
    c.path("M868,720 C850,640 900,620 960,622", stroke="#59b4d0", width=6, opacity=.7, blur=2), c.path("M780,960 C800,890 830,872 870,858", stroke="#59b4d0", width=6, opacity=.6, blur=2)
    c.rect(860, 700, 16, 70, "#3b4854", r=8), c.rect(1044, 700, 16, 70, "#3b4854", r=8), c.path("M868,700 A94,94 0 0 1 1052,700", stroke="#3b4854", width=13)
    c.save("news/images/control-room.jpg", glow=.15)


def mark(c):
    c.rect(8, 8, 144, 144, "#142c44"), c.path("M80,28 L80,124 M44,56 L116,56 M34,92 C40,128 120,128 126,92", stroke="#f2e9d8", width=12), c.disc(80, 34, 14, "#f2e9d8")


def draw():
    farm(), harbour(), keeper()
    logo("news/images/logo.png", mark, "The Harbour Post", "#142c44", weight=800, size=78)
