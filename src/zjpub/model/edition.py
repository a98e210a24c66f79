"""A finished article as readers meet it: both languages, sound, findings; all that a renderer may ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from zjpub.model.article import InputLine, LedgerEntry
from zjpub.model.english import Flag
from zjpub.model.sound import Sound, Track
from zjpub.model.words import Lang, Level, Origin


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence as readers meet it: both languages, origin, doubts, and its place in the section tracks."""

    id: str
    zh: str
    en: str
    origin: Origin
    engine: str = ""
    flags: tuple[Flag, ...] = ()
    audio: Mapping[Lang, Sound] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PairedParagraph:
    """A paragraph of an edition: its sentence pairs, in order."""

    pairs: tuple[Pair, ...]
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class PairedSection:
    """A section of an edition."""

    id: str
    heading: Pair | None
    paragraphs: tuple[PairedParagraph, ...]


@dataclass(frozen=True, slots=True)
class PairedCaption:
    """A caption of an edition; a credit alone has a pair without words."""

    pair: Pair
    credit: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should know. `where`: a sentence id, `line 12`, or a file name."""

    code: str
    level: Level
    where: str
    message: str


@dataclass(frozen=True, slots=True)
class Publication:
    """What all articles of a project share: what the title page, the feed and the colophon say."""

    title: str = ""
    author: str = ""
    licence: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """A finished bilingual, narrated article: all that a renderer may ask for.

    Refuses a sentence without English, so that no renderer needs to wonder.
    """

    slug: str
    title: Pair
    byline: tuple[str, ...]
    source: str | None
    date: str | None
    sections: tuple[PairedSection, ...]
    captions: tuple[PairedCaption, ...]
    tracks: tuple[Track, ...]
    findings: tuple[Finding, ...]
    ledger: tuple[LedgerEntry, ...]
    lines: tuple[InputLine, ...]
    engines: Mapping[str, str]
    publication: Publication = Publication()
    cover: bytes = b""  # JPEG or PNG, portrait; empty when there is none

    def __post_init__(self) -> None:
        for pair in self.pairs():
            if not pair.en.strip():
                raise ValueError(f"sentence {pair.id} of {self.slug} has no English: {pair.zh}")

    def spoken_ms(self, lang: Lang) -> int:
        """How long its sections sound in a language, in milliseconds."""
        return sum(track.duration_ms for track in self.tracks if track.kind == "section" and track.lang == lang)

    def pairs(self) -> Iterator[Pair]:
        """Every pair with words, in reading order: title, then each section's heading and text, then captions."""
        yield self.title
        for section in self.sections:
            if section.heading:
                yield section.heading
            for paragraph in section.paragraphs:
                yield from paragraph.pairs
        for caption in self.captions:
            if caption.pair.zh:
                yield caption.pair
