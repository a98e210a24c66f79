"""What a line looks like: whether it is finished, a list item, a question, a headline, prose."""

from __future__ import annotations

import re

from zjpub.clean.names import looks_like_name
from zjpub.clean.remembering import remembered

CLOSERS = "”’」』）)】》〉〕］]\"'"
_END_MARKS = CLOSERS + "“「 ■□●◆▲★◎"
"""What may follow the last stop: a closing mark, the wrong quotation mark, the square with which magazines end."""
_STOPS = "。！？!?…"
_URL_END = re.compile(r"(?:https?://|www\.)[\x21-\x7e]+$|[\w.+-]+@[\w-]+\.[\w.]+$", re.ASCII)
_NOTE = re.compile(r"(?<=[。！？])(?:[（(][^（）()]{1,30}[)）])+$")
_BRACKETED = re.compile(r"[（(【\[][^（）()【】\[\]]*[)）】\]]")
_ITEM = re.compile(
    r"[（(]?\d{1,3}[)）.、．](?!\d)|\d{1,2}。(?=[\u4e00-\u9fff])|[①-⑳⑴-⒛❶-❿㈠-㈩]|[（(][一二三四五六七八九十]{1,3}[)）]"
    r"|[一二三四五六七八九十]{1,3}[、.．]|[一二三四五六七八九十][问問]："
    r"|第[一二三四五六七八九十\d]{1,3}(?:[步条條章节節项項]\s*[：:、，,\s]|[：:、])|[壹贰叁肆伍陆柒捌玖拾][、.．]"
    r"|[•●○■□◆◇▪▸►‣∙✓√☆★※](?=\s?\S)|[·*+\-–](?=\s\S|[\u4e00-\u9fff])"
    r"|[A-Za-z][.、)）](?=\s?[\u4e00-\u9fff])|——(?=\S)"
)
_COUNTS_ON = re.compile("[①-⑲⑴-⒆](?=.*[②-⑳⑵-⒇])")
_COUNTED_OFF = re.compile("[一二三四五六七八九十](?=是)")
_LOOSE_ITEM = re.compile(r"——|[·*+\-–]|第|\d{1,2}。")
_ORNAMENT = re.compile(r"^(?:[■●▲◆★▼□○◇☆※►▶▌▍▎❖◎➤☞\s]|#(?![^#\s]+#))+|[■●▲◆★▼□○◇☆◀◄❖◎\s]+$")
_ORNAMENTS = frozenset("■●▲◆★▼□○◇☆※►▶▌▍▎❖◎➤☞#◀◄ \t\u3000\xa0")
_BOXED = re.compile(r"【([^【】]{1,30})】|〖([^〖〗]{2,30})〗|——?([^—，。]{2,12})——?")
_SPEAKER = re.compile(
    r"@?(?:[\u4e00-\u9fff·]{1,8}|[\u4e00-\u9fff]{0,3}\d{1,4}[年月日号时][\u4e00-\u9fff\d]{0,5}|[\u4e00-\u9fff]{0,6}(?:《[^《》：]{1,14}》|“[^“”：]{1,8}”)[\u4e00-\u9fff]{0,4}|[A-Z][\w.]{0,12}|[QA]\d{0,2})(?:[（(][^（）()]{1,12}[)）])?[：:]"
)
_NEVER_LAST = frozenset("把被由与與和及或从從将將以而且但并並几幾")
_WHOLE_WORD = re.compile(
    r"(?:[来來]得|[来來]不|[普涉遍波危提追企]|[顾顧触觸])及$|[参參]与$|參與$|[火拖]把$|[祥温溫柔缓随饱平谦共]和$"
    r"|[自理缘事因]由$|[服听顺随]从$|[大小老名健强干门主女]将$|[合一归兼]并$|[棉草植]被$"
)
"""Words that end in one of these and need no other."""
_OFFICE = re.compile("[长長任员員授士师師席理监監官记記者人]$")
_LEAD = re.compile(
    r"[【\[（(]?(?:本报|本報|本刊|本网|新华社|新華社|中新社|新华网|人民网|据)[^，。]{0,16}(?:讯|訊|电|電|消息|报道)"
)
_FROM_TO = re.compile(r"[从從由].{1,12}[到至]")
_ASKED = re.compile(
    r"[【\[][问問答][】\]]|(?:问|問|答|Q\d{0,2}|A\d{0,2}|记者|記者|主持人|采访者|受访者|提问|回答|甲|乙|丙|丁|旁白|众|学生|老师)[：:]"
)


@remembered
def ended(text: str) -> bool:
    """Whether it closes with a full stop of some kind."""
    if text[-1:] in _STOPS:
        return True
    if text[-1:] == "“" and text.count("“") == text.count("”") + 1:
        return False
    bare = (_NOTE.sub("", text) if text[-1] in ")）" else text).rstrip(_END_MARKS)
    if bare.endswith(" .") or (bare.endswith("—") and bare != text):
        return True
    return bare[-1:] in _STOPS or (bare[-1:] == "." and bare[-2:-1] not in {"", ".", " "}) if bare else True


def finished(text: str) -> bool:
    """Whether it may stand as it is: a stop, a colon, a semicolon or an address at its end, or brackets round it."""
    return (
        ended(text)
        or (text[0] in "（(【[" and bool(_BRACKETED.fullmatch(text)))
        or text.rstrip(CLOSERS + " ")[-1:] in "：；:;"
        or (text[-1].isascii() and bool(_URL_END.search(text[-200:])))
    )


@remembered
def is_item(text: str) -> bool:
    """A list item, or a numbered or ornamented heading."""
    return bool(_ITEM.match(text))


def is_loose_item(text: str) -> bool:
    """An item whose mark may as well open the second half of a broken line."""
    return bool(_LOOSE_ITEM.match(text))


def counts_on(text: str) -> bool:
    """A row that opens with `①` and goes on with `②`: it counts inside a sentence."""
    return bool(_COUNTS_ON.match(text))


def item_kind(text: str) -> str:
    """What kind of mark a list item has, so that the items of one list can be told from another's."""
    found = _ITEM.match(text) or _COUNTED_OFF.match(text)
    return (
        re.sub(r"[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]+", "N", re.sub(r"\d+|[①-⑳❶-❿]", "0", found[0]))
        if found
        else ""
    )


@remembered
def speaker(text: str) -> str:
    """The name before a colon at the start of a line of dialogue."""
    found = _SPEAKER.match(_label_closed(text))
    return found[0][:-1] if found else ""


_SPREAD_LABEL = re.compile("[\u4e00-\u9fff]{1,4}(?: [\u4e00-\u9fff]{1,4}){1,4}(?=：)")


def _label_closed(text: str) -> str:
    """`记 者：` is the label `记者：`: the spaces in it come from justified print."""
    spread = _SPREAD_LABEL.match(text) if " " in text[1:5] else None
    return spread[0].replace(" ", "") + text[spread.end() :] if spread else text


def is_asked(text: str) -> bool:
    """A line that opens with 问：, 答：, 记者： and their like."""
    return bool(_ASKED.match(_label_closed(text)))


def unornamented(text: str) -> str:
    """A heading without the square, dot or box that marks it as one."""
    boxed = _BOXED.fullmatch(text)
    if boxed:
        return boxed[1] or boxed[2] or boxed[3]
    if text[:1] not in _ORNAMENTS and text[-1:] not in _ORNAMENTS:
        return text
    return _ORNAMENT.sub("", text) or text


def is_ornamented(text: str) -> bool:
    """A heading set off by a square, a dot or a box."""
    return unornamented(text) != text


def unbalanced(text: str) -> bool:
    """Whether a quotation or a bracket is left open or closed without an opening."""
    return bool(_PAIRED.search(text)) and any(
        text.count(opening) != text.count(closing)
        for opening, closing in ("“”", "（）", "《》", "「」", "『』", "【】")
    )


_LATIN = re.compile(r"\s?[A-Za-z0-9][\w.'+-]*(?<![\u4e00-\u9fff])\s?", re.ASCII)


def units(text: str) -> int:
    """How long it is to a reader: an English word or a number is about as long as two Chinese characters."""
    return len(_LATIN.sub("字字", text)) if any(map(str.isascii, text)) else len(text)


def _roomy(text: str) -> int:
    """How long a headline of one phrase may be: a numbered one may be long, one with a comma is soon a sentence."""
    if _ITEM.match(text):
        return 36
    return 22 if re.search(r"[，：、]", text) and not _FROM_TO.match(text) else 28


_BRIEF, _CALL = 7, 13
_ASKS_OR_CALLS = frozenset("吗呢嗎么麼？！")
_LEADS_ON = re.compile(
    r"(?:那|这|可|但|于是|於是|结果|結果|然而|所以|其实|其實|不过|不過|难道|難道|因此|后来|当时|接着)[^，]{0,3}，"
)
"""A question or a call that goes on with a story, and heads nothing."""


def is_even(text: str) -> bool:
    """Whether it has no comma, or one between two halves of like length, as headings have."""
    label, _, told = text.rpartition("：")
    halves = (text if "，" in label else told).split("，")
    if len(halves) != 2:
        return len(halves) == 1
    first, second = map(units, halves)
    if len(text) <= _CALL and min(first, second) >= 2 and text[-1] in _ASKS_OR_CALLS and not _LEADS_ON.match(text):
        return True
    brief = len(text) <= _BRIEF and not sets_out(text)
    return (brief or min(first, second) >= 3) and abs(first - second) <= 4


def _in_phrases(text: str) -> bool:
    """Whether spaces part it into phrases, or into English words."""
    pieces = text.split()
    return len(pieces) > 1 and all(len(piece) >= 3 or piece.isascii() for piece in pieces)


_PAIRED = re.compile("[“”（）《》「」『』【】]")
_STOP_INSIDE, _ANY_WORD = re.compile(r"[。；]|[〔\[【]\d{4}[〕\]】]\s?\d+号"), re.compile(r"[\u4e00-\u9fffA-Za-z0-9]")


def _is_one_call(text: str) -> bool:
    """Whether a question or a call is short enough to head something; two in a row are a paragraph's, unless brief."""
    if len(text) > _CALL and ("，" in text or re.search("[？！]", text[:-1])):
        return False
    return len(text) <= 22 and ("，" not in text or is_even(text))


@remembered
def is_headline(text: str, longest: int) -> bool:
    """Short, without a full stop inside or a comma's end, not a list and not half of something."""
    if not 2 <= len(text) <= longest or text[-1] in "。，、；,;：:…" or _STOP_INSIDE.search(text):
        return False
    if text[-1] in "？！?!" and not _is_one_call(text):
        return False
    if not _ANY_WORD.search(text) or text.count("，") > 2 or unbalanced(text):
        return False
    if units(text) > _roomy(text) and not _in_phrases(text):
        return False
    if text.rstrip(CLOSERS)[-1:] in {"。", ".", "…"}:
        return False
    if text[0] in "“「" and text[-1] in "”」" and (ended(text) or text[-2] == "—"):
        return False
    return not (is_lead(text) or text[0] in "，。、；：？！）”》" or is_asked(text))


def is_lead(text: str) -> bool:
    """A paragraph that opens with whence the news was sent."""
    return bool(_LEAD.match(text))


def is_office_and_name(text: str) -> bool:
    """A speaker with the office before the name, as under the title of a speech."""
    office, _, name = text.partition(" ")
    return bool(_OFFICE.search(office)) and looks_like_name(name.replace(" ", ""))


_SETS_OUT = re.compile(
    r"[^，]{1,12}(?:[来來后後前里裡中上下时時月年日天午晨晚]|[说說称稱示释釋]|认为|認為|介绍|介紹|指出|发现|發現)，"
)


def sets_out(text: str) -> bool:
    """Whether it says when, where or who says so before its first comma, as a sentence does and no heading."""
    return bool(_SETS_OUT.match(text))


def wants_more(text: str) -> bool:
    """Whether it ends in a word that needs another one, as no heading does."""
    return text[-1] in _NEVER_LAST and not _WHOLE_WORD.search(text[-3:])


def is_prose(text: str) -> bool:
    """A paragraph's worth of words."""
    return len(text) >= 16 and (ended(text) or len(text) >= 36 or text[-1:] in "：；，、")
