"""Chinese text → its quantities: at each place that may begin one, the first rule that fits reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from zjpub.translate.quantities import phrases_zh
from zjpub.translate.quantities.dates_zh import DATE_RULES
from zjpub.translate.quantities.lexicon_zh import COUNTERS
from zjpub.translate.quantities.measures_zh import Measure, measure
from zjpub.translate.quantities.numerals_zh import NUMBER, Numeral, number_at, numeral, plain, scale_of, tight
from zjpub.translate.quantities.units import SIGNS, ZH
from zjpub.translate.quantities.values import Approx, Quantity, Reading

Found = tuple[list[Quantity], int]
Rule = Callable[[str, int], Found | None]

_BEGIN = re.compile(r"[0-9A-Za-z零一二两三四五六七八九十百千万亿廿卅几数半双俩第周星礼上本成翻减腰过大小初每百①-⑳Ⅰ-ⅫIVX$¥￥€£₩₽₹负+\-“\"]")


def read_zh(text: str) -> tuple[Quantity, ...]:
    """The quantities of a Chinese sentence, in order."""
    signs, places = tight(plain(text))
    phrases = phrases_zh.find(signs)
    found: list[Quantity] = []
    place = 0
    while place < len(signs):
        if place in phrases:
            quantities, place = phrases[place]
            found += quantities
            continue
        step = place + 1
        if _BEGIN.match(signs, place):
            for rule in _RULES:
                if hit := rule(signs, place):
                    found += hit[0]
                    step = max(hit[1], step)
                    break
        place = step
    return tuple(_as_written(quantity, text, places) for quantity in _settle(signs, found))


_TERM = re.compile(r"[“‘\"「『]([^“”‘’\"「」『』0-9]{1,7})[”’\"」』]")
_PRICED = re.compile("[元钱价薪币]|工资|收入|补贴|投资|奖金|市场|产业|市值|产值|利润|成本|消费")


def _settle(text: str, found: list[Quantity]) -> list[Quantity]:
    """What only the whole sentence tells: numerals inside short quoted terms (“三公”) count nothing for sure, and a
    number without any measure (涨到两千) may be an amount of money."""
    terms = [each.span(1) for each in _TERM.finditer(text)]
    settled = []
    for quantity in found:
        if quantity.kind == "number" and any(start <= quantity.start and quantity.end <= end for start, end in terms):
            quantity = replace(quantity, soft=True)
        last = quantity.readings[-1]
        if quantity.kind in ("number", "vague") and not last.unit and last.kind in ("number", "vague"):
            bare = re.match(r"[,。;、!?)）”\"了至到降升左上以级大规]|$|的|(?:产业|市场|台阶|大关|项目|投资|订单|集群|企业|豪礼|红包)", text[quantity.end :])
            if bare and _PRICED.search(text) or quantity.value >= 10**8:
                quantity = replace(quantity, readings=(*quantity.readings, Reading("money", quantity.value, "CNY")))
        settled.append(quantity)
    return settled


def _as_written(quantity: Quantity, text: str, places: list[int]) -> Quantity:
    """The same with its place and words in the text as it was before `tight`."""
    start, end = places[quantity.start], places[quantity.end - 1] + 1
    parts = tuple(_as_written(part, text, places) for part in quantity.parts)
    return replace(quantity, start=start, end=end, text=text[start:end], parts=parts)


_BEFORE: tuple[tuple[Approx, re.Pattern[str]], ...] = (
    ("under", re.compile(r"(?:近|将近|接近|不足|不到|未满|不满|不超过|低于|少于|小于|至多|最多|未达|跌破|跌穿|失守)$")),
    ("over", re.compile(r"(?:超|超过|超出|逾|突破|冲破|高于|多于|大于|不少于|不低于|不下|不下于|至少|起码|(?<!跌)破)$")),
    ("about", re.compile(r"(?:约|大约|约为|左右|大概|大致|差不多|几乎|上下)$")),
)
_NOT = r"(?:不|未|没有?|难以|无法)[得应能宜可会再]?"
_NEGATED: tuple[tuple[Approx, re.Pattern[str]], ...] = (
    ("under", re.compile(_NOT + r"(?:超过?|高于|多于|大于|突破|逾)$")),
    ("over", re.compile(_NOT + r"(?:低于|少于|小于|下于?)$")),
)
_AFTER: tuple[tuple[Approx, re.Pattern[str]], ...] = (
    ("over", re.compile(r"(?:[多余]|有余|以上|出头|开外|之多|还多)(?!数|样|元化)")),
    ("under", re.compile(r"(?:以下|以内|之内|不到)")),
    ("about", re.compile(r"(?:左右|上下|前后|许(?!多)|来[年个岁天])")),
)


def _approx(text: str, start: int, end: int, own: Approx) -> Approx:
    before = text[max(0, start - 5) : start]
    for approx, pattern in (*_NEGATED, *_BEFORE):
        if pattern.search(before):
            return approx
    for approx, pattern in _AFTER:
        if pattern.match(text, end):
            return approx
    return own


_MORE = re.compile(r"[多余来许]?")
_JOIN = re.compile(r" ?(?:至|到|-{1,2}|—{1,2}|–|~|、|和|或|与|及|以及|或者|,) ?")
_RANGE = frozenset("至到-—–~")


def _number(text: str, start: int) -> Found | None:
    """A number, or several that share one measure: 3至5万元, 一、二、三等奖, 三四十年."""
    runs: list[tuple[int, int, Numeral]] = []
    joins: list[str] = []
    place = start
    while hit := number_at(text, place):
        stop, value = hit
        more = _MORE.match(text, stop) if value.values[0] >= 10 and value.values[0] % 10 == 0 else None
        end = more.end() if more else stop
        if end > stop and not value.approx:
            value = replace(value, approx="about" if text[end - 1] == "来" else "over")
        runs.append((place, stop, value))
        what = measure(text, place, stop) if end == stop else _measure_after_more(text, place, stop, end)
        join = _JOIN.match(text, what.end)
        if what.end > end or not join or not NUMBER.match(text, join.end()) or _is_list_break(text, join, place):
            return _numbers(text, runs, joins, what)
        joins.append(join[0].strip())
        place = join.end()
    return (_numbers(text, runs, joins, measure(text, *runs[-1][:2]))) if runs else None


def _measure_after_more(text: str, start: int, end: int, after: int) -> Measure:
    """The measure of 60多岁: what follows 多, as of the bare number."""
    what = measure(text[:end] + text[after:], start, end)
    return replace(what, end=what.end + after - end, strict=True)


def _is_list_break(text: str, join: re.Match[str], start: int) -> bool:
    """Whether a comma between two numbers ends the first: only short Arabic lists such as 1,3,5 go on."""
    return join[0].strip() == "," and not (text[start : join.start()] + text[join.end()]).isascii()


def _numbers(text: str, runs: list[tuple[int, int, Numeral]], joins: list[str], what: Measure) -> Found:
    quantities: list[Quantity] = []
    for index, (start, end, value) in enumerate(runs):
        last = index == len(runs) - 1
        scale = 1 if last else _shared_scale(text, runs[index], runs[index + 1], joins[index])
        stop = what.end if last else end
        approx = _approx(text, runs[0][0], what.end, value.approx)
        strict = (what.strict and not _is_figure(text, start, end, what.end > end)) or (len(runs) > 1 and any(join in _RANGE or join == "、" for join in joins))
        for one in value.values:
            readings = what.read(one * scale)
            if value.vague:
                readings = (Reading("vague", one), *((replace(r, kind="vague") for r in readings if r.kind == "money")))
                readings = tuple(dict.fromkeys(readings))
            elif value.approx == "over" and one == 10:
                readings += (Reading("vague", Fraction(10)),)
            quantities.append(Quantity(start, stop, "", readings, approx, soft=not strict or (one == 1 and _is_one(text, start, end))))
    return quantities, what.end


def _is_figure(text: str, start: int, end: int, measured: bool) -> bool:
    """Digits that are no number unless a measure says so: 三七, 一一, 三五好友."""
    raw = text[start:end]
    return not measured and text[end : end + 1] not in COUNTERS and bool(re.fullmatch("[一二三四五六七八九]{2}|[百千万]{2}", raw)) and raw != "百万"


def _is_one(text: str, start: int, end: int) -> bool:
    """A lone 一 in a list (一、二、三等奖), which English may count as "first" or leave out."""
    return text[start:end] == "一" and text[end : end + 1] == "、"


def _shared_scale(text: str, run: tuple[int, int, Numeral], after: tuple[int, int, Numeral], join: str) -> int:
    """3至5万 is 30,000 to 50,000: a smaller bare number shares the scale of the next."""
    scale = scale_of(text[after[0] : after[1]])
    bare = scale_of(text[run[0] : run[1]]) == 1
    shared = scale > 1 and bare and (join in _RANGE or join == "、") and run[2].values[0] < after[2].values[0] / scale
    return scale if shared else 1


_SIGN = re.compile(
    "(" + "|".join(sorted(map(re.escape, SIGNS), key=len, reverse=True)) + rf") ?(-?)({NUMBER.pattern})", re.ASCII
)


def _signed_money(text: str, start: int) -> Found | None:
    found = _SIGN.match(text, start)
    value = numeral(found[3]) if found else None
    if not found or not value:
        return None
    code = "CNY" if found[1] == "￥" else SIGNS[found[1]]
    what = measure(text, *found.span(3))
    end = what.end if what.read(Fraction(1))[0].kind == "money" else found.end()
    approx = _approx(text, start, end, value.approx)
    return [Quantity(start, end, "", (Reading("money", value.values[0], code),), approx)], end


_FRACTION = re.compile(rf"(?:({NUMBER.pattern})又)?({NUMBER.pattern})分之(?={NUMBER.pattern})")


def _fraction(text: str, start: int) -> Found | None:
    """三分之二, 百分之六点七, 十万分之三, 一又四分之三, 百分之三到五."""
    found = _FRACTION.match(text, start)
    if not found or not (below := numeral(found[2])) or not below.values[0]:
        return None
    whole = numeral(found[1]) if found[1] else None
    quantities: list[Quantity] = []
    place = found.end()
    while run := NUMBER.match(text, place):
        value = numeral(run[0])
        if value is None:
            break
        more = _MORE.match(text, run.end())
        place = more.end() if more else run.end()
        approx = _approx(text, start, place, "over" if place > run.end() else value.approx)
        for one in value.values:
            share = one / below.values[0] + (whole.values[0] if whole else 0)
            readings = (Reading("percent", share), Reading("number", share))
            quantities.append(Quantity(start, place, "", readings, approx))
        join = re.compile("[至到-]|、(?=[零一二两三四五六七八九十百]+(?!分之|百))").match(text, place)
        if not join or _FRACTION.match(text, join.end()) or not NUMBER.match(text, join.end()):
            break
        place = join.end()
    return ([replace(quantity, end=place) for quantity in quantities], place) if quantities else None


_NEGATIVE = re.compile(rf"(?:零下|(?<!正)负|(?:(?<![0-9A-Za-z一-鿿%])|(?<=[为至到是达了约近温于]))-)({NUMBER.pattern})")


def _negative(text: str, start: int) -> Found | None:
    found = _NEGATIVE.match(text, start)
    hit = _number(text, found.start(1)) if found else None
    if not found or not hit:
        return None
    below = text[start] == "零"
    quantities = []
    for quantity in hit[0]:
        readings = tuple(replace(r, value=-r.value, unit=r.unit or ("C" if below else "")) for r in quantity.readings)
        quantities.append(replace(quantity, readings=readings, start=start))
    return quantities, hit[1]


_SHARED = re.compile(r"([一二三四五六七八九1-9])(?:比([一二三四五六七八九1-9])(?![0-9.点十百])|:([1-9])开|([一二三四五六七八九])(?=开|分成|比例|比(?!例)|分账))")


def _shares(text: str, start: int) -> Found | None:
    """七比三, 六四开: two numbers, or the tenths that they are."""
    found = _SHARED.match(text, start)
    if not found or (start and text[start - 1] in "0123456789.点十百第"):
        return None
    one, two = (numeral(digit).values[0] for digit in (found[1], found[2] or found[3] or found[4]))  # type: ignore[union-attr]
    if one + two != 10:
        return None
    return [
        Quantity(start, found.end(), "", (Reading("number", v), Reading("percent", v / 10), Reading("number", v * 10)))
        for v in (one, two)
    ], found.end()


_POLITE_AGE = re.compile("([二三四五六七八九]?十)有([一二三四五六七八九])")


def _age(text: str, start: int) -> Found | None:
    """八十有三."""
    found = _POLITE_AGE.match(text, start)
    value = numeral(found[1] + found[2]) if found else None
    return ([Quantity(start, found.end(), "", (Reading("number", value.values[0]),))], found.end()) if found and value else None


_LABEL = re.compile(r"[①-⑳]|[Ⅰ-Ⅻ]|(?<![A-Za-z])(?:I{1,3}|IV|VI{0,3}|IX|X)(?=[类级期型区段])")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


def _label(text: str, start: int) -> Found | None:
    """图④, Ⅲ类, II类."""
    found = _LABEL.match(text, start)
    if not found:
        return None
    sign = found[0]
    value = ord(sign) - ord("①") + 1 if "①" <= sign <= "⑳" else ord(sign) - ord("Ⅰ") + 1 if sign > "z" else _ROMAN[sign]
    return [Quantity(start, found.end(), "", (Reading("number", Fraction(value)),), soft=True)], found.end()


_EACH = re.compile("每(" + "|".join(sorted(map(re.escape, ZH), key=len, reverse=True)) + ")")


def _each(text: str, start: int) -> Found | None:
    """每斤, 每亩, 每季度: one of its unit, which English may put in another (per 500 grams)."""
    if text.startswith("每季度", start):
        return [Quantity(start, start + 3, "", (Reading("percent", Fraction(1, 4)), Reading("number", Fraction(3), "month")), soft=True)], start + 3
    found = _EACH.match(text, start)
    if not found or found[1] == "周" and text[found.end() : found.end() + 1] in "一二三四五六日天":
        return None
    return [Quantity(start, found.end(), "", (Reading("number", Fraction(1), ZH[found[1]]),), soft=True)], found.end()


_ORDINAL = re.compile(rf"第 ?({NUMBER.pattern})")


def _ordinal(text: str, start: int) -> Found | None:
    """第三, 第二、第三批, 第136届."""
    found = _ORDINAL.match(text, start)
    if not found:
        return None
    quantities: list[Quantity] = []
    place = found.start(1)
    while run := NUMBER.match(text, place):
        value = numeral(run[0])
        if value is None:
            break
        place = run.end()
        for one in value.values:
            quantities.append(Quantity(start, place, "", (Reading("ordinal", one),), value.approx, soft=one == 1 or _is_next(text, start, place)))
        join = re.compile("[、至到和-](?=[0-9一二三四五六七八九十]+[^0-9一二三四五六七八九十年月日个])").match(text, place)
        if not join:
            break
        place = join.end()
    return (quantities, place) if quantities else None


def _is_next(text: str, start: int, end: int) -> bool:
    """第二天, which is "the next day"."""
    return text[start:end] == "第二" and text[end : end + 1] in ("天", "日", "年", "个")


_CODE = re.compile(r"[A-Za-z]+[-‐.·]?\d[A-Za-z0-9]*(?:[.\-][A-Za-z0-9]+)*|\d+(?:\.\d+)?(?!(?:st|nd|rd|th)\b)[A-Za-z]+\d*(?![A-Za-z])")


def _code(text: str, start: int) -> Found | None:
    """C919, PM2.5, 5G, 3D: names, which English repeats. A number with a unit (350km) is none."""
    if start and text[start - 1].isascii() and text[start - 1].isalnum():
        return None
    if not (found := _CODE.match(text, start)):
        return None
    unit = re.fullmatch(r"[\d.,]+([A-Za-z]+)", found[0])
    money = re.match("[A-Z]+", found[0])
    if (unit and unit[1] in ZH and unit[1] != "G") or (money and money[0] in SIGNS):
        return None
    return [code(start, found.end(), found[0])], found.end()


def code(start: int, end: int, name: str) -> Quantity:
    """A name with digits in it as a quantity that may be left out but must not change."""
    digits = re.findall(r"\d+(?:\.\d+)?", name)
    key = re.sub(r"[^0-9a-z.]", "", name.lower())
    readings = (Reading("code", Fraction(digits[0]), key), Reading("number", Fraction(digits[0])))
    known = re.fullmatch(r"[A-Z]{1,6}-?\d{1,5}[A-Z]{0,3}|\d{1,3}[A-Z]{1,3}", name)
    return Quantity(start, end, "", readings, soft=not known)


_RULES: tuple[Rule, ...] = (
    *phrases_zh.RULES,
    *DATE_RULES,
    _signed_money,
    _code,
    _negative,
    _ordinal,
    _label,
    _each,
    _shares,
    _age,
    _fraction,
    _number,
)
