"""How many things to do at once."""

from __future__ import annotations

import os


def cores() -> int:
    """Cores that this process may use, at least one, at most eight: more would only hold more sound in memory."""
    affinity = getattr(os, "sched_getaffinity", None)
    return max(1, min(8, len(affinity(0)) if affinity else os.cpu_count() or 1))
