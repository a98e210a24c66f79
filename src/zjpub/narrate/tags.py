"""What a player shows of a file: ID3v2.3, which every player reads. The same card gives the same bytes."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from zjpub.narrate.script import Tongue

_LANGUAGES = {"zh": ("zho",), "en": ("eng",), "bi": ("zho", "eng")}
_UTF16 = 1
_FRONT_COVER = 3
_ORDERED, _TOP_ORDERED = 1, 3
_LONGEST_TABLE = 255


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a whole-article file, in milliseconds."""

    title: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a file. `number` is `n/N` or empty; `lang` is zh, en or bi; `lyrics` are its sentences."""

    title: str
    album: str
    artist: str
    publication: str
    lang: Tongue
    number: str
    lyrics: tuple[str, ...]
    cover: bytes | None

    @property
    def label(self) -> str:
        """All of it as one digest, for cache keys."""
        cover = hashlib.sha256(self.cover).hexdigest() if self.cover else ""
        return hashlib.sha256(repr(replace(self, cover=cover.encode())).encode("utf-8", "surrogatepass")).hexdigest()


def id3_tag(card: Card, duration_ms: int, chapters: Sequence[Chapter] = ()) -> bytes:
    """The tag's bytes, to stand before the first frame."""
    from mutagen import id3

    frames: Any = id3
    codes = _LANGUAGES[card.lang]
    tag = frames.ID3()
    for kind, text in (
        (frames.TIT2, card.title),
        (frames.TALB, card.album),
        (frames.TPE1, card.artist),
        (frames.TPE2, card.publication),
        (frames.TRCK, card.number),
        (frames.TLEN, str(duration_ms)),
        (frames.TLAN, "".join(codes)),
        (frames.TCON, "Speech"),
    ):
        if text:
            tag.add(kind(encoding=_UTF16, text=[printable(text)]))
    if card.lyrics:
        words = printable("\n".join(card.lyrics), "\n")
        tag.add(frames.USLT(encoding=_UTF16, lang=codes[0], desc="", text=words))
    if card.cover:
        tag.add(frames.APIC(encoding=0, mime=_mime(card.cover), type=_FRONT_COVER, desc="", data=card.cover))
    for number, chapter in enumerate(chapters):
        tag.add(_chapter(f"ch{number}", chapter))
    for contents in _contents([f"ch{number}" for number in range(len(chapters))]):
        tag.add(contents)
    file = io.BytesIO()
    tag.save(file, v2_version=3, padding=lambda _: 0)
    return file.getvalue()


def _contents(names: Sequence[str]) -> Iterator[object]:
    """The table of contents; one of tables where there are more chapters than a table may hold."""
    from mutagen import id3

    frames: Any = id3
    if len(names) <= _LONGEST_TABLE:
        tables = {}
        top = list(names)
    else:
        parts = range(0, len(names), _LONGEST_TABLE)
        tables = {f"toc{start}": list(names[start : start + _LONGEST_TABLE]) for start in parts}
        top = list(tables)
    for name, children in tables.items():
        yield frames.CTOC(element_id=name, flags=_ORDERED, child_element_ids=children, sub_frames=[])
    if top:
        yield frames.CTOC(element_id="toc", flags=_TOP_ORDERED, child_element_ids=top, sub_frames=[])


def _chapter(name: str, chapter: Chapter) -> object:
    from mutagen import id3

    frames: Any = id3
    nowhere = 0xFFFFFFFF
    return frames.CHAP(
        element_id=name,
        start_time=chapter.start_ms,
        end_time=chapter.end_ms,
        start_offset=nowhere,
        end_offset=nowhere,
        sub_frames=[frames.TIT2(encoding=_UTF16, text=[printable(chapter.title)])],
    )


def _mime(picture: bytes) -> str:
    return "image/png" if picture.startswith(b"\x89PNG") else "image/jpeg"


def printable(text: str, kept: str = "") -> str:
    """Text that UTF-16 and every player take: no half characters, and no control characters but those in `kept`."""
    clean = "".join(character if character.isprintable() or character in kept else " " for character in text)
    return clean.encode("utf-16-le", "replace").decode("utf-16-le")
