"""Who wrote it, where it came from, when: bylines, source lines, date lines, and what can be read from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from zjpub.clean.page import Line, Page, each
from zjpub.clean.vocabulary import any_of

NAME = r"(?:[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]{1,8})*|[\u4e00-\u9fff]\s+[\u4e00-\u9fff]|[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,8})+|[A-Z][A-Za-z.\-]+(?:\s[A-Z][A-Za-z.\-]+){0,3})"
_SPACED = r"[\u4e00-\u9fff]\s+[\u4e00-\u9fff](?![\u4e00-\u9fff])"
NAMES = rf"{NAME}(?:[\s、,，/／&和]+{NAME})*"

_HOUSE = r"(?:本报|本報|本刊|本网|本網|本台|新华社|新華社|中新社|中新网|人民网|央视|央广网?|新华网|[\u4e00-\u9fff]{2,8}(?:日报|日報|晚报|晚報|时报|時報|晨报|早报|周刊|电视台|广播电视台|融媒体?|新闻网|网|报|报业|客户端|新闻|社|传媒|通讯社))"
_KIND = r"(?:全媒体|融媒体?|见习|实习|首席|特约|特派|驻[\u4e00-\u9fff]{1,6}|总|资深|文字|高级|全媒|報業|體育|体育|财经|深度)"
REPORTER = rf"(?:{_HOUSE}?\s?{_KIND}{{0,2}}(?:记者|記者)|{_HOUSE}?\s?{_KIND}?(?:通讯员|通訊員|特约撰稿人|撰稿人|评论员|評論員))"
_AUTHOR = r"(?:作\s?者|撰\s?文|撰\s?稿|撰文者|执笔|執筆|采写|採寫|文字|(?<![\u4e00-\u9fff])文\s?/\s?图|图\s?/\s?文|文图|(?<![\u4e00-\u9fff])文)"
_SEPARATOR = r"\s*[：:／/|｜丨]?\s*"
_DATE = r"(?:19|20)\d{2}\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?"
_CLOCK = r"\s*(?:\d{1,2}[:：时]\d{2}(?:[:：分]\d{2})?秒?)?"
_OFFICE = r"[局院站社部台中心会校馆所委办处司队厅学]"
_MARKS = r"[\s■●▲◆□○◎★☆◇\-—–(（【\[*]*"
_SIGNED = re.compile(rf"{_MARKS}(?:[\u4e00-\u9fff]{{2,12}}{_OFFICE}\s)?(?:{NAME})")
_BETWEEN = re.compile(r"[\s、,，；;/／&|｜丨：:()（）【】\[\]。*■●▲◆□○◎★☆◇—–\-]+")
_WRITES = any_of("作者 撰文 撰稿 执笔 執筆 采写 採寫 文 文图 图文 文字")
_ROLE_ONLY = re.compile(rf"{REPORTER}|{_WRITES}|特约撰稿")
_ROLE_AND_NAME = re.compile(rf"(?:{REPORTER}|作者|撰文|采写)[\u4e00-\u9fff]{{2,6}}")
_WORK = re.compile(
    r"(?:[\u4e00-\u9fff]{2,4})?"
    + any_of(
        "图 摄 摄影 攝 攝影 图片 供图 制图 视频 编辑 編輯 责编 责任编辑 校对 统筹 策划 审核 实习生 見習生 摄影记者 报道 報導 報道 整理 综合 并 电"
    )
    + r"|发自[\u4e00-\u9fff]{2,6}"
)
_ONE_NAME = re.compile(NAME)
_WRITER = re.compile(r"[记記]者|通[讯訊]|[作评評论論]者|作\s者|文|撰|[执執][笔筆]|采写|採寫|[评評][论論]员")
_MOST_PIECES = 14
_PHOTO_WORK = re.compile(r"(?:摄影|攝影|摄|攝|图片|供图|供圖|制图|图)[\s)）。]*$")
_SOURCE_LABEL = r"(?:来\s?源|來\s?源|稿\s?源|文章来源|新闻来源|信息来源|稿件来源|出\s?处|出\s?處|转载自|轉載自|转自|轉自|(?:本文|原文)?(?:首发于?|原载于?|原載於?|刊于|刊載於)|Source)"
_PUBLISHED = r"(?:发布时间|發布時間|發佈時間|发布日期|发表时间|更新时间|更新日期|发稿时间|时\s?间|時\s?間|日\s?期|发布于|发表于|刊发日期|刊登日期|Date|Published|Updated|Posted)"
_SOURCE = re.compile(
    rf"[\s(（【\[■●]*{_SOURCE_LABEL}\s*[：:／/|｜]?\s*(?P<source>[^：:|｜]{{1,40}}?)(?=$|[\s)）】\]|｜；;，,]|{_PUBLISHED}|{_DATE})",
    re.IGNORECASE,
)
_SOURCE_LINE = re.compile(
    rf"[\s(（【\[■●]*{_SOURCE_LABEL}(?:\s*[：:／/|｜]\s*|\s+|(?<=自)|(?<=于)|(?<=於)).{{1,60}}", re.IGNORECASE
)
_AGENCY = re.compile(
    r"[(（【\[]\s*(?:据|據|综合|綜合|原载|转自|來源|来源)\s*[：:]?\s*(?P<source>[《“]?[\u4e00-\u9fffA-Za-z、\s]{2,24}[》”]?)"
    r"(?:报道|消息|电|等)?\s*[)）】\]][。]?"
)
_DATE_LINE = re.compile(
    rf"[\s(（【\[■●]*(?:{_PUBLISHED}\s*[：:]?\s*)?(?:{_DATE}|\d{{2}}-\d{{2}}\s\d{{2}}:\d{{2}}|[〇零一二三四五六七八九○]{{4}}年[一二三四五六七八九十]{{1,3}}月[一二三四五六七八九十]{{1,3}}日)"
    rf"{_CLOCK}(?:\s?[(（]?(?:星期|周|週)[一二三四五六日天][)）]?)?{_CLOCK}[\s)）】\]。]*(?:发布|发表|更新|于[\u4e00-\u9fff]{{2,4}})?",
    re.IGNORECASE,
)
_POSTED = re.compile(
    rf"(?:原创[：:]?\s)?(?:[^\s，。]{{1,14}}\s){{0,3}}{_DATE}{_CLOCK}(?:\s(?:发表|发布)于\s?[\u4e00-\u9fff]{{2,8}})?"
)
_META = re.compile(
    rf"(?:{_SOURCE_LABEL}|{_PUBLISHED}|作者|记者|責任編輯|责任编辑|编辑|责编)\s*[：:]|{_DATE}", re.IGNORECASE
)
_LEAD = re.compile(
    r"^[\s【\[■●]*(?:本报|本報|本刊|本网|本網|本台|[\u4e00-\u9fff]{2,8}(?:报|報|网|社|台))?[\u4e00-\u9fff\d年月日\s]{0,20}(?:讯|訊|电|電|消息|报道)?\s?[(（]\s?(?P<credit>[^()（）]{2,60})[)）]"
)


def _credit(line: Line) -> Line:
    text = line.plain
    if len(text) > 90 or line.mark in {"title", "heading"}:
        return line
    if _AGENCY.fullmatch(text):
        return line.settled("source", "source line")
    if _SOURCE_LINE.fullmatch(text) and not text.endswith("。") and not re.match(r"\s*[(（]?图", text):
        return line.settled("source", "source line")
    if _DATE_LINE.fullmatch(text) or (_POSTED.fullmatch(text) and re.search("原创|发表于|发布于", text)):
        return line.settled("date", "date line")
    if _is_byline(text):
        return line.settled("byline", "byline")
    fields = _META.findall(text)
    if len(fields) >= 2 and not re.search(r"[。！？，]", text):
        return line.settled("source" if _SOURCE.search(text) else "date", "line of source, date and names")
    return line


_AT_WORK = re.compile(
    r"(?:记者|記者|作者|通讯员|评论员)(?:走|手记|观察|调查|来信|述评|连线|体验|探访|看|问|说|在|眼中|从|获悉|了解|注意|采访|发现|点评|视角|札记|日记|"
    r"节|证|会|站|团|们|再|亲|实地|带|为|到|和|与|简介|单位|按|感言|对话|专访|直击|现场|蹲点|跑|的)"
)


def _is_byline(text: str) -> bool:
    """Whether it holds nothing but roles, names and kinds of work, and a writer among them."""
    if not _WRITER.search(text) or "。" in text[:-1]:
        return False
    pieces = [piece for piece in _BETWEEN.split(join_spaced(text)) if piece]
    if not 1 <= len(pieces) <= _MOST_PIECES or _AT_WORK.search(text):
        return False
    if _PHOTO_WORK.search(text) and "文" not in text:
        return False
    if not all(map(_belongs, pieces)):
        return False
    if _ROLE_AND_NAME.fullmatch(pieces[0]):
        return True
    named = [piece for piece in pieces if not _ROLE_ONLY.fullmatch(piece) and not _WORK.fullmatch(piece)]
    return bool(named) and bool(_ROLE_ONLY.fullmatch(pieces[0]) or _ROLE_ONLY.fullmatch(pieces[-1]))


def _belongs(piece: str) -> bool:
    patterns = (_ROLE_ONLY, _ROLE_AND_NAME, _WORK, _ONE_NAME)
    return any(pattern.fullmatch(piece) for pattern in patterns) or (piece.isascii() and piece.isalpha())


def credits(page: Page) -> Page:
    """Lines that tell who, whence and when; a bare name below the headline is the writer's."""
    decided = each(_credit)(page)
    return tuple(
        line.settled("byline", "a name below the headline") if _is_signature(decided, at) else line
        for at, line in enumerate(decided)
    )


def _is_signature(page: Page, at: int) -> bool:
    line = page[at]
    if line.fate or not _SIGNED.fullmatch(line.plain) or not looks_like_name(_signer(line.plain)):
        return False
    above = [other for other in page[:at] if other.fate != "boilerplate"]
    return len(above) == 1 and not above[0].fate and bool(page[at + 1 :]) and len(above[0].plain) > 2


_ROLE_OF = re.compile(
    rf"(?:(?:{REPORTER}|作\s?者|撰\s?文|撰稿|执笔|執筆|采写|採寫){_SEPARATOR}"
    rf"|(?:文\s?/\s?图|图\s?/\s?文|文图)[\s：:/／]+(?:{REPORTER}\s*)?|(?<![\u4e00-\u9fff])文字?\s*[：:／/|｜丨]\s*)"
)


def _signer(text: str) -> str:
    """The name in a line that holds nothing else, or an office before it."""
    return re.sub(rf"^(?:{_MARKS})(?:[\u4e00-\u9fff]{{2,12}}{_OFFICE}\s)?", "", join_spaced(text))


def names(line: Line) -> Iterator[str]:
    """The writers that a byline or a line of several facts names; a name of two characters set apart is one."""
    text = re.sub(r"\s+", " ", line.text)
    if _ROLE_OF.search(text):
        yield from _after_roles(text)
        return
    if looks_like_name(_signer(text)):
        yield _signer(text)
        return
    found = re.match(rf"{_MARKS}(?P<names>{NAMES})\s?[/／]?\s?(?:文|撰文|采写|[)）]?$)", join_spaced(text))
    if found:
        yield from _split(found["names"])


def lead_names(text: str) -> Iterator[str]:
    """The writers named in brackets in a lead like `本报讯（记者 X 通讯员 Y）`."""
    lead = _LEAD.match(text)
    if lead:
        yield from _after_roles(lead["credit"])


def _after_roles(text: str) -> Iterator[str]:
    roles = list(_ROLE_OF.finditer(text))
    for role, after in zip_longest(roles, roles[1:]):
        yield from _split(join_spaced(text[role.end() : after.start() if after else len(text)]))


_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白"
    "邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包"
    "宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫"
    "费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳"
    "諸王張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭葉蘇呂盧鍾譚陸賈韋鄒閻龍陶賀顧龔邵萬錢嚴湯莊聶魯歐關蘭寧紀畢單藍華農簡車連麥婁竇黨宮費衛閔鄔邊師倉榮"
)
_COMPOUND = (
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "司徒",
    "夏侯",
    "端木",
    "歐陽",
    "司馬",
)
_PLACES = "河湖山园馆城桥村镇县市区省路街站港口岸滩寺塔楼厂店校院田谷海岛江"


def looks_like_name(text: str) -> bool:
    """Whether two to four characters are built like a person's name."""
    if text.startswith(_COMPOUND):
        return 3 <= len(text) <= 4
    return (2 <= len(text) <= 3 and text[0] in _SURNAMES and text[-1] not in _PLACES) or "·" in text


_TRAILERS = {"文图", "图文", "报道", "整理", "采写", "撰文", "文", "報道", "综合", "綜合", "并", "图", "发自"}
_LATIN_GAP = re.compile(r"(?<=[A-Za-z.]) (?=[A-Z])")
_OTHER_WORK = re.compile(
    r"责任编辑|责任|本版|摄|攝|图片|编辑|編輯|校对|審|审|责编|美编|实习|見習|[\u4e00-\u9fff]{2}报道|[\u4e00-\u9fff]{2}報導|连线|来源|來源|时间|日期|\d|策划|统筹|监制|视频|发自"
)


def _split(text: str) -> Iterator[str]:
    """Names up to the first word that tells of other work."""
    own = _LATIN_GAP.sub("\0", _OTHER_WORK.split(text, maxsplit=1)[0])
    for piece in re.split(
        r"[\s、,，/／&|｜丨：:；;()（）【】\[\]。]+|(?<=[\u4e00-\u9fff]{2})和(?=[\u4e00-\u9fff]{2})", own
    ):
        name = piece.replace("\0", " ")
        if name not in _TRAILERS and re.fullmatch(NAME, name):
            yield from _apart(name)


def _apart(piece: str) -> tuple[str, ...]:
    """Two names between which the space was lost."""
    for at in (2, 3) if 4 <= len(piece) <= 6 and not piece.startswith(_COMPOUND) else ():
        if looks_like_name(piece[:at]) and looks_like_name(piece[at:]):
            return piece[:at], piece[at:]
    return (piece,)


_SET_APART = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=记者)|(?<=記者)|(?<=通讯员)|(?<=作者)|(?<=[由据于]))([^\W\da-zA-Z图圖摄攝文])\s+([^\W\da-zA-Z图圖])"
    r"(?=$|[^\u4e00-\u9fff]|[摄攝绘]|拍摄|供图|提供)"
)


def join_spaced(text: str) -> str:
    """`何 立` is one name: two single characters with a space between them."""
    return _SET_APART.sub(r"\1\2", text)


def source(line: Line) -> str | None:
    """The publication that a source line names, as printed."""
    found = _SOURCE.match(line.plain) or _AGENCY.match(line.plain) or _SOURCE.search(line.plain)
    return found["source"].strip(" ）)】]《》") if found else None


_DAY_PARTS = re.compile(r"((?:19|20)\d{2})\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})")
_HAN_DAY = re.compile(r"([〇零一二三四五六七八九○]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日")


def date(line: Line) -> str | None:
    """The date a line holds, ISO 8601; None without one that the calendar knows."""
    found = _DAY_PARTS.search(line.plain)
    if found:
        return _iso(*map(int, found.groups()))
    spoken = _HAN_DAY.search(line.plain)
    return _iso(*map(_han_number, spoken.groups())) if spoken else None


def _iso(year: int, month: int, day: int) -> str | None:
    import datetime

    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def _han_number(text: str) -> int:
    digits = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}
    if "十" not in text:
        return int("".join(str(digits[char]) for char in text))
    tens, _, units = text.partition("十")
    return (digits[tens] if tens else 1) * 10 + (digits[units] if units else 0)
