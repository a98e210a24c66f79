"""What a build costs: 1, 10, 100 and 1,000 articles, a second build, one changed sentence, peak memory.

Run `python tests/benchmarks/bench_build.py [ARTICLES…]`. Engines are the quick ones (`echo`, no audio), so that what is
measured is zjpub itself. Each figure stands beside its ratio to the first row, or to the full build.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ARTICLE = """河边的书店{n}号 春天又来了

书店只有{n}平方米，却藏着1.2万册旧书。店主每天下午三点煮一壶茶，谁来都可以坐下。这是第{n}家。

河边的步道

去年新修步道{n}公里，种下柳树1200棵。每天来散步的人从不到300人增加到{n}多人。他们在{n}号门口合影。
"""
BUILD = (sys.executable, "-m", "zjpub", "build", "--quiet", "--translator", "echo", "--no-audio")


def timed(project: Path) -> tuple[float, float]:
    """Seconds and peak megabytes of one build."""
    began = time.monotonic()
    build = subprocess.Popen(BUILD, cwd=project)
    _, status, used = os.wait4(build.pid, 0)
    if status:
        sys.exit(f"the build failed with status {status}")
    # Linux counts kilobytes, macOS bytes.
    return time.monotonic() - began, used.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)


def measure(count: int, folder: Path) -> tuple[float, float, float, float]:
    """Full build, second build and one-sentence change in seconds, peak memory in megabytes."""
    content = folder / "content"
    content.mkdir(parents=True)
    for number in range(count):
        (content / f"shop-{number}.txt").write_text(ARTICLE.replace("{n}", str(1000 + number)), encoding="utf-8")
    full, peak = timed(folder)
    second, _ = timed(folder)
    changed = content / "shop-0.txt"
    changed.write_text(changed.read_text(encoding="utf-8").replace("1200棵", "1300棵"), encoding="utf-8")
    change, _ = timed(folder)
    return full, second, change, peak


def main() -> None:
    """Print the table."""
    counts = [int(argument) for argument in sys.argv[1:]] or [1, 10, 100, 1000]
    print("articles   full s   s each  second s  /full  change s  /full     MB")
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            full, second, change, peak = measure(count, Path(folder) / "project")
        each = full / count
        shown = f"{second:9.2f} {second / full:6.2f} {change:9.2f} {change / full:6.2f} {peak:6.0f}"
        print(f"{count:8} {full:8.2f} {each:8.3f} {shown}", flush=True)


if __name__ == "__main__":
    main()
