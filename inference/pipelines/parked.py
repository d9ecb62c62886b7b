"""A diffusers pipeline as a generator: its own call, parked whenever it wants its denoiser.

The call runs in a greenlet, on a shallow copy of the pipeline whose denoiser is a stand-in. Calling
the stand-in parks the greenlet and hands the arguments out as an `Ask`; `carry_out` joins the rows
of many asks into one real pass. Loops, guidance and schedulers are the library's, so the latents
are too.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Generator, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import torch
from greenlet import GreenletExit, getcurrent, greenlet
from torch import Tensor

T = TypeVar("T")
# Two rows are one render with guidance; a lone row is filled up with a copy of itself.
TILE_ROWS = 2


@dataclass(frozen=True, eq=False)
class Ask:
    """One call of a denoiser: `arguments` by position or name, the first of them (rows, …)."""

    arguments: Mapping[int | str, Any]

    @cached_property
    def rows(self) -> int:
        """Return how many rows of a batch this is."""
        return len(self.arguments[0 if 0 in self.arguments else next(iter(self.arguments))])

    @cached_property
    def key(self) -> Hashable:
        """Return what asks must have in common to share a pass."""
        return tuple((where, self._likeness(value)) for where, value in self.leaves())

    def leaves(self) -> Iterator[tuple[Hashable, Any]]:
        """Yield every argument with its place, those inside dictionaries one by one."""
        for where, value in self.arguments.items():
            if isinstance(value, Mapping):
                yield from (((where, name), inner) for name, inner in value.items())
            else:
                yield where, value

    def _likeness(self, value: Any) -> Hashable:
        if not isinstance(value, Tensor):
            return repr(value)
        if value.ndim == 0:
            return "one for all rows"  # a timestep: it becomes one number for each row
        shared = len(value) != self.rows
        return tuple(value.shape[1:]), str(value.dtype), value.numpy().tobytes() if shared else b""


class StandIn:
    """Looks like a denoiser and parks whoever calls it."""

    def __init__(self, real: Any) -> None:
        self._real = real

    def __getattr__(self, name: str) -> Any:
        """Answer for the real one: config, dtype, device."""
        return getattr(self._real, name)

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """Park, and return what the driver sends."""
        driver = getcurrent().parent
        asked: dict[int | str, Any] = {}
        asked.update(enumerate(arguments))
        for name, value in named.items():
            asked[name] = value
        return driver.switch(Ask(asked))


def parked(
    pipeline: Any, denoiser: str, scheduler: Any, call: Callable[[Any], T]
) -> Generator[Ask, Any, T]:
    """Run `call(copy)` on a copy of the pipeline with its own scheduler; return what it returns.

    Yields an `Ask` for every pass of the component called `denoiser` and wants its result. Closing
    the generator unwinds the call, `finally` blocks included; the pipeline itself is never changed.
    """
    own = copy.copy(pipeline)
    setattr(own, denoiser, StandIn(getattr(pipeline, denoiser)))
    own.scheduler = scheduler
    child = greenlet(call)
    said = child.switch(own)
    try:
        while not child.dead:
            result = yield said
            said = child.switch(result)
    finally:
        if not child.dead:
            child.throw(GreenletExit)
    done: T = said
    return done


def carry_out(network: Callable[..., Any], asks: Sequence[Ask]) -> list[tuple[Tensor, ...]]:
    """Return the result of every ask (all of one key), from passes over tiles of two rows.

    A row's bits do not depend on its company, as in `inference.networks.tiles`.
    """
    first = asks[0]
    counts = [ask.rows for ask in asks]
    leaves = [dict(ask.leaves()) for ask in asks]
    joined = {
        where: _joined([found[where] for found in leaves], counts) for where, _ in first.leaves()
    }
    total = sum(counts)
    pieces = []
    for start in range(0, total, TILE_ROWS):
        rows = torch.arange(start, start + TILE_ROWS).clamp(max=total - 1)
        pieces.append(_called(network, first, joined, rows, total))
    outputs = [torch.cat(part)[:total].split(counts) for part in zip(*pieces, strict=True)]
    return [tuple(output[place] for output in outputs) for place in range(len(asks))]


def _joined(values: Sequence[Any], counts: Sequence[int]) -> Any:
    first = values[0]
    if not isinstance(first, Tensor):
        return first
    if first.ndim == 0:
        return torch.cat([one.expand(rows) for one, rows in zip(values, counts, strict=True)])
    return torch.cat(list(values)) if len(first) == counts[0] else first


def _called(
    network: Callable[..., Any],
    first: Ask,
    joined: Mapping[Hashable, Any],
    rows: Tensor,
    total: int,
) -> tuple[Tensor, ...]:
    def part(where: Hashable) -> Any:
        value = joined[where]
        batched = isinstance(value, Tensor) and len(value) == total
        return value[rows] if batched else value

    arguments = {
        where: {name: part((where, name)) for name in value}
        if isinstance(value, Mapping)
        else part(where)
        for where, value in first.arguments.items()
    }
    plain = [value for where, value in arguments.items() if isinstance(where, int)]
    named = {where: value for where, value in arguments.items() if isinstance(where, str)}
    result: tuple[Tensor, ...] = network(*plain, **named)
    return result
