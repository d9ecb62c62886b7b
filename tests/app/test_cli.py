"""The command, run as a command."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from app.library import Library
from tests.toy_models import write_toy_model

RASHIN = Path(sys.executable).parent / "rashin"


def rashin(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [RASHIN, *words],
        env=os.environ | settings, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def test_help_lists_the_commands() -> None:
    said = rashin("--help").stdout
    assert all(word in said for word in ("serve", "render", "models", "doctor"))


@pytest.mark.slow
def test_render_writes_the_same_picture_twice(tmp_path: Path) -> None:
    for name in ("a.png", "b.png"):
        ran = rashin("render", "smiling cat", "-o", str(tmp_path / name), "--seed", "7")
        assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()


@pytest.mark.slow
def test_models_lists_both_embedded_models() -> None:
    said = rashin("models").stdout
    assert "emoji-vector" in said
    assert "emoji-vae" in said


@pytest.mark.slow
def test_models_lists_the_users_own_and_says_which_cannot_be_opened(tmp_path: Path) -> None:
    toy = write_toy_model("stable_diffusion", tmp_path / "toy")
    library = Library(tmp_path / "models.json")
    library.put({"id": "ink", "kind": "folder", "path": str(toy), "title": "Ink"})
    library.put({"id": "gone", "kind": "folder", "path": str(tmp_path / "gone")})
    said = rashin("models", RASHIN_DATA_DIR=str(tmp_path)).stdout
    assert "Ink (stable-diffusion" in said
    assert f"folder {toy}" in said
    assert f"cannot be opened: {tmp_path / 'gone'} cannot be opened" in said


def test_a_port_in_use_is_one_line_of_advice(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        ran = rashin("serve", "--port", port, "--data-dir", str(tmp_path), "--no-open")
    assert ran.returncode == 1
    assert "in use" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_listening_to_the_network_needs_a_token(tmp_path: Path) -> None:
    ran = rashin("serve", "--host", "0.0.0.0", "--data-dir", str(tmp_path), "--no-open")
    assert ran.returncode == 1
    assert "RASHIN_TOKEN" in ran.stderr
