"""Who wrote it: which lines are bylines, or signatures below the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from zjpub.clean import wording
from zjpub.clean.names import NAME, join_spaced
from zjpub.clean.page import Line, Page, each
from zjpub.clean.remembering import remembered
from zjpub.clean.vocabulary import any_of
from zjpub.clean.writers import (
    ENGLISH,
    FROM,
    HOUSE,
    MARKS,
    NOTE,
    REPORTER,
    WRITER,
    are_names,
    bare,
    of_a_house,
    signer,
    wire,
)

_SIGNED = re.compile(rf"{MARKS}{FROM}(?:{NAME})(?:\s{NAME}){{0,2}}{NOTE}")
_ORNAMENTED = re.compile(r"[■●▲◆□○◎★☆◇]")
_BETWEEN = re.compile(r"[\s、,，；;/／&|｜丨│✎✍▏：:()（）【】\[\]。*■●▲◆□○◎★☆◇—–\-]+")
_ROLE_ONLY = re.compile(
    rf"{REPORTER}|[Bb]y|"
    + any_of(
        "原作者 作者 撰文 撰稿 特约撰稿 执笔 执笔人 采写 采访 采访人 采访整理 采访撰文 主笔 文 文图 图文 文字 文摄"
    )
)
_ROLE_AND_NAME = re.compile(rf"(?:{REPORTER}|作者|撰文|采写|实习生)[\u4e00-\u9fff]{{2,6}}")
_WORK = re.compile(
    r"(?:[\u4e00-\u9fff]{2,4})?"
    + any_of(
        "绘图 绘画 插画 图 摄 摄影 攝 攝影 图片 供图 制图 视频 编辑 編輯 责编 责任编辑 校对 统筹 策划 审核 实习生",
        "見習生 摄影记者",
        "报道 報導 報道 报导 整理 综合 并 电",
    )
    + r"|发自[\u4e00-\u9fff]{2,6}|[\u4e00-\u9fff]{2,10}(?:提供|供图)"
)
_TIGHT_ROLES = re.compile(
    r"(?:[\u4e00-\u9fff]{0,8}?(?:记者|通讯员|实习生)[\u4e00-\u9fff]{2,3}?){2,4}(?:报[道导]|文|摄影报道|发自[\u4e00-\u9fff]{2,4})?"
)
_ONE_NAME = re.compile(NAME)
_ANY_WRITER = re.compile(r"[者员員文撰笔筆写寫访訪]|\b[Bb]y\b")
_DAY = re.compile(r"(?:19|20)\d{2}[年./-]\d{1,2}[月./-]\d{1,2}日?(?:\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?")
_ONE_HOUSE = re.compile(rf"(?!.*(?:记者|記者|通讯员)){HOUSE}")
_OTHER_FACTS = re.compile(r"[来來]\s?源|(?:时间|時間|日期)\s*[：:]|\d{4}")
_PHOTO_WORK = re.compile(r"(?i:photo)\b.*|" + any_of("摄影 攝影 摄 攝 图片 供图 供圖 制图 图") + r"[\s)）。]*$")
_TEXT_WORK = re.compile(r"(?<![\u4e00-\u9fff])(?:撰文|文字|文图|图文|文)(?![\u4e00-\u9fff])")
_LEFT_OPEN = re.compile(r"[讯訊电電][】\]]?\s?[(（〔][^()（）〔〕]*$")
"""The first half of a lead, which goes on with what was sent."""
_LONGEST, _MOST_PIECES, _COUNTS = 90, 14, "万千百亿年月日元岁"


def bylines(page: Page) -> Page:
    """Lines that name the writers; a bare name below the headline is the writer's."""
    decided = list(each(_byline)(page))
    first = list(islice((at for at, line in enumerate(decided) if line.fate != "boilerplate"), 3))
    for count, at in enumerate(first):
        if count and _is_signature(decided, at, [decided[other] for other in first[:count]]):
            decided[at] = decided[at].settled("byline", "a name below the headline")
    return tuple(decided)


def _byline(line: Line) -> Line:
    if len(line.plain) > _LONGEST or line.mark in {"title", "heading"} or not _is_byline(line.plain):
        return line
    return line.settled("byline", "byline")


_AT_WORK = re.compile(
    r"(?:记者|記者|作者|通讯员|评论员)(?:之|表示|认为|称|指出|介绍|走|手记|观察|调查|来信|述评|连线|体验|探访|看|问|说|在|眼中|从|获悉"
    r"|了解|注意|采访|发现|点评|视角|札记|日记|"
    r"节|证|会|站|团|们|再|亲|实地|带|为|到|和|与|简介|单位|按|感言|对话|专访|直击|现场|蹲点|跑|的)"
)


@remembered
def _is_byline(text: str) -> bool:
    """Whether it holds nothing but roles, names and kinds of work, and a writer among them."""
    if "。" in text[:-1] or _LEFT_OPEN.search(text) or not (_ANY_WRITER.search(text) or ENGLISH.fullmatch(text)):
        return False
    return any(map(_is_credit, wording.views(text)))


def _is_credit(text: str) -> bool:
    if ENGLISH.fullmatch(text) or wire(text.strip("【】（）() ")) or of_a_house(text) or _TIGHT_ROLES.fullmatch(text):
        return True
    credit = bare(_DAY.sub(" ", text))
    if not WRITER.search(credit) or "。" in text[:-1] or _OTHER_FACTS.search(credit):
        return False
    pieces = [piece for piece in _BETWEEN.split(join_spaced(credit)) if piece]
    pieces = pieces[1:] if len(pieces) > 2 and _ONE_HOUSE.fullmatch(pieces[0]) else pieces
    if not 1 <= len(pieces) <= _MOST_PIECES or _AT_WORK.search(credit):
        return False
    if _PHOTO_WORK.search(text) and not _TEXT_WORK.search(credit):
        return False
    if not all(map(_belongs, pieces)):
        return False
    if _ROLE_AND_NAME.fullmatch(pieces[0]):
        return True
    named = [piece for piece in pieces if not _ROLE_ONLY.fullmatch(piece) and not _WORK.fullmatch(piece)]
    return bool(named) and any(map(_ROLE_ONLY.fullmatch, pieces))


def _belongs(piece: str) -> bool:
    patterns = (_ROLE_ONLY, _ROLE_AND_NAME, _WORK, _ONE_NAME)
    return any(pattern.fullmatch(piece) for pattern in patterns) or (piece.isascii() and piece.isalpha())


def _is_signature(page: Sequence[Line], at: int, above: Sequence[Line]) -> bool:
    """Whether a line is but a name; `above`: the headline, and it may be a deck or a day."""
    line = page[at]
    if line.fate or not _SIGNED.fullmatch(line.plain) or not are_names(signer(line.plain)):
        return False
    if above[-1].plain[-1].isdigit() and line.plain[0] in _COUNTS:
        return False
    below = page[at + 1] if at + 1 < len(page) else None
    if below is not None and _ORNAMENTED.match(below.plain) and are_names(signer(below.plain)):
        return False
    subtitled = len(above) == 2 and bool(above[1].plain.startswith("—") or _DAY.fullmatch(above[1].plain))
    return (len(above) == 1 or subtitled) and not above[0].fate and below is not None and len(above[0].plain) > 2
