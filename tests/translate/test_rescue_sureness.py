"""How sure an engine is of its words decides between equals, and is told where it is not sure at all."""

from __future__ import annotations

from collections.abc import Sequence

from zjpub.translate import rescue
from zjpub.translate.glossary import Glossary
from zjpub.translate.interface import PLAIN, Effort, Said


def draft(zh: str, *offers: tuple[str, float]) -> rescue.Draft:
    return rescue.draft([zh], [Weighing(*offers)], Glossary(), lambda done, total: None)[zh]


class Weighing:
    """An engine that offers these words, each with how sure it is of them."""

    name = identity = "weighing"

    def __init__(self, *offers: tuple[str, float]) -> None:
        self.offers = tuple(Said(*offer) for offer in offers)

    def translate(self, lines: Sequence[str], effort: Effort = PLAIN) -> list[tuple[str, ...]]:
        return [self.offers for _ in lines]


def test_what_the_model_hardly_believes_is_flagged() -> None:
    zh = "郑州经开区很忙。"
    unsure = draft(zh, ("The zone is squaquash busy.", -1.8))
    assert [flag.code for flag in unsure.flags] == ["t-unsure"]
    assert not draft(zh, ("The zone is very busy.", -0.6)).flags
    assert not draft(zh, ("The zone is very busy.", 0.0)).flags
    assert not draft("河边漫步", ("A river walk", -1.8)).flags


def test_of_equal_doubts_the_surest_words_are_used() -> None:
    offers = ("The zone has 4 busy firms.", -1.2), ("The zone has 5 busy firms.", -0.4)
    assert draft("郑州经开区有三家忙碌的企业。", *offers).en == offers[1][0]
