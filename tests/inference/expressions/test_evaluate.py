import pytest
import torch

from inference.core.vectors import Direction, Embedding, Latent
from inference.errors import InvalidExpression
from inference.expressions.evaluate import Value, evaluate
from inference.expressions.grammar import parse
from inference.expressions.types import check
from tests.tiny import CARD, Leaves

LEAVES = Leaves()


def value(source: str) -> Value:
    return evaluate(check(parse(source), CARD).node, LEAVES)


def values(source: str) -> torch.Tensor:
    found = value(source)
    assert not isinstance(found, float)
    return found.values


def test_leaves_are_what_the_resolver_says() -> None:
    assert torch.equal(values("cat"), LEAVES.words("cat").values)
    assert torch.equal(values("noise(7)"), LEAVES.noise(7).values)
    assert isinstance(value("cat"), Embedding)
    assert isinstance(value("noise(7)"), Latent)
    assert isinstance(value("cat - dog"), Direction)
    assert isinstance(value(f'img("{"a" * 64}")'), Latent)
    assert value("2 * 3") == 6
    assert value("2 + 3 - 1") == 4


def test_a_minus_a_plus_b_is_b() -> None:
    assert torch.allclose(values("cat - cat + dog"), values("dog"), atol=1e-6)


def test_sums_obey_the_geometry_of_their_space() -> None:
    assert float(values("king - man + woman").norm()) == pytest.approx(1, abs=1e-5)
    plain = LEAVES.noise(1).values - LEAVES.noise(2).values + LEAVES.noise(3).values
    assert float(plain.std()) > 1.5
    assert float(values("noise(1) - noise(2) + noise(3)").std()) == pytest.approx(1, abs=0.06)


def test_both_ways_to_write_an_analogy_point_the_same_way() -> None:
    written, called = values("king - man + woman"), values("arithmetic(king, man, woman)")
    assert float(torch.cosine_similarity(written, called, dim=0)) > 0.9999


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("slerp(a, b, 0.3)", 'interpolate(a, b, t=0.3, along="arc")'),
        ("cat + dir(smile)", "steer(cat, dir(smile))"),
        ("cat - dir(smile)", "steer(cat, dir(smile), scale=-1)"),
        ("dir(smile) + cat", "cat + dir(smile)"),
        ("cat + 2 * dir(smile)", "cat + dir(smile) * 2"),
        ("cat - dog", "-(dog - cat)"),
        ("(a - b) + (b - c)", "a - c"),
        ("(a - b) - (c - b)", "a - c"),
        ("mix(a, b)", "mix(a, b; 1, 1)"),
    ],
)
def test_two_spellings_of_one_thing_are_equal(one: str, other: str) -> None:
    assert torch.allclose(values(one), values(other), atol=1e-5)


def test_noises_that_cancel_out_say_where() -> None:
    with pytest.raises(InvalidExpression, match="cancel") as caught:
        value("vary(mix(noise(1), noise(1); 1, -1))")
    assert caught.value.position == 5


@pytest.mark.parametrize("source", ["2 * cat", "cat + dog", "(a - b) * (a - b)", "2 + cat"])
def test_unchecked_nonsense_is_refused_all_the_same(source: str) -> None:
    with pytest.raises(InvalidExpression):
        evaluate(parse(source), LEAVES)
