"""An exported package as the one that ships: used out of the box, named, and told when it is damaged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import toys
from click.testing import CliRunner, Result

from training import export
from training.shape import Shape
from zjpub.cli import zjpub
from zjpub.translate import packages


@pytest.fixture
def starter(pieces: Path, shape: Shape, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(packages, "STARTER", tmp_path / "starter")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "none"))
    export.package(shape, toys.weights(shape), pieces, tmp_path / "starter")
    (tmp_path / "content").mkdir()
    return tmp_path / "starter"


def run(*words: str, project: Path, lines: str = "") -> Result:
    return CliRunner().invoke(zjpub, [*words, "--project", str(project)], input=lines, standalone_mode=False)


def model(project: Path) -> dict[str, object]:
    """What the doctor says of the model."""
    found = json.loads(run("doctor", "--json", project=project).stdout)
    return next(checkup for checkup in found if checkup["what"] == "translation model")


def test_translate_uses_it_out_of_the_box(starter: Path, tmp_path: Path) -> None:
    ran = run("translate", "--json", project=tmp_path, lines="中欧班列开行三千列\n")
    assert ran.return_value == 0
    assert json.loads(ran.stdout)["engine"] == "argos: zh_en 1.0"


def test_models_and_doctor_name_it(starter: Path, tmp_path: Path) -> None:
    (listed,) = json.loads(run("models", "--json", project=tmp_path).stdout)
    assert listed == {"package": "zh_en 1.0", "where": "shipped", "path": str(starter)}
    assert model(tmp_path)["words"] == f"zh_en 1.0, shipped: {starter}"


def test_a_users_package_comes_first(starter: Path, pieces: Path, shape: Shape, tmp_path: Path) -> None:
    export.package(shape, toys.weights(shape), pieces, tmp_path / "models" / "mine")
    assert model(tmp_path)["words"] == f"zh_en 1.0, project: {tmp_path / 'models' / 'mine'}"


def test_a_model_that_breaks_off_is_found_by_the_doctor(starter: Path, tmp_path: Path) -> None:
    file = starter / "model" / "model.bin"
    file.write_bytes(file.read_bytes()[:1000])
    found = model(tmp_path)
    assert not found["good"]
    assert "model.bin" in str(found["words"])
    assert "zjpub models add zh en" in str(found["mend"])
