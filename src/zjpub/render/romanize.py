"""Chinese characters → pinyin, by phrase, so that heteronyms are read as a person would read them.

The syllables stand one a Han character, in order, which is all that a page needs to set them over the characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import cast

HAN = r"\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""The characters that carry a syllable; the reader's script counts with the same ranges."""

_HAN = re.compile(f"[{HAN}]")

# Common words of the news that pypinyin reads by the character's commonest sound.
_PHRASES = {
    "长三角": "cháng sān jiǎo", "散发": "sàn fā", "结实": "jiē shi", "还书": "huán shū", "还款": "huán kuǎn",
    "还钱": "huán qián", "还清": "huán qīng", "增长点": "zēng zhǎng diǎn", "长势": "zhǎng shì", "见长": "jiàn zhǎng",
    "为民": "wèi mín", "区区": "qū qū", "重修": "chóng xiū", "重建": "chóng jiàn", "重返": "chóng fǎn",
    "重启": "chóng qǐ", "行业": "háng yè", "同行业": "tóng háng yè", "央行": "yāng háng", "商行": "shāng háng",
    "乐山": "lè shān", "六安": "lù ān", "蚌埠": "bèng bù", "台州": "tāi zhōu", "亳州": "bó zhōu", "番禺": "pān yú",
    "朝阳升": "zhāo yáng shēng", "曲阜": "qū fù", "长安": "cháng ān", "长春": "cháng chūn", "长沙": "cháng shā",
}  # fmt: skip

_SURNAMES = {
    "单": "shàn", "曾": "zēng", "解": "xiè", "仇": "qiú", "区": "ōu", "查": "zhā", "任": "rén", "华": "huà",
    "朴": "piáo", "翟": "zhái", "盖": "gě", "缪": "miào", "宁": "nìng", "种": "chóng", "纪": "jǐ", "召": "shào",
    "折": "shé", "员": "yùn", "繁": "pó", "秘": "bì", "尉": "wèi", "乐": "yuè", "黑": "hè", "重": "chóng",
    "哈": "hǎ", "冼": "xiǎn", "逄": "páng", "么": "yāo", "长": "zhǎng", "车": "chē", "石": "shí", "柏": "bǎi",
    "燕": "yān", "应": "yīng", "於": "yū", "洗": "xiǎn", "覃": "qín", "晟": "chéng", "俞": "yú", "贾": "jiǎ",
    "沈": "shěn", "曲": "qū", "葛": "gě", "强": "qiáng", "万俟": "mò qí", "尉迟": "yù chí", "令狐": "líng hú",
    "长孙": "zhǎng sūn", "澹台": "tán tái", "夏侯": "xià hóu", "欧阳": "ōu yáng", "上官": "shàng guān",
    "司马": "sī mǎ", "诸葛": "zhū gě", "东方": "dōng fāng", "皇甫": "huáng fǔ", "公孙": "gōng sūn",
    "慕容": "mù róng", "宇文": "yǔ wén", "司徒": "sī tú", "轩辕": "xuān yuán", "端木": "duān mù",
    "南宫": "nán gōng", "独孤": "dú gū", "呼延": "hū yán", "闻人": "wén rén", "太史": "tài shǐ",
}  # fmt: skip

_PLAIN = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ", "aaaaeeeeiiiioooouuuuüüüünnnm")


def syllables(text: str) -> tuple[str, ...]:
    """One syllable a Han character of `text`, in order; `-` where nobody knows the sound."""
    words = _words(text)
    sounds = _sounds(words)
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
        return " ".join(_as_one(_sounds([part])) for part in parts)
    length = 2 if len(parts[0]) > 2 and parts[0][:2] in _SURNAMES else 1
    surname, given = parts[0][:length], parts[0][length:]
    sounds = _SURNAMES[surname].split() if surname in _SURNAMES else _sounds([surname])
    return " ".join(_as_one(part) for part in (sounds, _sounds([given]) if given else []) if part)


def written(text: str) -> str:
    """A name as Chinese writes it: `何　立`, spaced to stand under longer names, is `何立`."""
    return "".join(text.split()) if _HAN.search(text) else " ".join(text.split())


def _as_one(sounds: list[str]) -> str:
    """`["sài", "huá"]` → `Saihua`; an apostrophe where a syllable begins with a vowel (`Ya'an`)."""
    plain = [sound.translate(_PLAIN) for sound in sounds]
    joined = (f"'{sound}" if place and sound[0] in "aeo" else sound for place, sound in enumerate(plain))
    return "".join(joined).capitalize()


def _words(text: str) -> list[str]:
    from pypinyin.seg import mmseg

    _load_phrases()
    return list(mmseg.seg.cut(text))


def _sounds(words: list[str]) -> list[str]:
    """One sound a character, Han or not, each word read as a phrase."""
    from pypinyin import Style, pinyin

    _load_phrases()
    # pypinyin takes a list, one sound a character, though its types say a string.
    unknown = cast("Callable[[str], str]", lambda run: ["-"] * len(run))
    read = pinyin(words, style=Style.TONE, errors=unknown)
    if len(read) != sum(map(len, words)):
        read = [pinyin(sign, style=Style.TONE, errors=unknown)[0] for word in words for sign in word]
    return [sound[0] for sound in read]


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


@cache
def _load_phrases() -> None:
    from pypinyin import load_phrases_dict

    load_phrases_dict({word: [[sound] for sound in sounds.split()] for word, sounds in _PHRASES.items()})
