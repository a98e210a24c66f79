"""PDF: reading order over columns, paragraphs, page breaks and large type; locks, pictures and damage named."""

from __future__ import annotations

import zlib

import pytest
from ingest_samples import Run, column, pdf

from zjpub.errors import IngestError
from zjpub.ingest.columns import Placed, reading_order

LEFT = [
    "　　乘着改革开放的东风，这座小城",
    "在三十年里变了模样。新建的水厂",
    "开始供水，全县人喝上干净的水。",
    "　　山里的水经过四十公里的管道，",
    "流进县城。",
]
RIGHT = [
    "“我们等了很多年。”镇长李明说",
    "道。今年的麦子比往年高。农民说",
    "收成会好。",
    "　　第二期工程明年开工，造价三亿",
    "元，由省里出资一半，其余由县里",
]
FIRST: list[Run] = [
    (290, 30, 8, "3"),
    *column(220, 680, RIGHT),
    (50, 760, 8, "某某日报 2023年4月8日"),
    (150, 720, 24, "小城通水记"),
    *column(50, 680, LEFT),
    (50, 580, 13, "水从山里来"),
]
SECOND = column(50, 700, ["自筹。两县的人都说好，这是真的", "不假。"])


def lines(data: bytes) -> list[tuple[int, str, str]]:
    from zjpub.ingest.pdf import read

    return [(line.number, line.text, line.mark) for line in read(data, "x.pdf").lines]


@pytest.mark.parametrize("compress", [True, False])
def test_columns_are_read_one_after_the_other(compress: bool) -> None:
    assert lines(pdf([FIRST, SECOND], compress)) == [
        (1, "某某日报 2023年4月8日", ""),
        (2, "", ""),
        (3, "小城通水记", "title"),
        (4, "", ""),
        (5, "乘着改革开放的东风，这座小城在三十年里变了模样。新建的水厂开始供水，全县人喝上干净的水。", ""),
        (6, "", ""),
        (7, "山里的水经过四十公里的管道，流进县城。", ""),
        (8, "", ""),
        (9, "水从山里来", "heading"),
        (10, "", ""),
        (11, "“我们等了很多年。”镇长李明说道。今年的麦子比往年高。农民说收成会好。", ""),
        (12, "", ""),
        (13, "第二期工程明年开工，造价三亿元，由省里出资一半，其余由县里", ""),
        (14, "", ""),
        (15, "3", ""),
        (16, "自筹。两县的人都说好，这是真的不假。", "page"),
    ]


def test_words_printed_twice_to_look_bold_are_read_once() -> None:
    assert [text for _, text, _ in lines(pdf([[(50, 700, 10, "粗体"), (50.3, 700, 10, "粗体")]]))] == ["粗体"]


def test_pieces_of_one_row_are_joined_and_three_columns_kept_apart() -> None:
    def placed(left: float, top: float, text: str) -> Placed:
        return Placed(text, left, left + 10 * len(text), top, 10)

    row = [placed(200, 700, "通讯员 张三"), placed(50, 700, "记者 李明")]
    assert [r.line.text for r in reading_order(row)] == ["记者 李明 通讯员 张三"]
    three = [placed(50 + 100 * c, 600 - 15 * r, f"第{c}栏第{r}行的文字") for r in range(4) for c in range(3)]
    heading = placed(50, 640, "跨过三栏的标题" * 4)
    assert [r.line.text for r in reading_order([*three, heading])] == [
        heading.text,
        *(f"第{c}栏第{r}行的文字" for c in range(3) for r in range(4)),
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<html>", "not a PDF"),
        (b"%PDF-1.5\n", "damaged|no text"),
        (pdf([FIRST])[:900], "damaged|no text"),
        (pdf([[]]), "no text in it, only pictures"),
        (
            pdf(
                [FIRST],
                trailer="/Encrypt<</Filter/Standard/V 1/R 2/P -1/O(" + "o" * 32 + ")/U(" + "u" * 32 + ")>>/ID[(a)(b)]",
            ),
            "password",
        ),
    ],
    ids=["not a PDF", "nothing", "cut", "pictures", "locked"],
)
def test_what_cannot_be_read_says_why(data: bytes, message: str) -> None:
    with pytest.raises(IngestError, match=message) as caught:
        lines(data)
    assert caught.value.message.startswith("x.pdf: ")
    assert caught.value.hint


@pytest.mark.parametrize("layers", [1, 2])
def test_a_stream_that_unpacks_without_end_is_refused(layers: int) -> None:
    bomb = zlib.compress(b"\0" * (65 * 1024 * 1024), 9)
    if layers == 2:
        bomb = zlib.compress(bomb, 9)
    data = pdf([FIRST]) + b"\n900 0 obj\n<<>>stream\n" + bomb + b"\nendstream\nendobj\n"
    with pytest.raises(IngestError, match="larger than"):
        lines(data)


def test_an_object_defined_by_itself_is_damage() -> None:
    with pytest.raises(IngestError, match="damaged: object 10 "):
        lines(pdf([SECOND]).replace(b"10 0 obj\n<<", b"10 0 obj\n10 0 R <<"))


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zjpub.ingest.pages._MAX_PAGES", 2)
    with pytest.raises(IngestError, match="more than 2 pages"):
        lines(pdf([SECOND] * 3))


def test_one_flipped_byte_never_gives_another_kind_of_error() -> None:
    whole = pdf([SECOND])
    for place in range(0, len(whole), 17):
        data = bytearray(whole)
        data[place] ^= 0x55
        try:
            lines(bytes(data))
        except IngestError as error:
            assert error.hint
