"""Who wrote it, in the ways in which papers say so; photographers and editors are not writers."""

from __future__ import annotations

import pytest

from zjpub.clean import clean
from zjpub.model import InputLine, Source


def _byline(line: str) -> tuple[str, ...]:
    page = (
        "守天鹅的人",
        line,
        "老船工记得，三十年前天鹅来的时候，村里人是要赶的。",
        "后来，赶天鹅的人变成了守天鹅的人。",
    )
    return clean(Source("x", "x", tuple(InputLine(n, text) for n, text in enumerate(page, 1)))).byline


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("记者 王赛华 鲁慧", ("王赛华", "鲁慧")),
        ("记者王赛华 鲁慧", ("王赛华", "鲁慧")),
        ("记 者 王 赛 华", ("王赛华",)),
        ("本报记者 何　立", ("何立",)),
        ("本报记者何　立 通讯员 马建国", ("何立", "马建国")),
        ("记者 王赛华 文 鲁慧 图", ("王赛华",)),
        ("本报记者 王赛华/文 鲁慧/图", ("王赛华",)),
        ("文/王赛华 图/鲁慧", ("王赛华",)),
        ("文 王赛华 图 鲁慧", ("王赛华",)),
        ("文/图 记者 季　羽、丁雪", ("季羽", "丁雪")),
        ("记者 王赛华 鲁慧 文/图", ("王赛华", "鲁慧")),
        ("作者：李敏 编辑：刘畅", ("李敏",)),
        ("撰文丨张三 编辑丨李四 校对丨王五", ("张三",)),
        ("记者 张莉娜 实习生 王琳", ("张莉娜",)),
        ("见习记者 张莉娜", ("张莉娜",)),
        ("作者: Jack Chen", ("Jack Chen",)),
        ("记者 阿依古丽·买买提", ("阿依古丽·买买提",)),
        ("作者：阿依古丽·买买提、Jean-Luc O’Neill", ("阿依古丽·买买提", "Jean-Luc O’Neill")),
        ("记者 王赛华 2022-12-09", ("王赛华",)),
        ("2023-04-08 来源：河南日报 作者：王婷 责任编辑：李娜", ("王婷",)),
        ("2023-04-08 09:15 来源：河南日报 作者：王婷 字号：大 中 小 打印", ("王婷",)),
        ("作者：王婷 分享到：微信 微博", ("王婷",)),
        ("記者王小明／臺北報導", ("王小明",)),
        ("□ 张晓风", ("张晓风",)),
        ("责任编辑：李娜", ()),
        ("摄影：李娜", ()),
        ("记者 李娜 摄", ()),
        ("记者走进车间", ()),
        ("本报讯（记者 秦岚 通讯员 宋词）昨天，天鹅到了。", ("秦岚", "宋词")),
        ("新华社郑州4月8日电（记者何　立）昨天，天鹅到了。", ("何立",)),
        ("据记者王赛华报道，天鹅到了。", ()),
        ("江报全媒体记者何立 王赛华 文/图", ("何立", "王赛华")),
        ("何立 文/图", ("何立",)),
        ("记者∕何立", ("何立",)),
        ("【本报讯】（记者 何立）昨天，天鹅到了。", ("何立",)),
        ("本报讯 记者何立报道：昨天，天鹅到了。", ("何立",)),
        ("〔記者何立／彰化報導〕昨天，天鵝到了。", ("何立",)),
        ("（中央社記者何立彰化21日電）昨天，天鵝到了。", ("何立",)),
        ("（作者单位：江陵大学文学院）", ()),
        ("Author: Kevin Lu", ("Kevin Lu",)),
        ("【大公報訊】記者盧靜怡廣州報道：昨天，天鵝到了。", ("盧靜怡",)),
        ("By 王赛华  |  2023-03-01", ("王赛华",)),
        ("读书时间全媒体记者 叶知秋", ("叶知秋",)),
        ("本报记者 蒋文 摄", ()),
        ("本 网 讯(记 者 吕 晴 川)今 年 的 天 鹅 到 了。", ("吕晴川",)),
        ("文：季羽 图：采访对象提供", ("季羽",)),
        ("記者 盧靜怡 報導", ("盧靜怡",)),
        ("渔家生活记者 季羽", ("季羽",)),
        ("撰文/摄影：何立", ("何立",)),
        ("文字 何立 图片 鲁慧", ("何立",)),
        ("文/摄影 何立", ("何立",)),
        ("本报讯(全媒体记者 何立 文/图)昨天，天鹅到了。", ("何立",)),
    ],
)
def test_byline(line: str, names: tuple[str, ...]) -> None:
    assert _byline(line) == names


@pytest.mark.parametrize("first", ["本报讯（记者 秦岚 通", "新华社郑州4月8日电（记者 秦岚 通讯员 宋"])
def test_half_of_a_lead_is_text(first: str) -> None:
    page = ("守天鹅的人", "", first, "", "讯员 宋词）昨天傍晚，第一批天鹅落在了江边的浅滩上。")
    article = clean(Source("x", "x", tuple(InputLine(n, text) for n, text in enumerate(page, 1))))
    assert [entry.fate for entry in article.ledger][1] == "paragraph"
    assert article.byline[0] == "秦岚"


def test_byline_after_the_last_stop() -> None:
    page = ("守天鹅的人", "", "天鹅来的时候，村里人是要赶的。", "", "后来，赶天鹅的人变成了守天鹅的人。（记者 何立）")
    lines = tuple(InputLine(n, text) for n, text in enumerate(page, 1))
    assert clean(Source("x", "x", lines)).byline == ("何立",)


def test_name_below_the_date_is_the_writers() -> None:
    page = (
        "守天鹅的人",
        "2023年4月8日",
        "○ 季羽",
        "天鹅来的时候，村里人是要赶的。",
        "后来，赶天鹅的人变成了守天鹅的人。",
    )
    assert clean(Source("x", "x", tuple(InputLine(n, text) for n, text in enumerate(page, 1)))).byline == ("季羽",)
