"""Vary: something like this, but not this."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from inference.core.vectors import P
from inference.registry import operations


@operations.add
def vary(
    a: P,
    *,
    amount: Annotated[float, Field(ge=0, le=1, title="How different")] = 0.3,
    seed: Annotated[int, Field(ge=0, le=2**53 - 1, title="Which variation")] = 1,
) -> P:
    """Step off in a random direction that the seed decides.

    On curved spaces a turn by `amount` times 90°; in flat ones a step of `amount` times the length.
    """
    from inference.core.noise import step_aside, turn

    if amount == 0:
        return a
    walk = step_aside if a.geometry == "flat" else turn
    return a.at(walk(a.values, amount, seed))
