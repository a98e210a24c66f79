"""An hour of narration against the codec alone: synthesis, assembly, loudness, encoding, tags and store, offline.

    python tests/benchmarks/bench_narrate.py [--minutes N] [--rounds N] [--limit RATIO]

The codec alone is libsndfile encoding the same sound, section by section, on as many threads as there are cores. Both
take turns, and the best round of each counts. Exits with 1 if the ratio is above the limit.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import soundfile

from zjpub.model import Article, Clips, Line, Paragraph, Section, Sentence, Translation
from zjpub.narrate import Plan, Studio, choose, mp3, narrate
from zjpub.narrate.codec import Mp3
from zjpub.narrate.remembered import Remembered, RememberedCodec
from zjpub.sentences import split
from zjpub.store import Store

SEED = Path(__file__).parents[2] / "content" / "zhengzhou-jingkai.txt"
CHARACTERS_A_MINUTE = 205
SECTION = 900
"""Characters of a section: about four and a half minutes."""


def sentences() -> Iterator[str]:
    """The sentences of the first article, over and over, no two alike."""
    seed = [one for line in SEED.read_text(encoding="utf-8-sig").splitlines() for one in split(line.strip())]
    said = list(dict.fromkeys(one for one in seed if len(one) > 12))
    round_ = 0
    while True:
        yield from (f"第{round_}天，{one}" for one in said) if round_ else said
        round_ += 1


def article(minutes: int) -> Article:
    """An article of about so many minutes, in sections of one paragraph."""
    sections: list[Section] = []
    words = sentences()
    left = minutes * CHARACTERS_A_MINUTE
    while left > 0:
        number, length, found = len(sections) + 1, 0, []
        while length < min(SECTION, left):
            found.append(Sentence(f"s{number}p1n{len(found) + 1}", next(words)))
            length += len(found[-1].zh)
        left -= length
        heading = Sentence(f"s{number}h", f"第{number}节")
        sections.append(Section(f"s{number}", heading, (Paragraph("", tuple(found), (1,)),)))
    return Article("bench", "bench", Sentence("title", "一个小时"), (), None, None, tuple(sections), (), (), ())


class Clock:
    """Seconds since it was made: by the wall, and of all cores, child processes included."""

    def __init__(self) -> None:
        self._start = self._now()

    @staticmethod
    def _now() -> tuple[float, float]:
        return time.perf_counter(), sum(os.times()[:4])

    def read(self) -> tuple[float, float]:
        """(wall, cores)"""
        return tuple(now - then for now, then in zip(self._now(), self._start, strict=True))  # type: ignore[return-value]


def whole(text: Article, store: Path) -> tuple[tuple[float, float], Clips]:
    """Seconds for everything, from nothing, and what came out."""
    memory = Store(store)
    voice, _ = choose("espeak", ("zh",))["zh"]
    studio = Studio(
        {"zh": Remembered(voice, memory)},
        RememberedCodec(Mp3(), memory),
        Plan(languages=("zh",), products=("section",)),
    )
    lines = Translation({one.id: Line(one.id, one.zh, one.zh, "none") for one in text.sentences()})
    clock = Clock()
    clips = narrate(text, lines, studio)
    return clock.read(), clips


def codec(sounds: list[np.ndarray], rate: int) -> tuple[float, float]:
    """Seconds for encoding alone."""
    clock = Clock()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda sound: mp3.encode([sound], rate), sounds))
    return clock.read()


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--limit", type=float, default=1.5)
    given = parser.parse_args()
    text = article(given.minutes)
    ours, alone = [], []
    for _ in range(given.rounds):
        with tempfile.TemporaryDirectory() as folder:
            seconds, clips = whole(text, Path(folder))
            ours.append(seconds)
            sounds = [soundfile.read(track.path, dtype="float32")[0] for track in clips.tracks]
        alone.append(codec(sounds, 22_050))
    spoken = sum(track.duration_ms for track in clips.tracks) / 60_000
    print(f"{spoken:.1f} minutes in {len(sounds)} sections, {60 * spoken / min(ours)[0]:.0f} times real time")
    for name, place in (("wall", 0), ("cores", 1)):
        all_of_it, encoding = min(seconds[place] for seconds in ours), min(seconds[place] for seconds in alone)
        print(f"{name}: {all_of_it:.1f} s, the codec alone {encoding:.1f} s, ratio {all_of_it / encoding:.2f}")
    return int(min(ours)[0] / min(alone)[0] > given.limit)


if __name__ == "__main__":
    sys.exit(main())
