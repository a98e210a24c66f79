"""Lines that name who did what for the page: editors, reviewers, designers, translators, instructors.

A label is not one of a list but built: an adjective of rank or medium, a word of work, a word for a person. A line goes
if it is made wholly of labels with the names, offices, notes and addresses that belong to them. Writers are told by
`bylines`, photographers by `captions`.
"""

from __future__ import annotations

import re

from zjpub.clean import wording
from zjpub.clean.names import looks_like_name
from zjpub.clean.remembering import remembered
from zjpub.clean.vocabulary import any_of

_LONGEST, _MOST_DUTIES = 100, 16
_RANK = any_of(
    "本文 本篇 责任 责 本版 本期 本栏 今日 值班 当班 轮值 执行 见习 实习 首席 特约 特邀 高级 资深 助理 副 总 终 初 复",
    "主 一 二 三 专家",
    "新媒体 融媒体 融媒 全媒体 全媒 微信 微博 公众号 网络 网站 数字 视觉 图片 图文 文字 图表 图像 版面 版式",
    "封面 美术 美 插画",
    "海报 视频 音频 短视频 动画 动漫 数据 技术 电子 后期 栏目 频道 英文 中文 外文 平台 内容 本报 摄影 创意",
    "节目 现场 文稿 稿件 信息 语言 学术 栏目 图书 排版",
)
_CERTAIN = any_of(
    "编辑 责编 美编 编审 编排 编发 编播 编校 编译 编务 编稿 总编 主编 副主编 校对 校读 校译 校核 核校 校审",
    "审校 责校 检校",
    "校稿 审核 审读 审稿 审签 审定 终审 初审 复审 监审 一审 二审 三审 一校 二校 三校 一读 二读 三读 审片 签发",
    "核发 核稿",
    "视觉设计 版式设计 版面设计 美术设计 封面设计 指导老师 指导教师 辅导老师 辅导教师 监制 统筹 策划 排版",
    "组版 组稿 制版 拼版 值班主任 值班编委 值班总监 值班总编 供稿 组稿 荐稿 出品",
    "总监制 印制 责印 文编 图编 总编室 编辑部 总编办",
)
_LIKELY = any_of(
    "设计 制作 制图 绘图 绘制 剪辑 配音 播音 主播 朗诵 朗读 版式 版面 版面设计 运营 录入 录制 制片 包装 摄像",
    "摄制 出镜 导播 翻译 译",
    "文案 指导 辅导 顾问 整理 支持 主持 执行 主任 编委 总监 编导 视觉 美术 后期 视频 音频 海报 插画 动画 发布",
    "推送 投稿 编 审 读",
    "主管 主办 承办 协办 来稿 供图单位 实习生 值班 校 录音 合成 特效 字幕 统稿 美工 图表 H5 数据 技术 调色 监督 联络",
    "图编 栏目主持",
)
_WHO = r"(?:人员|专家|人|员|者|组|老师|教师|导师|单位|部门|老師)?"
_AND = r"[、&/／和及与兼\s]{0,2}"
_STRONG_LABEL = (
    rf"(?>{_RANK}{{0,3}}(?:{_LIKELY}{_AND})?{_CERTAIN}{_WHO}(?:{_AND}{_RANK}{{0,2}}(?:{_CERTAIN}|{_LIKELY}){_WHO})*)"
)
_ANY_LABEL = rf"(?>{_RANK}{{0,3}}(?:{_CERTAIN}|{_LIKELY}){_WHO}(?:{_AND}{_RANK}{{0,2}}(?:{_CERTAIN}|{_LIKELY}){_WHO})*)"
_SIGN = r"\s?[：:／/|｜丨│\\＝=]\s?"
_PERSON = (
    r"(?:[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]{1,6})*|[\u4e00-\u9fff]\s[\u4e00-\u9fff](?![\u4e00-\u9fff])"
    r"|[A-Za-z][\w.\-]*(?:\s[A-Z][\w.\-]+){0,2})"
)
_NOTE = r"(?:\s?[（(\[][^（）()\[\]。]{1,14}[)）\]]|\s?[A-Z]{1,3}\d{2,6})?"
_NAMES = rf"{_PERSON}{_NOTE}(?:[\s、,，/／&和]{{1,3}}{_PERSON}{_NOTE})*?"
_NO_WORDS = r"(?![^：:\s]*[的了是在把让被就不着会])"
_UNIT = (
    rf"{_NO_WORDS}[\u4e00-\u9fffA-Za-z0-9（）]{{2,20}}"
    r"(?:局|馆|中心|社|部|委|办|公司|学院|大学|学校|小学|中学|报|网|台|会|站|院|所|室|组|队|团|厅|集团|编辑部|工作室|传媒)"
)
_CONTACT = (
    r"(?:(?:电子)?(?:邮箱|信箱|邮件)|(?i:E-?mail)|(?:联系|咨询|投稿|新闻|编辑)?(?:电话|热线|微信号?|(?i:QQ)号?))?"
    r"[：:\s]{0,2}(?:[\w.+-]+@[\w.-]+|(?:0\d{2,3}[-—－\s]?)?\d{7,11}(?:转\d+)?)"
)
_VALUE = rf"(?:{_UNIT}|{_NAMES})"
_FREE = rf"{_NO_WORDS}[^。！？，：:\s]{{1,16}}(?:\s{_NO_WORDS}[^。！？，：:\s]{{2,16}})?"
_PICTURE = r"(?:题图|头图|封面图?|配图|图片)(?:来自|来源|源自)[：:\s]?[^\s，。；]{2,16}"
_PAIR = rf"(?:{_PICTURE}|{_ANY_LABEL}{_SIGN}{_VALUE}|{_STRONG_LABEL}(?:\s{_NAMES}|{_SIGN}{_FREE})|{_CONTACT})"
_LOOSE_PAIR = rf"(?:{_PAIR}|{_ANY_LABEL}\s{_NAMES}|{_STRONG_LABEL}[\u4e00-\u9fff]{{2,3}})"
_EDGE = r"(?i:(?:THE\s)?END\s?[|｜]?)?[\s(（【\[〔〖■●▲◆□○▪|｜*]*"
_END = r"[\s)）】\]〕〗|｜。]*"
_BETWEEN = r"[\s；;，,、|｜■●▲◆□○▪·]*"
_HOUSE = rf"(?:[\u4e00-\u9fff]{{2,4}}(?:新闻|日报|晚报|财经|传媒|卫视|在线)?(?={_STRONG_LABEL}))?"
# Without the flag for either case, which makes Python go through all of a range of Chinese characters, twice a range.
_WITH_SIGN = re.compile(rf"{_EDGE}{_HOUSE}(?:{_PAIR}{_BETWEEN}){{1,9}}{_END}")
_SEVERAL = re.compile(rf"{_EDGE}(?:{_LOOSE_PAIR}{_BETWEEN}){{2,9}}{_END}")
_TIGHT = re.compile(rf"{_EDGE}{_STRONG_LABEL}\s?(?P<who>[\u4e00-\u9fff]{{2,3}})(?:[\s、]{_NAMES})?{_END}")
_WITH_GAP = re.compile(rf"{_EDGE}{_STRONG_LABEL}\s(?P<who>{_NAMES}){_END}")
_LABEL_FIRST = re.compile(rf"{_EDGE}{_HOUSE}{_ANY_LABEL}")
_ANY_SIGN = re.compile(_SIGN)
_TIGHT_LATIN = re.compile(rf"{_EDGE}{_STRONG_LABEL}\s?[A-Z][a-z]+{_END}")
_OF_UNIT = re.compile(
    rf"{_EDGE}{_UNIT}\s?(?:组稿|供稿|编发|审核|出品|策划|制作)(?:\s{_UNIT}(?:组稿|供稿|编发|出品))?{_END}"
)
_EMPTY = re.compile(rf"{_EDGE}{_RANK}{{0,2}}{_CERTAIN}{_SIGN}{_END}")
_ENGLISH = re.compile(
    r"[\W_]*(?:(?:Edit|Proofread|Review|Design|Translat|Produc)(?:or|er|ed)s?(?:\sby)?[\s：:]{1,3}[A-Z][\w.\-]+(?:\s[A-Z][\w.\-]+){0,3}[\W_]*){1,3}"
)
_CAPITALS = any_of("EDITOR EDIT PHOTO PHOTOGRAPHER DESIGN DESIGNER TEXT WRITER ART VIDEO LAYOUT STYLIST PRODUCER")
_IN_CAPITALS = re.compile(
    rf"{_EDGE}(?:(?i:{_CAPITALS})"
    rf"[\s：:|｜/]+{_PERSON}[\s、,，;；]*){{2,8}}{_END}"
)
_ANY_PAIR = re.compile(rf"{_EDGE}(?:[\u4e00-\u9fff]{{2,6}}{_SIGN}(?:{_UNIT}|{_NAMES}){_BETWEEN}){{2,8}}{_END}")
_BY = re.compile("记者|通讯员|作者|撰文|来源")
_STRONG = re.compile(rf"(?<![\u4e00-\u9fff]){_STRONG_LABEL}{_SIGN}")
_SET = re.compile(r"[：:／/|｜丨\\＝=\s]|^\W*[\u4e00-\u9fff]{4,9}\W*$|组稿|供稿|編|编")
_WORK = re.compile(
    r"[视后编审校读制划筹版计辑译导稿播频品持理办管画音图术片值运支顾统发效H主]|(?i:edit|design|photo)|@|\d{7}"
)
"""What every such line holds one of."""
_WRITER = re.compile(
    r"记者|通讯员|作者|撰文|(?<![\u4e00-\u9fff])文字?\s?[：:/／|｜丨]|来源|(?:[摄影]|(?<![制绘])图)\s?[：:/／|｜丨]"
)


_DRAWN = re.compile(rf"{_EDGE}(?:制图|绘图){_SIGN}{_NAMES}{_END}")
"""Who drew the picture stands in its credit."""
_DUTY = re.compile(
    rf"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{{0,4}}?{_STRONG_LABEL}(?:{_SIGN}(?:{_NAMES}|{_UNIT})|\s{_NAMES})(?![\u4e00-\u9fff])"
)


def without_duties(text: str) -> str:
    """A line of writers without the editors named in it; the text in simplified or traditional characters."""
    folded = wording.simplified(text)
    if not _WORK.search(folded):
        return text
    for found in reversed(list(_DUTY.finditer(folded))):
        text = f"{text[: found.start()]} {text[found.end() :]}"
    return text.strip()


@remembered
def is_roles(text: str) -> bool:
    """Whether a line is made wholly of duties and of those who did them."""
    if len(text) > _LONGEST or "。" in text[:-1] or not _SET.search(text) or not _WORK.search(wording.simplified(text)):
        return False
    return any(_is_staff(view) if _WRITER.search(view) else _is_made_of_pairs(view) for view in wording.views(text))


def _is_staff(view: str) -> bool:
    """Whether those who set and checked the text outnumber its writer: who did what for the page, not who wrote it."""
    return len(_STRONG.findall(view)) >= 2 and not _BY.search(view) and bool(_ANY_PAIR.fullmatch(view))


def _is_made_of_pairs(view: str) -> bool:
    if sum(map(view.count, "编校审")) > _MOST_DUTIES:
        return False
    if _DRAWN.fullmatch(view):
        return False
    if _ENGLISH.fullmatch(view) or _EMPTY.fullmatch(view) or _TIGHT_LATIN.fullmatch(view) or _OF_UNIT.fullmatch(view):
        return True
    if _IN_CAPITALS.fullmatch(view) or (_STRONG.search(view) and _ANY_PAIR.fullmatch(view)):
        return True
    if not _LABEL_FIRST.match(view):
        return False
    if _SEVERAL.fullmatch(view) or (_ANY_SIGN.search(view) and _WITH_SIGN.fullmatch(view)):
        return True
    tight = _TIGHT.fullmatch(view)
    if tight:
        return looks_like_name(tight["who"]) and (len(tight["who"]) == 3 or " " in view)
    return _all_names(_WITH_GAP.fullmatch(view))


def _all_names(found: re.Match[str] | None) -> bool:
    return found is not None and all(map(looks_like_name, re.split(r"[\s、,，/／&]+", found["who"])))
