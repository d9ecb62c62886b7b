"""Batches of one fixed size, so that a row's numbers do not depend on who shares its batch.

Matrix libraries choose their order of summation by the number of rows, and a float sum depends on
its order. With always the same number of rows, a row's result is the same bits in every place and
among any neighbours (batch invariance); `tests/inference/spaces` proves it for every space.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor


def tiled(network: Callable[..., Tensor], rows: int, *inputs: Tensor) -> Tensor:
    """Call a network on inputs (n, …) in pieces of exactly `rows` rows and join what it returns.

    The last piece is filled up with copies of its first row, which are computed and dropped.
    """
    count = len(inputs[0])
    if not count:
        return network(*inputs)
    pieces = [
        network(*(_filled(x[start : start + rows], rows) for x in inputs))
        for start in range(0, count, rows)
    ]
    return torch.cat(pieces)[:count] if len(pieces) > 1 else pieces[0][:count]


def _filled(x: Tensor, rows: int) -> Tensor:
    missing = rows - len(x)
    return torch.cat([x, x[:1].expand(missing, *x.shape[1:])]) if missing else x
