"""Norrlid, a coffee roaster: cup, bag, beans, flat white, farm."""
import math

from kit import *

CREAM, ROAST, INK = "#f4ead9", "#2b170d", "#1f3a36"


def bean(c, x, y, size, turn, tone, shadow=True):
    """One roasted bean, its crease along the long axis."""
    dark, mid, lit = mix("#170b05", "#3b1d0e", tone), mix("#341a0d", "#6e3c1d", tone), mix("#6d4223", "#c08a56", tone)
    c.open(transform=f"translate({x:.1f} {y:.1f}) rotate({turn:.1f}) scale({size:.3f})")
    if shadow:
        c.oval(3, 7, 53, 36, "#000", opacity=.42, blur=7)
    c.oval(0, 0, 50, 34, c.round((0, lit), (.45, mid), (1, dark), cx=.4, cy=.3, r=.75))
    c.path("M-46,2 C-24,-14 -8,10 8,-2 S34,-8 47,3", stroke="#0d0502", width=5.5, opacity=.85)
    c.path("M-44,6 C-24,-9 -8,15 8,3 S34,-3 45,7", stroke=mix(mid, lit, .5), width=2, opacity=.7)
    c.oval(-12, -19, 22, 6, "#fff4e4", opacity=.16 + .18 * tone, blur=5, turn=(-8, -12, -19))
    c.close()


def scatter(c, count, x, y, w, h, small, large, power=1.0):
    for i in range(count):
        t = (i / count) ** power
        bean(c, x + w * c.random.random(), y + h * c.random.random(), small + (large - small) * c.random.random(),
             360 * c.random.random(), min(1, .12 + .75 * t * (.6 + .4 * c.random.random())))


def steam(c, x, y, scale=1.0):
    for dx, bend, op in ((-46, -1, .3), (6, 1, .36), (58, -1, .24)):
        d = f"M{x + dx},{y} c{60 * bend * scale},{-90 * scale} {-70 * bend * scale},{-170 * scale} {10 * bend},{-270 * scale} " \
            f"s{80 * bend * scale},{-140 * scale} {20 * bend * scale},{-240 * scale}"
        c.path(d, stroke="#fff6ea", width=30, opacity=op, blur=17)


def window(seed, warm):
    """An out-of-focus morning window over a wooden table."""
    room = sweep(WIDE, 820, ("#3c2a22", "#7a5a42", "#a57d57"))
    room = light(room, .2, .32, .42, "#ffd9a0", warm)
    table = wood(WIDE, HIGH - 820, ("#2c170d", "#6b4026", "#a5724a"), 4, seed)
    table = light(table, .2, 0, .5, "#ffd9a0", .5)
    return np.concatenate([room, table])


def hero():
    c = Canvas(back=window(4, .42), seed=2)
    for i in range(6):
        c.rect(150 + (i % 3) * 175, 70 + (i // 3) * 300, 150, 270, c.down("#fff0cf", "#f3c98d"), opacity=.62, blur=26)
    for i in range(26):
        c.disc(760 + 1150 * c.random.random(), 40 + 640 * c.random.random(), 20 + 42 * c.random.random(),
               ("#ffcf8a", "#ff9f5a", "#fff0c8")[i % 3], opacity=.06 + .14 * c.random.random(), blur=7)
    c.rect(0, 806, WIDE, 26, "#24130b", blur=14, opacity=.75)
    c.rect(1425, 300, 330, 560, c.down("#17332f", "#2f5a53", "#16302c", angle=0), r=14, blur=5)
    c.rect(1425, 440, 330, 170, "#efe3cd", blur=5, opacity=.95)
    c.text(1590, 545, "NORRLID", 62, "#1f3a36", weight=700, anchor="middle", spacing=6, opacity=.75)
    c.oval(1590, 880, 260, 40, "#000", blur=26, opacity=.5)
    c.oval(1010, 1085, 560, 110, "#0c0502", blur=38, opacity=.62)
    c.oval(930, 1040, 505, 118, c.down("#d9cbb4", "#a8937a"))
    c.oval(930, 1026, 505, 116, c.round((0, "#fbf4e6"), (.6, "#f1e6d3"), (.93, "#dfd0b8"), (1, "#fffaf0")))
    c.oval(930, 1030, 300, 60, "#55402e", blur=20, opacity=.55)
    body = "M600,610 C604,860 690,1020 800,1038 L1060,1038 C1170,1020 1256,860 1260,610 Z"
    c.path("M1235,690 C1420,640 1450,900 1180,905", stroke=c.down("#fffaf0", "#d8c8ae"), width=46)
    c.path("M1235,690 C1420,640 1450,900 1180,905", stroke="#b39c80", width=10, opacity=.35, blur=6)
    c.path(body, c.down((0, "#c9b79d"), (.1, "#fff9ee"), (.34, "#fffdf8"), (.72, "#e2d3bb"), (1, "#9f8a70"), angle=0))
    c.path(body, c.down((0, "#000", 0), (.65, "#2b170d", 0), (1, "#2b170d", .34)))
    c.path("M690,690 C694,850 740,950 800,990", stroke="#ffffff", width=30, opacity=.75, blur=12)
    c.oval(930, 610, 330, 82, c.down("#fffaf0", "#d6c6ab"))
    c.oval(930, 616, 308, 70, c.down("#6d5037", "#c6ab86"))
    c.oval(930, 630, 292, 58, c.round((0, "#c98b4e"), (.5, "#9b5d2c"), (.85, "#5d3014"), (1, "#331608"), cy=.4))
    c.oval(870, 618, 120, 16, "#f3c48b", opacity=.55, blur=10)
    for i in range(46):
        a, q = 6.283 * c.random.random(), .82 + .16 * c.random.random()
        c.disc(930 + 288 * q * math.cos(a), 630 + 56 * q * math.sin(a), 2 + 5 * c.random.random(), "#e6b880", opacity=.5)
    steam(c, 920, 590, .95)
    for x, y, s, t in ((330, 1130, 1.0, 20), (430, 1190, 1.15, 140), (240, 1205, 1.2, -30), (1480, 1170, 1.15, 60), (1600, 1120, .95, 10),
                       (1690, 1200, 1.25, -50), (545, 1235, 1.2, 75)):
        bean(c, x, y, s, t, .75)
    c.save("coffee/images/morning-cup.jpg", glow=.16)


def bag():
    back = light(sweep(1600, 1600, ("#d9b98f", "#e8cfa8", "#c49e70")), .3, .25, .6, "#fff3dc", .35)
    c = Canvas(1600, 1600, back, 3)
    c.rect(0, 1230, 1600, 370, c.down("#b98d5c", "#dcb98b"), blur=6)
    c.oval(870, 1420, 560, 70, "#3a220f", blur=34, opacity=.6)
    shape = "M450,330 L1150,330 L1190,480 C1215,820 1215,1120 1185,1420 L415,1420 C385,1120 385,820 410,480 Z"
    c.path(shape, c.down((0, "#0f2623"), (.14, "#2b554e"), (.32, "#3c6b63"), (.6, "#1f433e"), (.85, "#17332f"), (1, "#0c1f1c"), angle=0))
    c.rect(436, 300, 728, 70, c.down("#32615a", "#142f2b"), r=6)
    for i in range(24):
        c.rect(440 + i * 30.2, 304, 3, 62, "#0c211e", opacity=.35)
    for x, w, op in ((470, 20, .25), (1120, 34, .3)):
        c.path(f"M{x},380 C{x - 30},700 {x - 30},1100 {x - 10},1400", stroke="#7fb0a6", width=w, opacity=op, blur=16)
    c.path("M560,400 C600,520 540,640 590,760", stroke="#8fc0b6", width=14, opacity=.25, blur=10)
    c.rect(520, 590, 560, 560, c.down("#fbf3e3", "#eadcc2"), r=10)
    c.rect(545, 615, 510, 510, "none", r=4, stroke="#1f3a36", width=3)
    c.disc(800, 765, 88, c.down("#f0a44b", "#d9672e"))
    c.path("M600,850 L720,730 L790,800 L880,690 L1000,850 Z", "#1f3a36")
    c.path("M600,850 L720,730 L760,770 L700,850 Z", "#34605a")
    c.text(800, 955, "NORRLID", 78, "#1f3a36", weight=800, anchor="middle", spacing=12)
    c.text(800, 1010, "SUNRISE BLEND", 34, "#d9672e", weight=600, anchor="middle", spacing=8)
    c.text(800, 1082, "Apricot · Cocoa · Honey", 29, "#5b4632", anchor="middle")
    c.text(800, 1265, "WHOLE BEAN   340 g", 28, "#cfe2dc", weight=500, anchor="middle", spacing=5)
    c.disc(800, 470, 23, "#0f2623", stroke="#4c8178", width=5)
    for _ in range(34):
        x = 120 + 1400 * c.random.random()
        bean(c, x, 1440 + 120 * c.random.random(), .75 + .35 * c.random.random(), 360 * c.random.random(), .3 + .6 * c.random.random())
    c.save("coffee/images/sunrise-bag.jpg")


def beans():
    c = Canvas(back=sweep(WIDE, HIGH, ("#120804", "#2a160b")), seed=5)
    scatter(c, 520, -60, -60, WIDE + 120, HIGH + 120, 1.25, 1.75)
    c.save("coffee/images/beans.jpg", quality=78)


def flat_white():
    back = light(plaster(WIDE, HIGH, "#e9e2d6", "#cfc5b6", 8), .25, .1, .8, "#fff6e8", .2)
    c = Canvas(back=back, seed=9)
    c.path("M-20,-20 L700,-20 L420,1300 L-20,1300 Z", "#5d7c74", opacity=.9)
    for i in range(16):
        c.path(f"M{-20 + i * 44},-20 L{-300 + i * 44},1300", stroke="#e9e2d6", width=3, opacity=.28)
    c.oval(1010, 730, 520, 500, "#2a1a10", blur=46, opacity=.5)
    c.disc(960, 640, 500, c.round((0, "#f7f2e8"), (.8, "#efe7d9"), (.93, "#d9cdbb"), (.97, "#fffdf7"), (1, "#cbbda8")))
    c.oval(985, 668, 335, 325, "#5a4735", blur=26, opacity=.5)
    c.path("M1215,460 L1420,255", stroke=c.down("#fffdf7", "#cfc0a9"), width=62)
    c.path("M1225,470 L1430,265", stroke="#9d8a72", width=10, opacity=.4, blur=5)
    c.disc(960, 640, 322, c.down("#fffefa", "#d8cab4", angle=45))
    c.disc(960, 640, 292, c.down("#8b6748", "#d8bd99", angle=45))
    c.disc(960, 640, 282, c.round((0, "#c38a52"), (.7, "#a86a35"), (.92, "#7b4520"), (1, "#4c260e")))
    milk = c.round((0, "#fffaf0"), (1, "#f0ddbf"))
    for i in range(7):
        y, half = 810 - i * 52, (205, 222, 216, 196, 166, 128, 84)[i]
        c.path(f"M960,{y + 34} C{960 - half * .6},{y + 30} {960 - half},{y - 20} {960 - half * .92},{y - 62} "
               f"C{960 - half * .7},{y - 20} {960 - half * .3},{y - 4} 960,{y} C{960 + half * .3},{y - 4} {960 + half * .7},{y - 20} {960 + half * .92},{y - 62} "
               f"C{960 + half},{y - 20} {960 + half * .6},{y + 30} 960,{y + 34} Z", milk, opacity=.95)
    c.path("M960,420 C925,385 885,410 905,452 C920,480 945,492 960,512 C975,492 1000,480 1015,452 C1035,410 995,385 960,420 Z", milk)
    c.path("M960,500 L960,880", stroke="#a86a35", width=7, opacity=.8)
    c.path("M725,560 A245,245 0 0 1 880,410", stroke="#fff", width=16, opacity=.35, blur=8)
    c.oval(1590, 900, 60, 300, "#2a1a10", blur=22, opacity=.35, turn=(24, 1590, 900))
    c.path("M1640,640 L1500,1120", stroke=c.down("#f3efe8", "#a9a39a", "#efe9df", angle=0), width=26)
    c.oval(1655, 590, 44, 74, c.round((0, "#fefefe"), (.6, "#b5afa6"), (1, "#ece6dc")), turn=(17, 1655, 590))
    c.save("coffee/images/flat-white.jpg")


def farm():
    sky = sweep(WIDE, HIGH, ("#3d5f86", "#9aa9b5", "#f5c58f", "#ffdca6", "#f3b775"))
    c = Canvas(back=light(sky, .66, .46, .2, "#fff1cf", .38), seed=11)
    c.disc(1270, 560, 70, "#fffbe8", blur=4)
    for i, (base, height, tone) in enumerate(((700, 260, .12), (800, 210, .3), (900, 200, .5), (1020, 190, .7))):
        c.path(ridge(WIDE, base, height, 30 + i, 6), c.down(mix("#e3ae7d", "#23453b", tone), mix("#f2cfa0", "#2c5444", tone * .8)))
        c.oval(960, base + 40, 1300, 60, "#ffe2b8", opacity=.4 - .07 * i, blur=38)
    c.path(ridge(WIDE, 1060, 90, 40, 3), c.down("#2f5a35", "#14301d"))
    for row in range(15):
        y = 1050 + row * row * 1.4 + row * 4
        for k in range(46 - row * 2):
            s = 9 + row * 2.6
            x = (k + (row % 2) * .5 + .25 * c.random.random()) * WIDE / (46 - row * 2)
            green = mix("#1c4023", "#5c8a3c", .25 + .6 * c.random.random())
            c.oval(x, y + s * .6, s * 1.3, s * .6, "#0a1a0e", opacity=.45)
            c.oval(x, y, s * 1.15, s, c.round((0, mix(green, "#d9d27a", .4)), (1, green), cx=.65, cy=.25, r=.8))
            if row > 7:
                for _ in range(3):
                    c.disc(x + s * (c.random.random() - .5) * 1.4, y + s * (c.random.random() - .5), 2.6, "#c8342a")
    c.save("coffee/images/huila-farm.jpg", glow=.12)


def mark(c):
    c.disc(80, 80, 74, "#1f3a36")
    c.disc(80, 72, 30, "#e58a3a")
    c.path("M16,112 L60,64 L84,90 L108,58 L146,112 A74,74 0 0 1 16,112 Z", "#f4ead9")


def draw():
    hero(), bag(), beans(), flat_white(), farm()
    logo("coffee/images/logo.png", mark, "Norrlid", INK, weight=800)
    from skimage import data
    Image.fromarray(data.coffee()).save(ROOT / "coffee/images/red-cup.jpg", quality=90)
