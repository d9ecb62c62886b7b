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


SHA = "ab" * 32
BORROWED: dict[str, Any] = {
    **MODELS["emoji-vector"],
    "id": "borrowed",
    "steps": {"min": 1, "max": 150, "default": 20},
    "samplers": ["euler", "ddim"],
    "image": {"width": 512, "height": 512, "sizes": {"min": 64, "max": 1024, "multiple": 8}},
    "negative_prompt": True,
    "image_to_image": True,
    "prompt_weighting": True,
    "inversions": [{"id": "ddim-50"}, {"id": "flow-24"}],
    "loras": [{"id": "ink", "range": {"min": -1, "max": 1, "default": 0.5}}, {"id": "clay"}],
}


def borrowed(**fields: Any) -> Recipe:
    return normalise({"model": "borrowed", **fields}, {"borrowed": BORROWED})


def test_what_the_model_has_no_use_for_is_not_written() -> None:
    new = {"negative_prompt", "weighted", "image", "strength", "loras"}
    assert not new & set(recipe(prompt="a").model_dump(mode="json"))
    silent = {
        "negative_prompt": "",
        "weighted": False,
        "image": None,
        "strength": None,
        "loras": [],
    }
    assert recipe(prompt="smiling cat", seed=7, **silent) == recipe(prompt="smiling cat", seed=7)
    assert new & set(borrowed().model_dump(mode="json")) == {"negative_prompt"}


def test_every_new_field_counts_where_the_model_knows_it() -> None:
    variants: list[dict[str, Any]] = [
        {},
        {"negative_prompt": "blur"},
        {"weighted": True},
        {"image": SHA, "strength": 0.5},
        {"image": SHA, "strength": 0.6},
        {"loras": [{"id": "ink", "scale": 0.5}]},
        {"width": 64},
        {"steps": 7},
        {"sampler": "ddim"},
    ]
    made = [borrowed(prompt="cat", **variant) for variant in variants]
    assert len({recipe_id(each) for each in made}) == len(variants)
    for each in made:
        again = normalise(json.loads(canonical_json(each)), {"borrowed": BORROWED})
        assert again == each
        assert Recipe.model_validate_json(canonical_json(each)) == each


def test_new_fields_have_one_spelling() -> None:
    for one, other in (
        ({"negative_prompt": " a \n b"}, {"negative_prompt": "a b"}),
        ({"image": SHA}, {"image": SHA, "strength": 0.6}),
        ({"loras": [{"id": "ink"}]}, {"loras": [{"id": "ink", "scale": 0.5}]}),
        ({"loras": [{"id": "ink", "scale": 0}]}, {}),
        (
            {"loras": [{"id": "ink", "scale": 1}, {"id": "clay", "scale": 1}]},
            {"loras": [{"id": "clay"}, {"id": "ink", "scale": 1.0}]},
        ),
        ({"noise": f'img("{SHA}")'}, {"noise": f'img("{SHA}", "ddim-50")'}),
    ):
        assert recipe_id(borrowed(**one)) == recipe_id(borrowed(**other)), one


def test_the_environment_is_read_over() -> None:
    told = recipe(prompt="smiling cat", seed=7, environment={"torch": "2.11", "device": "cpu"})
    assert recipe_id(told) == GOLDEN


def test_a_recipe_knows_the_pictures_that_it_looks_at() -> None:
    other = "cd" * 32
    noise = f'interpolate(img("{other}", "flow-24"), noise(1))'
    assert borrowed(image=SHA, noise=noise).images == {SHA, other}
    assert recipe(prompt=f'img("{SHA}")').images == set()


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"negative_prompt": 3}, InvalidInput),
        ({"negative_prompt": "x" * 2001}, InvalidInput),
        ({"negative_prompt": "\ud800"}, InvalidInput),
        ({"weighted": "yes"}, InvalidInput),
        ({"image": "x"}, InvalidInput),
        ({"image": SHA.upper()}, InvalidInput),
        ({"image": SHA, "strength": 0}, InvalidInput),
        ({"image": SHA, "strength": 1.1}, InvalidInput),
        ({"strength": 0.5}, InvalidInput),
        ({"loras": "ink"}, InvalidInput),
        ({"loras": ["ink"]}, InvalidInput),
        ({"loras": [{"id": "oil"}]}, UnknownId),
        ({"loras": [{"id": "ink", "scale": 1.5}]}, InvalidInput),
        ({"loras": [{"id": "ink"}, {"id": "ink"}]}, InvalidInput),
        ({"width": 60}, InvalidInput),
        ({"width": 68}, InvalidInput),
        ({"height": 1032}, InvalidInput),
        ({"width": True}, InvalidInput),
        ({"width": 512.0}, InvalidInput),
        ({"steps": 0}, InvalidInput),
        ({"steps": 151}, InvalidInput),
        ({"steps": True}, InvalidInput),
        ({"noise": f'img("{SHA}", "magic")'}, UnknownId),
    ],
)
def test_bad_new_fields_are_refused(fields: dict[str, Any], error: type[RashinError]) -> None:
    with pytest.raises(error) as caught:
        borrowed(**fields)
    assert caught.value.expected


@pytest.mark.parametrize(
    "fields",
    [
        {"negative_prompt": "x"},
        {"weighted": True},
        {"image": SHA},
        {"loras": [{"id": "ink"}]},
    ],
)
def test_a_model_refuses_what_its_card_does_not_offer(fields: dict[str, Any]) -> None:
    with pytest.raises((InvalidInput, UnknownId)):
        recipe(**fields)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@pytest.mark.parametrize("card", [MODELS["emoji-vector"], BORROWED], ids=["ours", "borrowed"])
@settings(deadline=None)
@given(
    fields=st.dictionaries(
        st.sampled_from([*Recipe.model_fields, "prompt", "seed"]), JSON, max_size=5
    )
)
def test_any_json_is_a_recipe_or_a_typed_error(
    card: dict[str, Any], fields: dict[str, Any]
) -> None:
    try:
        made = normalise({"model": card["id"], **fields}, {card["id"]: card})
    except RashinError:
        return
    assert len(recipe_id(made)) == 32
