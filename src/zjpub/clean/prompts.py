"""What apps and sites ask of their readers in the middle of a text: tap, scan, open, share, comment.

Nobody can list the wordings, so a line is judged by its share of the words that such lines are made of: verbs of
reading apps, what they act on, counts, courtesies. A sentence of the article that begins like one has other words too.
"""

from __future__ import annotations

import re

from zjpub.clean import datelines, roles, wording
from zjpub.clean.page import Line, each
from zjpub.clean.remembering import remembered
from zjpub.clean.vocabulary import any_of

_LONGEST, _LONGEST_NOTICE = 60, 200
_DO = any_of(
    "点击 单击 点开 点 轻触 轻点 戳 猛戳 长按 按住 扫描 扫码 扫一扫 扫 识别 打开 下载 安装 分享到 分享至",
    "分享给 分享 转发 转载 返回 回到 查看 查阅 观看 收看 收听 听 看 读 阅读 阅览 浏览 了解 获取 关注 点赞",
    "点个 按赞 赞 在看 收藏 留言 评论 评论区 发表 写下 加入 订阅 添加 复制 展开 收起 加载 载入 缓冲 播放 暂停",
    "继续 剩余 上下滑动 左右滑动 滑动 “在看” 上滑 下滑 左滑 右滑 放大 缩小 还原 纠错 举报 投诉 反馈 检举 打印",
    "保存 登录 注册 参与 进入 投票 打赏 赞赏 支持 切换 关闭 跳转 置顶 星标 设为 设置 求 三连 一键 转 写评论",
    "看看 催更 追更 私信 回复 推送 解锁 领取 报名 咨询 下拉 刷新 搜索 升级 更新 选择 播报 朗读 划线 提交 列印",
    "转寄 追踪 登入 漏接 不漏接 错过 赞好 按个赞 踩 聊聊 讨论 说说 聊 进群 入群 加群 加 点我 点这里 往下",
    "往下滑 回 收藏本文 参与评论 请稍候 稍候 不错过 不再迷路 再走 看到 出发 刷 分享本文",
    "发布 抢沙发 招租 横屏 动动手指 动动小手 试听 预览 跳过 恢复 不迷路 抢先看 围观",
    "吐槽 打卡 签到 催稿 投币 充电 转评赞 知道 取消 开启 关掉 合成 修改 捐款 继续 前往 向上滑动 向下滑动 上滑 尽在",
    "报料 爆料 订报 付费 试读 续看 接着看 投送 通知 加关注 评价 晒 秀",
)
_THING = any_of(
    "APP 客户端 手机 二维码 全文 原文 原图 大图 图片 视频 影片 音频 新闻 内容 精彩内容 精彩 详情 资讯 评论区",
    "留言区 公众号 服务号 订阅号 视频号 小程序 微信 微博 抖音 快手 LINE IG Instagram YouTube Threads Telegram",
    "FB 脸书 粉丝专页 粉丝团 粉专 电子报 会员 讨论区 留言板 影音 专题 专页 头条 头条号 小红书 官网 官微",
    "朋友圈 好友 朋友 粉丝群 读者群 交流群 群聊 群 QQ空间 QQ Facebook Twitter 数字报 连结 链接 本页 页面 字号",
    "字级 字体 网友 首页 列表 蓝字 蓝色字 蓝色 卡片 名片 原创 文章 本文 此文 好文 栏目 专栏 频道 网页 电脑版",
    "手机版 简体 繁体 电脑 顶部 底部 窗口 浏览器 版本 账号 帐号 官方账号 帐户 WiFi Wi-Fi 网络 环境 流量 推送",
    "推荐 往期 热门 热点 热搜 相关 延伸 编辑推荐 猜你喜欢 精选 回顾 排行榜 排行 榜单 话题 标签 意见 建议 信息",
    "违法 不良 人数 次数 数 量 率 电话 邮箱 按钮 图标 右上角 左下角 右下角 左上角 上方 下方 文末 底端 屏幕",
    "作者 小编 编辑部 后台 消息 栏 框 键 号 ID 搜一搜 看一看 互动 活动 目录",
    "热评 热榜 看法 语音 视力色 广告位 广告 赞助商 推广 现场 夜间模式 护眼模式 模式 字幕 倍速 音量 弹幕 直播间 橱窗",
    "购物车 封面 海报 观点 心得 答案 福利 礼包 红包 优惠券 门票 名额 长图 推播 专属 上一页 下一页 上一则 下一则 人气",
    "小说 阅读器 标签 预览 网站 地图 导航 版面 标题 法律声明 隐私政策 用户协议 服务条款 友情链接 无障碍 PDF",
    "English 有奖",
    "AI 港闻 报章 读者 订户 栏目组 线索 影片 章节 本章 付费墙 弹窗 海量资讯 精准解读",
)
_GLUE = any_of(
    "请 欢迎 敬请 记得 别忘了 别忘 快来 快 赶快 马上 立即 立刻 即可 可以 可 来 去 到 在 就 和 与 并 或 及 后",
    "我要 我 大家 都 您 你 的 我们 哦 吧 啦 呀 让 更多人 更多 最新 更 本报 本刊 本网 已有 已 全部 所有 共 有",
    "条 人 次 个 万 分钟 阅 字 大 中 小 特大 标准 默认 上 下 左 右 一 下一 上一 张 篇 页 为 把 给 至 从 以 用",
    "使用 通过 其他 其它 喜欢 觉得 好看 不错 如果 如 更好 第一时间 每一 每天 每日 每次 一起 吗 呢 此 这里 处",
    "还 不 没有 暂无 暂时 正在 失败 成功 点此 有误 过低 当前 前 支持 想 想要 说 说说 什么 看法 一下 两句 两",
    "句 次推送 完 到了 再 走 官方 您的 向 最 时 今日 昨日 本周 热 新 支 呗 哟 喔 随时 随地 免费 独家 为你",
    "为您 第 今天 里 内 入口 之 也 还可 进行 后台 方式 于 向 本 怎么 怎样 如何 约 需 预计 左右 共计 咱们 咱 哪些",
    "有话 先 另 长 往 个个 以上 以下 同 同步 已经 由 按此 身边 其他人 点一下 一下 两下 想不想 不可 可点 轻 版",
)
_COUNT = r"\d[\d.,:]*(?:[万wWkK]\+?|\+)?"
_NAMED = r"[“《「@#【][^”》」】。，]{1,14}[”》」】#]?|(?<=[：:])\s?[A-Za-z][\w-]{3,19}"
_WORD = re.compile(
    rf"(?P<do>{_DO})|(?P<thing>(?i:{_THING}))|(?P<glue>{_GLUE})|(?P<count>{_COUNT})|(?P<name>{_NAMED})"
    r"|(?P<mark>[^\w]+)|(?P<other>\w)"
)
_OWN = any_of(
    "二维码 公众号 服务号 订阅号 视频号 客户端 APP 朋友圈 小程序 LINE 粉丝专页 粉丝团 IG 电子报 连结 列印",
    "转寄 追踪 复制 登入 会员 进群 赞 踩 专题 往下 蓝字 在看 星标 三连 评论区 留言区 阅读原文 全文 字号 字级",
    "扫码 扫一扫 长按 点赞 转发 举报 纠错 转载 粉丝群 读者群 头条号 打赏 加载 浏览器 关注 收藏 分享 返回 下载",
    "打印 评论 留言 订阅 滑动 往期 猜你喜欢 一键 WiFi 官微 催更 赞赏 点击 查看 浏览 更多 阅读 推荐 播放",
    "已关注 热点 热门 登录 投诉 反馈 电脑版 缓冲 安装 朗读 切换 戳视频 戳图 戳这里 戳链接 展开剩余 抢沙发 横屏 热评",
    "热榜 语音播放 收听 试听 广告位 赞助商 护眼模式 弹幕 直播间 购物车 转评赞 投币 首页 推播 长图 阅读器 网站地图",
    "无障碍 法律声明 隐私政策 导航 上一页 下一页 上一则 下一则 人气 捐款 付费 AI合成 PDF 报料 订报 预览 有奖",
)
"""Words of which such a line holds one."""
_OWN_WORD, _OWN_IN_LATIN = re.compile(_OWN), re.compile(any_of("APP LINE IG WiFi"), re.IGNORECASE)
_STRONG = re.compile(
    r"二维码|粉丝专页|粉丝团|电子报|(?<![A-Za-z])(?:LINE|IG)(?![A-Za-z])|公众号|服务号|订阅号|视频号|客户端|(?<![A-Za-z])APP(?![A-Za-z])|朋友圈|蓝字|在看|星标|阅读原文|粉丝群|读者群|抖音号|一键三连",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"(?:电话|专线)[：:]|[转摘选]自|转载自|原载|^[\u4e00-\u9fff]{2,4}(?:方式|途径|渠道|入口|办法|平台)[：:]|"
    r"[，,](?:就能|才|却|也|便|他|她|它|我(?!们)|那)|着|(?<!我)们|[的了](?=[。，]|$)|就能|里能|[他她它]|老人|孩子"
)
_PAIRED = re.compile(r"^\w{2,4}(?:(?<!参)与|[和及])\w{2,4}$")
"""Two things side by side are a heading: `安装与下载`."""
_SHARE, _SHARE_OF_STRONG = 0.86, 0.6
_PLACE = r"[^，。：:\s]{2,10}"
_PHRASES = re.compile(
    rf"[\W_]*(?:返回{_PLACE}[，,\s]*查看更多"
    r"|[^，。：:]{0,8}(?:新闻|报料|爆料|读者|投稿|订报|订阅|发行|举报|不良信息|监督)[^，。：:]{0,6}(?:热线|专线|电话|邮箱)[：:\s]*[A-Za-z\d@._\-—－、,，转\s/／]{5,40}"
    r"|[^。]{0,24}扫一扫[”」]?[^。，]{0,4}即可[^。，]{0,6}(?:分享|转发|发送)[^。，]{2,8}"
    r"|(?:视频|音频|图片|页面|影片)(?:加载|载入|缓冲)中|(?:本文|本报道)由[^。]{2,16}授权(?:转载|刊[载登])"
    r"|(?:网友|用户)?(?:评论|留言|观点)[^。，]{0,6}(?:代表|观点)[^。，]{0,12}(?:观点|立场)?"
    rf"|(?:关注|下载|打开|搜索|订阅|登录|进入|安装)[“《]?{_PLACE}[”》]?(?:APP|客户端|公众号|视频号|小程序)[，,\s]*[^。]{{0,12}}"
    r"|(?:如果|要是|别忘|记得|请|快|把(?:它|本文|文章|这)|喜欢|觉得|转发|分享|推荐)[^。]{0,16}(?:转发|分享|推荐|转)?给[^。，]{0,10}(?:朋友|好友|家人|亲友|同学|同事|群|人)[^。，]{0,4}"
    r"|(?:请|欢迎)?(?:关注|订阅|追踪|星标)我们[，,\s！!][^。]{0,18}|往期精彩回顾"
    r"|(?:[你您]的)?(?:每一[次个份])?(?:转发|点赞|关注|分享|在看|支持|打赏)[、和与]?[^。，]{0,6}(?:[就都]?是)[^。，]{0,8}(?:支持|鼓励|动力|肯定)"
    r"|[^。，]{0,24}[，,、]?尽在[^。，]{1,12}(?:app|客户端|[网报号]|频道|平台|新闻|传媒)|[^，。：:]{1,10}(?i:app)\s?下载|(?:转发?|分享|推荐|发)给[^。，]{1,14}的?[人你他她们]"
    r"|[^，。：:]{0,8}(?:报料|爆料|投稿|订报|求助|线报)[^，。：:]{0,3}[：:\s]\s?[A-Za-z\d@._\-—\s]{5,30}"
    r"|(?:文章|本文|全文)(?:已于|于)[^。，]{6,18}(?:修改|更新|编辑|删除)"
    r"|[您你]的(?:浏览器|设备|手机|版本)[^。]{0,6}(?:不支持|过低|暂不)[^。]{0,16}"
    r"|(?:notice|disclaimer|statement|copyright|all rights reserved)\b[\x20-\x7e]*"
    r"|(?:饮酒过量|酒后不开车|禁止酒驾|吸烟有害|未满18岁)[^。]{0,24}|(?:相关)?(?:字词|关键字|标签|话题)\s?[：:﹕][^。，]{1,30}"
    r"|本[报刊台网站社][^。，：:]{0,10}(?:保留|拥有)[^。，]{0,8}权[利力]?|正在播放[：:]?[^。，]{0,10}"
    r"|[^。，：]{0,6}不良信息[^。，：]{0,4}(?:电话|热线)[：:\s]*[\d-]{5,}|原创不易[^。]{0,14}|(?:本文|全文)[^。]{0,4}\d+\s?字[，,\s]*[^。]{0,8}阅读[^。]{0,10}"
    r"|[^，。：:]{0,14}官方(?:微博|微信|抖音|快手|视频号|公众号|头条|账号|小红书)(?:号|公众号)?(?:[：:\s]*@?\w{2,16})?"
    r"|(?:喜欢|觉得)(?:这篇|本|此)?[^。]{0,14}(?:点|按|给)个[“]?(?:赞|在看)[^。，]{0,8}"
    rf"|更多[^，。]{{0,10}}[，,\s]*(?:请|敬请)?(?:关注|追踪|下载|打开|点击|搜索|扫|登录|访问|尽在|见)[^。]{{2,20}}"
    r")[\W_]*",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"[\W_]*(?:轻?点击?|戳|扫描?|长按|识别|滑动|左滑|右滑|上滑|打开|搜索)[^。，！]{0,8}"
    r"(?:蓝字|二维码|卡片|链接|图片|原文|按钮|上方|下方|文末|角|小程序|公众号|关键词)[^。；]{0,24}"
)
"""What to touch, said without a stop; with one, the article may say it."""
_LONE = re.compile(
    r"[\W_]*(?:"
    + any_of(
        "关注我们 追踪我们 在看 QQ空间 用手机看 暂无评论",
        "收藏 举报 评论 关注 已关注 留言 推荐 纠错 点赞 转发 分享 听新闻 听全文 语音播报 微信 微博 取消 确定 关闭",
        "复制链接 放大图片 打赏 返回 更多 加载更多 人划线",
        "手机看新闻 我要留言 我要评论 大家都在看 猜你喜欢 正在加载 为你推荐 编辑推荐 今日热点 热点推荐 热门排行",
        "相关推荐 往期好文 为您推荐 看更多 回首页 更多推荐 为您精选 最热评论 热门评论 网友热评 精选留言 今日热榜 收起",
        "相关文章 回上一页 下一则新闻 上一则新闻 其他人也在看 去阅读 关灯 订阅 PDF下载 下载PDF版 标题导航",
        "版面导航 版面概览",
        "日一二三四五六 国内外公开发行 全国公开发行 内部资料 免费交流 本文有删节 有删节 专题页",
        "站内搜索 无障碍 字号 热新闻 联系我们 广告合作 法律声明 关于我们 加入我们 原创 转载 首发 独家",
        "推广 广告 赞助商链接 广告位招租 语音播放 正文结束 特此声明 说点什么吧 展开",
        "赞助内容 商业推广 热搜榜 排行榜",
    )
    + r"){1,2}[^\w。！!]*"
    r"|[\W_]*(?i:the\send|end|top|back\sto\stop|advertisement|sponsored|read\smore|share|comments?)[\W_]*"
    r"|[\W_]*(?:(?:我要|我来|立即|马上|正在|点此|更多|查看|查看全部|最新|全部|已有?|去|写|本文|切换到|请|一键)\s?(?:\d+\s?[人条次]?)?)"
    r"(?:下载|打印|纠错|评论|留言|投稿|订阅|关注|分享|举报|登录|更多|资讯|新闻|内容|缓冲|加载|播放|收藏|转发|报料|爆料|电脑版|手机版|两句|一句|说两句|看法)(?:\d+|[（(]\d+[）)])?[^\w。]*"
    r"|[\W_]*(?:缓冲|加载|播放|载入)中[^\w。]*|(?:#[^#]{1,12}#\s*)+|喜欢此内容的人还喜欢|说说你的看法|字号[：:]?\s?[AT+\-|\s]+"
    r"|(?:全部|最新|热门|精彩|网友)?(?:评论|留言|点赞|阅读|浏览)\s?[（(]?\d+[）)]?"
    r"|[\[【(（<](?:图片|视频|音频|表情|图|详细|全文|更多)[\]】)）>]|[\[(（<]链接[\])）>]|(?:已有|共有?)?\s?\d+\s?[人次位](?:点赞|评论|留言|收藏|转发|在看|看过)|(?:全文|本文)(?:共|约)\s?\d+\s?字|[\s↓↑⬇⬆⇩⇓➜👇👆☟]+"
    r"|(?i:android|iphone|ipad|ios|pc|手机|电脑)版|\+1|\d{1,3}0000\s?\+|(?:[日一二三四五六七]\s){5,6}[日一二三四五六七]|(?:[#＃][^#＃\s，。]{1,12}\s?){2,}"
    r"|(?:人气|已?阅读|浏览|点阅|观看)\s?[：:]?\s?\d[\d.,]*\s?[万千]?\s?[次人]?|字[体号级](?:大小)?[：:\s]*(?:[A大中小]\s?[+-]?\s?){2,4}"
    r"|\d\d:\d\d\s?/\s?\d\d:\d\d|[T字][大小]\s[T字][大小]|(?:版权归|图片来源?(?:于|自)?网络|图源网络)[^。]{0,24}(?:侵删|删除|所有|联系)"
)
_NOTICE = re.compile(
    r"[\W_]*[\u4e00-\u9fff]{0,4}声明\s*[：:].*(?:转载|版权|本网|本站|本平台|侵权|来源|作者|参考).*"
    r"|[\W_]*(?:本文|原创)[^。，]{0,16}[，,\s](?:版权|未经|转载|侵权)[^。]{0,40}"
    r"|[\W_]*本(?:内容|文)未经[^。]{0,14}(?:转载|使用).*"
)


_ORIGINAL = re.compile(r"[\W_]*(?:本文|本内容|本內容|原[创創])")


def _share(view: str) -> tuple[float, int]:
    """How much of the words a line of this kind is made of, and how many such words there are."""
    known = total = words = 0
    for found in _WORD.finditer(view):
        length = len(found[0])
        if found.lastgroup == "mark" or (found.lastgroup == "name" and found[0][0] in "“「"):
            continue
        total += length
        if found.lastgroup != "other":
            known += length
            words += found.lastgroup in {"do", "thing"}
    return (known / total if total else 0.0), words


@remembered
def is_prompt(text: str) -> bool:
    """Whether a line speaks to the reader of an app or a site."""
    return any(_asks(view) for view in wording.views(text))


def _asks(view: str) -> bool:
    if _LONE.fullmatch(view) or _PHRASES.fullmatch(view):
        return True
    if _ORDER.fullmatch(view) and not _TELLS.search(view):
        return True
    if not (_OWN_WORD.search(view) or _OWN_IN_LATIN.search(view)) or _TELLS.search(view):
        return False
    share, words = _share(view)
    if words < 2 or _PAIRED.search(view):
        return False
    closed = view[-1] in "。；"
    return share >= (1 if closed else _SHARE_OF_STRONG if _STRONG.search(view) else _SHARE)


def _is_prompt_after_duty(text: str) -> bool:
    """`责任编辑：李娜 分享让更多人看到`."""
    duty, _, rest = text.partition(" ")
    return len(rest) > 1 and roles.is_roles(duty) and is_prompt(rest)


def _prompt(line: Line) -> Line:
    text = line.plain
    if len(text) > _LONGEST_NOTICE or line.mark in {"title", "heading"} or datelines.tells_when(text):
        return line
    if len(text) <= _LONGEST and (is_prompt(text) or _is_prompt_after_duty(text)):
        return line.settled("boilerplate", "prompt of an app or a site")
    if ("明" in text[:8] or _ORIGINAL.match(text)) and _NOTICE.fullmatch(wording.simplified(text)):
        return line.settled("boilerplate", "copyright line")
    return line


prompts = each(_prompt)
