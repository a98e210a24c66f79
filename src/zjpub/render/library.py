"""The shelf → `output/index.html`: every article at a glance, and a search of titles and text that needs no server."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path

from zjpub.model import Publication
from zjpub.render import romanize, terms
from zjpub.render.pages import Theme, dates, link, minutes, page, tongues
from zjpub.render.shelf import Download, ShelfEntry

_TONGUES = (("zh", "zh", "中文"), ("en", "en", "English"))


def render(shelf: Sequence[ShelfEntry], publication: Publication, folder: Path) -> None:
    """Write `index.html`: the newest article first, those without a date last."""
    entries = sorted(sorted(shelf, key=lambda entry: entry.slug), key=lambda entry: entry.date, reverse=True)
    searched = [terms.simplified(entry.words) if entry.tag == "zh-Hant" else entry.words for entry in entries]
    words, places = terms.index(searched)
    text = page(
        Theme("library.html", ("base.css", "library.css"), ("library.js",)),
        name=tongues(publication.title, "zh"),
        entries=[_shown(entry) for entry in entries],
        totals=_sounds({lang: sum(entry.duration_ms.get(lang, 0) for entry in entries) for lang in ("zh", "en")}),
        feed=(folder / "feed.xml").exists(),
        closing=[word for word in (publication.author, publication.licence) if word],
        terms=words,
        places=places,
        variants=terms.variants(words),
        icon_play="▸ ",
    )
    (folder / "index.html").write_bytes(text)


def _shown(entry: ShelfEntry) -> dict[str, object]:
    return {
        "href": link(f"{entry.slug}/index.html"),
        "tag": entry.tag,
        "zh": entry.title_zh,
        "en": entry.title_en,
        "meta": _meta(entry),
        "sounds": _sounds(entry.duration_ms),
        "length": f"{entry.chars:,} 字 · {entry.sentences:,} sentences",
        "doubts": f"※ {entry.flags} to check" if entry.flags else "",
        "downloads": _downloads(entry.downloads),
        "report": link(entry.report) if entry.report else "",
    }


def _meta(entry: ShelfEntry) -> list[dict[str, str]]:
    names = "、".join(entry.byline)
    latin = ", ".join(romanize.name(person) for person in entry.byline)
    parts = [
        {"lang": entry.tag, "text": names},
        {"lang": "en", "text": latin if latin != names else ""},
        {"lang": entry.tag, "text": entry.source},
        {"lang": "en", "text": dates(entry.date)[1]},
    ]
    return [part for part in parts if part["text"]]


def _sounds(lengths: Mapping[str, int]) -> list[dict[str, str]]:
    return [
        {"tag": tag, "name": name, "time": minutes(lengths[lang])} for lang, tag, name in _TONGUES if lengths.get(lang)
    ]


def _downloads(files: Sequence[Download]) -> list[tuple[str, list[dict[str, str]]]]:
    """The files of one kind together: (`EPUB`, its bilingual file, then `中文`, `English`)."""
    return [(kind, [_download(kind, file) for file in found]) for kind, found in groupby(files, _kind)]


def _kind(file: Download) -> str:
    return file.label.partition(" ")[0]


def _download(kind: str, file: Download) -> dict[str, str]:
    words = file.label.removeprefix(kind).strip()
    lang = "zh" if re.search(f"[{romanize.HAN}]", words) else "en"
    return {"words": words, "lang": lang, "href": link(file.href), "size": _size(file.size)}


def _size(size: int) -> str:
    """`812 kB`, `3.4 MB`: decimal units, as file managers show them."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} kB"
