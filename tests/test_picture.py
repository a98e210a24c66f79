"""A person's own cover: kept if it will do, made over if not, refused if it is none."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from zjpub import picture
from zjpub.errors import IngestError


def saved(path: Path, form: str, size: tuple[int, int] = (300, 400), mode: str = "RGB", **options: object) -> bytes:
    file = io.BytesIO()
    Image.new(mode, size, "teal" if mode != "CMYK" else (9, 9, 9, 9)).save(file, form, **options)  # type: ignore[arg-type]
    path.write_bytes(file.getvalue())
    return file.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_picture_that_will_do_is_kept_byte_for_byte(tmp_path: Path, form: str) -> None:
    data = saved(tmp_path / "x.jpg", form)
    assert picture.cover(tmp_path / "x.jpg") == data


@pytest.mark.parametrize(
    ("form", "size", "mode"),
    [
        ("WEBP", (300, 400), "RGB"),
        ("JPEG", (300, 400), "CMYK"),
        ("PNG", (300, 400), "RGBA"),
        ("JPEG", (6000, 40), "RGB"),
    ],
)
def test_any_other_is_made_a_small_plain_jpeg(tmp_path: Path, form: str, size: tuple[int, int], mode: str) -> None:
    saved(tmp_path / "x.jpg", form, size, mode)
    with Image.open(io.BytesIO(picture.cover(tmp_path / "x.jpg"))) as made:
        assert (made.format, made.mode) == ("JPEG", "RGB")
        assert max(made.size) <= 2400


def test_what_a_camera_noted_is_obeyed_and_left_out(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Camera"
    saved(tmp_path / "x.jpg", "JPEG", exif=exif)
    data = picture.cover(tmp_path / "x.jpg")
    with Image.open(io.BytesIO(data)) as made:
        assert made.size == (400, 300)
    assert b"Camera" not in data


@pytest.mark.parametrize("data", [b"", b"x", b"\x89PNG\r\n\x1a\n", b"<svg/>", b"%!PS-Adobe-3.0 EPSF-3.0\n"])
def test_what_is_no_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.jpg").write_bytes(data)
    with pytest.raises(IngestError, match=r"x\.jpg: cannot be read as a picture"):
        picture.cover(tmp_path / "x.jpg")


def test_a_picture_cut_short_or_out_of_all_measure_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = saved(tmp_path / "x.jpg", "JPEG")
    (tmp_path / "x.jpg").write_bytes(data[: len(data) // 2])
    with pytest.raises(IngestError):
        picture.cover(tmp_path / "x.jpg")
    (tmp_path / "x.jpg").write_bytes(data)
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100_000)
    with pytest.raises(IngestError):
        picture.cover(tmp_path / "x.jpg")
