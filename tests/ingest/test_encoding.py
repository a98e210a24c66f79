"""Every encoding of Chinese text is told from the others, in samples long and short, clean and damaged."""

from __future__ import annotations

import random

import pytest

from zjpub.errors import IngestError
from zjpub.ingest.encoding import decode

SIMPLIFIED = (
    "乘着改革开放的东风，这座小城在三十年里变了模样。2023年4月8日，新建的水厂开始供水，"
    "全县12.6万人喝上了干净的自来水。“我们等了很多年。”镇长李明说。\n\n"
)
TRADITIONAL = (
    "圖書館在週末舉辦講座，邀請學者談論臺灣早期的鐵路。講者說：「鐵路帶來了市場，也帶來了學校。」"
    "聽眾約有120人，其中許多是退休的教師與學生。\n\n"
)
SHORT_SIMPLIFIED = "本报讯：我县小麦丰收"
SHORT_TRADITIONAL = "學校開學了，學生很高興"
ENGLISH_FIRST = "A note in English, long enough to fill a line or two before any Chinese appears at all. " * 900

CODECS = ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


LENGTHS = ["short", "paragraph", "long", "after English"]


@pytest.mark.parametrize(
    "text", [SHORT_SIMPLIFIED, SIMPLIFIED, SIMPLIFIED * 400, ENGLISH_FIRST + SIMPLIFIED], ids=LENGTHS
)
@pytest.mark.parametrize("codec", [*CODECS, "gbk"])
def test_simplified_text_is_read_in_every_encoding(text: str, codec: str) -> None:
    assert decode(text.encode(codec), "x.txt") == text


@pytest.mark.parametrize(
    "text", [SHORT_TRADITIONAL, TRADITIONAL, TRADITIONAL * 400, ENGLISH_FIRST + TRADITIONAL], ids=LENGTHS
)
@pytest.mark.parametrize("codec", [*CODECS, "big5", "cp950", "big5hkscs"])
def test_traditional_text_is_read_in_every_encoding(text: str, codec: str) -> None:
    assert decode(text.encode(codec), "x.txt") == text


def test_hong_kong_characters_outside_plain_big5_are_read() -> None:
    text = TRADITIONAL + "佢哋嘅學校喺屋企隔籬，啲學生好鍾意飲凍檸茶。"
    assert decode(text.encode("big5hkscs"), "x.txt") == text


def test_windows_1252_english_keeps_its_quotation_marks() -> None:
    text = "The mayor said: “We have waited for years — and it’s here.”"
    assert decode(text.encode("cp1252"), "x.txt") == text


@pytest.mark.parametrize("text", ["一", "你好", "Hello, world", "😀👍🏽", "é", "مرحبا 你好", "한국어 문장", "〇"])
def test_utf8_wins_for_whatever_is_valid_utf8(text: str) -> None:
    assert decode(text.encode(), "x.txt") == text


@pytest.mark.parametrize(
    ("text", "codec"),
    [(SIMPLIFIED, "utf-8"), (SIMPLIFIED, "gb18030"), (TRADITIONAL, "cp950")],
    ids=["utf-8", "gb18030", "big5"],
)
def test_a_few_bad_bytes_leave_the_rest_readable(text: str, codec: str) -> None:
    data = bytearray((text * 5).encode(codec))
    for place in random.Random(7).sample(range(len(data)), 5):
        data[place] = 0xFF
    read = decode(bytes(data), "x.txt")
    assert "\ufffd" in read
    assert sum(character in text for character in read) > 0.95 * len(text * 5)


def test_a_file_cut_inside_a_character_is_read() -> None:
    assert decode(SIMPLIFIED.rstrip().encode()[:-1], "x.txt").startswith(SIMPLIFIED[:40])
    assert decode(SIMPLIFIED.encode("utf-16-le")[:-1], "x.txt").startswith(SIMPLIFIED[:40])


def test_control_characters_go_and_odd_line_separators_become_spaces() -> None:
    text = SIMPLIFIED + "一\x00二\x08三\u2028四\x0b五\uffff"
    assert decode(text.encode(), "x.txt") == SIMPLIFIED + "一二三 四 五\ufffd"


@pytest.mark.parametrize(
    "data",
    [
        b"\x00" * 50,
        bytes(range(256)) * 8,
        random.Random(3).randbytes(4000),
        b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" * 3,
        b"PK\x03\x04\x14\x00\x00\x00",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500,
        b"%PDF-1.7\n",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"\x7fELF\x02\x01\x01" + b"\x00" * 60 + b"\x3e\x00\x01\x00",
    ],
)
def test_what_is_not_text_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(IngestError, match=r"^x\.txt: not text") as caught:
        decode(data, "x.txt")
    assert caught.value.hint


@pytest.mark.parametrize("seed", range(20))
def test_random_bytes_are_never_taken_for_text(seed: int) -> None:
    with pytest.raises(IngestError):
        decode(random.Random(seed).randbytes(600), "x.txt")


def test_a_declared_encoding_decides_where_the_bytes_do_not() -> None:
    rare = "夔邕"
    assert decode(rare.encode("cp950"), "x.html", declared="big5") == rare
    assert decode(rare.encode("gb18030"), "x.html", declared="GB2312") == rare


@pytest.mark.parametrize("declared", ["no-such", "", "idna", "rot13", "hex", "utf-7", "\x00"])
def test_a_false_declaration_does_no_harm(declared: str) -> None:
    assert decode(SIMPLIFIED.encode("gb18030"), "x.html", declared=declared) == SIMPLIFIED
