"""Chinese dates, years and times: what is a year is read digit by digit, what is a span of years is counted."""

from __future__ import annotations

import re

from zjpub.narrate.reading.numbers_zh import MEASURE, digits

_YEAR = r"(?:1[0-9]|20|21)\d\d"
_DASH = r"(?: ?(?:——?|[–~]) ?|-(?! )| - )"
_SEASONS = r"赛季|學年|学年|财年|賽季"

_FULL = re.compile(r"(?<!\d)(?<!\d\.)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|\.\d\d|\d)(?:T(?=\d))?")
_MONTH = re.compile(
    rf"(?<!\d)(?<!\d\.)((?:19|20)\d\d)(?:[-./](0[1-9]|1[0-2])(?![\d%:/]|[.,]\d|[万亿元倍年]|{_SEASONS})|"
    r"\.([1-9])(?=[-–—~](?:至今|今|现在)))"
)
_MONTHS = re.compile(
    r"(?<!\d)(?<!\d\.)((?:19|20)\d\d)\.(0?[1-9]|1[0-2]) ?[-–—~至到]{1,2} ?"
    r"((?:19|20)\d\d)\.(0?[1-9]|1[0-2])(?![\d%万亿元]|\.\d)"
)
_ZERO_PADDED = re.compile(r"(?<![\d:])(?<!\d[.,])0(\d)(?=[月日号號时點点時](?!间|間))")
_DOCUMENT = re.compile(r"[〔\[［【(（]((?:19|20)\d\d)[〕\]］】)）](?=第?\d+[号號])")
_YEARS = re.compile(
    rf"(?<!\d)(?<!\d[.,])(?P<a>{_YEAR})(?P<mark>年?)(?P<by>{_DASH}|[至到])(?P<b>{_YEAR}|\d\d(?=年|{_SEASONS}))(?![\d%]|\.\d)"
)
_SEASON = re.compile(rf"(?<!\d)(?<!\d[.,])((?:19|20)\d\d)[/-]((?:19|20)?\d\d)(?=年|{_SEASONS}|季)")
_LIST = re.compile(rf"(?<!\d)(?<!\d[.,]){_YEAR}(?=(?:[、和与及,，]{_YEAR}){{1,12}}[两兩三]?年)")
_ERA = re.compile(r"((?:公元|西元|纪元)前?|(?<=[(（—–~-])前)(\d{1,4})(?=年|[-—–~至到])")
_SPAN = re.compile(r"(?<!\d)(?<!\d[.,])(\d{4})年")
_SURE_SPAN = re.compile(
    r"年(?:的|之)?(?:历史(?!性|上|最|新)|歷史(?!性|上|最|新)|文明|光阴|时光|积淀|岁月|沧桑|古|之久|如一日|不遇|一遇|"
    r"以上|左右|时间(?!里|内))"
)
_ROUND_SPAN = re.compile(r"年(?:来(?!自|到|临)|來|间|間|前(?!\d|[一二三四]季|后|後|三))")
_BEFORE_SPAN = re.compile(
    r"(?:近|约|達|达|历经|距今|有着|已有|拥有|超过?|逾|上下|整整|每隔?|穿越|跨越|横跨|具有|走过|历时|为期|不足|满|过去|未来)\Z"
)
_STYLED = re.compile(
    r"(?<!\d)(?<!\d[.,])((?:19|20)\d\d)(?=[级屆届款版]|财年|学年|赛季|新年|春晚|春节|冬奥|奥运|年代|年度)(?!级(?:台阶|台風|石))"
)
_BARE = re.compile(
    r"(?<!\d[.,])(?<![\d/:=<>≥≤$¥€£+-])((?:19[0-9]|20[0-4])\d)(?![\d%:/～~+°²A-Za-z-]|[.,]\d| ?年)(?P<after>.?)"
)
_AMOUNT_BEFORE = re.compile(r"[第共约近达超有逾仅各售产销增减余款价值至了满计元奖]\Z")
_SHORT = re.compile(r"(?<!\d)(?<!\d[.,])(\d\d)年(?=(?:1[0-2]|0?[1-9])月)|(?<!\d)'(\d\d)年|(?<!\d)(?<!\d[.,])(0\d)年")
_GENERATION = re.compile(r"(?<!\d)(?<!\d[.,])(\d[05])(?=(?:[、/和与，,]?\d[05]){0,4}[后後](?![的来续期面勤退台卫半]))")
_DECADE = re.compile(r"(?<!\d)((?:19|20)\d0)'?s(?![A-Za-z])|(?<![\dA-Za-z])'(\d\d)(?=[\u4e00-\u9fff])")
_BETWEEN = re.compile(r"(\d(?:[\u4e00-\u9fff%]|°C){1,4}?)(?<![至到为是于达约比])[-–—~](?=第?\d|二零|一九)")

_CLOCK = re.compile(r"(?<![\d:.∶])([01]?\d|2[0-4])[:：]([0-5]\d)(?:[:：]([0-5]\d))?(?![\d:∶]|[:：]\d|\.\d)")
_RATIO = re.compile(r"(?<![\d:∶.])(\d+(?:\.\d+)?(?:[:：∶]\d+(?:\.\d+)?)+)(?![\d:∶])")
_LASTED = re.compile(r"(?:成绩|用时|耗时|纪录|历时|时间)[为是：:]?\Z")
_WON = (
    "比分|[战戰]胜|[战戰]勝|[击擊][败敗]|不[敌敵]|[负負]于|打[败敗]|大胜|完胜|险胜|力克|战平|逼平|横扫|逆转|获胜|取胜|告负|领先|落后|"
    "惜败|轻取"
)
_SCORE_WORDS = re.compile(_WON)
_RATIO_WORDS = re.compile(
    f"{_WON}|淘汰|绝杀|总分|击溃|战成|扳成|改写|比例|之比|配比|比值|比率|比重|宽高|屏幕|画面|混合|稀释|兑水|赔率|杠杆|"
    "男女|师生|師生|师比|生比|夺冠|主场|客场|半场"
)
_SCORE = re.compile(
    r"(?<![\d.-])(\d{1,3})[-–—](\d{1,3})(?=[战戰击擊胜勝负大逆平获力险完淘取领落横轻惜逼的]|[，。、；,.!！(（]|\Z)"
)


def dates(text: str) -> str:
    """Dates, years and clock times, as Chinese figures or words; what stays in digits is a cardinal."""
    text = _FULL.sub(_full_date, text)
    text = _MONTHS.sub(lambda m: f"{digits(m[1])}年{int(m[2])}月到{digits(m[3])}年{int(m[4])}月", text)
    text = _MONTH.sub(lambda m: f"{digits(m[1])}年{int(m[2] or m[3])}月", text)
    text = _DOCUMENT.sub(lambda m: f"{digits(m[1])} ", text)
    text = _CLOCK.sub(_clock, _ratios(text))
    text = _years(_BETWEEN.sub(r"\1到", text))
    return _ZERO_PADDED.sub(r"\1", text)


def _full_date(match: re.Match[str]) -> str:
    year, month, day = match[1], int(match[3]), int(match[4])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return match[0]
    return f"{digits(year)}年{month}月{day}日"


def _ratios(text: str) -> str:
    """3:1 → 3比1 where it is a score or a ratio, not a time."""
    if _SCORE_WORDS.search(text):
        text = _SCORE.sub(r"\1比\2", text)
    near = bool(_RATIO_WORDS.search(text))

    def ratio(match: re.Match[str]) -> str:
        if "∶" not in match[1] and _CLOCK.fullmatch(match[1]) and not (near and _no_time(text, match)):
            return match[0]
        return re.sub("[:：∶]", "比", match[1])

    return _RATIO.sub(ratio, text)


def _no_time(text: str, match: re.Match[str]) -> bool:
    """Among words of sport, what follows 晚, 于 or 日 or opens a range is still a time."""
    before, after = text[max(0, match.start() - 3) : match.start()], text[match.end() : match.end() + 1]
    return not re.search(r"[午晚晨于日时间至到上\-–—~]\Z", before) and after not in tuple("-–—~开至到在")


def _clock(match: re.Match[str]) -> str:
    hour, minute, second = int(match[1]), match[2], match[3]
    if second and _LASTED.search(match.string[max(0, match.start() - 4) : match.start()]):
        return f"{hour}小时{_under_sixty(minute)}分{int(second)}秒"
    said = f"{hour}点"
    if minute != "00" or second:
        said += f"{_under_sixty(minute)}分"
    return said + (f"{int(second)}秒" if second else "")


def _under_sixty(figures: str) -> str:
    return f"零{digits(figures[1])}" if figures[0] == "0" else figures


def _years(text: str) -> str:
    text = _ERA.sub(lambda m: m[1] + digits(m[2]), text)
    text = _YEARS.sub(_year_range, text)
    text = _SEASON.sub(lambda m: f"{digits(m[1])}到{digits(m[2])}", text)
    text = _LIST.sub(lambda m: digits(m[0]), text)
    text = _SHORT.sub(lambda m: f"{digits(m[1] or m[2] or m[3])}年", text)
    text = _DECADE.sub(lambda m: f"{digits(m[1] or m[2])}{'年代' if m[1] else ''}", text)
    text = _GENERATION.sub(lambda m: digits(m[1]), text)
    text = _SPAN.sub(_year_or_span, text)
    text = _STYLED.sub(lambda m: digits(m[1]), text)
    return _BARE.sub(_bare_year, text)


def _year_range(match: re.Match[str]) -> str:
    after = match.string[match.end() : match.end() + 1]
    if not match["mark"] and ((MEASURE.match(after) and after != "年") or after in ("°", "m", "k")):
        return match[0]
    by = match["by"] if match["by"] in "至到" else "到"
    return digits(match["a"]) + match["mark"] + by + digits(match["b"])


def _year_or_span(match: re.Match[str]) -> str:
    figures, text, (start, end) = match[1], match.string, match.span()
    recent = figures.startswith(("19", "20", "21"))
    whole = figures.endswith("00")
    if not 1000 < int(figures) < 2200:
        return match[0]
    if _SURE_SPAN.match(text, end - 1) and (whole or not recent or "历史" in text[end : end + 3]):
        return match[0]
    if (whole or not recent) and (
        _ROUND_SPAN.match(text, end - 1) or _BEFORE_SPAN.search(text[max(0, start - 3) : start])
    ):
        return match[0]
    return f"{digits(figures)}年"


def _bare_year(match: re.Match[str]) -> str:
    """`2023世界制造业大会`, `（2022）`: a number of a year's size, and nothing counted before or after it."""
    after = match["after"]
    named = "\u4e00" <= after <= "\u9fff" and not MEASURE.match(after)
    if not (named or after in tuple(')）】〕》"')) or _AMOUNT_BEFORE.search(match.string[: match.start()][-1:]):
        return match[0]
    return digits(match[1]) + after
