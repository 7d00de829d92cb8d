"""The Salt Road, a novel: cover, stack, and two of its landscapes."""
from kit import *

SEA, SAND, RUST = "#123c4c", "#ecd9b4", "#c4552d"


def art(c, w, h):
    """The cover's picture in a w x h box."""
    c.rect(0, 0, w, h, c.down("#0e3145", "#2f6b78", "#e9a765", "#f3cf8f")), c.disc(w * .5, h * .56, w * .22, c.round((0, "#fff3cf"), (1, "#ffd583")))
    for k, (y, color) in enumerate(((.6, "#b9783f"), (.68, "#8f4f2c"), (.78, "#5f3021"), (.88, "#351c18"))):
        c.path(f"M0,{h * (y + .05)} C{w * .2},{h * (y - .04 + .02 * (k % 2))} {w * .45},{h * (y + .07)} {w * .62},{h * y} S{w * .9},{h * (y - .03)} {w},{h * (y + .03)} L{w},{h} L0,{h} Z", color)
    c.path(f"M{w * .3},{h} C{w * .7},{h * .92} {w * .2},{h * .82} {w * .52},{h * .72} S{w * .5},{h * .66} {w * .51},{h * .61} C{w * .53},{h * .66} {w * .62},{h * .68} {w * .58},{h * .74} S{w * .5},{h * .88} {w * .62},{h} Z", "#f6e6c4")


def cover(c, w, h):
    c.open(**{"clip-path": c.clip(f'<rect x="0" y="0" width="{w}" height="{h}" rx="6"/>')})
    art(c, w, h)
    c.text(w / 2, h * .13, "THE", w * .07, SAND, "Inter", 500, "middle", 10), c.text(w / 2, h * .23, "SALT ROAD", w * .135, "#fff7e4", "Inter Display", 800, "middle", 2)
    c.rect(0, h * .88, w, h * .12, c.down((0, "#1a0e0c", 0), (.35, "#1a0e0c", .95), (1, "#1a0e0c", 1)))
    c.text(w / 2, h * .3, "a novel", w * .05, SAND, "Inter", 400, "middle", 4), c.text(w / 2, h * .955, "ELENA VASK", w * .07, "#fff7e4", "Inter", 700, "middle", 8)
    c.rect(0, 0, w * .05, h, c.down((0, "#000", .45), (.5, "#fff", .18), (1, "#000", .2), angle=0)), c.rect(0, 0, w, h, c.down((0, "#fff", .16), (.4, "#fff", 0), (1, "#000", .2), angle=30))
    c.close()


def standing():
    c = Canvas(back=light(light(wood(WIDE, HIGH, ("#5d4634", "#82654b", "#a08062"), 5, 31), .2, .1, .6, "#ffe6bd", .35), .9, .9, .5, "#1b0f06", -.2), seed=1)
    c.open(transform="translate(640,110) rotate(5)")
    c.rect(24, 34, 690, 1040, "#120a05", blur=34, opacity=.65), c.rect(8, 8, 690, 1040, "#efe5d0", r=4)
    for k in range(8):
        c.rect(690 + k, 12, 1.5, 1030, "#cdbb9a" if k % 2 else "#fff8e6")
    cover(c, 690, 1040)
    c.close()
    c.oval(300, 920, 190, 180, "#120a05", blur=24, opacity=.5), c.disc(285, 895, 175, c.round((0, "#fdfaf3"), (.9, "#e7ddcb"), (1, "#fff"))), c.disc(285, 895, 120, "#d9ccb4"), c.disc(285, 895, 112, c.round((0, "#b5713a"), (1, "#5a2d10")))
    for t in range(9):
        c.open(transform=f"translate({1560 + t * 8},{240 + t * 86}) rotate({-60 + (t % 2) * 80})")
        c.path("M0,0 C20,-34 90,-44 150,-10 C100,24 40,26 0,0 Z", c.down("#a9bb8c", "#5f7a52"))
        c.close()
    c.path("M1540,200 C1600,500 1600,800 1650,1080", stroke="#6f5a3f", width=7)
    c.save("book/images/cover-on-desk.jpg")


def flat():
    c = Canvas(1200, 1800, sweep(1200, 1800, ("#000000", "#000000")), 2)
    cover(c, 1200, 1800)
    c.save("book/images/cover.jpg")


def stack():
    c = Canvas(back=light(plaster(WIDE, HIGH, "#e5d3b3", "#c9ad82", 6), .3, .2, .7, "#fff2d2", .2), seed=3)
    c.rect(0, 960, WIDE, 330, c.down("#8d6b4a", "#b8946b")), c.oval(900, 1130, 720, 50, "#2b1a0c", blur=26, opacity=.6)
    for i, (dx, w, h, color, words) in enumerate(((0, 1120, 150, "#123c4c", "THE SALT ROAD"), (60, 1010, 120, "#c4552d", "LETTERS FROM THE WELL"), (-30, 1060, 135, "#d8c49a", "WINTER HARBOURS"), (70, 960, 150, "#123c4c", "THE SALT ROAD"))):
        y = 1110 - sum((150, 120, 135, 150)[:i + 1])
        x = 350 + dx
        c.rect(x, y + 8, w, h - 8, c.down("#fdf6e6", "#dccfb2")), c.rect(x - 6, y, w + 6, h, c.down((0, mix(color, "#ffffff", .28)), (.2, color), (.85, mix(color, "#000000", .25)), (1, mix(color, "#000000", .5))), r=10)
        c.rect(x - 6, y + h - 6, w, 8, "#1a0f06", opacity=.4, blur=4)
        c.text(x + w / 2, y + h * .62, words, h * .36, "#f6e6c4" if i != 2 else "#5f3021", "Inter Display", 700, "middle", 6), c.rect(x + 60, y, 6, h, "#f6e6c4", opacity=.7), c.rect(x + w - 70, y, 6, h, "#f6e6c4", opacity=.7)
    c.oval(760, 552, 170, 16, "#1a0f06", blur=8, opacity=.5), c.path("M620,400 L900,400 L872,550 L648,550 Z", c.down("#e9eef0", "#b9c6c9", "#8b9a9e", angle=0))
    for t in (-50, -28, -8, 14, 36, 58):
        c.open(transform=f"translate(760,410) rotate({t})")
        c.path("M0,0 C-44,-90 -34,-190 0,-260 C34,-190 44,-90 0,0 Z", c.down("#9fbf7c", "#3f6a45"))
        c.close()
    c.save("book/images/stack.jpg")


def road():
    c = Canvas(back=light(sweep(WIDE, HIGH, ("#0e3145", "#2f6b78", "#c99a6e", "#f3cf8f", "#f3cf8f")), .5, .5, .28, "#fff0c4", .35), seed=4)
    c.disc(960, 640, 110, "#fff5d6", blur=3)
    for k, (base, high, color) in enumerate(((780, 150, "#c98a55"), (860, 140, "#a5623a"), (960, 130, "#7a4029"), (1100, 120, "#47241b"))):
        c.path(ridge(WIDE, base, high, 90 + k, 3), c.down(mix(color, "#ffd9a0", .4), color))
    c.path("M700,1280 C1100,1150 780,1060 960,960 S900,860 965,780 C985,860 1080,900 1040,990 S1060,1140 1260,1280 Z", c.down("#fbeecb", "#fff8e6"), opacity=.95)
    for i in range(6):
        x, y, s = 1010 - i * 26, 930 + i * 48, .5 + .2 * i
        c.open(transform=f"translate({x},{y}) scale({s})")
        c.oval(4, 40, 44, 6, "#2b140c", opacity=.5), c.path("M-36,0 C-30,-26 -8,-18 0,-34 C8,-18 26,-26 34,-2 L34,40 L28,40 L26,12 L-24,12 L-28,40 L-34,40 Z M34,-2 C44,-10 40,-36 50,-44 L62,-40 L60,-32 L52,-30 C52,-14 46,4 34,8 Z", "#2b140c")
        c.close()
    c.save("book/images/caravan.jpg", glow=.15)


def mark(c):
    c.rect(8, 8, 144, 144, SEA, r=14), c.path("M34,116 C120,104 44,84 84,64 S80,44 84,34", stroke="#f6e6c4", width=14), c.disc(84, 40, 16, "#ffd583")


def draw():
    standing(), flat(), stack(), road()
    logo("book/images/logo.png", mark, "Lantern House", SEA, weight=600, size=82)
