"""Chinese characters → pinyin, by phrase, so that heteronyms are read as a person would read them.

The syllables stand one a Han character, in order, which is all that a page needs to set them over the characters.
"""

from __future__ import annotations

import re

from zjpub import pinyin

HAN = r"\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""The characters that carry a syllable; the reader's script counts with the same ranges."""

_HAN = re.compile(f"[{HAN}]")


def syllables(text: str) -> tuple[str, ...]:
    """One syllable a Han character of `text`, in order; `-` where nobody knows the sound."""
    words = pinyin.cut(text)
    sounds = pinyin.toned(words)
    whole = "".join(words)
    start = 0
    for word in words:
        if word in _PARTICLES:
            sounds[start] = _particle(word, whole[max(0, start - _AROUND) : start], whole[start + 1 :][:_AROUND])
        start += len(word)
    return tuple(sound for sign, sound in zip(whole, sounds, strict=True) if _HAN.match(sign))


def name(text: str) -> str:
    """A person's name as English prints it: `王赛华` → `Wang Saihua`; a name not in Han characters stays as it is."""
    parts = [written(part) for part in re.split("[·•・‧]", text)] if _HAN.search(text) else [text]
    if not all(parts) or _HAN.sub("", "".join(parts)):
        return text.strip()
    if len(parts) > 1:
        return " ".join(pinyin.capital(pinyin.word(part)) for part in parts)
    return pinyin.person(parts[0])


def written(text: str) -> str:
    """A name as Chinese writes it: `何　立`, spaced to stand under longer names, is `何立`."""
    return "".join(text.split()) if _HAN.search(text) else " ".join(text.split())


_PARTICLES = frozenset("地得还只")
_AROUND = 4
_MUST = tuple("还也就都总只又不我你他她们谁")
_GROUND = frozenset("这那该此哪块片亩的在是到买卖有种给分圈让宗")
"""Before a 地 that stands alone, these say that it is the ground; words like 土地 and 占地 come as one."""
_COUNTED = re.compile(r"[\d一二三四五六七八九十百千万亿两几数半这那每]$")


def _particle(word: str, before: str, after: str) -> str:
    """How a one-character word with a second, grammatical sound is read between its neighbours."""
    if word == "地":
        twice = len(before) > 1 and before[-1] == before[-2] and _HAN.match(before[-1])
        adverb = _HAN.search(before[-1:]) and before[-1] not in _GROUND and _HAN.match(after)
        return "de" if twice or (adverb and after[0] not in "的和与及之等上下里内很也都是") else "dì"
    if word == "得":
        if before[-1:] not in _MUST:
            return "de" if _HAN.search(before[-1:]) else "dé"
        return "děi" if _HAN.match(after) and after[0] not in "了过" else "dé"
    if word == "还":
        return "huán" if after.startswith("了") else "hái"
    return "zhī" if _COUNTED.search(before) else "zhǐ"
