"""Begun late, a text-to-image call is the library's image-to-image."""

from collections.abc import Callable
from dataclasses import replace

import pytest
import torch

from tests.bench.parity import Cell, Pair

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]
SAMPLERS = ["pndm", "ddim", "euler", "euler_ancestral", "heun", "dpmpp_2m", "unipc", "deis", "lms"]


@pytest.mark.parametrize("sampler", SAMPLERS)
@torch.no_grad()
def test_a_late_beginning_is_image_to_image(sampler: str, pair_of: Callable[[str], Pair]) -> None:
    pair = pair_of("stable_diffusion")
    cell = Cell(sampler, 3.0, picture=True)
    theirs = pair.called(cell)
    kept, pair.ours._pictures = pair.ours._pictures, None
    try:
        late = pair.walked([cell])[0]
    finally:
        pair.ours._pictures = kept
    assert torch.equal(late, theirs)


@torch.no_grad()
def test_the_less_strength_the_nearer_to_the_picture(pair_of: Callable[[str], Pair]) -> None:
    pair = pair_of("pixart")
    clean = pair.ours._encoded(pair.picture).flatten()
    cell = Cell("ddim", 1.0, picture=True)
    far = []
    for strength in (0.2, 0.6, 1.0):
        said = replace(pair.sampling(cell), strength=strength)
        walk, point = pair.ours.walk, pair.ours.noise(5, pair.side, pair.side)
        steps = walk(point, pair.words, said)
        step, taken = next(steps), 1
        try:
            while True:
                step = steps.send(pair.ours.forward([step])[0])
                taken += 1
        except StopIteration as end:
            far.append((taken, float((end.value.values - clean).norm())))
    assert [taken for taken, _ in far] == [1, 3, 5]
    assert far[0][1] < far[1][1] < far[2][1]
