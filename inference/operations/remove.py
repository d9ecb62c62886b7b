"""Remove: take what lies along a direction away."""

from __future__ import annotations

from inference.core.vectors import Direction, Point, V, same_space
from inference.errors import InvalidInput
from inference.registry import operations


@operations.add
def remove(direction: Direction, a: V) -> V:
    """Take the part along a direction out of a point or another direction.

    a − (a · u) u with u = direction / |direction|; on curved spaces a point keeps its length.
    `remove(dir("smile"), dir("age"))` is age without the smile that comes along with it.
    """
    from inference.core.geometry import match_norm

    same_space(a, direction)
    along = direction.values.flatten().double()
    size = along @ along
    if float(size) < 1e-18:
        raise InvalidInput("a direction of no length has nothing to remove")
    given = a.values.flatten().double()
    rest = given - (given @ along) / size * along
    left = rest.reshape(a.values.shape).to(a.values.dtype)
    if isinstance(a, Point) and a.geometry != "flat":
        left = match_norm(left, a.values)
    return a.at(left)
