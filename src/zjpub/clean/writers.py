"""Which names a credit holds, in a byline, in a lead like `本报讯（记者 X）` and after the last stop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from zjpub.clean import roles, wording
from zjpub.clean.names import NAME, NAMES, apart, join_spaced, looks_like_name
from zjpub.clean.page import Line
from zjpub.clean.remembering import remembered
from zjpub.clean.vocabulary import any_of

HOUSE = (
    r"(?:《[^《》]{1,10}》(?:杂志|周刊|报)?|本报|本報|本刊|本网|本網|本台|新华社|新華社|中央社|中新社|中新网|人民网|央视|央广网?|新华网|[\u4e00-\u9fff]{1,8}"
    + any_of(
        "日报 日報 晚报 晚報 时报 時報 晨报 早报 周刊 电视台 广播电视台 融媒体? 新闻网 网 报 报业 客户端 新闻",
        "社 传媒 通讯社",
    )
    + ")"
)
_KIND = any_of(
    "全媒体 全媒 融媒体? 校园 学生 小 见习 实习 首席 特约 特派 总 资深 文字 高级 報業 體育 体育 财经 深度 "
    "驻[\\u4e00-\\u9fff]{1,6}"
)
REPORTER = (
    rf"(?:{HOUSE}?\s?{_KIND}{{0,2}}(?:[\u4e00-\u9fff]{{1,4}}组)?(?:记者|記者)|[\u4e00-\u9fff]{{2,8}}(?:全媒体?|融媒体?)(?:记者|記者)"
    rf"|{HOUSE}?\s?{_KIND}?(?:通讯员|通訊員|特约撰稿人?|特约撰述|撰稿人|特派员|评论员|評論員))"
)
FROM = r"(?:[\u4e00-\u9fff0-9（）]{2,14}[局院站社部台中心会校馆所委办处司队厅学班]\s|[\u4e00-\u9fff]{2,8}记者\s)?"
"""The office before a name."""
NOTE = r"(?:\s?[（(][^（）()]{2,20}[)）]|[)）】])?"
"""What is said of a writer in brackets, or the end of brackets round the name."""
MARKS = r"[\s■●▲◆□○◎★☆◇\-—–(（【\[*]*"
ENGLISH = re.compile(r"(?:[Bb][Yy]|Author|Words)[:\s]\s?(?P<names>[A-Z][\w.\-]+(?:\s[A-Z][\w.\-]+){1,3})")
_SIGNED_BY = re.compile(rf"^(?:{MARKS})(?:原创[：:\s])?{FROM}|{NOTE}$")
_SIGNED_TEXT = re.compile(rf"{MARKS}(?P<names>{NAMES})\s?[/／]?\s?(?:文|撰文|采写|[)）]?$)")
_NAME_THEN_ROLE = re.compile(rf"{MARKS}(?P<names>{NAMES})\s?[/／]?\s?(?:文\s?[/／]\s?图|文图|图文)[)）]?")
_OF_TEXT = frozenset(("文", "文字", "撰文", "采写", "撰稿", "文/图", "文/摄", "图/文", "文图", "图文", "文摄"))
_BEFORE_ROLE = re.compile(
    rf"(?P<names>{NAMES}?)\s?[/|｜\s]\s?(?P<role>文/[图摄]|图/文|文图|图文|文摄|文字|撰文|采写|撰稿|文|图片|摄影|图|摄)(?=[\s；，]|$)[\s；，]*"
)
_BEFORE_ROLES = re.compile(rf"(?:{_BEFORE_ROLE.pattern.replace('?P<names>', '?:').replace('?P<role>', '?:')})+")
_REPORTER_WORD = re.compile("[记記]者|[员員]|作者|撰")
WRITER = re.compile(
    r"[记記]者|通[讯訊]|[作评評论論]者|作\s者|文|撰|[执執][笔筆]|采写|採寫|采访|[评評][论論]员|特派员|主笔|撰述|\b[Bb]y\b"
)
_LEAD = re.compile(
    r"^[\s【\[■●]*(?:本报|本報|本刊|本网|本網|本台|[\u4e00-\u9fff]{2,8}(?:报|報|网|社|台))?[\u4e00-\u9fff\d年月日\s]{0,20}"
    r"(?:讯|訊|电|電|消息|报道)?[】\]]?\s?[(（〔]\s?(?P<credit>[^()（）〔〕]{2,60})[)）〕]"
)
_LEAD_BARE = re.compile(
    rf"^[^，。]{{0,12}}[讯訊电電][】\]]?\s+(?P<credit>(?:{REPORTER}\s?[\u4e00-\u9fff]{{2,3}}\s(?:[\u4e00-\u9fff]{{2,3}}\s)?){{1,4}})(?=\S)"
)
_LEAD_IN_WORDS = re.compile(rf"^[^，。]{{0,12}}[讯訊电電]\s+(?P<credit>{REPORTER}\s?{NAMES}?)(?:报道|報導|報道)[：:]")
_HAN = "[\\u4e00-\\u9fff]"
_STRAY_GAP = re.compile(rf"(?<={_HAN}{{2}})\s(?=(?![文图圖摄攝]){_HAN}(?:$|(?!{_HAN})))|(?:(?<=记)|(?<=記))\s(?=者)")
"""A gap before the last character of a name came from the print."""
_LEAD_WITH_PLACE = re.compile(
    rf"^[^，。]{{0,12}}[讯訊电電][】\]]?\s?(?P<credit>{REPORTER}\s?[\u4e00-\u9fff]{{2,3}})(?:[\u4e00-\u9fff]{{2}})?(?:报道|報導|報道)[：:]"
)
_WIRED = re.compile(r"[\u4e00-\u9fff]{2}(?:\d{1,2}日)?[电電]$|[／/][\u4e00-\u9fff]{2,4}(?:报道|報導|報道)$")
"""Whence and when a wire was sent: `何立彰化21日電`, `何立／彰化報導`."""
_CLOSING = re.compile(rf"(?<=[。！？”」])[(（]\s?(?P<credit>(?:{REPORTER}|文\s?[／/：:])[^()（）。，]{{2,40}})[)）]$")
_LONGEST_CLOSING, _MOST_SIGNERS = 90, 3
_ROLE_OF = re.compile(
    rf"(?:(?:{REPORTER}|原?作\s?者(?!单位|單位|简介|簡介)|(?:采访)?撰\s?文|撰稿|执笔人?|执笔|執筆|采写|採寫|采访(?!对象)(?:人|整理)?|主笔)"
    rf"\s*[：:／/|｜丨│✎✍]?\s*|(?:文\s?[/、·&和]\s?(?:摄影|[图摄])|图\s?[/、·&和]\s?文|文图|图文)[\s：:/／|｜]+(?:{REPORTER}\s*)?|(?<![\u4e00-\u9fff])文字?\s*[：:／/|｜丨│✎✍]\s*|^\W*文\s+|^[Bb]y[\s：:]\s*)"
)
_BOTH_WORKS = re.compile(
    r"(?:摄影\s?[/、·&]\s?)?((?<![\u4e00-\u9fff])(?:撰文|撰稿|采写|文字))(?:\s?[/、·&\s]\s?(?:摄影|图片|[图摄]))?(?=[\s：:/／|｜])"
)
"""`撰文/摄影：X`: one hand did both."""
_WORDS_DONE = {"文", "文图", "图文"}
"""Names after these are the photographers'."""
_TRAILERS = {
    "文字",
    "撰稿",
    "文图",
    "图文",
    "报道",
    "整理",
    "采写",
    "撰文",
    "文",
    "報道",
    "报导",
    "综合",
    "綜合",
    "并",
    "图",
    "发自",
}
_LATIN_GAP = re.compile(r"(?<=[A-Za-z.]) (?=[A-Z])")
_OTHER_WORK = re.compile(
    r"(?<![\u4e00-\u9fff/／])[图圖]\s?[/／：:|｜丨\s]|责任编辑|责任|本版|摄|攝|图片|编辑|編輯|校对|審|审|责编|美编|实习|見習|[\u4e00-\u9fff]{2}报道"
    r"|[\u4e00-\u9fff]{2}報導|连线|来源|來源|时间|日期|\d|策划|统筹|监制|视频|发自|绘图|整理|口述|记录|浏览|阅读|点击|供稿|发布|更新|[\u4e00-\u9fff]{2}报导"
    r"|字[号体]|打印|列印|分享|收藏|纠错|人气|微信|微博"
)
_PIECES = re.compile(r"[\s、,，/／&|｜丨：:；;()（）【】\[\]。]+|(?<=[\u4e00-\u9fff]{2})和(?=[\u4e00-\u9fff]{2})")
_IN_BRACKETS = re.compile(
    r"[\s■●□◎]*[（(【\[〔]([^（()）【】\[\]〔〕]*(?:[（(][^（()）]*[)）][^（()）【】\[\]]*)?)[)）】\]〕][\s。]*"
)
_CLASS = (
    r"(?:[\u4e00-\u9fff]{2,10}学)?"
    r"(?:[高初小大]?[一二三四五六七八九十\d]{1,2}|(?:19|20)?\d\d级|[一二三四五六七八九]年级)"
    r"\s?[（(]?[一二三四五六七八九十\d]{0,2}[)）]?\s?班"
)
_SCHOOL = (
    r"[\u4e00-\u9fff]{2,14}"
    r"(?:大学|学院|小学|中学|学校|研究所|研究院|医院|公司|中心|局|馆|协会|委员会|推广站)"
    r"(?:[\u4e00-\u9fff]{1,8}(?:系|院|所|部|科|室))?"
    r"(?:副?(?:主任|院长|所长|教授|站长|馆长|校长)|研究员|(?:主任|主治|住院)?医师|医生|[\u4e00-\u9fff]{2}师)?"
)
_ABOUT = re.compile(
    rf"作者单位\s?[：:]\s?\S+|{_CLASS}|[（(][^（）()。]{{1,24}}[)）]|[，,]\s?(?:系|现为|现任|供职于)[^：:]*$"
    rf"|(?<![^\s：:/／]){_SCHOOL}(?![^\s])"
)
"""What is said of a writer beside the name: class, office, place of work."""
_TIGHT_WIRE = re.compile(
    r"(?:[\u4e00-\u9fff]{0,6})记者(?P<who>[\u4e00-\u9fff]{2,3}?)[／/\s]?(?P<place>[\u4e00-\u9fff]{2})?报[导道]"
)
_OF_A_HOUSE = re.compile(
    r"(?![^\s]*[与和随跟对让问当访据])[\u4e00-\u9fff]{2,6}记者\s(?P<who>[\u4e00-\u9fff·\s]{2,14})(?<![摄攝图圖绘画影])"
)


def wire(text: str) -> re.Match[str] | None:
    """`记者X台南报导`, and `记者X报导` if X is a name."""
    found = _TIGHT_WIRE.fullmatch(text)
    return found if found and (found["place"] or looks_like_name(found["who"])) else None


def of_a_house(text: str) -> bool:
    """`X记者 Y`, whatever the house is called, if Y are names."""
    found = _OF_A_HOUSE.fullmatch(text)
    return found is not None and are_names(found["who"])


_TIGHT_WORDS = re.compile(r"(?<=[\u4e00-\u9fff]{2})文\s?[/／]\s?[图圖]$")
"""`本报记者何立文/图`."""


def bare(text: str) -> str:
    """A line's credit without the brackets round it, the editors in it, and what is said of the writers."""
    inside = _IN_BRACKETS.fullmatch(text)
    text = _TIGHT_WORDS.sub(" 文/图", roles.without_duties(inside[1] if inside else text))
    folded = wording.simplified(text)
    if not WRITER.search(folded):
        return text
    for found in reversed(list(_ABOUT.finditer(folded))):
        text = f"{text[: found.start()]} {text[found.end() :]}"
    return text.strip()


def signer(text: str) -> str:
    """The name in a line that holds nothing else, or an office before it."""
    return _SIGNED_BY.sub("", join_spaced(text))


def are_names(text: str) -> bool:
    """Whether a line holds up to three people's names and nothing else."""
    return 1 <= len(text.split()) <= _MOST_SIGNERS and all(map(looks_like_name, text.split()))


def names(line: Line) -> tuple[str, ...]:
    """The writers that a byline or a line of several facts names; a name of two characters set apart is one."""
    if line.fate != "byline" and not WRITER.search(wording.simplified(line.plain)):
        return ()
    return _names(line.text)


@remembered
def _names(printed: str) -> tuple[str, ...]:
    text = join_spaced(bare(re.sub(r"\s+", " ", _closed(printed))))
    if len(_ROLE_OF.findall(wording.simplified(text))) >= 2:
        text = _REPORTED.sub("", text)
    folded = wording.simplified(text)
    places = [(name, folded.find(name)) for name in _named(folded)]
    return tuple(text[at : at + len(name)] if at >= 0 else name for name, at in places)


_REPORTED = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?<![/／\s][\u4e00-\u9fff]{2})(?:摄影|攝影)?(?:报道|報道|報導)$")
_SINGLES = re.compile(r"(?<=[者員员/／：:｜|])\s?((?:[\u4e00-\u9fff]\s){1,3}[\u4e00-\u9fff])$")


def _closed(text: str) -> str:
    """`记者 沈 如 意` names one person."""
    return _SINGLES.sub(lambda found: f" {found[1].replace(' ', '')}", text)


def _named(text: str) -> Iterator[str]:
    """The writers in a credit; simplified characters."""
    text = _BOTH_WORKS.sub(r"\1", text)
    english = ENGLISH.fullmatch(text)
    wired = wire(text)
    before_role = _NAME_THEN_ROLE.fullmatch(text)
    signed = _SIGNED_TEXT.match(text)
    if english:
        yield english["names"]
    elif wired:
        yield wired["who"]
    elif before_role and not _REPORTER_WORD.search(text):
        yield from _split(before_role["names"])
    elif _BEFORE_ROLES.fullmatch(text) and not re.search("记者|员", text):
        for found in _BEFORE_ROLE.finditer(text):
            yield from _split(found["names"]) if found["role"] in _OF_TEXT else ()
    elif _ROLE_OF.search(text):
        yield from _after_roles(text)
    elif are_names(signer(text)):
        yield from signer(text).split()
    elif signed:
        yield from _split(signed["names"])


def lead_names(text: str) -> Iterator[str]:
    """The writers named in brackets in a lead like `本报讯（记者 X 通讯员 Y）`."""
    lead = _LEAD.match(text) or _LEAD_BARE.match(text) or _LEAD_IN_WORDS.match(text) or _LEAD_WITH_PLACE.match(text)
    if lead:
        credit = _WIRED.sub("", _STRAY_GAP.sub("", lead["credit"]))
        first = _ROLE_OF.search(credit)
        before = credit[: first.start()].strip(" 、，,") if first else ""
        if before and are_names(re.sub("[、，,]", " ", before)):
            yield from _split(before)
        yield from _after_roles(credit)


def closing_names(text: str) -> Iterator[str]:
    """The writers named in brackets after the last stop, as in `…十点半。（记者 X）`."""
    closing = _CLOSING.search(text[-_LONGEST_CLOSING:])
    if closing:
        yield from _after_roles(closing["credit"])


def _after_roles(text: str) -> Iterator[str]:
    roles = list(_ROLE_OF.finditer(text))
    for role, after in zip_longest(roles, roles[1:]):
        yield from _split(join_spaced(text[role.end() : after.start() if after else len(text)]))


def _split(text: str) -> Iterator[str]:
    """Names up to the first word that tells of other work."""
    own = _LATIN_GAP.sub("\0", _OTHER_WORK.split(text, maxsplit=1)[0])
    for piece in _PIECES.split(own):
        name = piece.replace("\0", " ")
        if name in _WORDS_DONE:
            return
        if name not in _TRAILERS and re.fullmatch(NAME, name):
            yield from apart(name)
