"""One dictionary for all stages: a name is spelt alike wherever it stands, whoever asked first."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from zjpub import pinyin
from zjpub.render import romanize

SOURCE = Path(pinyin.__file__).parent


@pytest.mark.parametrize(
    ("name", "english"),
    [("李华刚", "Li Huagang"), ("吕建安", "Lyu Jian'an"), ("单霁翔", "Shan Jixiang"), ("欧阳修", "Ouyang Xiu"),
     ("解振华", "Xie Zhenhua"), ("曾庆红", "Zeng Qinghong"), ("区伯", "Ou Bo"), ("查良镛", "Zha Liangyong"),
     ("歐陽鋒", "Ouyang Feng"), ("單田芳", "Shan Tianfang"), ("万俟明", "Moqi Ming"), ("欧阳", "Ou Yang")],
)  # fmt: skip
def test_names_are_written_as_passports_do(name: str, english: str) -> None:
    assert pinyin.person(name) == english == romanize.name(name)


def test_our_phrases_are_known_whoever_asks_first() -> None:
    assert pinyin.toneless("长三角还款") == ["chang", "san", "jiao", "huan", "kuan"]
    assert "增长点" in pinyin.phrases()


def test_nobody_else_asks_the_library() -> None:
    asking = {
        path.name
        for path in SOURCE.rglob("*.py")
        if re.search(r"\bimport.*pypinyin|from pypinyin", path.read_text("utf-8"))
    }
    assert asking == {"pinyin.py"}
