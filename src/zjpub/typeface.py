"""Text set in the fonts of the system: which there are, what they can show, and how large it fits a box."""

from __future__ import annotations

import os
import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageFont

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

# File name → index of the Simplified Chinese face in it; best first: bold serif, bold sans, then whatever there is.
_HAN_FONTS = {
    "NotoSerifCJK-Bold.ttc": 2,
    "NotoSerifCJKsc-Bold.otf": 0,
    "NotoSerifSC-Bold.otf": 0,
    "SourceHanSerifSC-Bold.otf": 0,
    "SourceHanSerifCN-Bold.otf": 0,
    "Songti.ttc": 1,
    "NotoSansCJK-Bold.ttc": 2,
    "NotoSansCJKsc-Bold.otf": 0,
    "SourceHanSansSC-Bold.otf": 0,
    "msyhbd.ttc": 0,
    "PingFang.ttc": 0,
    "STHeiti Medium.ttc": 1,
    "Hiragino Sans GB.ttc": 0,
    "NotoSerifCJK-Regular.ttc": 2,
    "NotoSansCJK-Regular.ttc": 2,
    "msyh.ttc": 0,
    "simhei.ttf": 0,
    "simsun.ttc": 0,
    "Deng.ttf": 0,
    "wqy-zenhei.ttc": 0,
    "wqy-microhei.ttc": 0,
    "uming.ttc": 0,
    "gbsn00lp.ttf": 0,
    "DroidSansFallbackFull.ttf": 0,
    "DroidSansFallback.ttf": 0,
    "Arial Unicode.ttf": 0,
}
_LATIN_FONTS = {
    "NotoSerif-SemiBold.ttf": 0,
    "NotoSerif-Bold.ttf": 0,
    "LiberationSerif-Bold.ttf": 0,
    "DejaVuSerif-Bold.ttf": 0,
    "Georgia Bold.ttf": 0,
    "georgiab.ttf": 0,
    "DejaVuSans-Bold.ttf": 0,
    "Arial Bold.ttf": 0,
    "arialbd.ttf": 0,
}
_NEVER_FIRST = "，。、；：！？）】》」』”’…—·％%,.;:!?)]}"
_NEVER_LAST = "（【《「『“‘([{"
_WORD = re.compile(r"[^\W\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+[^\s\u2e80-\uffef]*|\s+|.", re.DOTALL)
_PHRASE = re.compile(r"(?<=[\u2e3a-\uffef])\s+(?=[\u2e3a-\uffef])|(?<=[：｜，；])(?![”’」』])")
_LONGEST = 400
_SHRINK = 0.6
"""How much smaller a headline may stand for the sake of phrases that no line breaks."""


@dataclass(frozen=True, slots=True)
class Face:
    """A font at any size. `path` None: the one that Pillow brings."""

    path: Path | None
    index: int
    leading: float

    def at(self, size: int) -> Font:
        return _load(self.path, self.index, size)

    def shows(self, text: str) -> bool:
        """Whether it has nearly all the characters of the text."""
        wanted = [character for character in text if not character.isspace()]
        return bool(wanted) and sum(map(self.has, wanted)) >= 0.8 * len(wanted)

    def has(self, character: str) -> bool:
        """Whether it has a glyph of its own for the character."""
        return character.isspace() or _glyph(self, character) != _glyph(self, "\U0010ffff")


def han_face() -> Face | None:
    """The best font here that has Chinese."""
    return _found(tuple(_HAN_FONTS.items()), 1.32)


def face() -> Face:
    """The best font here for the rest."""
    return _found(tuple(_LATIN_FONTS.items()), 1.25) or Face(None, 0, 1.25)


def fit(typeface: Face, text: str, box: tuple[float, float], largest: int) -> tuple[int, list[str]]:
    """The largest size, and the lines, at which the text fits the box (width, height); if none does, its end gives way
    to `…`."""
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    known = "".join(character for character in text if character.isprintable() and typeface.has(character))

    def lines_at(size: int) -> list[str]:
        return _lines(typeface.at(size), known, box[0])

    def too_large(size: int) -> bool:
        return len(lines_at(size)) * size * typeface.leading > box[1]

    sizes = range(max(12, largest // 4), largest + 1)
    size = _largest(sizes, too_large)
    phrases = _PHRASE.split(known.strip())
    if len(phrases) > 1:
        whole = _largest(sizes, lambda size: max(map(typeface.at(size).getlength, phrases)) > box[0])
        size = min(size, whole) if whole >= size * _SHRINK else size
    room = max(1, int(box[1] / (size * typeface.leading)))
    lines = lines_at(size)
    if len(lines) > room:
        lines = [*lines[: room - 1], lines[room - 1][:-2].rstrip() + "…"]
    return size, lines


def _largest(sizes: Sequence[int], too_large: Callable[[int], bool]) -> int:
    return sizes[max(0, bisect_left(sizes, True, key=too_large) - 1)]


def _lines(font: Font, text: str, width: float) -> list[str]:
    """Each phrase of a headline on lines of its own, of about the same length."""
    return [line for phrase in _PHRASE.split(text.strip()) for line in _even(font, phrase, width)]


def _even(font: Font, phrase: str, width: float) -> list[str]:
    """Broken into as few lines as the width allows, and then as evenly as that number allows."""
    lines = _broken(font, phrase, width)
    narrow = width
    while len(lines) > 1 and narrow > width * 0.5:
        narrow -= width * 0.05
        closer = _broken(font, phrase, narrow)
        if len(closer) > len(lines):
            break
        lines = closer
    return lines


def _broken(font: Font, phrase: str, width: float) -> list[str]:
    lines: list[str] = []
    line, length = "", 0.0
    for piece in _pieces(font, phrase, width):
        if line and length + font.getlength(piece.rstrip()) > width:
            lines.append(line.rstrip())
            line, length = "", 0.0
        piece = piece if line else piece.lstrip()
        line += piece
        length += font.getlength(piece)
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(font: Font, phrase: str, width: float) -> Iterator[str]:
    """What must not be parted: a Latin word, a character with the punctuation that clings to it."""
    piece = ""
    for token in _tokens(font, phrase, width):
        clings = token[0] in _NEVER_FIRST or piece[-1:] in tuple(_NEVER_LAST)
        if piece and not clings:
            yield piece
            piece = ""
        piece += token
    if piece:
        yield piece


def _tokens(font: Font, phrase: str, width: float) -> Iterator[str]:
    """Words and single characters; a word wider than a line comes in characters."""
    for token in _WORD.findall(phrase):
        if len(token) > 1 and font.getlength(token) > width:
            yield from token
        else:
            yield token


@cache
def _found(fonts: tuple[tuple[str, int], ...], leading: float) -> Face | None:
    """The first of the fonts that is here and can be opened; Windows writes their names in any case."""
    here = {path.name.lower(): path for path in _font_files()}
    for name, index in fonts:
        if path := here.get(name.lower()):
            try:
                _load(path, index, 32)
            except OSError:
                continue
            return Face(path, index, leading)
    return None


@cache
def _font_files() -> tuple[Path, ...]:
    return tuple(path for folder in _folders() if folder.is_dir() for path in sorted(folder.rglob("*.[to]t[fc]")))


def _folders() -> Iterable[Path]:
    """Where the system keeps its fonts, and the person theirs."""
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", str(home))
        return Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts"), Path(local, "Microsoft", "Windows", "Fonts")
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"
    return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts", home / ".fonts"


@lru_cache(maxsize=256)
def _load(path: Path | None, index: int, size: int) -> Font:
    # The basic layout engine is in every build of Pillow, so that every build draws the same.
    if path is None:
        return ImageFont.load_default(size)
    return ImageFont.truetype(str(path), size, index=index, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=4096)
def _glyph(face: Face, character: str) -> bytes:
    return bytes(face.at(32).getmask(character))
