"""What an expression lies between, and what a recipe may say of attention."""

from __future__ import annotations

from typing import Any

import pytest

from inference.errors import InvalidInput
from inference.expressions.blends import attention_of, blend_of
from inference.expressions.grammar import write
from inference.recipe import canonical_json, normalise, recipe_id
from tests.tiny import CARD

LOOKS = {**CARD, "attention": True}
MIX = 'mix("a", "b", "c"; 0.5, 0.25, 0.25)'


def test_a_blend_knows_its_points_and_their_weights() -> None:
    found = blend_of('interpolate("a", noise(1), along="arc", t=0.25)')
    assert found is not None
    assert [write(point) for point in found.points] == ['"a"', "noise(1)"]
    assert found.weights == (0.75, 0.25)
    mixed = blend_of('mix("a", "b"; 1, 3)')
    assert mixed is not None
    assert mixed.weights == (0.25, 0.75)
    assert blend_of('"a"') is blend_of("noise(1)") is blend_of("") is None
    assert blend_of('mix("a", "b"; 1, -1)') is None


def said(attention: Any, **more: Any) -> Any:
    recipe = {"model": "emoji-vector", "conditioning": 'slerp("a", "b", 0.5)', **more}
    return normalise(recipe | {"attention": attention}, {"emoji-vector": LOOKS})


def test_a_recipe_says_attention_in_full_and_only_where_it_does_something() -> None:
    made = said({})
    assert made.attention is not None
    assert made.attention.model_dump() == {"way": "fused_outer", "warmup": 1.0}
    assert '"attention":{"warmup":1.0,"way":"fused_outer"}' in canonical_json(made)
    again = normalise(made.model_dump(mode="json"), {"emoji-vector": LOOKS})
    assert recipe_id(again) == recipe_id(made)
    alone = said({}, conditioning='"a"')
    assert alone.attention is None
    assert "attention" not in canonical_json(alone)
    assert attention_of({}, LOOKS, 'mix("a", "b"; 1, 1)', "noise(1)", 30) == attention_of(
        {"warmup": 0.5}, LOOKS, 'mix("a", "b"; 1, 1)', "noise(1)", 30
    )


@pytest.mark.parametrize(
    "attention",
    [3, [], {"way": "sideways"}, {"warmup": 0}, {"warmup": 2}, {"warmup": True}, {"more": 1},
     {"warmup": "1"}, {"warmup": float("nan")}],
)  # fmt: skip
def test_what_is_no_attention_is_explained(attention: Any) -> None:
    with pytest.raises(InvalidInput):
        said(attention)


def test_blends_of_different_numbers_have_no_pairs() -> None:
    with pytest.raises(InvalidInput, match="3 meanings and 2 noises"):
        said({}, conditioning=MIX, noise="slerp(noise(1), noise(2), 0.5)")


def test_a_model_without_it_refuses() -> None:
    with pytest.raises(InvalidInput, match="no attention"):
        normalise({"model": "emoji-vector", "prompt": "a", "attention": {}}, {"emoji-vector": CARD})
