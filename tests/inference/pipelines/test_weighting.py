"""Weights inside prompts."""

from collections.abc import Callable

import pytest
import torch

from inference.errors import InvalidInput
from inference.pipelines.weighting import bare, weighted
from tests.bench.parity import Pair

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("a (red)1.3 cat", "a red cat"),
        ("a red++ cat--", "a red cat"),
        ("(a (small)0.5 cat)2", "a small cat"),
        ("well-known", "well-known"),
    ],
)
def test_without_its_weights_a_prompt_is_words(said: str, words: str) -> None:
    assert bare(said) == words


@torch.no_grad()
def test_weights_beyond_all_numbers_are_refused(pair_of: Callable[[str], Pair]) -> None:
    pipe = pair_of("stable_diffusion").ours.pipe
    with pytest.raises(InvalidInput, match="too large"):
        weighted(pipe.tokenizer, pipe.text_encoder, f"a (cat){'9' * 39}")
