"""What the rules remember: they ask the same of a page's lines again and again, and pages of one site are alike."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, ParamSpec, TypeVar, cast

_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")
MEMORIES: list[Any] = []
_MOST = 16_384


def remembered(function: Callable[_Asked, _Answer]) -> Callable[_Asked, _Answer]:
    """The function, which answers what it was asked before without thinking again."""
    known = cache(function)
    MEMORIES.append(known)
    return cast("Callable[_Asked, _Answer]", known)


def forget() -> None:
    """Drop the answers that have grown too many, between two pages.

    A bound for each function would cost a long page more than it saves: its lines would drive each other out.
    """
    for memory in MEMORIES:
        if memory.cache_info().currsize > _MOST:
            memory.cache_clear()
