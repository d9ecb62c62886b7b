"""A diffusers pipeline as a generator: its own call, parked whenever it wants its denoiser.

The call runs in a greenlet, on a shallow copy of the pipeline whose denoiser is a stand-in. Calling
the stand-in parks the greenlet and hands the arguments out as an `Ask`; `carry_out` joins the rows
of many asks into one real pass. Loops, guidance and schedulers are the library's, so the latents
are too.
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable, Generator, Hashable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import torch
from greenlet import GreenletExit, getcurrent, greenlet
from torch import Tensor

T = TypeVar("T")


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
        content = "" if len(value) == self.rows else _digest(value)
        return tuple(value.shape[1:]), str(value.dtype), content


def _digest(value: Tensor) -> str:
    numbers = value.detach().contiguous().view(torch.uint8).cpu().numpy()
    return hashlib.sha256(numbers.tobytes()).hexdigest()[:16]


class StandIn:
    """Looks like a denoiser and parks whoever calls it."""

    def __init__(self, real: Any) -> None:
        self._real = real

    def __getattr__(self, name: str) -> Any:
        """Answer for the real one: config, dtype, device."""
        return getattr(self._real, name)

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """Park, and return what the driver sends."""
        asked: dict[int | str, Any] = {}
        asked.update(enumerate(arguments))
        for name, value in named.items():
            asked[name] = value
        # Whether gradients are kept belongs to the thread, not to the greenlet.
        enabled = torch.is_grad_enabled()
        result = getcurrent().parent.switch(Ask(asked))
        torch.set_grad_enabled(enabled)
        return result

    def cache_context(self, name: str) -> AbstractContextManager[None]:
        """Do nothing: a cache over the steps of one render would be shared by all of them."""
        return nullcontext()


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

    def go_on(enter: Callable[..., Any], *given: Any) -> Any:
        # The call leaves its own blocks about gradients wherever it ends, also when it is thrown out.
        enabled = torch.is_grad_enabled()
        try:
            return enter(*given)
        finally:
            torch.set_grad_enabled(enabled)

    said = go_on(child.switch, own)
    try:
        while not child.dead:
            result = yield said
            said = go_on(child.switch, result)
    finally:
        if not child.dead:
            go_on(child.throw, GreenletExit)
    done: T = said
    return done


def carry_out(
    network: Callable[..., Any], asks: Sequence[Ask], *, joined: bool
) -> list[tuple[Tensor, ...]]:
    """Return the result of every ask (all of one key), one after another or `joined` in one pass.

    Alone, every ask has the shape that the library's own call would have, and so the same bits in
    any company. Joined, a device that is wide enough carries all of them at the price of one, and
    the last bits depend on the company.
    """
    if not joined:
        return [network(*_plain(ask.arguments), **_named(ask.arguments)) for ask in asks]
    first = asks[0]
    counts = [ask.rows for ask in asks]
    leaves = [dict(ask.leaves()) for ask in asks]
    rows = {
        where: _joined([found[where] for found in leaves], counts) for where, _ in first.leaves()
    }
    arguments = {
        where: {name: rows[where, name] for name in value}
        if isinstance(value, Mapping)
        else rows[where]
        for where, value in first.arguments.items()
    }
    outputs = [part.split(counts) for part in network(*_plain(arguments), **_named(arguments))]
    return [tuple(output[place] for output in outputs) for place in range(len(asks))]


def _joined(values: Sequence[Any], counts: Sequence[int]) -> Any:
    first = values[0]
    if not isinstance(first, Tensor):
        return first
    if first.ndim == 0:
        return torch.cat([one.expand(rows) for one, rows in zip(values, counts, strict=True)])
    return torch.cat(list(values)) if len(first) == counts[0] else first


def _plain(arguments: Mapping[int | str, Any]) -> list[Any]:
    return [value for where, value in arguments.items() if isinstance(where, int)]


def _named(arguments: Mapping[int | str, Any]) -> dict[str, Any]:
    return {where: value for where, value in arguments.items() if isinstance(where, str)}
