"""Word documents: styles become marks, list numbers become words, what Word hides stays hidden."""

from __future__ import annotations

import pytest
from ingest_samples import W, archive, docx

from zjpub.errors import IngestError
from zjpub.ingest.docx import read
from zjpub.ingest.numbering import Counters, Level

STYLES = (
    '<w:style w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:styleId="t"><w:name w:val="Title"/><w:basedOn w:val="a"/></w:style>'
    '<w:style w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>'
    '<w:style w:styleId="2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:styleId="own"><w:name w:val="小标题"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:styleId="num"><w:name w:val="编号标题"/><w:basedOn w:val="2"/>'
    '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="loop"><w:name w:val="loop"/><w:basedOn w:val="loop"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl>'
    '</w:abstractNum><w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
    "</w:lvlOverride></w:num>"
)


def paragraph(text: str, style: str = "", list_id: str = "", depth: int = 0) -> str:
    numbered = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>' if list_id else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    run = text if text.startswith("<") else f"<w:r><w:t>{text}</w:t></w:r>"
    return f"<w:p><w:pPr>{styled}{numbered}</w:pPr>{run}</w:p>"


def words(data: bytes) -> list[tuple[str, str]]:
    return [(line.text, line.mark) for line in read(data, "x.docx").lines if line.text]


def test_styles_and_lists_become_marks_and_numbers() -> None:
    body = "".join(
        [
            paragraph("小城通水记", "t"),
            paragraph("记者 李明"),
            paragraph("水从山里来", "1"),
            paragraph("先做这个", "own"),
            paragraph("工程", "num"),
            paragraph("造价", "num"),
            paragraph("面粉", list_id="1"),
            paragraph("细的", list_id="1", depth=1),
            paragraph("粗的", list_id="1", depth=1),
            paragraph("水", list_id="1"),
            paragraph("盐", list_id="1", depth=1),
            paragraph("圆点", list_id="2"),
            paragraph("另起", list_id="4"),
            paragraph("末段", "loop"),
            paragraph("不编号", "num", list_id="0"),
        ]
    )
    assert words(docx(body, styles=STYLES, numbering=NUMBERING)) == [
        ("小城通水记", "title"),
        ("记者 李明", ""),
        ("水从山里来", "heading"),
        ("先做这个", "heading"),
        ("一、工程", "heading"),
        ("二、造价", "heading"),
        ("1. 面粉", "item"),
        ("1.a) 细的", "item"),
        ("1.b) 粗的", "item"),
        ("2. 水", "item"),
        ("2.a) 盐", "item"),
        ("圆点", "item"),
        ("1. 另起", "item"),
        ("末段", ""),
        ("不编号", "heading"),
    ]


def test_the_first_heading_is_the_title_where_no_style_names_one() -> None:
    body = paragraph("小城通水记", "1") + paragraph("正文。") + paragraph("另一节", "1")
    assert words(docx(body, styles=STYLES)) == [("小城通水记", "title"), ("正文。", ""), ("另一节", "heading")]


def test_paragraphs_are_lines_with_a_blank_one_between() -> None:
    lines = read(docx(paragraph("一") + paragraph("") + paragraph("二")), "x.docx").lines
    assert [(line.number, line.text) for line in lines] == [(1, "一"), (2, ""), (3, "二")]


def test_breaks_tabs_and_hidden_words() -> None:
    runs = (
        "<w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t xml:space='preserve'> 三</w:t><w:noBreakHyphen/></w:r>"
        "<w:del><w:r><w:delText>删</w:delText><w:t>删</w:t></w:r></w:del><w:ins><w:r><w:t>增</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink>"
        "<w:ruby><w:rt><w:r><w:t>hàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汉</w:t></w:r></w:rubyBase></w:ruby>"
    )
    assert words(docx(paragraph(runs))) == [("一", ""), ("二\t 三-增链汉", "")]


def test_a_page_break_marks_the_next_words() -> None:
    body = paragraph("一") + paragraph('<w:r><w:br w:type="page"/></w:r>') + paragraph("二") + paragraph("三")
    assert words(docx(body)) == [("一", ""), ("二", "page"), ("三", "")]


def test_text_boxes_and_tables_are_read_once() -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{paragraph('框内')}</w:txbxContent>"
    body = (
        f'<w:p><w:r><w:t>框外</w:t><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice>{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        f"<w:tbl><w:tr><w:tc>{paragraph('年份')}</w:tc><w:tc>{paragraph('2022')}</w:tc></w:tr></w:tbl>"
    )
    assert words(docx(body)) == [("框外", ""), ("框内", ""), ("年份 | 2022", "item")]


def test_a_row_of_data_is_one_line_and_prose_side_by_side_stays_apart() -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"

    data = row(paragraph("换电池"), paragraph("<w:r><w:t>5</w:t><w:br/><w:t>元</w:t></w:r>"), paragraph(""))
    prose = row(paragraph("左一。") + paragraph("左二。"), paragraph("右一。"))
    frame = row(paragraph("框内"))
    assert words(docx(f"<w:tbl>{data}{data}{prose}{frame}</w:tbl>")) == [
        ("换电池 | 5 元", "item"),
        ("换电池 | 5 元", "item"),
        ("左一。", "item"),
        ("左二。", "item"),
        ("右一。", "item"),
        ("框内", ""),
    ]


def test_the_strict_kind_of_document_is_read() -> None:
    document = f'<w:document xmlns:w="{W}"><w:body>{paragraph("一")}</w:body></w:document>'
    strict = document.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert words(archive({"word/document.xml": strict})) == [("一", "")]


def test_entities_are_never_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;&a;">]>'
    document = f'{bomb}<w:document xmlns:w="{W}"><w:body>{paragraph("一&b;二")}</w:body></w:document>'
    assert "哈" not in "".join(text for text, _ in words(archive({"word/document.xml": document})))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "protected by a password"),
        (b"not a zip", "damaged"),
        (docx(paragraph("一" * 5000))[:-200], "damaged"),
        (archive({"x": "y"}), "it lacks word/document.xml"),
        (archive({"word/document.xml": "<w:document"}), "damaged: word/document.xml is not valid XML"),
        (archive({"word/document.xml": f'<w:d xmlns:w="{W}"/>', "word/media/a.png": b"x"}), "holds only pictures"),
        (archive({"word/document.xml": b" " * (33 * 1024 * 1024)}), "larger than 32 MiB"),
        (archive({"word/document.xml": b" " * (20 * 1024 * 1024)}), "larger than 32 MiB"),
    ],
    ids=["locked", "not a zip", "cut", "no document", "bad XML", "pictures", "bomb by size", "bomb by ratio"],
)
def test_what_cannot_be_read_says_why(data: bytes, message: str) -> None:
    with pytest.raises(IngestError, match=message) as caught:
        read(data, "x.docx")
    assert caught.value.message.startswith("x.docx: ")
    assert caught.value.hint


def test_a_member_with_a_password_says_so() -> None:
    data = bytearray(docx(paragraph("一")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    with pytest.raises(IngestError, match="password"):
        read(bytes(data), "x.docx")


def test_one_flipped_byte_never_gives_another_kind_of_error() -> None:
    whole = docx("".join(paragraph(f"第{i}段") for i in range(30)), styles=STYLES, numbering=NUMBERING)
    for place in range(0, len(whole), 7):
        data = bytearray(whole)
        data[place] ^= 0x55
        try:
            read(bytes(data), "x.docx")
        except IngestError as error:
            assert "\n" not in error.message


@pytest.mark.parametrize(
    ("kind", "number", "expected"),
    [
        ("chineseCounting", 1, "一"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 12, "十二"),
        ("chineseCounting", 20, "二十"),
        ("chineseCounting", 101, "一百零一"),
        ("chineseCounting", 110, "一百一十"),
        ("chineseLegalSimplified", 3, "叁"),
        ("ideographTraditional", 2, "乙"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalFullWidth", 12, "１２"),
        ("upperRoman", 14, "XIV"),
        ("lowerLetter", 28, "bb"),
        ("decimalZero", 7, "07"),
        ("no-such-format", 5, "5"),
    ],
)
def test_numbers_as_word_writes_them(kind: str, number: int, expected: str) -> None:
    counters = Counters({"1": {0: Level("%1、", kind, start=number)}}, {})
    assert counters.label("1", 0) == f"{expected}、"
