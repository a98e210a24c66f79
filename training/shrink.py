"""The averaged weights of a run, as small files: the last step on the machine that trains.

python -m training.shrink RUN WEIGHTS
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from training import weights
from training.shape import Shape


def shrink(run: Path, folder: Path) -> tuple[Path, ...]:
    """Write the averages of the run's last state, even while the run goes on. Raises SystemExit before the first."""
    if not (run / "last.pt").exists():
        raise SystemExit(f"{run} holds no state yet: one is written every five minutes and at the end")
    state = torch.load(run / "last.pt", map_location="cpu", weights_only=True)
    averages = {name: tensor.float().numpy() for name, tensor in state["averages"].items()}
    about = {"step": state["step"], "minutes": round(state["spent"] / 60, 1), "recipe": state["recipe"]}
    return weights.write(folder, Shape(**state["shape"]), averages, about)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("weights", type=Path)
    given = parser.parse_args()
    for file in shrink(given.run, given.weights):
        print(f"{file.stat().st_size:>12,} {file}")


if __name__ == "__main__":
    main()
