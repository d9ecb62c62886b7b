"""What kind of thing every part of an expression is, before anything is computed.

Words are points of a model's prompt space, noise and pictures points of its noise space. `check`
also fills in every knob, so that a checked tree says everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any, Literal

from inference.errors import (
    Fix,
    InvalidExpression,
    InvalidInput,
    RashinError,
    UnknownId,
    WrongSpace,
)
from inference.expressions.grammar import write
from inference.expressions.nodes import (
    Arrow,
    Call,
    Name,
    Node,
    Noise,
    Number,
    Picture,
    Product,
    Span,
    Sum,
    Words,
)
from inference.registry import Entry, operations

Kind = Literal["point", "direction", "number"]
# Spellings people know from elsewhere: the operation, and the knobs that they imply.
SPELLINGS: dict[str, tuple[str, dict[str, str]]] = {
    "lerp": ("interpolate", {"along": "line"}),
    "slerp": ("interpolate", {"along": "arc"}),
}


@dataclass(frozen=True)
class Type:
    """A point or direction of a space, or a number (which has no space)."""

    kind: Kind
    space: str | None = None

    def __str__(self) -> str:
        """Return it in the reader's words."""
        return f"a {self.kind} of {self.space}" if self.space else f"a {self.kind}"


@dataclass(frozen=True)
class Checked:
    """A tree with every knob filled in, its type, and the type of each part in reading order."""

    node: Node
    type: Type
    parts: list[dict[str, Any]] = field(default_factory=list)


def check(node: Node, model: Mapping[str, Any], source: str = "") -> Checked:
    """Check a tree against a model card of the catalogue; `source` is what it was read from.

    Raises `InvalidExpression` or `WrongSpace` with the position of the part that does not fit, and
    `UnknownId` for a direction that the model does not have.
    """
    checker = _Checker(model, source)
    checked, kind = checker.visit(node)
    return Checked(checked, kind, checker.parts)


class _Checker:
    def __init__(self, model: Mapping[str, Any], source: str) -> None:
        self.model, self.source = model, source
        self.spaces: Mapping[str, Any] = model.get("spaces", {})
        self.parts: list[dict[str, Any]] = []

    def visit(self, node: Node) -> tuple[Node, Type]:
        """Return the node with its knobs filled in, and its type; note both down."""
        place = len(self.parts)
        self.parts.append({})
        match node:
            case Words():
                result: tuple[Node, Type] = node, self.point("prompt", node, "words")
            case Noise():
                result = node, self.point("noise", node, "noise")
            case Picture():
                result = self.picture(node)
            case Arrow():
                result = self.arrow(node)
            case Number():
                result = node, Type("number")
            case Name():
                raise InvalidExpression(
                    f"nobody looked up what {write(node)} stands for",
                    position=node.span.start,
                    expected="what the name means, written out",
                    hint="recipes hold no names; the server replaces them",
                )
            case Sum():
                result = self.sum(node)
            case Product():
                result = self.product(node)
            case _:
                result = self.call(node)
        kind = result[1]
        self.parts[place] = {
            "start": node.span.start,
            "end": node.span.end,
            "kind": kind.kind,
            "space": kind.space,
        }
        return result

    def said(self, node: Node, checked: Node) -> str:
        """Return a part in canonical form, or as it was written where it holds names."""
        written = self.source[node.span.start : node.span.end]
        return written if "@" in written else write(checked)

    def picture(self, node: Picture) -> tuple[Node, Type]:
        """Fill in how a picture becomes noise: an inversion, or None where the model encodes it."""
        methods = [card["id"] for card in self.model.get("inversions") or []]
        encodes = "invert" in self.model.get("verbs", ("invert",))
        kind = self.point("noise", node, "pictures", possible=encodes or bool(methods))
        if node.method is not None and node.method not in methods:
            raise UnknownId(
                f"{self.model['id']} has no inversion called {node.method[:60]!r}",
                expected=", ".join(methods) or 'none; write img("…") alone',
                position=node.span.start,
            )
        first = methods[0] if methods else None
        return replace(node, method=node.method or first), kind

    def point(self, role: str, node: Node, what: str, *, possible: bool = True) -> Type:
        """Return the type of a point in the space that plays a role for the model."""
        if role not in self.spaces or not possible:
            raise InvalidExpression(
                f"{self.model['id']} has no place for {what}",
                position=node.span.start,
                expected=f"a point of {', '.join(s['id'] for s in self.spaces.values())}",
            )
        return Type("point", str(self.spaces[role]["id"]))

    def arrow(self, node: Arrow) -> tuple[Node, Type]:
        """Return dir(…) with the id of a shipped direction, which may be called by its title."""
        kind = Type("direction", self.point("prompt", node, "directions").space)
        if len(node.names) == 2:
            return node, kind
        cards = self.model.get("directions", [])
        called = {
            str(name).casefold(): str(card["id"])
            for card in cards
            for name in (*card.get("title", {}).values(), card["id"])
        }
        id = called.get(node.names[0].casefold())
        if id is None:
            fix, hint = _nearly(node.names[0], called, node.span, 'dir("{}")')
            raise UnknownId(
                f"{self.model['id']} has no direction called {node.names[0][:60]!r}",
                expected=", ".join(str(card["id"]) for card in cards) or "none",
                hint=hint or 'two prompts make one: dir("old face", "young face")',
                position=node.span.start,
                fix=fix,
            )
        return replace(node, names=(id,)), kind

    def sum(self, node: Sum) -> tuple[Node, Type]:
        """Check + and −; a direction may stand before its point."""
        left, a = self.visit(node.left)
        right, b = self.visit(node.right)
        where = node.right.span.start
        if a.kind == "number" and b.kind == "number":
            return replace(node, left=left, right=right), a
        if "number" in (a.kind, b.kind):
            raise InvalidExpression(
                f"{_show(node)}: a number and {a if b.kind == 'number' else b} cannot be added",
                position=where,
                expected="scale * direction",
                hint="multiply a direction by the number",
            )
        if a.space != b.space:
            raise WrongSpace(
                f"{_show(node)}: {a} and {b} do not mix", position=where, expected=f"… of {a.space}"
            )
        kinds = a.kind, node.sign, b.kind
        if kinds == ("point", "+", "point"):
            mixed = f"mix({self.said(node.left, left)}, {self.said(node.right, right)})"
            raise InvalidExpression(
                f"{_show(node)}: two points cannot be added",
                position=where,
                expected="point + direction",
                hint=f"did you mean {mixed}?",
                fix=Fix(node.span.start, node.span.end, mixed),
            )
        if kinds == ("direction", "-", "point"):
            raise InvalidExpression(
                f"{_show(node)}: a point cannot be taken from a direction",
                position=where,
                expected="point - point, or direction - direction",
            )
        kind: Kind = "point"
        if kinds == ("point", "-", "point") or (a.kind, b.kind) == ("direction", "direction"):
            kind = "direction"
        return replace(node, left=left, right=right), Type(kind, a.space)

    def product(self, node: Product) -> tuple[Node, Type]:
        """Check `*`; `direction * number` becomes `number * direction`."""
        left, a = self.visit(node.left)
        right, b = self.visit(node.right)
        if b.kind == "number" and a.kind != "number":
            left, right, a, b = right, left, b, a
        if a.kind != "number" or b.kind == "point":
            raise InvalidExpression(
                f"{_show(node)}: {a} and {b} cannot be multiplied",
                position=node.span.start,
                expected="number * direction",
                hint="points cannot be scaled; take a direction, such as a - b, or dir(…)",
            )
        return replace(node, left=left, right=right), b

    def call(self, node: Call) -> tuple[Node, Type]:
        """Check an operation against its signature, and fill in its knobs."""
        name, implied = SPELLINGS.get(node.name, (node.name, {}))
        if name not in operations:
            known = [*operations, *SPELLINGS, "noise", "dir", "img"]
            place = Span(node.span.start, node.span.start + len(node.name))
            fix, hint = _nearly(node.name, known, place, "{}")
            raise InvalidExpression(
                f"there is no operation called {node.name!r}",
                position=node.span.start,
                expected=", ".join(sorted(known)),
                hint=hint,
                fix=fix,
            )
        entry = operations[name]
        visited = [self.visit(operand) for operand in node.operands]
        given, visited = _named_numbers(entry, visited)
        clash = (set(given) | set(implied)) & {key for key, _ in node.knobs}
        if clash:
            raise InvalidExpression(
                f"{node.name}: {min(clash)} is given twice", position=node.span.start
            )
        _check_operands(entry, node, visited)
        knobs: dict[str, Any] = {**given, **implied, **dict(node.knobs)}
        if node.weights is not None:
            knobs["weights"] = list(node.weights)
        try:
            full = entry.check(_whole_numbers(entry, knobs))
        except RashinError as error:
            raise InvalidExpression(
                error.detail, position=node.span.start, expected=error.expected
            ) from error
        weights = full.pop("weights", None)
        if weights is not None and len(weights) != len(visited):
            raise InvalidExpression(
                f"{name}: {len(visited)} points but {len(weights)} weights",
                position=node.span.start,
                expected="one weight for each point",
            )
        checked = Call(
            name,
            tuple(operand for operand, _ in visited),
            tuple(sorted(full.items())),
            None if weights is None else tuple(weights),
            span=node.span,
        )
        return checked, _result(entry, visited)


def _nearly(
    name: str, known: Iterable[str], place: Span, form: str
) -> tuple[Fix | None, str | None]:
    """Return what was probably meant, where something is called nearly so."""
    close = get_close_matches(name.casefold()[:60], list(known), 1, 0.7)
    if not close:
        return None, None
    text = form.format(close[0])
    return Fix(place.start, place.end, text), f"did you mean {text}?"


def _result(entry: Entry, visited: list[tuple[Node, Type]]) -> Type:
    """Return what a call gives: a point, a direction, or whatever it was given."""
    space = visited[0][1].space
    if entry.result != "vector":
        return Type("direction" if entry.result == "direction" else "point", space)
    at = next(i for i, operand in enumerate(entry.operands) if operand.kind == "vector")
    return Type(visited[at][1].kind, space)


def _named_numbers(
    entry: Entry, operands: list[tuple[Node, Type]]
) -> tuple[dict[str, float], list[tuple[Node, Type]]]:
    """Read plain numbers after the operands as the first knobs: slerp("a", "b", 0.3)."""
    count = len(operands)
    while count and isinstance(operands[count - 1][0], Number):
        count -= 1
    numbers = [node.value for node, _ in operands[count:] if isinstance(node, Number)]
    names = [name for name in entry.knobs.model_fields if name != "weights"]
    if len(numbers) > len(names):
        return {}, operands
    return dict(zip(names, numbers, strict=False)), operands[:count]


def _whole_numbers(entry: Entry, knobs: dict[str, Any]) -> dict[str, Any]:
    # The grammar has one kind of number; pydantic takes 3.0 for an int, but writes it as one.
    return {
        name: int(value) if isinstance(value, float) and value == int(value) else value
        for name, value in knobs.items()
    }


def _check_operands(entry: Entry, node: Call, visited: list[tuple[Node, Type]]) -> None:
    """Compare the operands of a call with the signature of its operation."""
    wanted = [operand for operand in entry.operands if not operand.variadic]
    variadic = len(wanted) < len(entry.operands)
    signature = f"{entry.id}({', '.join(operand.name for operand in entry.operands)}, …)"
    if (variadic and not visited) or (not variadic and len(visited) != len(wanted)):
        raise InvalidExpression(
            f"{entry.id} takes {'at least one' if variadic else len(wanted)}"
            f" point or direction, not {len(visited)}",
            position=node.span.start,
            expected=signature,
        )
    for index, (operand, kind) in enumerate(visited):
        expected = entry.operands[min(index, len(entry.operands) - 1)].kind
        source = node.operands[index]
        if kind.kind != expected and not (expected == "vector" and kind.kind != "number"):
            raise InvalidExpression(
                f"{entry.id}: {_short(operand)} is {kind}, not a {_SAID.get(expected, expected)}",
                position=source.span.start,
                expected=signature,
                hint=_way_out(operand, kind, expected),
            )
        if kind.space != visited[0][1].space:
            raise WrongSpace(
                f"{entry.id}: {visited[0][1]} and {kind} do not mix",
                position=source.span.start,
                expected=f"a {expected} of {visited[0][1].space}",
            )


_SAID = {"vector": "point or direction"}


def _way_out(operand: Node, kind: Type, expected: str) -> str | None:
    if kind.kind == "point" and expected == "direction":
        return "a direction leads from one point to another: a - b, or dir(…)"
    if kind.kind == "direction" and expected == "point":
        return f"add it to a point: point + {_short(operand)}"
    return None


def _short(node: Node) -> str:
    text = write(node)
    return text if len(text) <= 60 else text[:59] + "…"


def _show(node: Sum | Product) -> str:
    return _short(node).replace('"', "")


def point_of(source_type: Type, space: str, what: str) -> None:
    """Require a point of a space; raises `InvalidExpression` or `WrongSpace`."""
    if source_type.kind != "point":
        raise InvalidExpression(
            f"the {what} is {source_type}, not a point",
            position=0,
            expected=f"a point of {space}",
            hint="add the direction to a point" if source_type.kind == "direction" else None,
        )
    if source_type.space != space:
        raise WrongSpace(f"the {what} is {source_type}", position=0, expected=f"a point of {space}")


__all__ = ["SPELLINGS", "Checked", "InvalidInput", "Kind", "Type", "check", "point_of"]
