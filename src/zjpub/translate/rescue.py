"""The ladder: the machine's line is checked before it is believed, and a line that fails is asked for in other ways.

Each rung costs more than the one before and only the lines that still fail climb it; of all that was offered, the line
with the least doubts is used. What is doubtful even then keeps its flags.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from zjpub.model import Flag
from zjpub.translate import checks, clauses, frames
from zjpub.translate.glossary import Glossary
from zjpub.translate.interface import PLAIN, Effort, Translator, sureness
from zjpub.translate.mend import mended
from zjpub.translate.quantities import with_english
from zjpub.translate.rewording import own_words, reworded

Progress = Callable[[int, int], None]
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff〇]")
_WINDOW = 256
_LONGEST = 600
"""Characters; the checks' cost grows faster than the text, and no sentence is longer."""
_GOOD = 1.0
"""The doubt, in the checks' score, with which no more is tried."""
_UNSURE = -1.5
"""Mean log-probability of a piece. Of a weak model's lines without any other flag, those below are worth half of those
above in chrF; a model that knows its trade stays above -1 nearly always, but not in a heading of three words."""
_UNKNOWN = -9.0
_FEW = Effort(beam=4, hypotheses=4)
_STEADY = Effort(beam=4, hypotheses=4, no_repeat_ngram=3, repetition_penalty=1.1, coverage_penalty=0.2)


@dataclass(frozen=True, slots=True)
class Draft:
    """The best English found for a sentence, who made it, what is doubtful about it and how sure its engine is."""

    en: str
    engine: str
    flags: tuple[Flag, ...] = ()
    sureness: float = 0.0


@dataclass(frozen=True, slots=True)
class Rung:
    """One way of asking: `written` is how the engine is given a sentence."""

    engine: Translator
    effort: Effort
    written: Callable[[str, Glossary], str]


def as_it_is(zh: str, glossary: Glossary) -> str:
    """The sentence unchanged."""
    return zh


def with_terms(zh: str, glossary: Glossary) -> str:
    """Glossary terms and quantities written in English inside the Chinese."""
    text, at = "", 0
    for start, end, term in glossary.spans(zh):
        text += f"{with_english(zh[at:start])[0]} {term.en} "
        at = end
    return re.sub(r"\s+", " ", text + with_english(zh[at:])[0]).strip()


def rungs(engines: Sequence[Translator]) -> Iterator[Rung]:
    """The ladder from its foot: the main engine in all ways, then the others.

    A sentence without terms or quantities is the same with them written in English, so the second rung is for all.
    """
    main, *others = engines
    yield Rung(main, PLAIN, as_it_is)
    yield Rung(main, _FEW, with_terms)
    yield Rung(main, _STEADY, as_it_is)
    for other in others:
        yield Rung(other, _FEW, as_it_is)
        yield Rung(other, _FEW, with_terms)


def draft(
    texts: Sequence[str], engines: Sequence[Translator], glossary: Glossary, progress: Progress
) -> dict[str, Draft]:
    """Chinese → its draft, for every distinct text; empty without engines. Raises TranslationError."""
    if not engines:
        return {text: as_written(text) for text in texts if not HAN.search(text)}
    lines = {text: frames.apart(text) for text in texts}
    cells = dict.fromkeys(cell for line in lines.values() for cell in line.cells if cell or line.cells == ("",))
    parts = {cell: clauses.fit(cell, len, _LONGEST) for cell in cells}
    todo = sorted(dict.fromkeys(part for found in parts.values() for part in found), key=len, reverse=True)
    found: dict[str, Draft] = {}
    for start in range(0, len(todo), _WINDOW):
        window = todo[start : start + _WINDOW]
        found |= {text: as_written(text) for text in window if not HAN.search(text)}
        found |= _climbed([text for text in window if text not in found], engines, glossary)
        progress(min(start + _WINDOW, len(todo)), len(todo))
    whole = {cell: found[cell] if len(split) == 1 else _in_parts(split, found) for cell, split in parts.items()}
    return {text: _framed(text, line, whole) for text, line in lines.items()}


def _framed(zh: str, line: frames.Frame, drafts: Mapping[str, Draft]) -> Draft:
    """A list item or a table's row, of the drafts of what stands in it, with all their doubts."""
    if not line.label and len(line.cells) == 1:
        return drafts[zh]
    found = [drafts.get(cell, Draft("", "as written")) for cell in line.cells]
    en = line.around([cell.en for cell in found])
    flags = dict.fromkeys(flag for cell in found for flag in cell.flags)
    doubted = any(flag.code == "t-quantity" for flag in flags)
    numbers = () if doubted else tuple(flag for flag in checks.check(zh, en) if flag.code == "t-quantity")
    engine = next((cell.engine for cell in found if cell.engine != "as written"), found[0].engine)
    return Draft(en, engine, (*flags, *numbers), min(cell.sureness for cell in found))


def _in_parts(parts: Sequence[str], drafts: Mapping[str, Draft]) -> Draft:
    """What is longer than any sentence: its parts side by side, with all their doubts."""
    found = [drafts[part] for part in parts]
    flags = dict.fromkeys(flag for part in found for flag in part.flags)
    return Draft(clauses.join(parts, [part.en for part in found]), found[0].engine, tuple(flags))


def as_written(text: str) -> Draft:
    """What holds no Chinese needs no engine: it stands as it is, with its punctuation made English."""
    plain = re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", text.translate(_SIGNS))
    return Draft(" ".join(plain.split()) or "-", "as written")


_SIGNS = str.maketrans(
    {"，": ", ", "。": ".", "！": "!", "？": "?", "；": "; ", "：": ": ", "、": ", ", "（": " (", "）": ")", "《": "“",
     "》": "”", "「": "“", "」": "”", "【": "[", "】": "]", "　": " ", "％": "%", "～": "–"}
)  # fmt: skip


def _climbed(texts: Sequence[str], engines: Sequence[Translator], glossary: Glossary) -> dict[str, Draft]:
    """The best of all rungs for whole sentences; for those that still fail also clause by clause, then mended."""
    best = _asked(texts, engines, glossary)
    split = {text: clauses.split(text) for text in texts if _doubt(best[text]) > _GOOD}
    single = list(dict.fromkeys(clause for found in split.values() for clause in found if len(found) > 1))
    clause = {zh: _mended(zh, found, glossary) for zh, found in _asked(single, engines, glossary).items()}
    for text, found in split.items():
        offers = [_mended(text, best[text], glossary)]
        if len(found) > 1:
            offers.append(_mended(text, _together(text, found, clause, glossary), glossary))
        best[text] = min(offers, key=_rank)
    return {text: _owned(best[text]) for text in best}


def _owned(offer: Draft) -> Draft:
    """The draft with a flag where nothing else is said against it and its own engine hardly believes it."""
    if offer.flags or offer.sureness > _unsure_below(offer.en):
        return offer
    chance = round(100 * math.exp(offer.sureness))
    return replace(offer, flags=(Flag("t-unsure", f"the model gives its own words {chance} chances in 100 each"),))


def _unsure_below(en: str) -> float:
    """The sureness that says something of a line this long: a good model's words average -0.5, spread by 1, and three
    times their spread is chance; a piece has four letters."""
    pieces = max(1, len(en) // 4)
    return min(_UNSURE, -0.5 - 3 / math.sqrt(pieces))


def _asked(texts: Sequence[str], engines: Sequence[Translator], glossary: Glossary) -> dict[str, Draft]:
    """Up the rungs with what fails, keeping the best offer for each text."""
    best: dict[str, Draft] = {}
    failing = list(texts)
    for rung in rungs(engines):
        if not failing:
            break
        written = [rung.written(text, glossary) for text in failing]
        lines = list(dict.fromkeys(written))
        english = dict(zip(lines, rung.engine.translate(lines, rung.effort), strict=True))
        for text, line in zip(failing, written, strict=True):
            judged = (_judged(text, offer, rung.engine.name, glossary, sureness(offer)) for offer in english[line])
            best[text] = min((*([best[text]] if text in best else []), *judged), key=_rank)
        failing = [text for text in failing if _doubt(best[text]) > _GOOD]
    return best | _reworded({text: best[text] for text in failing}, engines[0], glossary)


def _reworded(drafts: Mapping[str, Draft], engine: Translator, glossary: Glossary) -> dict[str, Draft]:
    """The drafts with the glossary's words in place of the engine's own, where that leaves less to doubt."""
    lacking = {zh: _missing(zh, draft.en, glossary) for zh, draft in drafts.items()}
    own = own_words(list(dict.fromkeys(term for terms in lacking.values() for term, _ in terms)), engine)
    made: dict[str, Draft] = {}
    for zh, terms in lacking.items():
        en = drafts[zh].en
        for term, english in terms:
            en = reworded(en, own[term], english, zh.count(term))
        offer = _judged(zh, en, drafts[zh].engine, glossary, drafts[zh].sureness)
        made[zh] = min(drafts[zh], offer, key=_doubt)
    return made


def _missing(zh: str, en: str, glossary: Glossary) -> list[tuple[str, str]]:
    terms = glossary.terms_in(zh)
    return [term for term in terms if any(flag.code == "t-term" for flag in checks.check(zh, en, (term,)))]


def _together(zh: str, parts: Sequence[str], drafts: Mapping[str, Draft], glossary: Glossary) -> Draft:
    """A sentence from the drafts of its clauses."""
    found = [drafts[part] for part in parts]
    sure = sum(part.sureness * len(part.en) for part in found) / (sum(len(part.en) for part in found) or 1)
    made = _judged(zh, clauses.join(parts, [part.en for part in found]), found[0].engine, glossary, sure)
    mends = tuple(flag for part in found for flag in part.flags if flag.code == "t-mended")
    return replace(made, flags=(*made.flags, *mends))


def _mended(zh: str, best: Draft, glossary: Glossary) -> Draft:
    """The draft with its numbers put right, if that leaves less to doubt."""
    en, said = mended(zh, best.en)
    if not said:
        return best
    offer = _judged(zh, en, best.engine, glossary, best.sureness)
    before = tuple(flag for flag in best.flags if flag.code == "t-mended")
    offer = replace(offer, flags=(*offer.flags, *before, *said))
    return offer if _doubt(offer) < _doubt(best) else best


def tidied(zh: str, en: str) -> str:
    """English that ends as the Chinese does: no stop after a heading, a question mark after a question."""
    en = re.sub(r"\s+([,.;:!?])(?=\s|$)", r"\1", re.sub(r"\s+", " ", en)).strip()
    last = zh.rstrip("”’」』）)\"' ")[-1:]
    if last in ("？", "?") and en.endswith("."):
        return en[:-1] + "?"
    if last == "。" and en[-1:].isalnum():
        return en + "."
    headline = last.isalnum() and zh.rstrip().endswith(last)
    return en[:-1] if headline and re.search(r"[a-z]{3}\.$", en) else en


def _judged(zh: str, en: str, engine: str, glossary: Glossary, sure: float = 0.0) -> Draft:
    en = tidied(zh, en)
    return Draft(en, engine, checks.check(zh, en, glossary.terms_in(zh)), sure)


def _doubt(offer: Draft) -> float:
    return checks.score(offer.flags)


def _rank(offer: Draft) -> tuple[float, float]:
    """Among offers with the same doubts, the one of which its engine is surest: half a point of chrF on the lines that
    no rung puts right."""
    return _doubt(offer), -(offer.sureness or _UNKNOWN)
