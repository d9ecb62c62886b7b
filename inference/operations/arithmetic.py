"""Arithmetic: king − man + woman."""

from __future__ import annotations

from inference.core.vectors import P, same_space
from inference.registry import operations


@operations.add
def arithmetic(a: P, b: P, c: P) -> P:
    """Take b away from a and put c in its place.

    a − b + c, brought back to the length that points of the space have.
    """
    from inference.core.geometry import blend

    same_space(a, b, c)
    return a.at(blend([a.values, b.values, c.values], [1.0, -1.0, 1.0], a.geometry))
