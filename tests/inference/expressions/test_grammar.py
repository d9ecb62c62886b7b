import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.errors import InvalidExpression, RashinError
from inference.expressions.grammar import DEEPEST, MOST_TOKENS, parse, write
from inference.expressions.nodes import Words
from inference.expressions.types import check
from tests.tiny import CARD

SHA = "ab" * 32


def refusal(source: str) -> RashinError | None:
    """Return the typed error of reading, writing and checking; anything else is raised."""
    try:
        node = parse(source)
        assert write(parse(write(node))) == write(node), source
        check(node, CARD)
    except RashinError as error:
        return error
    return None


CANONICAL = [
    '"smiling cat"',
    '"笑う猫"',
    "noise(7)",
    f'img("{SHA}")',
    f'img("{SHA}", "flow-24")',
    'dir("smile")',
    'dir("old face", "young face")',
    '"king" - "man" + "woman"',
    '"a" - ("b" - "c")',
    '2 * 3 * dir("smile")',
    '"a" + -1 * dir("smile")',
    'mix("a", "b", "c"; 0.5, 0.3, -0.2)',
    'interpolate("a", "b", along="line", t=0.25)',
    "vary(noise(3), amount=0.3, seed=4)",
]


@pytest.mark.parametrize("source", CANONICAL)
def test_the_canonical_form_is_its_own_canonical_form(source: str) -> None:
    assert write(parse(source)) == source


@pytest.mark.parametrize(
    ("loose", "canonical"),
    [
        ("king - man + woman", '"king" - "man" + "woman"'),
        ('  "smiling\\u0020  cat" ', '"smiling cat"'),
        ('"e\u0301clair"', '"\u00e9clair"'),
        ("猫 + 2*dir(smile)", '"猫" + 2 * dir("smile")'),
        ('"a" − "b"', '"a" - "b"'),
        ('-dir("smile")', '-1 * dir("smile")'),
        ("mix(a,b;.5000001,1.0)", 'mix("a", "b"; 0.5, 1)'),
        ("(((a)))", '"a"'),
        ('"a\\u0000b"', '"a b"'),
    ],
)
def test_loose_spellings_have_one_canonical_form(loose: str, canonical: str) -> None:
    assert write(parse(loose)) == canonical


@pytest.mark.parametrize(
    ("source", "position"),
    [
        ("", 0),
        ('"abc', 0),
        ("a +", 3),
        ("a ++ b", 3),
        ("mix(a,", 6),
        ("a;b", 1),
        ("1e400", 0),
        ('a + "\\ud800"', 4),
        ('a + "\\x"', 4),
        ("noise(-1)", 0),
        ("noise(1.5)", 0),
        ('img("12")', 0),
        (f'img("{SHA}", "")', 0),
        (f'img("{SHA}", "a", "b")', 0),
        (f'img("{SHA}", 3)', 0),
        ("dir()", 0),
        ("f(a=1, a=2)", 7),
        ("x" * 40_000, 32_000),
    ],
)
def test_what_cannot_be_read_says_where(source: str, position: int) -> None:
    with pytest.raises(InvalidExpression) as caught:
        parse(source)
    assert caught.value.position == position


def test_an_error_says_what_was_expected() -> None:
    with pytest.raises(InvalidExpression) as caught:
        parse("mix(a b)")
    assert "," in str(caught.value.expected)
    assert "character 7" in caught.value.detail


@pytest.mark.parametrize(
    "source", ["(" * 5000 + "a" + ")" * 5000, "-" * 5000 + "a", "+".join(["a"] * 5000)]
)
def test_deep_and_long_expressions_are_refused_and_not_run_into(source: str) -> None:
    with pytest.raises(InvalidExpression):
        parse(source)


def test_the_deepest_possible_expression_still_works() -> None:
    nested = (MOST_TOKENS - 1) // 2
    assert write(parse("(" * nested + "a" + ")" * nested)) == '"a"'
    assert write(parse("+".join(["a"] * DEEPEST))).count("+") == DEEPEST - 1
    assert write(parse("-" * (DEEPEST - 1) + "a")).count("*") == DEEPEST - 1


def test_what_is_nested_too_deeply_says_where() -> None:
    for source in ("+".join(["a"] * (DEEPEST + 1)), "-" * DEEPEST + "a", "norm(" * 200 + ")" * 200):
        with pytest.raises(InvalidExpression) as caught:
            parse(source)
        assert caught.value.position is not None


def test_two_thousand_random_strings_raise_nothing_but_typed_errors_with_a_position() -> None:
    dice = random.Random(1)
    pieces = [
        *'"()+-*;,= .', "mix(", "noise(", "dir(", "slerp(", '"a"', '"b"', "t=", "0.5", "7", "猫",
        "noise(7)", 'dir("smile")', "\\", "\\ud800", "1e999", "\u3000", "𝕏", "\x00", "e\u0301",
    ]  # fmt: skip
    read = 0
    for _ in range(2000):
        if dice.random() < 0.3:
            source = "".join(dice.choices(string.printable, k=dice.randrange(30)))
        else:
            source = "".join(dice.choices(pieces, k=dice.randrange(1, 12)))
        error = refusal(source)
        if error is None:
            read += 1
            canonical = write(check(parse(source), CARD).node)
            assert write(check(parse(canonical), CARD).node) == canonical, source
        else:
            assert error.position is not None, source
            assert 0 <= error.position <= len(source)
    assert read > 50


@given(st.text(max_size=60))
def test_any_prompt_survives_being_written_and_read(prompt: str) -> None:
    try:
        prompt.encode()
    except UnicodeEncodeError:
        return
    once = write(Words(prompt))
    assert write(parse(once)) == write(parse(write(parse(once))))


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_with_a_position(source: str) -> None:
    error = refusal(source)
    assert error is None or error.position is not None
