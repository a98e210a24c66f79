"""A drawn cover for an article that brings none: both titles, large and legible, on a quiet ground.

Drawn with the fonts of the system. The same titles give the same picture on the same system.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

from PIL import Image, ImageDraw

from zjpub.typeface import Face, face, fit, han_face

Shape = Literal["portrait", "square"]
Colour = tuple[int, int, int]

SIZES: dict[Shape, tuple[int, int]] = {"portrait": (1600, 2400), "square": (1400, 1400)}


@dataclass(frozen=True, slots=True)
class Palette:
    """Ground, its two shades of landscape, the sun, and ink: every ink is at least 7:1 against every ground."""

    ground: Colour
    near: Colour
    sun: Colour
    ink: Colour
    quiet: Colour


PALETTES = (
    Palette((20, 44, 66), (14, 32, 50), (196, 88, 60), (250, 246, 236), (206, 214, 220)),
    Palette((24, 56, 50), (16, 42, 38), (206, 148, 62), (250, 247, 236), (206, 218, 208)),
    Palette((82, 24, 30), (62, 16, 22), (214, 150, 74), (253, 246, 236), (236, 212, 204)),
    Palette((50, 36, 66), (38, 26, 52), (204, 104, 96), (250, 245, 244), (220, 210, 226)),
    Palette((44, 42, 38), (32, 30, 27), (178, 62, 48), (250, 246, 238), (216, 210, 200)),
)


def draw(title_zh: str, title_en: str, footer: str = "", shape: Shape = "portrait") -> bytes:
    """The cover as JPEG: 1600×2400 for a book, 1400×1400 for audio and a feed."""
    size = SIZES[shape]
    palette = PALETTES[
        blake2b(f"{title_zh}\n{title_en}".encode("utf-8", "replace"), digest_size=2).digest()[0] % len(PALETTES)
    ]
    image = _landscape(size, palette)
    _words(ImageDraw.Draw(image), size, palette, (title_zh, title_en, footer))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=82, optimize=True)
    return file.getvalue()


def _landscape(size: tuple[int, int], palette: Palette) -> Image.Image:
    """A low sun over a plain, drawn twice as large and reduced, so that its edges are smooth."""
    width, height = size[0] * 2, size[1] * 2
    image = Image.new("RGB", (width, height), palette.ground)
    canvas = ImageDraw.Draw(image)
    horizon, radius = height * 0.86, width * 0.17
    centre = width * 0.77
    canvas.ellipse((centre - radius, horizon - radius, centre + radius, horizon + radius), fill=palette.sun)
    canvas.rectangle((0, horizon, width, height), fill=palette.near)
    for step in range(1, 4):
        y = horizon + radius * 0.17 * step
        reach = radius * (1 - 0.22 * step)
        canvas.rounded_rectangle(
            (centre - reach, y, centre + reach, y + width * 0.004), width * 0.002, fill=palette.sun
        )
    return image.reduce(2)


def _words(canvas: ImageDraw.ImageDraw, size: tuple[int, int], palette: Palette, words: tuple[str, str, str]) -> None:
    """Chinese title, a rule, English title; footer at the foot. Without a Chinese font, the English alone."""
    width, height = size
    margin = width // 10
    zh, en, footer = words
    han = han_face()
    room = height * 0.86 - width * 0.17 - margin * 1.4
    y = float(margin * 1.2)
    if han and han.shows(zh):
        # Set as two, the strokes of a dash stand apart.
        zh = zh.replace("——", "⸺") if han.has("⸺") else zh
        y = _block(canvas, (margin, y), (width - 2 * margin, room * 0.6), han, zh, palette.ink, width // 9)
        canvas.rectangle((margin, y + margin * 0.35, margin * 2, y + margin * 0.35 + width // 200), fill=palette.sun)
        y += margin * 0.75
        share, largest = room - y + margin, width // 22
    else:
        share, largest = room, width // 11
    # A Chinese font sets ’ as wide as a character, which tears English words apart.
    latin = face() if face().shows(en) else han or face()
    _block(canvas, (margin, y), (width - 2 * margin, share), latin, en, palette.quiet, largest)
    foot = han if han and han.shows(footer) else face()
    _block(
        canvas, (margin, height - margin * 1.05), (width - 2 * margin, margin), foot, footer, palette.quiet, width // 38
    )


def _block(
    canvas: ImageDraw.ImageDraw,
    place: tuple[float, float],
    box: tuple[float, float],
    typeface: Face,
    text: str,
    colour: Colour,
    largest: int,
) -> float:
    """Set the text as large as the box allows; returns where it ends."""
    size, lines = fit(typeface, text, box, largest)
    x, y = place
    for line in lines:
        canvas.text((x, y), line, font=typeface.at(size), fill=colour)
        y += size * typeface.leading
    return y
