from pathlib import Path

import numpy as np
import pytest

from inference.errors import InvalidInput
from inference.maps.files import MapFolder
from inference.maps.terms import matching, read_query, titles_with

SHIPPED = MapFolder(Path(__file__).parents[3] / "static" / "maps" / "emoji-vector")
COLUMNS = list(SHIPPED.columns)


def found(query: str) -> list[int]:
    terms, _ = read_query(query, COLUMNS)
    return np.flatnonzero(matching(SHIPPED, terms)).tolist()


def test_fields_narrow_and_the_words_are_left() -> None:
    terms, words = read_query('model:emoji-vector seed:3..900 smiling "cat face"', COLUMNS)
    assert [(term.field, term.value) for term in terms] == [
        ("model", "emoji-vector"),
        ("seed", "3..900"),
    ]
    assert words == "smiling cat face"


def test_a_term_and_its_opposite_part_the_points() -> None:
    with_, without = found("style:noto"), found("-style:noto")
    assert with_
    assert sorted(with_ + without) == list(range(SHIPPED.count))
    assert all("noto" in SHIPPED.stock["prompts"][n] for n in with_[:50])


def test_seeds_are_numbers_and_ranges() -> None:
    seeds = SHIPPED.stock["seeds"]
    assert {seeds[n] for n in found(f"seed:{seeds[5]}")} == {seeds[5]}
    assert all(100 <= seeds[n] <= 200 for n in found("seed:100..200"))
    assert found("model:another") == []
    assert set(found("prompt:cat seed:0..5000")) <= set(found("prompt:cat"))


@pytest.mark.parametrize(
    ("query", "position"),
    [("cat height:3", 4), ("seed:many", 0), ("cat style:oil", 4), ('cat "dog', 4)],
)
def test_what_cannot_be_asked_is_explained_at_its_place(query: str, position: int) -> None:
    with pytest.raises(InvalidInput) as refused:
        found(query)
    assert refused.value.position == position


def test_a_clock_time_is_no_field() -> None:
    assert read_query("at 10:30", COLUMNS) == ([], "at 10:30")


def test_names_are_searched_where_words_have_no_place() -> None:
    shares = titles_with(SHIPPED, "red apple")
    assert "red apple" in SHIPPED.stock["names_en"][int(shares.argmax())]
    assert shares.max() == 1
