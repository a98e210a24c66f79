"""Photo captions and credits, in the styles that papers use."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjpub.clean import junction, shape
from zjpub.clean.page import Line, Page
from zjpub.clean.people import NAME, join_spaced, looks_like_name

_ROLE = (
    r"(?:(?:本报|本報|本刊|本网|新华社|新華社|中新社|人民网|新华网|央视|[\u4e00-\u9fff]{2,8}(?:报|報|社|网|台|融媒体?|传媒|客户端))?\s?"
    r"(?:全媒体|融媒体?|见习|实习|首席|特约|特派|摄影|攝影|文字|图片|总|高级)*(?:记者|記者|通讯员|通訊員|摄影师|攝影師|摄影|摄影记者|实习生))"
)
_BODY = r"[\u4e00-\u9fffA-Za-z0-9·“”《》\s]{2,30}?"
_LABEL = r"(?:摄影|攝影|摄影者|图片来源|圖片來源|图片提供|圖片提供|照片来源|照片提供|图源|圖源|图片|圖片|照片|供图|供圖|配图|题图|題圖|头图|图|圖|摄|攝|Photo(?:\s?by)?|制图|製圖|绘图|航拍|资料图|图片版权|拍摄|拍攝)"
_TOOK = r"(?:摄影报道|攝影報道|摄影|攝影|拍摄|拍攝|航拍|摄|攝)"
_EDGE = r"(?:^|(?<=[\s。！？”）)】\]　▲|｜/—，,…\-]))"
_CREDITS = (
    re.compile(
        rf"{_EDGE}(?:新华社|新華社|中新社|[\u4e00-\u9fff]{{2,6}})发\s?[(（]\s?(?P<who>[^()（）]{{2,24}}?)\s?[摄攝]影?\s?[)）][。.]?$"
    ),
    re.compile(
        rf"[(（【\[]\s*(?P<who>[^()（）【】\[\]。，]{{2,36}}?)\s*[/／|]?\s*(?:{_TOOK}|供图|供圖|图|圖)\s*[)）】\]][。.]?$"
    ),
    re.compile(
        rf"[(（【\[]\s*{_LABEL}\s*(?:[：:／/|｜丨]|\sby\s|\s)\s*(?P<who>[^()（）【】\[\]。]{{2,30}})\s*[)）】\]][。.]?$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"[(（【\[]?\s*(?:图片|照片|圖片|本文图片|本版图片|图)[均皆]?由(?P<who>{_BODY})(?:提供|供图|供圖|拍摄)\s*[)）】\]]?[。.]?$"
    ),
    re.compile(
        rf"{_EDGE}{_LABEL}\s*(?:[：:／/|｜丨]|\sby\s)\s*(?P<who>(?:{_ROLE}\s*)?[^。：:]{{2,30}}?)[。.]?$", re.IGNORECASE
    ),
    re.compile(rf"(?:^|(?<=[\s。]))(?:摄影|攝影|摄|攝|供图|供圖|图源|圖源|图片来源|制图|航拍|拍摄)\s+(?P<who>(?:{_ROLE}\s*)?{NAME})[。.]?$"),
    re.compile(
        rf"{_EDGE}(?P<who>{_ROLE}\s*[：:／/]?\s*{NAME}(?:[\s、,，/／&和]+{NAME}){{0,3}}?)\s*[/／|｜]?\s*(?:{_TOOK}|图|圖|供图|供圖)[。.]?$"
    ),
    re.compile(
        rf"{_EDGE}(?P<who>{NAME}(?:(?:[\s、,，/／&和]+){NAME}){{0,3}})\s*[/／|｜]?\s*(?:{_TOOK}|供图|供圖)[。.]?$"
    ),
    re.compile(
        rf"{_EDGE}(?P<who>{NAME}(?:(?:[\s、,，/／&和]+){NAME}){{0,3}})\s*(?:[/／|｜]\s*|\s)(?:图|圖|图片|圖片|照片)[。.]?$"
    ),
    re.compile(r"(?:^|(?<=[\s。（(]))(?P<who>[\u4e00-\u9fffA-Za-z]{2,14})\s?(?:供图|供圖)\s*[)）]?[。.]?$"),
    re.compile(
        rf"{_EDGE}(?P<who>(?:新华社|新華社|中新社)(?=图片|照片|发$)|视觉中国|視覺中國|人民视觉|东方IC|IC\s?photo|CFP|CNSphoto)(?:图片?|照片|发|圖片?)?[)）]?[。.]?$",
        re.IGNORECASE,
    ),
)
_POINTER = re.compile(
    r"^(?:图为|圖為|上图|下图|左图|右图|中图|题图|題圖|主图|图中|上圖|下圖|左圖|右圖|图[①-⑳一二三四五六七八九十\d]{1,2}|圖[①-⑳一二三四五六七八九十\d]{1,2})(?:[：:为為，,\s]|(?<=[为為]))|^[▲△▼▽◀◄](?=\s?\S)"
)
_STOCK = re.compile(
    r"[(（【\[]?\s*(?:资料图片?|資料圖片?|资料照片|網路圖片|网络图片|图片来自网络|图来自网络|示意图|效果图)\s*[)）】\]]?"
)
_LONGEST = 200


_VERBS = ("摄", "攝", "拍", "航")


@dataclass(frozen=True, slots=True)
class Parts:
    """What a caption says, without its final stop, and the bare name of who made the picture."""

    text: str
    credit: str | None


_AGENCY = re.compile(r"(?<=[摄攝图圖影])\s*[(（](?:人民视觉|视觉中国|影像中国|新华社发|资料图片|资料照片|人民图片|东方IC|CFP|IC photo)[)）]$")
_HINT = re.compile(r"[摄攝图圖]|提供|照片|视觉|視覺|IC|CFP|photo", re.IGNORECASE)


def parse(text: str) -> Parts | None:
    """The parts of a caption; None for a line that is none."""
    if len(text) > _LONGEST:
        return None
    text = _AGENCY.sub("", text)
    for pattern in _CREDITS if _HINT.search(text[-45:]) else ():
        found = pattern.search(text)
        if found and _is_person(found):
            words, credit = _apart(text[: found.start("who")], text[: found.start()], found["who"])
            if credit and _is_caption_text(words):
                return Parts(_bare(words), credit)
    if _STOCK.fullmatch(text):
        return Parts(text.strip("（）()【】[] "), None)
    return Parts(_bare(text), None) if _POINTER.match(text) and len(text) <= 120 else None


def _is_person(found: re.Match[str]) -> bool:
    """`爱上摄影` is no credit: where nothing sets the name off, it must be built like one."""
    start, after = found.start("who"), found.string[found.end("who") :]
    set_off = after[:1] in " /／|｜)）" or found.string[:start].endswith(("。", "  ")) or start != found.start()
    return set_off or not after.startswith(_VERBS) or re.match(_ROLE, found["who"]) is not None or looks_like_name(_last(found["who"])) or found["who"].endswith(_OFFICE)


def _last(who: str) -> str:
    return re.split(r"[\s、,，/／]+", who)[-1]


_OFFICE = ("馆", "館", "局", "社", "部", "台", "院", "中心", "公司", "委", "办", "处", "会", "网", "报", "站", "队")


def _apart(upto: str, words: str, who: str) -> tuple[str, str]:
    """Words that were taken for a first name go back to the caption; a name of two characters set apart is one."""
    who = join_spaced(re.sub(rf"^{_LABEL}\s*[：:／/|｜丨]\s*", "", who.strip()))
    bare = re.sub(rf"^(?:{_ROLE}|新华社|新華社|中新社)\s*[：:／/]?\s*(?=\S{{2}})", "", who)
    if bare != who:
        return words, bare.strip(" ，,、（(")
    pieces = re.split(r"(?<=[^\s、,，/／])(\s+)(?=\S)", who)
    names = pieces[-1]
    while len(pieces) >= 3 and looks_like_name(pieces[-3]) and looks_like_name(names.split()[0]):
        pieces = pieces[:-2]
        names = f"{pieces[-1]} {names}"
    rest = "".join(pieces[:-1]).strip()
    return f"{words}{rest}", names.strip(" ，,、（(")


def _is_caption_text(words: str) -> bool:
    """A caption tells one thing: a whole paragraph that ends in a name is still prose when it runs long."""
    return words.count("。") <= 2 or (words.count("。") == 3 and len(words) <= 120)


def _bare(text: str) -> str:
    return text.strip(" （(【[▲△▼▽◀◄|｜/／—-,，").rstrip("。.").strip()


def captions(page: Page) -> Page:
    """Lines that end in a photographer's credit, or point at a picture, are captions; a wrapped caption is one."""
    lines = list(page)
    for at, line in enumerate(lines):
        if line.fate or line.mark in {"title", "heading"}:
            continue
        if parse(line.plain):
            first = _first_of_wrapped(lines, at)
        elif _is_last_word(lines, at):
            first = _first_of_wrapped(lines, at - 1)
        else:
            continue
        for index in range(first, at + 1):
            lines[index] = lines[index].settled(
                "caption", "photo caption", of=lines[first].number if index > first else None
            )
    return tuple(lines)


def _is_last_word(lines: list[Line], at: int) -> bool:
    """Whether wrapping left only the end of a credit on this line."""
    line = lines[at]
    if not at or line.gap or lines[at - 1].fate or len(line.plain) > 6 or not _HINT.search(line.plain):
        return False
    return parse(f"{lines[at - 1].plain}{' ' * line.text.startswith(_VERBS)}{line.plain}") is not None


def _first_of_wrapped(lines: list[Line], at: int) -> int:
    """The index of the line at which a caption that was wrapped begins."""
    while at and not lines[at].gap and _runs_on(lines[at - 1], lines[at]):
        at -= 1
    return at


def _runs_on(before: Line, line: Line) -> bool:
    if before.fate or before.mark or shape.finished(before.plain) or not 18 <= before.width <= 46:
        return False
    return line.width <= before.width + 3 and junction.score(before.text, line.text) > 0


def parts(text: str) -> Parts:
    """The parts of what is known to be a caption."""
    return parse(text) or Parts(_bare(text), None)
