"""The Markdown files say what the edition says, in every dialect, whatever the article's text looks like."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from lxml import html
from markdown import markdown
from markdown_it import MarkdownIt

import editions
from zjpub import sentences, settings
from zjpub.clean import clean
from zjpub.ingest import ingest
from zjpub.model import Edition
from zjpub.render import render
from zjpub.render.markdown import escape
from zjpub.render.text import printable

DIALECTS: dict[str, Callable[[str], str]] = {
    "commonmark": MarkdownIt("commonmark").render,
    "github": MarkdownIt("gfm-like", {"linkify": False}).render,
    "python-markdown": markdown,
    "python-markdown with extras": lambda text: markdown(text, extensions=["extra", "sane_lists", "toc", "attr_list"]),
}
STARTS = ("1. 一", "12) 十二", "1234567890. x", "3.14 x", "5.", "- x", "+ x", "# x", "===", "---", ": x", "x #")
STARTS += ("> x", "a > b", "&lt;b&gt; R&D &copy;", "$5 to $6, a$b$", "\\", "*", "a | b")
VERSIONS = {"": ("zh", "en"), ".zh": ("zh",), ".en": ("en",)}


def _plain(text: str) -> str:
    return " ".join(printable(text).split())


def _expected(edition: Edition, langs: tuple[str, ...]) -> list[str]:
    """Every heading and paragraph of the article, in the order of the file."""
    texts = {"zh": edition.title.zh, "en": edition.title.en}
    blocks = [texts[lang] for lang in langs]
    for section in edition.sections:
        if section.heading:
            blocks += [{"zh": section.heading.zh, "en": section.heading.en}[lang] for lang in langs]
        for paragraph in section.paragraphs:
            if paragraph.pairs:
                zh = sentences.join([pair.zh for pair in paragraph.pairs])
                blocks += [{"zh": zh, "en": " ".join(p.en for p in paragraph.pairs)}[lang] for lang in langs]
    return [_plain(block) for block in blocks]


def _read(text: str, dialect: str) -> tuple[dict[str, object], html.HtmlElement]:
    _, front, body = text.split("---\n", 2)
    return yaml.safe_load(front), html.fromstring(f"<div>{DIALECTS[dialect](body)}</div>")


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("suffix", VERSIONS)
@pytest.mark.parametrize("make", [editions.silent, editions.hostile, editions.one_sentence])
def test_every_word_survives_and_none_becomes_markup(
    tmp_path: Path, make: Callable[[], Edition], suffix: str, dialect: str
) -> None:
    edition = make()
    render(edition, tmp_path, ["markdown"])
    _, tree = _read((tmp_path / f"{edition.slug}{suffix}.md").read_text(encoding="utf-8"), dialect)
    shown = [_plain(element.text_content()) for element in tree.iter("h1", "h2", "p")]
    wanted = _expected(edition, VERSIONS[suffix])
    positions = [shown.index(block) for block in dict.fromkeys(wanted)]
    assert positions == sorted(positions)
    allowed = {"div", "h1", "h2", "p", "strong", "em", "blockquote", "ul", "li", "hr"}
    assert {element.tag for element in tree.iter()} <= allowed


def test_a_url_may_become_a_link_and_nothing_else() -> None:
    (_, text) = editions.NASTY[-1]
    tree = html.fromstring(MarkdownIt("commonmark").render(escape(text)))
    assert _plain(tree.text_content()) == _plain(text)


def test_the_front_matter_is_yaml_with_the_title_in_both_languages(tmp_path: Path) -> None:
    render(editions.silent(), tmp_path, ["markdown"])
    front, _ = _read((tmp_path / "spring-city.md").read_text(encoding="utf-8"), "commonmark")
    assert front["title"] == "持续擦亮名片 谱写时代篇章"
    assert front["title_en"] == "Polishing the City’s Name, Writing a New Chapter"
    assert front["author"] == ["王赛华", "何　立"]
    assert front["date"] == "2023-04-13"


@pytest.mark.parametrize(
    ("ending", "said", "unsaid"),
    [
        ("", ["王赛华、何立 · 郑州日报 · 2023年4月13日", "Wang Saihua, He Li · 郑州日报 · 13 April 2023"], []),
        (".zh", ["王赛华、何立 · 郑州日报 · 2023年4月13日"], ["Wang Saihua"]),
        (".en", ["Wang Saihua, He Li · 郑州日报 · 13 April 2023", "Photo: Li Xinhua"], ["王赛华、何立", "摄影"]),
    ],
)
def test_who_wrote_it_is_said_in_the_language_of_the_file(
    tmp_path: Path, ending: str, said: list[str], unsaid: list[str]
) -> None:
    render(editions.silent(), tmp_path, ["markdown"])
    text = (tmp_path / f"spring-city{ending}.md").read_text(encoding="utf-8")
    assert [words for words in said if words not in text] == []
    assert [words for words in unsaid if words in text] == []


def test_it_is_an_article_again(tmp_path: Path) -> None:
    render(editions.silent(), tmp_path, ["markdown"])
    source = ingest(tmp_path / "spring-city.zh.md")
    told = settings.override(source.settings, source.name)
    article = clean(source)
    edition = editions.silent()
    assert (told.title, told.source, told.date) == (edition.title.zh, edition.source, edition.date)
    headings = [section.heading.zh for section in article.sections if section.heading]
    assert headings[:2] == [section.heading.zh for section in edition.sections if section.heading]
    first = article.sections[0].paragraphs[0].sentences
    assert [sentence.zh for sentence in first] == [pair.zh for pair in edition.sections[0].paragraphs[0].pairs]


def test_the_foot_says_who_made_what_and_what_is_in_doubt(tmp_path: Path) -> None:
    render(editions.silent(), tmp_path, ["markdown"])
    text = (tmp_path / "spring-city.md").read_text(encoding="utf-8")
    assert "摄影：李新华 / Photo: Li Xinhua" in text
    assert "argos: zh\\_en 1.9" in text
    assert "1265.9亿 is 126.59 billion; check the figure" in text
    assert "CC BY 4.0" in text


def test_a_paragraph_cut_off_in_the_source_says_so(tmp_path: Path) -> None:
    render(editions.silent(), tmp_path, ["markdown"])
    assert "一批在国际有影响力的千\n\n*（原文至此中断）*" in (tmp_path / "spring-city.zh.md").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("text", STARTS)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_nothing_at_the_start_of_a_line_is_a_mark(text: str, dialect: str) -> None:
    tree = html.fromstring(f"<div>{DIALECTS[dialect](escape(text))}</div>")
    assert [element.tag for element in tree.iter()] == ["div", "p"]
    assert tree.text_content().strip() == text


def test_our_own_words_stand_in_the_script_of_the_article(tmp_path: Path) -> None:
    edition = replace(editions.silent(), title=editions.Pair("title", "開關東風，會說話的門" * 9, "A Door", "reviewed"))
    render(edition, tmp_path, ("markdown",))
    text = (tmp_path / f"{edition.slug}.md").read_text(encoding="utf-8")
    assert [word for word in ("圖片說明", "攝影：", "未通過核對", "製作", "（原文至此中斷）") if word not in text] == []
    assert [word for word in ("图片说明", "摄影：") if word in text] == []
