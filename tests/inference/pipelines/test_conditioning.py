"""Words become one vector and are the same tensors again."""

import pytest
import torch

from inference.core.noise import noise
from inference.pipelines.conditioning import Parts

PARTS = Parts((("prompt_embeds", (3, 4)), ("pooled", (2,)), ("attention_mask", (3,))))


def test_packed_and_unpacked_nothing_is_lost() -> None:
    tensors = {
        "pooled": noise(1, (1, 2)),
        "prompt_embeds": noise(2, (1, 3, 4)),
        "attention_mask": torch.tensor([[1, 1, 0]]),
    }
    found = PARTS.unpack(PARTS.pack(tensors), torch.device("cpu"), torch.float32)
    assert PARTS.dim == 17
    assert found["attention_mask"].dtype == torch.int64
    assert all(torch.equal(found[name], tensor) for name, tensor in tensors.items())


def test_a_trace_of_a_mask_does_not_count_and_a_part_does() -> None:
    values = torch.zeros(17)
    values[-3:] = torch.tensor([0.5, 1e-4, -0.2])
    mask = PARTS.unpack(values, torch.device("cpu"), torch.float32)["attention_mask"]
    assert mask.tolist() == [[1, 0, 0]]


def test_tensors_of_another_shape_are_named() -> None:
    with pytest.raises(ValueError, match="pooled is"):
        PARTS.pack({"prompt_embeds": noise(1, (1, 3, 4)), "pooled": noise(1, (1, 3))})
