"""What a caption says and who made the picture, in the styles that papers use."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjpub.clean.credits_of_photos import LABEL, ROLE, STYLES
from zjpub.clean.names import join_spaced, looks_like_name
from zjpub.clean.remembering import remembered
from zjpub.clean.vocabulary import any_of

VERBS = ("摄", "攝", "拍", "航", "绘")
OFFICE = ("馆", "館", "局", "社", "部", "台", "院", "中心", "公司", "委", "办", "处", "会", "网", "报", "站", "队")
HINT = re.compile(r"[摄攝图圖绘画畫©拍藏]|提供|照片|社发|视觉|視覺|IC|CFP|photo", re.IGNORECASE)
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
_STRAY_SPACE = re.compile(
    "|".join(
        " ?".join(word)
        for word in ("本报", "图片由", "圖片由", "記者", "记者", "通讯员", "通訊員", "摄影", "攝影", "供图", "提供")
    )
)
_INSIDE = re.compile("(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
_BETWEEN_NAMES = re.compile(r"(?<=[^\s、,，/／])(\s+)(?=\S)")
_LONGEST_NAME = 3
_LONGEST, _LONGEST_POINTED, _LONGEST_GIVEN = 200, 120, 70
"""`X 提供` ends ordinary sentences too."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a caption says, without its final stop, and the bare name of who made the picture."""

    text: str
    credit: str | None


@remembered
def parse(text: str) -> Parts | None:
    """The parts of a caption; None for a line that is none."""
    if len(text) > _LONGEST:
        return None
    if HINT.search(text[-12:] if text[-1:] == "。" else text[-45:]):
        credited = _credited(join_spaced(_AGENCY_END.sub("", _EXCEPT.sub("", _whole_words(text)))))
        if credited:
            return credited
        if _ONLY_STOCK.fullmatch(text):
            return Parts(text.strip("（）()【】[] "), None)
        if _STOCK_END.search(text):
            return Parts(_bare(_STOCK_END.sub("", text)), None)
        if _HELD.fullmatch(text):
            return Parts(_bare(text), None)
    return Parts(_bare(text), None) if _POINTER.match(text) and len(text) <= _LONGEST_POINTED else None


def _whole_words(text: str) -> str:
    """The words that name a duty closed up, where a space of justified print strayed into them."""
    return _STRAY_SPACE.sub(lambda found: found[0].replace(" ", ""), text) if " " in text else text


def _credited(text: str) -> Parts | None:
    for style in STYLES:
        found = style.pattern.search(text)
        if found and _is_person(found):
            words, credit = _apart(text[: found.start()], _giver(found))
            if not _bare(words) and _is_told(found, credit):
                return Parts(_bare(credit), None)
            if credit and _is_caption_text(words):
                return Parts(_bare(words), credit)
    return None


_SIGNED = re.compile(r"(?:[题題配插上下左右主中本文]{0,2}[图圖]|[图圖照]片)\s?[：:]")
_BODY = re.compile(rf"(?:{any_of(*OFFICE)}|IC|CFP|视觉|者|提供|[A-Za-z])$")


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
    if set_off or not after.startswith(VERBS) or _OWN_ROLE.match(who):
        return True
    return looks_like_name(_BETWEEN_NAMES.split(who)[-1]) or who.endswith(OFFICE)


def _giver(found: re.Match[str]) -> str:
    """Who made the picture: between `由` and `提供` all of it is a name, and spaces that part no names are stray."""
    who = found["who"]
    if " " not in who or found.string[found.start("who") - 1] != "由" or all(map(looks_like_name, who.split())):
        return who
    return _INSIDE.sub("", who)


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


def parts(text: str) -> Parts:
    """The parts of what is known to be a caption."""
    return parse(text) or Parts(_bare(text), None)
