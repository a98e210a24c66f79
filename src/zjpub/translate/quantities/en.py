"""English text → its quantities."""

from __future__ import annotations

from zjpub.translate.quantities.values import Quantity


def read_en(text: str) -> tuple[Quantity, ...]:
    """The quantities of a English sentence, in order."""
    return ()
