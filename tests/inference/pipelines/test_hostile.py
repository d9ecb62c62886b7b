"""A hostile model is refused quickly, with its fault, and nothing of it has run (goals R12, R13)."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from inference.library import ModelEntry
from inference.pipelines.describe import describe
from inference.pipelines.open import open_pipeline
from inference.pipelines.placement import choose
from inference.pipelines.refusal import RefusedModel
from tests.inference.pipelines import hostile_code, hostile_files, hostile_headers
from tests.inference.pipelines.canary import DANGERS
from tests.inference.pipelines.hostile import ARTEFACTS
from tests.toy_models import write_toy_model

NAMES = [artefact.name for artefact in ARTEFACTS]
ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs /proc")
Told = dict[str, Any]


def opened(good: Path, scratch: Path, *how: str) -> dict[str, Told]:
    """Return what the loader that watches itself says of every model."""
    command = [sys.executable, "-W", "ignore", "-m", "tests.inference.pipelines.canary"]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    said = subprocess.run(
        [*command, str(good), str(scratch), *how],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert said.returncode == 0, said.stderr[-2_000:]
    return {told["name"]: told for told in map(json.loads, said.stdout.splitlines())}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_toy_model("stable_diffusion", tmp_path_factory.mktemp("good") / "toy")


@pytest.fixture(scope="module")
def told(good: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Told]:
    return opened(good, tmp_path_factory.mktemp("hostile"))


def test_there_are_more_than_the_sixty_that_were_promised() -> None:
    assert {module.__name__ for module in (hostile_code, hostile_files, hostile_headers)}
    assert len(set(NAMES)) == len(NAMES) >= 60


@pytest.mark.parametrize("artefact", ARTEFACTS, ids=NAMES)
def test_a_hostile_model_is_refused_with_its_fault_and_runs_nothing(
    artefact: Any, told: dict[str, Told]
) -> None:
    found = told[artefact.name]
    assert found["canaries"] == []
    assert re.search(artefact.fault, found["refusal"]), found["refusal"]
    assert found["seconds"] <= 2


@pytest.mark.parametrize("name", NAMES)
def test_refusing_costs_little(name: str, told: dict[str, Told]) -> None:
    assert told[name]["cpu_s"] <= 1
    assert told[name]["grown_bytes"] <= 64 * 2**20


def test_the_same_canary_sings_where_a_library_is_let_loose(good: Path, tmp_path: Path) -> None:
    sung = {
        name: " ".join(found["canaries"])
        for name, found in opened(good, tmp_path, "danger").items()
    }
    assert sung.keys() == DANGERS.keys()
    assert "os.system" in sung["pickle_as_bin"]
    for name in ("custom_pipeline", "map_in_the_config"):
        assert "subprocess.Popen" in sung[name]
        assert "it left a mark" in sung[name]
    assert "socket" in sung["attention_from_elsewhere"]


def test_weights_that_were_exchanged_after_the_check_are_refused(tmp_path: Path) -> None:
    model = write_toy_model("stable_diffusion", tmp_path / "model")
    entry = ModelEntry(id="mine", kind="folder", path=str(model))
    description = describe(entry)
    other = write_toy_model("stable_diffusion", tmp_path / "other", seed=9)
    name = "unet/diffusion_pytorch_model.safetensors"
    (model / name).write_bytes((other / name).read_bytes())
    with pytest.raises(RefusedModel, match="is not the file that was checked"):
        open_pipeline(description, entry, choose(description, entry))


def test_a_file_that_became_a_link_after_the_check_is_refused(tmp_path: Path) -> None:
    model = write_toy_model("stable_diffusion", tmp_path / "model")
    entry = ModelEntry(id="mine", kind="folder", path=str(model))
    description = describe(entry)
    file = model / "unet/diffusion_pytorch_model.safetensors"
    file.rename(tmp_path / "elsewhere.safetensors")
    file.symlink_to(tmp_path / "elsewhere.safetensors")
    with pytest.raises(RefusedModel, match="link out of the folder"):
        open_pipeline(description, entry, choose(description, entry))
