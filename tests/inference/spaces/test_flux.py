"""What is FLUX's own: latents in tokens of 2×2 cells, and guidance that is an input or nothing."""

from collections.abc import Callable

import pytest
import torch

from inference.core.noise import noise
from tests.bench.parity import Cell, Pair

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]
Pairs = Callable[[str], Pair]


def test_folding_latents_to_tokens_loses_nothing(pair_of: Pairs) -> None:
    ours = pair_of("flux").ours
    latents = noise(1, (1, *ours.latent_shape(64, 48)))
    tokens = ours.for_call(latents)
    assert tokens.shape == (1, 16 * 12, 16)
    assert torch.equal(ours.from_call(tokens, 64, 48), latents)


def test_guidance_is_a_knob_only_where_it_was_trained_in(pair_of: Pairs) -> None:
    dev, schnell = (pair_of(kind).ours.card() for kind in ("flux", "flux_schnell"))
    assert (dev["steps"]["default"], dev["guidance_scale"]["default"]) == (20, 3.5)
    assert schnell["steps"]["default"] == 4
    assert schnell["guidance_scale"] == {"min": 1.0, "max": 1.0, "default": 1.0}
    assert not dev["negative_prompt"]
    assert not schnell["negative_prompt"]


@torch.no_grad()
def test_one_row_is_enough_and_rows_of_other_guidance_share_a_pass(pair_of: Pairs) -> None:
    pair = pair_of("flux")
    steps = [next(pair.begun(Cell("flow_euler", scale))) for scale in (1.0, 4.0)]
    assert [step.rows for step in steps] == [1, 1]
    assert steps[0].key == steps[1].key
    assert [float(step.ask.arguments["guidance"]) for step in steps] == [1.0, 4.0]
