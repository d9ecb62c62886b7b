"""Overhearing the middle of a denoiser while it walks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor

from inference.contracts import Listens
from inference.core.folding import folded
from inference.errors import InvalidInput


class Listener:
    """Keeps what the middle block of a model said last."""

    def __init__(self, space: Any) -> None:
        if not isinstance(space, Listens):
            raise InvalidInput(
                "the model has no middle to listen to", expected="a model with the verb listen"
            )
        self._space, self._said = space, None
        self.rows = int(getattr(space, "rows_forward", 1))

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Listen inside the block, and leave the model as it was."""

        def hear(_: Any, __: Any, output: Any) -> None:
            self._said = output

        hook = self._space.middle().register_forward_hook(hear)
        try:
            yield
        finally:
            hook.remove()

    def of(self, count: int) -> Tensor:
        """Return what the first `count` asks of the last pass heard, (count, channels)."""
        found: Tensor = self._space.heard(self._said, count)
        return found


def stacked(values: Sequence[Tensor]) -> Tensor:
    """Return vectors of equal length as rows (n, dim), very long ones folded."""
    return torch.cat([folded(value.flatten().float().cpu()[None]) for value in values])
