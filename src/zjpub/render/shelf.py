"""What the library page knows of an article, small enough to keep: it is stored between builds, so that one changed
article does not make the others be read again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from zjpub.model import LANGS, Edition
from zjpub.render import romanize, terms
from zjpub.render.text import language_tag, printable


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away: what people call it, its path relative to the library page, its size in bytes."""

    label: str
    href: str
    size: int


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """One article on the shelf. `tag`: the script of its Chinese; `chars`: the length of its Chinese; `duration_ms` by
    language; `report`: its path, or empty; `flags`: sentences with a doubt; `words`: the terms a search may find."""

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
    report: str
    flags: int
    words: str


def to_json(entry: ShelfEntry) -> dict[str, Any]:
    """The entry as plain JSON values."""
    return asdict(entry)


def from_json(found: Mapping[str, Any]) -> ShelfEntry:
    """The entry that `to_json` gave; KeyError or TypeError for anything else."""
    downloads = tuple(Download(**download) for download in found["downloads"])
    return ShelfEntry(**{**found, "byline": tuple(found["byline"]), "downloads": downloads})


def shelf_entry(edition: Edition, folder: Path) -> ShelfEntry:
    """The entry of an edition whose files lie finished in `folder`: what a reader may take away becomes a download."""
    pairs = [pair for pair in edition.pairs() if pair.id != edition.title.id]
    doubtful = {finding.where for finding in edition.findings if finding.level != "info"}
    return ShelfEntry(
        slug=edition.slug,
        title_zh=printable(edition.title.zh),
        title_en=printable(edition.title.en),
        tag=language_tag(edition, "zh"),
        byline=tuple(romanize.written(printable(person)) for person in edition.byline),
        source=printable(edition.source or ""),
        date=printable(edition.date or ""),
        sections=len(edition.sections),
        sentences=len(pairs),
        chars=sum(len("".join(pair.zh.split())) for pair in pairs),
        duration_ms={lang: spoken for lang in LANGS if (spoken := edition.spoken_ms(lang))},
        downloads=(*_downloads(edition.slug, folder), *_recordings(edition, folder)),
        report=f"{edition.slug}/report.html" if (folder / "report.html").exists() else "",
        flags=sum(pair.id in doubtful for pair in edition.pairs()),
        words=terms.terms(_searched(edition)),
    )


def _searched(edition: Edition) -> str:
    """All that a search may find: both languages of every sentence, names as written and as English prints them."""
    names = (word for person in edition.byline for word in (person, romanize.name(person)))
    sentences = (text for pair in edition.pairs() for text in (pair.zh, pair.en))
    return printable("\n".join((*names, edition.source or "", edition.date or "", *sentences)))


def _downloads(slug: str, folder: Path) -> tuple[Download, ...]:
    """Books first, then sound, then text."""
    files = ((label, folder / f"{slug}{ending}") for ending, label in _LABELS)
    return tuple(Download(label, f"{slug}/{path.name}", path.stat().st_size) for label, path in files if path.exists())


def _recordings(edition: Edition, folder: Path) -> Iterator[Download]:
    """The whole article as one file, in each language and product."""
    for track in edition.tracks:
        path = folder / "audio" / track.file
        if track.section is None and path.exists():
            label = f"{path.suffix[1:].upper()} {_TONGUES[track.lang]}" + (" 慢速 slow" if track.kind == "slow" else "")
            yield Download(label, f"{edition.slug}/audio/{track.file}", path.stat().st_size)


_TONGUES = {"zh": "中文", "en": "English", "bi": "双语"}
_LABELS = (
    (".epub", "EPUB"),
    (".zh.epub", "EPUB 中文"),
    (".en.epub", "EPUB English"),
    (".single.html", "HTML with sound"),
    (".md", "Markdown"),
    (".zh.md", "Markdown 中文"),
    (".en.md", "Markdown English"),
)
