"""Edition → the pages of a book: which parts there are, which share a page, and where in the audio each sentence is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import Literal
from uuid import UUID, uuid5

from zjpub import cover
from zjpub.errors import RenderError
from zjpub.model import Edition, Lang, Pair, PairedSection, Sound
from zjpub.render.text import language_tag, printable

_NAMESPACE = UUID("7a6a7075-6200-5000-8000-65707562206b")


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
    audio = _audio(edition, langs)
    clips = _clips(edition, langs, {sound_file: name for sound_file, (name, _) in audio.items()})
    pages = tuple(_page(parts, clips) for parts in _bound(_parts(edition), clips))
    files = dict(audio.values())
    tags = {lang: language_tag(edition, lang) for lang in langs}
    picture = edition.cover or cover.draw(edition.title.zh, edition.title.en, edition.publication.title)
    return Book(edition, langs, pages, files, tags, picture)


def _parts(edition: Edition) -> tuple[Part, ...]:
    sections = [_section(section, number) for number, section in enumerate(edition.sections, 1)]
    captions = tuple(caption.pair for caption in edition.captions if caption.pair.zh)
    return (
        Part("front", "front", {"zh": edition.title.zh, "en": edition.title.en}, (edition.title,)),
        *(part for part in sections if part.pairs),
        *((Part("captions", "captions", {"zh": "图片说明", "en": "Captions"}, captions),) if edition.captions else ()),
        Part("colophon", "colophon", {"zh": "版本说明", "en": "Colophon"}),
    )


def _section(section: PairedSection, number: int) -> Part:
    heading = section.heading
    opening = {"zh": "开篇", "en": "Opening"} if number == 1 else {"zh": f"第 {number} 部分", "en": f"Part {number}"}
    label: Mapping[Lang, str] = {"zh": heading.zh, "en": heading.en} if heading else opening  # type: ignore[assignment]
    text = (pair for paragraph in section.paragraphs for pair in paragraph.pairs)
    return Part(section.id, "section", label, ((heading,) if heading else ()) + tuple(text), section)


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


def _audio(edition: Edition, langs: Iterable[Lang]) -> dict[str, tuple[str, Path]]:
    """Sound.file → its plain ASCII name in the book, and its bytes."""
    tracks = {f"audio/{track.file}": track for track in edition.tracks}
    audio: dict[str, tuple[str, Path]] = {}
    for pair in edition.pairs():
        for lang in langs:
            file = pair.audio[lang].file if lang in pair.audio else None
            if file is None or file in audio:
                continue
            if file not in tracks:
                raise RenderError(f"{edition.slug}: sentence {pair.id} points at {file}, and there is no such track")
            suffix = PurePosixPath(file).suffix
            audio[file] = (f"audio/{len(audio) + 1:03d}.{lang}{suffix}", tracks[file].path)
    return audio


def _clips(edition: Edition, langs: Iterable[Lang], names: Mapping[str, str]) -> dict[str, tuple[Clip, ...]]:
    """Sentence id → its clips. A clip lasts until the next sentence of its file begins: the pause belongs to the
    reading, and a reading system that jumps from clip to clip would else swallow it."""
    following = _following(edition)
    clips: dict[str, tuple[Clip, ...]] = {}
    for pair in edition.pairs():
        sounds = [pair.audio[lang] for lang in langs if lang in pair.audio]
        if sounds:
            clips[pair.id] = tuple(
                Clip(pair.id, names[s.file], s.start_ms, max(s.end_ms, following.get(s, s.end_ms))) for s in sounds
            )
    return clips


def _following(edition: Edition) -> dict[Sound, int]:
    """Sound → when the next one in the same file begins."""
    files: dict[str, list[Sound]] = defaultdict(list)
    for pair in edition.pairs():
        for sound in pair.audio.values():
            files[sound.file].append(sound)
    following: dict[Sound, int] = {}
    for sounds in files.values():
        sounds.sort(key=lambda sound: sound.start_ms)
        following.update({sound: after.start_ms for sound, after in pairwise(sounds)})
    return following
