"""Translation against argostranslate's own API: the same package, the same text, one run after the other.

    python tests/benchmarks/bench_translate.py PACKAGE [SET.zh [SET.en]] [--lines N] [--rounds N]

argostranslate's sentence splitter wants a download, so it is replaced by one that returns the paragraph whole and the
text is given to it as one sentence a paragraph: its API loses nothing by that, the splitter costs it no time at all.
Both load the model before the clock starts, and take turns. With SET.en the chrF of both is shown (sacrebleu).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from zjpub.sentences import split

SEED = Path(__file__).parents[2] / "content" / "zhengzhou-jingkai.txt"


def stock(package: Path) -> Callable[[list[str]], list[str]]:
    """argostranslate's API on this package, as its users call it."""
    home = Path(tempfile.mkdtemp())
    (home / "packages").mkdir()
    (home / "packages" / package.name).symlink_to(package.resolve())
    for name, folder in (("ARGOS_PACKAGES_DIR", "packages"), ("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config")):
        os.environ[name] = str(home / folder)
    import argostranslate.sbd
    import argostranslate.translate

    argostranslate.sbd.MiniSBDSentencizer.split_sentences = lambda self, text: [text]
    return lambda lines: argostranslate.translate.translate("\n".join(lines), "zh", "en").split("\n")


def ours(package: Path) -> Callable[[list[str]], list[str]]:
    """zjpub's engine on this package."""
    from zjpub.translate import packages
    from zjpub.translate.argos import Argos

    engine = Argos(packages.load(package))
    return lambda lines: [found[0] for found in engine.translate(lines)]


def timed(run: Callable[[list[str]], list[str]], lines: list[str], number: int) -> tuple[float, list[str]]:
    """Seconds, and what came out. Lines differ from round to round, so that no cache helps."""
    given = [line + " " * number for line in lines]
    start = time.perf_counter()
    found = run(given)
    return time.perf_counter() - start, found


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("zh", type=Path, nargs="?", default=SEED)
    parser.add_argument("en", type=Path, nargs="?")
    parser.add_argument("--lines", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


def score(out: list[str], truth: list[str]) -> str:
    """chrF against a reference, where there is one."""
    if not truth:
        return ""
    import sacrebleu

    return f"  chrF {sacrebleu.corpus_chrf(out, [truth[: len(out)]]).score:.1f}"


def main() -> int:
    """Print both throughputs, the best of rounds taken in turn; 1 if zjpub is not four times as fast."""
    given = arguments()
    text = given.zh.read_text(encoding="utf-8").splitlines()
    truth = given.en.read_text(encoding="utf-8").splitlines() if given.en else []
    every = text if truth else [sentence for line in text for sentence in split(line)]
    lines = [line.strip() for line in every if line.strip()][: given.lines]
    runs = {"argostranslate": stock(given.package), "zjpub": ours(given.package)}
    rounds = [
        {name: timed(run, lines if number else ["预热。"], number) for name, run in runs.items()}
        for number in range(given.rounds + 1)
    ][1:]
    rates = {}
    for name in runs:
        rates[name] = len(lines) / min(done[name][0] for done in rounds)
        print(f"{name:15} {rates[name]:7.1f} sentences/s{score(rounds[0][name][1], truth)}")
    ratio = rates["zjpub"] / rates["argostranslate"]
    print(f"zjpub is {ratio:.1f} times as fast on {len(lines)} sentences with {os.cpu_count()} cores")
    return 0 if ratio >= 4 else 1


if __name__ == "__main__":
    sys.exit(main())
