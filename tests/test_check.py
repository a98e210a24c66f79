"""Findings: every code has its level, every flag becomes one, and what only the whole edition shows is found."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

import editions
from zjpub.check import LEVELS, check
from zjpub.model import Flag, LedgerEntry, PairedSection

SOURCE = Path(__file__).parents[1] / "src" / "zjpub"


def test_every_code_in_the_source_has_a_level_and_every_level_a_source() -> None:
    text = {path: path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py")}
    used = {code for found in text.values() for code in re.findall(r'"([tcne]-[a-z]+(?:-[a-z]+)*)"', found)}
    elsewhere = "".join(found for path, found in text.items() if path != SOURCE / "check.py")
    assert used == set(LEVELS)
    assert all(f'"{code}"' in elsewhere for code in LEVELS if code[0] in "tn")


def test_flags_become_findings_gravest_first() -> None:
    edition = editions.silent()
    first = edition.sections[0].paragraphs[0]
    flags = (Flag("t-length", "too short"), Flag("t-quantity", "wrong"), Flag("n-fallback", "other voice"))
    pair = replace(first.pairs[0], flags=flags)
    paragraph = replace(first, pairs=(pair,), truncated=False)
    section = replace(edition.sections[0], paragraphs=(paragraph,))
    found = check(replace(edition, sections=(section,), captions=(), ledger=()))
    here = [(finding.code, finding.level) for finding in found if finding.where == pair.id]
    assert here == [("t-quantity", "error"), ("t-length", "warning"), ("n-fallback", "warning")]


def test_what_only_the_edition_shows() -> None:
    edition = editions.silent()
    empty = PairedSection("s9", edition.title, ())
    forced = (LedgerEntry(7, "caption", forced=True),)
    codes = {(finding.code, finding.where) for finding in check(replace(edition, sections=(empty,), ledger=forced))}
    assert ("c-no-text", "s9") in codes
    assert ("c-forced", "line 7") in codes


def test_a_sentence_without_its_sound_is_an_error_in_a_narrated_edition(tmp_path: Path) -> None:
    edition = editions.small(tmp_path)
    assert not [finding for finding in check(edition) if finding.code == "e-silent"]
    mute = replace(edition, title=replace(edition.title, audio={}))
    found = [finding for finding in check(mute) if finding.code == "e-silent"]
    assert [(finding.where, finding.level) for finding in found] == [("title", "error"), ("title", "error")]
    silent = editions.silent()
    assert not [finding for finding in check(silent) if finding.code == "e-silent"]


@pytest.mark.parametrize("code", ["t-untranslated", "t-quantity", "e-silent"])
def test_what_must_never_be_silent_is_an_error(code: str) -> None:
    assert LEVELS[code] == "error"
