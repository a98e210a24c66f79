"""Strips along an article: what stands where, as the bands of a chart 1000 wide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from zjpub.model import Edition, Finding, Level, Pair

WIDTH = 1000.0
GRAVITY: Mapping[Level, int] = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of a chart: where it begins, how wide it is, what it shows."""

    x: float
    width: float
    shows: str


def worst(findings: Sequence[Finding]) -> Mapping[str, Level]:
    """The gravest level at each place that has findings."""
    levels: dict[str, Level] = {}
    for finding in findings:
        if GRAVITY[finding.level] <= GRAVITY[levels.get(finding.where, "info")]:
            levels[finding.where] = finding.level
    return levels


def origins(pairs: Sequence[Pair]) -> list[Band]:
    """Where the English came from, along the article."""
    return runs([(pair.origin, _length(pair)) for pair in pairs])


def runs(parts: Sequence[tuple[str, int]]) -> list[Band]:
    """(what it shows, its length) in a row → bands, equal neighbours as one."""
    total = sum(length for _, length in parts)
    bands: list[Band] = []
    start = 0
    for place, (shows, length) in enumerate(parts):
        x = start * WIDTH / total
        if place and parts[place - 1][0] == shows:
            x = bands.pop().x
        start += length
        bands.append(Band(round(x, 2), round(start * WIDTH / total - x, 2), shows))
    return bands


def marks(pairs: Sequence[Pair], levels: Mapping[str, Level]) -> list[Band]:
    """A mark for each sentence with findings, as wide as the sentence is long but never too thin to see; the gravest
    come last, so that they lie on top."""
    total = sum(map(_length, pairs))
    found: list[tuple[int, Band]] = []
    start = 0
    for pair in pairs:
        if level := levels.get(pair.id):
            width = max(5.0, _length(pair) * WIDTH / total)
            x = min(start * WIDTH / total, WIDTH - width)
            found.append((-GRAVITY[level], Band(round(x, 2), round(width, 2), level)))
        start += _length(pair)
    return [mark for _, mark in sorted(found, key=lambda found: found[0])]


def numbers(edition: Edition) -> list[str]:
    """What the reader calls each section: headings are numbered, a section without one is not."""
    headed = accumulate(int(section.heading is not None) for section in edition.sections)
    return [str(number) if section.heading else "" for section, number in zip(edition.sections, headed, strict=True)]


def edges(edition: Edition) -> list[Band]:
    """Where each section begins, showing its number; those too near the one before are left out."""
    total = sum(map(_length, edition.pairs()))
    found: list[Band] = []
    start = _length(edition.title)
    for section, number in zip(edition.sections, numbers(edition), strict=True):
        x = start * WIDTH / total
        if not found or x - found[-1].x >= 25:
            found.append(Band(round(x, 2), 0, number))
        pairs = [section.heading] if section.heading else []
        pairs += [pair for paragraph in section.paragraphs for pair in paragraph.pairs]
        start += sum(map(_length, pairs))
    return found


def _length(pair: Pair) -> int:
    return max(1, len(pair.zh))
