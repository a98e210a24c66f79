"""Edition → the pages of a book: which parts there are, which share a page, and where in the audio each sentence is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest
from pathlib import Path, PurePosixPath
from typing import Literal
from uuid import UUID, uuid5

from zjpub import cover
from zjpub.errors import RenderError
from zjpub.hanzi import in_script
from zjpub.model import Edition, Lang, Pair, PairedSection, Sound
from zjpub.render.text import language_tag, printable, unnamed

_NAMESPACE = UUID("7a6a7075-6200-5000-8000-65707562206b")
_LATE_MS = 250


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the book that the contents name. `pairs`: its sentences in reading order."""

    id: str
    kind: Literal["front", "section", "captions", "colophon"]
    label: Mapping[Lang, str]
    pairs: tuple[Pair, ...] = ()
    section: PairedSection | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One content document: `<name>.xhtml` and, if it sounds, `<name>.smil`."""

    name: str
    parts: tuple[Part, ...]
    clips: tuple[Clip, ...]


@dataclass(frozen=True, slots=True)
class Clip:
    """A sentence in one language: the id of its element, and where it sounds in `file` of the book, in milliseconds."""

    target: str
    file: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Book:
    """An edition laid out for one EPUB. `audio`: file inside the book → where its bytes lie; `tags`: BCP 47; `cover`:
    the picture, JPEG or PNG."""

    edition: Edition
    langs: tuple[Lang, ...]
    pages: tuple[Page, ...]
    audio: Mapping[str, Path]
    tags: Mapping[Lang, str]
    cover: bytes
    uuid: UUID = field(init=False)

    @property
    def cover_file(self) -> str:
        """The name of the picture in the book."""
        return "cover.png" if self.cover.startswith(b"\x89PNG") else "cover.jpg"

    def __post_init__(self) -> None:
        words = "\n".join(f"{pair.id}\t{pair.zh}\t{pair.en}" for pair in self.edition.pairs())
        recipe = printable("\t".join((self.edition.slug, *self.langs, str(bool(self.audio)), words)))
        object.__setattr__(self, "uuid", uuid5(_NAMESPACE, recipe))


def lay_out(edition: Edition, langs: tuple[Lang, ...]) -> Book:
    """The book in these languages, in this order within a sentence. Raises RenderError for audio without a track."""
    sounds = _sounds(edition, langs)
    audio = _audio(edition, sounds)
    clips = _clips(sounds, {file: name for file, (name, _) in audio.items()})
    pages = tuple(_page(parts, clips) for parts in _bound(_parts(edition), clips))
    tags = {lang: language_tag(edition, lang) for lang in langs}
    picture = edition.cover or cover.draw(edition.title.zh, edition.title.en, edition.publication.title)
    return Book(edition, langs, pages, dict(audio.values()), tags, picture)


def _parts(edition: Edition) -> tuple[Part, ...]:
    tag = language_tag(edition, "zh")
    sections = [_section(section, unnamed(number, tag)) for number, section in enumerate(edition.sections, 1)]
    captions = tuple(caption.pair for caption in edition.captions if caption.pair.zh)
    return (
        Part("front", "front", _label(edition.title, edition.slug, edition.slug), (edition.title,)),
        *(part for part in sections if part.pairs),
        *(
            (Part("captions", "captions", {"zh": in_script("图片说明", tag), "en": "Captions"}, captions),)
            if edition.captions
            else ()
        ),
        Part("colophon", "colophon", {"zh": in_script("版本说明", tag), "en": "Colophon"}),
    )


def _section(section: PairedSection, names: tuple[str, str]) -> Part:
    heading = (section.heading,) if section.heading else ()
    text = tuple(pair for paragraph in section.paragraphs for pair in paragraph.pairs)
    return Part(section.id, "section", _label(section.heading, *names), heading + text, section)


def _label(heading: Pair | None, zh: str, en: str) -> dict[Lang, str]:
    """What the contents call a part: its heading, or the given words for one that has none or none to be seen."""
    return {
        "zh": (heading and printable(heading.zh).strip()) or zh,
        "en": (heading and printable(heading.en).strip()) or en,
    }


def _bound(parts: Sequence[Part], clips: Mapping[str, Sequence[Clip]]) -> list[list[Part]]:
    """Parts to a page. In a book that sounds, a silent part shares the page of its neighbour: a page without an overlay
    is skipped, or ends the reading, in some reading systems."""
    pages: list[list[Part]] = []
    for part in parts:
        silent = not any(pair.id in clips for pair in part.pairs)
        lonely = pages and not any(pair.id in clips for earlier in pages[-1] for pair in earlier.pairs)
        if pages and clips and (silent or lonely):
            pages[-1].append(part)
        else:
            pages.append([part])
    return pages


def _page(parts: Sequence[Part], clips: Mapping[str, Sequence[Clip]]) -> Page:
    spoken = [clip for part in parts for pair in part.pairs for clip in clips.get(pair.id, ())]
    return Page(parts[0].id, tuple(parts), tuple(spoken))


def _sounds(edition: Edition, langs: Sequence[Lang]) -> list[tuple[str, Sound]]:
    """Sentence ids and where they sound, in reading order. A bilingual track, if there is one, serves a book in both
    languages: it plays on where two files would take turns at every sentence."""
    both: dict[tuple[str, Lang], Sound] = {}
    if len(langs) > 1:
        for track in edition.tracks:
            if track.kind == "bilingual":
                file = f"audio/{track.file}"
                both |= {(cue.sentence, cue.lang): Sound(file, cue.start_ms, cue.end_ms) for cue in track.cues}
    found = ((pair.id, both.get((pair.id, lang)) or pair.audio.get(lang)) for pair in edition.pairs() for lang in langs)
    return [(id, sound) for id, sound in found if sound]


def _audio(edition: Edition, sounds: Iterable[tuple[str, Sound]]) -> dict[str, tuple[str, Path]]:
    """Sound.file → its plain ASCII name in the book, and its bytes."""
    tracks = {f"audio/{track.file}": track for track in edition.tracks}
    audio: dict[str, tuple[str, Path]] = {}
    for id, sound in sounds:
        if sound.file not in tracks:
            raise RenderError(f"{edition.slug}: sentence {id} points at {sound.file}, and there is no such track")
        track = tracks[sound.file]
        suffix = PurePosixPath(sound.file).suffix
        audio.setdefault(sound.file, (f"audio/{len(audio) + 1:03d}.{track.lang}{suffix}", track.path))
    return audio


def _clips(sounds: Sequence[tuple[str, Sound]], names: Mapping[str, str]) -> dict[str, tuple[Clip, ...]]:
    """Sentence id → its clips, each with the pause after it, which a player that jumps from clip to clip would swallow.

    Where the next clip is in another file, the pause is cut short: a player that looks at the time four times a second
    would else let the next sentence of this file be heard.
    """
    following = _following(sound for _, sound in sounds)
    clips: dict[str, list[Clip]] = defaultdict(list)
    files_after = [sound.file for _, sound in sounds[1:]]
    for (id, sound), file_after in zip_longest(sounds, files_after):
        pause = following.get(sound, sound.end_ms) - sound.end_ms
        if file_after != sound.file:
            pause -= _LATE_MS
        clips[id].append(Clip(id, names[sound.file], sound.start_ms, sound.end_ms + max(0, pause)))
    return {id: tuple(found) for id, found in clips.items()}


def _following(sounds: Iterable[Sound]) -> dict[Sound, int]:
    """Sound → when the next one in the same file begins."""
    files: dict[str, list[Sound]] = defaultdict(list)
    for sound in sounds:
        files[sound.file].append(sound)
    following: dict[Sound, int] = {}
    for found in files.values():
        found.sort(key=lambda sound: sound.start_ms)
        following.update({sound: after.start_ms for sound, after in pairwise(found)})
    return following
