"""The ladder: the machine's line is checked before it is believed, and a line that fails is asked for in other ways.

Each rung costs more than the one before and only the lines that still fail climb it; of all that was offered, the line
with the least doubts is used. What is doubtful even then keeps its flags.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from zjpub.model import Flag
from zjpub.translate import checks, clauses
from zjpub.translate.glossary import Glossary
from zjpub.translate.interface import PLAIN, Effort, Translator
from zjpub.translate.mend import mended
from zjpub.translate.quantities import with_english

Progress = Callable[[int, int], None]
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff〇]")
_WINDOW = 256
_GOOD = 1.0
"""The doubt, in the checks' score, with which no more is tried."""
_FEW = Effort(beam=4, hypotheses=4)
_STEADY = Effort(beam=4, hypotheses=4, no_repeat_ngram=3, repetition_penalty=1.1, coverage_penalty=0.2)


@dataclass(frozen=True, slots=True)
class Draft:
    """The best English found for a sentence, who made it and what is doubtful about it."""

    en: str
    engine: str
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Rung:
    """One way of asking. `written`: sentence → the parts, as the engine is given them."""

    engine: Translator
    effort: Effort
    written: Callable[[str, Glossary], tuple[str, ...]]


def whole(zh: str, glossary: Glossary) -> tuple[str, ...]:
    """The sentence as it is."""
    return (zh,)


def parts(zh: str, glossary: Glossary) -> tuple[str, ...]:
    """Clause by clause."""
    return clauses.split(zh)


def forced(zh: str, glossary: Glossary) -> tuple[str, ...]:
    """The sentence with its terms and quantities already in English."""
    return (with_terms(zh, glossary),)


def forced_parts(zh: str, glossary: Glossary) -> tuple[str, ...]:
    """Both together."""
    return tuple(with_terms(clause, glossary) for clause in clauses.split(zh))


def with_terms(zh: str, glossary: Glossary) -> str:
    """Glossary terms and quantities written in English inside the Chinese."""
    text, at = "", 0
    for start, end, term in glossary.spans(zh):
        text += f"{with_english(zh[at:start])[0]} {term.en} "
        at = end
    return re.sub(r"\s+", " ", text + with_english(zh[at:])[0]).strip()


def rungs(engines: Sequence[Translator]) -> Iterator[Rung]:
    """The ladder from its foot: the main engine in all ways, then the others."""
    main, *others = engines
    yield Rung(main, PLAIN, whole)
    yield Rung(main, _FEW, whole)
    yield Rung(main, _FEW, forced)
    yield Rung(main, _STEADY, whole)
    yield Rung(main, _FEW, parts)
    yield Rung(main, _FEW, forced_parts)
    for other in others:
        yield Rung(other, _FEW, whole)
        yield Rung(other, _FEW, forced)


def draft(
    texts: Sequence[str], engines: Sequence[Translator], glossary: Glossary, progress: Progress
) -> dict[str, Draft]:
    """Chinese → its draft, for every distinct text; empty without engines. Raises TranslationError."""
    if not engines:
        return {text: as_written(text) for text in texts if not HAN.search(text)}
    found: dict[str, Draft] = {}
    todo = sorted(dict.fromkeys(texts), key=len, reverse=True)
    for start in range(0, len(todo), _WINDOW):
        window = todo[start : start + _WINDOW]
        found |= {text: as_written(text) for text in window if not HAN.search(text)}
        found |= _climbed([text for text in window if text not in found], engines, glossary)
        progress(min(start + _WINDOW, len(todo)), len(todo))
    return found


def as_written(text: str) -> Draft:
    """What holds no Chinese needs no engine: it stands as it is, with its punctuation made English."""
    return Draft(text.translate(_SIGNS).strip() or "-", "as written")


_SIGNS = str.maketrans(
    {"，": ", ", "。": ".", "！": "!", "？": "?", "；": "; ", "：": ": ", "、": ", ", "（": " (", "）": ")", "《": "“",
     "》": "”", "「": "“", "」": "”", "【": "[", "】": "]", "　": " ", "％": "%", "～": "–"}
)  # fmt: skip


def _climbed(texts: Sequence[str], engines: Sequence[Translator], glossary: Glossary) -> dict[str, Draft]:
    best: dict[str, Draft] = {}
    failing = list(texts)
    for rung in rungs(engines):
        if not failing:
            break
        for text, offers in zip(failing, _asked(rung, failing, glossary), strict=True):
            judged = (_judged(text, offer, rung.engine.name, glossary) for offer in offers)
            best[text] = min((*([best[text]] if text in best else []), *judged), key=_doubt)
        failing = [text for text in failing if _doubt(best[text]) > _GOOD]
    return best | {text: _mended(text, best[text], glossary) for text in failing}


def _mended(zh: str, best: Draft, glossary: Glossary) -> Draft:
    en, said = mended(zh, best.en)
    if not said:
        return best
    offer = _judged(zh, en, best.engine, glossary)
    return replace(offer, flags=(*offer.flags, *said)) if _doubt(offer) < _doubt(best) else best


def _asked(rung: Rung, texts: Sequence[str], glossary: Glossary) -> list[tuple[str, ...]]:
    written = [rung.written(text, glossary) for text in texts]
    lines = list(dict.fromkeys(part for parts in written for part in parts))
    english = dict(zip(lines, rung.engine.translate(lines, rung.effort), strict=True))
    return [_offers(parts, [english[part] for part in parts]) for parts in written]


def _offers(zh: tuple[str, ...], english: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The hypotheses of a sentence from those of its parts, rank by rank."""
    if len(zh) == 1:
        return english[0]
    most = max(len(found) for found in english)
    return tuple(clauses.join(zh, [found[min(rank, len(found) - 1)] for found in english]) for rank in range(most))


def tidied(zh: str, en: str) -> str:
    """English that ends as the Chinese does: no stop after a heading, a question mark after a question."""
    en = re.sub(r"\s+([,.;:!?])(?=\s|$)", r"\1", re.sub(r"\s+", " ", en)).strip()
    last = zh.rstrip("”’」』）)\"' ")[-1:]
    if last in "？?" and en.endswith("."):
        return en[:-1] + "?"
    if last in "。" and en[-1:].isalnum():
        return en + "."
    headline = last.isalnum() and zh.rstrip().endswith(last)
    return en[:-1] if headline and re.search(r"[a-z]{3}\.$", en) else en


def _judged(zh: str, en: str, engine: str, glossary: Glossary) -> Draft:
    en = tidied(zh, en)
    return Draft(en, engine, checks.check(zh, en, glossary.terms_in(zh)))


def _doubt(offer: Draft) -> float:
    return checks.score(offer.flags)
