"""What the library page knows of an article, small enough to keep: it is stored between builds, so that one changed
article does not make the others be read again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from zjpub.model import Edition, Track
from zjpub.render.text import language_tag, printable


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away: what people call it, its path relative to the library page, its size in bytes."""

    label: str
    href: str
    size: int


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """One article on the shelf. `chars`: Chinese characters of the text; `duration_ms` by language; `flags`: sentences
    with a doubt; `text`: what a search may find, both languages; `tag`: the script of its Chinese."""

    slug: str
    title_zh: str
    title_en: str
    tag: str
    byline: tuple[str, ...]
    source: str
    date: str
    sections: int
    sentences: int
    chars: int
    duration_ms: Mapping[str, int]
    downloads: tuple[Download, ...]
    flags: int
    text: str

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> ShelfEntry:
        """The entry that `to_json` wrote; ValueError, KeyError or TypeError for anything else."""
        found: dict[str, Any] = json.loads(text)
        downloads = tuple(Download(**download) for download in found["downloads"])
        return cls(**{**found, "byline": tuple(found["byline"]), "downloads": downloads})


def shelf_entry(edition: Edition, files: Mapping[str, int]) -> ShelfEntry:
    """The entry of an edition. `files`: every file written for it, by its path relative to the library page, with its
    size in bytes; those that a reader may want to take away become downloads."""
    pairs = [pair for pair in edition.pairs() if pair.id != edition.title.id]
    doubtful = {finding.where for finding in edition.findings if finding.level != "info"}
    tracks = [track for track in edition.tracks if track.kind == "section"]
    return ShelfEntry(
        slug=edition.slug,
        title_zh=printable(edition.title.zh),
        title_en=printable(edition.title.en),
        tag=language_tag(edition, "zh"),
        byline=tuple(" ".join(printable(person).split()) for person in edition.byline),
        source=printable(edition.source or ""),
        date=printable(edition.date or ""),
        sections=len(edition.sections),
        sentences=len(pairs),
        chars=sum(len("".join(pair.zh.split())) for pair in pairs),
        duration_ms={lang: total for lang in ("zh", "en") if (total := _length(tracks, lang))},
        downloads=_downloads(edition.slug, files),
        flags=sum(pair.id in doubtful for pair in edition.pairs()),
        text=printable("\n".join(f"{pair.zh}\n{pair.en}" for pair in pairs)),
    )


def _length(tracks: Sequence[Track], lang: str) -> int:
    return sum(track.duration_ms for track in tracks if track.lang == lang)


def _downloads(slug: str, files: Mapping[str, int]) -> tuple[Download, ...]:
    """Books first, then text, then sound: one line each, in a fixed order."""
    found = []
    for ending, label in _LABELS:
        path = f"{slug}/{slug}{ending}"
        if path in files:
            found.append(Download(label, path, files[path]))
    return tuple(found)


_LABELS = (
    (".epub", "EPUB"),
    (".zh.epub", "EPUB 中文"),
    (".en.epub", "EPUB English"),
    (".single.html", "HTML with sound"),
    (".m4b", "M4B"),
    (".zh.m4b", "M4B 中文"),
    (".en.m4b", "M4B English"),
    (".md", "Markdown"),
    (".zh.md", "Markdown 中文"),
    (".en.md", "Markdown English"),
)
