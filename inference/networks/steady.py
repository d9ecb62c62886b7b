"""Layers that give a row the same bits in a batch of two and in one of thirty-two.

On a CPU two layers change their kernel with the number of rows: products of two or three vectors
are summed in another order than those of four and more, and 1×1 convolutions on one thread turn to
another library at sixteen pictures. Neither is called with those numbers here.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

FEWEST_VECTORS, MOST_PICTURES = 4, 8


class SteadyLinear(nn.Linear):
    """A linear layer that sees at least four vectors at a time."""

    def forward(self, input: Tensor) -> Tensor:
        """Map `… in` to `… out`."""
        missing = FEWEST_VECTORS - len(input)
        if input.ndim != 2 or missing <= 0 or not len(input):
            return super().forward(input)
        return super().forward(torch.cat([input, input[:1].expand(missing, -1)]))[: len(input)]


class SteadyPointwise(nn.Conv2d):
    """A convolution of single pixels that sees at most eight pictures at a time."""

    def forward(self, input: Tensor) -> Tensor:
        """Map `n in h w` to `n out h w`."""
        if len(input) <= MOST_PICTURES:
            return super().forward(input)
        # The mother's method by name: inside a comprehension `super()` means something else.
        pieces = [nn.Conv2d.forward(self, piece) for piece in input.split(MOST_PICTURES)]
        return torch.cat(pieces)


def steadied(network: nn.Module) -> nn.Module:
    """Make the layers of a network steady, in place, and return it; weights stay where they are."""
    for layer in network.modules():
        if type(layer) is nn.Linear:
            layer.__class__ = SteadyLinear
        elif type(layer) is nn.Conv2d and layer.kernel_size == (1, 1):
            layer.__class__ = SteadyPointwise
    return network
