"""A translator without a model, for tests: Chinese → its quantities in English and the rest in pinyin.

It keeps every number right and is never empty, so that what passes here passes for the reason that it should.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from zjpub import pinyin
from zjpub.translate.interface import PLAIN, Effort
from zjpub.translate.quantities import with_english

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff〇]+")
_NOT = re.compile(r"[不没未无非否别勿莫]")
_SIGNS = str.maketrans(
    "，。！？；：、（）【】《》「」『』“”‘’—～·…", ",.!?;:,()[]" + '"' * 8 + "''-- .", "\u200b\ufeff"
)


class Echo:
    """The Translator of this name; it costs nothing and always says the same."""

    name = "echo"
    identity = "echo 2"

    def translate(self, lines: Sequence[str], effort: Effort = PLAIN) -> list[tuple[str, ...]]:
        """One hypothesis a line."""
        return [(_spoken(line),) for line in lines]


def _spoken(line: str) -> str:
    text, _ = with_english(line)
    text = _HAN.sub(lambda run: f" {_pinyin(run[0])} ", text).translate(_SIGNS)
    text = re.sub(r"\s+([,.!?;:)])", r"\1", re.sub(r"\s+", " ", text)).strip()
    return text[:1].upper() + text[1:] or "Echo."


def _pinyin(han: str) -> str:
    return " ".join(pinyin.toneless(_NOT.sub(" not ", han), lambda text: f" {text.strip()} "))
