"""The words that papers, sites and apps put around an article, in many styles."""

from __future__ import annotations

import random
from collections.abc import Sequence

from bed.truth import Truth

_TURN_FROM = (
    "（下转第3版）",
    "（下转A03版）",
    "(下转第二版)",
    "下转3版",
    "【下转04版】",
    "▶▶下转第5版",
    "（下转第6版）",
)
_TURN_TO = (
    "（上接第1版）",
    "（上接A01版）",
    "(上接第一版)",
    "上接1版",
    "【上接01版】",
    "（紧接第一版）",
    "（上接第1版）",
)
_ABOVE = (
    "点击上方蓝字关注我们",
    "首页 > 新闻 > 正文",
    "当前位置：首页 > 本地 > 正文",
    "字号：大 中 小",
    "分享到：微信 微博 QQ空间",
    "打印本页",
    "【字体：大 中 小】",
    "您现在的位置：首页>>要闻",
    "字号 大 中 小 打印本页 关闭窗口",
    "↑点击上方“中州晚报”关注我们",
    '<div class="content">',
    "第A04版",
    "A04 要闻",
)
_BELOW = (
    "扫码关注本报官方微信",
    "分享到：",
    "扫一扫，看更多精彩内容",
    "长按识别二维码关注我们",
    "版权声明：未经授权不得转载",
    "阅读原文",
    "点赞 在看 转发",
    "上一篇：市区供暖今日开始",
    "下一篇：明日天气预报",
    "相关阅读",
    "返回顶部",
    "新闻热线：0371-65798888",
    "【打印】【关闭】",
    "更多精彩内容，请下载客户端",
    "阅读 10万+",
    "©2023 版权所有 侵权必究",
    "END",
    "— END —",
    "喜欢就点个“在看”吧",
    "豫ICP备12345678号",
    "</div>",
    "本文来自网络，侵删",
    "声明：转载此文是出于传递更多信息之目的。",
    "投稿邮箱：zzwb@example.com",
    "欢迎关注微信公众号：中州晚报",
    "评论(12)",
    "……………………",
    "* * *",
)
_EDITORS = (
    "责任编辑：刘畅",
    "编辑 周洁 校对 李晓",
    "（责任编辑：赵倩）",
    "责编：孙静 校对：吴迪",
    "编辑：何苗",
    "[责任编辑：郑爽]",
    "编辑/田野",
    "一审 王芳 二审 李军 三审 张强",
    "校对：马骁",
    "统筹：钱程 编辑：孙梅 审核：李岩",
    "美编：胡蝶",
    "本版编辑 陈曦",
    "责任编辑 刘畅 美编 胡蝶",
    "审核：高山",
    "值班主任：宋佳",
    "（编辑 杨柳）",
    "监制：许诺 | 主编：丁香 | 编辑：白露",
    "实习编辑 林静",
)
_CAPTIONS = (
    "{text} {credit} 图",
    "{text} {credit} 摄",
    "{text} {credit}/摄",
    "{text}。{credit} 摄",
    "{text}（{credit} 摄）",
    "{text} 摄影/{credit}",
    "{text} 摄影：{credit}",
    "{text}。（{credit} 摄）",
    "{text} 本报记者 {credit} 摄",
    "{text}。本报记者 {credit} 摄",
    "{text} 图/{credit}",
    "{text} {credit} 供图",
    "{text}（{credit}供图）",
    "{text} 图片来源：{credit}",
    "▲{text} {credit} 摄",
    "{text}。新华社记者 {credit} 摄",
    "{text} 记者 {credit} 摄影",
    "{text} {credit}/图",
    "{text}。新华社发（{credit} 摄）",
    "{text} 通讯员 {credit} 摄",
    "{text} 图源：{credit}",
    "{text}  {credit}摄",
    "{text}。{credit}摄",
    "{text} 全媒体记者 {credit} 摄",
    "{text} 摄影 {credit}",
    "{text} 图：{credit}",
)
_WEEKDAYS = "一二三四五六日"


class Wording:
    """One paper's habits: the same words for the same thing through one article, chosen anew for the next."""

    def __init__(self, rng: random.Random, truth: Truth) -> None:
        self._rng = rng
        self._caption = [rng.choice(_CAPTIONS), rng.choice(_CAPTIONS)]
        self._number = 0
        self._numbers = rng.choice(
            ("- {} -", "— {} —", "第 {} 页 共 8 页", "第{}页", "{}", "·{}·", "{}/8", "第{}页/共8页", "Page {} of 8")
        )
        self._date = truth.date
        paper = truth.source or "中州日报"
        self._paper = paper if paper.endswith("报") else "中州日报"
        self._turn = rng.randrange(len(_TURN_FROM))
        self._head = rng.randrange(7)

    def turn_from(self) -> str:
        """`Turn to page 3`."""
        return _TURN_FROM[self._turn]

    def turn_to(self) -> str:
        """`Turned from page 1`."""
        return _TURN_TO[self._turn]

    def page_number(self) -> str:
        """One page further."""
        self._number += 1
        return self._numbers.format(self._number)

    def page_header(self) -> str:
        """Paper, date and page in one line, or some of them."""
        day = _spelled(self._date) if self._date else "2022年6月1日"
        week = f"星期{self._rng.choice(_WEEKDAYS)}" if not self._date else f"星期{_weekday(self._date)}"
        return (
            f"{self._paper} {day} {week} 第3版",
            f"{day} {week} {self._paper}",
            f"第A04版 {self._paper}",
            f"{day}  {week}  要闻  03",
            f"03版 要闻 {day} {week}",
            f"{self._paper} | {day} | A04",
            f"2版 综合 {self._paper} {day}",
        )[self._head]

    def above(self) -> str:
        """A line that sites put over an article."""
        return self._rng.choice(_ABOVE)

    def below(self) -> str:
        """A line that sites and apps put under an article."""
        return self._rng.choice(_BELOW)

    def editor(self) -> str:
        """Who edited it."""
        return self._rng.choice(_EDITORS)

    def caption(self, text: str, credit: str | None) -> str:
        """A caption with its credit."""
        if credit is None:
            return f"图为{text}"
        style = self._rng.choice(self._caption)
        return style.format(text=text, credit=credit)

    def facts(self, truth: Truth) -> list[tuple[str, str]]:
        """The lines that tell who, whence and when."""
        in_leads = any("本报讯（" in text for _, text in truth.body)
        names = () if in_leads else truth.byline
        day = _dated(self._rng, truth.date) if truth.date else None
        lines: list[tuple[str, str]] = []
        if truth.source and day and self._rng.random() < 0.3:
            lines.append(
                (
                    f"来源：{truth.source} 发布时间：{day}"
                    if self._rng.random() < 0.5
                    else f"{day} 来源：{truth.source}",
                    "source",
                )
            )
        else:
            if truth.source:
                lines.append(
                    (
                        self._rng.choice(
                            ("来源：{}", "稿件来源：{}", "来源: {}", "（来源：{}）", "文章来源：{}")
                        ).format(truth.source),
                        "source",
                    )
                )
            if day:
                lines.append((self._rng.choice(("{}", "发布时间：{}", "时间：{}", "日期：{}")).format(day), "date"))
        if names:
            lines.append((_signed(self._rng, names), "byline"))
        self._rng.shuffle(lines)
        return lines


def _signed(rng: random.Random, names: Sequence[str]) -> str:
    wide = [f"{name[0]}\u3000{name[1]}" if len(name) == 2 and rng.random() < 0.3 else name for name in names]
    style = rng.choice(
        (
            "记者 {}",
            "本报记者 {}",
            "■本报记者 {}",
            "记者{}",
            "作者：{}",
            "文/{}",
            "□本报记者 {}",
            "撰文：{}",
            "本报记者 {} 文/图",
            "文/图 记者 {}",
            "作者 {}",
            "（记者 {}）",
            "全媒体记者 {}",
            "记者：{}",
            "文 / {}",
            "撰文/{}",
            "●本报记者 {}",
        )
    )
    if len(names) == 2 and rng.random() < 0.2:
        return f"本报记者 {wide[0]} 通讯员 {wide[1]}"
    return style.format(rng.choice((" ", "  ", "、") if "\u3000" not in "".join(wide) else ("  ", "、")).join(wide))


def _spelled(date: str) -> str:
    year, month, day = map(int, date.split("-"))
    return f"{year}年{month}月{day}日"


def _dated(rng: random.Random, date: str) -> str:
    return rng.choice(
        (
            _spelled(date),
            date,
            date.replace("-", "/"),
            f"{date} 08:30",
            f"{_spelled(date)} 08:30",
            f"{date} 08:30:15",
            f"{_spelled(date)} 星期{_weekday(date)}",
        )
    )


def _weekday(date: str) -> str:
    import datetime

    return _WEEKDAYS[datetime.date.fromisoformat(date).weekday()]
