"""Pairs as the reader's page sets them: words, pinyin, doubts, and where in which sound file they are heard."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from zjpub.model import LANGS, Edition, Finding, Lang, Pair
from zjpub.render import romanize
from zjpub.render.pages import minutes
from zjpub.render.text import has_long_word, printable

_ORIGINS = {
    "reviewed": "reviewed by a person",
    "memory": "from translation memory",
    "machine": "machine translation, not reviewed",
    "none": "nobody has translated it yet",
}


_PHONE = 12
"""Characters of a headline that stand side by side on a phone."""


@dataclass(frozen=True, slots=True)
class Row:
    """A pair as the template sets it. `cues`: (language, `file from to` in ms); `level` of its worst doubt; `english`:
    whether all its doubts are about the translation."""

    id: str
    zh: str
    en: str
    origin: str
    engine: str
    pinyin: str
    cues: tuple[tuple[str, str], ...]
    reasons: tuple[str, ...]
    level: str
    english: bool

    @property
    def phrases(self) -> tuple[str, ...]:
        """A headline's phrases: its lines break between them first."""
        return tuple(self.zh.split())

    @property
    def whole(self) -> bool:
        """Whether no line of a headline need break inside a phrase, even on a phone."""
        return max(map(len, re.split(r"[\s，、：；！？]", self.zh))) <= _PHONE

    @property
    def ragged(self) -> bool:
        """Whether a word so long stands in the Chinese that a line set to full width would have holes."""
        return has_long_word(self.zh)

    @property
    def origin_words(self) -> str:
        """Where its English came from, for people."""
        return _ORIGINS[self.origin]


@dataclass(frozen=True, slots=True)
class Recording:
    """One sound file as a browser without script plays it."""

    number: int
    lang: str
    name: str
    src: str
    time: str


def sounds(edition: Edition) -> Mapping[str, int]:
    """Every sound file that a pair points at, numbered in reading order."""
    files = (sound.file for pair in edition.pairs() for sound in pair.audio.values())
    return {file: number for number, file in enumerate(dict.fromkeys(files))}


def recordings(
    edition: Edition, numbers: Mapping[str, int], source: Callable[[str], str]
) -> Mapping[str, tuple[Recording, ...]]:
    """The sound files of each part, where its first sentence stands; the title's stand with the first section."""
    times = {f"audio/{track.file}": minutes(track.duration_ms) for track in edition.tracks}
    placed: dict[str, list[Recording]] = {}
    seen: set[str] = set()
    for part, pair in _parts(edition):
        for lang, sound in sorted(pair.audio.items(), reverse=True):
            if sound.file not in seen:
                seen.add(sound.file)
                name = "Chinese" if lang == "zh" else "English"
                recording = Recording(numbers[sound.file], lang, name, source(sound.file), times.get(sound.file, ""))
                placed.setdefault(part, []).append(recording)
    return {part: tuple(found) for part, found in placed.items()}


def _parts(edition: Edition) -> Iterator[tuple[str, Pair]]:
    first = edition.sections[0].id if edition.sections else "captions"
    yield first, edition.title
    for section in edition.sections:
        if section.heading:
            yield section.id, section.heading
        for paragraph in section.paragraphs:
            for pair in paragraph.pairs:
                yield section.id, pair
    for caption in edition.captions:
        yield "captions", caption.pair


def rows(edition: Edition, numbers: Mapping[str, int]) -> Mapping[str, Row]:
    """Every pair with words, by its id. `numbers`: the sound files, as `sounds` numbers them."""
    findings: dict[str, list[Finding]] = {}
    for finding in edition.findings:
        findings.setdefault(finding.where, []).append(finding)
    return {pair.id: _row(pair, findings.get(pair.id, ()), numbers) for pair in edition.pairs()}


def _row(pair: Pair, findings: Iterable[Finding], numbers: Mapping[str, int]) -> Row:
    zh = printable(pair.zh)
    doubts = _doubts(findings)
    reasons = tuple(dict.fromkeys(finding.message for finding in doubts))
    level = "error" if any(finding.level == "error" for finding in doubts) else "warning"
    english = all(finding.code.startswith("t-") for finding in doubts)
    cues = tuple((lang, _cue(pair, lang, numbers)) for lang in LANGS if lang in pair.audio)
    pinyin = " ".join(romanize.syllables(zh))
    return Row(pair.id, zh, pair.en, pair.origin, pair.engine, pinyin, cues, reasons, level, english)


def _cue(pair: Pair, lang: Lang, numbers: Mapping[str, int]) -> str:
    sound = pair.audio[lang]
    return f"{numbers[sound.file]} {sound.start_ms} {sound.end_ms}"


def _doubts(findings: Iterable[Finding]) -> list[Finding]:
    """What a reader should know is doubtful about a sentence. Findings of level info are for the report alone; that
    nobody has translated it, its English says itself."""
    return [finding for finding in findings if finding.level != "info" and finding.code != "t-untranslated"]
