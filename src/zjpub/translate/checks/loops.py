"""Runaway repetition, the commonest way in which a small model fails: "the the the", "ha ha ha ha"."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from zjpub import pinyin

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[^\w\s]")
_RUN = re.compile(r"([^\W\d_])\1{4,}|([^\w\s.…=*~-])\2{4,}", re.IGNORECASE)
_INSIDE = re.compile(r"([^\W\d_]{2,5}?)\1{2,}", re.IGNORECASE)
_THRICE = re.compile(r"\b[A-Za-z]*?([a-hj-vyz])\1\1[A-Za-z]*")
_SOUND = re.compile(
    r"(?:[hu]*m+|z+|b?r+|g?r+|[aeou]+[hwrk]*|[ns]o+|s+h*|ye+s+|wa+h*|wo+w|p+s+t+|h?e+y+)", re.IGNORECASE
)
"""What people write as they sound it: hmmm, ahhh."""
_CHINESE_RUN = re.compile(r"(.{1,4}?)\1{2,}")
_LONGEST = 16
_SPOKEN = frozenset(
    {"ha", "he", "very", "no", "bye", "knock", "yes", "la", "woof", "really", "hey", "oh", "ho", "thank", "you"}
)


def loops(zh: str, en: str) -> str:
    """What is said again and again in the English and not in the Chinese, or ""."""
    echoed = min(20, max((len(found[0]) // len(found[1]) for found in _CHINESE_RUN.finditer(zh)), default=1))
    if (run := _RUN.search(en)) and echoed < 3:
        return f'"{run[0][:12]}" is one sign over and over'
    if (inside := _INSIDE.search(en)) and echoed < 3:
        return f'"{inside[0][:24]}" repeats "{inside[1]}"'
    for thrice in _THRICE.finditer(en):
        if echoed < 3 and not _SOUND.fullmatch(thrice[0]) and thrice[0] not in zh:
            return f'"{thrice[0]}" has a letter three times'
    if twice := _twice(zh, en):
        return twice
    words = [word.lower() for word in _WORD.findall(en)]
    return _consecutive(words, echoed) or _scattered(words, zh)


_DOUBLE = re.compile(r"\b([^\W\d_]+)(?:['’]s)? (\1(?:s|es)?)(?:['’]s)?\b", re.IGNORECASE)
_STUTTER = re.compile(
    r"\d(?:(?:st|nd|rd|th){2,})\b|\b[A-Za-z]+thth\b"
    r"|\b([^\W\d_]{3,})-\1-\1\b|\b[a-z]*?(th|in|er|ing|tion|qua)\2{2,}"
)
_SAME_FIGURE = re.compile(r"\b(\d[\d.]*),? \1,? \1\b")
_CHINESE_DOUBLE = re.compile(r"([\u3400-\u9fff]{1,4})\1|([A-Za-z]+) \2")
_MAY_DOUBLE = _SPOKEN | {
    "had",
    "that",
    "bora",
    "so",
    "far",
    "much",
    "many",
    "too",
    "long",
    "wow",
    "well",
    "now",
    "please",
}


def _is_name(zh: str, syllable: str) -> bool:
    """Whether two neighbouring Chinese characters sound like this: 韩寒 is Han Han."""
    return (syllable.lower(),) * 2 in pairwise(pinyin.toneless(zh))


def _twice(zh: str, en: str) -> str:
    """A word straight after itself (school school), or an ending that stutters (21stst), or ""."""
    if (found := _SAME_FIGURE.search(en)) and zh.count(found[1]) < 3:
        return f'"{found[0]}" says a figure over and over'
    if found := _STUTTER.search(en):
        return f'"{found[0]}" stutters'
    echoes = bool(_CHINESE_DOUBLE.search(zh))
    for found in _DOUBLE.finditer(en):
        first, second = found[1], found[2]
        named = first[0].isupper() and second[0].isupper() and (echoes or _is_name(zh, first))
        joined = en[found.end() : found.end() + 1] == "-" or en[found.start() - 1 : found.start()] == "-"
        if not (named or joined or first.lower() in _MAY_DOUBLE or first[0].isupper() < second[0].isupper()):
            return f'"{found[0]}" says a word twice'
    return ""


def _consecutive(words: list[str], echoed: int) -> str:
    """A phrase straight after itself: a word three times, two words three times, four or more words twice."""
    for size in range(1, min(_LONGEST, len(words) // 2) + 1):
        end = 0
        for start in range(len(words) - size * 2 + 1):
            if start < end or words[start] != words[start + size]:
                continue
            phrase = words[start : start + size]
            allowed = _allowed(phrase)
            times = 1
            while words[start + size * times : start + size * (times + 1)] == phrase:
                times += 1
            end = start + size * (times - 1)
            limit = max(allowed, echoed + 2) if echoed >= 2 or set(phrase) <= _SPOKEN else allowed
            if times >= limit and (size != 3 or times > 2 or "," not in phrase):
                return f'"{" ".join(phrase)}" stands {times} times in a row'
    return ""


def _allowed(phrase: list[str]) -> int:
    """How often a phrase may not stand in a row: words sooner than figures, and marks as often as one likes."""
    if any((len(word) > 1 and word[0].isalpha()) or word in ("a", "i") for word in phrase):
        return 3 if len(phrase) <= 2 else 2
    return 4 if any(word[0].isalnum() for word in phrase) else 10**6


def _scattered(words: list[str], zh: str) -> str:
    """The same four words again and again with others between: more often than the Chinese repeats itself."""
    if len(words) < 16:
        return ""
    counts = Counter(tuple(words[i : i + 4]) for i in range(len(words) - 3))
    phrase, times = counts.most_common(1)[0]
    chinese = Counter(zh[i : i + 4] for i in range(len(zh) - 3))
    limit = max(4, max(chinese.values(), default=1) + 2)
    if times >= limit and sum(word[0].isalpha() for word in phrase) >= 3:
        return f'"{" ".join(phrase)}" stands {times} times'
    return ""
