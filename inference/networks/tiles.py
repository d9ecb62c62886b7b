"""Batches of fixed sizes, so that a row's numbers do not depend on who shares its batch.

Matrix libraries choose their order of summation by the number of rows, and a float sum depends on
its order. With always the same number of rows, a row's result is the same bits in every place and
among any neighbours (batch invariance); `tests/inference/spaces` proves it for every space. A few
larger sizes may happen to give those very bits too, and `Tiles` finds out which.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

# So often a larger size has to give the bits of the smaller one before it is believed.
TRIALS = 2
MOST_ROWS = 32
# A piece that is filled up to the next size should be nearly full already.
NEARLY_FULL = 0.75


class Tiles:
    """A network that is called in pieces of a few sizes, all of which give a row the same bits.

    The smallest size, `rows`, is right by definition. Twice as large a one is tried on real work:
    the piece is carried out both ways, and the larger size is used from then on if every bit was
    the same, and never again if one was not.
    """

    def __init__(
        self, network: Callable[..., Tensor], rows: int, most: int = MOST_ROWS, trials: int = TRIALS
    ) -> None:
        self._network, self._rows, self._most, self._trials = network, rows, most, trials
        self.believed = rows
        self._agreed = 0

    def __call__(self, *inputs: Tensor) -> Tensor:
        """Call the network on inputs (n, …) and join what it returns.

        What a piece lacks is filled up with copies of its first row, which are computed and
        dropped.
        """
        count = len(inputs[0])
        if not count:
            return self._network(*inputs)
        pieces, start = [], 0
        while start < count:
            size = self._size(count - start)
            pieces.append(self._carried(*(_filled(x[start : start + size], size) for x in inputs)))
            start += size
        return torch.cat(pieces)[:count] if len(pieces) > 1 else pieces[0][:count]

    def _size(self, left: int) -> int:
        if 2 * self.believed <= min(left, self._most):
            return 2 * self.believed  # on trial
        size = self.believed
        while size > self._rows and left < NEARLY_FULL * size:
            size //= 2
        return size

    def _carried(self, *inputs: Tensor) -> Tensor:
        size = len(inputs[0])
        if size <= self.believed:
            return self._network(*inputs)
        half = self.believed
        halves = [self._network(*(x[at : at + half] for x in inputs)) for at in (0, half)]
        expected = torch.cat(halves)
        if bool(torch.isfinite(expected).all()):  # what is no number proves nothing
            self._judge(torch.equal(self._network(*inputs), expected))
        return expected

    def _judge(self, equal: bool) -> None:
        self._agreed = self._agreed + 1 if equal else 0
        if not equal:
            self._most = self.believed
        elif self._agreed >= self._trials:
            self.believed, self._agreed = 2 * self.believed, 0


def tiled(network: Callable[..., Tensor], rows: int, *inputs: Tensor) -> Tensor:
    """Call a network on inputs (n, …) in pieces of exactly `rows` rows and join what it returns."""
    return Tiles(network, rows, most=rows)(*inputs)


def _filled(x: Tensor, rows: int) -> Tensor:
    missing = rows - len(x)
    return torch.cat([x, x[:1].expand(missing, *x.shape[1:])]) if missing > 0 else x
