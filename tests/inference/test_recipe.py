import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from inference.errors import (
    Conflict,
    InvalidExpression,
    InvalidInput,
    RashinError,
    UnknownId,
    WrongSpace,
)
from inference.recipe import Recipe, canonical_json, normalise, recipe_id
from tests.tiny import MODELS


def recipe(**fields: Any) -> Recipe:
    return normalise({"model": "emoji-vector", **fields}, MODELS)


def test_three_words_become_everything_that_decides_the_bytes() -> None:
    assert recipe(prompt="smiling cat", seed=7).model_dump(mode="json") == {
        "model": "emoji-vector",
        "weights": "0123456789abcdef",
        "conditioning": '"smiling cat"',
        "noise": "noise(7)",
        "steps": 4,
        "sampler": "mean_flow",
        "guidance_scale": 3.0,
        "steering": [],
        "width": 64,
        "height": 64,
        "format": "png",
    }


GOLDEN = "163e0de8fc7831ef20026a155fcb3789"


def test_the_id_of_a_recipe_never_changes() -> None:
    # Golden: pictures are stored and shared under this id.
    assert recipe_id(recipe(prompt="smiling cat", seed=7)) == GOLDEN


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"prompt": "a  cat "}, {"conditioning": '"a cat"'}),
        ({"prompt": "cat", "seed": 0}, {"prompt": "cat"}),
        ({"conditioning": "a - b + c"}, {"conditioning": '("a" - "b") + "c"'}),
        ({"prompt": "a", "guidance_scale": 3}, {"prompt": "a", "guidance_scale": 3.0000001}),
        ({"prompt": "a", "steering": [{"direction": "age", "scale": 0}]}, {"prompt": "a"}),
        (
            {"prompt": "a", "steering": [{"direction": "smile", "scale": 1}, {"direction": "age", "scale": 1}]},
            {"prompt": "a", "steering": [{"direction": "age", "scale": 1}, {"direction": "smile", "scale": 1.0}]},
        ),
    ],
)  # fmt: skip
def test_equal_meanings_have_equal_ids(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert recipe_id(recipe(**one)) == recipe_id(recipe(**other))


def test_every_field_counts() -> None:
    variants: list[dict[str, Any]] = [
        {},
        {"seed": 1},
        {"prompt": "dog"},
        {"steps": 2},
        {"guidance_scale": 2.5},
        {"steering": [{"direction": "smile", "scale": 1}]},
    ]
    ids = {recipe_id(recipe(**{"prompt": "cat", **variant})) for variant in variants}
    assert len(ids) == len(variants)


def test_a_canonical_recipe_is_its_own_canonical_form() -> None:
    first = recipe(conditioning="mix(a, b; .2, .8)", noise="vary(noise(3))", steps=1)
    again = normalise(json.loads(canonical_json(first)), MODELS)
    assert again == first
    assert canonical_json(again) == canonical_json(first)


def test_a_model_without_words_has_no_conditioning() -> None:
    made = normalise({"model": "emoji-vae", "seed": 3}, MODELS)
    assert (made.conditioning, made.noise) == ("", "noise(3)")
    with pytest.raises(InvalidInput, match="takes no words"):
        normalise({"model": "emoji-vae", "prompt": "cat"}, MODELS)


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"model": "nothing"}, UnknownId),
        ({"model": 3}, InvalidInput),
        ({"prompt": 3}, InvalidInput),
        ({"prompt": "x" * 2001}, InvalidInput),
        ({"prompt": "\ud800"}, InvalidInput),
        ({"prompt": "a", "conditioning": "a"}, InvalidInput),
        ({"seed": 1, "noise": "noise(1)"}, InvalidInput),
        ({"seed": -1}, InvalidInput),
        ({"seed": 2**53}, InvalidInput),
        ({"seed": True}, InvalidInput),
        ({"seed": 1.5}, InvalidInput),
        ({"steps": 3}, InvalidInput),
        ({"steps": True}, InvalidInput),
        ({"steps": 1.0}, InvalidInput),
        ({"sampler": "ddim"}, InvalidInput),
        ({"guidance_scale": 9}, InvalidInput),
        ({"guidance_scale": float("nan")}, InvalidInput),
        ({"guidance_scale": "3"}, InvalidInput),
        ({"width": 128}, InvalidInput),
        ({"format": "bmp"}, InvalidInput),
        ({"negative_prompt": "x"}, InvalidInput),
        ({"weights": "f" * 16}, Conflict),
        ({"steering": "smile"}, InvalidInput),
        ({"steering": [{"direction": "nose", "scale": 1}]}, UnknownId),
        ({"steering": [{"direction": "smile", "scale": 3}]}, InvalidInput),
        ({"steering": [{"direction": "smile"}]}, InvalidInput),
        ({"steering": [{"direction": "smile", "scale": 1}] * 2}, InvalidInput),
        ({"conditioning": "a +"}, InvalidExpression),
        ({"conditioning": "a - b"}, InvalidExpression),
        ({"conditioning": "noise(1)"}, WrongSpace),
        ({"noise": "cat"}, WrongSpace),
        ({"noise": 7}, InvalidInput),
    ],
)
def test_bad_recipes_are_refused_with_what_would_be_right(
    fields: dict[str, Any], error: type[RashinError]
) -> None:
    with pytest.raises(error) as caught:
        recipe(**fields)
    assert caught.value.expected
    assert caught.value.status in (404, 409, 422)


def test_what_is_no_object_is_refused() -> None:
    with pytest.raises(InvalidInput):
        normalise([1, 2], MODELS)  # type: ignore[arg-type]


def test_a_recipe_cannot_be_changed_afterwards() -> None:
    with pytest.raises(ValidationError):
        recipe(prompt="a").steps = 1


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from([*Recipe.model_fields, "prompt", "seed"]), JSON, max_size=5))
def test_any_json_is_a_recipe_or_a_typed_error(fields: dict[str, Any]) -> None:
    try:
        made = normalise({"model": "emoji-vector", **fields}, MODELS)
    except RashinError:
        return
    assert len(recipe_id(made)) == 32
