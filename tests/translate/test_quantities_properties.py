"""Quantities written at random in every surface form of both languages: equal ones agree, changed ones are flagged."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from written import CURRENCIES, UNITS, Written

from zjpub.translate.quantities import compare

_BIG = st.one_of(
    st.integers(2, 9_999),
    st.builds(lambda digits, power: digits * 10**power, st.integers(1, 9_999), st.integers(2, 9)),
).filter(lambda value: value > 1)

MEASURED = st.one_of(
    st.builds(Written, st.just("money"), _BIG, st.sampled_from(sorted(CURRENCIES))),
    st.builds(Written, st.just("measure"), _BIG, st.sampled_from(sorted(UNITS))),
)
QUANTITIES = st.one_of(
    st.builds(Written, st.just("count"), _BIG),
    MEASURED,
    st.builds(Written, st.just("percent"), st.integers(1, 3000)),
    st.builds(Written, st.just("tenths"), st.integers(11, 99)),
    st.builds(Written, st.just("points"), st.integers(1, 300)),
    st.builds(Written, st.just("fraction"), st.sampled_from([3, 4, 5, 6, 7, 8, 10, 20, 100])),
    st.builds(Written, st.just("year"), st.integers(1100, 2099).filter(lambda year: year % 100 and year != 1234)),
    st.builds(Written, st.just("month"), st.integers(1, 12).filter(lambda month: month not in (3, 5))),
    st.builds(
        Written,
        st.just("date"),
        st.builds(lambda month, day: month * 100 + day, st.integers(1, 12), st.integers(1, 28)),
    ),
    st.builds(Written, st.just("weekday"), st.integers(0, 6)),
    st.builds(Written, st.just("time"), st.integers(13 * 60 + 1, 23 * 60 + 59).filter(lambda time: time % 60 != 0)),
    st.builds(Written, st.just("ordinal"), st.integers(2, 200)),
    st.builds(Written, st.just("times"), st.integers(2, 60)),
    st.builds(Written, st.just("decade"), st.sampled_from([1950, 1960, 1970, 1980, 1990])),
)


def _sentences(quantity: Written, draw: st.DataObject) -> tuple[str, str]:
    chinese_form = draw.draw(st.sampled_from(quantity.zh()))
    english_form = draw.draw(st.sampled_from(quantity.en()))
    return f"材料上写着{chinese_form}，大家都看到了。", f"The paper says {english_form}, as everybody saw."


@given(QUANTITIES, st.data())
@settings(max_examples=400, deadline=None)
def test_a_quantity_agrees_with_itself_in_every_form(quantity: Written, data: st.DataObject) -> None:
    zh, en = _sentences(quantity, data)
    assert compare(zh, en) == (), (zh, en)


def _changed(quantity: Written, data: st.DataObject) -> Written:
    value = quantity.value
    limits = {"month": (1, 12), "weekday": (0, 6), "tenths": (11, 99), "time": (61, 1439), "year": (1100, 2099)}
    if quantity.kind == "decade":
        return replace(quantity, value=value + data.draw(st.sampled_from([10, -10])))
    if quantity.kind == "date":
        return replace(quantity, value=value % 100 + (value // 100 % 12 + 1) * 100)
    steps = [value + 1, value - 1, value * 10] + ([value // 10] if value % 10 == 0 else [])
    low, high = limits.get(quantity.kind, (1, 10**16))
    return replace(quantity, value=data.draw(st.sampled_from([step for step in steps if low <= step <= high])))


@given(QUANTITIES, st.data())
@settings(max_examples=400, deadline=None)
def test_a_changed_value_is_flagged(quantity: Written, data: st.DataObject) -> None:
    zh, _ = _sentences(quantity, data)
    wrong = _changed(quantity, data)
    assume(wrong.value > 1)
    _, en = _sentences(wrong, data)
    assert compare(zh, en), (zh, en)


@given(QUANTITIES, st.data())
@settings(max_examples=200, deadline=None)
def test_a_dropped_quantity_is_flagged(quantity: Written, data: st.DataObject) -> None:
    zh, _ = _sentences(quantity, data)
    assert compare(zh, "The paper says it, as everybody saw."), zh


@given(QUANTITIES, st.data())
@settings(max_examples=200, deadline=None)
def test_an_added_quantity_is_flagged(quantity: Written, data: st.DataObject) -> None:
    _, en = _sentences(quantity, data)
    assert compare("材料上都写着，大家都看到了。", en), en


@given(MEASURED, st.data())
@settings(max_examples=200, deadline=None)
def test_another_unit_is_flagged(quantity: Written, data: st.DataObject) -> None:
    table = CURRENCIES if quantity.kind == "money" else UNITS
    other = data.draw(st.sampled_from(sorted(set(table) - {quantity.unit})))
    zh, _ = _sentences(quantity, data)
    _, en = _sentences(replace(quantity, unit=other), data)
    assert compare(zh, en), (zh, en)


@given(st.lists(QUANTITIES, min_size=2, max_size=6), st.data())
@settings(max_examples=200, deadline=None)
def test_many_quantities_agree(quantities: list[Written], data: st.DataObject) -> None:
    pairs = [_sentences(quantity, data) for quantity in quantities]
    zh, en = "".join(zh for zh, _ in pairs), " ".join(en for _, en in pairs)
    assert compare(zh, en) == (), (zh, en)


@given(st.text(max_size=200), st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read(zh: str, en: str) -> None:
    compare(zh, en)
    compare(en, zh)


_ALPHABET = "0123456789零一二两三十百千万亿几数多余来年月日时点分秒%成折倍元半第之至到、,.:-$¥abc xkm"


@given(st.text(alphabet=_ALPHABET, max_size=60))
@settings(max_examples=500, deadline=None)
def test_any_heap_of_numerals_is_read(text: str) -> None:
    compare(text, text)


_LOOKALIKES = st.sampled_from(
    ["µg", "ſix", "thouſand", "\u212am", "mıles", "mİle", "per cent", "kg", "hours", "first", "May"]
)


@given(st.lists(st.tuples(st.integers(1, 99), _LOOKALIKES), max_size=6))
@settings(max_examples=200, deadline=None)
def test_letters_that_only_look_like_others_are_read(words: list[tuple[int, str]]) -> None:
    text = " ".join(f"{number} {word} {word}{number}{word}" for number, word in words)
    compare(text, text)


_TWO_UNITS = [("丈", "尺", "zhang", "chi", 10), ("斤", "两", "jin", "liang", 10)]


@given(st.sampled_from(_TWO_UNITS), st.integers(2, 9), st.integers(1, 9), st.integers(1, 9))
@settings(max_examples=100, deadline=None)
def test_a_measure_in_two_units_agrees_with_itself_alone(
    units: tuple[str, str, str, str, int], large: int, small: int, other: int
) -> None:
    whole, part, whole_en, part_en, _ = units
    zh = f"长{'零一二三四五六七八九'[large]}{whole}{'零一二三四五六七八九'[small]}{part}。".replace("长二", "长两")
    assert compare(zh, f"It is {large} {whole_en} {small} {part_en}.") == ()
    assert compare(zh, f"It is {large}.{small} {whole_en}.") == ()
    if other != small:
        assert compare(zh, f"It is {large} {whole_en} {other} {part_en}.")


_SPANS = {"小时": "hour", "天": "day", "周": "week", "个月": "month", "年": "year", "分钟": "minute", "秒": "second"}


@given(st.sampled_from(sorted(_SPANS)), st.sampled_from(sorted(_SPANS)), st.integers(2, 900), st.booleans())
@settings(max_examples=200, deadline=None)
def test_a_rate_keeps_its_span(span: str, other: str, amount: int, per: bool) -> None:
    zh = f"每{span}用水{amount}吨。"
    said = [
        f"{amount} tonnes of water {'per' if per or _SPANS[one] == 'second' else 'a'} {_SPANS[one]} are used."
        for one in (span, other)
    ]
    assert compare(zh, said[0]) == ()
    assert span == other or compare(zh, said[1])
