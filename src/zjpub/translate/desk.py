"""The verbs of this stage: articles → translations, and the filter of lines. Every line says where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from zjpub import sentences
from zjpub.model import UNTRANSLATED, Article, Flag, Line, Sentence, Translation
from zjpub.translate import checks, names, rescue
from zjpub.translate.glossary import Glossary, Term
from zjpub.translate.interface import Translator
from zjpub.translate.memory import NOTHING, Match, Review, match
from zjpub.translate.places import places

_WINDOW = 512


@dataclass(frozen=True, slots=True)
class Desk:
    """What a translator works with. `engines`: the main one, then those that help it out; `memory`: Chinese → English
    that a person approved in another article; `reviews`: the PO file of each article, by slug."""

    engines: tuple[Translator, ...] = ()
    glossary: Glossary = field(default_factory=Glossary)
    memory: Mapping[str, str] = field(default_factory=dict)
    reviews: Mapping[str, Review] = field(default_factory=dict)


def _quiet(done: int, total: int) -> None:
    """No one watches."""


def translate(articles: Sequence[Article], desk: Desk, progress: rescue.Progress = _quiet) -> tuple[Translation, ...]:
    """The English of every sentence: a person's, from memory, or the machine's, for all articles in common batches.

    Where no engine can, the line's origin is `none`: see `missing`. Raises TranslationError when the engine fails.
    """
    matches = [match(list(article.sentences()), desk.reviews.get(article.slug, NOTHING)) for article in articles]
    settled = [
        {s.id: line for s in article.sentences() if (line := _said(s, found.get(s.id), desk))}
        for article, found in zip(articles, matches, strict=True)
    ]
    texts = [
        s.zh for article, known in zip(articles, settled, strict=True) for s in article.sentences() if s.id not in known
    ]
    drafts = rescue.draft(texts, desk.engines, desk.glossary, progress)
    made = [
        {s.id: known.get(s.id) or _drafted(s, drafts, found.get(s.id)) for s in article.sentences()}
        for article, known, found in zip(articles, settled, matches, strict=True)
    ]
    return tuple(Translation(_named(article, lines, desk)) for article, lines in zip(articles, made, strict=True))


def missing(article: Article, translation: Translation) -> tuple[Sentence, ...]:
    """The sentences that nobody translated, in reading order."""
    return tuple(s for s in article.sentences() if translation.lines[s.id].origin == "none")


def _said(sentence: Sentence, hit: Match | None, desk: Desk) -> Line | None:
    """What a person said of this sentence: of these words here, of these words elsewhere, or of almost these words.

    Their words stand even where a check doubts a number, but a wrong number is never silent: the flag stays. An edit of
    the Chinese is different: words for its earlier wording stand only while no check speaks against them.
    """
    if hit and not hit.near and hit.entry.state in ("approved", "edited"):
        flags = checks.numbers(sentence.zh, hit.entry.en)
        if hit.entry.state == "edited":
            flags += (Flag("t-fuzzy", "edited by a person, but still marked fuzzy in the PO file"),)
        return Line(sentence.id, sentence.zh, hit.entry.en, "reviewed", "", flags)
    if sentence.zh in desk.memory:
        english = desk.memory[sentence.zh]
        return Line(sentence.id, sentence.zh, english, "memory", "", checks.numbers(sentence.zh, english))
    if hit and (hit.near or hit.entry.state == "returned"):
        doubts = checks.check(sentence.zh, hit.entry.en, desk.glossary.terms_in(sentence.zh))
        if not doubts or not desk.engines:
            return Line(sentence.id, sentence.zh, hit.entry.en, "memory", "", (_changed(hit), *doubts))
    return None


def _changed(hit: Match) -> Flag:
    if not hit.before:
        return Flag("t-fuzzy", "marked fuzzy by another program: nobody has confirmed these words for this sentence")
    return Flag("t-changed", f"the Chinese was edited after a person translated it; it was: {hit.before}")


def _drafted(sentence: Sentence, drafts: Mapping[str, rescue.Draft], hit: Match | None) -> Line:
    draft = drafts.get(sentence.zh)
    if draft is None:
        flag = Flag("t-untranslated", "nobody has translated this sentence")
        return Line(sentence.id, sentence.zh, UNTRANSLATED, "none", "", (flag,))
    changed = (_changed(hit),) if hit and (hit.near or hit.entry.state == "returned") else ()
    return Line(sentence.id, sentence.zh, draft.en, "machine", draft.engine, (*changed, *draft.flags))


def _named(article: Article, lines: Mapping[str, Line], desk: Desk) -> dict[str, Line]:
    """The lines of an article with its people and places called the same throughout; where that fails, flagged."""
    ours = {term.zh for term in desk.glossary.terms}
    texts = [line.zh for line in lines.values()]
    known = names.people(texts, article.byline) | places(texts)
    machine = [(line.zh, line.en) for line in lines.values() if line.origin == "machine"]
    person = [(line.zh, line.en) for line in lines.values() if line.origin in ("reviewed", "memory")]
    wanted = names.unsettled({zh: en for zh, en in known.items() if zh not in ours}, machine, person)
    terms = dict.fromkeys(Term(*name) for found in wanted.values() for name in found)
    again = rescue.draft(list(wanted), desk.engines, Glossary((*desk.glossary.terms, *terms)), _quiet)
    return {
        key: _renamed(line, again[line.zh], wanted[line.zh]) if line.origin == "machine" and line.zh in wanted else line
        for key, line in lines.items()
    }


def _renamed(line: Line, draft: rescue.Draft, wanted: Sequence[tuple[str, str]]) -> Line:
    """The line with the names in it, if it is otherwise no worse than the one before."""
    doubts = tuple(flag for flag in draft.flags if not (flag.code == "t-term" and _speaks_of(flag, wanted)))
    if checks.score(doubts) <= checks.score(line.flags):
        changed = tuple(flag for flag in line.flags if flag.code == "t-changed")
        line = replace(line, en=draft.en, engine=draft.engine, flags=(*changed, *doubts))
    silent = [name for name in wanted if not names.says(line.en, name[1])]
    flags = tuple(Flag("t-name", f"{zh} is {en} by rule, which this line does not say") for zh, en in silent)
    return replace(line, flags=(*line.flags, *flags))


def _speaks_of(flag: Flag, wanted: Sequence[tuple[str, str]]) -> bool:
    return any(english in flag.message for _, english in wanted)


def translate_lines(lines: Iterable[str], desk: Desk) -> Iterator[Line]:
    """One line in, one line out, in order; a blank one stays blank. Memory is bounded however many come.

    A line may hold several sentences: each is translated by itself. Ids are 1-based line numbers.
    """
    source = iter(lines)
    number = 0
    while window := [line.strip() for line in islice(source, _WINDOW)]:
        split = {line: sentences.split(line) for line in dict.fromkeys(window)}
        texts = [s for line, found in split.items() if line not in desk.memory for s in found if s not in desk.memory]
        drafts = rescue.draft(texts, desk.engines, desk.glossary, _quiet)
        for line in window:
            number += 1
            yield replace(_line(line, split[line], drafts, desk), id=str(number))


def _line(zh: str, split: Sequence[str], drafts: Mapping[str, rescue.Draft], desk: Desk) -> Line:
    whole = (zh,) if zh in desk.memory else split
    found = [_said(s, None, desk) or _drafted(s, drafts, None) for s in (Sentence("", text) for text in whole)]
    if not found:
        return Line("", zh, "", "machine")
    origins = [line.origin for line in found]
    worst = next(origin for origin in ("none", "machine", "memory") if origin in origins)
    engines = dict.fromkeys(line.engine for line in found if line.engine)
    flags = dict.fromkeys(flag for line in found for flag in line.flags)
    return Line("", zh, " ".join(line.en for line in found), worst, ", ".join(engines), tuple(flags))
