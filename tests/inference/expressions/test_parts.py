"""An expression taken apart into what can be shown, and into the points it is a sum of."""

import pytest

from inference.expressions.grammar import parse, write
from inference.expressions.names import Place
from inference.expressions.parts import parts, terms
from inference.expressions.types import check
from tests.tiny import CARD


def shown(source: str, place: Place = "prompt") -> dict[str, tuple[str, ...]]:
    found = parts(check(parse(source), CARD).node, CARD, place)
    return {source[part.span.start : part.span.end]: part.shows for part in found}


def test_a_direction_is_shown_on_the_point_that_it_is_added_to() -> None:
    found = shown('"cow" + 0.5 * dir("smile")')
    assert found['dir("smile")'] == ('"cow"', '"cow" + dir("smile")')
    assert found['0.5 * dir("smile")'] == ('"cow"', '"cow" + 0.5 * dir("smile")')


@pytest.mark.parametrize(
    ("source", "before"),
    [('"a" - "b"', '"b"'), ('dir("c", "d")', '"c"'), ('2 * ("a" - "b")', '"b"'),
     ('dir("smile")', '"face"'), ('norm(dir("age"))', '"face"')],
)  # fmt: skip
def test_a_direction_alone_begins_where_it_says(source: str, before: str) -> None:
    assert shown(source)[source][0] == before


def test_everything_shown_is_a_point() -> None:
    source = 'norm("a" - "b") + project("b", dir("age")) + remove(dir("smile"), "c" - "d") + "e"'
    for texts in shown(source).values():
        for text in texts:
            assert check(parse(text), CARD).type.kind == "point", text


@pytest.mark.parametrize(
    ("source", "sum_of"),
    [
        ("king - man + woman", {'"king"': 1, '"man"': -1, '"woman"': 1}),
        ("a + 2 * (b - c)", {'"a"': 1, '"b"': 2, '"c"': -2}),
        ("lerp(a, b, 0.25)", {'"a"': 0.75, '"b"': 0.25}),
        ("mix(a, b; 3, 1)", {'"a"': 0.75, '"b"': 0.25}),
        ("arithmetic(a, b, c)", {'"a"': 1, '"b"': -1, '"c"': 1}),
        ('a + dir("b", "c")', {'"a"': 1, '"c"': 1, '"b"': -1}),
        ('a + dir("smile")', {'"a"': 1}),
    ],
)
def test_an_expression_is_a_sum_of_points(source: str, sum_of: dict[str, float]) -> None:
    found = terms(check(parse(source), CARD).node)
    assert {write(node): weight for weight, node in found} == sum_of
