"""What is PixArt's own: a mask over its words, and sizes that its largest models are told."""

from collections.abc import Callable

import pytest
import torch

from inference.core.vectors import Embedding
from tests.bench.parity import Cell, Pair
from tests.toy_models import WIDTH

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]
Pairs = Callable[[str], Pair]


@torch.no_grad()
def test_sigma_reads_longer_prompts(pair_of: Pairs) -> None:
    for kind, tokens in (("pixart", 120), ("pixart_sigma", 300)):
        assert pair_of(kind).words.dim == tokens * (WIDTH + 1)


@torch.no_grad()
def test_half_of_two_prompts_attends_to_the_words_of_both(pair_of: Pairs) -> None:
    ours = pair_of("pixart").ours
    short, long = ours.encode("cat"), ours.encode("a large red cat on a mat")
    half = Embedding((short.values + long.values) / 2, short.space, "flat")
    masks = [
        ours.parts.unpack(each.values, ours.device, torch.float32)["prompt_attention_mask"]
        for each in (short, long, half)
    ]
    assert torch.equal(masks[2], masks[0] | masks[1])


@torch.no_grad()
def test_pictures_of_different_sizes_do_not_share_a_pass(pair_of: Pairs) -> None:
    pair = pair_of("pixart_1024")
    step = next(pair.begun(Cell("ddim", 4.0)))
    told = step.ask.arguments["added_cond_kwargs"]["resolution"]
    assert told.tolist() == [[pair.side, pair.side]] * 2
