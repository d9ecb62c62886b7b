"""Interpolate: stand somewhere between two points."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from inference.core.vectors import P, same_space
from inference.registry import operations


@operations.add
def interpolate(
    a: P,
    b: P,
    *,
    t: Annotated[float, Field(ge=0, le=1, title="How far from a to b")] = 0.5,
    along: Annotated[Literal["arc", "line"], Field(title="Along")] = "arc",
) -> P:
    """Walk from a to b.

    The arc keeps the length that noise and meanings have; the line cuts through the middle, where
    pictures turn grey. A flat space knows lines only.
    """
    from inference.core.geometry import lerp, slerp

    same_space(a, b)
    walk = lerp if along == "line" or a.geometry == "flat" else slerp
    return a.at(walk(a.values, b.values, t))
