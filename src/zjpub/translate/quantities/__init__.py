"""Quantities of both languages as values: read, compared, and written in English where the machine must not choose."""

from zjpub.translate.quantities.compare import compare
from zjpub.translate.quantities.en import read_en
from zjpub.translate.quantities.forced import with_english
from zjpub.translate.quantities.values import Approx, Kind, Quantity, Reading
from zjpub.translate.quantities.zh import read_zh

__all__ = ["Approx", "Kind", "Quantity", "Reading", "compare", "read_en", "read_zh", "with_english"]
