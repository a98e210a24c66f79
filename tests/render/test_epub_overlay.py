"""The media overlays, played step by step as a reading system would."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest
import soundfile
from epubs import Opened, Par, made, milliseconds

import editions
from zjpub.model import Cue, Edition

VARIANTS = ["epub", "epub-zh", "epub-en"]
SPOKEN: dict[str, Callable[[Path], Edition]] = {
    "small": editions.small,
    "hostile": editions.hostile,
    "one": editions.one_sentence,
}


def _all_pars(book: Opened) -> list[Par]:
    return [par for item in book.spine() for par in book.pars(item)]


@pytest.mark.parametrize("name", SPOKEN)
@pytest.mark.parametrize("variant", VARIANTS)
def test_every_page_of_the_reading_order_sounds(tmp_path: Path, name: str, variant: str) -> None:
    book = Opened(made(SPOKEN[name](tmp_path), tmp_path / "out", variant))
    assert all(book.pars(item) for item in book.spine())


@pytest.mark.parametrize("name", SPOKEN)
@pytest.mark.parametrize("variant", VARIANTS)
def test_every_sentence_is_read_in_order(tmp_path: Path, name: str, variant: str) -> None:
    edition = SPOKEN[name](tmp_path)
    book = Opened(made(edition, tmp_path / "out", variant))
    times = 2 if variant == "epub" else 1
    assert [par.target for par in _all_pars(book)] == [pair.id for pair in edition.pairs() for _ in range(times)]


def test_each_step_lights_an_element_that_is_there_and_plays_its_sentence(tmp_path: Path) -> None:
    """Heard in the decoded files: the n-th sentence of a track is the n-th tone of its language."""
    edition = editions.small(tmp_path)
    book = Opened(made(edition, tmp_path / "out"))
    pages = dict(book.pages())
    order = {(cue.sentence, cue.lang): n for t in edition.tracks if t.section for n, cue in enumerate(t.cues)}
    for number, par in enumerate(_all_pars(book)):
        assert pages[par.page].xpath(f"count(//*[@id='{par.target}'])") == 1
        lang = editions.LANGS[number % 2]
        samples, rate = soundfile.read(io.BytesIO(book.archive.read(par.audio)))
        assert 0 <= par.begin < par.end <= len(samples) * 1000 / rate
        heard = _pitch(samples[(par.begin + 50) * rate // 1000 : (par.begin + 350) * rate // 1000], rate)
        assert heard == pytest.approx(editions.PITCH[lang] + 40 * (order[par.target, lang] % 8), abs=5)


def _pitch(samples: np.ndarray, rate: int) -> float:
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples)), 1 << 16))
    return float(spectrum.argmax() * rate / (1 << 16))


@pytest.mark.parametrize("variant", ["epub-zh", "epub-en"])
def test_one_language_plays_on_without_a_gap(tmp_path: Path, variant: str) -> None:
    pars = _all_pars(Opened(made(editions.small(tmp_path), tmp_path / "out", variant)))
    for file in {par.audio for par in pars}:
        clips = [par for par in pars if par.audio == file]
        assert all(earlier.end == later.begin for earlier, later in pairwise(clips))


@pytest.mark.parametrize(("pause", "kept"), [(120, 0), (600, 350)])
def test_where_two_files_take_turns_a_late_player_hears_nothing_of_the_next_sentence(
    tmp_path: Path, pause: int, kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editions, "GAP_MS", pause)
    edition = editions.small(tmp_path)
    first, second, *_ = _all_pars(Opened(made(edition, tmp_path / "out")))
    assert (first.begin, first.end) == (pause, pause + editions.LENGTH_MS["zh"] + kept)
    assert (second.begin, second.end) == (pause, pause + editions.LENGTH_MS["en"] + kept)


def test_a_bilingual_track_serves_the_bilingual_book(tmp_path: Path) -> None:
    edition = editions.one_sentence(tmp_path)
    spoken = product(("title", "s1p1n1"), editions.LANGS)
    cues = tuple(Cue(name, lang, 100 * n, 100 * n + 90) for n, (name, lang) in enumerate(spoken))
    both = replace(edition.tracks[0], file="01-s1.bi.mp3", lang="bi", kind="bilingual", cues=cues)
    book = Opened(made(replace(edition, tracks=(*edition.tracks, both)), tmp_path / "out"))
    assert [(par.target, par.begin, par.end) for par in _all_pars(book)] == [
        ("title", 0, 100),
        ("title", 100, 200),
        ("s1p1n1", 200, 300),
        ("s1p1n1", 300, 390),
    ]
    assert len({par.audio for par in _all_pars(book)}) == 1
    assert [name for name in book.archive.namelist() if name.endswith(".mp3")] == ["EPUB/audio/001.bi.mp3"]


@pytest.mark.parametrize("variant", VARIANTS)
def test_durations_are_exact(tmp_path: Path, variant: str) -> None:
    book = Opened(made(editions.small(tmp_path), tmp_path / "out", variant))
    total = 0
    for item in book.spine():
        sum_of_clips = sum(par.end - par.begin for par in book.pars(item))
        (declared,) = book.meta("media:duration", item.get("media-overlay"))
        assert milliseconds(declared) == sum_of_clips
        total += sum_of_clips
    assert [milliseconds(clock) for clock in book.meta("media:duration")] == [total]


def test_the_style_has_the_active_class_that_the_package_names(tmp_path: Path) -> None:
    book = Opened(made(editions.small(tmp_path), tmp_path / "out"))
    (name,) = book.meta("media:active-class")
    assert f".{name} {{" in book.archive.read("EPUB/style.css").decode()
    assert book.meta("media:narrator") == ["espeak cmn", "espeak en-us"]


def test_a_sentence_that_nobody_spoke_is_passed_over(tmp_path: Path) -> None:
    edition = editions.small(tmp_path)
    silent_title = replace(edition, title=replace(edition.title, audio={}))
    book = Opened(made(silent_title, tmp_path / "out"))
    assert all(book.pars(item) for item in book.spine())
    assert "title" not in {par.target for par in _all_pars(book)}
