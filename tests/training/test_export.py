"""From weights to a package that zjpub translates with: the same model at every step, and no torch on the way."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import toys

from training import export, weights
from training.shape import Shape
from zjpub.translate import packages
from zjpub.translate.argos import Argos
from zjpub.translate.interface import Effort


def translated(folder: Path, lines: Sequence[str] = toys.CHINESE) -> list[tuple[str, ...]]:
    """By zjpub's own engine, several hypotheses a line, so that a small difference shows."""
    return Argos(packages.load(folder)).translate(lines, Effort(beam=4, hypotheses=3))


def test_a_package_is_found_loaded_and_translates_the_same_every_time(
    pieces: Path, shape: Shape, tmp_path: Path
) -> None:
    export.package(shape, toys.weights(shape), pieces, tmp_path / "models" / "starter")
    (found,) = packages.find(explicit=tmp_path / "models" / "starter")
    assert (found.source, found.target, found.tokenizer.name) == ("zh", "en", "sentencepiece.model")
    first = translated(found.folder)
    assert all(len(line) == 3 and any(line) for line in first)
    assert translated(found.folder) == first
    assert translated(found.folder, toys.CHINESE[::-1]) == first[::-1]
    assert "torch" not in sys.modules


def test_every_weight_has_its_right_place(pieces: Path, shape: Shape, tmp_path: Path) -> None:
    """In float32 the package gives the log-probabilities of the formulas, piece by piece."""
    import ctranslate2
    import sentencepiece

    made = toys.weights(shape)
    export.package(shape, made, pieces, tmp_path / "float", "float32")
    model = ctranslate2.Translator(str(tmp_path / "float" / "model"), compute_type="float32")
    coder = sentencepiece.SentencePieceProcessor(model_file=str(pieces))
    for zh, en in zip(toys.CHINESE, toys.ENGLISH, strict=True):
        said = model.score_batch([coder.encode(zh, out_type=str)], [coder.encode(en, out_type=str)])[0].log_probs
        own = toys.log_probabilities(shape, made, coder.encode(zh), coder.encode(en))
        assert len(said) == len(own)
        assert np.abs(np.array(said) - own).max() < 0.01


def test_small_files_and_a_direct_export_give_the_same_english(pieces: Path, shape: Shape, tmp_path: Path) -> None:
    made = toys.weights(shape)
    weights.write(tmp_path / "weights", shape, made, {"step": 5})
    export.package(shape, made, pieces, tmp_path / "direct")
    export.package(*weights.read(tmp_path / "weights"), pieces, tmp_path / "carried")
    assert translated(tmp_path / "direct") == translated(tmp_path / "carried")
    direct, carried = (tmp_path / name / "model" / "model.bin" for name in ("direct", "carried"))
    assert direct.stat().st_size == carried.stat().st_size
    assert json.loads((tmp_path / "weights" / "config.json").read_text())["step"] == 5


def test_rounding_is_bounded_row_by_row(shape: Shape, tmp_path: Path) -> None:
    made = toys.weights(shape)
    # A row a thousand times as large as the others must not cost them anything.
    made["embedding.weight"][3] *= 1000
    made["embedding.weight"][5] = 0
    weights.write(tmp_path, shape, made, {})
    same, back = weights.read(tmp_path)
    assert same == shape
    assert back.keys() == made.keys()
    for name, array in made.items():
        unit = np.abs(array).max(-1, keepdims=True) / 127 if array.ndim == 2 else np.zeros(1)
        assert (np.abs(back[name] - array) <= unit * 0.5001).all(), name
        assert back[name].dtype == np.float32


def test_no_file_is_larger_than_the_limit(shape: Shape, tmp_path: Path) -> None:
    wide = replace(shape, vocabulary=70_000, width=512)
    made = {"embedding.weight": np.random.default_rng(1).normal(size=(70_000, 512)).astype(np.float32)}
    files = weights.write(tmp_path, wide, made, {})
    assert [file.name for file in files] == ["weights-0.npz", "weights-1.npz", "weights-2.npz", "config.json"]
    assert all(file.stat().st_size <= weights.LIMIT for file in files)
    back = weights.read(tmp_path)[1]["embedding.weight"]
    assert np.abs(back - made["embedding.weight"]).max() < 0.03


def test_older_and_larger_weights_leave_no_file_behind(shape: Shape, tmp_path: Path) -> None:
    (tmp_path / "weights-7.npz").write_bytes(b"old")
    weights.write(tmp_path, shape, toys.weights(shape), {})
    assert sorted(file.name for file in tmp_path.iterdir()) == ["config.json", "weights-0.npz"]
