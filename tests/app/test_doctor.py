"""The doctor finds what is missing."""

import socket
from pathlib import Path

import pytest

from app.doctor import examine, examine_server
from app.library import Library
from app.settings import Settings
from tests.toy_models import write_toy_model


def bad(settings: Settings) -> list[str]:
    return [finding.what for finding in examine(settings) if finding.state == "bad"]


def test_a_complete_installation_is_healthy(tmp_path: Path) -> None:
    assert bad(Settings(data_dir=tmp_path)) == []


def test_a_missing_pack_is_found_with_its_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RASHIN_CACHE_DIR", str(tmp_path))
    found = [f for f in examine(Settings(data_dir=tmp_path)) if f.state == "bad"]
    assert any("multilingual-e5-small" in finding.what for finding in found)
    assert all(finding.fix for finding in found)


def test_a_missing_page_is_found(tmp_path: Path) -> None:
    assert any("built page" in what for what in bad(Settings(static_dir=tmp_path)))


def test_a_users_models_are_looked_at_and_the_wall_is_named(tmp_path: Path) -> None:
    toy = write_toy_model("stable_diffusion", tmp_path / "toy")
    library = Library(tmp_path / "models.json")
    library.put({"id": "ink", "kind": "folder", "path": str(toy)})
    library.put({"id": "gone", "kind": "folder", "path": str(tmp_path / "gone")})
    found = {finding.what: finding for finding in examine(Settings(data_dir=tmp_path))}
    said = next(what for what in found if what.startswith("model ink:"))
    assert (found[said].state, "StableDiffusionPipeline" in said) == ("ok", True)
    lost = next(finding for what, finding in found.items() if what.startswith("model gone:"))
    assert lost.state == "note"
    assert lost.fix
    assert any(
        "no socket" in what or "no network" in what or "Python itself" in what for what in found
    )
    library.path.write_text("{")
    assert any("cannot be read" in what for what in bad(Settings(data_dir=tmp_path)))


def test_a_taken_port_is_noted(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        settings = Settings(data_dir=tmp_path, port=other.getsockname()[1])
        notes = [finding.what for finding in examine(settings) if finding.state == "note"]
        assert any(str(settings.port) in what for what in notes)


def test_a_server_that_is_not_there_is_bad() -> None:
    assert examine_server("http://127.0.0.1:9")[0].state == "bad"
