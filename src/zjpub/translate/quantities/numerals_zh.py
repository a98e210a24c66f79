"""Chinese numerals → values: 一千二百六十五点九亿, 3万2千, 两万八, 三四十, 几百, 十余万."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from zjpub.translate.quantities.values import Approx

if TYPE_CHECKING:
    from opencc import OpenCC

_PLAIN = str.maketrans(
    "０１２３４５６７８９％．，：∶－～﹣−\u00b5萬億兩點個幾餘數從與來雙壹贰貳叁柒捌玖佰仟〇○零臺／"
    "時鐘種條雲間達過級屆號歲區東華萬寶為週邊際頭嗎門開買賣陽關後處網戶貿銷稅減車幣線歐鎊韓鐵",
    "0123456789%.,::-~--μ万亿两点个几余数从与来双一二二三七八九百千零零零台/"
    "时钟种条云间达过级届号岁区东华万宝为周边际头吗门开买卖阳关后处网户贸销税减车币线欧镑韩铁",
)


def plain(text: str) -> str:
    """The same text, sign for sign, with one form of each digit, numeral and sign that matters here."""
    text = _ON_A_CHEQUE.sub(lambda run: run[0].translate(_CHEQUE), text).translate(_PLAIN)
    return "".join(map(_simplified, text))


@cache
def _simplified(sign: str) -> str:
    """A Traditional character as its Simplified one; whatever else as it is."""
    if not "\u4e00" <= sign <= "\u9fff":
        return sign
    try:
        sign.encode("gb2312")
    except UnicodeEncodeError:
        return _converter().convert(sign)[:1] or sign
    return sign


@cache
def _converter() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("t2s")


# 伍, 陆, 参 and 拾 are words as well (队伍, 大陆, 参加, 收拾): numerals only beside others, or before 万 and 元.
_ON_A_CHEQUE = re.compile(
    "(?<![大登着收队行酒])(?!拾[^壹贰貳叁参參肆伍陆陸柒捌玖零佰仟萬万億亿元圆圓])(?:[壹贰貳叁参參肆伍陆陸柒捌玖零]?[拾佰仟百千][壹贰貳叁参參肆伍陆陸柒捌玖零拾佰仟萬万億亿]*"
    "|[参參肆伍陆陸](?=[万萬亿億元圆圓角]))"
)
_CHEQUE = str.maketrans("参參肆伍陆陸拾", "三三四五六六十")


_SPACE = re.compile(r"(?<=[\u3400-\u9fff\d%]) (?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]) (?=\d)")


def tight(text: str) -> tuple[str, list[int]]:
    """The text without the spaces that some put around numbers (20 世纪 70 年代), and where each sign of it was."""
    spaces = {found.start() for found in _SPACE.finditer(text)}
    places = [place for place in range(len(text)) if place not in spaces]
    return "".join(text[place] for place in places), places


DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_BIG = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_SCALE = _SMALL | _BIG

ARABIC = r"(?:\d{1,3}(?:,\d{3}){1,8}(?!\d)|\d{1,24})(?:\.\d{1,24})?"
# 1.6亿千瓦 is 160 million kilowatts, 一万一千米 is 11,000 meters, 五百零一千瓦 is 501 kilowatts.
_NO_UNIT = (
    "(?!(?:(?<![一二两三四五六七八九几数])|(?<=[十百千零][一二三四五六七八九]))千[瓦克米卡伏赫帕焦安]"
    "|百帕|兆[瓦赫帕字欧比焦伏])"
)
_HAN = (
    rf"(?:{_NO_UNIT}(?:[几数](?=[十百千万亿])|[零一二两三四五六七八九十百千万亿廿卅]|(?<=[十百千])几))"
    "{1,24}"
)
_HAN_DECIMAL = r"(?:点[零一二三四五六七八九]{1,12})?"
_ATOM = rf"(?:{ARABIC}|{_HAN}{_HAN_DECIMAL})"
_MORE = r"(?:[多余来](?=[百千]?[万亿]))?"
# Atomic and bounded, so that a page of numeral signs costs no more than a page of words.
NUMBER = re.compile(rf"(?>{_ATOM}(?:{_MORE} ?(?:{_NO_UNIT}[十百千万亿兆]){{1,4}}(?:{_ATOM})?){{0,4}})")
_TOKEN = re.compile(rf"{ARABIC}|[零一二两三四五六七八九]+|[十百千万亿兆廿卅]|点|[几数多余来]")
_NEIGHBOURS = re.compile(
    r"(?<![零一二两三四五六七八九点])(一二|[二两]三|三四|四五|五六|六七|七八|八九|三五|一两)(?![零一二两三四五六七八九])"
)


_LONGEST = 48
"""No number of a newspaper has more signs."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """What a run of numeral signs says: one value, or two for 三四十; `vague`: only the order of magnitude (几百)."""

    values: tuple[Fraction, ...]
    approx: Approx = ""
    vague: bool = False


def number_at(text: str, place: int) -> tuple[int, Numeral] | None:
    """The longest number that begins at `place`: where it ends, and what it says."""
    found = NUMBER.match(text, place)
    end = min(found.end(), place + _LONGEST) if found else place
    while end > place:
        if (value := numeral(text[place:end])) is not None:
            return end, value
        end -= 1
    return None


def numeral(text: str) -> Numeral | None:
    """Read a whole run of numeral signs; None where they make no number (十零, 三八二 among scales)."""
    text = text.replace(" ", "")
    if text in ("几", "数", "点", "."):
        return None
    if text == "十几二十":
        return Numeral((Fraction(10), Fraction(20)), "about")
    if len(text) > 2 and text in "一二三四五六七八九":
        return Numeral(tuple(Fraction(DIGITS[sign]) for sign in text))
    if pair := _NEIGHBOURS.search(text):
        around = [re.sub("[几数多余来]", "", part) for part in (text[: pair.start()], text[pair.end() :])]
        values = [_evaluate(digit.join(around)) for digit in pair[0]]
        return None if None in values else Numeral(tuple(v for v in values if v is not None), "about")
    if text[0] in "几数":
        value = _evaluate(re.sub("[几数多余来]", "", text))
        return None if value is None else Numeral((value,), "about", vague=True)
    approx: Approx = "over" if re.search("[几多余]", text) else "about" if "来" in text else ""
    value = _evaluate(re.sub("几[十百千]?(?![万亿]*$)|[几数多余来]", "", text))
    return None if value is None else Numeral((value,), approx)


def scale_of(text: str) -> int:
    """The scale words at the end of a numeral, multiplied: 百万 in 3百万 is 1,000,000."""
    scale = 1
    for sign in reversed(text):
        if sign not in _SCALE:
            break
        scale *= _SCALE[sign]
    return scale


def _evaluate(text: str) -> Fraction | None:
    if text == "一一":
        return None
    if re.fullmatch(r"[零一二两三四五六七八九]{2,}", text):
        return Fraction("".join(str(DIGITS[sign]) for sign in text))
    total, section, number, unit, last_big = Fraction(0), Fraction(0), None, 1, 0
    tokens = _TOKEN.findall(text)
    gap = False
    for index, token in enumerate(tokens):
        if token in "廿卅":
            section += 20 if token == "廿" else 30
            unit = 10
        elif token in _SMALL:
            section += (Fraction(1) if number is None else number) * _SMALL[token]
            number, unit = None, _SMALL[token]
        elif token in _BIG:
            section += number or 0
            scale = _BIG[token]
            if scale > last_big and last_big:
                total, section = (total + section) * scale, Fraction(0)
            elif not section and index and tokens[index - 1] in _BIG:
                total *= scale
            else:
                total += (section or 1) * scale
            section, number, unit, last_big = Fraction(0), None, scale, scale
        elif token == "点":
            continue
        elif index and tokens[index - 1] == "点":
            number = (number or 0) + Fraction("0." + "".join(str(DIGITS[sign]) for sign in token))
        else:
            gap = token[0] == "零"
            number = _literal(token)
            if number is None:
                return None
    if number is not None:
        colloquial = unit >= 100 and not gap and len(tokens[-1]) == 1 and tokens[-1] in DIGITS and "点" not in tokens
        section += number * unit / 10 if colloquial else number
    return total + section


def _literal(token: str) -> Fraction | None:
    """A run of Arabic or Han digits inside a larger numeral."""
    if token[0].isascii():
        return Fraction(token.replace(",", ""))
    digits = token.lstrip("零") or "零"
    return Fraction(DIGITS[digits]) if digits in DIGITS else None
