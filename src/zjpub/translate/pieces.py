"""Text ↔ the pieces an Argos package's model knows: SentencePiece or BPE, whichever the package brings."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path
from typing import Protocol

from zjpub.errors import UsageError

_PLAIN = {
    "“": '"', "”": '"', "「": '"', "」": '"', "『": '"', "』": '"', "‘": "'", "’": "'", "—": "-", "–": "-", "…": "...",
    "《": '"', "》": '"', "〈": '"', "〉": '"', "【": "[", "】": "]", "〔": "(", "〕": ")", "·": " ", "・": " ",
    "～": "-", "、": ",", "　": " ", "∶": ":", "％": "%",
}  # fmt: skip


class Pieces(Protocol):
    """What both kinds of tokenizer offer."""

    def encode(self, text: str) -> list[str]:
        """The pieces of one line."""
        ...

    def decode(self, pieces: list[str]) -> str:
        """The line of these pieces."""
        ...


class SentencePieces:
    """SentencePiece; signs that its vocabulary lacks are first written with signs it has, “ ” as \" \"."""

    def __init__(self, file: Path) -> None:
        import sentencepiece

        try:
            self._model = sentencepiece.SentencePieceProcessor(model_file=str(file))
        except (RuntimeError, OSError, ValueError) as error:
            raise damaged(file) from error
        self._plain = str.maketrans({sign: plain for sign, plain in _PLAIN.items() if not self._knows(sign)})

    def _knows(self, sign: str) -> bool:
        ids: list[int] = self._model.encode(sign, out_type=int)
        unknown = self._model.unk_id()
        return not any(piece == unknown or self._model.is_byte(piece) for piece in ids)

    def encode(self, text: str) -> list[str]:
        pieces: list[str] = self._model.encode(text.translate(self._plain), out_type=str)
        return pieces

    def decode(self, pieces: list[str]) -> str:
        return str(self._model.decode_pieces(pieces)).replace("▁", " ").strip()


class BytePairs:
    """The Moses words and byte pairs of older packages, by argostranslate's own code."""

    def __init__(self, file: Path, source: str, target: str) -> None:
        from argostranslate.tokenizer import BPETokenizer

        self._model = BPETokenizer(file, source, target)
        try:
            # The reader of BPE codes writes to stderr and leaves the program when a line is wrong.
            with contextlib.redirect_stderr(io.StringIO()):
                self._model.lazy_load()
        except (ValueError, IndexError, OSError, SystemExit) as error:
            raise damaged(file) from error

    def encode(self, text: str) -> list[str]:
        return [str(piece) for piece in self._model.encode(text)]

    def decode(self, pieces: list[str]) -> str:
        return str(self._model.decode(pieces)).strip()


def damaged(file: Path) -> UsageError:
    """The error for a file of a package that is there but cannot be used."""
    return UsageError(
        f"{file}: this part of the Argos package is damaged",
        "fetch the package again: zjpub models add zh en, or zjpub models add FILE.argosmodel",
    )
