"""The drawn cover: the right size, the same each time, legible with any title and with any fonts or none."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path

import pytest
from PIL import Image

import editions
from zjpub import cover, typeface

ZH = "持续擦亮国家级经开区名片 全面推进中国式现代化建设经开区新实践 经开区经济社会发展量质齐升 谱写跨越发展的时代篇章"
EN = "Polishing the National Economic Development Zone Brand: a New Chapter of Leapfrog Growth"
HOSTILE = editions.hostile().title
TITLES = [
    (ZH, EN),
    ("春", "Spring"),
    (HOSTILE.zh, HOSTILE.en),
    ("😀\x00\u202e", "😀"),
    ("题" * 5000, "x" * 5000),
    ("", ""),
]

needs_han = pytest.mark.skipif(typeface.han_face() is None, reason="no Chinese font here: install fonts-noto-cjk")


def _image(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def _ink(image: Image.Image, box: tuple[int, int, int, int]) -> float:
    """The share of a part of the picture that is not its commonest colour."""
    part = image.crop(box)
    small = part.resize((part.width // 4, part.height // 4)).tobytes()
    counts = Counter(zip(small[::3], small[1::3], small[2::3], strict=True))
    return 1 - counts.most_common(1)[0][1] / counts.total()


@pytest.mark.parametrize("title", TITLES, ids=["phrases", "short", "hostile", "emoji", "endless", "empty"])
@pytest.mark.parametrize(("shape", "size"), list(cover.SIZES.items()))
def test_any_title_gives_a_picture_of_the_right_size(
    title: tuple[str, str], shape: cover.Shape, size: tuple[int, int]
) -> None:
    image = Image.open(io.BytesIO(cover.draw(*title, "经开区故事", shape)))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", size)


def test_the_same_title_gives_the_same_bytes() -> None:
    assert cover.draw(ZH, EN, "x") == cover.draw(ZH, EN, "x")
    assert cover.draw(ZH, EN, "x") != cover.draw(ZH, EN, "y")


@pytest.mark.parametrize("shape", cover.SIZES)
def test_words_keep_clear_of_the_margins(shape: cover.Shape) -> None:
    image = _image(cover.draw(HOSTILE.zh, HOSTILE.en, "经开区故事", shape))
    width, height = image.size
    assert _ink(image, (0, 0, width // 12, height * 3 // 4)) < 0.01
    assert _ink(image, (width * 11 // 12, 0, width, height // 2)) < 0.01
    assert _ink(image, (width // 10, height // 12, width * 9 // 10, height // 2)) > 0.05


@needs_han
def test_both_titles_are_there() -> None:
    both, alone = _image(cover.draw("春天的故事", "Spring")), _image(cover.draw("春天的故事", ""))
    assert both.tobytes() != alone.tobytes()
    assert _ink(alone, (160, 180, 1440, 500)) > 0.05


def test_without_a_chinese_font_the_english_stands_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cover, "han_face", lambda: None)
    image = _image(cover.draw(ZH, EN, "郑州 Stories"))
    assert _ink(image, (160, 180, 1440, 1200)) > 0.05


def test_without_any_font_pillow_brings_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cover, "han_face", lambda: None)
    monkeypatch.setattr(cover, "face", lambda: typeface.Face(None, 0, 1.25))
    assert _ink(_image(cover.draw(ZH, EN)), (160, 180, 1440, 1200)) > 0.05


def test_a_font_that_cannot_be_opened_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "MSYH.TTC"
    broken.write_bytes(b"no font")
    monkeypatch.setattr(typeface, "_font_files", lambda: (broken,))
    monkeypatch.setattr(typeface, "_found", typeface._found.__wrapped__)
    assert typeface.han_face() is None
    assert typeface.face().path is None


def _contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    lights = sorted((_luminance(one), _luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: tuple[int, ...]) -> float:
    parts = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("palette", cover.PALETTES)
def test_every_ink_stands_out_from_every_ground(palette: cover.Palette) -> None:
    assert all(
        _contrast(ink, ground) >= 7 for ink in (palette.ink, palette.quiet) for ground in (palette.ground, palette.near)
    )


@needs_han
def test_a_headline_breaks_between_its_phrases_and_never_before_a_stop() -> None:
    han = typeface.han_face()
    assert han
    _, lines = typeface.fit(han, ZH, (1280, 1000), 180)
    for phrase in ZH.split():
        assert any(phrase.startswith(line) for line in lines)
    _, lines = typeface.fit(han, "他说，好。" * 30, (700, 1000), 80)
    assert not any(line[0] in "，。" for line in lines)


def test_what_does_not_fit_ends_in_dots() -> None:
    _, lines = typeface.fit(typeface.face(), "word " * 300, (300, 200), 40)
    assert lines[-1].endswith("…")


@needs_han
def test_a_phrase_is_not_broken_where_a_somewhat_smaller_size_spares_it() -> None:
    han = typeface.han_face()
    assert han is not None
    _, lines = typeface.fit(han, "在臺北，遇見一家不賣書的書店", (1280, 900), 177)
    assert [line.strip() for line in lines] == ["在臺北，", "遇見一家不賣書的書店"]
