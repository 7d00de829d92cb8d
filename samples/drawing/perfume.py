"""دار الورد, an Arabic perfume house: the bottle, the dunes, roses, a gift."""
import math

from kit import *

WINE, GOLD, ROSE = "#4a1027", "#d8a84e", "#e58fa0"


def rose(c, x, y, r, color="#c9365c", blur=0):
    c.open(transform=f"translate({x:.0f},{y:.0f})", **({"blur": blur} if blur else {}))
    c.oval(r * .06, r * .18, r * 1.02, r * .98, "#1a0509", opacity=.5, blur=r * .12)
    for ring_, (q, n) in enumerate(((1.0, 7), (.8, 6), (.6, 5), (.42, 4), (.26, 3))):
        for k in range(n):
            a = k * 6.283 / n + ring_ * .6
            px, py = r * q * .36 * math.cos(a), r * q * .36 * math.sin(a)
            tone = .12 * ring_
            c.oval(px, py, r * q * .66, r * q * .58, c.round((0, mix(mix(color, "#3a0414", .45), color, tone)), (.75, mix(color, "#3a0414", .12 + tone * .6)), (1, mix(color, "#ffd7df", .55)), cx=.5 - .2 * math.cos(a), cy=.5 - .2 * math.sin(a), r=.75), turn=(math.degrees(a) + 90, px, py))
    c.close()


def petal(c, x, y, s, turn, color=ROSE):
    c.open(transform=f"translate({x:.0f},{y:.0f}) rotate({turn:.0f}) scale({s:.2f})")
    c.oval(4, 12, 52, 34, "#1a0509", opacity=.35, blur=8), c.path("M-52,6 C-50,-40 40,-50 54,-4 C46,36 -30,44 -52,6 Z", c.round((0, mix(color, "#ffffff", .45)), (1, color), cx=.4, cy=.3, r=.8))
    c.close()


def flask(c, x, y, s):
    """The bottle, 460 wide and 900 high at s = 1, standing on y."""
    c.open(transform=f"translate({x},{y}) scale({s})")
    c.oval(0, 4, 290, 34, "#12040a", blur=20, opacity=.65), c.oval(60, 40, 240, 70, GOLD, opacity=.35, blur=40)
    c.rect(-60, -860, 120, 190, c.down((0, "#6e4a14"), (.25, "#f3d791"), (.45, "#c9953a"), (.8, "#8a611d"), (1, "#4a3109"), angle=0), r=12), c.disc(0, -880, 56, c.round((0, "#fff3cf"), (.4, "#e0b356"), (1, "#6e4a14"), cx=.35, cy=.3)), c.rect(-46, -680, 92, 70, c.down("#8a611d", "#f0d28a", "#7a5216", angle=0))
    body = "M-230,-560 C-230,-600 -200,-620 -160,-620 L160,-620 C200,-620 230,-600 230,-560 L230,-30 C230,-10 215,0 195,0 L-195,0 C-215,0 -230,-10 -230,-30 Z"
    c.path(body, c.down((0, "#ffffff", .55), (.12, "#f7d9c4", .5), (.5, "#f3c3a5", .55), (.9, "#c07a5a", .6), (1, "#ffffff", .6), angle=0))
    c.path("M-196,-430 L196,-430 L196,-60 C196,-40 186,-34 170,-34 L-170,-34 C-186,-34 -196,-40 -196,-60 Z", c.down((0, "#f2b45e"), (.45, "#d9822f"), (1, "#8f3f17"))), c.oval(0, -430, 196, 16, "#ffd898", opacity=.9)
    c.path("M-140,-420 L-60,-420 L-90,-40 L-150,-40 Z", "#fff1cf", opacity=.28, blur=8), c.rect(-212, -590, 16, 540, "#fff", r=8, opacity=.75, blur=2), c.rect(192, -580, 10, 520, "#fff", r=5, opacity=.5, blur=2)
    c.rect(-128, -350, 256, 250, c.down("#fff9ea", "#efe0c0"), r=6), c.rect(-116, -338, 232, 226, "none", stroke=GOLD, width=3)
    c.text(0, -216, "دار الورد", 66, WINE, "Noto Naskh Arabic, Noto Sans Arabic", 700, "middle"), c.text(0, -150, "عود وورد", 36, "#8a611d", "Noto Naskh Arabic, Noto Sans Arabic", 500, "middle")
    c.close()


def hero():
    back = light(light(sweep(WIDE, HIGH, ("#2a0815", "#5a1630", "#8a2f45", "#3a0d1c")), .5, .4, .45, "#e0805a", .5), .2, .2, .3, GOLD, .25)
    c = Canvas(back=back, seed=91)
    for i in range(60):
        c.disc(WIDE * c.random.random(), 700 * c.random.random(), 10 + 44 * c.random.random(), (GOLD, ROSE, "#ffe3b0")[i % 3], opacity=.06 + .16 * c.random.random(), blur=6)
    c.rect(0, 1010, WIDE, 280, c.down("#5a1a2e", "#2a0815"))
    c.rect(0, 1004, WIDE, 10, GOLD, opacity=.35, blur=3)
    for x, y, r in ((520, 1010, 150), (330, 1090, 190), (1480, 1060, 175), (1330, 990, 110)):
        rose(c, x, y, r)
    flask(c, 930, 1110, 1.05)
    for _ in range(16):
        petal(c, 180 + 1560 * c.random.random(), 1130 + 120 * c.random.random(), .6 + .6 * c.random.random(), 360 * c.random.random(), mix("#c9365c", ROSE, c.random.random()))
    c.save("perfume/images/oud-rose.jpg", glow=.22)


def dunes():
    back = light(sweep(WIDE, HIGH, ("#2b2350", "#6d3d6d", "#d96f5c", "#ffb96b", "#ffb96b")), .68, .5, .24, "#ffe7b5", .4)
    c = Canvas(back=back, seed=92)
    for _ in range(130):
        c.disc(WIDE * c.random.random(), 380 * c.random.random(), .6 + 1.6 * c.random.random(), "#fff", opacity=.2 + .5 * c.random.random())
    c.disc(1300, 640, 92, "#fff0cf", blur=3)
    for k, (y, lit, dark) in enumerate(((700, "#d98a5c", "#a85a4c"), (800, "#e39a5f", "#8a4444"), (930, "#c9784a", "#6d3038"), (1100, "#9a5038", "#3f1a26"))):
        x0 = (300, 1250, 620, 1150)[k]
        c.path(f"M-20,{y + 80} C{x0 * .4},{y + 60} {x0 * .7},{y - 40} {x0},{y - 60} C{x0 + 260},{y - 20} {x0 + 600},{y + 110} 1960,{y + 30} L1960,1300 L-20,1300 Z", c.down(lit, mix(lit, dark, .7)))
        c.path(f"M{x0},{y - 60} C{x0 + 60},{y + 10} {x0 - 60},{y + 90} {x0 + 60},{y + 180} S{x0 - 100},{y + 330} {x0 - 160},1300 L-20,1300 L-20,{y + 80} C{x0 * .4},{y + 60} {x0 * .7},{y - 40} {x0},{y - 60} Z", c.down(dark, mix(dark, "#1c0a14", .5)), opacity=.75)
        for q in range(16):
            yy = y + 60 + q * (10 + 6 * k)
            c.path(f"M{x0 + 120 + q * 10},{yy} q160,{-16} 320,4 t360,0", stroke="#fff0cf", width=1.5, opacity=.13)
    c.save("perfume/images/dunes.jpg", glow=.15)


def roses():
    c = Canvas(back=sweep(WIDE, HIGH, ("#12200f", "#1c3016")), seed=93)
    for _ in range(90):
        c.open(transform=f"translate({WIDE * c.random.random():.0f},{HIGH * c.random.random():.0f}) rotate({360 * c.random.random():.0f})")
        c.path("M-110,0 C-60,-70 60,-70 120,0 C60,64 -60,64 -110,0 Z", c.down(mix("#3f6b34", "#6f9a4f", c.random.random()), "#1a3316")), c.path("M-106,0 L116,0", stroke="#8fb56a", width=3, opacity=.5)
        c.close()
    spots = [(x + (row % 2) * 170, y) for row, y in enumerate(range(60, 1400, 250)) for x in range(40, 2000, 330)]
    for x, y in spots:
        rose(c, x + 60 * (c.random.random() - .5), y + 60 * (c.random.random() - .5), 150 + 50 * c.random.random(), mix("#b52a52", "#ee9db0", c.random.random()))
    c.save("perfume/images/taif-roses.jpg", quality=80)


def gift():
    back = light(plaster(WIDE, HIGH, "#f3e3d3", "#dcbfa8", 12), .25, .15, .7, "#fff", .1)
    c = Canvas(back=back, seed=94)
    c.rect(0, 960, WIDE, 330, c.down("#c99f85", "#e6c7ae"), blur=5), c.oval(720, 1150, 420, 46, "#3a1620", blur=24, opacity=.5)
    c.rect(380, 560, 660, 590, c.down("#3a0c1e", "#6b1c39", "#4a1027", angle=20), r=10), c.rect(350, 470, 720, 150, c.down("#7d2445", "#4a1027"), r=10), c.rect(350, 612, 720, 18, "#1a0509", opacity=.35, blur=6)
    c.rect(660, 470, 100, 680, c.down("#f3d791", "#c9953a", "#f0d28a", angle=0))
    for side in (-1, 1):
        c.path(f"M710,470 C{710 + side * 120},300 {710 + side * 330},300 {710 + side * 300},400 C{710 + side * 270},480 {710 + side * 110},480 710,470 Z", c.down("#f6e0a5", "#c28d31", angle=40 if side > 0 else 140)), c.path(f"M710,470 C{710 + side * 90},400 {710 + side * 200},360 {710 + side * 250},390", stroke="#8a611d", width=6, opacity=.5)
    c.disc(710, 462, 46, c.round((0, "#fff0c4"), (1, "#b07d26"), cx=.4, cy=.3)), flask(c, 1420, 1150, .72)
    for _ in range(14):
        petal(c, 160 + 1640 * c.random.random(), 1165 + 90 * c.random.random(), .5 + .5 * c.random.random(), 360 * c.random.random())
    c.save("perfume/images/gift.jpg")


def mark(c):
    c.disc(80, 80, 74, WINE), rose(c, 80, 80, 54, "#d8a84e")


def draw():
    hero(), dunes(), roses(), gift()
    logo("perfume/images/logo.png", mark, "دار الورد", WINE, font="Noto Naskh Arabic, Noto Sans Arabic", weight=700, size=96)
