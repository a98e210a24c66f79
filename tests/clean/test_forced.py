"""What a person decided about a line outranks every rule, and the ledger says so."""

from __future__ import annotations

from zjpub.clean import clean
from zjpub.clean.contract import to_json
from zjpub.model import Article, Fate, InputLine, Source

LINES = (
    "守天鹅的人",  # 1
    "记者 海燕",
    "老船工记得，三十年前天鹅来的时候，村里人是要赶的。",  # 3
    "老船工记得，三十年前天鹅来的时候，村里人是要赶的。",
    "从赶到守",  # 5
    "天鹅吃麦苗，一天吃三两，一百只就是三十斤。",
    "责任编辑：刘畅",  # 7
    "来看天鹅的人越来越多，村里立了一块牌子。",
)


def _clean(forced: dict[int, Fate]) -> Article:
    return clean(Source("x", "x", tuple(InputLine(n, text) for n, text in enumerate(LINES, 1))), forced)


def _texts(article: Article) -> list[str]:
    return [paragraph.text for section in article.sections for paragraph in section.paragraphs]


def test_a_duplicate_that_a_person_wants_is_kept() -> None:
    article = _clean({4: "paragraph"})
    assert _texts(article)[:2] == [LINES[2], LINES[3]]
    entry = to_json(article)["ledger"][3]
    assert entry == {"line": 4, "fate": "paragraph", "of": None, "note": "decided by a person", "forced": True}


def test_entries_that_rules_decided_do_not_speak_of_force() -> None:
    assert all("forced" not in entry for entry in to_json(_clean({}))["ledger"])


def test_a_line_may_become_heading_caption_boilerplate_or_title() -> None:
    article = _clean({3: "heading", 6: "caption", 8: "boilerplate", 1: "boilerplate", 5: "title"})
    assert article.title.zh == "从赶到守"
    assert [section.heading.zh for section in article.sections if section.heading] == [LINES[2]]
    assert [caption.sentence.zh for caption in article.captions] == [LINES[5].rstrip("。")]
    assert LINES[7] not in _texts(article)


def test_a_line_may_be_joined_to_the_one_above_or_dropped_as_repeat() -> None:
    article = _clean({8: "joined", 3: "duplicate"})
    assert _texts(article)[-1] == LINES[5] + LINES[7]
    assert LINES[3] in _texts(article)
    assert {entry.line: entry.fate for entry in article.ledger}[3] == "duplicate"


def test_a_byline_may_be_given_by_force() -> None:
    assert _clean({7: "byline"}).byline == ("海燕",)
    assert _clean({2: "boilerplate"}).byline == ()


def test_joined_with_nothing_above_opens_a_paragraph() -> None:
    article = _clean({1: "joined"})
    assert LINES[0] in _texts(article)[0]
