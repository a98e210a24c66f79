"""The glossary: longest match, whole words, contradictions told by line, honoured in the output."""

from __future__ import annotations

from pathlib import Path

import pytest

from zjpub.errors import UsageError
from zjpub.translate import glossary
from zjpub.translate.glossary import Glossary, Term
from zjpub.translate.rescue import with_terms


def read(tmp_path: Path, text: str) -> Glossary:
    path = tmp_path / "glossary.csv"
    path.write_bytes(text.encode())
    return glossary.read(path)


def test_a_missing_file_is_an_empty_glossary(tmp_path: Path) -> None:
    assert glossary.read(tmp_path / "none.csv") == Glossary()


def test_rows_with_header_notes_comments_bom_and_quotes(tmp_path: Path) -> None:
    terms = read(
        tmp_path, '\ufeffzh,en,note\r\n# places\r\n\r\n郑州,Zhengzhou\r\n三个一批,"three, at once",said of projects\r\n'
    ).terms
    assert [(term.zh, term.en, term.note, term.line) for term in terms] == [
        ("郑州", "Zhengzhou", "", 4),
        ("三个一批", "three, at once", "said of projects", 5),
    ]


def test_contradictory_rows_are_named_by_both_lines(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="lines 1 and 3 contradict") as error:
        read(tmp_path, "郑州,Zhengzhou\n开封,Kaifeng\n郑州,Chengchow\n")
    assert error.value.hint
    assert len(read(tmp_path, "郑州,Zhengzhou\n郑州,Zhengzhou\n").terms) == 1


@pytest.mark.parametrize("row", ["郑州", ",Zhengzhou", "郑州,", "a,b,c,d", '郑州,"Zhengzhou'])
def test_a_wrong_row_is_named_by_its_line(tmp_path: Path, row: str) -> None:
    with pytest.raises(UsageError, match="line 2"):
        read(tmp_path, f"开封,Kaifeng\n{row}\n")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_bytes(b"zh,en\n\xff\xff,Zhengzhou")
    with pytest.raises(UsageError, match="is no text"):
        glossary.read(tmp_path / "g.csv")


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_glossary_is_read_as_spreadsheets_save_it(tmp_path: Path, mark: str, charset: str) -> None:
    text = mark.join(("zh", "en", "note")) + "\r\n" + mark.join(("老街", '"Old Street; or, Street"', "")) + "\r\n"
    (tmp_path / "g.csv").write_bytes(text.encode(charset))
    assert glossary.read(tmp_path / "g.csv").terms == (Term("老街", "Old Street; or, Street", line=2),)


def terms(**rows: str) -> Glossary:
    return Glossary(tuple(Term(zh, en, line=n) for n, (zh, en) in enumerate(rows.items(), 1)))


def test_the_longest_term_wins_wherever_it_begins() -> None:
    words = terms(经开区="ETDZ", 郑州经开区="Zhengzhou ETDZ", 郑州="Zhengzhou", 区跨境="wrong")
    assert words.terms_in("郑州经开区与洛阳经开区，郑州。") == (
        ("郑州经开区", "Zhengzhou ETDZ"), ("经开区", "ETDZ"), ("郑州", "Zhengzhou"),
    )  # fmt: skip
    assert words.terms_in("郑州经开区跨境电商") == (("郑州经开区", "Zhengzhou ETDZ"),)


def test_latin_terms_are_whole_words() -> None:
    words = terms(AI="artificial intelligence", **{"5G": "5G"})
    assert words.terms_in("AI与RAIL，15G、5G。") == (("AI", "artificial intelligence"), ("5G", "5G"))
    assert words.terms_in("RAIL与15G") == ()


def test_terms_are_written_into_the_chinese() -> None:
    assert with_terms("郑州经开区很忙。", terms(郑州经开区="Zhengzhou ETDZ")) == "Zhengzhou ETDZ 很忙。"


@pytest.mark.parametrize(
    ("term", "zh", "stands"),
    [
        ("中国", "其中国家级专家三人", False),
        ("中国", "在中国家庭里", True),
        ("北大", "湖北大学的学生", False),
        ("北大", "他考上了北大。", True),
        ("人大", "这里的工人大多来自农村", False),
        ("南大", "河南大学", False),
        ("物流", "货物流动加快", False),
        ("物流", "现代物流园区", True),
        ("开发区", "经济开发区建设", True),
    ],
)
def test_a_term_torn_out_of_longer_words_does_not_stand(term: str, zh: str, stands: bool) -> None:
    assert bool(Glossary((Term(term, "x"),)).spans(zh)) is stands
