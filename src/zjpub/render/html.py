"""Edition → the bilingual reader: a page to read, hear and print, in one file beside its `audio/` folder."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from zjpub.errors import RenderError
from zjpub.hanzi import in_script
from zjpub.model import LANGS, Edition, PairedSection
from zjpub.render import romanize
from zjpub.render.colophon import colophon
from zjpub.render.pages import Theme, dates, link, minutes, page, tongues
from zjpub.render.rows import Recording, Row, recordings, rows, sounds
from zjpub.render.text import is_line, language_tag, unnamed

SPEEDS = ("0.5", "0.6", "0.7", "0.8", "0.9", "1", "1.1", "1.25", "1.5", "1.75", "2")

READER = Theme(
    "reader/reader.html",
    ("base.css", *(f"reader/{part}.css" for part in ("text", "views", "controls", "narrow", "print"))),
    tuple(f"reader/{part}.js" for part in ("layout", "learner", "player", "follow", "panel", "hands")),
    early=("reader/memory.js",),
)

VAST = 1_000
"""Sentences from which on a browser should lay out only the sections in sight."""


def render(edition: Edition, folder: Path) -> None:
    """Write `index.html`, which looks for its sounds in `audio/`."""
    text = _reader(edition, link, library="../index.html")
    (folder / "index.html").write_bytes(text)


def render_single(edition: Edition, folder: Path) -> None:
    """Write `<slug>.single.html`, which holds its sounds itself."""
    paths = {f"audio/{track.file}": track.path for track in edition.tracks}

    def inside(file: str) -> str:
        try:
            return "data:audio/mpeg;base64," + b64encode(paths[file].read_bytes()).decode("ascii")
        except OSError as error:
            raise RenderError(f"{edition.slug}: the audio {file} is gone", "build again; it is made anew") from error

    (folder / f"{edition.slug}.single.html").write_bytes(_reader(edition, inside, library=""))


def _reader(edition: Edition, source: Callable[[str], str], library: str) -> bytes:
    files = sounds(edition)
    placed = recordings(edition, files, source)
    set_rows = rows(edition, files)
    title = set_rows[edition.title.id]
    zh = language_tag(edition, "zh")
    stacked = 1 < len(title.phrases) < 7 and all(4 < len(phrase) < 31 for phrase in title.phrases)
    return page(
        READER,
        zh,
        slug=edition.slug,
        library=library,
        title=title,
        size=_size(title.phrases if stacked else (title.zh,), title.en),
        stacked=stacked,
        description=_description(edition),
        author=", ".join(map(romanize.name, edition.byline)),
        kicker=_kicker(edition),
        byline=[{"zh": romanize.written(person), "en": romanize.name(person)} for person in edition.byline],
        recordings=files,
        lengths=_lengths(edition),
        spoken=[lang for lang in LANGS if any(lang in pair.audio for pair in edition.pairs())],
        speeds=SPEEDS,
        contents=_contents(edition),
        vast=len(set_rows) > VAST,
        sections=[
            _section(section, set_rows, placed, unnamed(number, zh))
            for number, section in enumerate(edition.sections, 1)
        ],
        captions=_captions(edition, set_rows),
        caption_recordings=placed.get("captions", ()),
        colophon=colophon(edition),
    )


def _section(
    section: PairedSection,
    set_rows: Mapping[str, Row],
    placed: Mapping[str, tuple[Recording, ...]],
    names: tuple[str, str],
) -> dict[str, object]:
    return {
        "id": section.id,
        "name": " · ".join(names),
        "label": names[1],
        "heading": set_rows[section.heading.id] if section.heading else None,
        "recordings": placed.get(section.id, ()),
        "paragraphs": [
            {
                "rows": [set_rows[pair.id] for pair in paragraph.pairs],
                "truncated": paragraph.truncated,
                "line": is_line(paragraph),
            }
            for paragraph in section.paragraphs
            if paragraph.pairs
        ],
    }


def _captions(edition: Edition, set_rows: Mapping[str, Row]) -> list[dict[str, object]]:
    return [
        {
            "row": set_rows[caption.pair.id] if caption.pair.zh else None,
            "credit": {"zh": romanize.written(caption.credit), "en": romanize.name(caption.credit)}
            if caption.credit
            else None,
        }
        for caption in edition.captions
    ]


def _contents(edition: Edition) -> list[dict[str, str]]:
    headed = [(section.id, section.heading) for section in edition.sections if section.heading]
    entries = [{"id": section, "zh": heading.zh, "en": heading.en} for section, heading in headed]
    if entries and edition.captions:
        entries.append({"id": "captions", "zh": in_script("图片说明", language_tag(edition, "zh")), "en": "Captions"})
    return entries


def _kicker(edition: Edition) -> list[dict[str, str]]:
    zh, en = dates(edition.date)
    tag = language_tag(edition, "zh")
    parts = [
        *tongues(edition.publication.title, tag),
        {"lang": tag, "text": edition.source or ""},
        {"lang": tag, "text": zh},
        {"lang": "en", "text": en if en != zh else ""},
    ]
    return [part for part in parts if part["text"]]


def _lengths(edition: Edition) -> list[dict[str, str]]:
    lengths = (
        (edition.spoken_ms("zh"), language_tag(edition, "zh"), "中文"),
        (edition.spoken_ms("en"), "en", "English"),
    )
    return [{"tag": tag, "name": name, "time": minutes(ms)} for ms, tag, name in lengths if ms]


def _description(edition: Edition) -> str:
    first = next((pair.en for section in edition.sections for p in section.paragraphs for pair in p.pairs), "")
    return first if len(first) <= 200 else first[:199].rstrip() + "…"


def _size(lines: Sequence[str], en: str) -> str:
    """How large a title may stand, so that one of 300 characters is no wall."""
    longest, whole = max(map(len, lines)), sum(map(len, lines))
    zh = "" if longest <= 14 and whole <= 28 else "long" if longest <= 20 or whole <= 60 else "endless"
    return f"{zh} wordy".strip() if len(en) > 160 else zh
