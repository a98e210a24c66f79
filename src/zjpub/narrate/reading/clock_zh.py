"""Chinese clock times, times taken, and the scores and ratios that look like them."""

from __future__ import annotations

import re

from zjpub.narrate.reading.numbers_zh import counted, digits

_HALF_DAY = re.compile(
    r"(?<![\d.:A-Za-z])(1[0-2]|0?[1-9])(?::([0-5]\d))? ?([AaPp])\.?[Mm](?![A-Za-z])\.?( ?[-–—~] ?(?=\d))?"
)
_HALF_FIRST = re.compile(r"(?<![A-Za-z])([AP])M ?(?=(?:1[0-2]|0?[1-9])[:：][0-5]\d(?!\d))")
_HOURS = re.compile(r"(?<=\d) ?h ?(?=\d{1,2} ?m(?:in)?(?![A-Za-z0-9²³/]))")
_CHRONICLE = re.compile(r"(?<![^\s\"“（(【])((?:19|20)\d\d)[:：](?=\d{1,2}月|[\u4e00-\u9fff])")
_SHARES = re.compile(r"(?<=\d)(%) ?[:：∶](?= ?\d+(?:\.\d+)?%)")
_CLOCK = re.compile(r"(?<![\d:.∶])([01]?\d|2[0-4])[:：]([0-5]\d)(?:[:：]([0-5]\d))?(?![\d:∶万亿]|[:：]\d|\.\d)")
_TAKEN = re.compile(r"(?<![\d:.∶])(?:(\d{1,2})[:：])?(\d{1,2})[:：]([0-5]\d\.\d{1,3})(?![\d:∶])[秒分]?")
_RATIO = re.compile(r"(?<![\d:∶.])(\d+(?:\.\d+)?(?:[:：∶]\d+(?:\.\d+)?)+)(?![\d:∶])")
_LASTED = re.compile(r"(?:成绩|马拉松|跑[出进]|游出|用时|耗时|纪录|历时|(?<![京新布当地发到始止束放])时间)[为是：:]?\Z")
_AS_RESULT = re.compile("的?(?:成绩|用时|夺冠|摘金|完赛|冲线|冲过|撞线|刷新|打破|纪录)")
_WON = (
    "比分|[战戰]胜|[战戰]勝|[击擊][败敗]|不[敌敵]|[负負]于|打[败敗]|[大小完险险]胜|力克|力压|战平|逼平|横扫|逆转|获胜|取胜|告负|领先|"
    "落后|惜败|轻取|惨[败敗负負遭]|完败|双杀"
)
_SCORE_WORDS = re.compile(_WON)
_RATIO_WORDS = re.compile(
    f"{_WON}|淘汰|绝杀|总分|击溃|战成|扳成|改写|比例|之比|配比|比值|比率|比重|宽高|屏幕|画面|混合|稀释|兑水|赔率|杠杆|"
    "直落|连扳|[男女混][单双]|[单双]打|[首次末决一二两三四五0-9]局|局点|赛点|盘点|男女|师生|師生|师比|生比|夺冠|主场|客场|半场"
)
_HYPHENED = r"(?<![\d.A-Za-z-])(?<!\d,)(\d{1,3})[-–—](\d{1,3})"
_SCORE = re.compile(
    rf"{_HYPHENED}(?=[战戰击擊胜勝负大小逆平获力险完淘取领落横轻惜逼的惨遭送扳绝屠碾]|[，。、；,.!！(（]|\Z)"
)
_SERIES = re.compile(
    r"(?<![\d.A-Za-z-])\d{1,3}[-–—]\d{1,3}(?:[、，,/] ?\d{1,3}[-–—]\d{1,3}(?![\d%-]|\.\d))+"
    r"(?![\u4e00-\u9fff°A-Za-z])"
)
_COLONS = re.compile(r"(?<![\d.:∶])\d{1,3}[:：]\d{1,3}(?:[、，,/] ?\d{1,3}[:：]\d{1,3}(?![\d:：%]|\.\d))+")
_PAIR = re.compile(r"(\d+)[-–—](\d+)")
_MATCH = re.compile(
    r"常规赛|季后赛|决赛|联赛|友谊赛|揭幕战|小组赛|预选赛|热身赛|主场|客场|局分|NBA|CBA|英超|西甲|德甲|意甲|中超|女超|欧冠|亚冠"
)
_GIVEN_AS_SCORE = re.compile(
    r"(?:(?<!可)以|比分|局分|战成|打成|扳成|追成|改写[为成]|锁定[在为]?|交手(?:记录|纪录|战绩)?[是为]?|战绩[是为]?)\Z"
)
_FALLING = re.compile(rf"{_HYPHENED}(?![\d:：%‰°/-]|[.,]\d| ?[A-Za-z=²³])(?P<after>.?)")
_LABELLED = re.compile(
    r"(?:图|表|例|式|第|号|附件|题|章|节|条|款|课|单元|代号|楼|栋|幢|卷|满|路|街|道|巷|弄|村|里|园|院|苑|区|庄)\Z"
)
_NO_SCORE_AFTER = frozenset("月号號日點点時时期级級環环册冊室元班年楼")


def half_days(text: str) -> str:
    """8:30AM-5PM → 上午8:30到下午5点, 1h30min → 1小时30min."""
    text = _HALF_FIRST.sub(lambda m: "上午" if m[1] == "A" else "下午", _HOURS.sub("小时", text))
    return _HALF_DAY.sub(_half_day, text)


def _half_day(match: re.Match[str]) -> str:
    hour, minute, half, joint = match.groups()
    said = f"{'上午' if half in 'aA' else '下午'}{hour}"
    return said + (f":{minute}" if minute else "点") + ("到" if joint else "")


def clock(text: str) -> str:
    """9:05 → 9点零五分, 3:26.5 → 3分26.5秒, 3:1 and 5-3 → 3比1 and 5比3 where they are a score or a ratio."""
    text = _SHARES.sub(r"\1比", text)
    text = _CHRONICLE.sub(lambda m: f"{digits(m[1])}：", text)
    return _CLOCK.sub(_clock, _ratios(_TAKEN.sub(_taken, text)))


def _taken(match: re.Match[str]) -> str:
    hours, minutes, seconds = match.groups()
    whole, _, part = seconds.partition(".")
    return f"{f'{int(hours)}小时' if hours else ''}{int(minutes)}分{int(whole)}.{part}秒"


def _ratios(text: str) -> str:
    text = _FALLING.sub(_falling, _SERIES.sub(_series, _COLONS.sub(_colons, text)))
    if _SCORE_WORDS.search(text):
        text = _SCORE.sub(r"\1比\2", text)
    near = bool(_RATIO_WORDS.search(text))

    def ratio(match: re.Match[str]) -> str:
        scored = near and match[1].count(":") + match[1].count("：") == 1 and _no_time(text, match)
        if (
            "∶" not in match[1]
            and _CLOCK.fullmatch(match[1])
            and not (scored or text[match.end() : match.end() + 1] in ("万", "亿"))
        ):
            return match[0]
        return re.sub("[:：∶]", "比", match[1])

    return _RATIO.sub(ratio, text)


def _colons(match: re.Match[str]) -> str:
    """Where one of several pairs in a row is no time of day, none is."""
    pairs = re.split(r"[、，,/] ?", match[0])
    return match[0] if all(map(_CLOCK.fullmatch, pairs)) else re.sub("[:：]", "比", match[0])


def _series(match: re.Match[str]) -> str:
    """Where one of several pairs in a row falls, all are scores."""
    labelled = _LABELLED.search(match.string[max(0, match.start() - 6) : match.start()])
    if labelled or all(int(first) < int(second) for first, second in _PAIR.findall(match[0])):
        return match[0]
    return _PAIR.sub(r"\1比\2", match[0])


def _falling(match: re.Match[str]) -> str:
    """No range falls or stands still: 5-3 is a score. A rising one is where the words before it say so."""
    first, second, after = match.groups()
    before = match.string[max(0, match.start() - 6) : match.start()]
    if _LABELLED.search(before) or after in _NO_SCORE_AFTER:
        return match[0]
    falls = int(first) >= int(second) and not (len(first) > 1 and first[0] == "0")
    named = _GIVEN_AS_SCORE.search(before) or ("\u4e00" <= before[-1:] <= "\u9fff" and _MATCH.search(match.string))
    if falls or (named and not counted(match.string[match.end() - len(after) :])):
        return f"{first}比{second}{after}"
    return match[0]


def _no_time(text: str, match: re.Match[str]) -> bool:
    """Among words of sport, what follows 晚, 于 or 日 or opens a range is still a time."""
    before, after = text[max(0, match.start() - 3) : match.start()], text[match.end() : match.end() + 1]
    return not re.search(r"[午晚晨于日时间至到上\-–—~]\Z", before) and after not in tuple("-–—~开至到在")


def _clock(match: re.Match[str]) -> str:
    hour, minute, second = int(match[1]), match[2], match[3]
    lasted = _LASTED.search(match.string[max(0, match.start() - 4) : match.start()])
    if second and (lasted or _AS_RESULT.match(match.string, match.end())):
        return f"{hour}小时{_under_sixty(minute)}分{int(second)}秒"
    said = f"{hour}点"
    if minute != "00" or second:
        said += f"{_under_sixty(minute)}分"
    return said + (f"{int(second)}秒" if second else "")


def _under_sixty(figures: str) -> str:
    return f"零{digits(figures[1])}" if figures[0] == "0" else figures
