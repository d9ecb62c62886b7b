"""Toy models of every family, opened by Rashin and by the library's users, once for all tests."""

from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from tests.bench.parity import Pair, opened


@pytest.fixture(scope="session")
def pair_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Pair]:
    folder: Path = tmp_path_factory.mktemp("toys")
    known: dict[str, Pair] = {}

    def pair(kind: str) -> Pair:
        if kind not in known:
            torch.set_num_threads(1)
            known[kind] = opened(kind, folder / kind)
        return known[kind]

    return pair
