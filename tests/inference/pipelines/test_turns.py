"""Parts take turns on a device, and draw what they draw together."""

from collections.abc import Callable

import pytest
import torch

from inference.pipelines.turns import Turn, stay, take_turns
from tests.bench.parity import Cell, Pair

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]


@torch.no_grad()
def test_taking_turns_changes_no_picture_and_leaves_no_hook(
    pair_of: Callable[[str], Pair],
) -> None:
    pair = pair_of("stable_diffusion")
    cell = Cell("ddim", 4.0, picture=True)
    before = pair.walked([cell])[0]
    take_turns(pair.ours.pipe, "cpu")
    try:
        assert pair.ours.pipe._execution_device.type == "cpu"
        assert torch.equal(pair.walked([cell])[0], before)
    finally:
        stay(pair.ours.pipe)
    parts = [part for part in pair.ours.pipe.components.values() if hasattr(part, "modules")]
    assert not any(hasattr(module, "_hf_hook") for part in parts for module in part.modules())
    assert torch.equal(pair.walked([cell])[0], before)


def test_whoever_comes_sends_the_other_away() -> None:
    floor: list[torch.nn.Module] = []
    first, second = torch.nn.Linear(2, 2), torch.nn.Linear(2, 2)
    turn = Turn("meta", floor)
    turn.pre_forward(first)
    assert first.weight.device.type == "meta"
    other = Turn("cpu", floor)
    first.to_empty(device="cpu")
    other.pre_forward(second)
    assert floor == [second]
