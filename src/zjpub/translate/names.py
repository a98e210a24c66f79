"""People whom no glossary knows, carried through an article by one English name: pinyin, where the model has none.

A name is believed only where a title stands before it and speech or punctuation after it; from then on every sentence
of the article that holds it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from zjpub import pinyin
from zjpub.translate.places import KINDS

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
    "酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄穆萧肖尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞"
    "熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪解应宗丁宣邓郁单杭"
    "洪包诸左石崔吉龚程邢裴陆荣翁荀羊惠曲家封芮储靳段富巫焦牧车侯班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司韶黎薄白蒲邰从"
    "赖卓蔺屠蒙池乔阴翟谭贡申冉桑桂牛寿边燕尚农温庄晏柴瞿阎连习艾容向古易廖终居衡步耿满匡文寇广阙东欧沃利越师巩聂晁敖融冷辛"
    "阚那简饶曾关查游权盖益桓公仝佟岳楚闫涂肇郜逯晋苑商佘代党刑门仵岩原展衣位付初青帅虎茹卯"
)
_DOUBLE = "|".join(pinyin.DOUBLE_SURNAMES)
_TITLES = (
    "记者|通讯员|主任|书记|市长|区长|县长|镇长|乡长|村长|局长|处长|科长|厅长|部长|院长|校长|行长|会长|所长|站长|队长|组长|班长|"
    "厂长|店长|主席|总裁|总经理|经理|董事长|负责人|教授|博士|院士|工程师|研究员|专家|秘书长|村民|居民|市民|司机|老板|创始人|"
    "店主|游客|学生|老师|医生|护士|法官|律师|委员|代表|董事|总监|主管|技师|工人|农民|大使|合伙人|发言人|设计师|作家|编辑|"
    "支书|社长|团长|馆长|导演|教练|民警|志愿者|农户|果农|菜农|茶农|牧民|渔民|养殖户|种植户|大户|老人|干部|队员|选手|传承人|研究生|"
    "同学|家长|客商|摊主|首席执行官"
)
# The given name ends where the sentence goes on: with speech, with punctuation, with a word that follows names.
_AFTER = (
    r"(?=[，,、。；;：:！？）)（(“”\s]|$|说|表示|介绍|告诉|认为|坦言|指出|回忆|感慨|笑|强调|透露|解释|补充|告知|谈|称|道|讲|"
    r"在|和|与|对|带|率|从|向|是|等|也|正|今年|曾|把|就|为|将)"
)
_NAMED = re.compile(
    rf"(?:{_TITLES})(?:、)?((?:{_DOUBLE})[\u4e00-\u9fff]{{1,2}}?|[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?){_AFTER}"
)
_NO_GIVEN = set("斯克尔特姆顿曼伯尼奥普们说在和与对是等也正就将为的了一不有这那个大先某")
_WORDS = re.compile(
    "强调|陆续|单位|陈述|农民|农业|农村|原因|原来|安全|安排|方面|方案|方式|高度|高管|高级|"
    "高中|时间|时候|时代|金融|平均|平时|管理|任务|任何|应该|应当|常务|常常|关于|关键|文化|"
    "文旅|经济|经常|成为|成功|成立|项目|程序|石油|和平|和谐|于是|于周.?|周[一二三四五六日末]|"
    "全体|全国|司法|司机|向来|连续|连日|易于|空间|毛利|万元|车间|车辆|路上|路边|华人|水平|"
    "通过|通报|温馨|明确|明年|明天|党员|党委|党组|代表|古代|习惯|马上|白天|江西|江苏|湛江|"
    "宁波|宁夏|安徽|云南|贵州|石家庄|郑州|成都|黄河|海外|能力|越来越|越野|越南|曾指.?|曾经|"
    "曾任|应对|解放|解决|解释|解读|包括|包装|房子|房产|左右|石头|商务|商业|商家|从事|从业|"
    "向上|向往|初期|初步|青年|青岛|位于|付款|展览|展开|衣服|计划|计算|终于|终身|广大|广州|"
    "广东|古城|居民|居住|暴雨|贝壳|钱包|幸福|花园|花卉|凤凰|苗木|柳州|雷达|常年|元旦|元首|权益|权力|权利|"
    "米饭"
)
_KINDS = frozenset(kind.lower() for kind in KINDS.values())
_WORD = re.compile(r"(?<![.!?] )(?<!^)(?<![\"“(])\b[A-Z][a-z]+\b")


def people(texts: Iterable[str], known: Sequence[str] = ()) -> dict[str, str]:
    """Chinese name → English, of the people these texts name; `known`: names from the byline."""
    found = [match[1] for text in texts for match in _NAMED.finditer(text)]
    given = [name for name in known if re.fullmatch(rf"(?:{_DOUBLE}|[{_SURNAMES}])[\u4e00-\u9fff]{{1,2}}", name)]
    return {name: pinyin.person(name) for name in dict.fromkeys([*given, *found]) if _like_a_name(name)}


def _like_a_name(name: str) -> bool:
    return not _NO_GIVEN & set(name[1:]) and not _WORDS.fullmatch(name) and not (len(name) == 3 and _WORDS.match(name))


def unsettled(
    names: Mapping[str, str], machine: Sequence[tuple[str, str]], person: Sequence[tuple[str, str]]
) -> dict[str, tuple[tuple[str, str], ...]]:
    """Chinese sentence → the names that its English should say and does not.

    Where a person's own line calls someone otherwise, or all of the machine's lines agree on another name, that stands.
    """
    wanted: dict[str, list[tuple[str, str]]] = {}
    for name, english in names.items():
        longer = [other for other in names if name in other and other != name]
        if any(_names(zh, name, longer) and not says(en, english) for zh, en in person):
            continue
        holders = [(zh, en) for zh, en in machine if _names(zh, name, longer)]
        elsewhere = {word for zh, en in machine if name not in zh for word in _WORD.findall(en)}
        if len(holders) > 1 and set.intersection(*(set(_WORD.findall(en)) for _, en in holders)) - elsewhere:
            continue
        for zh, en in holders:
            if not says(en, english):
                wanted.setdefault(zh, []).append((name, english))
    return {zh: tuple(found) for zh, found in wanted.items()}


def _names(zh: str, name: str, longer: Sequence[str]) -> bool:
    """Whether a sentence names this one, and not only 吕安邦 where 吕安 is meant."""
    for other in longer:
        zh = zh.replace(other, "")
    return name in zh


def says(en: str, english: str) -> bool:
    """Whether a line holds a name, in either order and however it is joined; of a place, what it is called."""
    bare = re.sub(r"[^a-z]", "", en.lower())
    family, _, given = re.sub(r"[^a-z ]", "", english.lower()).partition(" ")
    return family + given in bare or given + family in bare or (given in _KINDS and family in bare)
