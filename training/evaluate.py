"""BLEU and chrF of a package beside the stored outputs of other systems: the first table of the model card.

    python -m training.evaluate EVAL SET… [--package PACKAGE]

EVAL holds for each SET the Chinese `SET.zh`, a reference `SET.en`, and the outputs `SET.SYSTEM.en`. sacrebleu's own
settings (13a; chrF2), a beam of 4, and zjpub's own engine, before any check or mend. Without a package only the stored
outputs are scored.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import sacrebleu

from zjpub.translate import packages
from zjpub.translate.argos import Argos
from zjpub.translate.interface import Effort

BEAM = 4


@dataclass(frozen=True, slots=True)
class Score:
    """What sacrebleu says of one system's output on one set."""

    bleu: float
    chrf: float


def score(said: Sequence[str], reference: Sequence[str]) -> Score:
    """Raises SystemExit where the two are not of the same number of lines."""
    if len(said) != len(reference):
        raise SystemExit(f"{len(said)} lines were translated, {len(reference)} are in the reference")
    bleu, chrf = (sacrebleu.corpus_bleu(said, [reference]), sacrebleu.corpus_chrf(said, [reference]))
    return Score(bleu.score, chrf.score)


def lines(file: Path) -> list[str]:
    """The lines of a test set; only a line feed ends one."""
    return file.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def stored(folder: Path, name: str) -> dict[str, Score]:
    """The scores of the outputs that lie beside a set, by system."""
    files = sorted(folder.glob(f"{name}.*.en"))
    return {file.name.removeprefix(f"{name}.").removesuffix(".en"): _scored(file, folder, name) for file in files}


def _scored(file: Path, folder: Path, name: str) -> Score:
    return score(lines(file), lines(folder / f"{name}.en"))


def translated(engine: Argos, chinese: Sequence[str]) -> list[str]:
    """The engine's best hypothesis for each line."""
    return [found[0] for found in engine.translate(chinese, Effort(beam=BEAM))]


def table(scores: dict[str, dict[str, Score]]) -> str:
    """Markdown: a row a system, a column a set, `BLEU / chrF` in each cell."""
    systems = dict.fromkeys(system for found in scores.values() for system in found)
    rows = [["system", *scores], ["---", *["---:"] * len(scores)]]
    rows += [[system, *(_cell(found.get(system)) for found in scores.values())] for system in systems]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cell(found: Score | None) -> str:
    return f"{found.bleu:.1f} / {found.chrf:.1f}" if found else "–"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("eval", type=Path)
    parser.add_argument("sets", nargs="+", metavar="SET")
    parser.add_argument("--package", type=Path)
    given = parser.parse_args()
    engine = Argos(packages.load(given.package)) if given.package else None
    scores: dict[str, dict[str, Score]] = {}
    for name in given.sets:
        own = translated(engine, lines(given.eval / f"{name}.zh")) if engine else None
        scores[name] = {"this model": score(own, lines(given.eval / f"{name}.en"))} if own else {}
        scores[name] |= stored(given.eval, name)
    print(table(scores))
    print(f"\nBLEU / chrF, sacrebleu {sacrebleu.__version__}, beam {BEAM}.")


if __name__ == "__main__":
    main()
