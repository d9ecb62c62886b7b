"""What is true of every way to flatten a cloud of vectors."""

import json

import pytest
import torch

from inference.contracts import Layout
from inference.core.noise import noise
from inference.registry import projectors

# What else a projector may be given by position: an arrow it must have, or a tensor it can do without.
OTHERS = {"labels", "start", "right", "up"}


def given(id: str, dim: int) -> dict[str, torch.Tensor]:
    names = [operand["name"] for operand in projectors[id].card()["operands"]]
    arrows = [name for name in names if name in {"right", "up"}]
    return {name: noise(5 + place, (dim,)) for place, name in enumerate(arrows)}


@pytest.mark.parametrize("id", list(projectors))
def test_it_says_what_it_does(id: str) -> None:
    card = projectors[id].card()
    assert json.loads(json.dumps(card)) == card
    names = [operand["name"] for operand in card["operands"]]
    assert names[0] == "vectors"
    assert set(names[1:]) <= OTHERS
    assert card["summary"].endswith(".")
    assert all(knob.get("title") for knob in card["knobs"]["properties"].values())


@pytest.mark.parametrize("id", list(projectors))
def test_it_gives_every_vector_a_place_and_newcomers_too_without_moving_anybody(id: str) -> None:
    vectors = noise(1, (60, 16))
    layout = projectors[id].call(vectors.clone(), **given(id, 16))
    assert isinstance(layout, Layout)
    assert layout.xy.shape == (60, 2)
    assert bool(layout.xy.isfinite().all())
    before = layout.xy.clone()
    placed = layout.place(noise(2, (5, 16)))
    assert placed.shape == (5, 2)
    assert torch.equal(placed, layout.place(noise(2, (5, 16))))
    assert torch.equal(layout.xy, before)
    assert torch.equal(projectors[id].call(vectors, **given(id, 16)).xy, before)


@pytest.mark.parametrize("id", list(projectors))
def test_equal_vectors_and_a_handful_of_them_still_make_a_layout(id: str) -> None:
    for vectors in (torch.ones(8, 16), noise(3, (3, 16)), noise(4, (8, 2)).repeat(1, 8)):
        xy = projectors[id].call(vectors, **given(id, 16)).xy
        assert bool(xy.isfinite().all())
