"""A tiny Argos package with random weights, made in the test, and articles made of a few words."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from zjpub import sentences
from zjpub.model import Article, Paragraph, Section, Sentence

WORDS = "郑州经开区今年前三季度实现工业增加值同比增长百分之六点八，跨境电商进出口货物1265.9亿元。中欧班列开行三千列！"
ENGLISH = "the zone grew by 6.8 per cent, and its trade reached 126.59 billion yuan; trains to Europe ran 3,000 times."


def article_of(*paragraphs: str, slug: str = "a", title: str = "标题") -> Article:
    """An article of one section without a heading."""
    made = []
    for p, text in enumerate(paragraphs, 1):
        split = sentences.split(text)
        made.append(Paragraph(text, tuple(Sentence(f"s1p{p}n{n}", s) for n, s in enumerate(split, 1)), (p + 1,)))
    section = Section("s1", None, tuple(made))
    return Article(slug, f"{slug}.txt", Sentence("title", title), (), None, None, (section,), (), (), ())


ArticleOf = Callable[..., Article]


@pytest.fixture
def article() -> ArticleOf:
    return article_of


def _spec(vocabulary: Sequence[str], width: int = 32) -> Any:
    from ctranslate2.specs import TransformerSpec, common_spec

    random = np.random.default_rng(3)

    def weights(*shape: int) -> Any:
        return (random.standard_normal(shape) * 0.4).astype(np.float32)

    def linear(spec: Any, outputs: int, inputs: int) -> None:
        spec.weight, spec.bias = weights(outputs, inputs), weights(outputs)

    def norm(spec: Any) -> None:
        spec.gamma, spec.beta = np.ones(width, np.float32), np.zeros(width, np.float32)

    def block(layer: Any) -> None:
        norm(layer.self_attention.layer_norm)
        linear(layer.self_attention.linear[0], 3 * width, width)
        linear(layer.self_attention.linear[1], width, width)
        norm(layer.ffn.layer_norm)
        linear(layer.ffn.linear_0, 2 * width, width)
        linear(layer.ffn.linear_1, width, 2 * width)

    spec = TransformerSpec.from_config((1, 1), 2, pre_norm=True, activation=common_spec.Activation.RELU)
    embedding = weights(len(vocabulary), width)
    for side in (spec.encoder, spec.decoder):
        side.position_encodings.encodings = weights(512, width)
        side.scale_embeddings = True
        block(side.layer[0])
        norm(side.layer_norm)
    attention = spec.decoder.layer[0].attention
    norm(attention.layer_norm)
    for index, factor in enumerate((1, 2, 1)):
        linear(attention.linear[index], factor * width, width)
    spec.encoder.embeddings[0].weight = embedding
    spec.decoder.embeddings.weight = embedding
    spec.decoder.projection.weight, spec.decoder.projection.bias = embedding, weights(len(vocabulary))
    spec.register_source_vocabulary(list(vocabulary))
    spec.register_target_vocabulary(list(vocabulary))
    spec.config.decoder_start_token, spec.config.add_source_eos = "<s>", True
    spec.validate()
    spec.optimize(quantization="int8")
    return spec


@pytest.fixture(scope="session")
def package_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real Argos package whose model knows nothing: right in form, wrong in every word. Read only."""
    import sentencepiece

    folder = tmp_path_factory.mktemp("packages") / "tiny-zh_en"
    (folder / "model").mkdir(parents=True)
    text = folder.parent / "text.txt"
    text.write_text("\n".join([WORDS, ENGLISH] * 20), encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(text), model_prefix=str(folder / "sentencepiece"), vocab_size=400, hard_vocab_limit=False,
        byte_fallback=True, pad_id=0, unk_id=1, bos_id=2, eos_id=3, minloglevel=2, character_coverage=1.0,
    )  # fmt: skip
    model = sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))
    _spec([model.id_to_piece(i) for i in range(model.get_piece_size())]).save(str(folder / "model"))
    said = {"package_version": "1.0", "argos_version": "1.9", "from_code": "zh", "to_code": "en", "type": "translate"}
    (folder / "metadata.json").write_text(json.dumps(said), encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def _no_packages_of_this_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "no-argos"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
