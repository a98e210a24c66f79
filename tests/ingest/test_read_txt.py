"""Plain text keeps its line numbers, its page breaks and its settings apart."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from zjpub.errors import IngestError, UsageError, ZjpubError
from zjpub.ingest import SUFFIXES, ingest, registry
from zjpub.model import Source


def read(tmp_path: Path, text: str | bytes, file: str = "x.txt") -> Source:
    path = tmp_path / file
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return ingest(path, name=file)


def numbered(source: Source) -> list[tuple[int, str]]:
    return [(line.number, line.text) for line in source.lines]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_ends_a_line(tmp_path: Path, end: str) -> None:
    source = read(tmp_path, end.join(["第一行", "", "第三行", ""]))
    assert numbered(source) == [(1, "第一行"), (2, ""), (3, "第三行")]


def test_mixed_line_ends_each_count_once(tmp_path: Path) -> None:
    assert numbered(read(tmp_path, "一\r\n\r二\n\r三")) == [(1, "一"), (2, ""), (3, "二"), (4, ""), (5, "三")]


def test_radicals_out_of_a_pdf_become_the_characters_they_look_like(tmp_path: Path) -> None:
    assert numbered(read(tmp_path, "⻛⻋⻓⽂，ﬁrst，风⻛")) == [(1, "风车长文，first，风风")]


def test_other_separators_do_not_end_a_line(tmp_path: Path) -> None:
    assert numbered(read(tmp_path, "一\u2028二\x85三\x0b四")) == [(1, "一 二 三 四")]


def test_a_form_feed_marks_the_next_words_as_a_new_page(tmp_path: Path) -> None:
    source = read(tmp_path, "一\f\n\n二\n\f三\n四\n\f\n\n五\n六\f七\n八")
    assert [(line.number, line.text, line.mark) for line in source.lines if line.text] == [
        (1, "一", ""),
        (3, "二", "page"),
        (4, "三", "page"),
        (5, "四", ""),
        (8, "五", "page"),
        (9, "六 七", ""),
        (10, "八", ""),
    ]


def test_the_first_article_keeps_its_lines() -> None:
    path = Path(__file__).parents[2] / "content" / "zhengzhou-jingkai.txt"
    source = ingest(path)
    assert source.slug == "zhengzhou-jingkai"
    assert source.name == str(path)
    assert [line.text for line in source.lines] == path.read_text(encoding="utf-8").split("\n")[: len(source.lines)]
    assert source.lines[-1].number == len(source.lines)


def test_front_matter_becomes_settings_and_leaves_the_lines(tmp_path: Path) -> None:
    source = read(tmp_path, "\ufeff---\r\ntitle: 小城\ndate: 2023-04-08\nvoices: {zh: silence}\n---\n\n正文。\n")
    assert source.settings == {"title": "小城", "date": datetime.date(2023, 4, 8), "voices": {"zh": "silence"}}
    assert numbered(source) == [(6, ""), (7, "正文。")]


@pytest.mark.parametrize(
    "text",
    [
        "---\n这是一段话。\n---\n正文。",
        "---\n\n正文。",
        "正文。\n---\ntitle: x\n---\n",
        "\n---\ntitle: x\n---\n正文",
        "---\n- 一\n- 二\n---\n正文。",
        "---\n---\n正文。",
        "---\n“引语：没有结束\n---\n正文。",
        "----\ntitle: x\n----\n正文",
        "---\n\t@他说：好\n---\n正文。",
    ],
)
def test_dashes_over_prose_are_prose(tmp_path: Path, text: str) -> None:
    source = read(tmp_path, text)
    assert source.settings == {}
    assert [line.text for line in source.lines] == text.split("\n")[: len(source.lines)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("---\ntitle: 甲\nvoices: [一, 二\n---\n正文。", "x.txt, line 3"),
        ("---\ntitle: a: b\n---\n正文。", "x.txt, line 2"),
        ("---\n# 说明\ntitle: !!python/object:os.system x\n---\n正文。", "x.txt, line 3"),
        ("---\ndate: 2023-13-45\n---\n正文。", "x.txt, line 1"),
        ("---\ntitle: 甲\n正文。", "x.txt, line 1"),
        ("---\ntitle: " + "[" * 5000 + "\n---\n正文。", "x.txt, line"),
    ],
)
def test_broken_front_matter_is_a_usage_error_with_its_line(tmp_path: Path, text: str, place: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, text)
    assert caught.value.message.startswith(place)
    assert caught.value.hint
    assert "\n" not in caught.value.message


@pytest.mark.parametrize("text", [b"", b"  \n\t\n", "\ufeff\n\u3000\u3000\n".encode(), b"---\ntitle: x\n---\n"])
def test_a_file_without_words_is_refused(tmp_path: Path, text: bytes) -> None:
    with pytest.raises(IngestError, match=r"^x\.txt: ") as caught:
        read(tmp_path, text)
    assert caught.value.hint


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(IngestError, match="no such file"):
        ingest(tmp_path / "gone.txt")
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(IngestError, match="a folder, not a file"):
        ingest(tmp_path / "folder.txt")
    with pytest.raises(IngestError, match="a folder, not a file"):
        ingest(tmp_path)
    with pytest.raises(IngestError, match=r"cannot be read|no such file"):
        ingest(tmp_path / ("长" * 300 + ".txt"))
    with pytest.raises(IngestError, match=r"cannot be read|no such file"):
        ingest(tmp_path / "a\0b.txt")


def test_a_file_that_one_may_not_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "x.txt"
    path.write_text("文", encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(IngestError, match=r"x\.txt: no permission"):
        ingest(path)


def test_a_file_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zjpub.ingest.encoding.MAX_TEXT_BYTES", 1024 * 1024)
    with pytest.raises(IngestError, match=r"x\.txt: larger than 1 MiB"):
        read(tmp_path, "文字" * 200_000)
    monkeypatch.setattr(registry, "MAX_FILE_BYTES", 1024 * 1024)
    with pytest.raises(IngestError, match=r"x\.txt: larger than 1 MiB"):
        read(tmp_path, "文字" * 200_000)


def test_an_unknown_kind_of_file_is_refused_and_none_is_text(tmp_path: Path) -> None:
    with pytest.raises(IngestError, match=r"kind \.doc") as caught:
        read(tmp_path, "文", "x.doc")
    assert ".txt" in caught.value.hint
    assert read(tmp_path, "文", "notes").slug == "notes"
    assert read(tmp_path, "文", "X.TXT").slug == "X"


def test_suffixes_are_lower_case_with_dots() -> None:
    assert ".txt" in SUFFIXES
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in SUFFIXES)


def test_errors_are_of_the_article_with_exit_code_1(tmp_path: Path) -> None:
    with pytest.raises(ZjpubError) as caught:
        ingest(tmp_path / "gone.txt")
    assert caught.value.exit_code == 1
