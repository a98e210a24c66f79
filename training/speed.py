"""Load time, speed and memory of a package: the third table of the model card.

    python -m training.speed PACKAGE CHINESE [LINES]

One fresh process, the engine of `zjpub translate` with its own settings, on all cores that the process may use.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from pathlib import Path

from zjpub.translate import packages
from zjpub.translate.argos import Argos


def memory() -> float:
    """The most that this process has held, in MB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("chinese", type=Path)
    parser.add_argument("lines", type=int, nargs="?", default=500)
    given = parser.parse_args()
    lines = given.chinese.read_text(encoding="utf-8").splitlines()[: given.lines]
    start = time.perf_counter()
    engine = Argos(packages.load(given.package))
    engine.translate(["好。"])
    loaded = time.perf_counter()
    engine.translate(lines)
    rate = len(lines) / (time.perf_counter() - loaded)
    size = sum(file.stat().st_size for file in given.package.rglob("*") if file.is_file())
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    print("| what | value |\n| --- | ---: |")
    print(f"| size | {size / 1e6:.1f} MB |")
    print(f"| load time, libraries and the first word included | {loaded - start:.2f} s |")
    print(f"| speed on {cores} cores, {len(lines)} sentences of {sum(map(len, lines)) / len(lines):.0f} characters | "
          f"{rate:.1f} sentences a second |")  # fmt: skip
    print(f"| memory at most | {memory():.0f} MB |")


if __name__ == "__main__":
    main()
