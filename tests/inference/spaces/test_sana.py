"""What is SANA's own: wanted words come under an instruction, unwanted ones do not."""

import inspect
from collections.abc import Callable

import pytest
import torch

from tests.bench.parity import AGAINST, WORDS, Pair
from tests.toy_models import WIDTH

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]
Pairs = Callable[[str], Pair]


@torch.no_grad()
def test_both_kinds_of_words_are_what_the_library_computes(pair_of: Pairs) -> None:
    pair = pair_of("sana")
    call = inspect.signature(type(pair.theirs).__call__).parameters
    wanted, mask, unwanted, other = pair.theirs.encode_prompt(
        WORDS,
        negative_prompt=AGAINST,
        complex_human_instruction=call["complex_human_instruction"].default,
    )
    assert pair.words.dim == 300 * (WIDTH + 1)
    for ours, states, seen in ((pair.words, wanted, mask), (pair.against, unwanted, other)):
        assert torch.equal(ours.values, torch.cat([states.flatten(), seen.flatten().float()]))
