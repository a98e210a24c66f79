"""What apps and sites ask of their readers in the middle of a text: tap, scan, open, share, comment.

Such a line holds nothing but the words of buttons and pointers, so that a sentence which only begins like one stays.
"""

from __future__ import annotations

import re

from zjpub.clean.page import Line, each
from zjpub.clean.vocabulary import any_of

_LONGEST, _LONGEST_NOTICE = 48, 200
_ASK = (
    "请 請 欢迎 歡迎 敬请 敬請 记得 記得 别忘了 快来 快 赶快 马上 立即 可 可以 即可 来 來 去 到 在 就 和 与 并 或 "
    "后 並 我要 大家 您 你 的 我们 我們 哦 吧 啦 呀 让 讓 更多人 看到 本报 本報 本文 上方 下方 右上角 左下角 文末 "
    "大 中 小"
)
_DO = (
    "点击 點擊 点 點 轻触 轻点 长按 長按 扫描 掃描 扫码 掃碼 扫一扫 掃一掃 扫 掃 识别 識別 打开 打開 下载 下載 "
    "分享 转发 轉發 返回 回到 查看 查閱 了解 关注 關注 点赞 點讚 按讚 按赞 收藏 留言 评论 評論 阅读 閱讀 加入 "
    "订阅 訂閱 复制 複製 展开 展開 收起 加载 載入 继续 繼續 剩余 剩餘 往下 收听 听 聽 看 观看 收看 "
    "放大 缩小 縮小 还原 默认 纠错 举报 檢舉 打印 列印 扫码阅读 保存 添加 登录 登錄 参与 參與 进入 進入 投票 打赏"
)
_THING = (
    "APP 客户端 客戶端 手机 手機 二维码 二維碼 更多 全文 原文 原图 大图 大圖 图片 圖片 视频 視頻 影片 音频 新闻 "
    "新聞 内容 內容 精彩 精彩内容 精彩內容 详情 詳情 资讯 資訊 评论区 留言区 留言區 公众号 公眾號 微信 微博 "
    "朋友圈 视频号 小程序 LINE 好友 粉絲團 粉丝团 電子報 电子报 连结 連結 链接 本页 本頁 字號 字号 字級 字体 网友 "
    "更多评论 首页 首頁 列表 蓝字 藍字 卡片 名片"
)
_BETWEEN = r"[\s，,、。！!~～.…:：|｜/／·>＞›»↓↑“”\"\-—()（）\[\]【】]*"
_ANY_DO = any_of(*(word for word in _DO.split() if len(word) >= 2))
_POINTS = rf"(?=.*{any_of(_DO)}.*{any_of(_THING)}|.*{any_of(_THING)}.*{any_of(_DO)}|.*{_ANY_DO}.*{_ANY_DO})"
_PROMPT = re.compile(rf"{_POINTS}{_BETWEEN}(?>(?>{any_of(_ASK, _DO, _THING)}){_BETWEEN}){{2,12}}", re.IGNORECASE)
_NAMED = re.compile(
    r"[\W_]*(?:返回[\u4e00-\u9fffA-Za-z]{2,8}[，,\s]*查看更多"
    r"|(?:打开|打開|下载|下載|登录|进入|請下載|更多[^，。]{0,8}[，,\s]*[请請]?(?:下载|下載|打开|关注|關注))"
    r"[^，。]{0,10}(?:APP|客户端|客戶端|公众号|小程序)[，,\s]*(?:[查观收]?[看阅读閱讀听][^。]{0,8})?"
    r"|[^，。：:]{0,8}(?:新闻|新聞|报料|爆料|读者|投稿|訂報|订报)(?:热线|熱線|专线|電話|电话)[：:\s]*[\d\-—－、,，转\s/／]{7,40}"
    r"|(?:视频|視頻|音频|图片|圖片|页面|影片)(?:加载|載入|加載|缓冲)中|(?:本文|本報導)由[^。]{2,16}(?:授权|授權)(?:转载|轉載|刊[载載登])"
    r")[\W_]*",
    re.IGNORECASE,
)
_LONE = re.compile(
    r"[\W_]*(?:"
    + any_of(
        "收藏 举报 檢舉 评论 評論 关注 關注 留言 推荐 推薦 纠错 我要纠错 点赞 转发 分享 听新闻 聽新聞 手机看新闻",
        "加载更多 載入更多 查看更多 我要留言 我要评论 複製連結 复制链接 放大图片",
    )
    + r")[^\w。！!]*|[\[【(（<](?:图片|圖片|视频|視頻|音频|表情|图|链接)[\]】)）>]|[\s↓↑⬇⬆⇩⇓➜👇👆☟]+"
)
_NOTICE = re.compile(
    r"[\W_]*(?:免责|免責|版权|版權|特别|郑重)?(?:声明|聲明)\s*[：:].*(?:转载|轉載|版权|版權|本网|本站|本平台|侵权|来源|作者).*"
)


def _prompt(line: Line) -> Line:
    text = line.plain
    if len(text) > _LONGEST_NOTICE or line.mark in {"title", "heading"}:
        return line
    if len(text) <= _LONGEST and any(pattern.fullmatch(text) for pattern in (_LONE, _PROMPT, _NAMED)):
        return line.settled("boilerplate", "prompt of an app or a site")
    if "明" in text[:8] and _NOTICE.fullmatch(text):
        return line.settled("boilerplate", "copyright line")
    return line


prompts = each(_prompt)
