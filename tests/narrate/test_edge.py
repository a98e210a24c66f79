"""The edge voice against a service that fails in every way seen: words are never lost, and never taken on trust."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from fake_edge import FakeEdge, Manner

from zjpub.narrate import plausible
from zjpub.narrate.interface import Speech
from zjpub.narrate.remembered import Remembered
from zjpub.narrate.voices import choose
from zjpub.narrate.voices.edge import Edge, Patience, reachable
from zjpub.narrate.voices.silence import Silence
from zjpub.store import Store

LINES = ("今天天气很好，我们去公园。", "百分之六点八的增长让人高兴。", "他说：“<再见> & 保重！”")
QUICK = Patience(request=0.6, tries=3, pause=0.01, in_a_row=2, budget=5.0)


@contextmanager
def service(monkeypatch: pytest.MonkeyPatch, manner: Manner) -> Iterator[FakeEdge]:
    import edge_tts.communicate

    with FakeEdge(manner) as fake:
        monkeypatch.setenv("NO_PROXY", "*")
        monkeypatch.setattr(edge_tts.communicate, "WSS_URL", fake.url)
        yield fake


def speak(lines: tuple[str, ...] = LINES, patience: Patience = QUICK) -> list[Speech]:
    return list(Edge("zh", backup=Silence("zh", "tone"), patience=patience).speak(lines))


def fallen(speeches: list[Speech]) -> list[bool]:
    for speech, line in zip(speeches, LINES, strict=False):
        assert not plausible.doubt(line, 1000 * len(speech.samples) / speech.rate)
    return [speech.fell_back for speech in speeches]


def test_every_sentence_is_one_request_and_few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with service(monkeypatch, lambda n, text: "slow") as fake:
        speeches = speak(LINES * 2, Patience(request=5))
    assert sorted(fake.asked) == sorted(LINES * 2)
    assert 2 <= fake.most_at_once <= 4
    assert fallen(speeches) == [False] * 6
    assert {speech.rate for speech in speeches} == {24_000}


@pytest.mark.parametrize("act", ["mute", "close", "silent", "half", "wrong", "short", "garbage"])
def test_a_bad_answer_is_asked_for_again(monkeypatch: pytest.MonkeyPatch, act: str) -> None:
    with service(monkeypatch, lambda n, text: act if n == 1 and text == LINES[1] else "good") as fake:
        assert fallen(speak()) == [False] * 3
    assert fake.asked.count(LINES[1]) == 2


@pytest.mark.parametrize("act", ["mute", "close", "silent", "half", "wrong", "short", "garbage"])
def test_what_stays_bad_is_spoken_by_the_backup_and_flagged(monkeypatch: pytest.MonkeyPatch, act: str) -> None:
    with service(monkeypatch, lambda n, text: act if text == LINES[1] else "good") as fake:
        speeches = speak()
    assert fallen(speeches) == [False, True, False]
    assert fake.asked.count(LINES[1]) == QUICK.tries
    assert "silence tone" in speeches[1].flags[0].message


@pytest.mark.parametrize("status", ["403", "429", "503"])
def test_a_refusal_passes(monkeypatch: pytest.MonkeyPatch, status: str) -> None:
    answers = iter([status])
    with service(monkeypatch, lambda n, text: next(answers, "good")) as fake:
        assert fallen(speak()) == [False] * 3
    assert fake.refusals == 1


@pytest.mark.parametrize("status", ["403", "429", "503"])
def test_a_service_that_refuses_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch, status: str) -> None:
    began = time.monotonic()
    with service(monkeypatch, lambda n, text: status) as fake:
        assert all(fallen(speak(LINES * 20)))
    # Six requests may be under way (edge-tts itself repeats a 403) when two sentences in a row have failed.
    assert fake.refusals <= 2 * QUICK.tries * (QUICK.in_a_row + QUICK.at_once)
    assert time.monotonic() - began < 5


def test_a_silent_service_is_given_up_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    began = time.monotonic()
    with service(monkeypatch, lambda n, text: "silent"):
        assert all(fallen(speak(LINES * 20)))
    assert time.monotonic() - began < 12


def test_the_budget_ends_the_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    endless = Patience(request=0.3, tries=1000, pause=0.01, budget=1.0)
    began = time.monotonic()
    with service(monkeypatch, lambda n, text: "silent"):
        assert all(fallen(speak(patience=endless)))
    assert time.monotonic() - began < 6


def test_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    with service(monkeypatch, lambda n, text: "good"):
        pass
    speeches = speak()
    assert all(fallen(speeches))
    assert "Connect" in speeches[0].flags[0].message


def test_auto_takes_edge_when_it_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    with service(monkeypatch, lambda n, text: "good") as fake:
        chosen = choose("auto")
    assert [voice.name for voice, _ in chosen.values()] == ["edge zh-CN-XiaoxiaoNeural", "edge en-US-AriaNeural"]
    assert len(fake.asked) == 1


@pytest.mark.parametrize("act", ["silent", "503", "close", "mute"])
def test_auto_takes_espeak_when_edge_does_not_answer(monkeypatch: pytest.MonkeyPatch, act: str) -> None:
    began = time.monotonic()
    with service(monkeypatch, lambda n, text: act):
        chosen = choose("auto")
    assert [voice.name for voice, _ in chosen.values()] == ["espeak cmn", "espeak en-us"]
    assert all("edge cannot be reached" in use.why and "--voice edge" in use.why for _, use in chosen.values())
    assert time.monotonic() - began < 5


def test_offline_costs_little(monkeypatch: pytest.MonkeyPatch) -> None:
    with service(monkeypatch, lambda n, text: "good"):
        pass
    began = time.monotonic()
    assert reachable()
    assert time.monotonic() - began < 1.5


PROGRAM = """
import os, signal, sys, threading
import articles, edge_tts.communicate
from zjpub.narrate import narrate
from zjpub.narrate.voices.edge import Edge
edge_tts.communicate.WSS_URL = sys.argv[1]
story = articles.article()
threading.Timer(1.5, os.kill, (os.getpid(), signal.SIGINT)).start()
try:
    narrate(story, articles.translation(story), articles.studio({"zh": Edge("zh"), "en": Edge("en")}))
except KeyboardInterrupt:
    print("interrupted")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a signal that is sent as Ctrl-C is")
def test_an_interrupted_program_does_not_wait_for_a_silent_service(monkeypatch: pytest.MonkeyPatch) -> None:
    with service(monkeypatch, lambda n, text: "silent") as fake:
        began = time.monotonic()
        command = [sys.executable, "-c", PROGRAM, fake.url]
        here = Path(__file__).parent
        done = subprocess.run(command, cwd=here, capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr, done.returncode) == ("interrupted\n", "", 0)
    assert time.monotonic() - began < 6


def test_a_build_that_was_interrupted_asks_only_for_the_rest(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with service(monkeypatch, lambda n, text: "slow") as fake:
        speaking = Remembered(Edge("zh", patience=Patience(at_once=1)), Store(tmp_path)).speak(LINES)
        first, second = next(speaking), next(speaking)
        speaking.close()  # type: ignore[attr-defined]
    with service(monkeypatch, lambda n, text: "good") as fake:
        again = list(Remembered(Edge("zh"), Store(tmp_path)).speak(LINES))
    assert fake.asked == [LINES[2]]
    assert np.array_equal(again[0].samples, first.samples)
    assert np.array_equal(again[1].samples, second.samples)
