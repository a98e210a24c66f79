"""The audio of an edition stands in its folder, and nothing done to it there reaches the store."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import editions
from zjpub.errors import RenderError
from zjpub.render import render


def test_every_track_is_there_and_is_no_link_into_the_store(tmp_path: Path) -> None:
    store, folder = tmp_path / "store", tmp_path / "out"
    store.mkdir()
    folder.mkdir()
    edition = editions.small(store)
    render(edition, folder, ["audio"])
    assert {path.name for path in (folder / "audio").iterdir()} == {track.file for track in edition.tracks}
    track = edition.tracks[0]
    before = track.path.read_bytes()
    with (folder / "audio" / track.file).open("r+b") as file:
        file.write(b"changed")
    assert track.path.read_bytes() == before


def test_a_build_without_audio_leaves_no_folder(tmp_path: Path) -> None:
    render(editions.silent(), tmp_path, ["audio"])
    assert not list(tmp_path.iterdir())


def test_audio_gone_from_the_store_is_explained(tmp_path: Path) -> None:
    edition = editions.small(tmp_path)
    gone = replace(edition.tracks[0], path=tmp_path / "gone.mp3")
    with pytest.raises(RenderError, match="gone") as caught:
        render(replace(edition, tracks=(gone,)), tmp_path, ["audio"])
    assert "build again" in caught.value.hint
