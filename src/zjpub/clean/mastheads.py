"""Lines made of the pieces of a page header, in whatever order a paper or a magazine sets them.

Pieces are of kinds: some settle what the line is by themselves (`邮发代号35-1`), most need another kind beside
them, and one short name that nobody knows may stand beside a page's code or a whole date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjpub.clean import roles, wording
from zjpub.clean.remembering import remembered
from zjpub.clean.vocabulary import any_of

_LONGEST = 90
_HAN_DIGITS = "一二三四五六七八九十百〇零○"
_N = rf"(?:\d{{1,4}}|[{_HAN_DIGITS}]{{1,4}})"
_YEAR = rf"(?:(?:19|20)\d\d|[{_HAN_DIGITS}]{{4}}|(?:中华)?民国\s?\d{{2,3}})"
_DAY = rf"{_YEAR}\s?[年./-]\s?{_N}\s?[月./-]\s?{_N}(?!\d)\s?[日号]?"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_PAPER_KIND = any_of(
    "日报 晚报 晨报 早报 时报 都市报 商报 青年报 农民报 工人报 周刊 周报 画报 月刊 双月刊 季刊 学报 校报 导报",
    "快报 杂志 文摘 通讯 导刊 新报 公报 旬刊 半月刊",
)
_OWN_NAME = any_of("日报 晚报 晨报 早报 时报 都市报 商报 青年报 农民报 工人报 周刊 周报 画报 月刊")
DESK = any_of(
    "要闻 综合 时政 本地 地方 区域 经济 财经 产经 产业 社会 民生 国内 国际 体育 文化 文娱 娱乐 副刊 科教 科技",
    "科学 教育 健康 卫生 旅游",
    "专题 专版 特别报道 特刊 特稿 深度 评论 理论 广告 头版 头条 新闻 聚焦 观察 人文 人物 生活 视点 焦点 都市",
    "城市 读书 天下 热线 公益",
    "美食 法治 三农 农业 乡村 生态 环境 县域 城事 时事 时评 言论 汽车 房产 艺术 文艺 影像 图片 封面 封面故事",
    "导读 港闻 两岸 本埠 综艺",
    "悦读 市场 企业 公司 消费 家居 亲子 校园 青春 军事 历史 収藏 收藏 声音 对话 调查 特写 纪实 专栏 连载 中国",
    "世界 全球 省内 市县 看点 城事 健康 人间",
    "(?:特别|本期|今日|独家|封面|深度|热点|新闻|重点|专题)(?:报道|关注|策划|聚焦|观察|调查|人物|话题|视点|故事|访谈)",
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of piece; `alone`: a line that holds nothing else is a header; `weak`: it needs one that is not."""

    name: str
    pattern: str
    alone: bool = False
    weak: bool = False


_KINDS = (
    _Kind(
        "rights",
        r"国内统一(?:连续出版物号|刊号)|CN\s?\d\d\s?[-—]\s?\d{4}|邮发代号\s*[：:]?\s*\d+-\d+|I[SB]SN[\s\d-]{8,}",
        True,
    ),
    _Kind("rights", r"(?:国内)?(?:统一)?(?:刊号|代号)\s*[：:]?\s*[A-Z\d-]*(?:/[A-Z])?"),
    _Kind("day", rf"{_DAY}|(?i:{_MONTHS})\s\d{{1,2}},?\s?(?:19|20)\d\d|\d{{1,2}}\s(?:{_MONTHS})\s(?:19|20)\d\d"),
    _Kind("lunar", rf"^农历[^\s，。]{{0,5}}月(?:初|十|廿|三十|二十)[{_HAN_DIGITS}]?$", True),
    _Kind(
        "lunar",
        rf"(?:农历|阴历)?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?(?:闰?[正冬腊{_HAN_DIGITS}]{{1,2}}月(?:初|十|廿|三十|二十)[{_HAN_DIGITS}]?)",
    ),
    _Kind("count", rf"(?:今日|本期|本报今日|本报|今天|本日)共?\s?{_N}\s?[版页]", True),
    _Kind(
        "price", r"(?:本期)?(?:每份|零售价?|定价|售价|本报零售|每期)\s*[：:]?\s*(?:人民币)?\d+(?:\.\d+)?\s?元(?:/份)?"
    ),
    _Kind("issue", r"第\s?\d{1,3}\s?卷(?:\s?第\s?\d{1,3}\s?期)?|(?i:Vol)\.?\s?\d+,?\s?(?i:No)\.?\s?\d+", True),
    _Kind("issue", r"总第\s?\d{2,6}\s?期", True),
    _Kind(
        "issue",
        rf"(?:{_YEAR}\s?年\s?)?第\s?\d{{1,6}}\s?期|总第\s?\d{{1,6}}\s?期|第\s?\d{{3,6}}\s?号|(?:19|20)\d\d年第[{_HAN_DIGITS}]{{1,3}}期|总第[{_HAN_DIGITS}]+期",
    ),
    _Kind("month", rf"{_YEAR}\s?年\s?\d{{1,2}}\s?月[号刊]", True),
    _Kind(
        "month", rf"{_YEAR}\s?[年./]\s?\d{{1,2}}(?!\d)\s?月?[号刊]?|(?<![\u4e00-\u9fff])[{_HAN_DIGITS}]{{1,2}}月[号刊]"
    ),
    _Kind(
        "code",
        rf"第?\s?[A-Z]{{0,2}}\s?{_N}\s?[版页]|第[{_HAN_DIGITS}]版|头版|[A-Z]叠|[A-Z]{{1,2}}\d{{1,3}}(?:-[A-Z]?\d{{1,3}})?\s?版?",
        True,
    ),
    _Kind("code", r"(?<![A-Za-z])(?i:P|Page|Vol|No)\.?\s?\d{1,3}(?:\s?[-/]\s?\d{1,3}|\s?of\s?\d{1,4})?", True),
    _Kind("count", rf"共\s?{_N}\s?[版页]"),
    _Kind(
        "weekday",
        r"(?:星期|周|礼拜)[一二三四五六日天](?![\u4e00-\u9fff]{2})|(?i:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?i:day)",
    ),
    _Kind(
        "weather",
        r"(?:[今明]日)?(?:天气\s?[：:]?\s?)?(?:晴|阴|多云|小雨|中雨|大雨|阵雨|雷阵雨|小雪|雪|雾|霾)(?:转(?:晴|阴|多云|小雨|中雨|阵雨))?(?![\u4e00-\u9fff])",
        weak=True,
    ),
    _Kind("weather", r"-?\d{1,2}\s?[℃°]?C?\s?[-~—～至]{1,2}\s?-?\d{1,2}\s?[℃°]C?", weak=True),
    _Kind("address", r"https?://[\w./?=&%-]+|www\.[\w./?=&%-]+", True),
    _Kind("address", r"[\w.+-]+@[\w-]+\.[\w.]+|(?<![\w.])[a-z][\w-]*\.(?:com|cn|net|org)(?:\.cn)?"),
    _Kind(
        "address",
        r"(?:(?:新闻|广告|发行|读者|订报|投稿|编辑部|报料)(?:热线|电话|信箱|邮箱)|网址|邮箱|电话|邮编|E-?mail)\s*[：:]?",
        weak=True,
    ),
    _Kind("address", r"(?:0\d{2,3}[-—]?)\d{4,8}|\d{4}-\d{7}"),
    _Kind("house", r"(?:中共)?[\u4e00-\u9fff]{2,14}(?:主管|主办|承办|社出版|出版)", weak=True),
    _Kind(
        "paper",
        rf"^(?!据|摘自|转自|原载)[\u4e00-\u9fff]{{2,6}}{_OWN_NAME}(?:客户端|数字报|电子版|官网|新闻网|多媒体)?$",
        True,
    ),
    _Kind("paper", r"^(?:数字报刊?|电子报|电子版|数字版|手机报)\s?[·•|｜丨/／:：—-]\s?[\u4e00-\u9fff]{2,10}$", True),
    _Kind(
        "paper",
        rf"《[^《》]{{2,14}}》|(?:[\u4e00-\u9fff]{{2,10}}?{_PAPER_KIND}|[\u4e00-\u9fff]{{2,8}}报)(?:社|电子版|数字报)?(?![\u4e00-\u9fff])",
    ),
    _Kind("paper", r"[\u4e00-\u9fff]{2,6}网(?![\u4e00-\u9fff])", weak=True),
    _Kind(
        "paper",
        r"(?:[A-Z][A-Za-z]+\s){1,4}(?:DAILY|Daily|NEWS|News|TIMES|Times|POST|Post|Weekly|WEEKLY|Herald|HERALD|JOURNAL|Journal)(?![A-Za-z])",
        True,
    ),
    _Kind("desk", rf"(?<![\u4e00-\u9fff]){DESK}(?:[·.&]?{DESK})?(?:新闻|周刊|副刊|版|专版|专刊)?(?![\u4e00-\u9fff])"),
    _Kind("english", r"(?<![A-Za-z])[A-Z][A-Z&]{2,}(?:\s[A-Z&]{2,}){0,3}(?![A-Za-z])", weak=True),
    _Kind("number", r"(?<![\d.])\d{1,3}(?![\d.])", weak=True),
)
_PIECE = re.compile("|".join(f"(?P<k{at}>{kind.pattern})" for at, kind in enumerate(_KINDS)))
_ANY_PIECE = re.compile(r"[0-9A-Za-z《月期号元版页叠周礼报刊志摘讯网主承出晴阴云雨雪雾霾]")
"""What every header holds one of, since the name of a desk alone is none."""
_MARKS = re.compile(r"[|｜丨/／·•,，、:：\-—–_\s()（）【】\[\]<>~～▲▼■□●○★◆◇►▶◀*=▌▍▎▏█┃│║═━─◎﹕〖〗]+")
_NAME = re.compile(r"[\u4e00-\u9fff·]{2,6}|[\u4e00-\u9fff]{2,4} [\u4e00-\u9fff]{2,4}")
_PROSE = re.compile("[。！？；…“”]|[\u4e00-\u9fff]，")
_OF_THE_ARTICLE = re.compile(
    r"来\s?源|稿源|出处|转自|转载|发布[时日于]|发表|更新|原载|作者|记者|通讯员|\d{1,2}:\d\d|月第\d{1,2}[版次]"
)
_CITED = re.compile(r"《[^《》]+》\s?[（(]\s?(?:19|20)\d\d\s?年[^（）()]*[)）]")
"""`《某报》（2024年3月18日 第04版）` tells where the article was printed."""
_ENGLISH_MONTH = re.compile(_MONTHS)
_DATES = frozenset({"day", "weekday", "lunar", "weather"})
"""A line of nothing but these tells when the article came out."""
_SENTENCE = re.compile(
    r"[时期间日子]\s?：|[。？！；…“”]|[\u4e00-\u9fff]，|[的了是在把被让](?![\u4e00-\u9fff]{0,3}[报刊])"
)
_CARRIES_A_NAME = frozenset({"code", "day", "month", "issue", "rights"})
_CODE_FOR_A_NAME = re.compile(r"[A-Z]{1,2}\d|版|P\.?\s?\d|叠|期|(?:19|20)\d\d")


@remembered
def is_masthead(text: str) -> bool:
    """Whether a line is made wholly of what heads a page."""
    if len(text) > _LONGEST or _PROSE.search(text) or _CITED.fullmatch(text):
        return False
    text = roles.without_duties(text) or text
    return any(
        not _SENTENCE.search(view) and not _OF_THE_ARTICLE.search(view) and _is_made_of_pieces(view)
        for view in wording.views(text)
    )


def _is_made_of_pieces(view: str) -> bool:
    if not _ANY_PIECE.search(view):
        return False
    kinds: list[_Kind] = []

    def note(found: re.Match[str]) -> str:
        kinds.append(_KINDS[int(str(found.lastgroup)[1:])])
        return "|"

    rest = [part for part in _MARKS.split(_PIECE.sub(note, view)) if part]
    if not kinds:
        return False
    if all(kind.weak for kind in kinds):
        several = len({kind.name for kind in kinds}) >= 2 or _is_pair(kinds)
        return not rest and several and not {"english", "number"} & {kind.name for kind in kinds}
    names = {kind.name for kind in kinds}
    if not rest and "day" in names and names <= _DATES and not _ENGLISH_MONTH.search(view):
        return False
    if not rest:
        return len(names) >= 2 or any(kind.alone for kind in kinds) or _is_pair(kinds)
    left = " ".join(rest)
    if roles.is_roles(left):
        return True
    if not _NAME.fullmatch(left) or len(rest) > 1 or not names & _CARRIES_A_NAME or not _CODE_FOR_A_NAME.search(view):
        return False
    return (
        len(kinds) >= 2 or "month" in names or ("code" in names and len(left) <= 4) or bool(_YEARS_ISSUE.search(view))
    )


_YEARS_ISSUE = re.compile(r"(?:19|20)\d\d\s?年第\s?\d{1,3}\s?期")


def _is_pair(kinds: list[_Kind]) -> bool:
    """Two numbers of an issue, two addresses, two desks' codes."""
    return len(kinds) >= 2 and kinds[0].name in {"issue", "rights", "house", "weather"}
