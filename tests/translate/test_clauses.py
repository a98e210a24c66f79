"""Clauses: nothing of a sentence is lost, whatever the limit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjpub.translate import clauses

TEXT = st.text(st.sampled_from("郑州经开区，、；：。！？“”（）《》 0123456789.,%A b—…😀"), max_size=120)


@given(TEXT)
def test_the_clauses_are_the_sentence(text: str) -> None:
    assert "".join(clauses.split(text)) == text


@given(TEXT, st.integers(1, 40))
def test_every_part_fits_and_nothing_is_cut(text: str, limit: int) -> None:
    parts = clauses.fit(text, len, limit)
    assert "".join(parts) == text
    assert all(len(part) <= limit for part in parts) or (len(parts) == 1 and len(text) <= limit)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("产值1,265.9亿元，增长6.8%；就业稳定。", ["产值1,265.9亿元，", "增长6.8%；", "就业稳定。"]),
        ("擦亮经开区名片 谱写“时代”篇章 “走出去”", ["擦亮经开区名片 ", "谱写“时代”篇章 ", "“走出去”"]),
        ("比分是3:1，见https://a.cn/b。", ["比分是3:1，", "见https://a.cn/b。"]),
        ("他说：“走吧。”我走了。", ["他说：", "“走吧。”", "我走了。"]),
    ],
)
def test_numbers_and_addresses_stay_whole(text: str, parts: list[str]) -> None:
    assert list(clauses.split(text)) == parts


def test_a_number_is_not_broken_by_the_limit() -> None:
    assert "1265.9" in "|".join(clauses.fit("产值达到了1265.9亿元整", len, 8)).split("|")[1]


def test_english_clauses_become_one_sentence() -> None:
    zh = ["产值增长，", "就业稳定；", "他说：", "很好。"]
    en = ["Output grew.", "The jobs are stable.", "He said.", "It is good."]
    assert clauses.join(zh, en) == "Output grew, the jobs are stable; he said: it is good."
