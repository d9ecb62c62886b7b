"""Which figures want a GPU, and how to try their code without one."""

from __future__ import annotations

import os

import pytest
import torch

SIZE = os.environ.get("RASHIN_BENCH_SIZE", "whole")
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
needs_gpu = pytest.mark.skipif(
    SIZE == "whole" and not torch.cuda.is_available(),
    reason="no CUDA device here; RASHIN_BENCH_SIZE=toy tries the code on a CPU",
)


def matmul_tflops(size: int = 8192, tries: int = 20) -> float:
    """The rate of a large bf16 product on this device, in TFLOP/s."""
    if DEVICE == "cpu":
        size, tries = 512, 5
    a = torch.randn(size, size, device=DEVICE).to(torch.bfloat16)
    best_s = float("inf")
    for _ in range(tries):
        best_s = min(best_s, timed(lambda: a @ a))
    return 2 * size**3 / best_s / 1e12


def timed(work: object) -> float:
    """Seconds of a piece of work on the device, waiting for it to be done."""
    import time

    if DEVICE == "cuda":
        torch.cuda.synchronize()
    start = time.perf_counter()
    work()  # type: ignore[operator]
    if DEVICE == "cuda":
        torch.cuda.synchronize()
    return time.perf_counter() - start
