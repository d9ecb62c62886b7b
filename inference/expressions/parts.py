"""An expression taken apart: every part that can be shown, and the points it is a sum of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from inference.expressions.grammar import write
from inference.expressions.names import Place, operands_of
from inference.expressions.nodes import (
    Arrow,
    Call,
    Node,
    Noise,
    Number,
    Picture,
    Product,
    Span,
    Sum,
    Words,
)
from inference.expressions.types import Kind, check

MOST_PARTS = 60


@dataclass(frozen=True)
class Part:
    """A part that can be shown: a point as itself, a direction as what it does to a point.

    `span` is its place in the source, `depth` how deep it lies. `shows` holds the expressions of
    the pictures that show it: one for a point, before and after for a direction.
    """

    span: Span
    depth: int
    kind: Kind
    space: str | None
    text: str
    shows: tuple[str, ...]


def parts(node: Node, model: Mapping[str, Any], place: Place) -> list[Part]:
    """Return the parts of a checked tree that are points or directions, the whole first.

    Of parts that stand at one place of the source (the members of a group) only the outermost
    counts.
    """
    found: list[Part] = []
    seen: set[Span] = set()
    start = _neutral(node, place)
    for part, depth, base in _walk(node, 0, None):
        if isinstance(part, Number) or part.span in seen or len(found) >= MOST_PARTS:
            continue
        seen.add(part.span)
        kind = check(part, model).type
        shows: tuple[str, ...] = (write(part),)
        if kind.kind == "direction":
            begin = base or _tail(part) or start
            shows = write(begin), write(Sum(begin, "+", part))
        found.append(Part(part.span, depth, kind.kind, kind.space, write(part), shows))
    return found


def _walk(node: Node, depth: int, base: Node | None) -> Iterator[tuple[Node, int, Node | None]]:
    """Yield every part, how deep it lies, and for a direction the point that it is added to."""
    yield node, depth, base
    match node:
        case Sum(left=left, right=right):
            yield from _walk(left, depth + 1, base if _is_direction(right) else right)
            yield from _walk(right, depth + 1, base if _is_direction(left) else left)
        case Product(left=left, right=right):
            yield from _walk(left, depth + 1, base)
            yield from _walk(right, depth + 1, base)
        case Call(operands=operands):
            if len(operands) > 1 and len({operand.span for operand in operands}) == 1:
                return  # the members of a group: all of them stand where its name does
            for operand in operands:
                others = [each for each in operands if each is not operand]
                points = [each for each in others if not _is_direction(each)]
                yield from _walk(operand, depth + 1, points[0] if points else base)


def _tail(node: Node) -> Node | None:
    """Return the point at which a direction begins, where it says so."""
    match node:
        case Sum(sign="-", right=right) if not _is_direction(right):
            return right
        case Arrow(names=(start, _)):
            return Words(start)
        case Product(left=left, right=right):
            return _tail(left) or _tail(right)
    return None


def _is_direction(node: Node) -> bool:
    match node:
        case Arrow():
            return True
        case Sum(sign="-", left=left, right=right):
            return not _is_direction(right) or _is_direction(left)
        case Sum(left=left, right=right):
            return _is_direction(left) and _is_direction(right)
        case Product(left=left, right=right):
            return _is_direction(left) or _is_direction(right)
        case Call(name="project"):
            return True
        case Call(name="norm", operands=(inner,)) | Call(name="remove", operands=(_, inner)):
            return _is_direction(inner)
    return False


def _neutral(node: Node, place: Place) -> Node:
    """Return the first point of an expression; without one, something that anything can be done to."""
    if isinstance(node, Words | Noise | Picture):
        return node
    for inner in operands_of(node):
        found = _neutral(inner, place)
        if isinstance(found, Words | Noise | Picture) and found.span != Span(0, 0):
            return found
    return Words("face") if place == "prompt" else Noise(7)


def terms(node: Node, scale: float = 1.0) -> list[tuple[float, Node]]:
    """Return an expression as a sum of points: (weight, point) in reading order.

    Shipped directions are sums of nothing that could be named, and left out; a mean, and what bends
    (vary, project, remove), counts as one point.
    """
    match node:
        case Sum(left=left, sign=sign, right=right):
            return terms(left, scale) + terms(right, scale if sign == "+" else -scale)
        case Product(left=Number(value=value), right=right):
            return terms(right, scale * value)
        case Arrow(names=(start, end)):
            return [(scale, Words(end)), (-scale, Words(start))]
        case Arrow() | Number():
            return []
        case Call(name="arithmetic", operands=(a, b, c)):
            return terms(a, scale) + terms(b, -scale) + terms(c, scale)
        case Call(name="norm", operands=(inner,)):
            return terms(inner, scale)
        case Call(name="steer", operands=(a, d), knobs=knobs):
            return terms(a, scale) + terms(d, scale * float(dict(knobs).get("scale", 1)))
        case Call(name="interpolate", operands=(a, b), knobs=knobs):
            t = float(dict(knobs).get("t", 0.5))
            return terms(a, scale * (1 - t)) + terms(b, scale * t)
        case Call(name="mix", operands=operands, weights=weights):
            shares = weights or (1.0,) * len(operands)
            total = sum(abs(share) for share in shares) or 1.0
            pairs = zip(operands, shares, strict=True)
            return [term for each, share in pairs for term in terms(each, scale * share / total)]
    return [(scale, node)]
