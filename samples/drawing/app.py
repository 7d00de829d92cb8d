"""Drowse, a sleep app: its screens over night skies."""
from kit import *
from screens import curve, phone, ring

NIGHT, LILAC, GOLD = "#161538", "#a79bff", "#ffd27a"


def stars(c, count, bottom):
    for _ in range(count):
        c.disc(c.w * c.random.random(), bottom * c.random.random() ** 1.3, .7 + 2.1 * c.random.random() ** 3, "#fff", opacity=.25 + .7 * c.random.random())


def moon(c, x, y, r):
    c.disc(x, y, r * 2.6, "#ffe9b8", opacity=.18, blur=r * .7), c.disc(x, y, r, c.round((0, "#fffbe8"), (.8, "#ffe7ad"), (1, "#f0c774"), cx=.4, cy=.35))
    for dx, dy, q in ((-.3, -.2, .18), (.25, .3, .24), (.1, -.45, .1), (-.35, .4, .12)):
        c.disc(x + dx * r, y + dy * r, q * r, "#e5bd6b", opacity=.45)


def listen(c):
    c.rect(0, 0, 390, 844, c.down("#1b1a47", "#3a2f7a", "#7a5aa8")), moon(c, 195, 250, 84)
    c.path("M0,470 C80,400 150,440 230,400 S350,380 390,420 L390,844 L0,844 Z", "#241f58"), c.path("M0,540 C100,480 180,530 260,490 S360,470 390,500 L390,844 L0,844 Z", "#19173f")
    c.text(195, 580, "Rain on the cabin roof", 27, "#fff", weight=700, anchor="middle"), c.text(195, 616, "38 min · read by Noor", 19, "#c2bbf5", anchor="middle")
    c.rect(40, 660, 310, 6, "#4a448c", r=3), c.rect(40, 660, 130, 6, GOLD, r=3), c.disc(170, 663, 11, GOLD), c.disc(195, 752, 48, "#fff"), c.path("M182,728 L218,752 L182,776 Z", NIGHT)


def report(c):
    c.rect(0, 0, 390, 844, NIGHT), c.text(30, 112, "Last night", 34, "#fff", weight=700), ring(c, 195, 270, 100, .91, LILAC, "#2b2960", 24)
    c.text(195, 282, "7 h 52", 42, "#fff", weight=700, anchor="middle"), c.text(195, 316, "score 91", 19, "#b5aef0", anchor="middle")
    c.rect(24, 420, 342, 190, "#22214f", r=26), c.text(48, 464, "Deep sleep", 20, "#d8d4ff", weight=600), curve(c, 48, 480, 294, 100, (.2, .7, .35, .9, .4, .6, .2, .5, .15), LILAC, 5)
    for i, (name, v) in enumerate((("Fell asleep in", "9 min"), ("Woke up", "1 time"))):
        c.rect(24, 634 + i * 86, 342, 72, "#22214f", r=22), c.text(48, 678 + i * 86, name, 20, "#d8d4ff"), c.text(342, 678 + i * 86, v, 22, GOLD, weight=700, anchor="end")


def night(c_seed, colors=("#0e0f2e", "#2b2a66", "#6f4f98", "#d98fa0")):
    c = Canvas(back=sweep(WIDE, HIGH, colors), seed=c_seed)
    stars(c, 240, 800)
    for k, (base, high, color) in enumerate(((900, 200, "#4a3d80"), (1000, 190, "#302a66"), (1120, 150, "#1c1a48"))):
        c.path(ridge(WIDE, base, high, 70 + k + c_seed, 5), c.down(mix(color, "#b48ab8", .35), color)), c.oval(960, base + 60, 1400, 50, "#c79bc4", opacity=.18, blur=40)
    return c


def hero():
    c = night(1)
    moon(c, 420, 330, 120), phone(c, 1090, 90, 540, listen, 6)
    c.save("app/images/fall-asleep.jpg", glow=.15)


def mornings():
    c = Canvas(back=light(sweep(WIDE, HIGH, ("#ffc9a3", "#ffdcb8", "#ffeeda")), .25, .3, .5, "#fff", .2), seed=2)
    c.disc(430, 520, 330, "#fff4d4", opacity=.8), c.path(ridge(WIDE, 1080, 160, 12, 4), c.down("#e9a58f", "#c97b83")), phone(c, 560, 130, 500, report, -7), phone(c, 1120, 230, 450, listen, 8)
    c.save("app/images/morning-report.jpg")


def cabin():
    c = night(3, ("#0d1330", "#1d3058", "#3f6285", "#7fa0ad"))
    moon(c, 1480, 260, 90)
    c.path("M520,760 L820,540 L1120,760 Z", "#161c36"), c.rect(570, 755, 500, 300, c.down("#3b2c34", "#241c2a"))
    for x in (640, 880):
        c.rect(x - 40, 800, 200, 190, "#ffbe63", opacity=.4, blur=40), c.rect(x, 830, 120, 130, c.down("#ffe6a8", "#ffb552")), c.rect(x + 57, 830, 6, 130, "#3b2c34")
    c.path(ridge(WIDE, 1080, 40, 5, 4), c.down("#15203f", "#0c1228"))
    for _ in range(420):
        x, y, n = WIDE * c.random.random(), HIGH * c.random.random(), 30 + 50 * c.random.random()
        c.path(f"M{x:.0f},{y:.0f} l{-n * .16:.0f},{n:.0f}", stroke="#cfe3f2", width=1.6, opacity=.12 + .25 * c.random.random())
    for i in range(7):
        x, h = (90, 220, 330, 1240, 1400, 1600, 1790)[i], (420, 560, 360, 380, 520, 440, 600)[i]
        for k in range(5):
            w, y = h * (.1 + .055 * k), 1100 - h + h * .17 * k
            c.path(f"M{x},{y:.0f} L{x + w:.0f},{y + h * .3:.0f} L{x - w:.0f},{y + h * .3:.0f} Z", c.down("#1d3a4b", "#0c1a2b"))
    c.save("app/images/rain-cabin.jpg", glow=.2)


def mark(c):
    c.rect(8, 8, 144, 144, c.down("#3a2f7a", NIGHT), r=38), c.path("M98,36 A50,50 0 1 0 126,104 A42,42 0 1 1 98,36 Z", GOLD)


def draw():
    hero(), mornings(), cabin()
    logo("app/images/logo.png", mark, "Drowse", "#3a2f7a", weight=800)
