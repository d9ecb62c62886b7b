"""Names to what they stand for, so that a recipe needs nobody's names.

    @3fa9c1            a render: its words, or its noise where the expression is about noise
    @3fa9c1.noise      … said outright
    mean(@cats)        every point of a group, each different one once, with how often it is there
    dir(@sad, @happy)  mean(@happy) - mean(@sad)
    img(@9c01d2)       an uploaded picture, or that of a render

A group may change later and a recipe may not: the members are written out (ADR 0015).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from inference.errors import Fix, InvalidExpression
from inference.expressions.grammar import parse, write
from inference.expressions.nodes import (
    Call,
    Name,
    Node,
    Noise,
    Picture,
    Product,
    Span,
    Sum,
    Words,
)

Place = Literal["prompt", "noise"]
MOST_MEMBERS = 200
MANY = ("mean", "mix")  # the operations that take any number of points


@dataclass(frozen=True)
class Member:
    """One point as the two expressions of its recipe; None for a side that it does not have."""

    prompt: str | None
    noise: str | None


@dataclass(frozen=True)
class Named:
    """What a name stands for: points, a picture, or both. A group may have any number of points."""

    members: tuple[Member, ...] = ()
    sha256: str | None = None
    group: bool = False


def names_in(node: Node) -> Iterator[Name]:
    """Yield every name of a tree in reading order."""
    if isinstance(node, Name):
        yield node
    for inner in operands_of(node):
        yield from names_in(inner)


def operands_of(node: Node) -> tuple[Node, ...]:
    """Return the parts of which a part is made."""
    match node:
        case Sum(left=left, right=right) | Product(left=left, right=right):
            return left, right
        case Call(operands=operands):
            return operands
    return ()


def place_of(node: Node) -> Place:
    """Say what an expression that stands by itself is about, by the first leaf that shows it."""
    return _place(node) or "prompt"


def _place(node: Node) -> Place | None:
    match node:
        case Noise() | Picture() | Call(name="img"):
            return "noise"
        case Words():
            return "prompt"
        case Name(part="noise"):
            return "noise"
        case Name(part="prompt"):
            return "prompt"
    return next(filter(None, map(_place, operands_of(node))), None)


def resolve(node: Node, known: Mapping[str, Named], place: Place) -> Node:
    """Return a tree without names. What a name stood for keeps the name's place in the source.

    `known` holds every name of the tree. Raises `InvalidExpression` at the name that does not fit.
    """
    match node:
        case Name():
            return _point(node, known[node.name], place)
        case Sum(left=left, right=right) | Product(left=left, right=right):
            return replace(
                node, left=resolve(left, known, place), right=resolve(right, known, place)
            )
        case Call(name="img"):
            return _picture(node, known)
        case Call(name="dir", operands=(start, end)):
            begin, finish = (_middle(each, known, place) for each in (start, end))
            return Sum(finish, "-", begin, span=node.span)
        case Call(name=name, operands=(Name() as only,), weights=None) if name in MANY:
            return replace(_middle(only, known, place), span=node.span)
        case Call():
            return replace(
                node, operands=tuple(resolve(each, known, place) for each in node.operands)
            )
    return node


def _middle(node: Node, known: Mapping[str, Named], place: Place) -> Node:
    """Return the mean of a group; anything else as it is."""
    if not isinstance(node, Name) or not known[node.name].group:
        return resolve(node, known, place)
    counts = Counter(_side(node, member, place) for member in known[node.name].members)
    if not counts:
        raise InvalidExpression(f"{write(node)} is empty", position=node.span.start)
    if len(counts) > MOST_MEMBERS:
        raise InvalidExpression(
            f"{write(node)} holds {len(counts)} different points,"
            " too many to be written into a recipe",
            expected=f"at most {MOST_MEMBERS}",
            hint="make a smaller group of points that stand for the rest",
            position=node.span.start,
        )
    # Members have no order: equal groups are written alike.
    chosen = sorted(counts)
    points = tuple(_at(parse(text), node.span) for text in chosen)
    weights = tuple(float(counts[text]) for text in chosen)
    if len(points) == 1:
        return points[0]
    return Call("mean", points, (), None if set(weights) == {1.0} else weights, span=node.span)


def _point(name: Name, named: Named, place: Place) -> Node:
    if named.group:
        count = len(named.members)
        raise InvalidExpression(
            f"{write(name)} is a group of {count} points, not one point",
            expected="a point",
            hint=f"did you mean mean({write(name)})?",
            fix=Fix(name.span.start, name.span.end, f"mean({write(name)})"),
            position=name.span.start,
        )
    if not named.members:
        raise InvalidExpression(
            f"{write(name)} is an uploaded picture",
            hint=f"did you mean img({write(name)})?",
            fix=Fix(name.span.start, name.span.end, f"img({write(name)})"),
            position=name.span.start,
        )
    return _at(parse(_side(name, named.members[0], place)), name.span)


def _side(name: Name, member: Member, place: Place) -> str:
    side = name.part or place
    found = member.prompt if side == "prompt" else member.noise
    if found is None:
        raise InvalidExpression(
            f"{write(name)} was made without words",
            hint=f"write @{name.name}.noise for its noise",
            position=name.span.start,
        )
    return found


def _picture(call: Call, known: Mapping[str, Named]) -> Node:
    name, *rest = call.operands
    sha256 = known[name.name].sha256 if isinstance(name, Name) else None
    if sha256 is None:
        raise InvalidExpression(
            f"{write(name)} has no picture",
            expected="an upload or a render",
            position=name.span.start,
        )
    method = rest[0].words if rest and isinstance(rest[0], Words) else None
    return Picture(sha256, method, span=call.span)


def _at(node: Node, span: Span) -> Node:
    """Return a tree whose every part stands at one place."""
    match node:
        case Sum() | Product():
            return replace(node, left=_at(node.left, span), right=_at(node.right, span), span=span)
        case Call():
            return replace(node, operands=tuple(_at(o, span) for o in node.operands), span=span)
    return replace(node, span=span)
