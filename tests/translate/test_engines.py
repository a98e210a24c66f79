"""The contract of a Translator, held by every engine, whatever it is wrapped in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from zjpub.store import Store
from zjpub.translate import packages
from zjpub.translate.argos import Argos
from zjpub.translate.echo import Echo
from zjpub.translate.interface import PLAIN, Effort, Translator, sureness
from zjpub.translate.remembered import Remembered

Make = Callable[[Path, Path], Translator]
ENGINES: dict[str, Make] = {
    "echo": lambda package, store: Echo(),
    "argos": lambda package, store: Argos(packages.load(package)),
    "remembered echo": lambda package, store: Remembered(Echo(), Store(store)),
    "remembered argos": lambda package, store: Remembered(Argos(packages.load(package)), Store(store)),
}
LINES = [
    "郑州经开区很忙。",
    "",
    "增长6.8%，达1265.9亿元。",
    "郑州经开区很忙。",
    "RCEP",
    " ",
    "<b>",
    "😀",
    "\0",
    "列车，" * 200,
]
HARDER = Effort(beam=3, hypotheses=3, no_repeat_ngram=3, repetition_penalty=1.2, coverage_penalty=0.2)


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, package_folder: Path, tmp_path: Path) -> Translator:
    return ENGINES[request.param](package_folder, tmp_path / "store")


@pytest.mark.parametrize("effort", [PLAIN, HARDER], ids=["plain", "harder"])
def test_a_line_for_a_line_in_order_and_always_the_same(engine: Translator, effort: Effort) -> None:
    found = engine.translate(LINES, effort)
    assert len(found) == len(LINES)
    assert all(1 <= len(hypotheses) <= effort.hypotheses for hypotheses in found)
    assert all("\n" not in text for hypotheses in found for text in hypotheses)
    assert found[0] == found[3]
    assert engine.translate(LINES[::-1], effort) == found[::-1]
    assert engine.translate([LINES[2]], effort) == [found[2]]


def test_words_found_with_a_penalty_are_weighed_without_it(package_folder: Path) -> None:
    engine = Argos(packages.load(package_folder))
    lines = [line for line in LINES if len(line) < 40]
    plain, penalised = (
        [
            text
            for found in engine.translate(lines, Effort(beam=3, hypotheses=3, coverage_penalty=penalty))
            for text in found
        ]
        for penalty in (0.0, 1e-9)
    )
    same = [(sureness(one), sureness(other)) for one, other in zip(plain, penalised, strict=True) if one == other != ""]
    assert len(same) > len(lines)
    # A random model never ends by itself, and its own score leaves out the end.
    assert all(other < 0 and one == pytest.approx(other, abs=0.5) for one, other in same)


def test_how_sure_a_model_is_comes_back_from_the_store(package_folder: Path, tmp_path: Path) -> None:
    engine = Remembered(Argos(packages.load(package_folder)), Store(tmp_path))
    first, again = engine.translate(LINES[:3]), engine.translate(LINES[:3])
    assert [sureness(said[0]) for said in first] == [sureness(said[0]) for said in again]
    assert sureness(first[0][0]) < 0
    assert sureness(Echo().translate(LINES[:1])[0][0]) == 0


def test_nothing_asked_nothing_said(engine: Translator) -> None:
    assert engine.translate([]) == []


def test_a_name_for_people_and_an_identity_for_keys(engine: Translator) -> None:
    assert engine.name.strip()
    assert engine.identity.strip()


def test_the_key_of_a_remembered_line_is_pinned(tmp_path: Path) -> None:
    """Whoever changes it makes every translation anew: do so only where the English would differ."""
    key = Remembered(Echo(), Store(tmp_path))._key("郑州", PLAIN)
    assert key == "translation-edd87ef08fb6f2e3b9dca0a3a7bfd569e1a6430e"
