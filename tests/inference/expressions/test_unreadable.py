"""What keyboards make of the signs is read, and a mistake comes with what mends it."""

import pytest

from inference.errors import InvalidExpression, RashinError
from inference.expressions.grammar import parse, write
from inference.expressions.types import check
from tests.tiny import CARD


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        (
            "「笑顔の猫」 ー mix（「猫」、「犬」； ０．７，０．３）",
            '"笑顔の猫" - mix("猫", "犬"; 0.7, 0.3)',
        ),
        ("『王』－『男』＋『女』", '"王" - "男" + "女"'),
        ("王 ー 男 ＋ 女", '"王" - "男" + "女"'),
        ("ラーメン", '"ラーメン"'),
        ("“king” – “man”", '"king" - "man"'),
        ("ｎｏｉｓｅ（７）", "noise(7)"),
        ("１．５＊ｄｉｒ（＂smile＂）", '1.5 * dir("smile")'),
        ("mean（＠猫）", "mean(@猫)"),
        ("slerp(a, b, t＝0.5)", 'slerp("a", "b", t=0.5)'),
        ("「🐱」 × 2", '"🐱" * 2'),
    ],
)
def test_full_width_and_typographic_signs_are_read(typed: str, canonical: str) -> None:
    assert write(parse(typed)) == canonical
    assert parse(canonical) == parse(typed)


@pytest.mark.parametrize(
    ("source", "position", "mended"),
    [
        ("king + woman", 7, 'mix("king", "woman")'),
        ("slerp(king + woman, cat)", 13, 'slerp(mix("king", "woman"), cat)'),
        ("smiling cat - smile", 8, '"smiling cat" - smile'),
        ("vary(笑顔 猫, seed=3)", 8, 'vary("笑顔 猫", seed=3)'),
        ("🐱 - 🐶", 0, '"🐱" - 🐶'),
        ('"🐱" + "🐶"', 6, 'mix("🐱", "🐶")'),
        ('"king', 0, '"king"'),
        ("「王", 0, "「王」"),
        ("mix(a, b", 8, "mix(a, b)"),
        ("slrep(a, b)", 0, "slerp(a, b)"),
        ("cat + dir(smil)", 6, 'cat + dir("smile")'),
    ],
)
def test_a_mistake_is_mended_at_its_place(source: str, position: int, mended: str) -> None:
    with pytest.raises(RashinError) as caught:
        check(parse(source), CARD, source)
    error = caught.value
    assert error.position == position
    assert error.fix is not None
    assert source[: error.fix.start] + error.fix.text + source[error.fix.end :] == mended


def test_what_nobody_can_guess_has_no_fix() -> None:
    for source in ("king +", "a ! b", 'mix("a" "b")'):
        with pytest.raises(InvalidExpression) as caught:
            parse(source)
        assert caught.value.fix is None
        assert caught.value.hint
