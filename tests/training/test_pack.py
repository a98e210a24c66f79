"""What is learnt from: pairs that fit, nothing of the test sets, and copies with English in the Chinese."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
import sentencepiece
import toys

from training import pack, pairs
from zjpub.translate.quantities import with_english

TERMS = {"经开区": ("development zone",), "班列": ("freight train", "train"), "跨境电商": ("e-commerce",)}


@pytest.mark.parametrize(
    ("zh", "en", "good"),
    [
        ("今年工业增长很快。", "Industry has grown fast this year.", True),
        ("好", "OK", True),
        ("今年工业增长很快。", "Industry 增长 fast.", False),
        ("Industry has grown fast", "Industry has grown fast", False),
        ("今年工业增长很快。", "Fast.", False),
        ("今年工业增长很快。", "1,234 5,678 9,012 3,456", False),
        ("今年" * 101, "This year " * 60, False),
        ("", "", False),
    ],
)
def test_what_fits(zh: str, en: str, good: bool) -> None:
    assert pairs.fits(zh, en) is good


def test_text_is_written_as_translate_writes_it() -> None:
    assert pairs.normalised("“ＡＢ”　１２％&amp;\u200b…") == '"AB" 12%&...'


def test_quantities_are_mixed_as_translate_forces_them() -> None:
    zh, en = "全年投资870万元。", "It invested 8.7 million yuan."
    assert pairs.with_quantities(zh, en) == with_english(zh)[0] == "全年投资 8.7 million 元。"
    assert pairs.with_quantities(zh, "It invested 87 million yuan.") is None
    assert pairs.with_quantities(zh, "It invested 18.7 million yuan.") is None
    assert pairs.with_quantities("没有数字。", "No number.") is None


def test_terms_are_mixed_in_the_words_of_the_english() -> None:
    mixed = pairs.with_terms("中欧班列开行", "Freight trains to Europe ran", TERMS, random.Random(1))
    assert mixed == "中欧 Freight trains 开行"
    assert pairs.with_terms("中欧班列开行", "Training began", TERMS, random.Random(1)) is None
    assert pairs.with_terms("跨境电商", "e-commerce", TERMS, random.Random(1)) is None


def test_nothing_of_a_test_set_is_learnt() -> None:
    reserved = pairs.Reserved(
        ["郑州经开区今年前三季度实现工业增加值"], ["one two three four five six seven eight nine ten"]
    )
    assert reserved.touch("据悉，郑州经开区今年前三季度实现工业增加值。", "x")
    assert reserved.touch("x", "He said: One, two, three, four, five, six, seven, eight, nine!")
    assert not reserved.touch("郑州经开区今年前三季度", "one two three four five six seven eight")


def test_pairs_become_data_that_reads_back(tmp_path: Path) -> None:
    (tmp_path / "paper.tsv").write_text(
        "经开区投资870万元。\tThe development zone invested 8.7 million yuan.\n"
        "经开区投资870万元。\tThe development zone invested 8.7 million yuan.\n"
        "一行没有英文\n\n" + "郑州经开区今年前三季度实现工业增加值\tA sentence of the test set.\n",
        encoding="utf-8",
    )
    (tmp_path / "talk.tsv").write_text(
        "".join(f"他说了{n}句话。\tHe said {n} words.\n" for n in range(30)), encoding="utf-8"
    )
    (tmp_path / "sources.toml").write_text("[paper]\nnews = true\ncopies = 3\n[talk]\n", encoding="utf-8")
    reserved = pairs.Reserved(["郑州经开区今年前三季度实现工业增加值"], [])
    found = list(pack.rows(tmp_path / "sources.toml", reserved, TERMS, random.Random(1)))
    news = [row.zh for row in found if row.news]
    assert news[:4] == ["经开区投资870万元。"] * 3 + ["经开区投资 8.7 million 元。"]
    assert not [row for row in found if "test set" in row.en]
    train, valid = pack.parted(found, random.Random(1))
    assert len(valid) == 3
    assert not {row.zh for row in train} & {row.zh for row in valid}
    coder = sentencepiece.SentencePieceProcessor(model_file=str(toys.pieces(tmp_path)))
    assert pack.write(tmp_path, "train", train, coder) == len(train)
    with np.load(tmp_path / "train.src.npz") as stored:
        lengths, flat = stored["lens"], stored["flat"]
    assert (lengths.dtype, flat.dtype) == (np.uint16, np.uint16)
    ends = np.cumsum(lengths.astype(int))
    assert ends[-1] == len(flat)
    assert flat[: ends[0]].tolist() == coder.encode(train[0].zh)
    assert np.load(tmp_path / "train.news.npy").tolist() == [row.news for row in train]
