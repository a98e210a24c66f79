"""Doubts about one translated line, found without a model, so that no line of a machine is believed unread."""

from zjpub.translate.checks.check import WEIGHTS, check, score

__all__ = ["WEIGHTS", "check", "score"]
