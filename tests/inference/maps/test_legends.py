import itertools

from inference.maps.files import NOTHING
from inference.maps.legends import PALETTE, TONES, columns_of
from inference.maps.stock import Item

WHITE, DARK = (1.0, 1.0, 1.0), (0.0056, 0.0056, 0.0056)


def linear(colour: str) -> tuple[float, ...]:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)


def luminance(rgb: tuple[float, ...]) -> float:
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def contrast(a: tuple[float, ...], b: tuple[float, ...]) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def deuteranope(rgb: tuple[float, ...]) -> tuple[float, ...]:
    """What is left of a linear colour without the middle cones (Viénot et al. 1999)."""
    r, g, b = rgb
    yellow = 0.29275 * r + 0.70725 * g
    return yellow, yellow, -0.02234 * r + 0.02234 * g + b


def test_every_colour_can_be_told_from_a_light_and_a_dark_page() -> None:
    for colour in (*PALETTE, *TONES.values()):
        for page in (WHITE, DARK):
            needed = 2.4 if colour in TONES.values() else 3
            assert contrast(linear(colour), page) >= needed, (colour, page)


def test_the_first_four_colours_stay_apart_without_red_and_green() -> None:
    for a, b in itertools.combinations(PALETTE[:4], 2):
        seen = deuteranope(linear(a)), deuteranope(linear(b))
        roots = [[max(x, 0) ** (1 / 2.2) for x in colour] for colour in seen]
        assert sum((x - y) ** 2 for x, y in zip(*roots, strict=True)) ** 0.5 > 0.15, (a, b)


def item(**attributes: str) -> Item:
    return Item({}, "", "", "", attributes=attributes)


def test_a_column_has_a_legend_in_both_languages_and_values_that_point_into_it() -> None:
    cards, values = columns_of([item(group="food-drink", tone="dark"), item(group="objects")])
    assert [card["id"] for card in cards] == ["group", "tone"]
    for card in cards:
        assert set(card["title"]) == {"en", "ja"}
        for value in values[card["id"]]:
            assert value == NOTHING or value < len(card["legend"])
    tones = cards[1]["legend"]
    assert [entry["title"]["en"] for entry in tones][-1] == "dark"
    assert values["tone"].tolist() == [4, NOTHING]


def test_items_without_attributes_have_one_colour() -> None:
    cards, values = columns_of([item(), item()])
    assert [card["id"] for card in cards] == ["all"]
    assert values["all"].tolist() == [0, 0]


def further(**columns: list[str]) -> list[Item]:
    rows = zip(*columns.values(), strict=True)
    return [item(**dict(zip(columns, row, strict=True))) for row in rows]


def test_numbers_with_gaps_and_moments_are_scales() -> None:
    size = [str(n) if n % 3 else "n/a" for n in range(30)]
    day = [f"2026-{1 + n % 12:02}-03" if n else "" for n in range(30)]
    cards, values = columns_of(further(size=size, day=day))
    assert [card["kind"] for card in cards] == ["number", "number"]
    assert (cards[0]["min"], cards[0]["max"]) == (1, 29)
    assert (values["size"] == NOTHING).tolist() == [n % 3 == 0 for n in range(30)]
    assert cards[1]["unit"] == "time"
    assert values["day"][0] == NOTHING
    assert values["day"][12] == 0  # January
    assert values["day"][11] == NOTHING - 1  # December


def test_few_numbers_stand_in_their_order_and_many_values_end_in_others() -> None:
    steps = ["20.0"] * 15 + ["4.0"] * 10 + ["8.0"] * 5
    town = [f"town {n % 12}" for n in range(30)]
    alone = [f"a text that nobody else has {n}" for n in range(30)]
    cards, values = columns_of(further(steps=steps, town=town, alone=alone))
    assert [card["id"] for card in cards] == ["steps", "town"]
    assert [entry["title"]["en"] for entry in cards[0]["legend"]] == ["4", "8", "20"]
    assert cards[1]["legend"][-1]["title"] == {"en": "others (3)", "ja": "その他 (3)"}
    assert (values["town"] == 9).sum() == 6
    assert values["steps"][0] == 2


def test_fields_of_recipes_that_differ_are_columns() -> None:
    recipes = [
        {
            "model": "m",
            "conditioning": f'"{"cat" if n % 2 else "dog"}"',
            "noise": f"noise({n})",
            "steps": 4 + 4 * (n % 2),
            "guidance_scale": 1.5,
            "steering": [{"direction": "age", "scale": 0.5}] if n % 3 else [],
        }
        for n in range(24)
    ]
    cards, values = columns_of([Item(recipe, "", "", "") for recipe in recipes])
    assert {card["id"] for card in cards} == {"prompt", "seed", "steps", "age"}
    titles = {card["id"]: card["title"]["ja"] for card in cards}
    assert titles["steps"] == "ステップ数"
    assert values["seed"].tolist()[0] == 0
    assert values["seed"].tolist()[-1] == NOTHING - 1
    assert len(set(values["age"].tolist())) == 2
