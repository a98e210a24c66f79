"""Weights as int8 rows with their scales, in files small enough to be carried one by one.

CTranslate2 rounds the same rows in the same way, so that nothing is lost which the package would have kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.shape import Shape

Array = NDArray[np.float32]
Weights = Mapping[str, Array]
Stored = dict[str, Any]
"""The arrays of a file."""
LIMIT = 15 * 2**20
"""Bytes a file, at most."""
_PIECE = 2**22
_SPARE = 2**16


def write(folder: Path, shape: Shape, weights: Weights, about: Mapping[str, object]) -> tuple[Path, ...]:
    """Write `weights-0.npz`, …, and `config.json` with the shape and what else is to be known; the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    for stale in folder.glob("weights-*.npz"):
        stale.unlink()
    files = []
    for number, content in enumerate(_filled(weights)):
        files.append(folder / f"weights-{number}.npz")
        np.savez(files[-1], **content)
    config = folder / "config.json"
    config.write_text(json.dumps({"shape": asdict(shape), **about}, indent=1) + "\n", encoding="utf-8")
    return (*files, config)


def _filled(weights: Weights) -> Iterator[Stored]:
    """The content of one file after the other."""
    content: Stored = {}
    size = 0
    for piece in _pieces(weights):
        more = sum(array.nbytes for array in piece.values())
        if content and size + more > LIMIT - _SPARE:
            yield content
            content, size = {}, 0
        content |= piece
        size += more
    yield content


def _pieces(weights: Weights) -> Iterator[Stored]:
    """Vectors as they are; matrices in slices of rows: `NAME@FIRST` in int8, `NAME@FIRST#scale` in float32."""
    for name, array in weights.items():
        if array.ndim == 1:
            yield {name: array.astype(np.float32)}
            continue
        step = max(1, _PIECE // array.shape[1])
        for first in range(0, len(array), step):
            rows, scale = rounded(array[first : first + step])
            yield {f"{name}@{first}": rows, f"{name}@{first}#scale": scale}


def rounded(rows: Array) -> tuple[NDArray[np.int8], Array]:
    """Each row as int8, and what one of its units is worth: no number is off by more than half of that."""
    scale = np.maximum(np.abs(rows).max(axis=1), 1e-8) / 127
    return np.rint(rows / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def read(folder: Path) -> tuple[Shape, dict[str, Array]]:
    """What `write` wrote, as float32."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    stored: Stored = {}
    for file in folder.glob("weights-*.npz"):
        with np.load(file) as arrays:
            stored |= arrays
    weights: dict[str, Array] = {name: array.astype(np.float32) for name, array in stored.items() if "@" not in name}
    slices: dict[str, dict[int, Array]] = {}
    for name, array in stored.items():
        if "@" in name and not name.endswith("#scale"):
            whole, first = name.split("@")
            slices.setdefault(whole, {})[int(first)] = array * stored[f"{name}#scale"][:, None]
    return Shape(**config["shape"]), weights | {name: _whole(found) for name, found in slices.items()}


def _whole(found: Mapping[int, Array]) -> Array:
    return np.concatenate([found[first] for first in sorted(found)]).astype(np.float32)
