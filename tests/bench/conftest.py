"""How fast this machine is, printed beside every figure, and the report of the run."""

import time
from collections.abc import Iterator

import pytest
import torch

from inference.engine.process import default_threads, keep_freed_memory
from tests.bench.protocol import Report, machine_facts


def matmul_gflops(size: int = 1024, tries: int = 10) -> float:
    a = torch.randn(size, size, generator=torch.Generator().manual_seed(0))
    best_s = float("inf")
    for _ in range(tries):
        start = time.perf_counter()
        a @ a
        best_s = min(best_s, time.perf_counter() - start)
    return 2 * size**3 / best_s / 1e9


@pytest.fixture(scope="session", autouse=True)
def report() -> Iterator[Report]:
    keep_freed_memory()
    torch.set_num_threads(default_threads())  # as many as a worker has
    told = Report(machine_facts(matmul_gflops(), torch.get_num_threads()))
    print(f"\nmachine: {told.machine}")
    yield told
    if told.rows:
        print(f"\nreport: {told.write()}")
