"""Of a web page the article remains: headline, the line about it, text; menus and footers go."""

from __future__ import annotations

import pytest

from zjpub.errors import IngestError

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>小城通水记_某某日报网</title>
<style>p{{color:red}}</style><script>var x = "不是正文";</script></head><body>
<div class="top"><a href="/">首页</a> | <a href="/n">要闻</a> | <a href="/s">体育</a></div>
<nav><ul><li>栏目一</li><li>栏目二</li></ul></nav>
<h1>某某日报网</h1>
<div class="main"><h1>小城通水记</h1>
<div class="info">2023-04-08 10:00 来源：某某日报 作者：李明</div>
<div class="content">
<p>　　乘着改革开放的东风，这座小城在三十年里变了模样。新建的
水厂开始供水，全县12.6万人喝上了干净的自来水。</p>
<h2>水从山里来</h2>
<p>山里的水经过四十公里的管道，流进<a href="x">县城</a>的千家万户。<br>管道埋在两米深的地下，冬天也不会冻。</p>
<p><img src="a.jpg" alt="水厂"></p><p>图为水厂。张三 摄</p>
<p><a href="/more">点击这里阅读更多的新闻和更多的图片</a></p>
<ul><li>第一期工程每天供水五万吨</li><li>第二期工程每天供水十万吨</li></ul>
<ol><li>先开上游的闸门，等水位稳定</li><li>后开下游的闸门，通知各村</li></ol>
<table><tr><td>年份</td><td>水量</td></tr><tr><td>2022</td><td>5</td></tr></table>
<blockquote>“我们等了很多年。”镇长李明说，“今年终于等到了这一天。”</blockquote>
<p>第二期工程明年开工，造价三亿元，由省里出资一半，其余由县里自筹。</p>
</div></div>
<div class="related"><h3>相关新闻</h3>
<ul><li><a href="1">别处的新闻一</a></li><li><a href="2">别处的新闻二</a></li></ul></div>
<div id="footer">版权所有 某某日报社 京ICP备00000000号 联系我们</div></body></html>"""


def words(data: bytes) -> list[tuple[str, str]]:
    from zjpub.ingest.html import read

    return [(line.text, line.mark) for line in read(data, "x.html").lines if line.text]


def test_the_article_comes_out_of_its_page() -> None:
    assert words(PAGE.format(charset="utf-8").encode()) == [
        ("小城通水记", "title"),
        ("2023-04-08 10:00 来源：某某日报 作者：李明", ""),
        (
            "　　乘着改革开放的东风，这座小城在三十年里变了模样。新建的水厂开始供水，全县12.6万人喝上了干净的自来水。",
            "",
        ),
        ("水从山里来", "heading"),
        ("山里的水经过四十公里的管道，流进县城的千家万户。", ""),
        ("管道埋在两米深的地下，冬天也不会冻。", ""),
        ("图为水厂。张三 摄", ""),
        ("第一期工程每天供水五万吨", "item"),
        ("第二期工程每天供水十万吨", "item"),
        ("1. 先开上游的闸门，等水位稳定", "item"),
        ("2. 后开下游的闸门，通知各村", "item"),
        ("年份 | 水量", "item"),
        ("2022 | 5", "item"),
        ("“我们等了很多年。”镇长李明说，“今年终于等到了这一天。”", ""),
        ("第二期工程明年开工，造价三亿元，由省里出资一半，其余由县里自筹。", ""),
    ]


@pytest.mark.parametrize(
    ("charset", "codec"), [("gb2312", "gb18030"), ("utf-8", "gb18030"), ("gbk", "utf-8"), ("", "utf-16"), ("x", "gbk")]
)
def test_the_encoding_is_found_whatever_the_page_says(charset: str, codec: str) -> None:
    assert words(PAGE.format(charset=charset).encode(codec)) == words(PAGE.format(charset="utf-8").encode())


def test_a_traditional_page_in_big5_is_read() -> None:
    page = '<meta charset="big5"><title>圖書館</title><p>圖書館在週末舉辦講座，邀請學者談論臺灣早期的鐵路。</p>'
    assert words(page.encode("big5")) == [
        ("圖書館", "title"),
        ("圖書館在週末舉辦講座，邀請學者談論臺灣早期的鐵路。", ""),
    ]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>短。</p>", ["短。"]),
        ("没有标签的文字。", ["没有标签的文字。"]),
        ("<p>一<p>二<b>三</p><li>四", ["一", "二三", "四"]),
        ("<p>a&lt;script&gt;b&amp;amp; &#x4e00; &nosuch;</p>", ["a<script>b&amp; 一 &nosuch;"]),
        ("<p><ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字</p>", ["汉字"]),
        ("<pre>第一行\n第二行</pre>", ["第一行", "第二行"]),
        ('<?xml version="1.0" encoding="utf-8"?><html><body><p>一</p></body></html>', ["一"]),
        ("<!-- 注释 --><p>一<!-- 里 -->二</p>", ["一二"]),
        ("<p>\n<span>方小舟</span>\n<b>城南\n旧事</b>\n</p>\n<p>一</p>", ["方小舟 城南旧事", "一"]),
        (
            "<table><tr><td><p>江城</p></td><td><div><p><b>1:1</b></p></div></td><th>南岸</th></tr></table>",
            ["江城 | 1:1 | 南岸"],
        ),
        (
            "<table><tr><td>菜单</td><td><p>第一段。</p><p>第二段。</p></td></tr><tr><td><p>框内</p></td></tr></table>",
            ["菜单", "第一段。", "第二段。", "框内"],
        ),
    ],
)
def test_small_and_broken_pages_are_read(page: str, expected: list[str]) -> None:
    assert [text for text, _ in words(page.encode())] == expected


@pytest.mark.parametrize(
    "page", [b"<html></html>", b"<div>" * 50_000 + "深处".encode(), b"<", b"<!DOCTYPE x [<!ENTITY a 'b'>]>&a;"]
)
def test_pages_without_words_do_no_harm(page: bytes) -> None:
    try:
        words(page)
    except IngestError as error:
        assert error.message.startswith("x.html: ")
