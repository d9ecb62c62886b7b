"""A render's walk: the library's call of a pipeline, one step after another."""

from __future__ import annotations

from collections.abc import Callable, Generator, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from inference.contracts import Sampling
from inference.pipelines import samplers

if TYPE_CHECKING:
    from torch import Tensor

    from inference.pipelines.parked import Ask


@dataclass(frozen=True, eq=False)
class Step:
    """One pass that a render asks for, under which adapters, and the clean latents (1, …) that
    the steps before it point at."""

    ask: Ask
    loras: tuple[tuple[str, float], ...]
    guess: Tensor | None
    width: int
    height: int

    @property
    def key(self) -> Hashable:
        """Return what steps must have in common to share a pass."""
        return self.ask.key, self.loras

    @property
    def rows(self) -> int:
        """Return how many rows of a batch this is."""
        return self.ask.rows


def steps(
    pipe: Any,
    denoiser: str,
    scheduler: Any,
    arguments: Mapping[str, Any],
    sampling: Sampling,
    shape: Sequence[int],
    begins: Callable[..., Any] | None = None,
) -> Generator[Step, Any, Tensor]:
    """Ask for one pass after another; return the latents as the library's call does.

    `shape` is that of the latents; `begins` takes the place of the call's own `prepare_latents`.
    """
    import torch

    from inference.pipelines.parked import parked

    guess: Tensor | None = None
    # The library draws the noise of the beginning from it first, and that of its steps after.
    generator = torch.Generator().manual_seed(sampling.seed)
    torch.randn(tuple(shape), generator=generator)

    def seen(clean: Tensor) -> None:
        nonlocal guess
        guess = clean

    def call(own: Any) -> Tensor:
        if begins is not None:
            own.prepare_latents = begins
        found: Tensor = own(
            **arguments, generator=generator, output_type="latent", return_dict=False
        )[0]
        return found

    samplers.watch(scheduler, seen)
    walk = parked(pipe, denoiser, scheduler, call)
    try:
        ask = next(walk)
        while True:
            result = yield Step(ask, sampling.loras, guess, sampling.width, sampling.height)
            ask = walk.send(result)
    except StopIteration as end:
        latents: Tensor = end.value
        return latents
    finally:
        walk.close()
