"""Project: how much of something lies along a direction."""

from __future__ import annotations

from inference.core.vectors import Direction, V, same_space
from inference.errors import InvalidInput
from inference.registry import operations


@operations.add
def project(a: V, onto: Direction) -> Direction:
    """Return the part of a point or direction that lies along a direction.

    (a · u) u with u = onto / |onto|; a point is measured from the centre of its space.
    """
    same_space(a, onto)
    along = onto.values.flatten().double()
    size = along @ along
    if float(size) < 1e-18:
        raise InvalidInput("nothing lies along a direction of no length")
    share = (a.values.flatten().double() @ along) / size
    return onto.at((share * along).reshape(onto.values.shape).to(onto.values.dtype))
