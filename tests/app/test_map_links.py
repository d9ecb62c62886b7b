"""Links between maps, growing by true neighbours, and captions, on the shipped map."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from starlette.testclient import TestClient

from app.api.grow import grown
from app.main import create_app
from app.map_links import disagreement, partners
from app.settings import Settings
from inference.maps.fields import sign_of
from inference.maps.files import MapFolder
from tests.app.conftest import ADDRESS, wait_until_ready
from tests.twin_map import SHIPPED, write_twin

MAP = "/api/v1/maps/emoji-vector"


@pytest.fixture(scope="module")
def two(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[TestClient, MapFolder, MapFolder]]:
    """The shipped map, and the same one with the neighbours of half its points taken from elsewhere."""
    data: Path = tmp_path_factory.mktemp("data")
    twin = write_twin(data / "maps")
    app = create_app(Settings(data_dir=data, toy=True))
    with TestClient(app, base_url=ADDRESS) as web:
        yield web, MapFolder(SHIPPED), twin


def test_a_map_agrees_with_itself_and_not_with_strangers(
    two: tuple[TestClient, MapFolder, MapFolder],
) -> None:
    _, here, twin = two
    to = partners(here, here)
    assert (to >= 0).all()
    unique = to == np.arange(here.count)
    assert (disagreement(here, here, to)[unique] == 0).mean() > 0.99
    differ = disagreement(here, twin, partners(here, twin))
    half = here.count // 2
    assert differ[:half][unique[:half]].mean() > 0.9
    assert differ[half:][unique[half:]].mean() < 0.05


def test_a_link_travels_as_columns(two: tuple[TestClient, MapFolder, MapFolder]) -> None:
    web, here, _ = two
    assert web.get(f"{MAP}/links").json()["items"][0]["map"] == "twin"
    said = web.get(f"{MAP}/links/twin")
    magic, count = struct.unpack_from("<8sI", said.content)
    assert (magic, count, len(said.content)) == (b"RSHNLNK1", here.count, 12 + 5 * here.count)
    again = web.get(f"{MAP}/links/twin", headers={"if-none-match": said.headers["etag"]})
    assert again.status_code == 304
    assert web.get(f"{MAP}/links/nowhere").status_code == 404


def test_growing_follows_the_true_neighbours(two: tuple[TestClient, MapFolder, MapFolder]) -> None:
    web, here, _ = two
    said = web.post(f"{MAP}/grow", json={"points": [7, 8], "k": 3}).json()["points"]
    wanted = {7, 8, *here.neighbours[7, :3].tolist(), *here.neighbours[8, :3].tolist()}
    assert said == sorted(wanted)
    # A newcomer stays chosen; it is nobody's stored neighbour.
    assert grown(here, [here.count + 4], 5) == [here.count + 4]
    assert web.post(f"{MAP}/grow", json={"points": []}).status_code == 422
    assert web.post(f"{MAP}/grow", json={"points": [1], "k": 16}).status_code == 422


def test_captions_come_many_at_a_time_in_both_languages(
    two: tuple[TestClient, MapFolder, MapFolder],
) -> None:
    web, here, _ = two
    found = web.post(f"{MAP}/captions", json={"points": [5, 3, 10**9]}).json()["items"]
    assert [each["n"] for each in found] == [5, 3]
    card = here.card(5)
    assert (found[0]["title"], found[0]["prompt"]) == (card["title"], card["prompt"])
    assert web.post(f"{MAP}/captions", json={"points": []}).status_code == 422


def test_a_part_of_a_map_is_compared_among_what_both_have(
    two: tuple[TestClient, MapFolder, MapFolder],
) -> None:
    _, here, _ = two
    to = partners(here, here).copy()
    to[np.arange(here.count) % 40 != 0] = -1
    differ = disagreement(here, here, to)
    assert ((differ >= 0) == (to >= 0)).all()
    assert differ[to >= 0].mean() < 0.05  # equal recipes are one picture


def test_where_two_maps_disagree_is_told_by_region_and_picture(
    two: tuple[TestClient, MapFolder, MapFolder],
) -> None:
    web, here, _ = two
    wait_until_ready(web)
    said = web.get(f"{MAP}/links/twin/summary").json()
    assert (said["here"], said["there"], said["shared"]) == (here.count, here.count, here.count)
    assert 0.4 < said["mean"] < 0.6
    means = [region["mean"] for region in said["regions"]]
    assert means == sorted(means, reverse=True)
    assert means[0] > 0.9 > 0.1 > means[-1]
    # Only points of the first half have other neighbours there.
    assert all(odd["disagreement"] > 0.9 and odd["n"] < here.count // 2 for odd in said["most"])
    assert len({odd["title"]["en"] for odd in said["most"]}) == len(said["most"])


def test_recipes_in_full_and_in_short_are_the_same() -> None:
    short = {"model": "a", "prompt": 'a "red" cat', "seed": 7}
    full = {"model": "b", "conditioning": '"a \\"red\\" cat"', "noise": "noise(7)", "steps": 4}
    assert sign_of(short, whole=False) == sign_of(full, whole=False)
    assert sign_of(short, whole=True) != sign_of(full, whole=True)
