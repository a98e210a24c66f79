"""Cleaning: megabytes a second on articles as people paste them, on one long page, and how the time grows.

    python tests/benchmarks/bench_clean.py [megabytes]

No peer cleans Chinese newspaper text; `ftfy`, where it is installed, mends characters only and is shown for scale.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "clean"))

from bed.mess import make
from bed.truth import all_articles

from zjpub.clean import clean
from zjpub.model import InputLine, Source

SEED = Path(__file__).parents[2] / "content" / "zhengzhou-jingkai.txt"


def _source(lines: Sequence[str]) -> Source:
    return Source("bench", "bench", tuple(InputLine(number, text) for number, text in enumerate(lines, 1)))


def _size(pages: Sequence[Sequence[str]]) -> float:
    return sum(len(line.encode("utf-8", "surrogatepass")) + 1 for page in pages for line in page) / 1e6


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _articles(megabytes: float) -> list[list[str]]:
    """The test bed's articles in all degrees of mess, one page each."""
    truths, pages, size = all_articles(), [], 0.0
    while size < megabytes:
        number = len(pages)
        pages.append(list(make(truths[number % len(truths)], number % 3 + 1, number).lines))
        size += _size(pages[-1:])
    return pages


def _long_page(megabytes: float, first: int = 0) -> list[str]:
    """The first article again and again on one page, each time with other facts, numbered from `first`."""
    seed, page = SEED.read_text(encoding="utf-8").splitlines(), []
    for number in range(first, first + int(megabytes * 1e6 / SEED.stat().st_size) + 1):
        page += [line.replace("。", f"{number}。") for line in seed]
    return page


def _report(name: str, pages: Sequence[Sequence[str]]) -> float:
    size, sources = _size(pages), [_source(page) for page in pages]
    spent = _seconds(lambda: [clean(source) for source in sources])
    print(f"{name:32} {size:6.2f} MB {spent:7.2f} s {size / spent:6.2f} MB/s")
    return spent


def _ftfy(pages: Sequence[Sequence[str]], ours: float) -> None:
    try:
        import ftfy
    except ImportError:
        print(f"{'ftfy (characters only)':32} not installed")
        return
    spent = _seconds(lambda: [ftfy.fix_text(line) for page in pages for line in page])
    print(f"{'ftfy (characters only)':32} {_size(pages):6.2f} MB {spent:7.2f} s, ours {ours / spent:.2f} of it")


def main() -> None:
    """Prints the figures."""
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    clean(_source(SEED.read_text(encoding="utf-8").splitlines()))
    pages = _articles(megabytes)
    _report("messy articles, short lines", pages)
    page = _long_page(megabytes)
    whole = _report("long page, newspaper lines", [page])
    half = _report("a page of half the size", [_long_page(megabytes / 2, 10_000)])
    print(f"{'time for twice the text':32} {whole / half:.2f}")
    _ftfy([page], whole)


if __name__ == "__main__":
    main()
