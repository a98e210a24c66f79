"""What web pages and apps add around an article: share and follow lines, navigation, editors, copyright.

A line goes if it is made of buttons only, if it opens with a label that only sites use, if it calls the reader to
follow, or if it names people by an editor's duty. A sentence of the story that merely speaks of such things stays.
"""

from __future__ import annotations

import re
from dataclasses import replace

from zjpub.clean import datelines, kickers, roles, shape, wording
from zjpub.clean.page import Line, Page, each
from zjpub.clean.remembering import remembered
from zjpub.clean.vocabulary import any_of

_LONGEST = 90


_BUTTON = any_of(
    "分享到 分享至 分享给好友 分享给朋友 分享本文 分享 微信好友 微信 朋友圈 新浪微博 腾讯微博 微博 QQ空间",
    "QQ好友 QQ 豆瓣 人人网 知乎 抖音 头条",
    "Facebook Twitter LINE WhatsApp Telegram Email 复制链接 復制連結 打印本页 列印本頁 打印 列印 关闭窗口",
    "關閉視窗 关闭本页 关闭 關閉 收藏本文 收藏",
    "字号 字號 字体大小 字体 字體 特大 超大 大 中 小 A\\+ A- T\\+ T- 标准 默认 返回顶部 返回首页 返回列表 返回",
    "回到顶部 首页 首頁 上一篇 下一篇 上一页 下一页",
    "上一版 下一版 上一期 下一期 点赞 點讚 按讚 赞 在看 转发 轉發 评论 評論 留言 投稿 举报 纠错 注册 登录 登錄",
    "註冊 登入 搜索 阅读原文 閱讀原文 查看原文 展开全文 阅读全文 更多",
    "阅读量 阅读数 阅读 浏览量 浏览 点击量 点击 点击数 播放量 收听 听新闻 朗读 字数 次 人 条 万",
    "\\d[\\d.,]*(?![\\d.,])[万wWkK]?\\+? 手机版 网页版",
    "返回目录 全文复制 联系我们 关于我们 网站地图 法律声明 隐私政策 隐私声明 用户协议 服务条款 诚聘英才",
    "广告服务 友情链接 网站声明",
    "无障碍浏览 无障碍 繁体中文 简体中文 English 放大 缩小 默认o? 正常 版面导航 标题导航 版面概览 PDF PDF版 手机阅读",
    "客户端 繁体 简体 设置 目录 订阅 推荐 打赏 赞赏 喜欢作者",
)
_ALONE = any_of(
    "分享到 分享至 分享本文 复制链接 打印本页 列印本頁 关闭窗口 關閉視窗 关闭本页 返回顶部 返回首页 返回列表",
    "回到顶部 回到頂部 阅读原文 閱讀原文 查看原文 展开全文 阅读全文",
    "收藏本文 喜欢作者 广告 廣告 Advertisement END FIN 全文完 本文完 完 正文 相关阅读 相關閱讀 延伸阅读",
    "延伸閱讀 推荐阅读 推薦閱讀 相关新闻 相關新聞 相关链接",
    "热门推荐 猜你喜欢 精彩推荐 往期回顾 往期精彩 更多精彩 热门文章 最新评论 网友评论 发表评论 我要评论",
    "点击查看 原标题",
)
_READING = re.compile(
    r"[\W_]*(?:延伸|相关|相關|推荐|推薦|往期|热门|熱門|精彩|更多)"
    r"(?:阅读|閱讀|新闻|新聞|链接|連結|报道|報導|回顾|推荐|文章)[\W_]*"
    r"|[\W_]*更多[^。，]{0,10}(?:报道|報導|新闻|新聞|文章)[：:]"
)
_LINK = 40
_SEPARATOR = r"[+\s|｜/／、·•，,：:;；\-—–_<>《》【】\[\]()（）“”\"＞»›…*]*"
_BUTTONS = re.compile(
    rf"(?=.*[^\W\d万次人条])(?!.*[，、]$){_SEPARATOR}(?>(?>{_BUTTON})(?>{_SEPARATOR})){{2,}}", re.IGNORECASE
)
_ONE_BUTTON = re.compile(
    rf"[\W_]*{_ALONE}[\W_]*|(?:字号|字體|字体|字號|分享到?|收藏|打印|评论|評論)[：:]?\s*[(（]?\d*[)）]?[：:]\s*"
    rf"|(?:评论|評論|留言|点赞|阅读|閱讀)\s?[(（]?\d+[万+)）]*",
    re.IGNORECASE,
)

_LABELLED = re.compile(
    r"[\W_]*(?:"
    + any_of(
        "您?现在的?位置 您?當前位置 您?当前的?位置 你?所在位置 您的位置 位置 上一篇 下一篇 上一条 下一条",
        "前一篇 后一篇 相关阅读 相關閱讀 延伸阅读 推荐阅读 相关新闻 相关链接 往期回顾",
        "版权声明 版權聲明 免责声明 免責聲明 特别声明 特别说明 郑重声明 转载声明 转载须知 版权说明 本网声明",
        "声明 聲明 网站声明 标签 关键词 關鍵字 关键字 Tags?",
        "Keywords? 本文链接 本文网址 本文地址 文章链接 原文链接 网址 链接",
        "新闻热线 新聞熱線 读者热线 热线电话 热线 投稿邮箱 投稿信箱 联系邮箱 电子邮箱 电子信箱 邮箱 E-?mail",
        "爆料电话 广告热线 发行热线 订阅热线 客服电话 联系电话 举报电话",
        "社址 邮政编码 邮编 定价 零售价 微信号 公众号 微信公众号 官方微信 官方微博 QQ群 稿件编号 文章编号 原标题",
        "原題 联系我们 商务合作 广告合作 内容合作 合作微信 商务微信 来稿请寄 投稿请寄 投稿方式 官方网站 网站标识码",
        "每份零售 零售每份 印刷 承印 印务 社长 总编辑 法律顾问 常年法律顾问 您?现在的?位置是",
        "本[报刊社台网版栏](?:地址|电话|网址|邮箱|信箱|热线|总机|传真|微信|订阅|发行|广告)[^，。：:]{0,6}",
        "本报(?:常年)?法律顾问",
        "[记编读][者辑](?:信箱|邮箱|热线|微信) 保护视力色",
        "今日互动 互动话题 今日话题 留言话题 本期话题 抖音号 快手号 视频号 头条号 报料电话",
    )
    + r")[\W_]*[：:].*",
    re.IGNORECASE,
)
_CRUMBS = re.compile(
    r"(?:[^，。：:]{0,8}位置\s?[：:]\s?)?(?:首页|主页|新闻中心|新闻频道|[\u4e00-\u9fff]{2,8}网)\s?(?:[>＞»›→/／-]+\s?[^>＞»›→/／。，]{1,14}\s?){1,6}[>＞»›]*"
    r"|[∙•·]\s?[^，。：:>＞»›]{2,10}\s?[>＞»›]|[^，。：:>＞»›]{2,10}\s?(?:[>＞»›]{1,2}\s?[^>＞»›。，]{1,14}\s?){2,6}[>＞»›]*"
)
_LEGAL = re.compile(
    r".{0,40}(?:版权所有(?!者)|All rights reserved|未经.{0,10}(?:授权|许可|允许|同意).{0,20}(?:转载|使用"
    r"|复制|不得|禁止)|未經.{0,10}(?:授權|許可).{0,12}轉載|禁止转载|"
    r"不得转载|请勿转载|转载请注明|轉載請註明|转载请联系|欢迎转载|侵权必究|侵权.{0,8}(?:删除|联系)|侵删"
    r"|(?<!这)不代表[^。，]{0,12}(?:立场|观点)|版权归[^。，]{1,12}所有(?=。?$|[，,].{0,8}[侵如未转])|(?:代替|替代)(?:医嘱|医生|诊断|就医)|投资需谨慎|邮编[：:]\s?\d{6}|仅代表作者(?:本人)?观点|观点[^。，]{0,4}仅?代表|仅供参考，不构成|转载此文(?:是|仅)).{0,60}"
    r"|[\W_]*(?:Copyright|©|\(c\)).{0,70}|.{0,12}(?:ICP[备证]|公网安备|许可证号?[：:]|网络视听许可).{0,30}",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"[\W_]*(?:Share (?:this|to|on|via)|Follow us|Scan the|Like us|Subscribe|Read more|Click here)\b.{0,50}"
    r"|[\W_]*(?:看更多|更多新闻|推荐阅读|热门新闻|往期推荐|往期回顾)[】\]：:].*|[\W_]*更多[^。，]{0,10}(?:报道|新闻|文章)[：:]"
    r"|[\W_]*(?:抖音|微信|微博|快手|视频|头条|小红书|QQ)(?:公众号|群|号)?[：:]\s?@?[\w\u4e00-\u9fff]{2,20}"
)
_NOTES = (
    ("share-and-follow line", _CALL),
    ("buttons of the web page", _BUTTONS),
    ("buttons of the web page", _ONE_BUTTON),
    ("navigation of the web page", _CRUMBS),
    ("copyright line", _LEGAL),
    ("line of the web page", _LABELLED),
)


_EDITOR_INSIDE = re.compile(
    r"[\s　]*[(（【\[](?:责任编辑|責任編輯|责编|責編|编辑|校对)\s*[：:／/]\s*[^()（）【】\[\]。]{2,20}[)）】\]]$"
)


def _chrome(line: Line) -> Line:
    inside = _EDITOR_INSIDE.search(line.text) if line.text[-1:] in ")）】]" else None
    if inside and inside.start():
        return replace(line.reworded(line.text[: inside.start()]), note="editor taken out")
    if len(line.plain) > _LONGEST or line.mark in {"title", "heading"} or "。" in line.plain[:-1]:
        return line
    if roles.is_roles(line.plain):
        return line.settled("boilerplate", "editor line")
    note = "" if datelines.tells_when(line.plain) else _kind(line.plain)
    return line.settled("boilerplate", note) if note else line


@remembered
def _kind(text: str) -> str:
    """Which line of the site it is, if it is one."""
    for view in wording.views(text):
        for note, pattern in _NOTES:
            if pattern.fullmatch(view) and (text[-1] != "。" or "buttons" not in note):
                return note
        if kickers.is_menu_of_site(view):
            return "navigation of the web page"
        if _BUTTONS.fullmatch(datelines.without_day(view)):
            return "buttons of the web page"
    return ""


def chrome(page: Page) -> Page:
    """Lines of the site go, and with `Further reading` at the end the headlines under it."""
    decided = _with_lists(page, each(_chrome)(page))
    last = max(
        (at for at, line in enumerate(decided) if not line.forced and _READING.fullmatch(line.plain)), default=len(page)
    )
    below = [line for line in decided[last:] if not line.fate]
    if not all(len(line.plain) <= _LINK and "。" not in line.plain for line in below):
        last = len(page)
    last = min(last, _first_link(decided))
    return (*decided[:last], *(line if line.fate else _link(line) for line in decided[last:]))


_CONTACT = re.compile(r".{0,4}(?:电话|電話|热线|熱線|地址|社址|邮箱|郵箱|信箱|网址|網址|微信|公众号|公眾號|网站|網站)")


def _with_lists(page: Page, decided: Page) -> Page:
    """A telephone number or an address among a list's other lines is told to the reader by the article."""
    return tuple(
        page[at] if not page[at].fate and line.fate and _CONTACT.match(line.plain) and _is_listed(decided, at) else line
        for at, line in enumerate(decided)
    )


def _is_listed(page: Page, at: int) -> bool:
    above = page[at - 1 : at] if at and not page[at].gap else ()
    below = [line for line in page[at + 1 : at + 2] if not line.gap]
    return any(not line.fate and shape.speaker(line.plain) for line in (*above, *below))


_OTHER = re.compile("[·•▶►\\s]*《[^《》]{4,40}》")


def _first_link(page: Page) -> int:
    """Where below the text the names of other articles begin, each in `《》`."""
    first = len(page)
    for at in range(len(page) - 1, -1, -1):
        if not page[at].fate and not _OTHER.fullmatch(page[at].plain):
            break
        first = at if not page[at].fate else first
    return first


def _link(line: Line) -> Line:
    return line.settled("boilerplate", "headline of another article")
