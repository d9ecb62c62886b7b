"""What is true of every way to flatten a cloud of vectors."""

import json

import pytest
import torch

from inference.contracts import Layout
from inference.core.noise import noise
from inference.registry import projectors

FAST = [pytest.param(id, marks=[pytest.mark.slow] if id == "umap" else []) for id in projectors]


@pytest.mark.parametrize("id", list(projectors))
def test_it_says_what_it_does(id: str) -> None:
    card = projectors[id].card()
    assert json.loads(json.dumps(card)) == card
    assert [operand["name"] for operand in card["operands"]] == ["vectors"]
    assert card["summary"].endswith(".")
    assert all(knob.get("title") for knob in card["knobs"]["properties"].values())


@pytest.mark.parametrize("id", FAST)
def test_it_gives_every_vector_a_place_and_newcomers_too_without_moving_anybody(id: str) -> None:
    vectors = noise(1, (60, 16))
    layout = projectors[id].call(vectors.clone())
    assert isinstance(layout, Layout)
    assert layout.xy.shape == (60, 2)
    assert bool(layout.xy.isfinite().all())
    before = layout.xy.clone()
    placed = layout.place(noise(2, (5, 16)))
    assert placed.shape == (5, 2)
    assert torch.equal(placed, layout.place(noise(2, (5, 16))))
    assert torch.equal(layout.xy, before)
    assert torch.equal(projectors[id].call(vectors).xy, before)
