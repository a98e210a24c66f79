"""What stands over the headline: the name of a column, a menu, a path through the site."""

from __future__ import annotations

import re

from zjpub.clean import mastheads, shape, wording
from zjpub.clean.vocabulary import any_of

_LONGEST, _LONGEST_MENU, _PIECE, _FEWEST = 14, 40, 8, 3
_NAMED = re.compile(
    r"[\u4e00-\u9fff]{2,6}(?:专栏|周刊|副刊|特稿|专题|专版|特刊|专刊|系列报道|连载|专稿|频道|访谈|专访|时评|漫谈|调查|调研|观察|聚焦|走基层|中国行|现场|手记|见闻|连线|纪事)"
    r"(?:[之（(][^）)]{1,6}[)）]?)?"
)
_SITE = re.compile(
    r"[\u4e00-\u9fff]{2,8}(?:日报|晚报|晨报|早报|时报|商报|学报|教育报|农民报|青年报|工人报|生活报|时讯|快讯|周刊|月刊|画报|杂志|文摘|新闻网|都市报|周报|在线|客户端|电视台|融媒体?|数字报)(?:客户端|数字报|电子版|官网)?"
)
_DESK = re.compile(rf"{mastheads.DESK}(?:新闻|频道|版)?")
_PARTED = re.compile(r"\s?[/／|｜丨>＞»›·•]+\s?|\s?[—–-]{1,2}\s?")
_BAR = re.compile("[|｜丨>＞»›]+")
_OF_A_SITE = re.compile(
    any_of(
        "首页 主页 滚动 正文 新闻 视频 专题 图片 频道 客户端 详情 内容 导航 更多 政务",
        "服务 直播 论坛 社区 博客 搜索 登录 注册 原创 独家",
    )
)


def is_kicker(text: str) -> bool:
    """Whether a line over a longer one names a column or is made of the short words of a menu."""
    view = wording.closed(wording.simplified(text))
    bare = shape.unornamented(view)
    if len(bare) <= _LONGEST and (bare != view or any(kind.fullmatch(bare) for kind in (_NAMED, _SITE, _DESK))):
        return True
    return len(view) <= _LONGEST_MENU and _is_menu(view)


def is_menu_of_site(view: str) -> bool:
    """Whether bars or arrows part at least three short words, of which most name desks or a site's own pages."""
    if len(view) > _LONGEST_MENU or not _BAR.search(view):
        return False
    pieces = [piece for piece in map(str.strip, _BAR.split(view)) if piece]
    known = sum(bool(_DESK.fullmatch(piece) or _OF_A_SITE.fullmatch(piece)) for piece in pieces)
    return len(pieces) >= _FEWEST and max(map(len, pieces)) <= _PIECE and known * 2 > len(pieces)


def _is_menu(view: str) -> bool:
    pieces = [piece for piece in _PARTED.split(view) if piece]
    if len(pieces) >= 2:
        return all(shape.units(piece) <= _PIECE and not re.search("[，。：！？“”]", piece) for piece in pieces)
    words = view.split()
    known = sum(bool(_DESK.fullmatch(word) or _OF_A_SITE.search(word)) for word in words)
    return len(words) >= 3 and max(map(len, words)) <= _PIECE and known * 2 >= len(words)
