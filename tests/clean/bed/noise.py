"""What copying does to characters: widths, spaces, invisible characters, entities and tags."""

from __future__ import annotations

import random
import re

_HALF = str.maketrans("，。！？：；（）", ",.!?:;()")
_QUOTES = str.maketrans("“”", '""')
_ENTITIES = {"“": "&ldquo;", "”": "&rdquo;", "—": "&mdash;", "…": "&hellip;", "·": "&middot;"}
_WIDE = {ord(char): ord(char) + 0xFEE0 for char in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"}
_INVISIBLE = "\u200b\u200c\u200d\ufeff\u2060\u00ad"
_HAN = re.compile(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")


class Noise:
    """One source's habits: what it does to characters it does through the whole article."""

    def __init__(self, rng: random.Random, degree: int) -> None:
        self._rng = rng
        often = (0.15, 0.35, 0.5)[degree - 1]
        self._half = rng.random() < often
        self._straight = self._half and rng.random() < 0.3
        self._wide = rng.random() < often / 2
        self._spread = rng.random() < often / 2
        self._loose = rng.random() < often / 2
        self._hidden = rng.random() < often
        self._entities = rng.random() < often / 2
        self._tags = rng.random() < often / 2
        self._trailing = rng.random() < often

    def blank(self) -> str:
        """A line that looks blank."""
        return self._rng.choice(("", "", "", " ", "\u3000", "\u200b", "\t", "\xa0"))

    def line(self, text: str, fate: str) -> str:
        """The line as it comes out of the copy."""
        if fate == "boilerplate":
            return text
        rng = self._rng
        if self._half and not re.search(r"https?://", text):
            text = re.sub(r"(?<=\d)[，：.](?=\d)", lambda found: found[0], text).translate(_HALF)
        if self._straight:
            text = text.translate(_QUOTES)
        if self._wide:
            text = text.translate(_WIDE)
        if fate in {"paragraph", "joined", "duplicate"}:
            text = self._spaced(text)
        elif self._spread and fate in {"title", "heading"} and rng.random() < 0.3:
            text = " ".join(text)
        if self._hidden and rng.random() < 0.4:
            at = rng.randrange(len(text) + 1)
            text = text[:at] + rng.choice(_INVISIBLE) + text[at:]
        if self._entities:
            text = "".join(_ENTITIES.get(char, char) for char in text)
        if self._tags and rng.random() < 0.5:
            text = rng.choice(
                ("<p>{}</p>", "{}<br/>", '<span style="font-size:16px">{}</span>', "<p>{}", "&nbsp;&nbsp;{}")
            ).format(text)
        return text + " " * rng.randint(0, 3) if self._trailing else text

    def _spaced(self, text: str) -> str:
        lead = text[: len(text) - len(text.lstrip("\u3000"))]
        body = text[len(lead) :]
        if self._spread and self._rng.random() < 0.3:
            return lead + " ".join(body)
        if self._loose:
            return lead + _HAN.sub(lambda _: " " if self._rng.random() < 0.04 else "", body)
        return text
