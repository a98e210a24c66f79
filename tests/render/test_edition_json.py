"""`edition.json` is the contract of the design, to the key."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import soundfile

import editions
from zjpub.render import render

SENTENCE = {"id", "zh", "en", "origin", "flags", "audio"}


def _data(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "edition.json").read_text(encoding="utf-8"))


def _sentences(data: dict[str, Any]) -> list[dict[str, Any]]:
    found = [data["title"]]
    for section in data["sections"]:
        found += [section["heading"]] if section["heading"] else []
        found += [sentence for paragraph in section["paragraphs"] for sentence in paragraph["sentences"]]
    return found + [caption["sentence"] for caption in data["captions"]]


def test_it_has_the_keys_of_the_contract_and_what_verify_needs(tmp_path: Path) -> None:
    render(editions.small(tmp_path), tmp_path, ["json"])
    data = _data(tmp_path)
    keys = "slug title byline source date sections captions findings ledger engines"
    assert list(data)[:10] == keys.split()
    assert list(data)[10:] == ["tracks", "input"]
    assert all(set(section) == {"id", "heading", "paragraphs"} for section in data["sections"])
    assert all(set(p) == {"truncated", "sentences"} for section in data["sections"] for p in section["paragraphs"])
    assert all(set(caption) == {"sentence", "credit"} for caption in data["captions"])
    assert all(set(sentence) == SENTENCE for sentence in _sentences(data))
    assert data["findings"][0].keys() == {"code", "level", "where", "message"}
    assert data["ledger"][0].keys() == {"line", "fate", "of", "note"}


def test_every_sentence_is_in_its_file_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    folder = tmp_path / "out"
    folder.mkdir()
    render(editions.small(tmp_path / "made"), folder, ["json", "audio"])
    for sentence in _sentences(_data(folder)):
        assert set(sentence["audio"]) == ({"zh", "en"} if sentence["zh"] else set())
        for sound in sentence["audio"].values():
            assert 0 <= sound["start_ms"] < sound["end_ms"] <= soundfile.info(folder / sound["file"]).duration * 1000


def test_flags_are_codes_and_chinese_is_written_as_chinese(tmp_path: Path) -> None:
    render(editions.silent(), tmp_path, ["json"])
    sentence = _data(tmp_path)["sections"][0]["paragraphs"][0]["sentences"][1]
    assert sentence["flags"] == ["t-quantity", "t-mended"]
    assert "地区生产总值" in (tmp_path / "edition.json").read_text(encoding="utf-8")


def test_hostile_text_comes_back_as_it_was(tmp_path: Path) -> None:
    edition = editions.hostile()
    render(edition, tmp_path, ["json"])
    words = [(sentence["zh"], sentence["en"]) for sentence in _sentences(_data(tmp_path)) if sentence["zh"]]
    assert words == [(pair.zh, pair.en) for pair in edition.pairs()]


def test_the_same_edition_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        render(editions.small(tmp_path), tmp_path / name, ["json"])
    assert (tmp_path / "one/edition.json").read_bytes() == (tmp_path / "two/edition.json").read_bytes()
