"""Whatever stands between them, ordinary words come out of reading, all of them and in their order."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zjpub.model import Lang
from zjpub.narrate.reading import speakable

_ZH = """
经济 记者 昨天 城市 公园 认为 天气 学校 音乐 文化 历史 小麦 农民 我们 因此 但是 而且 什么 如果 已经 可以 河流 山峰 飞机
政府 市场 企业 消息 比赛 球队 冠军 孩子 父母 故事 电影 书店 超市
"""
_EN = """
economy river teacher quickly beautiful government market morning children school library company weather history
farmer doctor football because although between village mountain reporter yesterday picture garden
"""
_WORDS: dict[Lang, list[str]] = {"zh": _ZH.split(), "en": _EN.split()}
_MARKUP = r"""
www.zj.gov.cn @用户名 #话题# #HashTag2024 <script>alert(1)</script> </p> &nbsp; ]]> {'a':[1,2]} f(x): x**2 `code` a_b_c
foo.bar() $HOME/bin C:\Users\x /usr/local/bin 1234567890123456789012345 0000000 C++ C# .NET node.js IPv6 ::1 2001:db8::1
"""
_FIGURES = """
3:1 3-1 12:30 2024-05-01 2024/5/1 5% -5℃ $5 5km/h 1/2 1e10 1,234.5 v1.2.3 5G H5N1 PM2.5 COVID-19 No.3 Mr. U.S. e.g. a.m.
1st XIV (1) 1. 1) [1] [12,13] 1、 第3章 100万 3.5亿 1~2 2—3 20%~30% ≥3 <5 >10 10^5 H₂O CO₂ m/s² ①② ⅣⅤ ½⅓ ²³ ०१२ ٣٤ 𝟙𝟚
"""
_SIGNS = r"""
😀 👨‍👩‍👧 🇨🇳 ✅ ㎡ ㏄ ％ ＄１００ ＡＢＣ ～ —— … · • ※ ★ → ≈ ± × ÷ √2 ∑ ∞
العربية עברית Ελληνικά Привет 한국어 ไทย हिन्दी ﬁ é ß
( （ [ 【 《 “ " ' ‘ { < > = + - -- | \ / // * ** ~~ ^ _ & % $ € £ ¥ @ ! ? 。。。 、、 ； ： : ; . .. 。 ， , ° ℃ ‰
"""
_UNSEEN = ("", "\x00", "\x07", "\t", "\n", "\xa0", "\u200b", "\ufeff", "\u202eabc\u202c")
_NOISE = (*_MARKUP.split(), *_FIGURES.split(), *_SIGNS.split(), *_UNSEEN)
_URLS = ("https://www.example.com/a/b?x=1&y=2#z", "http://10.0.0.1:8080/path", "zhang.san+tag@mail.example.co.uk")
_GAPS = st.sampled_from(["", " ", "，", ", ", "。", ". ", "、", "\n"])


@pytest.mark.parametrize("lang", ["zh", "en"])
@settings(max_examples=300, deadline=None)
@given(st.data())
def test_words_stay_in_their_order(lang: Lang, data: st.DataObject) -> None:
    gap = " " if lang == "en" else ""
    ordinary = data.draw(st.lists(st.sampled_from(_WORDS[lang]), min_size=1, max_size=6))
    noise = st.sampled_from((*_NOISE, *(url + " " for url in _URLS)))
    text = "".join(
        f"{data.draw(noise)}{data.draw(_GAPS)}{gap}{word}{gap}{data.draw(_GAPS)}{data.draw(noise)}" for word in ordinary
    )
    spoken, at = speakable(text, lang), 0
    for word in ordinary:
        found = spoken.lower().find(word, at)
        assert found >= 0, (word, text, spoken)
        at = found + len(word)


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5, exclude_characters="丨"), max_size=40))
def test_chinese_without_figures_is_left_alone(text: str) -> None:
    assert speakable(text, "zh") == text


_UNKNOWN = st.from_regex(r"\A[A-Z]?[a-z]{5,9}\Z").filter(lambda word: not _KNOWN.search(word))
_KNOWN = re.compile("inch|inches|mile|hour|year|month|person|tablet|serving|week|mmhg|mins|secs|knots", re.IGNORECASE)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(_UNKNOWN, st.sampled_from(_WORDS["zh"])), min_size=1, max_size=8))
def test_words_nobody_knows_are_left_as_they_are(words: list[str]) -> None:
    assert speakable(" ".join(words), "zh").replace(" ", "") == "".join(words)
    latin = [word for word in words if word.isascii()]
    assert speakable(" ".join(latin), "en") == " ".join(latin)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(_WORDS["en"]), min_size=1, max_size=12).map(" ".join))
def test_english_without_figures_is_left_alone(text: str) -> None:
    assert speakable(text, "en") == text
