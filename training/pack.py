"""Pairs of sentences → a folder of data to train on (its form stands in `data.py`).

    python -m training.pack SOURCES.toml DATA --tests EVAL [--terms TERMS.tsv] [--pieces 24000]

SOURCES.toml has a table for each file `NAME.tsv` beside it, of lines `zh TAB en`: `news = true` where it is like news,
`copies = 3` where it is to be learnt more often than once. TERMS.tsv has lines `zh TAB en; en; …`. Where DATA holds an
`sp.model` already, that one is used, so that an older model can learn on.
"""

from __future__ import annotations

import argparse
import random
import shutil
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import sentencepiece

from training import pairs
from training.shape import BOS, EOS, PAD, UNK

_VALID = 2000
_LONGEST = 160, 180
"""Pieces of Chinese, of English; longer sentences are left out."""
_MIXED = {False: 0.12, True: 0.3}
"""How often a pair gets a copy with a term in English: other text, news."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line to learn."""

    zh: str
    en: str
    news: bool


def rows(sources: Path, tests: pairs.Reserved, terms: pairs.Terms, chance: random.Random) -> Iterator[Row]:
    """All that is fit, each pair once or in its copies, and its code-mixed copies."""
    seen: set[tuple[str, str]] = set()
    for name, said in tomllib.loads(sources.read_text(encoding="utf-8")).items():
        for line in (sources.parent / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
            zh, en = map(pairs.normalised, (*line.split("\t"), "")[:2])
            if (zh, en) in seen or not pairs.fits(zh, en) or tests.touch(zh, en):
                continue
            seen.add((zh, en))
            news = bool(said.get("news", False))
            for form in (*[zh] * said.get("copies", 1), *_mixed(zh, en, news, terms, chance)):
                yield Row(form, en, news)


def _mixed(zh: str, en: str, news: bool, terms: pairs.Terms, chance: random.Random) -> Iterator[str]:
    if mixed := pairs.with_quantities(zh, en):
        yield mixed
    if chance.random() < _MIXED[news] and (mixed := pairs.with_terms(zh, en, terms, chance)):
        yield mixed


def parted(found: Sequence[Row], chance: random.Random) -> tuple[list[Row], list[Row]]:
    """What is learnt, and what only shows how well: at most a tenth, and no news, of which there is none to spare."""
    others = sorted({(row.zh, row.en) for row in found if not row.news})
    kept = set(chance.sample(others, min(_VALID, len(others) // 10)))
    return [row for row in found if (row.zh, row.en) not in kept], [Row(zh, en, False) for zh, en in sorted(kept)]


def learn_pieces(found: Sequence[Row], file: Path, count: int) -> None:
    """A SentencePiece model of both languages together; what it lacks it writes in bytes."""
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=(text for row in found for text in (row.zh, row.en)),
        model_prefix=str(file.with_suffix("")), vocab_size=count, hard_vocab_limit=False, model_type="unigram",
        character_coverage=0.9997, byte_fallback=True, split_digits=True, normalization_rule_name="nmt_nfkc",
        pad_id=PAD, unk_id=UNK, bos_id=BOS, eos_id=EOS, input_sentence_size=2_400_000, minloglevel=1,
    )  # fmt: skip
    file.with_suffix(".vocab").unlink()


def write(folder: Path, split: str, found: Sequence[Row], pieces: sentencepiece.SentencePieceProcessor) -> int:
    """Write one split; the number of its rows."""
    chinese, english = pieces.encode([row.zh for row in found]), pieces.encode([row.en for row in found])
    good = [n for n in range(len(found)) if len(chinese[n]) <= _LONGEST[0] and len(english[n]) <= _LONGEST[1]]
    for side, coded in (("src", chinese), ("tgt", english)):
        flat = [piece for n in good for piece in coded[n]]
        lengths = [len(coded[n]) for n in good]
        np.savez(folder / f"{split}.{side}.npz", lens=np.array(lengths, np.uint16), flat=np.array(flat, np.uint16))
    np.save(folder / f"{split}.news.npy", np.array([found[n].news for n in good], np.uint8))
    return len(good)


def read_terms(file: Path | None) -> dict[str, tuple[str, ...]]:
    """The terms of a file, none without one."""
    lines = file.read_text(encoding="utf-8").splitlines() if file else []
    split = (line.split("\t") for line in lines if "\t" in line)
    return {zh: tuple(en.strip() for en in words.split(";")) for zh, words in split}


def read_tests(folder: Path) -> pairs.Reserved:
    """All that lies in the folder of test sets; the systems' outputs do no harm."""
    texts = {lang: [line for file in folder.glob(f"*.{lang}") for line in file.read_text(encoding="utf-8").splitlines()]
             for lang in ("zh", "en")}  # fmt: skip
    return pairs.Reserved(texts["zh"], texts["en"])


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--tests", type=Path, required=True)
    parser.add_argument("--terms", type=Path)
    parser.add_argument("--pieces", type=int, default=24_000)
    given = parser.parse_args()
    given.data.mkdir(parents=True, exist_ok=True)
    chance = random.Random(7)
    train, valid = parted(tuple(rows(given.sources, read_tests(given.tests), read_terms(given.terms), chance)), chance)
    if not (given.data / "sp.model").exists():
        learn_pieces(train, given.data / "sp.model", given.pieces)
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(given.data / "sp.model"))
    for split, found in (("train", train), ("valid", valid)):
        print(f"{split}: {write(given.data, split, found, pieces)} rows, {sum(row.news for row in found)} like news")
    for lang in ("zh", "en"):
        shutil.copyfile(given.tests / f"flores-dev.{lang}", given.data / f"flores-dev.{lang}")


if __name__ == "__main__":
    main()
