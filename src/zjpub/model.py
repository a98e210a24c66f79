"""The values that travel between the stages.

Standard library only and frozen, so that every stage may import them and none can change what another made. The
sentence is the unit of everything: its id is the Chinese line, the English line, the XHTML element, the SMIL `par`, the
cue in the audio and the place that a finding points at. Ids come from position, cache keys from content.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Lang = Literal["zh", "en"]
Fate = Literal[
    "title", "heading", "paragraph", "joined", "duplicate", "caption", "byline", "source", "date", "boilerplate"
]
Mark = Literal["", "title", "heading", "item", "page"]
Origin = Literal["reviewed", "memory", "machine", "none"]
Level = Literal["info", "warning", "error"]

LANGS: tuple[Lang, ...] = ("zh", "en")
_FILLERS = "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc"  # "printable" to Unicode, and yet empty
UNTRANSLATED = "[Not translated]"
"""The English of a sentence that nobody translated (origin `none`): shown and spoken, so that no gap is silent."""


@dataclass(frozen=True, slots=True)
class InputLine:
    """One line of the input file: its 1-based number, its text without the line end, and what the file format itself
    says of it (a Markdown `#`, an HTML `h2`, a page break before it)."""

    number: int
    text: str
    mark: Mark = ""

    @property
    def blank(self) -> bool:
        """Whether nothing in it can be seen: white space, controls, zero-width characters and fillers only."""
        return not any(char.isprintable() and not char.isspace() and char not in _FILLERS for char in self.text)


@dataclass(frozen=True, slots=True)
class Source:
    """One input file, decoded. `name` is how messages call it; `settings` is its front matter, not yet checked."""

    slug: str
    name: str
    lines: tuple[InputLine, ...]
    settings: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """The fate of one non-blank input line. `of`: the line it repeats or joins; `forced`: a person decided it."""

    line: int
    fate: Fate
    of: int | None = None
    note: str = ""
    forced: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """The unit. Ids: `title`, `s1h` (heading of section 1), `s1p2n3` (paragraph 2, sentence 3), `c1` (caption 1)."""

    id: str
    zh: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`lines`: the 1-based input lines it was made of; `truncated`: its end was cut off in the input."""

    text: str
    sentences: tuple[Sentence, ...]
    lines: tuple[int, ...]
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """`id` is `s1`, `s2`, …; a section before the first heading has none."""

    id: str
    heading: Sentence | None
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Caption:
    """A photo's words; a credit alone is a caption whose sentence is empty."""

    sentence: Sentence
    credit: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned article. `source` is the publication it came from, as printed; `date` is ISO 8601."""

    slug: str
    name: str
    title: Sentence
    byline: tuple[str, ...]
    source: str | None
    date: str | None
    sections: tuple[Section, ...]
    captions: tuple[Caption, ...]
    ledger: tuple[LedgerEntry, ...]
    lines: tuple[InputLine, ...]

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence with words, in reading order: title, then each section's heading and text, then captions."""
        yield self.title
        for section in self.sections:
            if section.heading:
                yield section.heading
            for paragraph in section.paragraphs:
                yield from paragraph.sentences
        for caption in self.captions:
            if caption.sentence.zh:
                yield caption.sentence


@dataclass(frozen=True, slots=True)
class Flag:
    """A doubt about one sentence, in words for people. Codes: c- clean, t- translation, n- narration, e- edition."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence in both languages: where the English came from, what made it, and what is doubtful about it."""

    id: str
    zh: str
    en: str
    origin: Origin
    engine: str = ""
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Translation:
    """Every sentence of an article, by sentence id."""

    lines: Mapping[str, Line]


@dataclass(frozen=True, slots=True)
class Cue:
    """When a sentence sounds in a track, in milliseconds of our own sample clock."""

    sentence: str
    lang: Lang
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Track:
    """A finished audio file. `file`: its name under `audio/`; `path`: where its bytes lie now (never changed, so it may
    be linked); `section`: a section id, `captions`, or None for the whole article; `kind`: which product it is."""

    file: str
    path: Path
    lang: Literal["zh", "en", "bi"]
    section: str | None
    kind: Literal["section", "bilingual", "article", "slow", "m4b"]
    title: str
    duration_ms: int
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class VoiceUse:
    """Which voice spoke a language, and why this one."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Clips:
    """What narration made of an article; `flags` by sentence id. Empty when the build has no audio."""

    tracks: tuple[Track, ...] = ()
    voices: Mapping[Lang, VoiceUse] = field(default_factory=dict)
    flags: Mapping[str, tuple[Flag, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sound:
    """Where a sentence is heard: `file` relative to the edition's folder (`audio/…`), times in milliseconds."""

    file: str
    start_ms: int
    end_ms: int


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
