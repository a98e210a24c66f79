"""How many sentences keep, word for word, the English that zjpub forces into them: the second table of the model card.

    python -m training.carry PACKAGE GLOSSARY CHINESE…

Half of the sentences hold a quantity that zjpub writes in English before it translates, half hold a term of the
glossary (`zh,en`). They are taken evenly from files that nothing was trained on, and forced as a build forces them.
What was lost is told on stderr.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from zjpub.translate import glossary, packages
from zjpub.translate.argos import Argos
from zjpub.translate.glossary import Glossary
from zjpub.translate.interface import Effort, Translator
from zjpub.translate.quantities import with_english
from zjpub.translate.rescue import with_terms

SENTENCES = 200
_LONGEST = 80
"""Characters: whole sentences, none so long that the engine would take it apart."""


@dataclass(frozen=True, slots=True)
class Forced:
    """A sentence as the engine gets it, and the English words that must come out again."""

    text: str
    words: tuple[str, ...]


def quantities(chinese: Iterable[str]) -> list[Forced]:
    """The sentences that zjpub would give an English quantity."""
    return [Forced(text, words) for text, words in map(with_english, chinese) if words]


def terms(chinese: Iterable[str], book: Glossary) -> list[Forced]:
    """The sentences with a term of the glossary; their quantities are forced too, but not counted."""
    found = ((zh, book.terms_in(zh)) for zh in chinese)
    return [Forced(with_terms(zh, book), tuple(en for _, en in rows)) for zh, rows in found if rows]


def evenly(found: Sequence[Forced], count: int) -> list[Forced]:
    """So many of them, from beginning to end."""
    return [found[index * len(found) // count] for index in range(min(count, len(found)))]


def kept(forced: Forced, said: str) -> bool:
    """Whether every forced word stands in the English as it was given; only a sentence's first letter may grow."""
    return all(_stands(word, said) or _stands(word[:1].upper() + word[1:], said) for word in forced.words)


def _stands(word: str, said: str) -> bool:
    return bool(re.search(rf"(?<![\w.,]){re.escape(word)}(?!\w)", said))


def measured(engine: Translator, forced: Sequence[Forced]) -> list[str]:
    """The sentences' English, with the effort that a build makes when it forces words."""
    return [found[0] for found in engine.translate([one.text for one in forced], Effort(beam=4))]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("glossary", type=Path)
    parser.add_argument("chinese", type=Path, nargs="+")
    given = parser.parse_args()
    lines = [line for file in given.chinese for line in file.read_text(encoding="utf-8").splitlines()]
    chinese = [line for line in lines if len(line) <= _LONGEST]
    engine = Argos(packages.load(given.package))
    lots = {"quantities": quantities(chinese), "terms": terms(chinese, glossary.read(given.glossary))}
    print("| forced | sentences | kept word for word |\n| --- | ---: | ---: |")
    for name, found in lots.items():
        lot = evenly(found, SENTENCES // len(lots))
        said = measured(engine, lot)
        good = sum(map(kept, lot, said))
        print(f"| {name} | {len(lot)} | {good} ({100 * good / max(len(lot), 1):.0f} %) |", flush=True)
        for one, en in zip(lot, said, strict=True):
            if not kept(one, en):
                print(f"lost {', '.join(one.words)}: {one.text} → {en}", file=sys.stderr)


if __name__ == "__main__":
    main()
