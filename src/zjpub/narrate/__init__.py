"""Article and translation → audio files in which every sentence has its place."""

from __future__ import annotations

from zjpub.narrate.interface import Speech, Voice
from zjpub.narrate.narrate import narrate, narrate_lines
from zjpub.narrate.plan import Plan, Studio
from zjpub.narrate.products import PRODUCTS
from zjpub.narrate.voices import choose, heard, voices_for

__all__ = ["PRODUCTS", "Plan", "Speech", "Studio", "Voice", "choose", "heard", "narrate", "narrate_lines", "voices_for"]
