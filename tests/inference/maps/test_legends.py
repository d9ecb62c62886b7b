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
