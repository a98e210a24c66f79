"""No text whatever makes reading fail, leaves a digit or a sign, or takes more than linear time."""

from __future__ import annotations

import time
import unicodedata
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zjpub.model import Lang
from zjpub.narrate.reading import speakable

_SIGNS = "0123456789.,:/-–—~%‰℃°$¥€+×=()（）〔〕年月日个万亿元米IVXNo#@&'\"“”‘’·∶Ⅲ①½²³㎡〇٣𝟚€£²⁵ \t\n"
_TEXTS = st.one_of(
    st.text(max_size=80),
    st.text(alphabet=_SIGNS, max_size=60),
    st.text(alphabet=st.sampled_from(_SIGNS + "中国年的比分电话kmhgGDPABCabc"), max_size=60),
)
_ATOMS = r"""
1 12 123 1234 0 03 98年 年底 月 日 - — – ~ / : ： . , ， 、 % ° ℃ $ ¥ ( ) （ ） " “ ” ' @ www. http:// a.b .com # & ^2
² ½ Ⅲ ① A Ab ABC km m kg 元 万 亿 个 第 点 秒 比 到 至 × x = + ± ≥ < 电话 拨打 住在 央视 套 0x ISSN Eq. Dr. No. mu/ s
th a.m. pop. RTX E. 式 折 史 😀
"""
_PAUSES = {"zh": set("，。、；：？！ '"), "en": set(",.;:?! '-")}
_LANGS: tuple[Lang, ...] = ("zh", "en")


@settings(max_examples=400, deadline=None)
@given(_TEXTS)
def test_only_words_and_pauses_come_out(text: str) -> None:
    for lang in _LANGS:
        spoken = speakable(text, lang)
        for char in spoken:
            assert char in _PAUSES[lang] or unicodedata.category(char) in ("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc"), (
                spoken
            )
        # 丨 is a letter to Unicode and a bar to newspapers.
        if any(char.isalpha() or char.isdecimal() for char in text.replace("丨", "")):
            assert any(char.isalpha() for char in spoken)


@settings(max_examples=200, deadline=None)
@given(_TEXTS)
def test_the_same_text_reads_the_same(text: str) -> None:
    for lang in _LANGS:
        assert speakable(text, lang) == speakable(text, lang)


@pytest.mark.parametrize("text", ["", " ", "\x00", "\ud800", "——", "“”", "\u202e", "😀", "]]>", "\u200b"])
@pytest.mark.parametrize("lang", _LANGS)
def test_no_words_is_empty(text: str, lang: Lang) -> None:
    assert speakable(text, lang) == ""


@pytest.mark.parametrize(
    "unit", ["a", "Aa", "1", "1-", "1,", "1.", "1/", "1:", "1 ", "A1", "1%-", "a@", "×", '9"83,', "①", "1-0,"]
)
def test_time_grows_with_length_alone(unit: str) -> None:
    for lang in _LANGS:
        short, long = (_seconds(unit * (size // len(unit)), lang) for size in (4_000, 40_000))
        assert long < 40 * max(short, 0.02), (short, long)


@pytest.mark.parametrize("seed", range(4))
def test_hostile_lines_of_20_000_characters_are_read_in_a_moment(seed: int) -> None:
    random, atoms = Random(seed), [*_ATOMS.split(), " ", "\n"]
    unit = "".join(random.choices(atoms, k=random.randint(1, 6)))
    for line in (unit * 20_000, "".join(random.choices(atoms, k=20_000))):
        assert all(_seconds(line[:20_000], lang) < 10 for lang in _LANGS), line[:80]


def test_a_line_of_200_kb_is_read() -> None:
    assert speakable("2023年，增长6.8%；" * 14_000, "zh").count("百分之六点八") == 14_000
    assert speakable("In 2023, up 6.8%; " * 11_000, "en").count("six point eight percent") == 11_000


def _seconds(text: str, lang: Lang) -> float:
    start = time.process_time()
    speakable(text, lang)
    return time.process_time() - start
