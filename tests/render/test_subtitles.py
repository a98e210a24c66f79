"""Subtitles and chapters, read back by parsers of the formats' own rules."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

import editions
from zjpub.model import Cue, Edition, Track
from zjpub.render import render
from zjpub.render.chapters import chapters
from zjpub.render.subtitles import files
from zjpub.render.text import printable, unnamed

Shown = tuple[int, int, list[str]]
JOINER = "\u2060"


def _plain(text: str) -> str:
    return " ".join(printable(text).split())


def _ms(clock: str) -> int:
    hours, minutes, seconds, rest = re.fullmatch(r"(\d\d+):(\d\d):(\d\d)[.,](\d{3})", clock).groups()
    return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(rest)


def _read_vtt(text: str) -> list[Shown]:
    header, *blocks = text.removesuffix("\n").split("\n\n")
    assert header == "WEBVTT"
    shown = []
    for block in blocks:
        _, times, *lines = block.split("\n")
        start, end = map(_ms, times.split(" --> "))
        assert not any("<" in line or "-->" in line for line in lines)
        shown.append((start, end, [html.unescape(line) for line in lines]))
    return shown


def _read_srt(text: str) -> list[Shown]:
    shown = []
    for number, block in enumerate(text.removesuffix("\n").split("\n\n"), 1):
        count, times, *lines = block.split("\n")
        assert int(count) == number
        start, end = map(_ms, times.split(" --> "))
        shown.append((start, end, [line.replace(JOINER, "") for line in lines]))
    return shown


def _expected(edition: Edition, track: Track, both: bool) -> list[Shown]:
    pairs = {pair.id: pair for pair in edition.pairs()}
    return [
        (
            cue.start_ms,
            cue.end_ms,
            [_plain(text) for text in ((p.zh, p.en) if both else (p.zh if cue.lang == "zh" else p.en,))],
        )
        for cue in track.cues
        for p in (pairs[cue.sentence],)
    ]


@pytest.mark.parametrize("make", [editions.small, editions.hostile])
@pytest.mark.parametrize(("extension", "read"), [("vtt", _read_vtt), ("srt", _read_srt)])
def test_every_cue_is_shown_with_its_words(tmp_path: Path, make, extension: str, read) -> None:  # type: ignore[no-untyped-def]
    edition = make(tmp_path)
    render(edition, tmp_path, ["subtitles"])
    for track in edition.tracks:
        stem = track.file.removesuffix(".mp3")
        for ending, both in (("", False), (".bilingual", True)):
            text = (tmp_path / f"audio/{stem}{ending}.{extension}").read_text(encoding="utf-8")
            assert read(text) == _expected(edition, track, both)


def test_lrc_has_a_line_a_sentence_and_ends(tmp_path: Path) -> None:
    edition = editions.small(tmp_path)
    render(edition, tmp_path, ["subtitles"])
    lines = (tmp_path / "audio/01-s1.zh.lrc").read_text(encoding="utf-8").splitlines()
    assert lines[:4] == [
        "[ti:持续擦亮名片 谱写时代篇章]",
        "[length:00:02.72]",
        "[00:00.12]持续擦亮名片 谱写时代篇章",
        "[00:00.64]沙土地之上“书写”沧桑巨变",
    ]
    assert lines[-1] == "[00:02.60]"
    both = (tmp_path / "audio/01-s1.zh.bilingual.lrc").read_text(encoding="utf-8").splitlines()
    assert both[2][:10] == both[3][:10] and both[3].endswith("Writing a New Chapter")


def test_lrc_text_is_never_a_time(tmp_path: Path) -> None:
    edition = editions.one_sentence(tmp_path)
    edition = replace(edition, title=replace(edition.title, zh="[00:99.00]不是时间 [ti:不是标题]"))
    render(edition, tmp_path, ["subtitles"])
    line = (tmp_path / "audio/01-s1.zh.lrc").read_text(encoding="utf-8").splitlines()[2]
    assert re.findall(r"\[\w+:", line) == ["[00:"]


def test_a_track_in_both_languages_shows_the_one_that_is_spoken(tmp_path: Path) -> None:
    edition = editions.one_sentence(tmp_path)
    cues = (Cue("s1p1n1", "zh", 0, 100), Cue("s1p1n1", "en", 100, 200))
    track = replace(edition.tracks[0], file="01.bi.mp3", lang="bi", kind="bilingual", cues=cues)
    render(replace(edition, tracks=(track,)), tmp_path, ["subtitles"])
    assert [lines for _, _, lines in _read_vtt((tmp_path / "audio/01.bi.vtt").read_text(encoding="utf-8"))] == [
        ["好。"],
        ["Good."],
    ]


def test_hours_are_counted(tmp_path: Path) -> None:
    edition = editions.one_sentence(tmp_path)
    track = replace(edition.tracks[0], cues=(Cue("title", "zh", 7_322_006, 7_323_999),))
    render(replace(edition, tracks=(track,)), tmp_path, ["subtitles"])
    assert "02:02:02.006 --> 02:02:03.999" in (tmp_path / "audio/01-s1.zh.vtt").read_text(encoding="utf-8")
    assert "[122:02.01]" in (tmp_path / "audio/01-s1.zh.lrc").read_text(encoding="utf-8")


def test_what_is_written_is_what_is_announced(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    (tmp_path / "out").mkdir()
    edition = editions.small(tmp_path / "made")
    book = replace(edition.tracks[-1], file="spring-city.en.m4b", kind="m4b")
    edition = replace(edition, tracks=(*edition.tracks, book))
    render(edition, tmp_path / "out", ["subtitles"])
    announced = [name for track in edition.tracks for name in files(track)]
    assert len(announced) == len(set(announced))
    assert {f"audio/{path.name}" for path in (tmp_path / "out/audio").iterdir()} == set(announced)


def test_chapters_begin_with_the_title_and_with_every_section(tmp_path: Path) -> None:
    edition = editions.small(tmp_path)
    track = edition.tracks[-1]
    starts = {cue.sentence: cue.start_ms for cue in track.cues}
    found = [(chapter.start_ms, chapter.title_en) for chapter in chapters(edition, track)]
    assert found == [
        (0, edition.title.en),
        (starts["s1h"], "Great Changes “Written” on Sandy Soil"),
        (starts["s2h"], "Building a New System of Advanced Manufacturing"),
        (starts["c1"], "Captions"),
    ]
    opening = replace(edition, sections=(replace(edition.sections[0], heading=None), *edition.sections[1:]))
    assert chapters(opening, track)[1].title_en == unnamed(1, "zh-Hans")[1] == "Opening"
    render(edition, tmp_path, ["subtitles"])
    data = json.loads((tmp_path / "audio/spring-city.zh.chapters.json").read_text(encoding="utf-8"))
    assert data["version"] == "1.2.0"
    assert data["chapters"][0] == {"startTime": 0, "title": "持续擦亮名片 谱写时代篇章"}
