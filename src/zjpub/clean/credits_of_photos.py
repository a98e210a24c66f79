"""The styles in which papers print who took a picture, each with an example that a test reads.

A style is a pattern that ends at the end of the line and names the photographer `who`. The first that fits decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjpub.clean.names import NAME
from zjpub.clean.vocabulary import any_of

_HOUSE = (
    r"(?:本报|本報|本刊|本网|新华社|新華社|中新社|人民网|新华网|央视"
    r"|[\u4e00-\u9fff]{2,8}(?:报|報|社|网|台|周刊|週刊|杂志|融媒体?|传媒|客户端))"
)
_KIND = any_of("全媒体 融媒体 融媒 见习 实习 首席 特约 特派 摄影 攝影 文字 图片 总 高级")
ROLE = rf"(?:{_HOUSE}?\s?{_KIND}*" + any_of("记者 記者 通讯员 通訊員 摄影师 攝影師 摄影 摄影记者 实习生") + ")"
LABEL = any_of(
    "摄影报道 摄影 攝影 摄影者 图片来源 圖片來源 图片提供 圖片提供 照片来源 照片提供 图源 圖源 图片 圖片 照片",
    "供图 供圖 配图 题图 題圖 头图 插图 插圖 插画 漫画 漫畫",
    "图 圖 摄 攝 制图 製圖 绘图 航拍 资料图 图片版权 拍摄 拍攝 (?i:photo) (?i:photo\\sby)",
)
_CLEAR_LABEL = any_of("摄影报道 摄影 攝影 供图 供圖 图源 圖源 图片来源 圖片來源 图片提供")
_THESE = any_of("本文 本版 本组 本組 文中 本篇")
_TOOK = any_of("摄影报道 攝影報道 摄影 攝影 拍摄 拍攝 航拍 摄 攝 绘")
_GAVE = any_of("供图 供圖")
_PICTURE = any_of("图 圖 图片 圖片 照片")
_BAR = r"[：:/／|｜丨]"
_EDGE = r"(?<![^\s。；！？”（）()【】\]▲|｜丨/／\\—，,…©\-])"
_STOP = r"[。.]?$"
_NAMES = rf"{NAME}(?:[\s、,，/／&和]+{NAME}){{0,3}}"
_GIVER = r"[\u4e00-\u9fffA-Za-z0-9·“”《》\s]{2,30}?"
_TEAM = any_of("队 隊 馆 館 局 社 部 中心 公司 委 会 會 站 院 所 组 組")
_BANK = any_of("视觉中国 視覺中國 人民视觉 东方(?i:IC) (?i:IC\\s?photo) (?i:CFP) (?i:CNSphoto)")


@dataclass(frozen=True, slots=True)
class Style:
    """One way to print a credit, and what it looks like."""

    example: str
    pattern: re.Pattern[str]


def _style(example: str, pattern: str) -> Style:
    # Latin words say themselves that case is nothing: the flag would go through all of a range of Chinese characters.
    return Style(example, re.compile(pattern + _STOP))


STYLES = (
    _style(
        "新华社发（张三 摄）",
        rf"{_EDGE}(?:新华社|新華社|中新社"
        rf"|[\u4e00-\u9fff]{{2,6}})发\s?[(（]\s?(?P<who>[^()（）]{{2,24}}?)\s?[摄攝]影?\s?[)）]",
    ),
    _style("新华社发 张三 摄", rf"{_EDGE}(?:新华社|新華社|中新社)发\s(?P<who>{_NAMES})\s?[摄攝]"),
    _style(
        "收割机在作业（均由张三摄）",
        rf"[(（【\[]?\s*{_THESE}?{_PICTURE}?(?:除[^，。）)]{{1,6}}外)?[，,]?[均皆]?由(?P<who>{_GIVER})(?:拍摄|[摄攝])\s*[)）】\]]?",
    ),
    _style(
        "（张三 摄）",
        rf"[(（【\[]\s*(?P<who>[^()（）【】\[\]。，]{{2,36}}?)\s*[/／|]?\s*(?:{_TOOK}|{_GAVE}|图|圖)\s*[)）】\]]",
    ),
    _style(
        "（摄影：张三）", rf"[(（【\[]\s*{LABEL}\s*(?:{_BAR}|\s)\s*(?P<who>[^()（）【】\[\]。]{{2,30}})\s*[)）】\]]"
    ),
    _style(
        "图片由张三提供",
        rf"[(（【\[]?\s*{_THESE}?{_PICTURE}[均皆]?由(?P<who>{_GIVER})(?:提供|拍摄|{_GAVE})\s*[)）】\]]?",
    ),
    _style("收割机在作业图／张三提供", rf"{_PICTURE}\s*[/／]\s*(?P<who>{_NAMES})\s?提供"),
    _style("图据张三", rf"{_EDGE}(?:图据|圖據|图源|圖源|图片来源于|图片来自)(?P<who>{_GIVER})[)）]?"),
    _style(
        "图/张三",
        rf"{_EDGE}{_THESE}?{LABEL}\s*{_BAR}\s*(?P<who>(?:{ROLE}\s*)?[^。：:\\]{{2,30}}?)(?:\s?[摄攝]|\s?提供)?",
    ),
    _style("收割机在作业（张三提供）", rf"[(（]\s?(?:{_PICTURE}?由)?(?P<who>{_GIVER})\s?提供[)）]"),
    _style("收割机在作业 张三 提供", r"(?<![^\s。])(?P<who>(?:(?![为為将將所])[\u4e00-\u9fffA-Za-z]){2,14})\s提供"),
    _style("收割机在作业。张三提供", r"(?<=[。）)])\s?(?P<who>(?:(?![为為将將所])[\u4e00-\u9fffA-Za-z]){2,14})提供"),
    _style("收割机在作业摄影：张三", rf"{_CLEAR_LABEL}\s*[：:]\s*(?P<who>(?:{ROLE}\s*)?[^。：:，]{{2,16}}?)"),
    _style(
        "摄影 张三",
        rf"(?<![^\s。])(?:{_CLEAR_LABEL}|摄|攝|配图|題圖|题图|制图|航拍|拍摄|插图|插圖|漫画|漫畫)\s+(?P<who>(?:{ROLE}\s*)?{NAME})",
    ),
    _style("收割机在作业｜摄影张三", rf"[|｜丨]\s?{_CLEAR_LABEL}\s?(?P<who>{NAME})"),
    _style(
        "本报记者 张三 摄", rf"{_EDGE}(?P<who>{ROLE}\s*[：:／/]?\s*{_NAMES}?)\s*[/／|｜]?\s*(?:{_TOOK}|{_GAVE}|图|圖)"
    ),
    _style("收割机在作业 张三摄于今年一月", rf"{_EDGE}(?P<who>{_NAMES})\s?[摄攝][于於][^，。；：]{{2,14}}"),
    _style("【摄影】张三", rf"^【{LABEL}】\s?(?P<who>{_NAMES})"),
    _style("Photo by 张三", rf"\b(?i:photos?)\s(?:(?i:by)\s|[：:]\s?)(?P<who>{NAME})"),
    _style("通讯员 郑州博物馆 摄", rf"{_EDGE}(?P<who>{ROLE}\s*[\u4e00-\u9fff]{{2,12}}{_TEAM})\s?{_TOOK}"),
    _style("收割机在作业 郑州博物馆 摄", rf"{_EDGE}(?P<who>[\u4e00-\u9fff]{{2,10}}{_TEAM})\s{_TOOK}"),
    _style("张三 摄", rf"{_EDGE}(?P<who>{_NAMES})(?<![拍航供绘])\s*[/／|｜]?\s*(?:{_TOOK}|{_GAVE})"),
    _style("张三 图", rf"{_EDGE}(?P<who>{_NAMES})\s*(?:[/／|｜]\s*|\s){_PICTURE}"),
    _style("收割机在作业 图 张三", rf"(?<=\s)(?:图|圖)\s(?P<who>{NAME})"),
    _style("收割机在作业 © 张三", rf"©\s?(?P<who>{NAME})"),
    _style("郑州博物馆供图", rf"(?<![^\s。（(])(?P<who>[\u4e00-\u9fffA-Za-z]{{2,14}})\s?{_GAVE}\s*[)）]?"),
    _style("人民视觉", rf"{_EDGE}(?P<who>(?:新华社|新華社|中新社)(?=图片|照片|发$)|{_BANK})(?:{_PICTURE}|发)?[)）]?"),
)
