"""Up said for down: a rise that the translation turns into a fall, or the reverse. Silent where both are said."""

from __future__ import annotations

import re

_RISES_ZH = re.compile(
    "增长|增加|增至|上升|上涨|上浮|提高|提升|升至|涨|扩大|攀升|回升|增幅|翻番|翻了?一番|递增|走高|贵了"
)
_FALLS_ZH = re.compile(
    "下降|下跌|下滑|下调|减少|减至|降低|降至|跌|降幅|缩减|缩短|缩小|收窄|回落|萎缩|便宜了|走低|负增长|腰斩|减半"
)
_RISES_EN = re.compile(
    r"\b(?:rose|ris(?:e|es|en|ing)|increas\w*|grew|gr(?:ow|own|ows|owth|owing)|climb\w*|up|gain\w*|jump\w*|surg\w*|soar\w*"
    r"|rais\w*|higher|expan\w*|more expensive|\d[\d.,]{0,12}(?:%| percent)? more|doubl\w*|tripl\w*)\b",
    re.IGNORECASE,
)
_FALLS_EN = re.compile(
    r"\b(?:f[ae]ll\w*|drop\w*|declin\w*|decreas\w*|down\w*|cut\w*|reduc\w*|lower\w*|slash\w*|shr[aiu]nk\w*|less|fewer|cheap\w*"
    r"|narrow\w*|short\w*|slow\w*|eas(?:ed?|es|ing)|dip\w*|slid\w*|slip\w*|slump\w*|lost|los[es]\w*|shed\w*|plung\w*|plummet\w*|halv\w*|half"
    r"|contract\w*|below|minus|negative|sav\w*|trim\w*|weak\w*|smaller|retreat\w*|sink\w*|sank|curb\w*)\b",
    re.IGNORECASE,
)


_TURNED = re.compile(
    r"\b(?:fell|fallen|drop(?:s|ped)?|declin\w+|decreas\w+|down \d[\d.,]*|shrank|slumped|plunged)\b", re.IGNORECASE
)


def trend(zh: str, en: str) -> str:
    """What goes the wrong way, or ""."""
    up, down = _RISES_ZH.search(zh), _FALLS_ZH.search(zh)
    rise = _RISES_EN.search(en)
    if down and not up and rise and not _FALLS_EN.search(en):
        return f'{down[0]} is a fall; English says "{rise[0]}"'
    if up and not down and not rise and (fall := _TURNED.search(en)):
        return f'{up[0]} is a rise; English says "{fall[0]}"'
    return ""
