"""Chinese measures of time that are dates or may be: 年, 月, 日, 号, 世纪, 季度."""

from __future__ import annotations

import re
from fractions import Fraction

from zjpub.translate.quantities.numerals_zh import Numeral, numeral
from zjpub.translate.quantities.scan import Measure, Readings, simply
from zjpub.translate.quantities.values import Reading

_YEAR_END = re.compile(r" ?年(?![代级轮轻龄夜货味糕画])(?:度|份)?")
_SPAN_AFTER = re.compile(r"年(?:以?前|来|间|历史|之久|后|内|文明|左右|以上|多|期)")


_NONE = Numeral(())
_COHORT = re.compile("[届级](?=大学|同学|学生|校友|毕业|新生|本科|学员|研究生|博士)")


def cohort(text: str, start: int, end: int) -> Measure | None:
    """七七级大学生: who entered in 1977."""
    raw = text[start:end]
    found = _COHORT.match(text, end) if re.fullmatch(r"\d\d|[12]\d{3}|[零一二三四五六七八九]{2,4}", raw) else None
    if not found:
        return None
    base = (0,) if len(raw) == 4 else (1900, 2000)
    return Measure(found.end(), lambda value: tuple(Reading("year", first + value) for first in base))


# The first year of an era.
_ERAS = {
    "贞观": 627, "开元": 713, "天宝": 742, "洪武": 1368, "永乐": 1403, "嘉靖": 1522, "万历": 1573, "崇祯": 1628,
    "顺治": 1644, "康熙": 1662, "雍正": 1723, "乾隆": 1736, "嘉庆": 1796, "道光": 1821, "咸丰": 1851, "同治": 1862,
    "光绪": 1875, "宣统": 1909, "民国": 1912, "明治": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019,
}  # fmt: skip
_ERA = re.compile(f"(?:{'|'.join(_ERAS)})$")


def year(text: str, start: int, end: int) -> Measure | None:
    found = _YEAR_END.match(text, end)
    raw = text[start:end]
    if not found:
        return None
    span = Reading
    if era := _ERA.search(text[max(0, start - 4) : start]):
        first = _ERAS[era[0]]
        return Measure(
            found.end(),
            lambda value: (Reading("ordinal", value), Reading("year", first + value - 1)),
        )
    if text[max(0, start - 2) : start] in ("公元", "西元"):
        return Measure(found.end(), simply("year"))
    if re.fullmatch(r"[12]\d{3}|[一二][零一二三四五六七八九]{3}", raw):

        def read(value: Fraction) -> Readings:
            year, years = Reading("year", value), span("number", value, "year")
            round_span = (value % 100 == 0 or value > 2100) and _SPAN_AFTER.match(text, end)
            return (years, year) if round_span else (year, years) if value % 100 == 0 else (year,)

        return Measure(found.end(), read)
    spelled = re.fullmatch("[零一二三四五六七八九]{2}", raw) and len((numeral(raw) or _NONE).values) == 1
    if (spelled or re.fullmatch(r"[089]\d", raw)) and not _SPAN_AFTER.match(text, end):
        return Measure(
            found.end(),
            lambda value: (Reading("year", 1900 + value), Reading("year", 2000 + value), span("number", value, "year")),
        )
    half = text[found.end() : found.end() + 1] == "半" and text[found.end() + 1 : found.end() + 2] not in ("载", "数")
    more = Fraction(1, 2) if half else Fraction(0)
    strict = half or raw not in ("一", "百", "千")
    series = "连续" in text[max(0, start - 6) : start]

    def years(value: Fraction) -> Readings:
        plain_years = span("number", value + more, "year")
        return (plain_years, Reading("ordinal", value)) if series else (plain_years,)

    return Measure(found.end() + half, years, strict)


_LASTS = re.compile("(?:为期|近|连续|历时|长达|每|共|整整|超过?|未来|过去|最近|头|前|逾|满|用了?|需要?|耗时|第)$")
_TERM_OF = re.compile("期限|有效期|停留|延长|缩短|办结|时限|周期|隔离|提速|压缩|减至|增至")
_LASTING = re.compile("日(?:[内间之游来]|以?来|左右|以上|以下|无理由|的?时间|隔离|集中)")


def month_or_day(text: str, start: int, end: int) -> Measure | None:
    end += text[end : end + 1] == " "
    rest = text[end : end + 2]
    if rest[:1] == "月" and rest not in ("月龄", "月饼", "月嫂"):
        return Measure(end + 1 + (rest == "月份"), _month)
    if rest[:1] in ("日", "号") and not re.match("日[元圆本均产]|号[码召称]", rest):
        if re.match("号[线楼院门台桌机馆厅]", rest):
            return Measure(end + 1, simply("ordinal"))
        in_month = bool(re.search(r"月[初]?$|月\d+[日号]?[-至到、和]+$", text[max(0, start - 8) : start]))
        soft = (
            text[start - 1 : start] in ("日", "号")
            or (not in_month and text[start:end] in ("一", "百", "千"))
            or (rest[:1] == "号" and text[start:end] == "1")
        )
        dated = in_month or (
            not _TERM_OF.search(text[max(0, start - 16) : start])
            and text[start:end].isascii()
            and not _LASTS.search(text[max(0, start - 40) : start])
            and not _LASTING.match(text, end)
        )
        return Measure(end + 1, lambda value: _day(value, rest[0], dated), strict=not soft)
    return None


def _month(value: Fraction) -> Readings:
    return (Reading("month", value),) if 1 <= value <= 12 else (Reading("number", value, "month"),)


def _day(value: Fraction, sign: str, dated: bool) -> Readings:
    ordinal, days = Reading("ordinal", value), Reading("number", value, "day")
    if not 1 <= value <= 31:
        return (ordinal if sign == "号" else days,)
    day = Reading("day", value)
    if sign == "号":
        return (day, ordinal)
    return (day,) if dated else (day, days)


_CENTURY = re.compile("世纪")
_QUARTER = re.compile("季度")


def _quarters(value: Fraction) -> Readings:
    return (Reading("number", value, "quarter"),)


def _quarter(value: Fraction) -> Readings:
    return Reading("ordinal", value, "quarter"), *([Reading("number", Fraction(3), "month")] if value == 1 else [])


def period(text: str, start: int, end: int) -> Measure | None:
    """21世纪, 三季度, 前三季度."""
    if _CENTURY.match(text, end):
        return Measure(end + 2, simply("century"), strict=text[start:end] != "一")
    if _QUARTER.match(text, end):
        read = _quarters if text[start - 1 : start] in ("前", "头") else _quarter
        return Measure(end + 2, read, strict=text[start:end] not in ("一", "1"))
    return None
