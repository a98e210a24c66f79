"""The toy model's pieces and shape, made once."""

from __future__ import annotations

from pathlib import Path

import pytest
import toys

from training.shape import Shape


@pytest.fixture(scope="session")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return toys.pieces(tmp_path_factory.mktemp("pieces"))


@pytest.fixture(scope="session")
def shape(pieces: Path) -> Shape:
    return toys.shape(pieces)
