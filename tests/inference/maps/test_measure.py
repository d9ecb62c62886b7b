"""A figure that a card lacks is added, and nothing else is touched."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from inference.maps import measure
from inference.maps.files import MapFolder

SHIPPED = Path(__file__).parents[3] / "static" / "maps" / "emoji-vector"


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """The first 400 points of the shipped map, as a map of their own."""
    whole, folder = MapFolder(SHIPPED), tmp_path / "few"
    shutil.copytree(SHIPPED, folder, ignore=shutil.ignore_patterns("atlas"))
    card = whole.info | {"count": 400, "quality": {"recall_15": 0.25}, "columns": []}
    (folder / "map.json").write_text(json.dumps(card))
    head = (folder / "points.bin").read_bytes()[:32]
    points = head[:8] + (400).to_bytes(4, "little") + head[12:]
    cells = np.frombuffer((SHIPPED / "points.bin").read_bytes(), "<u2", 2 * whole.count, 32)
    some = np.ascontiguousarray(cells.reshape(2, -1)[:, :400])
    (folder / "points.bin").write_bytes(points + some.tobytes() + bytes(400))
    np.zeros(400 * 15, "<u2").tofile(folder / "neighbours.u16")
    (folder / "distortion.u8").write_bytes(bytes(400))
    vectors = np.ascontiguousarray(whole.stored_vectors[:400])
    save_file({"vectors": vectors}, folder / "vectors.safetensors")
    return folder


def test_missing_figures_are_added_and_published_ones_stay(few: Path) -> None:
    before = {path: path.read_bytes() for path in few.rglob("*") if path.is_file()}
    figures = measure.complete(few)
    assert figures["recall_15"] == 0.25
    assert 0 < figures["stability"] <= 1
    assert 0.5 < figures["trustworthiness"] <= 1
    changed = [path.name for path, data in before.items() if path.read_bytes() != data]
    assert changed == ["map.json"]
    assert json.loads((few / "map.json").read_text())["quality"] == figures
    assert measure.complete(few) == figures
