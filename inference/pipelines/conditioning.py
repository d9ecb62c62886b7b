"""The several tensors that a text encoder returns, as one vector and back."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch
    from torch import Tensor

# A mask is a vector's part too, so mixing two prompts mixes their masks; more than a trace counts.
TRACE = 1e-3


@dataclass(frozen=True)
class Parts:
    """The names and shapes of what words become, in the order in which they are laid out.

    Parts whose name ends in `mask` say which tokens are words.
    """

    shapes: tuple[tuple[str, tuple[int, ...]], ...]

    @property
    def dim(self) -> int:
        """Return how many numbers all parts have together."""
        return sum(math.prod(shape) for _, shape in self.shapes)

    def pack(self, tensors: Mapping[str, Tensor]) -> Tensor:
        """Return one float32 vector (dim,) on the CPU from tensors (1, *shape)."""
        import torch

        for name, shape in self.shapes:
            found = tuple(tensors[name].shape)
            if found != (1, *shape):
                raise ValueError(f"{name} is {found}, not {(1, *shape)}")
        flat = [tensors[name].detach().float().cpu().flatten() for name, _ in self.shapes]
        return torch.cat(flat)

    def unpack(self, values: Tensor, device: torch.device, dtype: torch.dtype) -> dict[str, Tensor]:
        """Return the tensors (1, *shape) of a vector (dim,)."""
        sizes = [math.prod(shape) for _, shape in self.shapes]
        found = {}
        for (name, shape), part in zip(self.shapes, values.split(sizes), strict=True):
            if name.endswith("mask"):
                found[name] = (part > TRACE).long().reshape(1, *shape).to(device)
            else:
                found[name] = part.reshape(1, *shape).to(device, dtype)
        return found
