"""What is SD3's own: three encoders in a row, of which the largest may be missing."""

from collections.abc import Callable

import pytest
import torch

from tests.bench.parity import Pair
from tests.toy_models import WIDTH

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]
Pairs = Callable[[str], Pair]
DIM = (77 + 256) * 2 * WIDTH + 2 * WIDTH


@torch.no_grad()
def test_without_its_largest_encoder_words_keep_their_place(pair_of: Pairs) -> None:
    whole, less = (
        pair_of(kind) for kind in ("stable_diffusion_3", "stable_diffusion_3_without_t5")
    )
    assert whole.words.dim == less.words.dim == DIM
    states = less.words.values[: -2 * WIDTH].reshape(77 + 256, 2 * WIDTH)
    assert states[:77].any()
    assert not states[77:].any()
    assert whole.words.values[: -2 * WIDTH].reshape(77 + 256, 2 * WIDTH)[77:].any()


def test_its_samplers_are_those_of_flows(pair_of: Pairs) -> None:
    card = pair_of("stable_diffusion_3").ours.card()
    assert card["samplers"] == ["flow_euler", "flow_heun", "flow_dpmpp_2m", "flow_unipc"]
    assert [way["sampler"] for way in card["inversions"]] == ["flow_euler"] * 2
