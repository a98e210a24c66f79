"""The JSON is the contract of the design, key for key; the Markdown is text that nothing in an article can break."""

from __future__ import annotations

import json

import markdown
import pytest

from zjpub.clean import clean
from zjpub.clean.contract import to_json, to_markdown
from zjpub.errors import ArticleError
from zjpub.model import Article, InputLine, Source


def _clean(text: str) -> Article:
    return clean(Source("x", "x.txt", tuple(InputLine(n, line) for n, line in enumerate(text.split("\n"), 1))))


ARTICLE = """守天鹅的人
记者 海燕
来源：生态报
2022-12-09

从赶到守

老船工记得，三十年前天鹅来的时候，村里人是要赶的。

天鹅在越冬 尚明 摄"""


def test_json_has_the_keys_of_the_contract_in_their_order() -> None:
    made = to_json(_clean(ARTICLE))
    assert list(made) == ["title", "byline", "source", "date", "sections", "captions", "ledger"]
    assert list(made["sections"][0]) == ["heading", "paragraphs"]
    assert list(made["sections"][0]["paragraphs"][0]) == ["text", "lines", "truncated"]
    assert list(made["captions"][0]) == ["text", "credit", "line"]
    assert list(made["ledger"][0]) == ["line", "fate", "of", "note"]
    assert (made["byline"], made["source"], made["date"]) == (["海燕"], "生态报", "2022-12-09")
    assert made["captions"] == [{"text": "天鹅在越冬", "credit": "尚明", "line": 10}]
    json.dumps(made, ensure_ascii=False)


def test_ids_come_from_position() -> None:
    assert [sentence.id for sentence in _clean(ARTICLE).sentences()] == ["title", "s1h", "s1p1n1", "c1"]


def test_markdown_is_what_a_person_would_publish() -> None:
    assert to_markdown(_clean(ARTICLE)) == (
        "# 守天鹅的人\n\n*海燕*\n\n生态报 · 2022-12-09\n\n## 从赶到守\n\n"
        "老船工记得，三十年前天鹅来的时候，村里人是要赶的。\n\n- 天鹅在越冬（图：尚明）\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "# 这不是标题，这是正文里的一行，后面还有很多字。",
        "*星号*和_下划线_都只是字，后面还有很多很多字。",
        "- 这一行以减号开头，可是它不是列表，它是正文。",
        "<b>粗体</b> <img src=x onerror=alert(1)> 后面还有很多很多的字。",
        "12) 这一行以数字开头，可是它不是列表，它是正文。",
        "1. 这一行以数字开头，可是它不是列表，它是正文。",
        "[链接](javascript:alert(1))只是字，后面还有很多字。",
        "> 引用符号开头的一行，后面还有很多很多的字，写完。",
        "反斜线\\\\和`代码`都只是字，后面还有很多很多字。",
    ],
)
def test_markdown_of_any_paragraph_is_that_paragraph(text: str) -> None:
    article = _clean(f"守天鹅的人\n\n老船工记得，三十年前天鹅来的时候，村里人是要赶的。\n\n{text}\n\n又过了三十年。")
    html = markdown.markdown(to_markdown(article))
    assert html.count("<p>") == 3, html
    assert not any(
        tag in html for tag in ("<ol", "<li", "<em", "<a ", "<img", "<blockquote", "<code", "<b>", "<script")
    )


@pytest.mark.parametrize(
    "text", ["", " \n\u3000\n\u200b", "责任编辑：刘畅\n- 3 -\n扫码关注本报官方微信", "<p></p>\n&nbsp;"]
)
def test_nothing_to_publish_is_explained(text: str) -> None:
    with pytest.raises(ArticleError) as caught:
        _clean(text)
    assert "x.txt" in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("从赶到守\n老船工记得，三十年前天鹅来的时候，村里人是要赶的。", "从赶到守"),
        ("老船工记得，三十年前天鹅来的时候，村里人是要赶的。\n\n后来不赶了。", "老船工记得，三十年前天鹅来的时候"),
        ("问：天鹅冷不冷？\n答：不冷，天鹅有两层羽毛。", "问：天鹅冷不冷"),
        ("天鹅在越冬 尚明 摄", "天鹅在越冬"),
    ],
)
def test_an_article_without_headline_is_called_by_its_first_words(text: str, title: str) -> None:
    assert _clean(text).title.zh == title


def test_what_is_not_seen_goes_but_for_what_joins_an_emoji() -> None:
    family, burning = "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\u2764\ufe0f\u200d\U0001f525"
    article = _clean(f"从赶到守\n\n老船工\u200b一家{family}都来\u200d了，大家很高兴{burning}，一直谈到夜里。")
    assert article.sections[0].paragraphs[0].text == f"老船工一家{family}都来了，大家很高兴{burning}，一直谈到夜里。"
