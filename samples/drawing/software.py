"""Tidewell, cash-flow software: its dashboard on a desk, close up, and on a phone."""
from kit import *
from screens import curve, laptop, phone, ring

NAVY, TEAL, MINT, CORAL, PAPER = "#0f1f3d", "#0fa3a3", "#8be0c7", "#ff7a59", "#f5f7fb"
FLOW = (.3, .36, .33, .45, .42, .55, .52, .66, .62, .75, .72, .88)


def card(c, x, y, w, h):
    c.rect(x + 2, y + 8, w, h, "#0f1f3d", r=20, blur=12, opacity=.12), c.rect(x, y, w, h, "#fff", r=20)


def dashboard(c):
    c.rect(0, 0, 1440, 900, PAPER), c.rect(0, 0, 250, 900, NAVY)
    c.disc(50, 56, 18, TEAL), c.text(80, 66, "Tidewell", 28, "#fff", weight=700)
    for i, word in enumerate(("Overview", "Invoices", "Forecast", "Payments", "Reports", "Team")):
        c.rect(20, 118 + i * 62, 210, 48, "#1c3157" if i == 0 else NAVY, r=12), c.disc(48, 142 + i * 62, 7, MINT if i == 0 else "#5d739c")
        c.text(70, 149 + i * 62, word, 20, "#fff" if i == 0 else "#a9b8d4", weight=500)
    c.text(290, 74, "Good morning, Amira", 34, NAVY, weight=700), c.text(290, 108, "You will be paid €18,420 this week.", 20, "#63708a")
    for i, (name, value, change, color) in enumerate((("Cash today", "€84,310", "+12.4 %", TEAL), ("Due in 30 days", "€31,950", "9 invoices", NAVY), ("Late", "€2,140", "-68 %", CORAL))):
        card(c, 290 + i * 378, 140, 354, 150)
        c.text(316 + i * 378, 184, name, 19, "#63708a", weight=500), c.text(316 + i * 378, 240, value, 44, NAVY, weight=700), c.text(620 + i * 378, 240, change, 19, color, weight=600, anchor="end")
    card(c, 290, 316, 732, 330), c.text(318, 362, "Cash flow, next 12 months", 22, NAVY, weight=600)
    for k in range(5):
        c.rect(318, 400 + k * 52, 676, 1.5, "#e3e8f1")
    curve(c, 318, 400, 676, 210, FLOW, TEAL, 6), curve(c, 318, 400, 676, 210, tuple(v * .62 for v in FLOW), CORAL, 4, False)
    c.disc(318 + 676 * 9 / 11, 400 + 210 * .25, 11, "#fff", stroke=TEAL, width=5)
    card(c, 1046, 316, 354, 330), c.text(1074, 362, "Collected", 22, NAVY, weight=600), ring(c, 1223, 500, 92, .87, TEAL, "#e3eef0", 26), c.text(1223, 516, "87 %", 46, NAVY, weight=700, anchor="middle")
    card(c, 290, 672, 1110, 200)
    for i, (who, sum_, state, color) in enumerate((("Harbour Studio", "€4,800.00", "Paid", TEAL), ("Lindqvist & Co", "€2,350.00", "Reminder sent", CORAL), ("Bakery No. 9", "€640.00", "Due Friday", "#63708a"))):
        y = 722 + i * 56
        c.disc(332, y - 7, 17, mix(color, "#ffffff", .65)), c.text(366, y, who, 21, NAVY, weight=500), c.text(1010, y, sum_, 21, NAVY, weight=600, anchor="end")
        c.rect(1180, y - 27, 190, 38, mix(color, "#ffffff", .84), r=19), c.text(1275, y - 1, state, 18, color, weight=600, anchor="middle")


def desk():
    wall = light(plaster(WIDE, 900, "#dfe8ee", "#b9c9d6", 5), .15, .2, .6, "#fff3dd", .2)
    table = wood(WIDE, HIGH - 900, ("#a98660", "#cba77c", "#e0c59d"), 3, 4)
    c = Canvas(back=np.concatenate([wall, table]), seed=4)
    c.rect(0, 890, WIDE, 30, "#5d4a36", blur=14, opacity=.5)
    c.path("M60,-20 L520,-20 L900,900 L320,900 Z", "#fff6de", opacity=.35, blur=30)
    for t, h in ((-38, 300), (-14, 380), (12, 400), (34, 320), (58, 240)):
        c.open(transform=f"translate(1680,800) rotate({t})", blur=4)
        c.path(f"M0,0 C{-h * .22},{-h * .4} {-h * .16},{-h * .8} 0,{-h} C{h * .16},{-h * .8} {h * .22},{-h * .4} 0,0 Z", c.down("#6fa678", "#2d5c46"))
        c.close()
    c.path("M1580,790 L1780,790 L1755,985 L1605,985 Z", c.down("#f7f3ec", "#e6ddcf", "#b9ab97", angle=0), blur=2)
    c.oval(1680, 992, 130, 16, "#3c2e20", opacity=.5, blur=10)
    laptop(c, 330, 210, 1180, dashboard)
    c.oval(205, 1130, 150, 30, "#3c2e20", opacity=.5, blur=14)
    c.path("M105,900 L305,900 L285,1130 C260,1150 150,1150 125,1130 Z", c.down("#173a5e", "#2b6290", "#0f2745", angle=0)), c.oval(205, 900, 100, 24, "#e7edf2"), c.oval(205, 904, 88, 18, c.down("#3b2112", "#8a5a34")), c.path("M296,950 C390,930 390,1070 288,1060", stroke="#1c4870", width=22)
    c.save("software/images/dashboard-desk.jpg")


def close_up():
    c = Canvas(back=sweep(WIDE, HIGH, ("#0b1730", "#12284d", "#0f6f78")), seed=5)
    c.disc(1500, 200, 520, TEAL, opacity=.35, blur=160), c.disc(300, 1150, 420, CORAL, opacity=.22, blur=150)
    c.open(transform="translate(300,120) rotate(-7) scale(1.25)")
    c.rect(20, 40, 1440, 900, "#000", r=24, blur=40, opacity=.5)
    c.open(**{"clip-path": c.clip('<rect x="0" y="0" width="1440" height="900" rx="22"/>')})
    dashboard(c)
    c.close(), c.close()
    c.save("software/images/cash-flow.jpg")


def paid(c):
    c.rect(0, 0, 390, 844, c.down(NAVY, "#123f5c", TEAL)), c.text(28, 110, "Tuesday", 20, "#bcd3e0"), c.text(28, 150, "You got paid", 36, "#fff", weight=700)
    c.rect(24, 190, 342, 190, "#ffffff", r=28), c.text(52, 240, "Harbour Studio", 20, "#63708a"), c.text(52, 300, "€4,800", 54, NAVY, weight=800), c.text(52, 346, "9 days early", 20, TEAL, weight=600)
    c.disc(316, 266, 26, TEAL), c.path("M304,266 l9,10 l16,-20", stroke="#fff", width=6)
    for i, (who, v) in enumerate((("Lindqvist & Co", "€2,350"), ("Bakery No. 9", "€640"), ("Studio Ferro", "€1,120"))):
        c.rect(24, 410 + i * 92, 342, 78, "#ffffff", r=20, opacity=.14), c.text(48, 457 + i * 92, who, 20, "#fff", weight=500), c.text(342, 457 + i * 92, v, 20, "#fff", weight=700, anchor="end")
    c.rect(24, 730, 342, 66, CORAL, r=33), c.text(195, 771, "Send an invoice", 22, "#fff", weight=700, anchor="middle")


def listed(c):
    c.rect(0, 0, 390, 844, PAPER), c.text(28, 120, "Forecast", 36, NAVY, weight=700), c.rect(24, 150, 342, 300, "#fff", r=28), c.text(48, 200, "In 90 days", 20, "#63708a")
    c.text(48, 254, "€112,600", 46, NAVY, weight=800), curve(c, 48, 290, 294, 120, FLOW, TEAL, 6)
    for i, (word, v) in enumerate((("Coming in", "€68,900"), ("Going out", "€40,610"), ("Tax set aside", "€11,300"))):
        c.rect(24, 474 + i * 92, 342, 78, "#fff", r=20), c.text(48, 521 + i * 92, word, 20, NAVY, weight=500), c.text(342, 521 + i * 92, v, 20, (TEAL, CORAL, NAVY)[i], weight=700, anchor="end")


def mobile():
    c = Canvas(back=light(sweep(WIDE, HIGH, ("#ffe3d3", "#ffd0bd", "#f7b7a3")), .3, .3, .7, "#ffffff", .12), seed=6)
    c.disc(560, 640, 420, "#fff", opacity=.4), c.disc(1420, 940, 260, TEAL, opacity=.25)
    phone(c, 480, 150, 520, paid, -8), phone(c, 1220, 220, 430, listed, 9)
    c.save("software/images/paid-on-phone.jpg")


def mark(c):
    c.rect(8, 8, 144, 144, NAVY, r=38), c.path("M30,98 C52,60 70,60 86,84 S120,104 132,62", stroke=MINT, width=15), c.disc(132, 62, 11, CORAL)


def draw():
    desk(), close_up(), mobile()
    logo("software/images/logo.png", mark, "Tidewell", NAVY, weight=800)
