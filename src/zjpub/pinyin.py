"""Chinese characters → pinyin, from one dictionary for all stages, so that a name is spelt alike in byline and text.

pypinyin has one dictionary a process: were our phrases loaded by the first page that needs them, what was read before
would differ from what is read after. Nobody else imports it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache
from typing import cast

# Common words of the news that pypinyin reads by the character's commonest sound.
_PHRASES = {
    "长三角": "cháng sān jiǎo", "散发": "sàn fā", "结实": "jiē shi", "还书": "huán shū", "还款": "huán kuǎn",
    "还钱": "huán qián", "还清": "huán qīng", "增长点": "zēng zhǎng diǎn", "长势": "zhǎng shì", "见长": "jiàn zhǎng",
    "为民": "wèi mín", "区区": "qū qū", "重修": "chóng xiū", "重建": "chóng jiàn", "重返": "chóng fǎn",
    "重启": "chóng qǐ", "行业": "háng yè", "同行业": "tóng háng yè", "央行": "yāng háng", "商行": "shāng háng",
    "乐山": "lè shān", "六安": "lù ān", "蚌埠": "bèng bù", "台州": "tāi zhōu", "亳州": "bó zhōu", "番禺": "pān yú",
    "朝阳升": "zhāo yáng shēng", "曲阜": "qū fù", "长安": "cháng ān", "长春": "cháng chūn", "长沙": "cháng shā",
}  # fmt: skip

# Surnames of two characters, and those that are read otherwise than the character alone.
_DOUBLE = {
    "欧阳": "ouyang", "司马": "sima", "上官": "shangguan", "诸葛": "zhuge", "司徒": "situ", "东方": "dongfang",
    "尉迟": "yuchi", "皇甫": "huangfu", "慕容": "murong", "公孙": "gongsun", "令狐": "linghu", "宇文": "yuwen",
    "长孙": "zhangsun", "端木": "duanmu", "夏侯": "xiahou", "申屠": "shentu", "南宫": "nangong", "独孤": "dugu",
    "东郭": "dongguo", "呼延": "huyan", "万俟": "moqi", "澹台": "tantai", "轩辕": "xuanyuan", "闻人": "wenren",
    "太史": "taishi", "歐陽": "ouyang", "司馬": "sima", "諸葛": "zhuge", "東方": "dongfang", "尉遲": "yuchi",
    "公孫": "gongsun", "長孫": "zhangsun", "南宮": "nangong", "獨孤": "dugu", "東郭": "dongguo", "萬俟": "moqi",
    "澹臺": "tantai", "軒轅": "xuanyuan", "聞人": "wenren",
}  # fmt: skip
_SURNAMES = {
    "单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "区": "ou", "查": "zha", "任": "ren", "华": "hua",
    "朴": "piao", "翟": "zhai", "盖": "ge", "缪": "miao", "宁": "ning", "种": "chong", "纪": "ji", "召": "shao",
    "折": "she", "员": "yun", "繁": "po", "秘": "bi", "尉": "wei", "乐": "yue", "黑": "he", "重": "chong",
    "哈": "ha", "冼": "xian", "逄": "pang", "么": "yao", "长": "zhang", "车": "che", "石": "shi", "柏": "bai",
    "燕": "yan", "应": "ying", "於": "yu", "洗": "xian", "覃": "qin", "晟": "cheng", "俞": "yu", "贾": "jia",
    "沈": "shen", "曲": "qu", "葛": "ge", "强": "qiang", "盛": "sheng", "晁": "chao", "逯": "lu", "佘": "she",
    "單": "shan", "區": "ou", "華": "hua", "蓋": "ge", "繆": "miao", "寧": "ning", "紀": "ji", "員": "yun",
    "樂": "yue", "長": "zhang", "車": "che", "應": "ying", "賈": "jia", "強": "qiang",
}  # fmt: skip
DOUBLE_SURNAMES: Collection[str] = _DOUBLE.keys()


def person(name: str) -> str:
    """A Chinese person's name as passports and papers write it: 李华刚 → Li Huagang, 吕建安 → Lyu Jian'an."""
    cut = 2 if len(name) > 2 and name[:2] in _DOUBLE else 1
    family, given = name[:cut], name[cut:]
    sounds = (_DOUBLE | _SURNAMES).get(family) or word(family)
    return " ".join(capital(sound) for sound in (sounds, word(given)) if sound)


def word(han: str) -> str:
    """Its pinyin in one word, without tones, with an apostrophe where it would be read wrongly without one: xi'an."""
    text = ""
    for syllable in toneless(han):
        text += ("'" if text and syllable[:1] in "aoe" else "") + syllable.replace("ü", "yu")
    return text


def capital(text: str) -> str:
    """With its first letter large."""
    return text[:1].upper() + text[1:]


def toneless(text: str, other: str | Callable[[str], str] = "default") -> list[str]:
    """A syllable without tone a Han character, read by phrase; `other`: what becomes of the rest, as pypinyin says."""
    from pypinyin import Style, lazy_pinyin

    _load_phrases()
    return lazy_pinyin(text, style=Style.NORMAL, v_to_u=True, errors=other)


def toned(words: list[str]) -> list[str]:
    """One sound a character, Han or not (`-` where nobody knows it), each word read as a phrase."""
    from pypinyin import Style, pinyin

    _load_phrases()
    # pypinyin takes a list, one sound a character, though its types say a string.
    unknown = cast("Callable[[str], str]", lambda run: ["-"] * len(run))
    read = pinyin(words, style=Style.TONE, errors=unknown)
    if len(read) != sum(map(len, words)):
        read = [pinyin(sign, style=Style.TONE, errors=unknown)[0] for word in words for sign in word]
    return [sound[0] for sound in read]


def cut(text: str) -> list[str]:
    """The text as the words of the dictionary."""
    from pypinyin.seg import mmseg

    _load_phrases()
    return list(mmseg.seg.cut(text))


def phrases() -> Collection[str]:
    """All words of the dictionary: those that a character has several sounds in."""
    from pypinyin.constants import PHRASES_DICT

    _load_phrases()
    return PHRASES_DICT.keys()


@cache
def _load_phrases() -> None:
    from pypinyin import load_phrases_dict

    load_phrases_dict({phrase: [[sound] for sound in sounds.split()] for phrase, sounds in _PHRASES.items()})
