"""Points and arrows. A point is somewhere in a space, a direction is a way to go in it.

`point - point` is a direction, `point + direction` a point, `scale * direction` a direction;
`point + point` has no meaning and raises, and so does everything across two spaces.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeVar

from inference.errors import WrongSpace

if TYPE_CHECKING:
    from torch import Tensor

Geometry = Literal["gaussian", "sphere", "flat"]


@dataclass(frozen=True, eq=False)
class Vector:
    """Numbers of any shape, the id of the space they live in, and that space's geometry."""

    values: Tensor
    space: str
    geometry: Geometry = "flat"

    @property
    def dim(self) -> int:
        """Return how many numbers it takes to say where this is."""
        return self.values.numel()

    def at(self: V, values: Tensor) -> V:
        """Return the same kind of thing, of the same space, with other numbers."""
        return replace(self, values=values)


V = TypeVar("V", bound=Vector)


@dataclass(frozen=True, eq=False)
class Point(Vector):
    """Somewhere in a space."""

    def __sub__(self, other: Point) -> Direction:
        """Return the arrow that leads from `other` to here."""
        if not isinstance(other, Point):
            raise WrongSpace(
                "a direction cannot be taken from a point with `-`",
                expected="point - point",
                hint="write point + -1 * direction",
            )
        same_space(self, other)
        return Direction(self.values - other.values, self.space, self.geometry)

    def __add__(self: P, other: Direction) -> P:
        """Return the point at the tip of the arrow, without obeying any geometry."""
        if not isinstance(other, Direction):
            raise WrongSpace(
                "two points cannot be added",
                expected="point + direction",
                hint="did you mean mix(…)?",
            )
        same_space(self, other)
        return replace(self, values=self.values + other.values)


@dataclass(frozen=True, eq=False)
class Embedding(Point):
    """What words or a picture mean."""


@dataclass(frozen=True, eq=False)
class Latent(Point):
    """What a decoder or a sampler turns into a picture."""


@dataclass(frozen=True, eq=False)
class Activation(Point):
    """What a layer of a network says half-way."""


P = TypeVar("P", bound=Point)


@dataclass(frozen=True, eq=False)
class Direction(Vector):
    """Which way, and how far one step is."""

    def __add__(self, other: Direction) -> Direction:
        """Return both arrows, one after the other."""
        if not isinstance(other, Direction):
            return NotImplemented
        same_space(self, other)
        return replace(self, values=self.values + other.values)

    def __radd__(self, other: object) -> Direction:
        """Refuse whatever is neither a point nor a direction."""
        raise WrongSpace(
            f"{type(other).__name__} cannot be added to a direction", expected="point + direction"
        )

    def __sub__(self, other: Direction) -> Direction:
        """Return this arrow and then the other one backwards."""
        return self + -1.0 * other

    def __mul__(self, scale: float) -> Direction:
        """Return the arrow `scale` times as long."""
        return replace(self, values=self.values * scale)

    def __rmul__(self, scale: float) -> Direction:
        """Return the arrow `scale` times as long."""
        return self * scale

    def __neg__(self) -> Direction:
        """Return the arrow the other way round."""
        return self * -1.0


def same_space(*vectors: Vector) -> str:
    """Return the one space of all vectors; raise `WrongSpace` when there are two."""
    first = vectors[0]
    for other in vectors[1:]:
        if other.space != first.space:
            raise WrongSpace(
                f"one vector lives in {first.space}, another in {other.space}",
                expected="vectors of one space",
            )
        if other.values.shape != first.values.shape:
            raise WrongSpace(
                f"shapes {tuple(first.values.shape)} and {tuple(other.values.shape)} do not match",
                expected=f"{first.dim} numbers",
            )
    return first.space
