"""Every track as subtitles: WebVTT for browsers, SRT for players, LRC for music players; in the language that is spoken
and in both."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from zjpub.model import Edition, Pair, Track
from zjpub.render.chapters import chapters_json
from zjpub.render.text import printable


@dataclass(frozen=True, slots=True)
class Subtitle:
    """Lines shown from `start_ms` to `end_ms`. `id`: the sentence."""

    id: str
    start_ms: int
    end_ms: int
    lines: tuple[str, ...]


Format = Callable[[Edition, Track, Sequence[Subtitle]], str]


def render(edition: Edition, folder: Path) -> None:
    """Beside every `audio/<file>.mp3` its subtitles, and beside a whole article its chapters."""
    pairs = {pair.id: pair for pair in edition.pairs()}
    for track in edition.tracks:
        (folder / "audio").mkdir(exist_ok=True)
        for name, (both, written) in _names(track).items():
            text = written(edition, track, _subtitles(track, pairs, both))
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
        if chapters := chapters_file(track):
            (folder / chapters).write_bytes(chapters_json(edition, track))


def files(track: Track) -> tuple[str, ...]:
    """All that `render` writes of a track, relative to the edition's folder."""
    chapters = chapters_file(track)
    return (*_names(track), *((chapters,) if chapters else ()))


def chapters_file(track: Track) -> str | None:
    """Where the chapters of a track stand, relative to the edition's folder; a section has none."""
    return f"audio/{_stem(track)}.chapters.json" if track.section is None else None


def _names(track: Track) -> dict[str, tuple[bool, Format]]:
    """File → whether it is bilingual, and how it is written."""
    names: dict[str, tuple[bool, Format]] = {}
    for extension, written in FORMATS.items():
        names[f"audio/{_stem(track)}.{extension}"] = False, written
        names[f"audio/{_stem(track)}.bilingual.{extension}"] = True, written
    return names


def _stem(track: Track) -> str:
    # The MP3 and the M4B of an article would else write the same files.
    return track.file if track.kind == "m4b" else PurePosixPath(track.file).stem


def _subtitles(track: Track, pairs: Mapping[str, Pair], both: bool) -> tuple[Subtitle, ...]:
    shown = []
    for cue in track.cues:
        if cue.sentence not in pairs:
            continue
        pair = pairs[cue.sentence]
        words = (pair.zh, pair.en) if both else (pair.zh if cue.lang == "zh" else pair.en,)
        lines = tuple(" ".join(printable(text).split()) for text in words)
        shown.append(Subtitle(cue.sentence, cue.start_ms, cue.end_ms, lines))
    return tuple(shown)


def _vtt(edition: Edition, track: Track, subtitles: Sequence[Subtitle]) -> str:
    blocks = (
        f"{number}-{shown.id}\n{_time(shown.start_ms, '.')} --> {_time(shown.end_ms, '.')}\n"
        + "\n".join(map(_vtt_text, shown.lines))
        for number, shown in enumerate(subtitles, 1)
    )
    return "\n\n".join(("WEBVTT", *blocks)) + "\n"


def _vtt_text(line: str) -> str:
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _srt(edition: Edition, track: Track, subtitles: Sequence[Subtitle]) -> str:
    blocks = (
        f"{number}\n{_time(shown.start_ms, ',')} --> {_time(shown.end_ms, ',')}\n" + "\n".join(map(_inert, shown.lines))
        for number, shown in enumerate(subtitles, 1)
    )
    return "\n\n".join(blocks) + "\n"


def _lrc(edition: Edition, track: Track, subtitles: Sequence[Subtitle]) -> str:
    """Both languages of a sentence at the same time, which players show together; an empty line where the last ends."""
    title = edition.title.en if track.lang == "en" else edition.title.zh
    head = [f"[ti:{_inert(printable(title))}]", f"[length:{_lrc_time(track.duration_ms)}]"]
    lines = [f"[{_lrc_time(shown.start_ms)}]{_inert(line)}" for shown in subtitles for line in shown.lines]
    end = [f"[{_lrc_time(subtitles[-1].end_ms)}]"] if subtitles else []
    return "\n".join((*head, *lines, *end)) + "\n"


FORMATS: dict[str, Format] = {"vtt": _vtt, "srt": _srt, "lrc": _lrc}

# SRT and LRC have no escape: an invisible joiner keeps a player from taking text for a tag, a style or a time.
_TAG = re.compile(r"(?<=<)(?=[\w/])|(?<=\{)(?=\\)|(?<=-)(?=->)|(?<=\[)(?=\w+:)")


def _inert(line: str) -> str:
    return _TAG.sub("\u2060", line)


def _time(ms: int, point: str) -> str:
    seconds, rest = divmod(ms, 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{point}{rest:03d}"


def _lrc_time(ms: int) -> str:
    hundredths = (ms + 5) // 10
    return f"{hundredths // 6000:02d}:{hundredths // 100 % 60:02d}.{hundredths % 100:02d}"
