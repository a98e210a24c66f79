"""Where in a track each part of the article begins: what players show as chapters."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from zjpub.hanzi import in_script
from zjpub.model import Edition, Pair, Track
from zjpub.render.text import language_tag, printable, unnamed


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part and when it begins."""

    start_ms: int
    title_zh: str
    title_en: str


def chapters(edition: Edition, track: Track) -> tuple[Chapter, ...]:
    """The parts that sound in the track, in order; the first begins at 0."""
    starts: dict[str, int] = {}
    for cue in track.cues:
        starts.setdefault(cue.sentence, cue.start_ms)
    found: list[Chapter] = []
    for zh, en, pairs in _parts(edition):
        heard = [starts[pair.id] for pair in pairs if pair.id in starts]
        if heard:
            found.append(Chapter(min(heard) if found else 0, printable(zh), printable(en)))
    return tuple(found)


def chapters_json(edition: Edition, track: Track) -> bytes:
    """The chapters in the JSON format of the podcast namespace."""
    marks = [
        {"startTime": chapter.start_ms / 1000, "title": _title(chapter, track)} for chapter in chapters(edition, track)
    ]
    return json.dumps({"version": "1.2.0", "chapters": marks}, ensure_ascii=False, indent=1).encode() + b"\n"


def _title(chapter: Chapter, track: Track) -> str:
    titles = {"zh": chapter.title_zh, "en": chapter.title_en}
    return titles.get(track.lang, f"{chapter.title_zh} · {chapter.title_en}")


def _parts(edition: Edition) -> Iterator[tuple[str, str, tuple[Pair, ...]]]:
    """Each part's name in both languages and its sentences."""
    tag = language_tag(edition, "zh")
    yield edition.title.zh, edition.title.en, (edition.title,)
    for number, section in enumerate(edition.sections, 1):
        heading = section.heading
        zh, en = (heading.zh, heading.en) if heading else unnamed(number, tag)
        text = tuple(pair for paragraph in section.paragraphs for pair in paragraph.pairs)
        yield zh, en, ((heading, *text) if heading else text)
    yield in_script("图片说明", tag), "Captions", tuple(caption.pair for caption in edition.captions if caption.pair.zh)
