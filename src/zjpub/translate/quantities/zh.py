"""Chinese text → its quantities."""

from __future__ import annotations

from zjpub.translate.quantities.values import Quantity


def read_zh(text: str) -> tuple[Quantity, ...]:
    """The quantities of a Chinese sentence, in order."""
    return ()
