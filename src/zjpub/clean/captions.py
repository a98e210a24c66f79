"""Photo captions and credits, in the styles that papers use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from zjpub.clean import junction, shape
from zjpub.clean.credits_of_photos import LABEL, ROLE, STYLES
from zjpub.clean.names import join_spaced, looks_like_name
from zjpub.clean.page import Line, Page
from zjpub.clean.vocabulary import any_of

_VERBS = ("摄", "攝", "拍", "航", "绘")
_OFFICE = ("馆", "館", "局", "社", "部", "台", "院", "中心", "公司", "委", "办", "处", "会", "网", "报", "站", "队")
_HOUSES = ("院", "馆", "館", "中心", "公司", "局", "台")
_HINT = re.compile(r"[摄攝图圖绘画畫©拍藏]|提供|照片|社发|视觉|視覺|IC|CFP|photo", re.IGNORECASE)
_WHICH = any_of(
    "[图圖][为為](?![什甚何]) 图中 上图 下图 左图 右图 中图 题图 題圖 主图 上圖 下圖 左圖 右圖",
    "[图圖][①-⑳一二三四五六七八九十\\d]{1,2}",
)
_POINTER = re.compile(rf"^{_WHICH}(?:[：:为為，,\s]|(?<=[为為]))|^[▲△▼▽◀◄↑↓←→](?=\s?\S)")
_STOCK = any_of(
    "资料图片 资料图 資料圖片 資料圖 资料照片 網路圖片 网络图片 图片来自网络 图来自网络 示意图 效果图",
    "AI生成图片 AI制图 AI生成",
)
_NO_PERSON = re.compile(
    r"(?:附[\u4e00-\u9fff]{0,3}|组|配|示意|资料|資料|网络|網路|网上|效果|实景|截|地|线路|路线|卫星|结构|平面|流程|设计|AI|人工智能)(?:生成)?"
)
_HELD = re.compile(r"(?=.*[\s（(])[^。；]{4,50}(?:馆|館|院|所|局|库|庫)藏[)）]?$")
_EXCEPT = re.compile(r"[(（][^（()）]{0,6}(?:除外|资料图片?)[)）]$")
_ONLY_STOCK = re.compile(rf"[(（【\[]?\s*{_STOCK}\s*[)）】\]]?")
_STOCK_END = re.compile(rf"(?:\s|(?<=[。！])|[(（【\[])\s?{_STOCK}\s*[)）】\]]?[。.]?$")
_AGENCY_END = re.compile(
    r"(?<=[摄攝图圖影])\s*[(（]"
    + any_of("人民视觉 视觉中国 影像中国 新华社发 资料图片 资料照片 人民图片 东方IC CFP IC\\sphoto")
    + r"[)）]$"
)
_PREFIX = re.compile(
    r"^(?:【[图圖]】|[图圖][为為]?[：:/／|｜])\s?|^(?:本文|本版|本组|本組|文中)?(?:图片|圖片|照片|[图圖])?[/／|｜]?$"
)
_OWN_LABEL = re.compile(rf"^{LABEL}\s*[：:／/|｜丨]\s*")
_OWN_VERB = re.compile(r"(?<=..)\s?(?:提供|[摄攝])$")
_OWN_ROLE = re.compile(rf"^(?:{ROLE}|新华社|新華社|中新社)\s*[：:／/]?\s*(?=\S{{2}})")
_BETWEEN_NAMES = re.compile(r"(?<=[^\s、,，/／])(\s+)(?=\S)")
_REMEMBERED, _LONGEST_NAME = 16_384, 3
_SHORT_LAST, _LONGEST_LAST, _SHORTEST_ROW = 6, 16, 14
_LONGEST, _LONGEST_POINTED, _LONGEST_GIVEN, _LONGEST_ABOVE, _SET_OFF = 200, 120, 70, 40, -1
"""`X 提供` ends ordinary sentences too."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a caption says, without its final stop, and the bare name of who made the picture."""

    text: str
    credit: str | None


@lru_cache(maxsize=_REMEMBERED)
def parse(text: str) -> Parts | None:
    """The parts of a caption; None for a line that is none."""
    if len(text) > _LONGEST:
        return None
    if _HINT.search(text[-12:] if text[-1:] == "。" else text[-45:]):
        credited = _credited(join_spaced(_AGENCY_END.sub("", _EXCEPT.sub("", text))))
        if credited:
            return credited
        if _ONLY_STOCK.fullmatch(text):
            return Parts(text.strip("（）()【】[] "), None)
        if _STOCK_END.search(text):
            return Parts(_bare(_STOCK_END.sub("", text)), None)
        if _HELD.fullmatch(text):
            return Parts(_bare(text), None)
    return Parts(_bare(text), None) if _POINTER.match(text) and len(text) <= _LONGEST_POINTED else None


def _credited(text: str) -> Parts | None:
    for style in STYLES:
        found = style.pattern.search(text)
        if found and _is_person(found):
            words, credit = _apart(text[: found.start()], found["who"])
            if not _bare(words) and _is_told(found, credit):
                return Parts(_bare(credit), None)
            if credit and _is_caption_text(words):
                return Parts(_bare(words), credit)
    return None


_SIGNED = re.compile(r"(?:[题題配插上下左右主中本文]{0,2}[图圖]|[图圖照]片)\s?[：:]")
_BODY = re.compile(rf"(?:{any_of(*_OFFICE)}|IC|CFP|视觉|者|提供|[A-Za-z])$")


def _is_told(found: re.Match[str], who: str) -> bool:
    """`图：车间一角` tells what is seen, and names nobody."""
    if not _SIGNED.match(found[0]) or len(who) <= _LONGEST_NAME or _BODY.search(who):
        return False
    return not all(looks_like_name(name) or "·" in name for name in re.split(r"[\s、，]+", who))


def _is_person(found: re.Match[str]) -> bool:
    """`爱上摄影` is no credit: where nothing sets the name off, it must be built like one."""
    who, start, after = found["who"], found.start("who"), found.string[found.end("who") :]
    if after.lstrip()[:1] in set("图圖") and _NO_PERSON.fullmatch(who.strip()):
        return False
    set_off = after[:1] in " /／|｜)）" or found.string[:start].endswith(("。", "  ")) or start != found.start()
    if after.lstrip().startswith("提供") and (found.string.count("。", 0, start) > 1 or start > _LONGEST_GIVEN):
        return False
    if set_off or not after.startswith(_VERBS) or _OWN_ROLE.match(who):
        return True
    return looks_like_name(_BETWEEN_NAMES.split(who)[-1]) or who.endswith(_OFFICE)


def _apart(words: str, who: str) -> tuple[str, str]:
    """The caption's words and the bare name; words that were taken for a first name go back to the caption."""
    named = _OWN_VERB.sub("", _OWN_LABEL.sub("", who.strip()))
    bare = _OWN_ROLE.sub("", named)
    if bare != named:
        return words, bare.strip(" ，,、（(")
    pieces = _BETWEEN_NAMES.split(named)
    names = pieces[-1]
    while len(pieces) >= 3 and _are_one_credit(pieces[-3], names):
        pieces = pieces[:-2]
        names = f"{pieces[-1]} {names}"
    return f"{words}{''.join(pieces[:-1]).strip()}", names.strip(" ，,、（(")


def _are_one_credit(before: str, names: str) -> bool:
    """Two names, or two English words of one."""
    if before.isascii() and names.isascii():
        return True
    return looks_like_name(before) and looks_like_name(names.split()[0])


def _is_caption_text(words: str) -> bool:
    """A caption tells one thing: a whole paragraph that ends in a name is still prose when it runs long."""
    return words.count("。") <= 2 or (words.count("。") == 3 and len(words) <= 120)


def _bare(text: str) -> str:
    return _PREFIX.sub("", text).strip(" ；©丨（(【[▲△▼▽◀◄↑↓←→|｜/／\\—-,，").rstrip("。.").strip()


def captions(page: Page) -> Page:
    """Lines that end in a photographer's credit, or point at a picture, are captions; a wrapped caption is one."""
    lines = list(page)
    for at, line in enumerate(lines):
        if line.fate or line.mark in {"title", "heading"}:
            continue
        if parse(line.plain):
            first = _first_of_wrapped(lines, at)
            first -= first == at and _tells_picture(lines, at)
        elif _is_last_word(lines, at):
            first = _first_of_wrapped(lines, at - 1)
        elif _is_last_of_name(lines, at):
            lines[at] = line.settled("caption", "photo caption", of=lines[at - 1].of or lines[at - 1].number)
            continue
        else:
            continue
        for index in range(first, at + 1):
            lines[index] = lines[index].settled(
                "caption", "photo caption", of=lines[first].number if index > first else None
            )
    return tuple(lines)


_OF_ALL = re.compile(
    r"\W*(?:本[文版组組]|本[报報](?!.{0,5}[记記通摄攝])|(?<=[（(])本[报報]|以上|文中|(?:均|皆)?[由为為]|[图圖照]?片?[均皆由])"
)
_HALF_CREDIT = re.compile(rf"[。\s](?:{ROLE}|新华社|新華社|中新社)$")


def _tells_picture(lines: Sequence[Line], at: int) -> bool:
    """Whether the line above a bare credit is the caption: one short sentence, set off from the text above it."""
    line, above = lines[at], lines[at - 1] if at else None
    if above is None or line.gap or above.fate or above.mark or len(above.plain) > _LONGEST_ABOVE:
        return False
    if _HALF_CREDIT.search(above.plain):
        return True
    told = parse(line.plain)
    if told is None or told.text or not told.credit or _OF_ALL.match(line.plain):
        return False
    before = next((other for other in reversed(lines[: at - 1]) if other.fate != "boilerplate"), None)
    return (
        _is_one_sentence(above.plain)
        and above.indent <= line.indent
        and (before is None or bool(before.fate) or _is_set_off(before, above))
    )


def _is_set_off(before: Line, line: Line) -> bool:
    return shape.finished(before.plain) or (line.gap and junction.score(before.plain, line.plain) < _SET_OFF)


_SAID = re.compile("[说說称稱示]，")


def _is_one_sentence(text: str) -> bool:
    if text[-1] not in "。." or "。" in text[:-1] or text[0] in "“「" or text[-2:-1] in "”」":
        return False
    return not (shape.is_item(text) or shape.speaker(text) or _SAID.search(text))


def _is_last_word(lines: list[Line], at: int) -> bool:
    """Whether wrapping left only the end of a credit on this line."""
    line, above = lines[at], lines[at - 1] if at else None
    if above is None or line.gap or above.fate or len(line.plain) > _LONGEST_LAST or shape.finished(above.plain):
        return False
    if len(line.plain) > _SHORT_LAST and (above.width < _SHORTEST_ROW or line.plain[-1] in "。！？；："):
        return False
    if not _HINT.search(above.plain[-6:] + line.plain):
        return False
    return parse(f"{above.plain}{' ' * line.text.startswith(_VERBS)}{line.plain}") is not None


def _is_last_of_name(lines: Sequence[Line], at: int) -> bool:
    """Whether wrapping left the last characters of a photographer's name, or of a giver's, on this line."""
    line = lines[at]
    if len(line.plain) > _SHORT_LAST or line.gap or not at or lines[at - 1].fate != "caption":
        return False
    credit = parts(lines[at - 1].plain).credit or ""
    if not credit or lines[at - 1].width < _SHORTEST_ROW or not lines[at - 1].plain.endswith(credit):
        return False
    if credit.isascii():
        return line.plain.isalpha() and line.plain.isascii()
    if line.plain.endswith(_HOUSES):
        return not credit.endswith(_OFFICE)
    return len(line.plain) == 1 and len(credit) == _LONGEST_NAME - 1 and looks_like_name(credit + line.plain)


def _first_of_wrapped(lines: list[Line], at: int) -> int:
    """The index of the line at which a caption that was wrapped begins."""
    while at and not lines[at].gap and _runs_on(lines[at - 1], lines[at]):
        at -= 1
    return at


def _runs_on(before: Line, line: Line) -> bool:
    if before.fate or before.mark or shape.finished(before.plain) or "。" in before.plain:
        return False
    full = 18 <= before.width <= 46 and line.width <= before.width + 3
    return full and junction.score(before.text, line.text) > 1


def parts(text: str) -> Parts:
    """The parts of what is known to be a caption."""
    return parse(text) or Parts(_bare(text), None)
