"""What is SDXL's own: two encoders, a pooled vector, and silence that is zeros."""

from collections.abc import Callable

import pytest
import torch

from tests.bench.parity import WORDS, Pair
from tests.toy_models import WIDTH

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]
Pairs = Callable[[str], Pair]


@torch.no_grad()
def test_a_prompt_is_both_token_states_and_the_pooled_vector(pair_of: Pairs) -> None:
    pair = pair_of("stable_diffusion_xl")
    states, _, pooled, _ = pair.theirs.encode_prompt(WORDS, do_classifier_free_guidance=False)
    assert pair.words.dim == 77 * 2 * WIDTH + WIDTH
    assert torch.equal(pair.words.values, torch.cat([states.flatten(), pooled.flatten()]))


@torch.no_grad()
def test_silence_is_zeros_where_the_model_was_trained_so(pair_of: Pairs) -> None:
    ours = pair_of("stable_diffusion_xl").ours
    assert all(not part.any() for part in ours.no_words().values())
    assert any(part.any() for part in ours.words("").values())


@torch.no_grad()
def test_the_pooled_vector_of_a_weighted_prompt_is_that_of_the_bare_one(pair_of: Pairs) -> None:
    ours = pair_of("stable_diffusion_xl").ours
    weighted, plain = ours.encode_weighted("a (red)1.5 cat++").values, ours.encode("a red cat")
    assert torch.equal(weighted[-WIDTH:], plain.values[-WIDTH:])
    assert not torch.allclose(weighted[:-WIDTH], plain.values[:-WIDTH], atol=1e-2)


def test_turbo_draws_in_four_steps_without_guidance(pair_of: Pairs) -> None:
    card = pair_of("stable_diffusion_xl_turbo").ours.card()
    assert (card["steps"]["default"], card["guidance_scale"]["default"]) == (4, 1.0)
    assert card["samplers"][0] == "euler_ancestral"
