import json
import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inference.errors import DamagedWeights, UnknownId
from inference.maps.files import MapFolder, find_maps, map_vectors, read_points, write_points
from inference.maps.layout import open_layout
from tests.tiny import build_tiny_map


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_tiny_map(tmp_path_factory.mktemp("map"))


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(-5, 5), st.floats(-3, 7)), min_size=1, max_size=30))
def test_points_come_back_within_one_cell(points: list[tuple[float, float]]) -> None:
    bounds = {"x_min": -5.0, "y_min": -3.0, "x_max": 5.0, "y_max": 7.0}
    xy = np.array(points, np.float32)
    colour = np.arange(len(xy), dtype=np.uint8)
    data = write_points(xy, colour, bounds)
    found, colours = read_points(data)
    assert np.abs(found - xy).max() <= 10 / 65535
    assert np.array_equal(colours, colour)
    assert len(data) == 32 + 5 * len(xy)


def test_the_header_is_as_documented(folder: Path) -> None:
    data = (folder / "points.bin").read_bytes()
    magic, count, *bounds, reserved = struct.unpack("<8sI4fI", data[:32])
    info = json.loads((folder / "map.json").read_text())
    assert (magic, count, reserved) == (b"RSHNMAP1", 40, 0)
    names = ("x_min", "y_min", "x_max", "y_max")
    assert bounds == pytest.approx([info["bounds"][name] for name in names])
    assert len(data) / count <= 5.2 + 32 / count


def test_a_map_says_what_its_points_are(folder: Path) -> None:
    found = MapFolder(folder)
    card = found.card(3)
    assert card["recipe"] == {
        "model": "emoji-vector",
        "prompt": card["prompt"],
        "seed": card["recipe"]["seed"],
    }
    assert card["title"] == {"en": card["prompt"], "ja": card["prompt"]}
    assert len(card["neighbours"]) == 15
    similar = [neighbour["similarity"] for neighbour in card["neighbours"]]
    assert similar == sorted(similar, reverse=True)
    assert 3 not in [neighbour["n"] for neighbour in card["neighbours"]]
    assert 0 <= card["distortion"] <= 1
    assert found.thumb(33) == {"level": 1, "tile": 0, "x": 64, "y": 64, "size": 64}
    assert json.loads(json.dumps(card)) == card


def test_unknown_things_are_unknown_ids(folder: Path) -> None:
    found = MapFolder(folder)
    for ask in (
        lambda: found.card(40),
        lambda: found.recipe(-1),
        lambda: found.column_bytes("age"),
        lambda: found.tile_path(0, 9),
        lambda: found.tile_path(7, 0),
        lambda: MapFolder(folder.parent / "nothing"),
    ):
        with pytest.raises(UnknownId):
            ask()


@pytest.mark.parametrize(
    "damage",
    [
        lambda f: (f / "points.bin").write_bytes(b"RSHNMAP1"),
        lambda f: (f / "points.bin").write_bytes(b"x" * (32 + 200)),
        lambda f: (f / "neighbours.u16").unlink(),
        lambda f: (f / "map.json").write_text("{"),
        lambda f: (f / "map.json").write_text('{"id": "tiny"}'),
    ],
)
def test_a_damaged_map_says_so(folder: Path, tmp_path: Path, damage: object) -> None:
    import shutil

    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    damage(copy)  # type: ignore[operator]
    with pytest.raises(DamagedWeights):
        MapFolder(copy)


def test_damaged_vectors_say_so(tmp_path: Path) -> None:
    (tmp_path / "v.safetensors").write_bytes(b"\x10" + b"\x00" * 30)
    with pytest.raises(DamagedWeights):
        map_vectors(tmp_path / "v.safetensors")


def test_maps_are_found_by_id_and_half_written_ones_are_not(folder: Path, tmp_path: Path) -> None:
    (folder.parent / ".tiny.new").mkdir(exist_ok=True)
    assert list(find_maps(folder.parent, tmp_path / "none")) == ["tiny"]


def test_a_layout_is_kept_in_memory_until_the_map_changes(folder: Path) -> None:
    assert open_layout(folder) is open_layout(str(folder))
