"""The command, run as a command."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

RASHIN = Path(sys.executable).parent / "rashin"


def rashin(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([RASHIN, *words], capture_output=True, text=True, check=False, timeout=60)


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
