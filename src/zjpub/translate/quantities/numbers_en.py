"""English numbers with what stands around them: ranges, measures, signs, "nearly" and "more than"."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from zjpub.translate.quantities.measures_en import measure
from zjpub.translate.quantities.numerals_en import NUMBER
from zjpub.translate.quantities.numerals_en import number as value_of
from zjpub.translate.quantities.scan import Found
from zjpub.translate.quantities.units import SIGNS
from zjpub.translate.quantities.values import Approx, Quantity, Reading

_BEFORE: tuple[tuple[Approx, re.Pattern[str]], ...] = (
    ("over", re.compile(
        r"\b(?:(?:more|greater|higher|larger|longer|older|better) than|over(?! the(?! ages? of))|above"
        r"|exceed(?:ed|s|ing)?|surpass(?:ed|es|ing)?|at least|topp?(?:ed|s|ing)?|upwards? of|excess of"
        r"|no (?:less|fewer|lower) than|not less than|beyond|(?<!the )past|passed|cross(?:ed|ing)?"
        r"|a minimum of) (?:(?:a|the|some|US|the ages? of) )?$", re.IGNORECASE)),
    ("under", re.compile(
        r"\b(?:nearly|almost|close to|(?:less|fewer|lower|younger|smaller|shorter) than|under|below|up to"
        r"|no (?:more|higher|later) than|not (?:more than|exceed(?:ing)?)"
        r"|within|at most|approach(?:ed|es|ing)?|short of|a maximum of|virtually) (?:(?:a|the|the ages? of) )?$",
        re.IGNORECASE)),
    ("about", re.compile(r"\b(?:about|around|approximately|roughly|some|an estimated|or) (?:a )?$", re.IGNORECASE)),
)  # fmt: skip
_AFTER: tuple[tuple[Approx, re.Pattern[str]], ...] = (
    ("over", re.compile(r"[ -]?(?:plus\b|or more\b|and (?:more|above|over)\b)|\+")),
    ("about", re.compile(r"[ -](?:or so|odd)\b")),
)
_NOT_OVER = re.compile(
    r"(?:\bnot|\bnever|n't) (?:to )?(?:exceed|top|surpass|go above|go over|pass)\w* $", re.IGNORECASE
)
_NO_MORE = re.compile(
    r"\b(?:no|not) (?:(more|higher|later|larger|longer|greater|older)"
    r"|less|fewer|lower|earlier|smaller|shorter|younger) than (?:an? )?$",
    re.IGNORECASE,
)


def approximation(text: str, start: int, end: int) -> Approx:
    before = text[max(0, start - 24) : start]
    if _NOT_OVER.search(before):
        return "under"
    if denied := _NO_MORE.search(before):
        return "under" if denied[1] else "over"
    for approx, pattern in _BEFORE:
        if pattern.search(before):
            return approx
    return next((approx for approx, pattern in _AFTER if pattern.match(text, end)), "")


_SIGNED = re.compile(
    "(" + "|".join(sorted(map(re.escape, SIGNS), key=len, reverse=True)) + r")(?![a-z]) ?(-?)", re.ASCII
)


_GLUED = re.compile(NUMBER.pattern.removeprefix(r"(?<![\w.])"), re.IGNORECASE)


def signed_money(text: str, start: int) -> Found | None:
    """$5 billion, HK$87.2 billion, RMB 300 million."""
    sign = _SIGNED.match(text, start)
    run = _GLUED.match(text, sign.end()) if sign else None
    value = value_of(run[0]) if run else None
    if not sign or not run or value is None or (not run[0][0].isdigit() and run[0][0] != "."):
        return None
    what = measure(text, *run.span())
    end = what.end if what.read(Fraction(1))[0].kind == "money" else run.end()
    code = SIGNS[sign[1]]
    readings = tuple(Reading("money", value, unit) for unit in ((code, "JPY") if sign[1] == "¥" else (code,)))
    return [Quantity(start, end, "", readings, approximation(text, start, end))], end


_NEGATIVE = re.compile(r"(?<!plus or )(?:minus|negative) |(?<![\w.)%])-(?=[\d.])", re.IGNORECASE)


def negative(text: str, start: int) -> Found | None:
    sign = _NEGATIVE.match(text, start)
    hit = number(text, sign.end()) if sign else None
    if not hit:
        return None
    quantities = [
        replace(q, start=start, readings=tuple(dict.fromkeys(replace(r, value=-abs(r.value)) for r in q.readings)))
        for q in hit[0]
    ]
    if (join := _OR.match(text, hit[1])) and (other := number(text, join.end())):
        both = [replace(q, readings=tuple(replace(r, value=-abs(r.value)) for r in q.readings)) for q in other[0]]
        return quantities + both, other[1]
    return quantities, hit[1]


_OR = re.compile(" or ")
_JOIN = re.compile(r"(?: ?- ?| to | or | through | and |, ?(?:and |or )?)", re.IGNORECASE)


def number(text: str, start: int) -> Found | None:
    """A number with its measure, or a range whose numbers share one: 20 to 30 million yuan."""
    run = NUMBER.match(text, start)
    value = value_of(run[0]) if run else None
    if not run or value is None:
        return None
    what = measure(text, *run.span())
    readings = what.read(value)
    if re.search(r"\dm$", run[0]):
        readings = (Reading("number", value / 10**6, "m"), *readings)
    if run[0].lower() in ("a dozen", "dozen"):
        readings += (Reading("vague", Fraction(12)),)
    elif run[0].lower().endswith("dozen"):
        readings += (Reading("number", value * 10 / 12),)
    quantities = [
        _quantity(
            text,
            start,
            what.end,
            readings,
            soft=_is_one(run[0])
            or (run[0] == "0" and re.match(" to |-", text[run.end() :]) is not None)
            or (what.end == run.end() and _is_pair(text, start, run[0])),
        )
    ]
    if what.end > run.end() or (run[0][-1].isalpha() and value >= 1000):
        return _below_zero(text, quantities, what.end)
    join = _JOIN.match(text, run.end())
    other = NUMBER.match(text, join.end()) if join else None
    top = value_of(other[0]) if other else None
    if join and other and top is not None:
        scale = next((scale for scale in _scales(other[0]) if value < top / scale), 1)
        fits = join[0].strip() in ("-", "to", "or", "through") or _between(text, start, join)
        end, whole = run.end(), measure(text, *other.span())
        if fits and scale > 1:
            quantities = [_quantity(text, start, end, whole.read(value * scale), soft=False)]
        elif fits and _BELOW.match(text, whole.end):
            return [_negated(_quantity(text, start, end, whole.read(value), soft=False))], end
    return _below_zero(text, quantities, run.end())


def _quantity(text: str, start: int, end: int, readings: tuple[Reading, ...], soft: bool) -> Quantity:
    return Quantity(start, end, "", readings, approximation(text, start, end), soft=soft)


def _is_one(raw: str) -> bool:
    return raw.lower() == "one" or raw.lower() == "zero"


def _is_pair(text: str, start: int, raw: str) -> bool:
    """the two, these two: as good as "both"."""
    return raw.lower() == "two" and bool(
        re.search(r"\b(?:the|these|those|other) $", text[max(0, start - 40) : start], re.IGNORECASE)
    )


def _between(text: str, start: int, join: re.Match[str]) -> bool:
    return join[0].strip() == "and" and bool(
        re.search(r"\bbetween (?:\w+ )?$", text[max(0, start - 24) : start], re.IGNORECASE)
    )


_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def _scales(raw: str) -> list[int]:
    """The scales that a smaller number before may share, the greatest first: three to four hundred thousand."""
    if short := re.search(r"\d ?(m|mn|bn?|k|tn)$", raw.lower()):
        return [{"k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}[short[1]]]
    scales: list[int] = []
    for word in reversed(raw.lower().replace("-", " ").split()):
        if word not in _SCALES:
            break
        scales.insert(0, _SCALES[word] * (scales[0] if scales else 1))
    return scales


_BELOW = re.compile(r",? below (?:zero|freezing)", re.IGNORECASE)


def _below_zero(text: str, quantities: list[Quantity], end: int) -> Found:
    if not (below := _BELOW.match(text, end)):
        return quantities, end
    return [_negated(quantity) for quantity in quantities], below.end()


def _negated(quantity: Quantity) -> Quantity:
    return replace(quantity, readings=tuple(replace(reading, value=-reading.value) for reading in quantity.readings))
