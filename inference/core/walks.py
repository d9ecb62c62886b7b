"""Carrying a walk out: a generator that asks for one row of a forward pass after another."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any, TypeVar

T = TypeVar("T")


def alone(walk: Generator[Any, Any, T], forward: Callable[[list[Any]], Any]) -> T:
    """Carry a walk out without company; return what it ends at.

    `forward` answers a list of asks with as many rows.
    """
    try:
        ask = next(walk)
        while True:
            ask = walk.send(forward([ask])[0])
    except StopIteration as end:
        found: T = end.value
        return found
