"""English text → its quantities."""

from __future__ import annotations

import re
from dataclasses import replace

from zjpub.translate.quantities import (
    clocks_en,
    codes_en,
    compounds_en,
    dates_en,
    numbers_en,
    ordinals_en,
    phrases_en,
    shares_en,
    spans_en,
)
from zjpub.translate.quantities.eras_en import before_christ
from zjpub.translate.quantities.measures_en import inherit
from zjpub.translate.quantities.scan import scan
from zjpub.translate.quantities.values import Quantity

_PLAIN = str.maketrans(
    "‐‑‒–—−‘’“”\u3000\u00a0\u2009\u202f％￥０１２３４５６７８９．，：\u00b5ſ\u212aİı",
    "------''\"\"    %¥0123456789.,:μskIi",
)
"""One form of each sign; the last are other letters to the eye and the same to a pattern that ignores case."""
_BEGIN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9$¥€£₩₽₹½¼¾⅓⅔'.+\-~]|(?<=[A-Za-z])[$]")
_RULES = (
    compounds_en.compound,
    *spans_en.RULES,
    *phrases_en.RULES,
    *ordinals_en.NAMED,
    *clocks_en.EARLY,
    *shares_en.RULES,
    *dates_en.RULES,
    *clocks_en.RULES,
    *ordinals_en.RULES,
    numbers_en.signed_money,
    codes_en.code,
    numbers_en.negative,
    numbers_en.number,
)


def read_en(text: str) -> tuple[Quantity, ...]:
    """The quantities of an English sentence, in order."""
    signs = re.sub(r"(?<=\d)[xX](?=\d)", "*", text.translate(_PLAIN))
    found = before_christ(signs, inherit(signs, scan(signs, _BEGIN, _RULES, {})))
    return tuple(_as_written(_about(signs, quantity), text) for quantity in found)


def _about(text: str, quantity: Quantity) -> Quantity:
    """With what the words around it say of how exact it is, whichever rule read it."""
    return replace(quantity, approx=quantity.approx or numbers_en.approximation(text, *quantity.span))


def _as_written(quantity: Quantity, text: str) -> Quantity:
    parts = tuple(_as_written(part, text) for part in quantity.parts)
    return replace(quantity, text=text[quantity.start : quantity.end], parts=parts)
