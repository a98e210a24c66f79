"""Cue times are the times at which the sentences are heard in the decoded file, to 10 ms, in every product."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import articles
import numpy as np
import numpy.typing as npt
import pytest
import soundfile

from zjpub.model import Clips, Cue, Track
from zjpub.narrate import Plan, narrate
from zjpub.narrate.reading import speakable
from zjpub.narrate.voices.silence import pitch

EVERYTHING = Plan(products=("section", "article", "bilingual", "slow"))


@pytest.fixture(scope="module")
def clips() -> Clips:
    story = articles.article()
    made = narrate(story, articles.translation(story), articles.studio(plan=EVERYTHING))
    return Clips(tuple(sorted(made.tracks, key=lambda track: track.file)), made.voices, made.flags)


def heard(track: Track, cue: Cue, samples: npt.NDArray[np.float64], rate: int) -> tuple[float, float, float]:
    """Where the sound that the cue means begins and ends (ms), and its pitch (Hz)."""
    around = slice(max(0, (cue.start_ms - 120) * rate // 1000), (cue.end_ms + 120) * rate // 1000)
    piece = samples[around]
    # An MP3 rings for some milliseconds before and after a sound; half the height is where the sound begins and ends.
    loud = np.flatnonzero(np.abs(piece) > 0.5 * np.abs(piece).max())
    spectrum = np.abs(np.fft.rfft(piece[loud[0] : loud[-1]]))
    frequency = float(np.argmax(spectrum)) * rate / (loud[-1] - loud[0])
    begins = (around.start + loud[0]) * 1000 / rate
    return begins, (around.start + loud[-1]) * 1000 / rate, frequency


def check(track: Track, samples: npt.NDArray[np.float64], rate: int) -> None:
    lines = articles.translation(articles.article()).lines
    assert abs(len(samples) * 1000 / rate - track.duration_ms) < 1
    for cue in track.cues:
        begins, ends, frequency = heard(track, cue, samples, rate)
        assert abs(begins - cue.start_ms) < 10
        assert abs(ends - cue.end_ms) < 10
        line = lines[cue.sentence]
        wanted = pitch(speakable(line.zh if cue.lang == "zh" else line.en, cue.lang))
        if track.kind != "slow":
            assert abs(frequency - wanted) < 5
        else:
            assert abs(frequency - wanted) < 0.02 * wanted


def test_every_sentence_has_a_cue_in_both_languages(clips: Clips) -> None:
    wanted = [sentence.id for sentence in articles.article().sentences()]
    for lang in ("zh", "en"):
        tracks = [track for track in clips.tracks if track.kind == "section" and track.lang == lang]
        assert [cue.sentence for track in tracks for cue in track.cues] == wanted
        assert {cue.lang for track in tracks for cue in track.cues} == {lang}
    both = [cue for track in clips.tracks if track.kind == "bilingual" for cue in track.cues]
    assert [(cue.sentence, cue.lang) for cue in both] == [(one, lang) for one in wanted for lang in ("zh", "en")]


def test_tones_stand_where_the_cues_say(clips: Clips) -> None:
    for track in clips.tracks:
        samples, rate = soundfile.read(track.path)
        check(track, samples, rate)


@pytest.mark.skipif(not shutil.which("ffmpeg"), reason="needs ffmpeg, a second decoder")
def test_tones_stand_there_for_another_decoder(clips: Clips) -> None:
    for track in clips.tracks:
        command = ["ffmpeg", "-v", "error", "-i", str(track.path), "-f", "s16le", "-"]
        data = subprocess.run(command, capture_output=True, check=True).stdout
        check(track, np.frombuffer(data, np.int16) / 32768, soundfile.info(track.path).samplerate)


def test_slow_lasts_longer_at_the_same_pitch(clips: Clips) -> None:
    by_file = {track.file: track for track in clips.tracks}
    slow = [track for track in clips.tracks if track.kind == "slow"]
    assert len(slow) == 6
    for track in slow:
        usual = by_file[track.file.replace(".slow", "")]
        for cue, fast in zip(track.cues, usual.cues, strict=True):
            stretch = (cue.end_ms - cue.start_ms) / (fast.end_ms - fast.start_ms)
            assert abs(stretch - 1 / EVERYTHING.tempo) < 0.01


def test_pauses_are_those_of_the_plan() -> None:
    story = articles.article()
    plan = Plan(pause_sentence=111, pause_paragraph=777, pause_heading=999)
    track = narrate(story, articles.translation(story), articles.studio(plan=plan)).tracks[0]
    pauses = [after.start_ms - before.end_ms for before, after in zip(track.cues, track.cues[1:], strict=False)]
    assert [round(pause / 10) for pause in pauses] == [100, 100, 11, 78]


ONSETS = """
async data => {
  const bytes = Uint8Array.from(atob(data), character => character.charCodeAt(0));
  const sound = await new OfflineAudioContext(1, 1000, 22050).decodeAudioData(bytes.buffer);
  const samples = sound.getChannelData(0);
  const half = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0) / 2;
  const found = [];
  let last = -Infinity;
  samples.forEach((one, place) => {
    if (Math.abs(one) <= half) return;
    if (place - last > 0.1 * sound.sampleRate) found.push(1000 * place / sound.sampleRate);
    last = place;
  });
  return found;
}
"""
BROWSER = """
import base64, json, sys
from pathlib import Path
from playwright.sync_api import sync_playwright
with sync_playwright() as driver:
    browser = driver.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox"])
    page = browser.new_page()
    data = [base64.b64encode(Path(name).read_bytes()).decode() for name in sys.argv[3:]]
    print(json.dumps([page.evaluate(sys.argv[2], one) for one in data]))
    browser.close()
"""


def test_tones_stand_there_for_a_browser(clips: Clips) -> None:
    """In a process of its own, since a second Playwright in one process is not possible."""
    pytest.importorskip("playwright", reason="playwright is not installed: pip install zjpub[test]")
    names = (os.environ.get("ZJPUB_CHROMIUM") or "chromium", "chromium-browser", "google-chrome")
    chromium = next(filter(None, map(shutil.which, names)), None)
    if chromium is None:
        pytest.skip("no Chromium found: install chromium, or name one in ZJPUB_CHROMIUM")
    command = [sys.executable, "-c", BROWSER, chromium, ONSETS, *(str(track.path) for track in clips.tracks)]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    for track, onsets in zip(clips.tracks, json.loads(done.stdout), strict=True):
        assert len(onsets) == len(track.cues)
        assert all(abs(onset - cue.start_ms) < 10 for onset, cue in zip(onsets, track.cues, strict=True))
