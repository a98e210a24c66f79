"""What a golden file is compared with; a module of its own, since every folder of tests may have a `conftest`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Golden = Callable[[Path, str], None]
