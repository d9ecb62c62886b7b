"""Names become what they stand for, at their own place in the source."""

import pytest

from inference.errors import InvalidExpression
from inference.expressions.grammar import parse, write
from inference.expressions.names import Member, Named, Place, names_in, place_of, resolve
from inference.expressions.types import check
from tests.tiny import CARD

CAT, DOG = Member('"cat"', "noise(1)"), Member('"dog"', "noise(2)")
KNOWN = {
    "cat": Named((CAT,), sha256="ab" * 32),
    "wordless": Named((Member(None, "noise(5)"),)),
    "upload": Named(sha256="cd" * 32),
    "pets": Named((DOG, CAT, CAT), group=True),
    "empty": Named((), group=True),
    "crowd": Named(tuple(Member(f'"{at}"', f"noise({at})") for at in range(201)), group=True),
}


def resolved(source: str, place: Place | None = None) -> str:
    tree = parse(source)
    return write(resolve(tree, KNOWN, place or place_of(tree)))


@pytest.mark.parametrize(
    ("source", "canonical"),
    [
        ("@cat", '"cat"'),
        ("@cat.noise", "noise(1)"),
        ("slerp(@cat, noise(3), 0.2)", "slerp(noise(1), noise(3), 0.2)"),
        ("@cat - dog", '"cat" - "dog"'),
        ("mean(@pets)", 'mean("cat", "dog"; 2, 1)'),
        ("mix(@pets)", 'mean("cat", "dog"; 2, 1)'),
        ("mean(@pets.noise)", "mean(noise(1), noise(2); 2, 1)"),
        ("dir(@cat, @pets)", 'mean("cat", "dog"; 2, 1) - "cat"'),
        ("dir(vary(a), b)", '"b" - vary("a")'),
        ("img(@upload)", f'img("{"cd" * 32}")'),
        ('img(@cat, "flow-24")', f'img("{"ab" * 32}", "flow-24")'),
        ("@wordless.noise", "noise(5)"),
    ],
)
def test_a_name_becomes_what_it_stands_for(source: str, canonical: str) -> None:
    assert resolved(source) == canonical


@pytest.mark.parametrize(
    ("source", "position"),
    [
        ("@pets", 0),
        ("cow + (@pets - dog)", 7),
        ("mix(@pets; 1)", 4),
        ("mean(@empty)", 5),
        ("mean(@crowd)", 5),
        ("mix(a, @wordless)", 7),
        ("a - @upload", 4),
        ("img(@pets)", 4),
    ],
)
def test_a_name_that_does_not_fit_is_refused_at_its_place(source: str, position: int) -> None:
    with pytest.raises(InvalidExpression) as caught:
        resolved(source)
    assert caught.value.position == position


def test_equal_groups_are_written_alike_whatever_their_order() -> None:
    other = {"pets": Named((CAT, DOG, CAT), group=True)}
    assert write(resolve(parse("mean(@pets)"), other, "prompt")) == resolved("mean(@pets)")


def test_errors_inside_a_name_are_at_the_name() -> None:
    known = {"odd": Named((Member('"a" + dir("nothing")', "noise(1)"),))}
    tree = resolve(parse('mix("a", @odd)'), known, "prompt")
    with pytest.raises(Exception, match="nothing") as caught:
        check(tree, CARD)
    assert getattr(caught.value, "position", None) == 9


def test_a_name_that_nobody_looked_up_is_refused() -> None:
    with pytest.raises(InvalidExpression, match="nobody looked up"):
        check(parse("@cat"), CARD)
    assert [name.name for name in names_in(parse("dir(@a, @b-c) + @d.noise"))] == ["a", "b-c", "d"]


@pytest.mark.parametrize(
    ("source", "place"), [("@x", "prompt"), ("@x - noise(1)", "noise"), ("img(@x)", "noise")]
)
def test_the_first_leaf_that_shows_it_says_what_it_is_about(source: str, place: str) -> None:
    assert place_of(parse(source)) == place
