"""A toy model of random weights, its pieces, and the Transformer once more in plain numpy, to compare with."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import sentencepiece
from numpy.typing import NDArray

from training.shape import BOS, EOS, PAD, UNK, Shape, positions
from training.weights import Weights

Array = NDArray[np.float32]
CHINESE = (
    "郑州经开区今年前三季度实现工业增加值同比增长百分之六点八。",
    "跨境电商进出口货物1265.9亿元！",
    "中欧班列开行三千列，通达四十国",
)
ENGLISH = ("The zone grew by 6.8 per cent.", "Its trade reached 126.59 billion yuan.", "Trains ran 3,000 times")


def pieces(folder: Path) -> Path:
    """A SentencePiece model of a few hundred pieces."""
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([*CHINESE, *ENGLISH] * 20), model_prefix=str(folder / "sp"), vocab_size=400,
        hard_vocab_limit=False, byte_fallback=True, pad_id=PAD, unk_id=UNK, bos_id=BOS, eos_id=EOS, minloglevel=2,
    )  # fmt: skip
    return folder / "sp.model"


def shape(file: Path) -> Shape:
    """Two layers on one side and one on the other, so that a mix-up shows."""
    vocabulary = sentencepiece.SentencePieceProcessor(model_file=str(file)).get_piece_size()
    return Shape(vocabulary, width=32, inner=48, heads=4, encoder=2, decoder=1)


def weights(shape: Shape) -> dict[str, Array]:
    """Random numbers under every name that a model of this shape has."""
    random = np.random.default_rng(11)
    width, inner = shape.width, shape.inner
    sizes = {"embedding": (shape.vocabulary, width)}
    for side, layers in (("encoder", shape.encoder), ("decoder", shape.decoder)):
        for layer in (f"{side}.{number}" for number in range(layers)):
            sizes |= {f"{layer}.attention.qkv": (3 * width, width), f"{layer}.attention.out": (width, width)}
            sizes |= {f"{layer}.feed.up": (inner, width), f"{layer}.feed.down": (width, inner)}
            if side == "decoder":
                sizes |= {f"{layer}.cross.{name}": (width, width) for name in ("q", "out")}
                sizes |= {f"{layer}.cross.kv": (2 * width, width)}
    made = {f"{name}.weight": random.normal(0, 0.3, size).astype(np.float32) for name, size in sizes.items()}
    made |= {f"{name}.bias": random.normal(0, 0.3, size[0]).astype(np.float32) for name, size in sizes.items()}
    norms = {f"{name.rpartition('.')[0]}.norm" for name in sizes if "." in name} | {"encoder_norm", "decoder_norm"}
    for name in sorted(norms):
        made[f"{name}.weight"] = random.normal(1, 0.2, width).astype(np.float32)
        made[f"{name}.bias"] = random.normal(0, 0.2, width).astype(np.float32)
    made["bias"] = made.pop("embedding.bias")
    return made


def log_probabilities(shape: Shape, weights: Weights, source: list[int], target: list[int]) -> Array:
    """Of every piece of the target and of its end, by the formulas of a pre-norm Transformer."""

    def linear(x: Array, name: str) -> Array:
        return x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]

    def norm(x: Array, name: str) -> Array:
        centred = x - x.mean(-1, keepdims=True)
        scaled = centred / np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-5)
        return scaled * weights[f"{name}.weight"] + weights[f"{name}.bias"]

    def mixed(q: Array, k: Array, v: Array, causal: bool) -> Array:
        out = []
        for q1, k1, v1 in zip(*(np.split(x, shape.heads, -1) for x in (q, k, v)), strict=True):
            likeness = q1 @ k1.T / np.sqrt(q1.shape[-1])
            if causal:
                likeness = np.where(np.tri(len(q1), dtype=bool), likeness, -np.inf)
            chances = np.exp(likeness - likeness.max(-1, keepdims=True))
            out.append(chances / chances.sum(-1, keepdims=True) @ v1)
        return np.concatenate(out, -1)

    def own(x: Array, name: str, causal: bool) -> Array:
        return x + linear(
            mixed(*np.split(linear(norm(x, f"{name}.norm"), f"{name}.qkv"), 3, -1), causal), f"{name}.out"
        )

    def fed(x: Array, name: str) -> Array:
        return x + linear(np.maximum(linear(norm(x, f"{name}.norm"), f"{name}.up"), 0), f"{name}.down")

    def embedded(ids: list[int]) -> Array:
        return weights["embedding.weight"][ids] * np.sqrt(np.float32(shape.width)) + positions(shape)[: len(ids)]

    encoded = embedded([*source, EOS])
    for number in range(shape.encoder):
        encoded = fed(own(encoded, f"encoder.{number}.attention", False), f"encoder.{number}.feed")
    encoded = norm(encoded, "encoder_norm")
    stream = embedded([BOS, *target])
    for name in (f"decoder.{number}" for number in range(shape.decoder)):
        stream = own(stream, f"{name}.attention", True)
        query = linear(norm(stream, f"{name}.cross.norm"), f"{name}.cross.q")
        stream = stream + linear(
            mixed(query, *np.split(linear(encoded, f"{name}.cross.kv"), 2, -1), False), f"{name}.cross.out"
        )
        stream = fed(stream, f"{name}.feed")
    logits = norm(stream, "decoder_norm") @ weights["embedding.weight"].T + weights["bias"]
    top = logits.max(-1, keepdims=True)
    chances = logits - top - np.log(np.exp(logits - top).sum(-1, keepdims=True))
    return np.asarray(chances[np.arange(len(target) + 1), [*target, EOS]], np.float32)
