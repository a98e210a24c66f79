"""MP3 by libsndfile, and the frames of an MP3: what is needed to join finished files without encoding them again.

MPEG-2 layer III, mono, constant 64 kbit/s: a frame is 576 samples, and the file begins with an `Info` frame in which
LAME writes how many samples of its own lie before the first and after the last of ours. Players skip those, so the
sample clock of what we put in is the clock of what is heard.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

RATES = (16_000, 22_050, 24_000)
"""The sampling rates of MPEG-2 layer III that speech is worth."""
FRAME = 576
ENCODER_SCALE_DB = -0.45
"""LAME makes everything this much quieter."""

_LEVEL = 0.6
_BITRATES = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_HEADER_RATES = (22_050, 24_000, 16_000)
# Places in the `Info` frame: frame count and byte count, table of contents, gaps, byte count and CRC, CRC of the tag.
_COUNTS, _TOC, _GAPS, _MUSIC, _CRC = 21, 29, 154, 161, 167


def encode(pieces: Iterable[npt.NDArray[np.float32]], rate: int) -> bytes:
    """Mono pieces, from -1 to 1, as one MP3 file without tags."""
    import soundfile  # type: ignore[import-untyped,unused-ignore]

    file = io.BytesIO()
    with soundfile.SoundFile(
        file,
        "w",
        samplerate=rate,
        channels=1,
        format="MP3",
        subtype="MPEG_LAYER_III",
        compression_level=_LEVEL,
        bitrate_mode="CONSTANT",
    ) as sound:
        for piece in pieces:
            sound.write(piece)
    return file.getvalue()


def decode(data: bytes) -> tuple[npt.NDArray[np.int16], int]:
    """(mono samples, rate) of any sound file that libsndfile reads. Raises ValueError."""
    import soundfile  # type: ignore[import-untyped,unused-ignore]

    try:
        samples, rate = soundfile.read(io.BytesIO(data), dtype="int16", always_2d=True)
    except soundfile.SoundFileError as error:
        raise ValueError(str(error)) from error
    return samples[:, 0], int(rate)


def join(files: Sequence[bytes]) -> tuple[bytes, tuple[int, ...]]:
    """Files of `encode`, of one rate, as one; and the sample at which each begins to be heard.

    Every file's first frame leans on none before it, so the frames can stand one after another.
    """
    parts = [tuple(frames(file)) for file in files]
    body = b"".join(frame for part in parts for frame in part[1:])
    starts = [0]
    for part in parts:
        starts.append(starts[-1] + FRAME * (len(part) - 1))
    info = bytearray(parts[0][0])
    last = parts[-1][0]
    size = len(info) + len(body)
    struct.pack_into(">II", info, _COUNTS, starts[-1] // FRAME, size)
    # Of constant bitrate: a hundredth of the time is a hundredth of the bytes.
    info[_TOC : _TOC + 100] = bytes(percent * 256 // 100 for percent in range(100))
    info[_GAPS : _GAPS + 3] = _gaps(info, last)
    struct.pack_into(">IH", info, _MUSIC, size, 0)  # a CRC of 0 is not checked
    struct.pack_into(">H", info, _CRC, _crc(info[:_CRC]))
    return bytes(info) + body, tuple(starts[:-1])


def _gaps(first: bytes | bytearray, last: bytes) -> bytes:
    """Twelve bits: samples before the sound, as in `first`; twelve bits: samples after it, as in `last`."""
    place = slice(_GAPS, _GAPS + 3)
    before = int.from_bytes(first[place], "big") & 0xFFF000
    return (before | int.from_bytes(last[place], "big") & 0x000FFF).to_bytes(3, "big")


def frames(data: bytes) -> Iterator[bytes]:
    """The frames of a file of `encode`, the `Info` frame first; tags before them are passed over."""
    place = tag_size(data)
    while place + 4 <= len(data):
        size = _frame_size(data[place : place + 4])
        yield data[place : place + size]
        place += size


def tag_size(data: bytes) -> int:
    """How many bytes of an ID3v2 tag stand at the beginning."""
    if data[:3] != b"ID3":
        return 0
    size = 0
    for byte in data[6:10]:
        size = size << 7 | byte
    return 10 + size


def _frame_size(header: bytes) -> int:
    if header[0] != 0xFF or header[1] & 0xFE != 0xF2:
        raise ValueError("not a frame of MPEG-2 layer III")
    bitrate = _BITRATES[header[2] >> 4] * 1000
    return FRAME // 8 * bitrate // _HEADER_RATES[header[2] >> 2 & 3] + (header[2] >> 1 & 1)


def _crc(data: bytes | bytearray) -> int:
    """CRC-16/ARC, as LAME signs its tag."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc
