"""Estimates before loading, held against what loading takes."""

from collections.abc import Callable

import pytest
import torch

from inference.pipelines.memory import estimate, loaded_bytes
from tests.bench.parity import Pair
from tests.toy_models import FAMILIES

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]
Pairs = Callable[[str], Pair]


@pytest.mark.parametrize("family", list(FAMILIES))
def test_weights_are_counted_from_headers_to_the_byte(family: str, pair_of: Pairs) -> None:
    ours = pair_of(family).ours
    for role, part in ours.description.parts.items():
        network = getattr(ours.pipe, role)
        if isinstance(network, torch.nn.Module):
            # Tied weights are there once, tables that are not in the file not at all.
            held = {
                t.data_ptr(): t.numel() * t.element_size() for t in network.state_dict().values()
            }
            assert loaded_bytes(part, "float32") == sum(held.values()), role


def test_half_the_numbers_half_the_bytes_and_offloading_holds_less(pair_of: Pairs) -> None:
    description = pair_of("flux").ours.description
    full, half = (estimate(description, dtype) for dtype in ("float32", "bfloat16"))
    assert half.weights_bytes == full.weights_bytes // 2
    ways = [
        estimate(description, "bfloat16", way).resident_bytes
        for way in ("none", "model", "sequential")
    ]
    assert ways == sorted(ways, reverse=True)
    assert len(set(ways)) == 3


def test_a_larger_picture_needs_more(pair_of: Pairs) -> None:
    description = pair_of("stable_diffusion").ours.description
    small, large = (estimate(description, "float32", side=side) for side in (256, 1024))
    assert large.workspace_bytes > 4 * small.workspace_bytes / 2
    assert large.weights_bytes == small.weights_bytes
