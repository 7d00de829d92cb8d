"""翠山園, a Japanese tea house: matcha, the terraces below Fuji, a tin."""
import math

from kit import *

GREEN, PALE = "#4f7a2f", "#a9c45f"


def bowl():
    back = light(plaster(WIDE, HIGH, "#4b4038", "#2c2520", 9), .2, .15, .8, "#ffe0ae", .25)
    c = Canvas(back=back, seed=81)
    for i in range(60):
        c.rect(-10, i * 22, WIDE + 20, 3, "#1c1612", opacity=.35), c.rect(i * 34, -10, 1.5, HIGH + 20, "#6d5d4c", opacity=.12)
    c.oval(880, 740, 440, 420, "#000", blur=50, opacity=.6)
    c.disc(830, 660, 410, c.round((0, "#3d5c66"), (.86, "#27424d"), (.95, "#6f929b"), (1, "#1b2f38"))), c.disc(830, 660, 368, c.down("#16272f", "#4d6d76", angle=45))
    c.disc(830, 660, 352, c.round((0, "#9fc25a"), (.6, "#7fa83f"), (.9, "#5d8a2c"), (1, "#38591a")))
    for i in range(2100):
        a, q = 6.283 * c.random.random(), 344 * c.random.random() ** .55
        c.disc(830 + q * math.cos(a), 660 + q * math.sin(a), 1.5 + 6.5 * c.random.random() ** 4, mix("#8db54a", "#eaf3c4", c.random.random()), opacity=.5)
    c.path("M570,560 A300,300 0 0 1 760,390", stroke="#fff", width=14, opacity=.35, blur=9)
    c.open(transform="translate(1480,690) rotate(24)")
    c.oval(20, 200, 150, 330, "#000", blur=30, opacity=.5)
    for k in range(34):
        a = (k - 16.5) / 16.5
        c.path(f"M{a * 52:.0f},40 C{a * 80:.0f},160 {a * 130:.0f},260 {a * 120:.0f},420", stroke=mix("#c99b58", "#f2d9a3", abs(a)), width=6)
    c.rect(-56, -230, 112, 280, c.down("#d9b577", "#f2dcae", "#a87f45", angle=0), r=22), c.rect(-58, 20, 116, 26, "#2b2018")
    c.close()
    c.path("M1170,180 C1300,140 1420,170 1560,120", stroke=c.down("#e0bf83", "#a87f45"), width=26), c.oval(1175, 184, 62, 26, "#8db54a", turn=(-10, 1175, 184)), c.oval(1172, 178, 48, 17, "#b5d470", turn=(-10, 1175, 184))
    for _ in range(500):
        a, q = 6.283 * c.random.random(), 130 * c.random.random() ** 1.5
        c.disc(1240 + q * math.cos(a), 250 + q * .5 * math.sin(a), 1 + 2 * c.random.random(), "#8db54a", opacity=.7)
    c.save("tea/images/matcha.jpg")


def terraces():
    back = light(sweep(WIDE, HIGH, ("#7fb0d8", "#bcd6e6", "#fbe6d2", "#ffd9bd")), .2, .35, .3, "#fff2dc", .3)
    c = Canvas(back=back, seed=82)
    c.path("M330,720 C620,600 800,330 900,250 C930,232 1010,228 1040,250 C1150,340 1330,610 1640,720 Z", c.down("#6f8fb8", "#a9bfd2"))
    c.path("M745,420 C810,350 860,285 900,250 C930,232 1010,228 1040,250 C1080,285 1130,350 1190,420 L1150,395 L1120,440 L1070,390 L1030,450 L980,392 L930,448 L880,392 L830,436 L800,398 Z", "#fbfcff")
    c.oval(960, 690, 1200, 60, "#fff", opacity=.65, blur=30)
    c.path(ridge(WIDE, 780, 110, 91, 4), c.down("#7c9d86", "#96b58c"))
    for k in range(15):
        t = k / 14
        y = 760 + 560 * t ** 1.35
        amp = 16 + 46 * t
        thick = 22 + 74 * t
        p = [(x, y + amp * math.sin(x / (280 + 240 * t) + k * .55)) for x in range(-40, WIDE + 80, 40)]
        d = "M" + " L".join(f"{a:.0f},{b:.0f}" for a, b in p) + f" L{WIDE + 60},{y + thick + amp} L-40,{y + thick + amp} Z"
        c.path(d, c.down((0, mix("#b9d873", "#8dbb4a", t)), (.35, mix("#5f9640", "#4a8a34", t)), (1, "#1f4a22")))
        for i in range(int(120 - 40 * t)):
            x = WIDE * c.random.random()
            yy = y + amp * math.sin(x / (280 + 240 * t) + k * .55) + 2
            s = 4 + 15 * t
            c.oval(x, yy + s * .3, s, s * .55, mix("#d6ec93", "#6fa63f", c.random.random()), opacity=.85)
    c.save("tea/images/terraces.jpg")


def tin():
    back = light(sweep(1600, 1600, ("#e6e2d4", "#f3efe3", "#cfc8b4")), .3, .3, .6, "#fff", .12)
    c = Canvas(1600, 1600, back, 83)
    c.rect(0, 1210, 1600, 400, c.down("#b9ad94", "#d9cfb9"), blur=6), c.oval(860, 1372, 470, 56, "#2f2a1c", blur=28, opacity=.55)
    c.path("M470,520 L1130,520 L1130,1340 C1130,1400 470,1400 470,1340 Z", c.down((0, "#1c3317"), (.2, "#456b33"), (.38, "#5f8a45"), (.7, "#2f5223"), (1, "#14260f"), angle=0))
    c.path("M455,360 L1145,360 L1145,540 C1145,590 455,590 455,540 Z", c.down((0, "#23401c"), (.2, "#557d3f"), (.38, "#76a257"), (.7, "#375c29"), (1, "#182c12"), angle=0)), c.oval(800, 360, 345, 52, c.round((0, "#8db56b"), (1, "#4d7537")))
    c.path("M600,640 L1000,640 L1000,1250 C1000,1272 600,1272 600,1250 Z", "#f6f1e2")
    for i, word in enumerate("翠山園"):
        c.text(800, 790 + i * 150, word, 130, "#2f5223", "Noto Serif CJK JP, Noto Sans CJK JP", 600, "middle")
    c.rect(850, 1150, 84, 84, "#b8382c", r=8), c.text(892, 1214, "茶", 62, "#fff", "Noto Serif CJK JP, Noto Sans CJK JP", 700, "middle")
    for x, y, t in ((320, 1440, 20), (1260, 1450, -30), (1120, 1490, 60), (460, 1500, 140), (1330, 1510, 100)):
        c.open(transform=f"translate({x},{y}) rotate({t})")
        c.path("M-80,0 C-40,-44 40,-44 84,0 C40,40 -40,40 -80,0 Z", c.down("#8dbb4a", "#2f6224")), c.path("M-78,0 L82,0", stroke="#c9e08d", width=3)
        c.close()
    c.save("tea/images/tin.jpg")


def house():
    """A tea room that looks onto a garden."""
    c = Canvas(back=light(sweep(WIDE, HIGH, ("#b89f78", "#cdb48c", "#9d8460")), .5, .4, .5, "#fff2cf", .3), seed=84)
    c.rect(360, 150, 1200, 740, c.down("#cfe6ee", "#eaf3da", "#b9d58d"))
    c.open(**{"clip-path": c.clip('<rect x="360" y="150" width="1200" height="740"/>')})
    for _ in range(700):
        x, y = 360 + 1200 * c.random.random(), 190 + 330 * c.random.random()
        c.disc(x, y, 10 + 28 * c.random.random(), mix("#b8382c", "#f2a04a", c.random.random()), opacity=.6, blur=2)
    for x in (560, 1280):
        c.path(f"M{x},720 C{x + 10},600 {x - 30},520 {x + 20},380 M{x},600 q60,-80 130,-110 M{x - 6},560 q-70,-60 -120,-80", stroke="#3b2a20", width=24)
    c.rect(360, 690, 1200, 220, c.down("#8fb35f", "#557d3a"))
    for i in range(26):
        c.oval(420 + i * 46, 745 + 18 * math.sin(i), 60, 34, c.round((0, "#a9cc72"), (1, "#4a7434"), cy=.3))
    c.oval(960, 850, 420, 46, c.down("#cfe6ee", "#8fb5c4")), c.path("M1040,850 L1052,760 L1130,760 L1142,850 Z M1030,762 L1091,706 L1152,762 Z", "#7d7a72")
    c.close()
    for x in (360, 660, 960, 1260, 1560):
        c.rect(x - 9, 130, 18, 780, "#4a3524")
    c.rect(340, 120, 1240, 30, "#4a3524"), c.rect(340, 880, 1240, 26, "#4a3524")
    for side in (0, 1580):
        c.rect(side, 120, 340, 790, c.down("#fbf5e4", "#ecdfc2"))
        for k in range(5):
            c.rect(side + k * 85 - 3, 120, 6, 790, "#6b5038"), c.rect(side, 120 + k * 196, 340, 6, "#6b5038")
    c.path("M0,1280 L340,906 L1580,906 L1920,1280 Z", c.down("#c9bd83", "#b3a468"))
    for k in range(60):
        c.path(f"M{340 + k * 21},906 L{k * 32.5},1280", stroke="#8d7f4a", width=1.5, opacity=.4)
    c.path("M960,906 L960,1280 M150,1110 L1770,1110", stroke="#2f4a2b", width=10, opacity=.85)
    c.oval(960, 1130, 330, 34, "#3b2a14", opacity=.5, blur=14), c.rect(660, 1040, 600, 34, c.down("#7d4a2c", "#4a2814"), r=6), c.rect(690, 1074, 26, 56, "#4a2814"), c.rect(1204, 1074, 26, 56, "#4a2814")
    c.path("M820,960 L940,960 C936,1020 916,1040 900,1042 L860,1042 C842,1040 824,1020 820,960 Z", c.down("#27424d", "#5d828c", "#1b2f38", angle=0)), c.oval(880, 960, 60, 11, "#7fa83f")
    c.path("M1040,970 C1040,950 1140,950 1140,970 L1150,1020 C1150,1046 1030,1046 1030,1020 Z", c.down("#3a2a22", "#6b5244", "#231812", angle=0)), c.path("M1148,990 L1190,966", stroke="#3a2a22", width=12), c.path("M1050,960 q40,-70 80,0", stroke="#3a2a22", width=8)
    c.save("tea/images/tea-room.jpg")


def mark(c):
    c.disc(80, 80, 74, GREEN), c.path("M80,132 C30,96 40,44 80,26 C120,44 130,96 80,132 Z", "#f6f1e2"), c.path("M80,128 L80,52 M80,90 L60,72 M80,104 L102,82", stroke=GREEN, width=6)


def draw():
    bowl(), terraces(), tin(), house()
    logo("tea/images/logo.png", mark, "翠山園", "#2f5223", font="Noto Serif CJK JP, Noto Sans CJK JP", weight=700, size=104)
