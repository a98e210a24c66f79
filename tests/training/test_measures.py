"""The figures of the model card: that the measures measure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from training import carry, evaluate
from training.carry import Forced, kept
from zjpub.translate import glossary
from zjpub.translate.interface import PLAIN, Effort

GLOSSARY = Path(__file__).parents[2] / "training" / "glossary.csv"


class Carrier:
    """An engine that says what it was given, as English: everything is carried, nothing translated."""

    name = identity = "carrier"

    def translate(self, lines: Sequence[str], effort: Effort = PLAIN) -> list[tuple[str, ...]]:
        return [(line,) for line in lines]


@pytest.mark.parametrize(
    ("said", "good"),
    [
        ("It invested 8.7 million yuan.", True),
        ("8.7 million yuan", True),
        ("It invested 18.7 million yuan.", False),
        ("It invested 8.7 millions.", False),
        ("It invested 87 million yuan.", False),
        ("", False),
    ],
)
def test_kept_is_word_for_word(said: str, good: bool) -> None:
    assert kept(Forced("", ("8.7 million",)), said) is good


def test_only_the_first_letter_may_grow() -> None:
    assert kept(Forced("", ("more than 300",)), "More than 300 came.")
    assert not kept(Forced("", ("State Council",)), "The state council met.")
    assert not kept(Forced("", ("one third", "two thirds")), "Two thirds left.")


def test_sentences_are_forced_as_a_build_forces_them() -> None:
    book = glossary.Glossary((glossary.Term("国务院", "State Council"),))
    chinese = ["国务院安排870万元。", "投资三成。", "没有什么。"]
    (term,) = carry.terms(chinese, book)
    assert term == Forced("State Council 安排 8.7 million 元。", ("State Council",))
    assert [one.words for one in carry.quantities(chinese)] == [("8.7 million",), ("30 percent",)]
    said = carry.measured(Carrier(), [term, *carry.quantities(chinese)])
    assert all(map(kept, [term, *carry.quantities(chinese)], said))


def test_a_lot_is_taken_from_beginning_to_end() -> None:
    every = [Forced(str(number), ()) for number in range(1000)]
    lot = [int(one.text) for one in carry.evenly(every, 100)]
    assert lot == list(range(0, 1000, 10))
    assert len(carry.evenly(every[:30], 100)) == 30


def test_the_glossary_of_the_measure_is_a_glossary() -> None:
    assert len(glossary.read(GLOSSARY).terms) >= 40


def test_the_table_has_a_row_a_system_and_a_column_a_set(tmp_path: Path) -> None:
    same, other = "The zone grew by a lot this year.\n", "Nothing of the kind at all.\n"
    for name, text in {"a.en": same, "a.good.en": same, "a.bad.en": other, "b.en": "One.\n"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    scores = {name: evaluate.stored(tmp_path, name) for name in ("a", "b")}
    assert scores["a"]["good"].bleu == pytest.approx(100)
    assert scores["a"]["bad"].chrf < 30
    rows = evaluate.table(scores).splitlines()
    assert rows[0] == "| system | a | b |"
    assert rows[-1] == "| good | 100.0 / 100.0 | – |"


def test_outputs_of_another_length_are_refused() -> None:
    with pytest.raises(SystemExit, match="2 lines were translated, 1 are in the reference"):
        evaluate.score(["a", "b"], ["a"])
