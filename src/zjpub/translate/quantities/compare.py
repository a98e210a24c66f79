"""Two sentences → the quantities that do not agree."""

from __future__ import annotations

from zjpub.model import Flag


def compare(zh: str, en: str) -> tuple[Flag, ...]:
    """A `t-quantity` flag for every quantity of either sentence without a counterpart in the other."""
    return ()
