"""A rule of cleaning, as the two tables list them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Content = TypeVar("Content")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Content]):
    """A small pure function with a name; `why` says in one sentence what goes wrong without it."""

    name: str
    why: str
    apply: Callable[[Content], Content]
