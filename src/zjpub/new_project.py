"""`zjpub init`: a new project folder with commented settings and one example article."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from zjpub.errors import UsageError
from zjpub.store import disk_error

_TEMPLATE = Path(__file__).parent / "template"


def create(folder: Path) -> tuple[Path, ...]:
    """Lay out `folder`; returns the files written. Raises UsageError rather than write over anything."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file, not a folder", "name a new folder")
    if (folder / "content").exists():
        raise UsageError(f"{folder} already holds a content folder", "name a new folder, or use this one as it is")
    beside = folder / f".content.{os.getpid()}.part"
    try:
        shutil.copytree(_TEMPLATE / "content", beside)
        # Half a project could neither be used nor be made again.
        beside.replace(folder / "content")
    except OSError as error:
        shutil.rmtree(beside, ignore_errors=True)
        raise disk_error(folder, error) from error
    return tuple(sorted(path for path in (folder / "content").iterdir()))
