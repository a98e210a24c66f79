"""Letters for eSpeak NG, whose English takes nearly every lone capital A for the article (`A I` is said as `uh I`)."""

from __future__ import annotations

import re

from zjpub.model import Lang

_RUN = re.compile(r"(?<![\w'-])[A-Z](?: [A-Z])+(?![\w-])( s(?![\w'-]))?")
_LONE = re.compile(r"(?<=[a-z\d] )A(?![\w'-]| [A-Z][a-z])")
_OPENING = re.compile(r"(?:\A|[.!?:;]) *\Z")
_NAME = "eigh"
"""What eSpeak NG says as the letter A wherever it stands."""

_ABBREVIATIONS = """
BBC CBD CCP CCTV CD CEO CFO CPC CPU CT CTO DNA DVD EU GDP GPS GPU JV KPI PC PDF PHD PLA PPP PR PRC TV UAE UAV UK UN US
USA USB UV VIP VR WTO
"""
_TAKE_A = frozenset(_ABBREVIATIONS.split())
"""Abbreviations that an English sentence may open with the article before: A U S firm."""


def letters(line: str, lang: Lang) -> str:
    """The line with its spelled words (`A G V s`) written as eSpeak NG says them (`eigh-G-V's`)."""
    if lang == "zh":
        return _RUN.sub(lambda m: m[0].replace("A", _NAME), line)
    return _LONE.sub(_NAME, _RUN.sub(_run, line))


def _run(match: re.Match[str]) -> str:
    plural = match[1] or ""
    spelled = match[0].removesuffix(plural).split(" ")
    article = ""
    if spelled[0] == "A" and "".join(spelled[1:]) in _TAKE_A and _OPENING.search(match.string[: match.start()]):
        article, spelled = "A ", spelled[1:]
    said = "-".join(spelled).replace("A", _NAME)
    return f"{article}{said}" + ("'s" if plural else "")
