"""Whether a pass runs in bfloat16 or float32, decided by timing it."""

from __future__ import annotations

import time

import torch
from torch import Tensor, nn

WORTHWHILE = 0.8


class Precision:
    """The faster of two number types for a network on this machine.

    Some CPUs run bfloat16 twice as fast and others a hundred times slower; no flag says which.
    """

    def __init__(self, network: nn.Module, example: Tensor) -> None:
        self._device = example.device.type
        with torch.no_grad():
            halved = self._seconds(torch.bfloat16, network, example)
            full = self._seconds(torch.float32, network, example)
        self.dtype = torch.bfloat16 if halved < WORTHWHILE * full else torch.float32

    def cast(self) -> torch.autocast:
        """Return a context in which heavy operations use the chosen type."""
        return torch.autocast(self._device, self.dtype, enabled=self.dtype != torch.float32)

    def _seconds(self, dtype: torch.dtype, network: nn.Module, example: Tensor) -> float:
        best = float("inf")
        for _ in range(3):
            start = time.perf_counter()
            with torch.autocast(self._device, dtype, enabled=dtype != torch.float32):
                network(example)
            if self._device == "cuda":
                torch.cuda.synchronize()
            best = min(best, time.perf_counter() - start)
        return best
