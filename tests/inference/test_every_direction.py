"""What is true of every way to learn a direction."""

import json

import pytest
import torch

from inference.core.noise import noise
from inference.core.vectors import Direction, Embedding
from inference.registry import Entry, directions


@pytest.fixture(params=list(directions))
def way(request: pytest.FixtureRequest) -> Entry:
    return directions[request.param]


def groups(way: Entry) -> list[list[Embedding]]:
    return [
        [Embedding(x + 2 * index, "s", "sphere") for x in noise(index, (6, 32))]
        for index, _ in enumerate(way.operands)
    ]


def test_it_says_what_it_does(way: Entry) -> None:
    card = way.card()
    assert json.loads(json.dumps(card)) == card
    assert card["summary"].endswith(".")
    assert 1 <= len(card["operands"]) <= 2


def test_it_learns_a_direction_of_the_points_space_and_always_the_same(way: Entry) -> None:
    found = way.call(*groups(way))
    assert isinstance(found, Direction)
    assert (found.space, found.geometry) == ("s", "sphere")
    assert found.values.shape == (32,)
    assert float(found.values.norm()) > 0
    assert torch.equal(found.values, way.call(*groups(way)).values)
