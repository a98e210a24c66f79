"""Weights → an Argos Translate package: the folder that `zjpub translate --model` takes. Needs no torch.

python -m training.export WEIGHTS DATA/sp.model PACKAGE
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ctranslate2
import sentencepiece
from ctranslate2.specs import TransformerSpec, common_spec

from training import weights as stored
from training.shape import BOS, EOS, UNK, Shape, positions
from training.weights import Weights

METADATA = {
    "package_version": "1.0",
    "argos_version": "1.9",
    "from_code": "zh",
    "from_name": "Chinese",
    "to_code": "en",
    "to_name": "English",
    "type": "translate",
}


def package(shape: Shape, weights: Weights, pieces: Path, folder: Path, kind: str = "int8") -> None:
    """Write the package into `folder`, in place of what is there; `kind` as CTranslate2 names it."""
    spec = specification(shape, weights)
    _vocabulary(spec, pieces)
    spec.validate()
    spec.optimize(quantization=None if kind == "float32" else kind)
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "model").mkdir(parents=True)
    spec.save(str(folder / "model"))
    shutil.copyfile(pieces, folder / "sentencepiece.model")
    (folder / "metadata.json").write_text(json.dumps(METADATA, indent=1) + "\n", encoding="utf-8")


def specification(shape: Shape, weights: Weights) -> Any:
    """CTranslate2's Transformer with these weights in it."""
    spec = TransformerSpec.from_config(
        (shape.encoder, shape.decoder), shape.heads, pre_norm=True, activation=common_spec.Activation.RELU
    )
    for side, name in ((spec.encoder, "encoder"), (spec.decoder, "decoder")):
        side.scale_embeddings = True
        side.position_encodings.encodings = positions(shape)
        _norm(side.layer_norm, weights, f"{name}_norm")
        for number, layer in enumerate(side.layer):
            _layer(layer, weights, f"{name}.{number}")
    spec.encoder.embeddings[0].weight = spec.decoder.embeddings.weight = weights["embedding.weight"]
    spec.decoder.projection.weight, spec.decoder.projection.bias = weights["embedding.weight"], weights["bias"]
    return spec


def _layer(layer: Any, weights: Weights, name: str) -> None:
    _attention(layer.self_attention, weights, f"{name}.attention", ("qkv", "out"))
    if name.startswith("decoder"):
        _attention(layer.attention, weights, f"{name}.cross", ("q", "kv", "out"))
    _norm(layer.ffn.layer_norm, weights, f"{name}.feed.norm")
    _linear(layer.ffn.linear_0, weights, f"{name}.feed.up")
    _linear(layer.ffn.linear_1, weights, f"{name}.feed.down")


def _attention(part: Any, weights: Weights, name: str, parts: Sequence[str]) -> None:
    _norm(part.layer_norm, weights, f"{name}.norm")
    for linear, own in zip(part.linear, parts, strict=True):
        _linear(linear, weights, f"{name}.{own}")


def _norm(part: Any, weights: Weights, name: str) -> None:
    part.gamma, part.beta = weights[f"{name}.weight"], weights[f"{name}.bias"]


def _linear(part: Any, weights: Weights, name: str) -> None:
    part.weight, part.bias = weights[f"{name}.weight"], weights[f"{name}.bias"]


def _vocabulary(spec: Any, pieces: Path) -> None:
    model = sentencepiece.SentencePieceProcessor(model_file=str(pieces))
    known = [model.id_to_piece(number) for number in range(model.get_piece_size())]
    spec.register_source_vocabulary(known)
    spec.register_target_vocabulary(known)
    spec.config.unk_token, spec.config.bos_token, spec.config.eos_token = known[UNK], known[BOS], known[EOS]
    spec.config.decoder_start_token = known[BOS]
    spec.config.add_source_bos, spec.config.add_source_eos = False, True


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("pieces", type=Path)
    parser.add_argument("package", type=Path)
    given = parser.parse_args()
    shape, weights = stored.read(given.weights)
    package(shape, weights, given.pieces, given.package)
    size = sum(file.stat().st_size for file in given.package.rglob("*") if file.is_file())
    print(f"{given.package}: {size / 1e6:.1f} MB, {shape}, CTranslate2 {ctranslate2.__version__}")


if __name__ == "__main__":
    main()
