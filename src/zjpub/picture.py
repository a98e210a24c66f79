"""The picture that a person laid beside an article, as a cover that every reading system and player takes."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from zjpub.errors import IngestError

if TYPE_CHECKING:
    from PIL import Image

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
_LONGEST_SIDE = 2400
_MOST_BYTES = 1 << 20
"""The picture goes into every audio file, so that a camera's would weigh more than the sound."""


def cover(path: Path) -> bytes:
    """JPEG or PNG: the file's own bytes if they will do, otherwise upright, smaller and without what a camera notes.

    Raises IngestError for what is no picture.
    """
    from PIL import Image

    try:
        data = path.read_bytes()
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                image.load()
                return data if _will_do(image, data) else _made_over(image)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise IngestError(f"{path}: cannot be read as a picture", "save the cover as JPEG or PNG") from error


def _will_do(image: Image.Image, data: bytes) -> bool:
    plain = image.format in ("JPEG", "PNG") and image.mode in ("RGB", "L", "P") and not image.getexif()
    return plain and max(image.size) <= _LONGEST_SIDE and len(data) <= _MOST_BYTES


def _made_over(image: Image.Image) -> bytes:
    from PIL import Image, ImageOps

    upright = ImageOps.exif_transpose(image).convert("RGBA")
    upright.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    ground = Image.new("RGB", upright.size, "white")
    ground.paste(upright, mask=upright.getchannel("A"))
    file = io.BytesIO()
    ground.save(file, "JPEG", quality=85, optimize=True)
    return file.getvalue()
