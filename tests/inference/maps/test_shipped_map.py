"""The map that comes with the repository keeps what its page promises."""

from pathlib import Path

import pytest

from inference.expressions.grammar import parse
from inference.maps.files import MapFolder
from inference.maps.layout import MapLayout, map_recipe
from inference.maps.verify import placing_error

SHIPPED = Path(__file__).parents[3] / "static" / "maps" / "emoji-vector"


@pytest.fixture(scope="module")
def shipped() -> MapFolder:
    return MapFolder(SHIPPED)


def test_it_is_large_enough_and_small_enough(shipped: MapFolder) -> None:
    assert shipped.count >= 8000
    size = sum(path.stat().st_size for path in SHIPPED.rglob("*") if path.is_file())
    assert size <= 14 * 2**20


def test_it_can_be_trusted_and_says_how_far(shipped: MapFolder) -> None:
    quality = shipped.info["quality"]
    assert quality["trustworthiness"] > 0.9
    assert quality["recall_15"] > 0.3
    assert quality["stability"] > 0.9
    for language in ("en", "ja"):
        assert shipped.info["labels"][language]["precision"] > 0.6
        assert shipped.info["labels"][language]["specificity"] > 5


def test_every_column_points_into_its_legend(shipped: MapFolder) -> None:
    for card in shipped.info["columns"]:
        values = shipped.columns[card["id"]]
        assert len(values) == shipped.count
        assert set(values.tolist()) <= {*range(len(card["legend"])), 255}


def test_labels_and_tiles_are_all_there(shipped: MapFolder) -> None:
    bounds = shipped.info["bounds"]
    for layer in shipped.labels["layers"]:
        for label in layer["labels"]:
            assert bounds["x_min"] <= label["x"] <= bounds["x_max"]
            assert bounds["y_min"] <= label["y"] <= bounds["y_max"]
    for level in shipped.info["atlas"]:
        assert level["tiles"] * level["columns"] * level["rows"] >= shipped.count
        assert all(shipped.tile_path(level["level"], t).is_file() for t in range(level["tiles"]))


def test_a_point_left_out_and_placed_again_lands_close_by(shipped: MapFolder) -> None:
    assert placing_error(MapLayout(shipped), range(0, shipped.count, 97))["median"] < 3


def test_the_whole_map_can_be_clicked(shipped: MapFolder) -> None:
    bounds = shipped.info["bounds"]
    for i in range(7):
        for j in range(7):
            x = bounds["x_min"] + (bounds["x_max"] - bounds["x_min"]) * i / 6
            y = bounds["y_min"] + (bounds["y_max"] - bounds["y_min"]) * j / 6
            parse(map_recipe(SHIPPED, x, y)["conditioning"])
