"""Doubts about one translated line, found without a model, so that no line of a machine is believed unread."""

from zjpub.translate.checks.check import WEIGHTS, check, score
from zjpub.translate.checks.numbers import numbers

__all__ = ["WEIGHTS", "check", "numbers", "score"]
