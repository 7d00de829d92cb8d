"""Trattoria Olmo: plates on dark tables, the dining room, a glass of wine."""
import math

from kit import *


def plate(c, x, y, r, tint="#fbf7f0", rim="#d9cfc2"):
    c.oval(x + r * .05, y + r * .09, r * 1.03, r * 1.02, "#000", blur=r * .08, opacity=.5)
    c.disc(x, y, r, c.round((0, tint), (.7, tint), (.86, mix(tint, rim, .6)), (.97, "#ffffff"), (1, rim)))
    c.disc(x, y, r * .7, c.round((0, "#ffffff", .6), (.9, rim, .25), (1, rim, .8), cx=.42, cy=.4))


def glass(c, x, y, r, colors):
    """A drink from above."""
    c.oval(x + r * .1, y + r * .18, r * 1.05, r * 1.02, "#000", blur=r * .16, opacity=.4)
    c.disc(x, y, r, "#ffffff", opacity=.65), c.disc(x, y, r * .88, c.round((0, colors[0]), (1, colors[1]), cx=.4, cy=.35))
    c.path(f"M{x - r * .7},{y - r * .1} A{r * .72},{r * .72} 0 0 1 {x + r * .1},{y - r * .7}", stroke="#fff", width=r * .09, opacity=.7, blur=3)


def basil(c, x, y, s, turn, green="#3f7d33"):
    c.open(transform=f"translate({x:.0f},{y:.0f}) rotate({turn:.0f}) scale({s})")
    c.oval(4, 10, 46, 20, "#000", opacity=.35, blur=6)
    c.path("M-60,0 C-40,-38 20,-42 64,0 C20,38 -40,34 -60,0 Z", c.round((0, mix(green, "#b9dd7d", .55)), (1, green), cx=.4, cy=.3, r=.8))
    c.path("M-58,0 C-20,-6 20,-6 60,0", stroke=mix(green, "#d6efa8", .6), width=3)
    for k in (-30, -6, 18):
        c.path(f"M{k},-2 q10,-12 18,-16 M{k},-2 q10,12 18,14", stroke=mix(green, "#d6efa8", .4), width=1.6)
    c.close()


def noodles(c, x, y, r, count, colors):
    """A nest of pasta."""
    for i in range(count):
        a, q = 6.283 * c.random.random(), r * (.25 + .7 * c.random.random())
        turn, span = math.degrees(a), 80 + 120 * c.random.random()
        t = i / count
        color = mix(colors[0], colors[1], t * (.6 + .4 * c.random.random()))
        rx, ry = q, q * (.62 + .3 * c.random.random())
        end = math.radians(span)
        d = f"M{rx:.0f},0 A{rx:.0f},{ry:.0f} 0 0 1 {rx * math.cos(end):.0f},{ry * math.sin(end):.0f}"
        c.open(transform=f"translate({x + r * .08 * (c.random.random() - .5):.0f},{y + r * .08 * (c.random.random() - .5):.0f}) rotate({turn:.0f})")
        c.path(d, stroke=mix(color, "#3a1c08", .62), width=15, opacity=.5)
        c.path(d, stroke=color, width=11), c.path(d, stroke=mix(color, "#fff6d8", .6), width=3, opacity=.8)
        c.close()


def tomato(c, x, y, r, turn=0):
    c.oval(x + 4, y + r * .3, r * 1.05, r, "#000", opacity=.4, blur=8)
    c.disc(x, y, r, c.round((0, "#ff8a5c"), (.5, "#d9331f"), (1, "#7d120c"), cx=.35, cy=.3, r=.75)), c.oval(x - r * .35, y - r * .4, r * .28, r * .16, "#fff", opacity=.75, blur=3)


def pasta_on(c, x, y, r):
    plate(c, x, y, r)
    c.disc(x, y, r * .64, c.round((0, "#c8471f"), (.8, "#a5300f"), (1, "#7c2209", .7)), blur=6)
    noodles(c, x, y, r * .6, 330, ("#b8782a", "#f2cf7c"))
    for _ in range(60):
        a, q = 6.283 * c.random.random(), r * .42 * c.random.random()
        c.disc(x + q * math.cos(a), y + q * math.sin(a), 4 + 9 * c.random.random(), mix("#b5300f", "#e2582c", c.random.random()), opacity=.85)
    for k in range(5):
        a = k * 1.3 + .4
        tomato(c, x + r * .36 * math.cos(a), y + r * .36 * math.sin(a), r * .085)
    for _ in range(90):
        a, q = 6.283 * c.random.random(), r * .46 * c.random.random() ** .7
        c.rect(x + q * math.cos(a), y + q * math.sin(a), 14 * r / 400, 4, "#fff6dc", turn=(180 * c.random.random(), x, y), opacity=.9)
    for t in (-30, 60, 170):
        basil(c, x + 34 * math.cos(t), y + 30 * math.sin(t), r / 520, t)


def soup_on(c, x, y, r):
    plate(c, x, y, r, "#3b4348", "#20262a")
    c.disc(x, y, r * .66, c.round((0, "#f7b03f"), (.75, "#e8891d"), (1, "#a9540b")))
    for k in range(4):
        c.path(f"M{x},{y} m{-r * .4 + k * 30},{-r * .2 + k * 44} c{r * .3},{-r * .26} {r * .36},{r * .2} {r * .62},{-r * .06}", stroke="#fff3d8", width=r * .035, opacity=.85, blur=2)
    for _ in range(26):
        a, q = 6.283 * c.random.random(), r * .34 * c.random.random()
        c.oval(x + q * math.cos(a), y + q * math.sin(a), 13, 7, c.down("#7b9a3f", "#3f5a1e"), turn=(360 * c.random.random(), x + q * math.cos(a), y + q * math.sin(a)))
    basil(c, x + 8, y - 6, r / 560, 30)


def dessert_on(c, x, y, r):
    plate(c, x, y, r, "#eef1f0", "#c3cbc9")
    for k, (dx, dy) in enumerate(((0, 0),)):
        c.oval(x + 12, y + r * .22, r * .46, r * .34, "#000", opacity=.4, blur=16)
        c.rect(x - r * .38, y - r * .3, r * .76, r * .6, c.down("#5a3218", "#3a1d0c"), r=18)
        c.rect(x - r * .38, y - r * .3, r * .76, r * .5, c.down("#f8ead0", "#e7cfa6"), r=18), c.rect(x - r * .38, y - r * .3, r * .76, r * .46, c.round((0, "#7a4a26"), (1, "#4c2a12")), r=16)
        for _ in range(900):
            c.disc(x + r * .74 * (c.random.random() - .5), y - r * .07 + r * .44 * (c.random.random() - .5), 1.2 + 2 * c.random.random(), mix("#3a1d0c", "#a8703f", c.random.random()), opacity=.8)
    for k in range(7):
        a = 2.6 + k * .35
        px, py = x + r * .55 * math.cos(a), y + r * .5 * math.sin(a)
        for j in range(9):
            c.disc(px + 15 * math.cos(j), py + 15 * math.sin(j), 9, c.round((0, "#ff7d8d"), (1, "#a5122c"), cx=.35, cy=.3))
    basil(c, x + r * .3, y - r * .34, .8, -40, "#4c9a55")


def table(seed, extra=.3):
    return light(wood(WIDE, HIGH, ("#1a120d", "#33241a", "#4d3826"), 5, seed), .25, .15, .7, "#ffcf94", extra)


def hero():
    c = Canvas(back=table(7), seed=4)
    c.path("M1360,-20 L1940,-20 L1940,560 Z", "#7d2b24", opacity=.92), c.path("M1430,-20 L1940,500", stroke="#f3e6d0", width=6, opacity=.6)
    pasta_on(c, 860, 690, 470), soup_on(c, 1560, 900, 300), glass(c, 1380, 330, 120, ("#a01f3a", "#4a0716"))
    for k in range(3):
        tomato(c, 180 + k * 95, 200 + (k % 2) * 80, 58)
    basil(c, 330, 360, 1.5, 30), basil(c, 200, 420, 1.2, -50)
    for dx in (0, 46):
        c.rect(250 + dx * 2, 640, 22, 560, c.down("#f0ede8", "#8d8780", angle=0), r=11)
    c.oval(261, 610, 34, 90, c.down("#f7f4ef", "#98928a", angle=0)), c.path("M330,700 L330,520 M353,700 L353,520 M376,700 L376,520", stroke="#d5d0c9", width=11), c.path("M325,690 q28,60 56,0", stroke="#cfcac3", width=16)
    c.save("restaurant/images/table.jpg", glow=.1)


def pasta():
    c = Canvas(back=table(9, .35), seed=14)
    pasta_on(c, 960, 640, 560)
    c.save("restaurant/images/pasta-al-pomodoro.jpg", glow=.1)


def dessert():
    c = Canvas(back=light(plaster(WIDE, HIGH, "#9fb1ad", "#6f8581", 3), .2, .1, .8, "#fff0d5", .3), seed=15)
    dessert_on(c, 900, 660, 500)
    c.oval(1570, 400, 190, 180, "#1c2a28", opacity=.45, blur=24), c.disc(1550, 370, 170, c.round((0, "#fff"), (1, "#e3ddd3"))), c.disc(1550, 370, 118, c.round((0, "#8a4d22"), (.8, "#4b230b"), (1, "#2a1206")))
    c.save("restaurant/images/tiramisu.jpg")


def dining():
    back = light(light(sweep(WIDE, HIGH, ("#1d1512", "#3b261b", "#5a3824", "#2a1a12")), .3, .4, .35, "#ffb45e", .4), .75, .4, .3, "#ffb45e", .3)
    c = Canvas(back=back, seed=16)
    for i in range(70):
        c.disc(WIDE * c.random.random(), 160 + 560 * c.random.random(), 10 + 34 * c.random.random(), ("#ffc46b", "#ff934b", "#ffe5ac")[i % 3], opacity=.08 + .18 * c.random.random(), blur=4)
    for x in range(3):
        c.rect(130 + x * 620, 190, 420, 520, c.down("#24364a", "#6b5f63"), opacity=.55, blur=14), c.rect(330 + x * 620, 190, 12, 520, "#2a1a12", opacity=.7, blur=6)
    for x, y, s in ((300, 270, 1.0), (960, 200, 1.25), (1610, 290, 1.0)):
        c.rect(x - 3, -10, 6, y, "#0d0806"), c.disc(x, y + 110 * s, 260 * s, "#ffc061", opacity=.32, blur=70)
        c.path(f"M{x - 34 * s},{y} L{x + 34 * s},{y} L{x + 130 * s},{y + 100 * s} L{x - 130 * s},{y + 100 * s} Z", c.down("#3a5a52", "#1c302b")), c.oval(x, y + 100 * s, 130 * s, 17 * s, "#fff0c4")
    for x, y, s in ((420, 900, .8), (1500, 900, .8), (960, 1010, 1.25)):
        c.oval(x, y + 210 * s, 360 * s, 40 * s, "#000", blur=24, opacity=.6)
        c.path(f"M{x - 330 * s},{y} L{x - 350 * s},{y + 230 * s} L{x + 350 * s},{y + 230 * s} L{x + 330 * s},{y} Z", c.down("#f4e7d2", "#a98963")), c.oval(x, y, 330 * s, 76 * s, c.round((0, "#fffaf0"), (1, "#e6d2b2"), cy=.2, r=.8))
        for dx in (-150, 150):
            c.oval(x + dx * s, y + 10 * s, 96 * s, 22 * s, "#d8c6a8"), c.oval(x + dx * s, y + 5 * s, 94 * s, 21 * s, c.round((0, "#ffffff"), (1, "#efe5d5")))
            gx, gy = x + dx * .45 * s, y - 12 * s
            c.oval(gx, gy, 26 * s, 7 * s, "#cdb28c"), c.rect(gx - 2, gy - 70 * s, 4, 70 * s, "#f3e3c6")
            c.path(f"M{gx - 32 * s},{gy - 160 * s} C{gx - 36 * s},{gy - 90 * s} {gx - 18 * s},{gy - 70 * s} {gx},{gy - 68 * s} C{gx + 18 * s},{gy - 70 * s} {gx + 36 * s},{gy - 90 * s} {gx + 32 * s},{gy - 160 * s} Z", "#fff", opacity=.25)
            c.path(f"M{gx - 34 * s},{gy - 118 * s} C{gx - 32 * s},{gy - 84 * s} {gx - 16 * s},{gy - 71 * s} {gx},{gy - 70 * s} C{gx + 16 * s},{gy - 71 * s} {gx + 32 * s},{gy - 84 * s} {gx + 34 * s},{gy - 118 * s} Z", c.down("#a8203c", "#4a0716"))
        c.rect(x - 9 * s, y - 70 * s, 18 * s, 66 * s, "#fff4dc"), c.disc(x, y - 92 * s, 60 * s, "#ffcf7d", opacity=.5, blur=20), c.path(f"M{x},{y - 116 * s} q{14 * s},{26 * s} 0,{44 * s} q{-14 * s},{-18 * s} 0,{-44 * s} Z", "#fff1b8")
    c.save("restaurant/images/dining-room.jpg", glow=.25)


def mark(c):
    c.disc(80, 80, 74, "#7d2b24"), c.path("M80,132 L80,78", stroke="#f3e6d0", width=9)
    for x, y, r in ((80, 52, 30), (52, 74, 24), (108, 74, 24)):
        c.disc(x, y, r, "#f3e6d0")


def draw():
    hero(), pasta(), dessert(), dining()
    logo("restaurant/images/logo.png", mark, "Trattoria Olmo", "#7d2b24", weight=600, size=80)
