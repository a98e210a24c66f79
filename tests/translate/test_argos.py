"""The Argos engine on a package made here: deterministic in any company, nothing cut, damage named."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from zjpub.errors import UsageError
from zjpub.translate import Desk, clauses, packages, translate_lines
from zjpub.translate.argos import Argos
from zjpub.translate.interface import Effort
from zjpub.translate.pieces import BytePairs, SentencePieces

WORDS = "郑州经开区今年前三季度实现工业增加值同比增长百分之六点八，跨境电商进出口货物1265.9亿元。中欧班列开行三千列！"
LINES = [WORDS[start : start + size] for size in (1, 3, 7, 12, 20, 31) for start in range(0, len(WORDS), 3)]


@pytest.fixture(scope="module")
def engine(package_folder: Path) -> Argos:
    return Argos(packages.load(package_folder))


def test_the_same_line_gives_the_same_english_in_any_company(engine: Argos) -> None:
    together = engine.translate(LINES)
    assert engine.translate(LINES[::-1]) == together[::-1]
    for line in range(0, len(LINES), 9):
        assert engine.translate([LINES[line]]) == [together[line]]


def test_every_line_gets_as_many_hypotheses_as_asked(engine: Argos) -> None:
    found = engine.translate(LINES[:20], Effort(beam=4, hypotheses=3))
    assert [len(hypotheses) for hypotheses in found] == [3] * 20


def test_an_empty_line_and_odd_signs_do_no_harm(engine: Argos) -> None:
    odd = ["", " ", "😀🇨🇳", "\0", "‮ערב", "<script>", "]]>", "a" * 3000, "龘" * 700]
    found = engine.translate(odd)
    assert len(found) == len(odd)
    assert all(isinstance(text, str) for hypotheses in found for text in hypotheses)


def test_a_long_line_goes_in_whole_clause_by_clause(engine: Argos, monkeypatch: pytest.MonkeyPatch) -> None:
    line = "，".join(f"第{number}个企业落户经开区" for number in range(40)) + "。"
    seen: list[str] = []
    fit = clauses.fit
    monkeypatch.setattr(clauses, "fit", lambda *given: seen.extend(parts := fit(*given)) or parts)
    engine.translate([line])
    assert len(seen) > 3
    assert "".join(seen) == line
    assert all(part.endswith(("，", "。")) for part in seen)


def test_identity_follows_the_bytes_of_the_model(package_folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(package_folder, copy)
    assert Argos(packages.load(copy)).identity == Argos(packages.load(package_folder)).identity
    with (copy / "model" / "model.bin").open("ab") as file:
        file.write(b"\0")
    assert Argos(packages.load(copy)).identity != Argos(packages.load(package_folder)).identity


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _emptied(file: Path) -> None:
    file.write_bytes(b"")


def _junk(file: Path) -> None:
    file.write_bytes(b"x" * 99)


@pytest.mark.parametrize("harm", [Path.unlink, _cut, _emptied, _junk])
@pytest.mark.parametrize("name", ["metadata.json", "sentencepiece.model", "model/model.bin"])
def test_a_broken_package_is_named_file_by_file(
    package_folder: Path, tmp_path: Path, name: str, harm: Callable[[Path], object]
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(package_folder, copy)
    harm(copy / name)
    with pytest.raises(UsageError) as error:
        Argos(packages.find(None, copy)[0]).translate(["郑州"])
    assert Path(name).name in error.value.message
    assert "\n" not in error.value.message
    assert error.value.hint


def test_a_thousand_lines_stream_through_a_small_window(engine: Argos) -> None:
    taken = 0

    def lines() -> object:
        nonlocal taken
        for taken in range(1, 2001):
            yield f"郑州{taken % 7}。"

    first = next(translate_lines(lines(), Desk((engine,))))  # type: ignore[arg-type]
    assert first.zh == "郑州1。"
    assert taken < 1000


def test_an_older_package_with_byte_pairs_works_as_in_argos(package_folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(package_folder, copy)
    (copy / "sentencepiece.model").unlink()
    (copy / "bpe.model").write_text("#version: 0.2\n郑 州</w>\nz o\nzo ne</w>\n", encoding="utf-8")
    package = packages.load(copy)
    assert package.tokenizer.name == "bpe.model"
    (found,) = Argos(package).translate(["郑州 zone"])
    assert len(found) == 1
    pieces = BytePairs(package.tokenizer, "zh", "en")
    assert pieces.encode("郑州 zonal") == ["郑州", "zo@@", "n@@", "a@@", "l"]
    assert pieces.decode(["zo@@", "ne", ",", "郑州"]) == "zone, 郑州"


@pytest.mark.parametrize("text", ["#version: 0.2\none two three\n", "\0", "x"])
def test_broken_byte_pairs_are_named(tmp_path: Path, text: str, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "bpe.model"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"bpe\.model"):
        BytePairs(file, "zh", "en")
    assert capfd.readouterr().err == ""


def test_signs_that_the_vocabulary_lacks_are_written_with_those_it_has(package_folder: Path) -> None:
    pieces = SentencePieces(package_folder / "sentencepiece.model")
    assert pieces.encode("“郑州”") == pieces.encode('"郑州"')
