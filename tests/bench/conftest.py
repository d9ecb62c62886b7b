"""How fast this machine is, printed beside every figure."""

import time

import pytest
import torch


@pytest.fixture(scope="session", autouse=True)
def machine() -> None:
    threads = torch.get_num_threads()
    a = torch.randn(1024, 1024, generator=torch.Generator().manual_seed(0))
    best_s = float("inf")
    for _ in range(10):
        start = time.perf_counter()
        a @ a
        best_s = min(best_s, time.perf_counter() - start)
    print(f"\nmachine: {2 * 1024**3 / best_s / 1e9:.0f} GFLOP/s fp32 matmul on {threads} threads")
