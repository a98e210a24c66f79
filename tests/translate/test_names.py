"""People keep one name through an article: pinyin by rule where the model wavers, the model's own where it does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest

from zjpub.model import Article
from zjpub.translate import Desk, names, translate
from zjpub.translate.glossary import Glossary, Term
from zjpub.translate.interface import PLAIN, Effort
from zjpub.translate.memory import Entry, Review
from zjpub.translate.places import places

ArticleOf = Callable[..., Article]


class Says:
    """An engine with a table of lines; what is not in it comes back as nothing in particular."""

    name = identity = "says"

    def __init__(self, table: Mapping[str, str]) -> None:
        self.table = table

    def translate(self, lines: Sequence[str], effort: Effort = PLAIN) -> list[tuple[str, ...]]:
        return [(self.table.get(line, "They went on with their work there as before."),) for line in lines]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("海尔集团高级副总裁李华刚感慨道。", {"李华刚"}),
        ("公司总经理丁波说：“好。”", {"丁波"}),
        ("（记者王赛华 通讯员鲁慧）", {"王赛华", "鲁慧"}),
        ("负责人强调，企业单位、农民和市民周六都来。", set()),
        ("总裁马斯克说。", set()),
        ("记者陆续采访，主任高度重视。", set()),
        ("", set()),
    ],
)
def test_only_people_are_found(text: str, found: set[str]) -> None:
    assert set(names.people([text])) == found


A, B = "总经理丁波说，产值增长。", "丁波很忙。"


def test_where_the_machine_wavers_the_rule_decides(article: ArticleOf) -> None:
    engine = Says(
        {A: "General manager Ding Bo said output grew.", B: "Tingpo is busy.", "Ding Bo 很忙。": "Ding Bo is busy."}
    )
    (made,) = translate([article(A, B)], Desk((engine,)))
    assert made.lines["s1p2n1"].en == "Ding Bo is busy."
    assert [flag.code for flag in made.lines["s1p2n1"].flags if flag.code == "t-name"] == []


def test_where_no_way_of_asking_helps_the_line_is_flagged(article: ArticleOf) -> None:
    (made,) = translate(
        [article(A, B)], Desk((Says({A: "General manager Ding Bo said output grew.", B: "Tingpo is busy."}),))
    )
    assert made.lines["s1p2n1"].flags[-1].code == "t-name"
    assert "Ding Bo" in made.lines["s1p2n1"].flags[-1].message


def test_a_name_that_the_machine_always_gives_stands(article: ArticleOf) -> None:
    table = {A: "The general manager, Mr Dingle, said output grew.", B: "Now Dingle is busy."}
    (made,) = translate([article(A, B)], Desk((Says(table),)))
    assert [made.lines[i].en for i in ("s1p1n1", "s1p2n1")] == [table[A], table[B]]
    assert "t-name" not in [flag.code for flag in made.lines["s1p2n1"].flags]


def test_a_person_and_the_glossary_know_better(article: ArticleOf) -> None:
    engine = Says({B: "Tingpo is busy."})
    review = Review((Entry("s1p1n1", A, "General manager Bob Ding said output grew."),))
    (made,) = translate([article(A, B)], Desk((engine,), reviews={"a": review}))
    assert "t-name" not in [flag.code for flag in made.lines["s1p2n1"].flags]
    (made,) = translate([article(A, B)], Desk((engine,), Glossary((Term("丁波", "Bob Ding"),))))
    assert "t-name" not in [flag.code for flag in made.lines["s1p2n1"].flags]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("来自四川眉山市果园村的张雄家，在安溪县。", {"果园村": "Guoyuan Village", "安溪县": "Anxi County"}),
        ("西安镇与建安镇", {"建安镇": "Jian'an Town", "西安镇": "Xi'an Town"}),
        ("花莲县", {"花莲县": "Hualien County"}),
        ("贫困县、每个镇、建设新农村，推进实施乡村振兴；各县级单位，村民在全县。", {}),
        ("日本福冈县", {}),
        ("", {}),
    ],
)
def test_small_places_are_found_and_named_by_rule(text: str, found: dict[str, str]) -> None:
    assert places([text]) == found


def test_a_place_keeps_its_name(article: ArticleOf) -> None:
    told = article("他来自安溪县。", "安溪县产茶。")
    table = {
        "他来自安溪县。": "He is from Anxi.",
        "安溪县产茶。": "The county grows tea.",
        "Anxi County 产茶。": "Anxi County grows tea.",
    }
    (made,) = translate([told], Desk((Says(table),)))
    assert [made.lines[i].en for i in ("s1p1n1", "s1p2n1")] == ["He is from Anxi.", "Anxi County grows tea."]


def test_a_name_inside_a_longer_name_is_not_meant() -> None:
    known = {"吕安": "Lyu An", "吕安邦": "Lyu Anbang"}
    lines = [("主任吕安说好。", "Lyu An, the director, said yes."), ("董事长吕安邦说不。", "Lyu Anbang said no.")]
    assert names.unsettled(known, lines, ()) == {}
    assert names.unsettled(known, [lines[0], (lines[1][0], "He said no.")], ()) == {
        lines[1][0]: (("吕安邦", "Lyu Anbang"),)
    }
