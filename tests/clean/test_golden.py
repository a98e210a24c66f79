"""Every rule of the two tables has a golden folder of its name, and does there what its folder says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from goldens import Golden
from zjpub.clean.page import Page, read
from zjpub.clean.page_rules import PAGE_RULES
from zjpub.clean.paragraph_rules import PARAGRAPH_RULES
from zjpub.clean.rule import Rule
from zjpub.model import InputLine

FOLDER = Path(__file__).parent / "golden"


def _names(rules: Sequence[Rule[Page]] | Sequence[Rule[str]]) -> list[str]:
    return [rule.name for rule in rules]


def _lines(name: str) -> list[str]:
    return (FOLDER / name / "in.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", _names(PAGE_RULES))
def test_page_rule(name: str, golden: Golden) -> None:
    page = read([InputLine(number, text) for number, text in enumerate(_lines(name), 1)], {})
    for rule in PAGE_RULES[: _names(PAGE_RULES).index(name) + 1]:
        page = rule.apply(page)
    golden(FOLDER / name / "out.txt", _shown(page))


def _shown(page: Page) -> str:
    rows = (f"{line.number:3} {line.fate or '-':11} {line.of or '':>3} {line.note:42} {line.plain}" for line in page)
    return "".join(f"{row.rstrip()}\n" for row in rows)


@pytest.mark.parametrize("rule", PARAGRAPH_RULES, ids=_names(PARAGRAPH_RULES))
def test_paragraph_rule(rule: Rule[str], golden: Golden) -> None:
    golden(FOLDER / rule.name / "out.txt", "".join(f"{rule.apply(text)}\n" for text in _lines(rule.name)))


def test_each_rule_says_why_and_no_folder_is_left_over() -> None:
    rules = [*PAGE_RULES, *PARAGRAPH_RULES]
    assert all(rule.why.endswith(".") for rule in rules)
    assert {path.name for path in FOLDER.iterdir()} == {rule.name for rule in rules}
