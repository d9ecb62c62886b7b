"""Tree to vector: what an expression means, once somebody knows what words and noises are."""

from __future__ import annotations

from typing import Protocol

from inference.core.vectors import Direction, Embedding, Latent, Point
from inference.errors import InvalidExpression, RashinError
from inference.expressions.nodes import (
    Arrow,
    Call,
    Name,
    Node,
    Noise,
    Number,
    Picture,
    Product,
    Sum,
    Words,
)
from inference.registry import operations

Value = Point | Direction | float


class Resolver(Protocol):
    """Knows the leaves of an expression for one model."""

    def words(self, prompt: str) -> Embedding:
        """Return the point that a prompt means; "" stands for no words at all."""

    def noise(self, seed: int) -> Latent:
        """Return the noise of a seed."""

    def picture(self, sha256: str, method: str | None) -> Latent:
        """Return the point of an uploaded picture, found by one of the model's inversions."""

    def direction(self, names: tuple[str, ...]) -> Direction:
        """Return a shipped direction (one name), or the one between two prompts (two names)."""


def evaluate(node: Node, resolver: Resolver) -> Value:
    """Return what a checked tree stands for.

    `point + direction` obeys the geometry of the space, as the operation `steer` does, so that a
    sum of noises is noise again. Raises `InvalidExpression` with a position for what only numbers
    can show, such as noises that cancel out.
    """
    try:
        return _value(node, resolver)
    except InvalidExpression:
        raise
    except RashinError as error:
        raise InvalidExpression(
            error.detail, position=node.span.start, expected=error.expected, hint=error.hint
        ) from error


def _value(node: Node, resolver: Resolver) -> Value:
    match node:
        case Words(words=words):
            return resolver.words(words)
        case Noise(seed=seed):
            return resolver.noise(seed)
        case Picture(sha256=sha, method=method):
            return resolver.picture(sha, method)
        case Arrow(names=names):
            return resolver.direction(names)
        case Number(value=value):
            return value
        case Name(name=name):
            raise InvalidExpression(
                f"nobody looked up what @{name} stands for", position=node.span.start
            )
    return _combined(node, resolver)


def _combined(node: Sum | Product | Call, resolver: Resolver) -> Value:
    if isinstance(node, Call):
        entry = operations[node.name]
        operands = [evaluate(operand, resolver) for operand in node.operands]
        knobs = dict(node.knobs) | ({} if node.weights is None else {"weights": list(node.weights)})
        result: Point = entry.call(*operands, **entry.check(knobs))
        return result
    left, right = evaluate(node.left, resolver), evaluate(node.right, resolver)
    return _times(left, right) if isinstance(node, Product) else _plus(left, node.sign, right)


def _times(left: Value, right: Value) -> Value:
    if isinstance(left, Point) or isinstance(right, Point):
        raise InvalidExpression("points cannot be scaled", expected="number * direction")
    if isinstance(left, Direction):
        left, right = right, left
    if isinstance(left, Direction):
        raise InvalidExpression("directions cannot be multiplied", expected="number * direction")
    return left * right


def _plus(left: Value, sign: str, right: Value) -> Value:
    if isinstance(left, Direction) and isinstance(right, Point) and sign == "+":
        left, right = right, left
    if isinstance(left, Point) and isinstance(right, Direction):
        moved: Point = operations["steer"].call(left, right, scale=1.0 if sign == "+" else -1.0)
        return moved
    if isinstance(left, Point) and isinstance(right, Point):
        return left - right if sign == "-" else left + right  # type: ignore[operator]
    if isinstance(left, Direction) and isinstance(right, Direction):
        return left + right if sign == "+" else left - right
    if isinstance(left, int | float) and isinstance(right, int | float):
        return left + right if sign == "+" else left - right
    raise InvalidExpression("these two cannot be added", expected="point + direction")
