"""What each voice is given to say, sentence by sentence: two tables that a person can read and add to."""

from __future__ import annotations

from pathlib import Path

import pytest

from zjpub.model import Lang
from zjpub.narrate.reading import speakable

_HERE = Path(__file__).parent


def _rows(lang: Lang) -> list[tuple[str, str]]:
    lines = (_HERE / f"{lang}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines if line and not line.startswith("## ")]
    return [(text, spoken) for text, spoken in rows]


@pytest.mark.parametrize(("text", "spoken"), _rows("zh"))
def test_chinese(text: str, spoken: str) -> None:
    assert speakable(text, "zh") == spoken


@pytest.mark.parametrize(("text", "spoken"), _rows("en"))
def test_english(text: str, spoken: str) -> None:
    assert speakable(text, "en") == spoken


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_tables_are_large_and_have_no_row_twice(lang: Lang) -> None:
    texts = [text for text, _ in _rows(lang)]
    assert len(texts) >= 300
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_spoken_reads_as_itself(lang: Lang) -> None:
    for _, spoken in _rows(lang):
        again = speakable(spoken, lang)
        assert again.replace(" ", "") == spoken.replace(" ", "")
