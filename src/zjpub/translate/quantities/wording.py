"""Quantities in words for people: 9.2万辆 (92,000)."""

from __future__ import annotations

from fractions import Fraction

from zjpub.translate.quantities.values import Quantity


def described(quantity: Quantity) -> str:
    """The words of a quantity with its value where that is not plain to see."""
    value = plain(quantity)
    return quantity.text if value in ("", quantity.text) else f"{quantity.text} ({value})"


def plain(quantity: Quantity) -> str:
    """The value as a figure: 92,000; 6.8%; 14:30; "" where the words say it best."""
    kind, value, unit = quantity.kind, quantity.value, quantity.unit
    if kind in ("percent", "price", "discount"):
        return f"{figure(value * 100)}%"
    if kind == "points":
        return f"{figure(value * 100)} points"
    if kind == "time":
        return f"{int(value) // 60}:{int(value) % 60:02d}"
    if kind == "year":
        return str(value)
    if kind == "decade":
        return f"{value}s"
    if kind == "money":
        return f"{figure(value)} {unit}"
    if kind in ("number", "ordinal", "multiple", "factor", "vague", "century"):
        return f"{figure(value)} {unit}".strip()
    return ""


def figure(value: Fraction) -> str:
    """92,000; 0.35; a repeating fraction to four digits."""
    if value.denominator == 1:
        return f"{int(value):,}"
    return f"{float(value):,.6f}".rstrip("0").rstrip(".") if abs(value) >= 1 else f"{float(value):.4g}"
