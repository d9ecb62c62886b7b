"""Every example runs as it is, against a server as a person starts it."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from inference.pictures import read_recipe
from tests.app.conftest import Live

EXAMPLES = Path(__file__).parents[2] / "examples"


def run(live: Live, folder: Path, *command: str, **more: str) -> str:
    environment = {**os.environ, "RASHIN_ADDRESS": live.address, **more}
    ran = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=90
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr + ran.stdout
    return ran.stdout


@pytest.mark.skipif(shutil.which("curl") is None, reason="no curl here")
def test_the_curl_example_saves_a_picture_with_its_recipe(live: Live, tmp_path: Path) -> None:
    said = run(live, tmp_path, "sh", str(EXAMPLES / "picture.sh"), "a green pear", "pear.png")
    assert said == "pear.png\n"
    assert "a green pear" in (read_recipe((tmp_path / "pear.png").read_bytes()) or "")


def test_the_python_example_saves_a_sheet_and_a_table(live: Live, tmp_path: Path) -> None:
    said = run(live, tmp_path, sys.executable, str(EXAMPLES / "sweep.py"), "a green pear")
    assert said.startswith("done")
    with Image.open(tmp_path / "sheet.png") as sheet:
        assert min(sheet.size) > 300
    with (tmp_path / "table.csv").open() as file:
        assert [line["state"] for line in csv.DictReader(file)] == ["done"] * 9


def test_the_openai_example_saves_a_picture(live: Live, tmp_path: Path) -> None:
    run(live, tmp_path, sys.executable, str(EXAMPLES / "openai_client.py"), "a green pear", "a.png")
    assert "a green pear" in (read_recipe((tmp_path / "a.png").read_bytes()) or "")


def test_no_example_is_left_untried() -> None:
    tried = Path(__file__).read_text()
    assert all(path.name in tried for path in EXAMPLES.iterdir() if path.is_file())


@pytest.mark.skipif(shutil.which("curl") is None, reason="no curl here")
def test_an_example_against_nobody_fails_loudly(tmp_path: Path) -> None:
    environment = {**os.environ, "RASHIN_ADDRESS": "http://127.0.0.1:9"}
    ran = subprocess.run(
        ["sh", str(EXAMPLES / "picture.sh")], cwd=tmp_path, env=environment, capture_output=True,
        text=True, check=False, timeout=30,
    )  # fmt: skip
    assert ran.returncode != 0
    assert not list(tmp_path.iterdir())
