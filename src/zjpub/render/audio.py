"""The audio files of an edition, where the reader, the feed and the listener look for them."""

from __future__ import annotations

import shutil
from pathlib import Path

from zjpub.errors import RenderError
from zjpub.model import Edition


def render(edition: Edition, folder: Path) -> None:
    """Put every track at `audio/<its file>`."""
    if not edition.tracks:
        return
    (folder / "audio").mkdir(exist_ok=True)
    for track in edition.tracks:
        try:
            # A copy, not a hard link: a tag editor that saves in place would else change the store's own bytes.
            shutil.copyfile(track.path, folder / "audio" / track.file)
        except FileNotFoundError as error:
            raise RenderError(f"{edition.slug}: the audio of {track.file} is gone from {track.path}", REMAKE) from error


REMAKE = "something removed it from the store while this build ran; build again and it is made anew"
