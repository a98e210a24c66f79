"""Figures as they are typed and scanned: spaces inside a number, full-width commas, the letter O for a zero."""

from __future__ import annotations

import re

from zjpub.narrate.reading.rules import rewrite, rules

_MEASURED = r"(?= ?(?:[%‰°万亿元米个倍人名户吨亩件家辆美港欧日平公千厘毫头株斤升台套条张只座间次岁度]|[kKmMcg]))"
_SPACED = rules(
    (
        (r"(?<=\d) [:：](?: ?)(?=\d)", ":"),
        (r"(?<=\d) ?∶ ?(?=\d)", "∶"),
        (r"(?<=\d) / (?=\d)", "/"),
        (r"(?<=\d) ?° ?(?=[CF](?![A-Za-z]))", "°"),
        (rf"(?<=\d) \. ?(?=\d{{1,4}}{_MEASURED})", "."),
        (rf"((?<![；;。：:，、 \d])\d{{1,4}})\. (?=\d{{1,4}}{_MEASURED})", r"\1."),
        (r"((?<=[\u4e00-\u9fff] )\d{1,4})\. (?=\d{1,4} ?[%‰°万亿])", r"\1."),
        (rf"(?<![\d.,])([1-9]\d{{0,2}})(?: ,|, | , )(?=\d{{3}}(?!\d){_MEASURED})", r"\1,"),
    )
)
_COMMAS = re.compile(rf"(?<![\d.,，、])[1-9]\d{{0,2}}(?: ?， ?\d{{3}})+(?!\d){_MEASURED}")
_YEAR = re.compile(r"(?<![A-Za-z\d])\d[\dOo○]{1,3}(?=年)")
_LETTERS = rules(
    (
        (r"(?<![A-Za-z])[O○](?=[一二三四五六七八九]年)", "零"),
        (r"(?<![A-Za-z])[lI](?=9\d\d年)", "1"),
    )
)


def mended(text: str) -> str:
    """One number where one was meant: `6 . 8 %`, `3, 000亿元`, `1，234人`, `9 ： 30`, `2OO8年`."""
    if " " in text:
        text = rewrite(text, _SPACED)
    if "，" in text:
        text = _COMMAS.sub(lambda m: re.sub(" ?， ?", ",", m[0]), text)
    if "年" in text:
        text = rewrite(_YEAR.sub(lambda m: re.sub("[Oo○]", "0", m[0]), text), _LETTERS)
    return text
