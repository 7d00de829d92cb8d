"""Villa Serein, a lake hotel: facade at dusk, room with a view, terrace, pool."""
from kit import *

DUSK = ("#22335c", "#54588a", "#b97d8f", "#f0a679", "#ffd29b")


def lake(c, top, bottom, seed, color="#fff0d0"):
    """Glints on water."""
    for _ in range(520):
        t = c.random.random() ** 1.6
        y = top + (bottom - top) * t
        c.oval(c.w * c.random.random(), y, 10 + 90 * t * c.random.random(), 1 + 4 * t, color, opacity=.05 + .16 * c.random.random())


def tree(c, x, y, h, color):
    """A cypress."""
    c.path(f"M{x},{y - h} C{x + h * .13},{y - h * .6} {x + h * .13},{y - h * .2} {x + h * .05},{y} L{x - h * .05},{y} "
           f"C{x - h * .13},{y - h * .2} {x - h * .13},{y - h * .6} {x},{y - h} Z", c.down((0, mix(color, "#c98b6a", .25)), (1, color), angle=0))


def building(c, lit=True):
    x, y, w, h = 420, 330, 1080, 560
    c.rect(x, y, w, h, c.down("#e9cfae", "#c9a184"))
    c.rect(x, y, w, h, c.down((0, "#20284a", .42), (.5, "#20284a", 0), (1, "#20284a", .38), angle=0))
    c.path(f"M{x - 40},{y} L{x + 90},{y - 130} L{x + w - 90},{y - 130} L{x + w + 40},{y} Z", c.down("#3a3f5c", "#565a78"))
    for i in range(5):
        cx = x + 130 + i * 205
        c.path(f"M{cx - 34},{y - 20} L{cx - 34},{y - 84} A34,34 0 0 1 {cx + 34},{y - 84} L{cx + 34},{y - 20} Z", "#e2c5a3")
        c.path(f"M{cx - 22},{y - 24} L{cx - 22},{y - 80} A22,22 0 0 1 {cx + 22},{y - 80} L{cx + 22},{y - 24} Z", "#ffd98c")
    for row in range(3):
        c.rect(x - 12, y + 180 * row + 6, w + 24, 12, "#f4e2c8", opacity=.9)
        for i in range(9):
            cx, top = x + 76 + i * 116, y + 40 + row * 180
            on = lit and (i * 5 + row * 3) % 7 != 2
            c.rect(cx - 34, top, 68, 118, "#f3e3ca", r=3)
            c.rect(cx - 27, top + 7, 54, 106, c.down("#ffe9b0", "#ffb75e") if on else c.down("#4b5680", "#7d7391"))
            if on:
                c.rect(cx - 60, top - 20, 120, 160, "#ffc06a", opacity=.20, blur=24)
                c.path(f"M{cx - 27},{top + 7} L{cx - 12},{top + 7} C{cx - 14},{top + 60} {cx - 20},{top + 90} {cx - 27},{top + 113} Z", "#fff3d6", opacity=.7)
                c.path(f"M{cx + 27},{top + 7} L{cx + 12},{top + 7} C{cx + 14},{top + 60} {cx + 20},{top + 90} {cx + 27},{top + 113} Z", "#fff3d6", opacity=.7)
            c.rect(cx - 2, top + 7, 4, 106, "#8c745f")
            c.rect(cx - 48, top + 4, 13, 112, "#5e7a78"), c.rect(cx + 35, top + 4, 13, 112, "#5e7a78")
            if row < 2:
                c.rect(cx - 44, top + 92, 88, 4, "#2a2c40")
                for k in range(9):
                    c.rect(cx - 44 + k * 10.7, top + 92, 2, 30, "#2a2c40")
    c.rect(x + w / 2 - 90, y + 400, 180, 162, c.down("#fff0c4", "#ffb04e"), r=6)
    c.rect(x + w / 2 - 4, y + 400, 8, 162, "#7a5636")
    c.path(f"M{x + w / 2 - 150},{y + 402} L{x + w / 2 - 120},{y + 352} L{x + w / 2 + 120},{y + 352} L{x + w / 2 + 150},{y + 402} Z", c.down("#a8433f", "#7f2c33"))
    c.rect(x + w / 2 - 190, y - 24, 380, 52, "#2d3350", r=4), c.text(x + w / 2 + 5, y + 13, "VILLA SEREIN", 32, "#ffe9bd", "Inter", 600, "middle", 12)


def facade():
    sky = light(sweep(WIDE, 900, DUSK), .8, .9, .5, "#ff9d6a", .25)
    water = sweep(WIDE, 380, ("#e3a184", "#8b6a8c", "#2c3560"))
    c = Canvas(back=np.concatenate([sky, water]), seed=3)
    for _ in range(90):
        c.disc(WIDE * c.random.random(), 330 * c.random.random(), .8 + 1.4 * c.random.random(), "#fff", opacity=.2 + .6 * c.random.random())
    c.path(ridge(WIDE, 720, 330, 5, 6), c.down("#6b6a94", "#a9809a")), c.path(ridge(WIDE, 800, 190, 8, 6), c.down("#47507e", "#6d668f"))
    c.rect(0, 880, WIDE, 24, c.down("#c2977d", "#5b4a5f"))
    c.rect(0, 904, WIDE, 376, c.down("#d99b84", "#6c5c86", "#27305a"))
    building(c)
    for x, h in ((180, 420), (265, 520), (360, 350), (1560, 470), (1650, 380), (1735, 540), (1850, 410), (80, 320)):
        tree(c, x, 895, h, "#16283a")
    for x in range(60, WIDE, 150):
        c.disc(x, 850, 30, "#ffd58a", opacity=.4, blur=14), c.disc(x, 850, 7, "#fff3cf"), c.rect(x - 2, 856, 4, 40, "#20243a")
    c.open(transform="translate(0,1800) scale(1,-1)", opacity=".38", blur=7)
    building(c)
    c.close()
    for x in range(60, WIDE, 150):
        c.oval(x, 1000, 10, 90, "#ffd58a", opacity=.35, blur=8)
    lake(c, 908, 1280, 2)
    c.save("hotel/images/villa-at-dusk.jpg", glow=.22)


def view(c, x, y, w, h):
    """Lake and mountains through a window."""
    clip = c.clip(f'<rect x="{x}" y="{y}" width="{w}" height="{h}"/>')
    c.open(**{"clip-path": clip})
    c.rect(x, y, w, h, c.down("#7fb2d9", "#cfe4ee", "#fff0d5"))
    for k, (base, high, color) in enumerate(((.62, .42, "#8fa9c4"), (.68, .26, "#5f87a0"), (.74, .16, "#3f6f72"))):
        c.open(transform=f"translate({x},{y}) scale({w / WIDE:.3f},{h / HIGH:.3f})")
        c.path(ridge(WIDE, HIGH * base, HIGH * high, 21 + k, 6), c.down(mix(color, "#ffffff", .35), color))
        c.close()
    c.rect(x, y + h * .74, w, h * .26, c.down("#9cc7d8", "#3d7f9c"))
    for _ in range(120):
        c.oval(x + w * c.random.random(), y + h * (.75 + .24 * c.random.random()), 24, 1.5, "#fff", opacity=.35)
    c.close()


def room():
    back = light(plaster(WIDE, HIGH, "#f1e9dd", "#dccfbd", 4), .6, .35, .7, "#fff4dc", .05)
    c = Canvas(back=back, seed=8)
    c.rect(0, 990, WIDE, 290, c.down("#8a6446", "#c39a71"))
    for i in range(13):
        c.path(f"M{960 + (i - 6) * 170},990 L{960 + (i - 6) * 360},1280", stroke="#6b4a31", width=2, opacity=.5)
    c.rect(900, 110, 920, 800, "#fffaf0", r=4), view(c, 925, 135, 870, 750)
    c.rect(1352, 135, 16, 750, "#fffaf0"), c.rect(925, 500, 870, 10, "#fffaf0")
    for x, flip in ((820, 1), (1700, -1)):
        for k in range(6):
            c.path(f"M{x + k * 32},70 C{x + k * 32 + 20 * flip},400 {x + k * 32 - 16 * flip},700 {x + k * 32},1000 L{x + k * 32 + 34},1000 L{x + k * 32 + 34},70 Z",
                   c.down("#dfe6e2", "#a9bab5", "#e8eeea", angle=0), opacity=.94)
    c.rect(780, 58, 1140, 14, "#8d6b47", r=7)
    c.path("M1000,1280 L1330,990 L1650,990 L1700,1280 Z", "#fff3d2", opacity=.3, blur=14)
    c.rect(60, 560, 640, 430, c.down("#40605c", "#2d4845"), r=26)
    for k in range(5):
        c.rect(70 + k * 126, 572, 116, 330, c.down("#56807a", "#34544f"), r=20)
    c.oval(500, 1215, 560, 50, "#3a2616", blur=24, opacity=.55)
    c.path("M30,900 C30,860 80,850 140,850 L860,850 C930,850 960,880 965,930 L990,1190 L30,1190 Z", c.down("#ffffff", "#e8e0d4", "#cdbfae"))
    for k, (px, tint) in enumerate(((90, "#fffdf8"), (360, "#fffdf8"), (230, "#d59a6a"))):
        c.oval(px + 140, 858, 160, 34, "#8f7d68", blur=16, opacity=.35)
        c.path(f"M{px},740 C{px + 60},712 {px + 220},712 {px + 280},740 C{px + 300},790 {px + 296},830 {px + 280},860 C{px + 190},880 {px + 80},880 {px},860 C{px - 18},820 {px - 18},780 {px},740 Z",
               c.down(tint, mix(tint, "#b59f86", .35)))
    c.path("M30,1010 C300,980 700,985 972,1010 L990,1190 L30,1190 Z", c.down("#4d736d", "#2d4a46"))
    c.path("M30,1010 C300,980 700,985 972,1010 L976,1046 C700,1018 300,1014 30,1046 Z", "#e7dccb")
    c.rect(735, 800, 8, 200, "#5a4330"), c.rect(690, 990, 100, 10, "#5a4330")
    c.disc(738, 730, 190, "#ffd48c", opacity=.35, blur=60), c.path("M680,690 L796,690 L830,800 L646,800 Z", c.down("#fff3d0", "#ffd68f"))
    c.save("hotel/images/lake-room.jpg", glow=.12)


def pool():
    back = light(sweep(WIDE, HIGH, ("#4a5b91", "#b786a0", "#ffb788", "#ffe0ad", "#ffe0ad")), .35, .48, .22, "#fff2c8", .5)
    c = Canvas(back=back, seed=6)
    c.disc(670, 590, 62, "#fff6d6", blur=5)
    for k, (base, high, color) in enumerate(((700, 270, "#a57f9b"), (730, 150, "#6a6390"))):
        c.path(ridge(WIDE, base, high, 61 + k, 6), c.down(mix(color, "#ffd9b0", .25), color))
    c.rect(0, 724, WIDE, 90, c.down("#ffcf9f", "#a8839c")), c.oval(670, 760, 130, 26, "#fff3cf", opacity=.8, blur=14)
    c.rect(0, 806, WIDE, 480, c.down("#f7b98f", "#5fa7b8", "#1e6f8d"))
    c.rect(0, 800, WIDE, 12, "#f8e5cf")
    for i in range(260):
        t = c.random.random() ** 1.5
        y, x = 822 + 450 * t, WIDE * c.random.random()
        c.path(f"M{x},{y} q{20 + 60 * t},{-6 - 12 * t} {40 + 120 * t},0", stroke="#fff6e2", width=1 + 3 * t, opacity=.12 + .25 * c.random.random())
    c.oval(670, 960, 70, 150, "#fff1c9", opacity=.5, blur=34)
    c.path("M1240,1280 L1420,960 L1920,960 L1920,1280 Z", c.down("#d8c3a6", "#a58c72"))
    for dx in (0, 270):
        c.oval(1560 + dx * .9, 1152, 170, 18, "#4c3b33", opacity=.5, blur=10)
        c.path(f"M{1420 + dx},1120 L{1660 + dx},1120 L{1730 + dx},985 L{1752 + dx},995 L{1684 + dx},1150 L{1420 + dx},1150 Z", c.down("#ffffff", "#d9ccbd"))
        c.path(f"M{1440 + dx},1108 L{1655 + dx},1108 L{1715 + dx},990", stroke="#4d8a92", width=20)
    c.path("M1500,640 C1560,540 1800,540 1870,640 C1780,616 1590,616 1500,640 Z", c.down("#fff7e8", "#e0b99b"))
    c.rect(1680, 560, 9, 440, "#6b4e3a")
    c.path("M0,1280 C30,1000 150,900 260,880 C180,960 160,1040 190,1280 Z", "#17394a", blur=3), c.path("M60,1280 C120,1060 260,980 400,985 C290,1050 250,1130 260,1280 Z", "#1f4a55", blur=3)
    c.save("hotel/images/infinity-pool.jpg", glow=.2)


def breakfast():
    from restaurant import plate, glass
    c = Canvas(back=light(plaster(WIDE, HIGH, "#eef3f4", "#cfdde0", 14), .2, .1, .7, "#fff7dd", .06), seed=12)
    for i in range(9):
        c.rect(i * 240 - 60, -10, 60, HIGH + 20, "#7fa6b5", opacity=.16), c.rect(-10, i * 180 - 30, WIDE + 20, 45, "#7fa6b5", opacity=.16)
    plate(c, 700, 690, 400)
    for k, (x, y, t) in enumerate(((600, 620, 20), (800, 760, -35))):
        c.open(transform=f"translate({x},{y}) rotate({t})")
        c.path("M-210,60 C-190,-90 -70,-150 40,-130 C150,-110 220,-20 200,70 C150,10 90,-10 0,-6 C-90,-4 -150,20 -210,60 Z", c.round((0, "#f3c479"), (.6, "#d98e3c"), (1, "#8f4f19"), cy=.3, r=.7))
        for q in (-120, -60, 10, 80, 140):
            c.path(f"M{q},-112 C{q - 26},-60 {q - 20},-30 {q - 34},14", stroke="#8a4a16", width=7, opacity=.45)
        c.path("M-150,-20 C-100,-90 0,-120 90,-90", stroke="#ffe6b0", width=14, opacity=.55, blur=6)
        c.close()
    for i in range(11):
        x, y = 840 + 150 * c.random.random(), 480 + 130 * c.random.random()
        c.disc(x, y, 27, c.round((0, "#6f7fc4"), (1, "#232b5c"), cx=.35, cy=.3)), c.disc(x - 8, y - 8, 6, "#cfd8ff", opacity=.6)
    glass(c, 1290, 380, 130, ("#ffc54d", "#f08a1e"))
    c.oval(1500, 905, 210, 190, "#3e4d52", opacity=.35, blur=22)
    c.disc(1480, 880, 190, c.round((0, "#fff"), (.9, "#eee6db"), (1, "#fff"))), c.disc(1480, 880, 128, "#e6dccd"), c.disc(1480, 880, 118, c.round((0, "#d7a066"), (.8, "#8d5427"), (1, "#5d3214")))
    c.oval(1450, 850, 50, 26, "#f3d3a4", opacity=.6, blur=10)
    for x, fill in ((200, "#c9ccd0"), (1160, "#c9ccd0")):
        c.rect(x, 420, 22, 620, c.down("#f7f8f9", "#9da3a8", angle=0), r=11), c.oval(x + 11, 410, 30, 84, c.down("#fafbfc", "#9ba1a6", angle=0))
    c.save("hotel/images/breakfast.jpg")


def mark(c):
    c.disc(80, 80, 74, "#2d4a46"), c.path("M30,104 L58,56 L80,84 L102,46 L130,104 Z", "#e9cfae"), c.path("M28,116 q26,-14 52,0 t52,0", stroke="#9cc7d8", width=7)


def draw():
    facade(), room(), pool(), breakfast()
    logo("hotel/images/logo.png", mark, "Villa Serein", "#2d4a46", weight=500, size=84)
