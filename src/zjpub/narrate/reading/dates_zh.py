"""Chinese dates, years and times: what is a year is read digit by digit, what is a span of years is counted."""

from __future__ import annotations

import re

from zjpub.narrate.reading.numbers_zh import digits

_YEAR = r"(?:1[0-9]|20|21)\d\d"
_DASH = r" ?[-–—~]{1,2} ?"
_FULL = re.compile(r"(?<![\d.])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d.]\d|\d)(?:T(?=\d))?")
_MONTH = re.compile(r"(?<![\d.])((?:19|20)\d\d)[-./](0[1-9]|1[0-2])(?![\d.,%:/-]|[万亿元倍年]|赛季|学年)")
_DAY = re.compile(r"(?<![\d./])(0?[1-9]|1[0-2])[./](0?[1-9]|[12]\d|3[01])日")
_DOCUMENT = re.compile(r"[〔\[［【(（]((?:19|20)\d\d)[〕\]］】)）](?=第?\d+号)")
_YEARS = re.compile(
    rf"(?<![\d.,])(?P<a>{_YEAR})年?(?P<by>{_DASH}|[至到])(?P<b>{_YEAR}|\d\d(?=年|赛季|学年|财年))(?![\d.]|[亿万元个人家米公吨])"
)
_SEASON = re.compile(r"(?<![\d.,])((?:19|20)\d\d)/((?:19|20)?\d\d)(?=年|赛季|学年|财年|季)")
_LIST = re.compile(rf"(?<![\d.,]){_YEAR}(?=(?:[、和与及,，]{_YEAR}){{1,12}}年)")
_SPAN_YEAR = re.compile(r"(?<![\d.,])(\d{1,4})年")
_ERA = re.compile(r"(公元前?|西元前?|纪元前?|民国|(?<!以|提|之|年|日)前)(\d{1,4})(?=年|[-—–~至到])")
_AGO = re.compile(
    r"年(?:的|之)?(?:历史(?!性|上|最|新)|文明|光阴|时光|积淀|岁月|沧桑|古城|古都|古镇|古村|古树|来(?!自|到|临)|之久|之间|间|前(?!\d|[一二三四]季|后|三)|如一日|不遇|一遇|一度|左右|以上)"
)
_BEFORE_SPAN = re.compile(
    r"(?:近|约|达|历经|距今|有着|已有|拥有|超过?|逾|上下|整整|每隔?|第|穿越|跨越|横跨|具有|沉睡|走过|历时|为期|不足|满|过去|未来)\Z"
)
_STYLE = re.compile(
    r"(?<![\d.,])((?:19|20)\d\d)(?=年|[-–—]?(?:级(?:学生|新生|本科|硕士|博士|校友)|届|款|版|财年|学年|赛季|年度|年代|新年|春晚|春节|冬奥|奥运))"
)
_BARE = re.compile(r"(?<![\d.,/:=<>≥≤$¥€£+-])((?:19[0-9]|20[0-4])\d)(?![\d.,%:/～~+-]|年)(?P<after>.?)")
_SHORT = re.compile(r"(?<![\d.,])('?)(\d\d)年(?=(?:1[0-2]|[1-9])月(?!份?的时间))|(?<!\d)'(\d\d)年")
_ZERO = re.compile(r"(?<![\d.,])(0\d)(?=年)")
_DECADE = re.compile(r"(?<![\d.,])(\d[05])(?=(?:[、/和，,]?\d[05]){0,4}后(?![的来续期面勤退台卫半]))")
_CLOCK = re.compile(r"(?<![\d:.∶])([01]?\d|2[0-4])[:：]([0-5]\d)(?:[:：]([0-5]\d))?(?![\d:∶]|[:：]\d|\.\d)")
_RATIO_WORDS = re.compile(
    r"比分|战胜|击败|不敌|负于|打败|大胜|完胜|险胜|力克|战平|逼平|淘汰|横扫|领先|落后|逆转|绝杀|总分|获胜|取胜|告负|惜败|击溃|战成|扳成|改写|"
    r"比例|之比|配比|比值|比率|比重|按照?\d|宽高|屏幕|画面|混合|稀释|兑水|赔率|杠杆|男女|師生|师生|师比|生比|轻取|轻松|挫|夺冠|主场|客场|决赛|半场"
)
_RATIO = re.compile(r"(?<![\d:∶.])(\d+(?:\.\d+)?(?:[:：∶]\d+(?:\.\d+)?)+)(?![\d:∶])")
_SCORE = re.compile(
    r"(?<![\d.-])(\d{1,3})[-–—](\d{1,3})(?=[战击胜负大逆平获力险完淘取领落横轻惜逼的]|[，。、；,.!！]|\Z)"
)
_SCORE_WORDS = re.compile(
    r"比分|战胜|击败|不敌|负于|打败|大胜|完胜|险胜|力克|战平|逼平|横扫|逆转|获胜|取胜|告负|惜败|轻取"
)
_BETWEEN = re.compile(r"(\d(?:[\u4e00-\u9fff%]|°C){1,4}?)[-–—~](?=第?\d)")
_MEASURES = (
    "个名位人家条件台辆艘架座栋间套项次场天周岁倍种类批组队只头匹棵株颗块张本册部篇支把杯瓶袋箱包元米公里厘毫平方亩吨斤克升层级步段笔份户"
    "村镇县市省国所处点多余万亿千百十分秒小号月日度道款字位"
)


def dates(text: str) -> str:
    """Dates, years and clock times, as Chinese figures or words; what stays in digits is a cardinal."""
    text = _FULL.sub(_full_date, text)
    text = _MONTH.sub(lambda m: f"{digits(m[1])}年{int(m[2])}月", text)
    text = _DAY.sub(lambda m: f"{int(m[1])}月{int(m[2])}日" if int(m[1]) else m[0], text)
    text = _DOCUMENT.sub(lambda m: f"{digits(m[1])} ", text)
    text = ratios(text)
    text = _CLOCK.sub(_clock, text)
    return years(_BETWEEN.sub(r"\1到", text))


def _full_date(match: re.Match[str]) -> str:
    year, month, day = match[1], int(match[3]), int(match[4])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return match[0]
    return f"{digits(year)}年{month}月{day}日"


def ratios(text: str) -> str:
    """3:1 → 3比1 where it is a score or a ratio, not a time."""
    if _SCORE_WORDS.search(text):
        text = _SCORE.sub(r"\1比\2", text)
    near = bool(_RATIO_WORDS.search(text))

    def ratio(match: re.Match[str]) -> str:
        if "∶" not in match[1] and _CLOCK.fullmatch(match[1]) and not (near and _is_ratio(text, match)):
            return match[0]
        return re.sub("[:：∶]", "比", match[1])

    return _RATIO.sub(ratio, text)


def _is_ratio(text: str, match: re.Match[str]) -> bool:
    """A clock time among sports words is still one when 时/分/于/晚 stands before it or a range follows."""
    before, after = text[max(0, match.start() - 3) : match.start()], text[match.end() : match.end() + 1]
    return not re.search(r"[午晚晨于日时间至到上\-–—~]\Z", before) and after not in (
        "-",
        "–",
        "—",
        "~",
        "开",
        "至",
        "到",
        "在",
    )


def _clock(match: re.Match[str]) -> str:
    hour, minute, second = int(match[1]), match[2], match[3]
    said = f"{hour}点"
    if minute != "00" or second:
        said += f"零{digits(str(int(minute)))}分" if minute[0] == "0" else f"{minute}分"
    return said + (f"{int(second)}秒" if second else "")


def years(text: str) -> str:
    """Every year digit by digit; every span of years is left as it is."""
    text = _ERA.sub(lambda m: m[1] + digits(m[2]), text)
    text = _YEARS.sub(_year_range, text)
    text = _SEASON.sub(lambda m: f"{digits(m[1])}到{digits(m[2])}", text)
    text = _LIST.sub(lambda m: digits(m[0]), text)
    text = _SHORT.sub(lambda m: f"{digits(m[2] or m[3])}年", text)
    text = _ZERO.sub(lambda m: digits(m[1]), text)
    text = _DECADE.sub(lambda m: digits(m[1]), text)
    text = _SPAN_YEAR.sub(_year_or_span, text)
    text = _STYLE.sub(lambda m: m[0] if m.string[m.end() : m.end() + 1] == "年" else digits(m[1]), text)
    return _BARE.sub(_bare_year, text)


def _year_range(match: re.Match[str]) -> str:
    by = match["by"] if match["by"] in "至到" else "到"
    first = "年" if match[0][len(match["a"])] == "年" else ""
    return f"{digits(match['a'])}{first}{by}{digits(match['b'])}"


def _year_or_span(match: re.Match[str]) -> str:
    figures = match[1]
    if len(figures) < 4 or not 1000 <= int(figures) < 2200:
        return match[0]
    start, end = match.span()
    round_number = int(figures) % 100 == 0
    if _BEFORE_SPAN.search(match.string, max(0, start - 3), start) and (
        round_number or not figures.startswith(("19", "20"))
    ):
        return match[0]
    span = _AGO.match(match.string, end - 1, end + 5)
    if (
        (span
        and (round_number or "历史" in span[0] or not figures.startswith(("19", "20")))
        and figures != "2000")
        or (span and figures == "2000" and not re.match(r"年(?:以上|左右|间|前后)", span[0]))
    ):
        return match[0]
    return match[0] if figures == "1000" else f"{digits(figures)}年"


def _bare_year(match: re.Match[str]) -> str:
    """`2023世界制造业大会`, `（2022）`, `北京2022`: a number of years' size with nothing counted after it."""
    after = match["after"]
    if after in _MEASURES or not ("\u4e00" <= after <= "\u9fff" or after in '）)】〕》”"'):
        return match[0] if after else match[0]
    return digits(match[1]) + after
