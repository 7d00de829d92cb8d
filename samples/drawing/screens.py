"""Devices and their screens, for the software and app samples."""
import math

from kit import *


def phone(c, x, y, w, screen, turn=0, body="#15171c"):
    """A phone of width w; screen(c) draws in a 390 x 844 box."""
    k = w / 430
    c.open(transform=f"translate({x},{y}) rotate({turn}) scale({k:.4f})")
    c.rect(10, 40, 420, 880, "#0b1020", r=70, blur=34, opacity=.5)
    c.rect(-3, -3, 436, 890, c.down("#6b7280", body, "#4b5563", angle=30), r=70), c.rect(2, 2, 426, 880, body, r=66)
    clip = c.clip('<rect x="0" y="0" width="390" height="844" rx="48"/>')
    c.open(transform="translate(20,20)", **{"clip-path": clip})
    screen(c)
    c.rect(132, 14, 126, 34, "#000", r=17)
    c.path("M-60,-20 L150,-20 L-60,500 Z", "#fff", opacity=.06)
    c.close(), c.close()


def laptop(c, x, y, w, screen):
    """A laptop seen from the front; screen(c) draws in a 1440 x 900 box."""
    k = w / 1520
    c.open(transform=f"translate({x},{y}) scale({k:.4f})")
    c.oval(760, 1010, 980, 46, "#0b1020", blur=30, opacity=.5)
    c.rect(0, 0, 1520, 980, c.down("#3a3f4a", "#15181f"), r=34), c.rect(6, 6, 1508, 968, "#0c0e13", r=30)
    c.open(transform="translate(40,38)", **{"clip-path": c.clip('<rect x="0" y="0" width="1440" height="900"/>')})
    screen(c)
    c.close()
    c.path("M-150,972 L1670,972 L1700,1000 C1690,1016 1670,1020 1640,1020 L-120,1020 C-150,1020 -170,1016 -180,1000 Z", c.down("#d9dde3", "#8d949f"))
    c.path("M640,972 L880,972 C876,990 860,992 840,992 L680,992 C660,992 644,990 640,972 Z", "#a7adb7")
    c.close()


def curve(c, x, y, w, h, values, color, width=5, fill=True):
    """A smooth line chart."""
    step = w / (len(values) - 1)
    p = [(x + i * step, y + h - v * h) for i, v in enumerate(values)]
    d = f"M{p[0][0]:.0f},{p[0][1]:.0f}" + "".join(
        f" C{a[0] + step / 2:.0f},{a[1]:.0f} {b[0] - step / 2:.0f},{b[1]:.0f} {b[0]:.0f},{b[1]:.0f}" for a, b in zip(p, p[1:]))
    if fill:
        c.path(d + f" L{x + w},{y + h} L{x},{y + h} Z", c.down((0, color, .35), (1, color, 0)))
    c.path(d, stroke=color, width=width)


def ring(c, x, y, r, part, color, track, width):
    a = part * 2 * math.pi - math.pi / 2
    c.disc(x, y, r, "none", stroke=track, width=width)
    c.path(f"M{x},{y - r} A{r},{r} 0 {int(part > .5)} 1 {x + r * math.cos(a):.1f},{y + r * math.sin(a):.1f}", stroke=color, width=width)
