"""What is Stable Diffusion's own: CLIP's token states, weights in prompts, guidance as an input."""

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
def test_a_prompt_is_the_token_states_that_the_library_computes(pair_of: Pairs) -> None:
    pair = pair_of("stable_diffusion")
    theirs, _ = pair.theirs.encode_prompt(WORDS, "cpu", 1, False)
    assert pair.words.dim == 77 * WIDTH
    assert torch.equal(pair.words.values, theirs.flatten())


@torch.no_grad()
def test_weights_in_a_prompt_count_and_without_any_nothing_changes(pair_of: Pairs) -> None:
    ours = pair_of("stable_diffusion").ours
    plain = ours.encode("a red cat").values
    assert torch.allclose(ours.encode_weighted("a red cat").values, plain, atol=1e-5)
    more, less = (ours.encode_weighted(f"a (red){w} cat").values for w in (1.5, 0.5))
    assert not torch.allclose(more, plain, atol=1e-2)
    assert not torch.allclose(more, less, atol=1e-2)


@torch.no_grad()
def test_a_prompt_that_is_too_long_is_cut_and_not_refused(pair_of: Pairs) -> None:
    ours = pair_of("stable_diffusion").ours
    long = "cat " * 200
    assert ours.encode(long).dim == ours.encode_weighted(long).dim == 77 * WIDTH


def test_a_model_of_few_steps_says_so(pair_of: Pairs) -> None:
    card = pair_of("stable_diffusion_lcm").ours.card()
    assert (card["steps"]["default"], card["samplers"][0]) == (4, "lcm")
    # Guidance is an input of its network: there is no second pass to lead away from.
    assert not card["negative_prompt"]
    assert card["guidance_scale"]["default"] > 1


def test_velocities_alone_do_not_make_a_model_hurried(pair_of: Pairs) -> None:
    card = pair_of("stable_diffusion_v").ours.card()
    assert (card["steps"]["default"], card["guidance_scale"]["default"]) == (20, 7.5)
    assert card["samplers"][0] == "ddim"
