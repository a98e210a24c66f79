"""Words that turn a sentence round when their opposite stands for them: denied for admitted, 阴性 for positive.

A row speaks where its Chinese stands and its wrong English does, with none of the words that would make it right.
"""

from __future__ import annotations

import re

_NOT = r"not|no|never|none|nobody|nothing|without|neither|nor|cannot|un\w+|\w+n['’]t"
# Chinese | what English must not say alone | what makes it right; * is any ending
_TABLE = """
否认 | admit* acknowledg* confirm* concede* | den* refut* reject* disput* dismiss* disclaim*
(?:不|没有|并未)(?:建议|推荐|主张|提倡) | recommend* suggest* advis* advocat* | against discourag*
驳回|否决 | uphold* upheld accept* approv* grant* | \
dismiss* reject* overrul* turn* den* veto* refus* quash* throw* overturn* strike struck
(?:无|没有|未造成)人?员?(?:受伤|死亡|伤亡|遇难|失踪|被困) | \
injur* casualt* kill* dead died hurt death deaths missing trapped | zero free safe* nil
阴性 | positive* | negative*
阳性 | negative* | positive*
(?<!不)拒绝 | accept* agreed welcom* | refus* reject* declin* den* turn* rebuff* resist* unwilling
(?<![不没未])取消 | held took takes | \
cancel* call* scrap* abolish* remov* lift* drop* eliminat* axed repeal* withdr* revok* abandon*
(?<![不没未])反对(?!党) | support* endors* favor* | oppos* against object* disagree* reject* protest* anti* resist*
并非没有|不是没有 | has-no have-no had-no is-no are-no was-no were-no | without some
"""


def _words(stems: str) -> str:
    return "|".join(stem.replace("*", r"\w*").replace("-", " ") for stem in stems.split())


def _rows() -> tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...]:
    rows = []
    for line in _TABLE.strip().splitlines():
        chinese, wrong, right = line.split(" | ")
        denied = "" if "-no" in wrong else f"|{_NOT}"
        rows.append(
            (
                re.compile(chinese),
                re.compile(rf"\b(?:{_words(wrong)})\b", re.IGNORECASE),
                re.compile(rf"\b(?:{_words(right)}{denied})\b", re.IGNORECASE),
            )
        )
    return tuple(rows)


_ROWS = _rows()


def opposites(zh: str, en: str) -> str:
    """What English says the opposite of, or ""."""
    for chinese, wrong, right in _ROWS:
        if (found := chinese.search(zh)) and (said := wrong.search(en)) and not right.search(en):
            return f'{found[0]} is turned round; English says "{said[0]}"'
    return ""
