"""Edition → the bilingual reader: a page to read, hear and print, in one file beside its `audio/` folder."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from zjpub.errors import RenderError
from zjpub.model import Edition, Finding, Lang, Pair, PairedSection
from zjpub.render import romanize
from zjpub.render.colophon import colophon
from zjpub.render.pages import dates, link, minutes, page, tongues
from zjpub.render.text import language_tag, printable

LANGS: tuple[Lang, ...] = ("zh", "en")
SPEEDS = ("0.5", "0.6", "0.7", "0.8", "0.9", "1", "1.1", "1.25", "1.5", "1.75", "2")

VAST = 1_000
"""Sentences from which on a browser should lay out only the sections in sight."""

_ORIGINS = {
    "reviewed": "reviewed by a person",
    "memory": "from translation memory",
    "machine": "machine translation, not reviewed",
    "none": "nobody has translated it yet",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A pair as the template sets it. `cues`: (language, `file from to` in ms); `level` of its worst doubt."""

    id: str
    zh: str
    en: str
    origin: str
    engine: str
    pinyin: str
    cues: tuple[tuple[str, str], ...]
    reasons: tuple[str, ...]
    level: str

    @property
    def phrases(self) -> tuple[str, ...]:
        """A headline's phrases: its lines break between them first."""
        return tuple(self.zh.split())

    @property
    def origin_words(self) -> str:
        """Where its English came from, for people."""
        return _ORIGINS[self.origin]


@dataclass(frozen=True, slots=True)
class Recording:
    """One sound file as a browser without script plays it."""

    number: int
    lang: str
    name: str
    src: str
    time: str


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
            raise RenderError(f"{edition.slug}: the audio {file} is gone", "Build again; it is made anew.") from error

    (folder / f"{edition.slug}.single.html").write_bytes(_reader(edition, inside, library=""))


def _reader(edition: Edition, source: Callable[[str], str], library: str) -> bytes:
    sounds = _sounds(edition)
    recordings = _recordings(edition, sounds, source)
    rows = _rows(edition, sounds)
    title = rows[edition.title.id]
    stacked = 1 < len(title.phrases) < 7 and all(4 < len(phrase) < 31 for phrase in title.phrases)
    return page(
        "reader.html",
        ("base.css", "reader.css"),
        ("reader.js",),
        slug=edition.slug,
        zh=language_tag(edition, "zh"),
        library=library,
        title=title,
        size=_size(title.phrases if stacked else (title.zh,), title.en),
        stacked=stacked,
        description=_description(edition),
        author=", ".join(map(romanize.name, edition.byline)),
        kicker=_kicker(edition),
        byline=[{"zh": " ".join(person.split()), "en": romanize.name(person)} for person in edition.byline],
        recordings=sounds,
        lengths=_lengths(edition),
        spoken=[lang for lang in LANGS if any(lang in pair.audio for pair in edition.pairs())],
        speeds=SPEEDS,
        contents=_contents(edition),
        vast=len(rows) > VAST,
        sections=[_section(section, rows, recordings) for section in edition.sections],
        captions=_captions(edition, rows),
        caption_recordings=recordings.get("captions", ()),
        colophon=colophon(edition),
    )


def _sounds(edition: Edition) -> Mapping[str, int]:
    """Every sound file that a pair points at, numbered in reading order."""
    files = (sound.file for pair in edition.pairs() for sound in pair.audio.values())
    return {file: number for number, file in enumerate(dict.fromkeys(files))}


def _recordings(
    edition: Edition, sounds: Mapping[str, int], source: Callable[[str], str]
) -> Mapping[str, tuple[Recording, ...]]:
    """The sound files of each part, where its first sentence stands; the title's stand with the first section."""
    times = {f"audio/{track.file}": minutes(track.duration_ms) for track in edition.tracks}
    placed: dict[str, list[Recording]] = {}
    seen: set[str] = set()
    for part, pair in _parts(edition):
        for lang, sound in sorted(pair.audio.items(), reverse=True):
            if sound.file not in seen:
                seen.add(sound.file)
                name = "Chinese" if lang == "zh" else "English"
                recording = Recording(sounds[sound.file], lang, name, source(sound.file), times.get(sound.file, ""))
                placed.setdefault(part, []).append(recording)
    return {part: tuple(recordings) for part, recordings in placed.items()}


def _parts(edition: Edition) -> Iterator[tuple[str, Pair]]:
    first = edition.sections[0].id if edition.sections else "captions"
    yield first, edition.title
    for section in edition.sections:
        if section.heading:
            yield section.id, section.heading
        for paragraph in section.paragraphs:
            for pair in paragraph.pairs:
                yield section.id, pair
    for caption in edition.captions:
        yield "captions", caption.pair


def _rows(edition: Edition, sounds: Mapping[str, int]) -> Mapping[str, Row]:
    findings: dict[str, list[Finding]] = {}
    for finding in edition.findings:
        findings.setdefault(finding.where, []).append(finding)
    return {pair.id: _row(pair, findings.get(pair.id, ()), sounds) for pair in edition.pairs()}


def _row(pair: Pair, findings: Iterable[Finding], sounds: Mapping[str, int]) -> Row:
    zh = printable(pair.zh)
    reasons, level = _doubts(findings, pair.origin == "none")
    cues = tuple((lang, _cue(pair, lang, sounds)) for lang in LANGS if lang in pair.audio)
    pinyin = " ".join(romanize.syllables(zh))
    return Row(pair.id, zh, pair.en, pair.origin, pair.engine, pinyin, cues, reasons, level)


def _cue(pair: Pair, lang: Lang, sounds: Mapping[str, int]) -> str:
    sound = pair.audio[lang]
    return f"{sounds[sound.file]} {sound.start_ms} {sound.end_ms}"


def _doubts(findings: Iterable[Finding], untranslated: bool) -> tuple[tuple[str, ...], str]:
    """What is doubtful about a sentence, and the gravest level; findings of level info are for the report alone."""
    grave = [finding for finding in findings if finding.level != "info"]
    reasons = tuple(dict.fromkeys(finding.message for finding in grave))
    if untranslated and not reasons:
        reasons = ("This sentence is not translated yet.",)
    return reasons, "error" if any(finding.level == "error" for finding in grave) else "warning"


def _section(
    section: PairedSection, rows: Mapping[str, Row], recordings: Mapping[str, tuple[Recording, ...]]
) -> dict[str, object]:
    number = section.id.removeprefix("s")
    return {
        "id": section.id,
        "name": f"Section {number}",
        "heading": rows[section.heading.id] if section.heading else None,
        "recordings": recordings.get(section.id, ()),
        "paragraphs": [
            {"rows": [rows[pair.id] for pair in paragraph.pairs], "truncated": paragraph.truncated}
            for paragraph in section.paragraphs
            if paragraph.pairs
        ],
    }


def _captions(edition: Edition, rows: Mapping[str, Row]) -> list[dict[str, object]]:
    return [
        {
            "row": rows[caption.pair.id] if caption.pair.zh else None,
            "credit": {"zh": caption.credit, "en": romanize.name(caption.credit)} if caption.credit else None,
        }
        for caption in edition.captions
    ]


def _contents(edition: Edition) -> list[dict[str, str]]:
    headed = [(section.id, section.heading) for section in edition.sections if section.heading]
    entries = [{"id": section, "zh": heading.zh, "en": heading.en} for section, heading in headed]
    if entries and edition.captions:
        entries.append({"id": "captions", "zh": "图片说明", "en": "Photographs"})
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
    tongues = (("zh", language_tag(edition, "zh"), "中文"), ("en", "en", "English"))
    totals = {
        lang: sum(track.duration_ms for track in edition.tracks if track.kind == "section" and track.lang == lang)
        for lang, _, _ in tongues
    }
    return [{"tag": tag, "name": name, "time": minutes(totals[lang])} for lang, tag, name in tongues if totals[lang]]


def _description(edition: Edition) -> str:
    first = next((pair.en for section in edition.sections for p in section.paragraphs for pair in p.pairs), "")
    return first if len(first) <= 200 else first[:199].rstrip() + "…"


def _size(lines: Sequence[str], en: str) -> str:
    """How large a title may stand, so that one of 300 characters is no wall."""
    longest, whole = max(map(len, lines)), sum(map(len, lines))
    zh = "" if longest <= 14 and whole <= 28 else "long" if longest <= 20 or whole <= 60 else "endless"
    return f"{zh} wordy".strip() if len(en) > 160 else zh
