"""The lexicon: rows in words and rows in pinyin, applied once, and every bad row named with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from zjpub.errors import UsageError
from zjpub.narrate.reading import EMPTY, Lexicon, speakable
from zjpub.narrate.reading.lexicon import Entry, read


def _lexicon(*rows: tuple[str, str, str]) -> Lexicon:
    return Lexicon(tuple(Entry(text, say, "zh" if lang == "zh" else "en") for text, say, lang in rows))


def test_pinyin_is_for_voices_that_take_it() -> None:
    lexicon = _lexicon(("占地", "zhan4di4", "zh"), ("浚县", "训县", "zh"))
    assert lexicon.apply("浚县占地2亩", "zh", pinyin=True) == "训县zhan4di42亩"
    assert lexicon.apply("浚县占地2亩", "zh", pinyin=False) == "训县占地2亩"
    assert speakable("浚县占地2亩", "zh", lexicon) == "训县占地两亩"
    assert lexicon.apply("浚县占地", "en", pinyin=True) == "浚县占地"


def test_a_row_may_name_figures() -> None:
    assert speakable("“1+7”模式和12个项目", "zh", _lexicon(("1+7", "一带七", "zh"))) == "一带七模式和十二个项目"


def test_twice_is_once() -> None:
    lexicon = _lexicon(("蚌", "蚌埠", "zh"), ("埠", "步", "zh"))
    once = lexicon.apply("蚌和埠", "zh", pinyin=True)
    assert once == "蚌埠和步"
    assert lexicon.apply(once, "zh", pinyin=True) == once


def test_the_longest_row_wins() -> None:
    assert (
        _lexicon(("六", "liu4", "zh"), ("六安", "lu4an1", "zh")).apply("六安六区", "zh", pinyin=True) == "lu4an1liu4区"
    )


def test_latin_words_match_whole() -> None:
    lexicon = _lexicon(("Li", "Lee", "en"), ("CATL", "cattle", "en"))
    assert lexicon.apply("Li and Lisbon, CATL's", "en", pinyin=False) == "Lee and Lisbon, cattle's"


def test_an_empty_lexicon_changes_nothing() -> None:
    assert EMPTY.apply("占地", "zh", pinyin=True) == "占地"


def test_reads_a_file(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.csv"
    path.write_bytes("text;say;lang\r\n占地;zhan4di4;zh\r\n".encode("gb18030"))
    assert read(path).entries == (Entry("占地", "zhan4di4", "zh"),)
    path.write_bytes('\ufefftext,say,lang\r\n占地,zhan4di4,zh\r\n\r\n"Xi\'an, Shaanxi",She-ahn,en\r\n'.encode())
    assert read(path).entries == (Entry("占地", "zhan4di4", "zh"), Entry("Xi'an, Shaanxi", "She-ahn", "en"))


@pytest.mark.parametrize(
    ("content", "line", "word"),
    [
        ("text,say\n占地,zhan4di4\n", 1, "header"),
        ("占地,zhan4di4,zh\n", 1, "header"),
        ("text,say,lang\n占地,zhan4di4\n", 2, "3 columns"),
        ("text,say,lang\n占地,zhan4di4,zh,x\n", 2, "3 columns"),
        ("text,say,lang\n占地,,zh\n", 2, "say is empty"),
        ("text,say,lang\n,a,zh\n", 2, "text is empty"),
        ("text,say,lang\n占地,zhan4di4,cn\n", 2, "cn"),
        ("text,say,lang\n占地,a,zh\n\n占地,b,zh\n", 4, "twice"),
        ('text,say,lang\n"占地,a,zh\n', 2, "unexpected end"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, content: str, line: int, word: str) -> None:
    path = tmp_path / "lexicon.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read(path)
    assert f"{path}:{line}:" in caught.value.message
    assert word.lower() in caught.value.message.lower()
    assert caught.value.hint


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"missing\.csv"):
        read(tmp_path / "missing.csv")
    (tmp_path / "bad.csv").write_bytes(b"text,say,lang\n\xff\xfe,a,zh\n")
    with pytest.raises(UsageError, match="no text"):
        read(tmp_path / "bad.csv")
