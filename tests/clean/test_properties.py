"""What holds for every input: nothing lost, nothing invented, nothing crashes, and clean text stays as it is."""

from __future__ import annotations

import random
import unicodedata

from bed.mess import make
from bed.truth import all_articles
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zjpub.clean import characters, clean, markup, paragraph_rules
from zjpub.clean.contract import to_json, to_markdown
from zjpub.errors import ArticleError
from zjpub.model import Article, InputLine, Source

_PIECES = (
    "郑州经开区",
    "中欧班列",
    "，",
    "。",
    ",",
    ".",
    "“",
    "”",
    "（",
    ")",
    "记者 王赛华",
    "2023年4月8日",
    "来源：",
    "图",
    "摄",
    "（下转第3版）",
    "- 3 -",
    "&nbsp;",
    "<p>",
    "</p>",
    "<script>",
    "<!--",
    "]]>",
    "\u200b",
    "\u3000",
    " ",
    "问：",
    "1. ",
    "■",
    "RCEP",
    "😀",
    "\x00",
    "‮",
    "责任编辑：",
    "扫码",
    "分享到：",
    "……",
    "：",
    "第",
    "版",
    "页",
    "\ud800",
    "a" * 50,
    "的" * 30,
    "一、",
    "图/",
    "文/",
    "&#0;",
    "&#x110000;",
    "🀄",
)
_TEXTS = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=12)), max_size=12).map("".join)
_PAGES = st.lists(_TEXTS, max_size=25)
_EASY = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def _source(lines: list[str]) -> Source:
    return Source("page", "page.txt", tuple(InputLine(number, text) for number, text in enumerate(lines, 1)))


def _try(lines: list[str]) -> Article | None:
    try:
        return clean(_source(lines))
    except ArticleError as error:
        assert error.message and error.hint
        return None


def _is_blank(text: str) -> bool:
    return not markup.invisible(text).strip()


@_EASY
@given(_PAGES)
def test_any_text_gives_an_article_or_an_explanation(lines: list[str]) -> None:
    article = _try(lines)
    if article is None:
        return
    to_json(article)
    to_markdown(article)
    assert [entry.line for entry in article.ledger] == [n for n, text in enumerate(lines, 1) if not _is_blank(text)]
    assert article.title.zh.strip()


@_EASY
@given(_PAGES)
def test_what_is_kept_was_there_in_that_order(lines: list[str]) -> None:
    article = _try(lines)
    if article is None:
        return
    texts = dict(zip(range(1, len(lines) + 1), markup.strip(article.lines)[1], strict=True))
    for section in article.sections:
        for paragraph in section.paragraphs:
            printed = "".join(texts[line] or "" for line in paragraph.lines)
            assert _is_subsequence(_words(paragraph.text), _words(printed))


def _words(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", characters.widths(text)) if char.isalnum())


def _is_subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(char in rest for char in short)


@_EASY
@given(_TEXTS)
def test_paragraph_rules_are_idempotent(text: str) -> None:
    once = paragraph_rules.tidy(text)
    assert paragraph_rules.tidy(once) == once


def test_clean_text_stays_as_it_is() -> None:
    for truth in all_articles():
        for degree in (1, 3):
            messy = make(truth, degree, 7)
            first = clean(_source(list(messy.lines)))
            if any(paragraph.truncated for section in first.sections for paragraph in section.paragraphs):
                continue  # a stump's neighbours look different once the page around them is gone
            again = clean(_source(_printed(first)))
            assert _texts(again) == _texts(first), truth.name
            assert again.title.zh == first.title.zh


def _printed(article: Article) -> list[str]:
    lines = [article.title.zh, ""]
    for section in article.sections:
        lines += [section.heading.zh, ""] if section.heading else []
        for paragraph in section.paragraphs:
            lines += [paragraph.text, ""]
    return lines


def _texts(article: Article) -> list[str]:
    return [paragraph.text for section in article.sections for paragraph in section.paragraphs]


def test_repeats_of_any_grouping_go_and_new_facts_stay() -> None:
    rng = random.Random(4)
    facts = [
        f"{year}年，第{n}号车间的产量达到{n * 37 + 11}万吨，创下新的纪录。"
        for n, year in enumerate(range(1990, 2020), 1)
    ]
    paragraphs = ["".join(facts[at : at + 3]) for at in range(0, 30, 3)]
    shuffled = facts[:]
    rng.shuffle(shuffled)
    copies = ["".join(shuffled[at : at + 4]) for at in range(0, 28, 4)]
    article = clean(_source(["车间产量三十年", "", *paragraphs, *copies]))
    assert _texts(article) == paragraphs
