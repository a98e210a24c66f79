"""Article and translation → what is to be said in each file, in order, with the pauses; nothing is spoken yet."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from zjpub.hanzi import in_script, script_of
from zjpub.model import Article, Lang, Sentence, Translation
from zjpub.narrate.plan import Plan

Tongue = Literal["zh", "en", "bi"]
"""The language of a file: one of the two, or each sentence in both."""

_NAME_BYTES = 100
_LONGEST_ENDING = len(".slow.zh.mp3")
_KEPT = "“”‘’（）《》〈〉「」、，；：·—…_-"


@dataclass(frozen=True, slots=True)
class Utterance:
    """One sentence to be said in one language, and the pause after it in milliseconds."""

    sentence: str
    lang: Lang
    text: str
    after: int


@dataclass(frozen=True, slots=True)
class Script:
    """One section, caption track or article without sections, in one language or both. `stem` begins its file name."""

    stem: str
    section: str | None
    lang: Tongue
    title: str
    utterances: tuple[Utterance, ...]


@dataclass(frozen=True, slots=True)
class _Passage:
    """A section before a language is chosen: sentences with the pause after each."""

    section: str | None
    heading: Sentence | None
    sentences: tuple[tuple[Sentence, int], ...]


def scripts(article: Article, translation: Translation, plan: Plan, lang: Tongue) -> tuple[Script, ...]:
    """One script a section, the captions last. The title is said at the beginning of the first."""
    passages = tuple(passage for passage in _passages(article, plan) if passage.sentences)
    width = max(2, len(str(len(passages))))
    made = []
    for number, passage in enumerate(passages, 1):
        captions = passage.section == "captions"
        heading = passage.heading or article.title
        words = _captions(article) if captions else _both(heading, translation)
        made.append(
            Script(
                stem=_stem(f"{number:0{width}}-", words["zh"]),
                section=passage.section,
                lang=lang,
                title=_title(words, lang),
                utterances=tuple(_said(passage, translation, plan, lang)),
            )
        )
    return tuple(made)


def title(article: Article, translation: Translation, lang: Tongue) -> str:
    """The article's title for a listener."""
    return _title(_both(article.title, translation), lang)


def _captions(article: Article) -> dict[Lang, str]:
    script = script_of("".join(sentence.zh for sentence in article.sentences()))
    return {"zh": in_script("图片说明", script), "en": "Captions"}


def _both(sentence: Sentence, translation: Translation) -> dict[Lang, str]:
    return {"zh": sentence.zh, "en": translation.lines[sentence.id].en}


def _title(words: dict[Lang, str], lang: Tongue) -> str:
    return f"{words['zh']} / {words['en']}" if lang == "bi" else words[lang]


def _passages(article: Article, plan: Plan) -> Iterator[_Passage]:
    opening: tuple[tuple[Sentence, int], ...] = ((article.title, plan.pause_heading),)
    for section in article.sections:
        heading = ((section.heading, plan.pause_heading),) if section.heading else ()
        text = tuple(pair for paragraph in section.paragraphs for pair in _paced(paragraph.sentences, plan))
        yield _Passage(section.id, section.heading, _ended(opening + heading + text, plan))
        opening = ()
    spoken = tuple((caption.sentence, plan.pause_paragraph) for caption in article.captions if caption.sentence.zh)
    if not article.sections and not spoken:
        yield _Passage(None, None, opening)
    elif spoken:
        yield _Passage("captions", None, _ended(opening + spoken, plan))


def _paced(sentences: Sequence[Sentence], plan: Plan) -> Iterator[tuple[Sentence, int]]:
    for sentence in sentences[:-1]:
        yield sentence, plan.pause_sentence
    if sentences:
        yield sentences[-1], plan.pause_paragraph


def _ended(sentences: tuple[tuple[Sentence, int], ...], plan: Plan) -> tuple[tuple[Sentence, int], ...]:
    """A section ends with the pause that stands before the next heading."""
    return (*sentences[:-1], (sentences[-1][0], plan.pause_heading)) if sentences else ()


def _said(passage: _Passage, translation: Translation, plan: Plan, lang: Tongue) -> Iterator[Utterance]:
    for sentence, pause in passage.sentences:
        words = _both(sentence, translation)
        if lang != "bi":
            yield Utterance(sentence.id, lang, words[lang], pause)
            continue
        yield Utterance(sentence.id, "zh", words["zh"], plan.pause_sentence)
        yield Utterance(sentence.id, "en", words["en"], max(pause, plan.pause_paragraph))


def _stem(number: str, words: str) -> str:
    """A file name that every system, archive and web server takes: its ending left off, at most 100 bytes with it."""
    kept = [character if _harmless(character) else " " for character in unicodedata.normalize("NFC", words)]
    name = "-".join("".join(kept).split())
    room = _NAME_BYTES - _LONGEST_ENDING - len(number)
    short = name.encode()[:room].decode(errors="ignore").strip("-.，、；：…—")
    return number + (short or "audio")


def _harmless(character: str) -> bool:
    if character.isalnum():
        return True
    # Vowel signs and tone marks belong to letters; what chooses the look of an emoji does not.
    marks = unicodedata.category(character) in ("Mn", "Mc") and not 0xFE00 <= ord(character) <= 0xFE0F
    return character in _KEPT or (marks and ord(character) < 0xE0000)
