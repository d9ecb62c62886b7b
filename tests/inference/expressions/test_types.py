import subprocess
import sys

import pytest

from inference.errors import InvalidExpression, UnknownId, WrongSpace
from inference.expressions.grammar import parse, write
from inference.expressions.types import check
from tests.tiny import CARD, NOISE, PROMPT, WORDLESS


def checked(source: str) -> str:
    return write(check(parse(source), CARD).node)


@pytest.mark.parametrize(
    ("source", "kind", "space"),
    [
        ("cat", "point", PROMPT),
        ("noise(1)", "point", NOISE),
        ("cat - dog", "direction", PROMPT),
        ("king - man + woman", "point", PROMPT),
        ("noise(1) - noise(2) + noise(3)", "point", NOISE),
        ("2 * (cat - dog) + dir(smile)", "direction", PROMPT),
        ("dir(smile) + cat", "point", PROMPT),
        ("cat - dir(smile)", "point", PROMPT),
        ("(cat - dog) * 2", "direction", PROMPT),
        ("mix(a, b, c; 1, 2, 3)", "point", PROMPT),
        ("vary(noise(1))", "point", NOISE),
        ("steer(cat, dir(old, young), scale=2)", "point", PROMPT),
        ("arithmetic(king, man, woman)", "point", PROMPT),
        ("2 * 3", "number", None),
    ],
)
def test_every_expression_has_a_kind_and_a_space(source: str, kind: str, space: str | None) -> None:
    found = check(parse(source), CARD).type
    assert (found.kind, found.space) == (kind, space)


@pytest.mark.parametrize(
    ("source", "canonical"),
    [
        ("slerp(a, b)", 'interpolate("a", "b", along="arc", t=0.5)'),
        ("lerp(a, b, 0.25)", 'interpolate("a", "b", along="line", t=0.25)'),
        ("interpolate(a, b, t=.3)", 'interpolate("a", "b", along="arc", t=0.3)'),
        ("mix(a, b)", 'mix("a", "b")'),
        ("mix(a, b; 1, 2)", 'mix("a", "b"; 1, 2)'),
        ("vary(a, 0.5)", 'vary("a", amount=0.5, seed=1)'),
        ("dir(smile) * 2 + cat", '2 * dir("smile") + "cat"'),
    ],
)
def test_checking_writes_every_knob_out(source: str, canonical: str) -> None:
    assert checked(source) == canonical
    assert checked(canonical) == canonical


@pytest.mark.parametrize(
    ("source", "error", "position", "says"),
    [
        ("king + woman", InvalidExpression, 7, "two points cannot be added"),
        ("cat + noise(1)", WrongSpace, 6, "do not mix"),
        ("mix(cat, noise(1))", WrongSpace, 9, "do not mix"),
        ("2 * cat", InvalidExpression, 0, "cannot be multiplied"),
        ("dir(smile) * dir(age)", InvalidExpression, 0, "cannot be multiplied"),
        ("dir(smile) - cat", InvalidExpression, 13, "taken from a direction"),
        ("cat + 2", InvalidExpression, 6, "number"),
        ("cat + dir(nose)", UnknownId, 6, "no direction called 'nose'"),
        ("slrep(a, b)", InvalidExpression, 0, "no operation called 'slrep'"),
        ("interpolate(a)", InvalidExpression, 0, "takes 2"),
        ("mix()", InvalidExpression, 0, "at least one"),
        ("mix(a, b; 1)", InvalidExpression, 0, "2 points but 1 weights"),
        ("mix(a; 9)", InvalidExpression, 0, "weights"),
        ("steer(a, b)", InvalidExpression, 9, "not a direction"),
        ("interpolate(a, dir(smile))", InvalidExpression, 15, "not a point"),
        ("interpolate(a, b, t=2)", InvalidExpression, 0, "less than or equal to 1"),
        ("interpolate(a, b, q=2)", InvalidExpression, 0, "q"),
        ('interpolate(a, b, along="up")', InvalidExpression, 0, "along"),
        ("slerp(a, b, 0.5, t=0.2)", InvalidExpression, 0, "twice"),
        ("vary(a, seed=1.5)", InvalidExpression, 0, "seed"),
    ],
)
def test_what_does_not_fit_says_where_and_why(
    source: str, error: type[Exception], position: int, says: str
) -> None:
    with pytest.raises(error, match=says) as caught:
        check(parse(source), CARD)
    assert caught.value.position == position  # type: ignore[attr-defined]


def test_adding_two_points_suggests_a_mix() -> None:
    with pytest.raises(InvalidExpression) as caught:
        check(parse("king + woman"), CARD)
    assert caught.value.hint == 'did you mean mix("king", "woman")?'


def test_a_model_without_words_says_so() -> None:
    with pytest.raises(InvalidExpression, match="no place for words"):
        check(parse("cat"), WORDLESS)
    assert check(parse(f'img("{"a" * 64}")'), WORDLESS).type.space == "emoji-vae.latent"


SHA = "a" * 64


def test_a_picture_says_how_it_becomes_noise() -> None:
    card = {**CARD, "inversions": [{"id": "flow-24"}, {"id": "ddim-50"}]}
    shown = {
        source: write(check(parse(source), card).node)
        for source in (f'img("{SHA}")', f'img("{SHA}", "ddim-50")')
    }
    assert list(shown.values()) == [f'img("{SHA}", "flow-24")', f'img("{SHA}", "ddim-50")']
    with pytest.raises(UnknownId, match="no inversion called 'magic'") as caught:
        check(parse(f'noise(1) - img("{SHA}", "magic")'), card)
    assert caught.value.position == 11
    # A model that simply encodes pictures has nothing to choose from.
    assert write(check(parse(f'img("{SHA}")'), WORDLESS).node) == f'img("{SHA}")'
    with pytest.raises(UnknownId):
        check(parse(f'img("{SHA}", "flow-24")'), WORDLESS)


def test_pictures_are_refused_by_a_model_that_can_neither_encode_nor_invert_them() -> None:
    blind = {**CARD, "verbs": ["encode", "sample", "decode", "steer", "embed"]}
    with pytest.raises(InvalidExpression, match="no place for pictures"):
        check(parse(f'img("{SHA}")'), blind)
    assert check(parse(f'img("{SHA}")'), {**blind, "inversions": [{"id": "flow-24"}]}).node


def test_every_part_has_a_type_and_a_place() -> None:
    parts = check(parse("king - man + woman"), CARD).parts
    assert [(p["start"], p["end"], p["kind"]) for p in parts] == [
        (0, 18, "point"),
        (0, 10, "direction"),
        (0, 4, "point"),
        (7, 10, "point"),
        (13, 18, "point"),
    ]


def test_reading_checking_and_normalising_need_no_torch() -> None:
    code = (
        "import sys\n"
        "from tests.tiny_card import MODELS\n"
        "from inference.recipe import normalise\n"
        "import inference.maps.files, inference.contracts\n"
        "normalise({'model': 'emoji-vector', 'conditioning': 'mix(a, b)'}, MODELS)\n"
        "assert 'torch' not in sys.modules"
    )
    subprocess.run(
        [sys.executable, "-c", code.replace("from tests.tiny_card import MODELS\n", _models())],
        check=True,
    )


def _models() -> str:
    return f"MODELS = {{'emoji-vector': {CARD!r}}}\n"
