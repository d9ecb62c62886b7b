from pathlib import Path

import numpy as np
import pytest

from inference.errors import InvalidInput
from inference.maps.files import MapFolder
from inference.maps.flat import aligned, laid_out
from inference.maps.kin import begun_like, kin_of
from inference.maps.stock import Item, read_source
from inference.registry import projectors
from tests.tiny import build_tiny_map, job


def test_points_are_known_again_by_their_words_and_noise(tmp_path: Path) -> None:
    other = MapFolder(build_tiny_map(tmp_path))
    source = job(tmp_path)["source"]
    items = read_source(source | {"seeds": [2, 9]}, {"model": "another"})
    here, there = kin_of(items, other)
    assert len(here) == 20
    assert [items[n].recipe["seed"] for n in here] == [2] * 20
    assert [other.recipe(int(n))["prompt"] for n in there] == [items[n].prompt for n in here]
    with pytest.raises(InvalidInput, match="0 of the points"):
        kin_of([Item({"prompt": "no", "seed": 4}, "no", "no", "no")], other)


def test_a_layout_begun_at_its_kin_stays_near_it_and_strangers_start_with_their_like() -> None:
    dice = np.random.default_rng(0)
    middles = np.repeat(dice.normal(size=(8, 32)), 40, 0)
    vectors = (middles + 0.2 * dice.normal(size=middles.shape)).astype(np.float32)
    umap = projectors["umap"]
    one, other = umap.check({}), umap.check({"seed": 7, "min_dist": 0.4})
    places = laid_out(vectors, umap, one)
    here = np.arange(0, 320, 2)
    start = begun_like(vectors, here, places[here])
    assert np.array_equal(start[here], places[here])
    strangers = np.arange(1, 320, 2)
    assert np.linalg.norm(start[strangers] - places[strangers], axis=1).mean() < 3

    def apart(xy: np.ndarray) -> float:
        return float(
            np.linalg.norm(aligned(xy, places[here], here.tolist()) - places, axis=1).mean()
        )

    kin = apart(laid_out(vectors, umap, other, start=start))
    alone = apart(laid_out(vectors, umap, other))
    assert kin < alone
    assert kin < 6  # of a square of 20
