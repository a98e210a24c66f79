"""A sign that means something is said, whatever stands around it: without it a listener hears another number."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zjpub.narrate.reading import speakable

_DASHES = st.sampled_from(["—", "–", "~", "～", "-"])
_ZH_UNITS = st.sampled_from(
    ["", "元", "个", "岁", "米", "km", "℃", "%", "‰", "mm", "万元", "亿美元", "kg/亩", "㎡", "级"]
)
_EN_UNITS = st.sampled_from(["%", " km", " mm", "°C", " kg", " people", " yuan", " million", " inches", "km/h"])
_NUMBERS = st.one_of(
    st.integers(1, 90).map(str), st.integers(1, 9999).map(lambda n: f"{n / 10:.1f}"), st.integers(1, 999).map(str)
)
_ZH_SIGNS = {
    ">": "大于", "<": "小于", "≥": "大于等于", "≤": "小于等于", "=": "等于", "≠": "不等于", "≈": "约等于", "×": "乘",
    "÷": "除以", "+": "加", "±": "正负", ">=": "大于等于", "<=": "小于等于",
}  # fmt: skip
_EN_SIGNS = {
    ">": "greater", "<": "less", "≥": "at least", "≤": "at most", "=": "equals", "≠": "not equal", "≈": "about",
    "×": "by", "÷": "divided by", "+": "plus", "±": "plus or minus", ">=": "at least", "<=": "at most",
}  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_range_keeps_its_to(data: st.DataObject) -> None:
    low, high = sorted((data.draw(_NUMBERS), data.draw(_NUMBERS)), key=float)
    dash, unit = data.draw(_DASHES), data.draw(_ZH_UNITS)
    said = speakable(f"为{low}{dash}{high}{unit}左右", "zh")
    assert said.count("到") == 1 or (float(low) == float(high) and "比" in said), said


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_an_english_range_keeps_its_to(data: st.DataObject) -> None:
    low, high = sorted((data.draw(_NUMBERS), data.draw(_NUMBERS)), key=float)
    dash, unit = data.draw(_DASHES), data.draw(_EN_UNITS)
    said = speakable(f"It grew by {low}{dash}{high}{unit} then.", "en")
    assert said.count(" to ") == 1, said


@pytest.mark.parametrize(("sign", "word"), _ZH_SIGNS.items())
@pytest.mark.parametrize("text", ["3{}2", "x{}2", "a {} 2", "3.5{}2.5", "5%{}2", "（3{}2）", "则3{}2。", "3 {} 2"])
def test_a_sign_is_said(sign: str, word: str, text: str) -> None:
    assert word in speakable(text.format(sign), "zh")


@pytest.mark.parametrize(("sign", "word"), _EN_SIGNS.items())
@pytest.mark.parametrize("text", ["3{}2", "3.5{}2.5", "So 5{}2.", "3 {} 2", "(3{}2)"])
def test_an_english_sign_is_said(sign: str, word: str, text: str) -> None:
    assert word in speakable(text.format(sign), "en")


@settings(max_examples=200, deadline=None)
@given(st.sampled_from("利润率比增长为是至约达"), st.integers(1, 999), st.sampled_from(["%", "亿元", "万", "‰"]))
def test_a_loss_is_no_gain(before: str, tenths: int, unit: str) -> None:
    assert "负" in speakable(f"净{before}-{tenths / 10}{unit}", "zh")


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 20), st.integers(1, 99))
def test_a_list_mark_is_no_figure(mark: int, count: int) -> None:
    said = speakable(f"{chr(0x245F + mark)}{count}项任务", "zh")
    assert re.fullmatch("[一二三四五六七八九十]+、[一二两三四五六七八九十]+项任务", said)


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 150), st.integers(0, 150))
def test_a_falling_pair_is_a_score(first: int, second: int) -> None:
    low, high = sorted((first, second))
    assert speakable(f"主队{high}-{low}客队", "zh").count("比") == 1
