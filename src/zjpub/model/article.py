"""From a file to a cleaned article, with the fate of every line that went in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from zjpub.model.words import Fate, Mark

_FILLERS = "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc"  # "printable" to Unicode, and yet empty


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
