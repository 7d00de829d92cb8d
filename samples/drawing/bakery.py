"""Bakery No. 9: one loaf, for the page that says almost nothing."""
from kit import *


def loaf():
    c = Canvas(1280, 853, light(wood(1280, 853, ("#4a3423", "#7a583c", "#a3805c"), 4, 17), .2, .1, .7, "#ffe6bd", .3), 95)
    c.oval(660, 520, 430, 250, "#000", blur=34, opacity=.55), c.oval(640, 450, 420, 260, c.round((0, "#e3a45c"), (.5, "#b5702e"), (.85, "#7a4218"), (1, "#3f1f0a"), cx=.42, cy=.3, r=.75))
    for k in range(4):
        x = 380 + k * 140
        c.path(f"M{x},{330 - 20 * (k in (1, 2))} C{x + 60},{400} {x + 70},{500} {x + 30},{600}", stroke="#f3d3a0", width=44, opacity=.9, blur=3), c.path(f"M{x + 20},{335 - 20 * (k in (1, 2))} C{x + 80},{400} {x + 92},{500} {x + 52},{600}", stroke="#7a4218", width=9, opacity=.7, blur=2)
    for _ in range(1500):
        c.disc(260 + 760 * c.random.random(), 220 + 450 * c.random.random(), .8 + 2.2 * c.random.random(), "#fff6e2", opacity=.35)
    c.save("bakery/loaf.jpg")


def draw():
    loaf()
