"""Markdown loses its marks, never a line or a word."""

from __future__ import annotations

import pytest

from zjpub.ingest.md import read

ARTICLE = """---
voices: {zh: silence}
---
# 小城**通水**记

记者 [李明](https://example.org/li)，
新建的*水厂*开始供水。
**“水从山里来”**建成新体系
![图为水厂。张三 摄](plant.jpg "水厂")

水从山里来
---

- 甲项
- 乙项，
  它的第二行
1. 面粉三克
2. 水五克
   - 里层

> 引用的话
> 第二行

| 年份 | 水量 |
|------|-----:|
| 2022 | **5** |

```text
代码里的话
```

<div class="note">
块里的 <b>话</b> &amp; 别的
</div>
<script>
alert("不是话")
</script>

行内 <span>标签</span>，`代码`，&lt;符号&gt;，\\*星\\*，一<br>二

***
##紧挨的标题
#话题#正文
"""


def test_every_line_keeps_its_number_and_its_words() -> None:
    text = read(ARTICLE.encode(), "x.md")
    assert text.settings == {"voices": {"zh": "silence"}}
    assert [(line.number, line.text, line.mark) for line in text.lines if line.text] == [
        (4, "小城通水记", "title"),
        (6, "记者 李明，", ""),
        (7, "新建的水厂开始供水。", ""),
        (8, "“水从山里来”建成新体系", ""),
        (9, "图为水厂。张三 摄", ""),
        (11, "水从山里来", "heading"),
        (14, "甲项", "item"),
        (15, "乙项，", "item"),
        (16, "它的第二行", ""),
        (17, "1. 面粉三克", "item"),
        (18, "2. 水五克", "item"),
        (19, "里层", "item"),
        (21, "引用的话", ""),
        (22, "第二行", ""),
        (24, "年份 | 水量", "item"),
        (26, "2022 | 5", "item"),
        (29, "代码里的话", ""),
        (33, "块里的 话 & 别的", ""),
        (39, "行内 标签，代码，<符号>，*星*，一 二", ""),
        (42, "紧挨的标题", "heading"),
        (43, "#话题#正文", ""),
    ]
    assert [line.number for line in text.lines] == list(range(4, 44))


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_do_not_matter(end: str) -> None:
    assert read(ARTICLE.replace("\n", end).encode(), "x.md") == read(ARTICLE.encode(), "x.md")


def test_a_later_first_level_heading_is_no_title() -> None:
    marks = [line.mark for line in read("## 引子\n\n# 一\n\n# 二\n".encode(), "x.md").lines if line.text]
    assert marks == ["heading", "heading", "heading"]


def test_a_paragraph_over_dashes_stays_a_paragraph() -> None:
    assert [line.mark for line in read("他们等了很多年。\n---\n正文。".encode(), "x.md").lines] == ["", "", ""]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("[记者]: 你好吗\n\n好。", ["[记者]: 你好吗", "好。"]),
        ("见[此处][一]。\n\n[一]: https://example.org", ["见此处。"]),
        ("> " * 200 + "深处的话", ["> " * 200 + "深处的话"]),
        ("5 * 3 = 15，a_b_c", ["5 * 3 = 15，a_b_c"]),
        ("他说：<你好>", ["他说：<你好>"]),
    ],
)
def test_what_only_looks_like_mark_up_is_kept(text: str, kept: list[str]) -> None:
    assert [line.text for line in read(text.encode(), "x.md").lines if line.text] == [line.strip() for line in kept]


def test_hostile_nesting_takes_no_time() -> None:
    text = "\n".join(["- " * 3000 + "一", "[" * 20_000, "*" * 20_000 + "二" + "**三" * 5000, "`" * 5000])
    assert read(text.encode(), "x.md").lines
