"""Text as written → text as spoken, so that no voice meets a digit, a sign or a noise that it would misread."""

from __future__ import annotations

from zjpub.model import Lang
from zjpub.narrate.reading.characters import fold
from zjpub.narrate.reading.lexicon import EMPTY, Lexicon

__all__ = ["EMPTY", "Lexicon", "speakable"]


def speakable(text: str, lang: Lang, lexicon: Lexicon = EMPTY) -> str:
    """One sentence → the words that a voice should say; empty only when it has none.

    Lexicon rows in words are applied here, before the figures are read, so that a row may name any of them; rows in
    pinyin are for the voices that take it: `lexicon.apply(text, lang, pinyin=True)` on the result.
    """
    folded = fold(lexicon.apply(text, lang, pinyin=False))
    # Each language's tables take some 30 ms to compile: only for a text in it.
    if lang == "zh":
        from zjpub.narrate.reading import chinese

        return chinese.speakable(folded)
    from zjpub.narrate.reading import english

    return english.speakable(folded)
