"""Origins, order and gaps: every sentence gets one line, and every line says where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from zjpub.errors import TranslationError
from zjpub.model import UNTRANSLATED, Article
from zjpub.store import Store
from zjpub.translate import Desk, missing, translate, translate_lines
from zjpub.translate.echo import Echo
from zjpub.translate.interface import PLAIN, Effort
from zjpub.translate.memory import Entry, Review
from zjpub.translate.remembered import Remembered

ArticleOf = Callable[..., Article]


class Counting(Echo):
    """Echo that remembers what it was asked."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, ...]] = []

    def translate(self, lines: Sequence[str], effort: Effort = PLAIN) -> list[tuple[str, ...]]:
        self.calls.append(tuple(lines))
        return super().translate(lines, effort)


class Broken(Echo):
    """An engine that fails."""

    def translate(self, lines: Sequence[str], effort: Effort = PLAIN) -> list[tuple[str, ...]]:
        raise TranslationError("the model failed", "try another")


def test_every_sentence_of_every_article_gets_its_line(article: ArticleOf) -> None:
    told = [article("企业落户。港口很忙。", slug="a"), article("港口很忙。", "列车出发。", slug="b", title="另一题")]
    engine = Counting()
    steps: list[tuple[int, int]] = []
    made = translate(told, Desk((engine,)), lambda done, total: steps.append((done, total)))
    for one, translation in zip(told, made, strict=True):
        assert list(translation.lines) == [sentence.id for sentence in one.sentences()]
        assert all(translation.lines[s.id].zh == s.zh for s in one.sentences())
        assert missing(one, translation) == ()
    asked = [line for call in engine.calls for line in call]
    assert len(asked) == len(set(asked)) == 5
    assert steps[-1] == (5, 5)


def test_a_person_comes_before_memory_before_the_machine(article: ArticleOf) -> None:
    told = article("甲说话。乙说话。丙说话。")
    review = Review((Entry("s1p1n1", "甲说话。", "A speaks."),))
    desk = Desk((Echo(),), memory={"甲说话。": "no", "乙说话。": "B speaks."}, reviews={"a": review})
    (made,) = translate([told], desk)
    assert [made.lines[f"s1p1n{n}"].origin for n in (1, 2, 3)] == ["reviewed", "memory", "machine"]
    assert made.lines["s1p1n1"].en == "A speaks."


def test_a_persons_wrong_number_stands_but_is_flagged(article: ArticleOf) -> None:
    told = article("出口1265.9亿元。")
    review = Review((Entry("s1p1n1", "出口1265.9亿元。", "Exports reached 12.659 billion yuan."),))
    (made,) = translate([told], Desk(reviews={"a": review}))
    assert made.lines["s1p1n1"].origin == "reviewed"
    assert made.lines["s1p1n1"].en == "Exports reached 12.659 billion yuan."
    assert [flag.code for flag in made.lines["s1p1n1"].flags] == ["t-quantity"]


def test_without_an_engine_the_gap_is_marked_and_told(article: ArticleOf) -> None:
    told = article("企业落户。", "RCEP")
    (made,) = translate([told], Desk())
    assert [sentence.id for sentence in missing(told, made)] == ["title", "s1p1n1"]
    line = made.lines["s1p1n1"]
    assert (line.en, line.origin, line.flags[0].code) == (UNTRANSLATED, "none", "t-untranslated")
    assert (made.lines["s1p2n1"].en, made.lines["s1p2n1"].engine) == ("RCEP", "as written")


def test_a_failing_engine_is_an_error_not_a_gap(article: ArticleOf) -> None:
    with pytest.raises(TranslationError):
        translate([article("企业落户。")], Desk((Broken(),)))


def test_no_article_is_no_work() -> None:
    assert translate([], Desk((Broken(),))) == ()


def test_the_filter_gives_a_line_for_a_line() -> None:
    lines = ["你好。我走了。", "", "  ", "你好。", "RCEP，2020", "甲。"]
    made = list(translate_lines(lines, Desk((Echo(),), memory={"甲。": "First."})))
    assert [line.id for line in made] == ["1", "2", "3", "4", "5", "6"]
    assert [line.en for line in made] == ["Ni hao. Wo zou le.", "", "", "Ni hao.", "RCEP, 2020", "First."]
    assert [line.origin for line in made][3:] == ["machine", "machine", "memory"]


@pytest.mark.parametrize(
    "line", ["\0", "。", "……", "😀", "<script>alert(1)</script>", "]]>", "‮كتاب", "۝", "\u200b", "9"]
)
def test_the_filter_answers_odd_lines_with_one_line(line: str) -> None:
    (made,) = translate_lines([line], Desk((Echo(),)))
    assert "\n" not in made.en
    assert list(translate_lines([line, "甲。"], Desk()))[1].en == UNTRANSLATED


def test_what_was_asked_once_is_not_asked_again(article: ArticleOf, tmp_path: object) -> None:
    store = Store(tmp_path)  # type: ignore[arg-type]
    told = article("企业落户。港口很忙。")
    first, second = Remembered(Echo(), store), Remembered(Broken(), store)
    made = translate([told], Desk((first,)))
    assert translate([told], Desk((second,))) == made
    assert first.asked == 3
    assert second.asked == 0
    edited = Remembered(Echo(), store)
    translate([article("企业落户。港口很闲。")], Desk((edited,)))
    assert edited.asked == 1


def test_a_damaged_store_object_is_made_again(tmp_path: object) -> None:
    store = Store(tmp_path)  # type: ignore[arg-type]
    engine = Remembered(Echo(), store)
    right = engine.translate(["你好"])
    for wrong in (b"", b"{", b"[]", b"null"):
        store.put(engine._key("你好", PLAIN), wrong)
        assert Remembered(Echo(), store).translate(["你好"]) == right
