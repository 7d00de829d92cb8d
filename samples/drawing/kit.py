"""The drawing kit of the samples: vector shapes (rendered by rsvg-convert) over numpy textures, finished with grain."""
import io
import math
import subprocess
from pathlib import Path

import numpy as np
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
WIDE, HIGH = 1920, 1280


def rgb(color):
    """'#rrggbb' or '#rgb' as three floats of 0 to 255."""
    color = color if len(color) == 7 else "#" + "".join(2 * d for d in color[1:])
    return np.array([int(color[i:i + 2], 16) for i in (1, 3, 5)], float)


def mix(a, b, t):
    """The colour t of the way from a to b."""
    c = rgb(a) * (1 - t) + rgb(b) * t
    return "#%02x%02x%02x" % tuple(int(round(v)) for v in c)


def noise(w, h, cells_x, cells_y, seed, octaves=4):
    """Smooth fractal noise of 0 to 1, h rows of w."""
    rng = np.random.default_rng(seed)
    total, weight = np.zeros((h, w)), 0.0
    for o in range(octaves):
        small = rng.random((max(2, int(cells_y * 2 ** o)), max(2, int(cells_x * 2 ** o)))).astype(np.float32)
        total += np.asarray(Image.fromarray(small).resize((w, h), Image.BICUBIC)) * 0.5 ** o
        weight += 0.5 ** o
    total /= weight
    return np.clip((total - total.min()) / (np.ptp(total) + 1e-9), 0, 1)


def ramp(t, colors):
    """Maps values of 0 to 1 onto a list of colours, evenly spaced."""
    stops = np.linspace(0, 1, len(colors))
    table = np.stack([rgb(c) for c in colors])
    return np.stack([np.interp(t, stops, table[:, i]) for i in range(3)], -1)


def wood(w=WIDE, h=HIGH, colors=("#3a2114", "#6d4328", "#96633d"), planks=5, seed=1):
    """A table of long boards, grain along x."""
    out = np.zeros((h, w, 3))
    edge = np.linspace(0, h, planks + 1).astype(int)
    for i in range(planks):
        a, b = edge[i], edge[i + 1]
        fibre = noise(w, b - a, 3, 40, seed + i, 4)
        wave = noise(w, b - a, 2, 3, seed + 50 + i, 2)
        t = 0.5 + 0.35 * np.sin(wave * 34 + fibre * 3) * 0.5 + (fibre - .5) * .55
        t = np.clip(t * .8 + .1 + ((i * 37 + seed) % 7 - 3) * .03, 0, 1)
        band = ramp(t, colors)
        y = np.arange(b - a)[:, None, None]
        band *= 1 - .55 * np.exp(-y / 2.2) - .35 * np.exp(-(b - a - 1 - y) / 2.0)
        out[a:b] = band
    return out


def plaster(w, h, light, dark, seed=3, fine=.03):
    """A wall or cloth of one colour with soft unevenness."""
    t = noise(w, h, 3, 2, seed, 5)
    rng = np.random.default_rng(seed)
    return ramp(t, (dark, light)) * (1 + fine * (rng.random((h, w, 1)) - .5))


def sweep(w, h, colors, vertical=True):
    """A plain gradient as a picture."""
    t = np.linspace(0, 1, h)[:, None] * np.ones((1, w)) if vertical else np.ones((h, 1)) * np.linspace(0, 1, w)[None]
    return ramp(t, colors)


def light(image, cx, cy, radius, color, strength):
    """Adds a soft pool of light at (cx, cy), as fractions of the picture."""
    h, w = image.shape[:2]
    y, x = np.mgrid[0:h, 0:w]
    d = np.hypot((x / w - cx), (y / h - cy) * h / w) / radius
    return image + rgb(color) * (strength * np.exp(-d * d))[..., None]


class Canvas:
    """Collects shapes; `save` lays them over a texture and writes a JPEG."""

    def __init__(self, w=WIDE, h=HIGH, back=None, seed=0):
        self.w, self.h, self.back = w, h, back
        self.defs, self.body, self.ids = [], [], {}
        self.random = np.random.default_rng(seed)

    def define(self, key, text):
        if key not in self.ids:
            self.ids[key] = f"d{len(self.ids)}"
            self.defs.append(text.replace("$", self.ids[key]))
        return f"url(#{self.ids[key]})"

    def down(self, *stops, angle=90):
        """A linear gradient over the shape; stops are colours or (offset, colour, opacity)."""
        a = math.radians(angle)
        x, y = math.cos(a) / 2, math.sin(a) / 2
        head = f'<linearGradient id="$" x1="{.5 - x:.3f}" y1="{.5 - y:.3f}" x2="{.5 + x:.3f}" y2="{.5 + y:.3f}">'
        return self.define(("l", stops, angle), head + self.stops(stops) + "</linearGradient>")

    def round(self, *stops, cx=.5, cy=.5, r=.5, fx=None, fy=None):
        """A radial gradient over the shape."""
        fx, fy = cx if fx is None else fx, cy if fy is None else fy
        head = f'<radialGradient id="$" cx="{cx}" cy="{cy}" r="{r}" fx="{fx}" fy="{fy}">'
        return self.define(("r", stops, cx, cy, r, fx, fy), head + self.stops(stops) + "</radialGradient>")

    @staticmethod
    def stops(stops):
        out = []
        for i, s in enumerate(stops):
            at, color, alpha = (i / max(1, len(stops) - 1), s, 1) if isinstance(s, str) else (*s, 1)[:3]
            out.append(f'<stop offset="{at:.3f}" stop-color="{color}" stop-opacity="{alpha}"/>')
        return "".join(out)

    def blur(self, size):
        return self.define(("b", size), f'<filter id="$" x="-60%" y="-60%" width="220%" height="220%">'
                                        f'<feGaussianBlur stdDeviation="{size}"/></filter>')

    def shape(self, tag, fill="none", blur=0, opacity=1, stroke=None, width=1, turn=None, clip=None, **at):
        text = f"<{tag} " + " ".join(f'{k}="{v:.2f}"' if isinstance(v, float) else f'{k}="{v}"' for k, v in at.items())
        text += f' fill="{fill}"'
        if stroke:
            text += f' stroke="{stroke}" stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round"'
        if opacity != 1:
            text += f' opacity="{opacity:.3f}"'
        if turn:
            text += f' transform="rotate({turn[0]:.2f} {turn[1]:.2f} {turn[2]:.2f})"'
        if blur:
            text += f' filter="{self.blur(blur)}"'
        text += "/>"
        self.body.append(f'<g clip-path="{clip}">{text}</g>' if clip else text)

    def rect(self, x, y, w, h, fill, r=0, **k):
        self.shape("rect", fill, x=float(x), y=float(y), width_=0, **k) if False else \
            self.body.append(self.rect_text(x, y, w, h, fill, r, **k))

    def rect_text(self, x, y, w, h, fill, r=0, blur=0, opacity=1, stroke=None, width=1, turn=None, clip=None):
        text = f'<rect x="{x:.2f}" y="{y:.2f}" width="{w:.2f}" height="{h:.2f}" rx="{r}" fill="{fill}"'
        text += f' stroke="{stroke}" stroke-width="{width}"' if stroke else ""
        text += f' opacity="{opacity:.3f}"' if opacity != 1 else ""
        text += f' transform="rotate({turn[0]:.2f} {turn[1]:.2f} {turn[2]:.2f})"' if turn else ""
        text += f' filter="{self.blur(blur)}"' if blur else ""
        return f'<g clip-path="{clip}">{text}/></g>' if clip else text + "/>"

    def disc(self, cx, cy, r, fill, **k):
        self.shape("circle", fill, cx=float(cx), cy=float(cy), r=float(r), **k)

    def oval(self, cx, cy, rx, ry, fill, **k):
        self.shape("ellipse", fill, cx=float(cx), cy=float(cy), rx=float(rx), ry=float(ry), **k)

    def path(self, d, fill="none", **k):
        self.shape("path", fill, d=d, **k)

    def clip(self, inner):
        """A clip made of shape markup."""
        return self.define(("c", inner), f'<clipPath id="$">{inner}</clipPath>')

    def text(self, x, y, words, size, fill, font="Inter", weight=400, anchor="start", spacing=0, turn=None, opacity=1):
        words = words.replace("&", "&amp;")
        t = f' transform="rotate({turn[0]} {turn[1]} {turn[2]})"' if turn else ""
        self.body.append(f'<text x="{x}" y="{y}" font-family="{font}" font-size="{size}" font-weight="{weight}" '
                         f'letter-spacing="{spacing}" text-anchor="{anchor}" fill="{fill}" opacity="{opacity}"{t}>{words}</text>')

    def open(self, **attributes):
        blur = attributes.pop("blur", 0)
        text = " ".join(f'{k}="{v}"' for k, v in attributes.items())
        self.body.append(f'<g {text}' + (f' filter="{self.blur(blur)}"' if blur else "") + ">")

    def close(self):
        self.body.append("</g>")

    def raster(self):
        svg = (f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.w}" height="{self.h}" '
               f'viewBox="0 0 {self.w} {self.h}"><defs>{"".join(self.defs)}</defs>{"".join(self.body)}</svg>')
        done = subprocess.run(["rsvg-convert", "-f", "png", "--unlimited"], input=svg.encode(), capture_output=True, check=True)
        return Image.open(io.BytesIO(done.stdout)).convert("RGBA")

    def save(self, name, grain=2.2, quality=84, glow=0.0):
        """Writes samples/<name>; glow lets bright parts bleed a little, as a lens does."""
        top = np.asarray(self.raster(), float)
        back = np.full((self.h, self.w, 3), 255.0) if self.back is None else self.back[:self.h, :self.w]
        alpha = top[..., 3:] / 255
        out = top[..., :3] * alpha + back * (1 - alpha)
        if glow:
            from PIL import ImageFilter
            bright = Image.fromarray(np.clip((out - 165) * 2.2, 0, 255).astype(np.uint8)).resize((self.w // 4, self.h // 4))
            soft = bright.filter(ImageFilter.GaussianBlur(self.w / 120)).resize((self.w, self.h), Image.BICUBIC)
            out = out + np.asarray(soft, float) * glow
        if grain:
            g = np.random.default_rng(7).normal(0, grain, (self.h, self.w, 1))
            out = out + np.asarray(g)
        target = ROOT / name
        target.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(np.clip(out, 0, 255).astype(np.uint8)).save(target, quality=quality, optimize=True, progressive=True)

    def save_logo(self, name):
        """Writes the shapes alone, with alpha, as samples/<name>."""
        target = ROOT / name
        target.parent.mkdir(parents=True, exist_ok=True)
        self.raster().save(target, optimize=True)


def logo(name, mark, words, color, font="Inter", weight=700, size=92, spacing=0):
    """A logo: a mark drawn by mark(canvas) in a 160 x 160 box, and the name beside it, with alpha."""
    from PIL import ImageFont
    wide = 1.1 if ord(words[0]) > 0x2e80 else .66
    width = 200 + int(len(words) * size * wide) + spacing * len(words)
    c = Canvas(width, 160)
    mark(c)
    c.text(190, 80 + size * .35, words, size, color, font=font, weight=weight, spacing=spacing)
    target = ROOT / name
    picture = c.raster()
    box = picture.getbbox()
    target.parent.mkdir(parents=True, exist_ok=True)
    picture.crop((max(0, box[0] - 4), max(0, box[1] - 4), min(picture.width, box[2] + 4), min(picture.height, box[3] + 4))).save(target, optimize=True)


def ridge(w, base, height, seed, rough=5, h=HIGH):
    """The outline of a range of hills as a closed path."""
    rng = np.random.default_rng(seed)
    x = np.linspace(0, w, 241)
    y = np.zeros_like(x)
    for o in range(rough):
        f = 1.3 * 2 ** o
        y += np.interp(np.linspace(0, f, 241), np.arange(0, f + 2), rng.random(int(f) + 3)[:len(np.arange(0, f + 2))]) * .52 ** o
    k = np.ones(3) / 3
    y = np.convolve(np.pad(y, 1, mode="edge"), k, "valid")
    y = base - height * (y - y.min()) / (np.ptp(y) + 1e-9)
    points = " L".join(f"{a:.1f},{b:.1f}" for a, b in zip(x, y))
    return f"M0,{h} L{points} L{w},{h} Z"
