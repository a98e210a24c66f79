"""What is installed only where it is wanted, and the command that installs it.

The command names the Python that runs and the libraries, since zjpub itself may have come from anywhere.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import PackageNotFoundError, requires

_OF = re.compile(r"""^(?P<what>[^;]+);.*\bextra\s*==\s*['"](?P<extra>[\w-]+)['"]""")


def command(extra: str) -> str:
    """The command that installs what an extra of zjpub needs."""
    return pip(*_needs(extra))


def pip(*requirements: str, again: bool = False) -> str:
    """The command that installs these into the Python that runs."""
    how = " --force-reinstall" if again else ""
    return f"{sys.executable} -m pip install{how} " + " ".join(f'"{requirement}"' for requirement in requirements)


def _needs(extra: str) -> tuple[str, ...]:
    try:
        found = [_OF.match(requirement) for requirement in requires("zjpub") or ()]
    except PackageNotFoundError:
        found = []
    return tuple(match["what"].strip() for match in found if match and match["extra"] == extra) or (f"zjpub[{extra}]",)
