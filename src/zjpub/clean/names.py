"""What a person's name looks like in print."""

from __future__ import annotations

import re

_HAN = "[\\u4e00-\\u9fff]"
_FOREIGN = rf"{_HAN}{{1,6}}(?:·{_HAN}{{1,8}})+"
_LATIN_WORD = r"[A-Z](?:['’][A-Z])?[A-Za-z.\-]+"
_LATIN = rf"{_LATIN_WORD}(?:\s{_LATIN_WORD}){{0,3}}"
_MIXED = rf"[A-Z][a-z]+\s?{_HAN}(?!{_HAN})"
NAME = rf"(?:{_MIXED}|{_HAN}{{2,4}}(?:·{_HAN}{{1,8}})*|{_HAN}\s+{_HAN}|{_FOREIGN}|{_LATIN})"
NAMES = rf"{NAME}(?:[\s、,，/／&和]+{NAME})*"

_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白"
    "邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包"
    "宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫"
    "费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳"
    "諸王張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭葉蘇呂盧鍾譚陸賈韋鄒閻龍陶賀顧龔邵萬錢嚴湯莊聶魯歐關蘭寧紀畢單藍華農簡車連麥婁竇黨宮費衛閔鄔邊師倉榮"
)
_COMPOUND = (
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "司徒",
    "夏侯",
    "端木",
    "歐陽",
    "司馬",
)
_WITH_DOT = re.compile(_FOREIGN)
_PLACES = "河湖山园馆城桥村镇县市区省路街站港口岸滩寺塔楼厂店校院田谷海岛江"


def looks_like_name(text: str) -> bool:
    """Whether two to four characters are built like a person's name."""
    if text.startswith(_COMPOUND):
        return 3 <= len(text) <= 4
    return (2 <= len(text) <= 3 and text[0] in _SURNAMES and text[-1] not in _PLACES) or bool(_WITH_DOT.fullmatch(text))


def apart(piece: str) -> tuple[str, ...]:
    """Two names between which the space was lost."""
    for at in (3, 2) if 4 <= len(piece) <= 6 and not piece.startswith(_COMPOUND) else ():
        if looks_like_name(piece[:at]) and looks_like_name(piece[at:]):
            return piece[:at], piece[at:]
    return (piece,)


_SET_APART = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=记者)|(?<=記者)|(?<=通讯员)|(?<=作者)"
    r"|(?<=[由据于]))([^\W\da-zA-Z图圖摄攝文])\s+([^\W\da-zA-Z图圖摄攝])"
    r"(?=$|[^\u4e00-\u9fff]|[摄攝绘]|拍摄|供图|提供)"
)


_STRAY = re.compile(rf"(?<!{_HAN})(?:{_HAN}{{2}} {_HAN}|{_HAN} {_HAN}{{2}})(?!{_HAN})")
_OTHER_WORK = frozenset("图圖摄攝文等著编編译譯绘繪拍影")
"""What stands beside a name and is none of it."""
_MIXED_APART = re.compile(rf"(?<=[者員员]\s)([A-Z][a-z]+)\s(?={_HAN}(?!{_HAN}))")


def join_spaced(text: str) -> str:
    """`何 立` is one name: two single characters with a space between them."""
    if " " not in text and text.isprintable():
        return text
    return _STRAY.sub(_joined, _SET_APART.sub(r"\1\2", _MIXED_APART.sub(r"\1", text)))


def _joined(found: re.Match[str]) -> str:
    """A name of three characters into which one space strayed, where it is built like a name."""
    name, single = found[0].replace(" ", ""), min(found[0].split(), key=len)
    return name if looks_like_name(name) and single not in _OTHER_WORK else found[0]
