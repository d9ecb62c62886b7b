"""What an expression is made of. Every node knows where in the source it begins and ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True)
class Span:
    """Character offsets [start, end) in the source."""

    start: int
    end: int


def _span() -> Span:
    # Where something stands does not make it a different expression.
    return field(default=Span(0, 0), compare=False, kw_only=True)


@dataclass(frozen=True)
class Words:
    """A prompt."""

    words: str
    span: Span = _span()


@dataclass(frozen=True)
class Noise:
    """The noise of a seed."""

    seed: int
    span: Span = _span()


@dataclass(frozen=True)
class Picture:
    """An uploaded picture, by the SHA-256 of its bytes, and how to find the noise that makes it.

    `method` is an inversion of the model's card; None where the model simply encodes pictures.
    """

    sha256: str
    method: str | None = None
    span: Span = _span()


@dataclass(frozen=True)
class Name:
    """What somebody called something: a render, an upload or a group, as `@name`.

    `part` says which side of a recipe is meant ("prompt" or "noise"); None leaves it to the place
    where the name stands. A recipe holds no names: `names.resolve` puts there what they stand for.
    """

    name: str
    part: str | None = None
    span: Span = _span()


@dataclass(frozen=True)
class Arrow:
    """A direction: one that the model ships by id, or from one prompt to another."""

    names: tuple[str, ...]
    span: Span = _span()


@dataclass(frozen=True)
class Number:
    """A plain number."""

    value: float
    span: Span = _span()


@dataclass(frozen=True)
class Sum:
    """left + right, or left − right."""

    left: Node
    sign: str
    right: Node
    span: Span = _span()


@dataclass(frozen=True)
class Product:
    """left * right."""

    left: Node
    right: Node
    span: Span = _span()


@dataclass(frozen=True)
class Call:
    """An operation by name: points and directions, knobs, and for `mix` weights after a semicolon."""

    name: str
    operands: tuple[Node, ...]
    knobs: tuple[tuple[str, float | str], ...] = ()
    weights: tuple[float, ...] | None = None
    span: Span = _span()


Node: TypeAlias = Words | Noise | Picture | Name | Arrow | Number | Sum | Product | Call
