import numpy as np
import pytest

from inference.maps.labels import figures, layers, name_regions, regions

THINGS = ["cat", "apple", "house", "sun"]


def towns(n: int = 400) -> tuple[np.ndarray, list[tuple[str, ...]]]:
    """Four groups of points, each of two halves, that talk about different things."""
    dice = np.random.default_rng(1)
    group, half = np.arange(n) % 4, np.arange(n) // 4 % 2
    centres = np.array([[0, 0], [10, 0], [0, 10], [10, 10]], float)
    xy = centres[group] + np.stack([half * 1.6, np.zeros(n)], 1) + dice.normal(0, 0.25, (n, 2))
    words = [
        ("emoji", THINGS[g], f"{THINGS[g]}-{'left' if h == 0 else 'right'}")
        for g, h in zip(group, half, strict=True)
    ]
    return xy.astype(np.float32), words


def test_regions_are_the_groups_and_their_names_what_they_share() -> None:
    xy, words = towns()
    levels = regions(xy, counts=(4, 8))
    name_regions(levels, {"en": words, "ja": words})
    assert sorted(region.words["en"][0] for region in levels[0]) == sorted(THINGS)
    found = figures(levels, words, "en")
    assert found["precision"] > 0.95
    assert found["specificity"] > 5


def test_children_lie_in_their_parents_and_do_not_repeat_their_words() -> None:
    xy, words = towns()
    levels = regions(xy, counts=(4, 8))
    name_regions(levels, {"en": words, "ja": words})
    assert len(levels[1]) == 8
    for child in levels[1]:
        assert child.parent is not None
        assert not set(child.words["en"]) & set(child.parent.words["en"])
        assert child.words["en"][0].startswith(child.parent.words["en"][0])


def test_a_region_that_does_not_split_keeps_its_name() -> None:
    xy, words = towns()
    levels = regions(xy, counts=(4, 4))
    name_regions(levels, {"en": words, "ja": words})
    assert sorted(r.words["en"] for r in levels[0]) == sorted(r.words["en"] for r in levels[1])


def test_a_plural_counts_as_its_singular() -> None:
    xy, words = towns()
    mixed = [("cats" if "cat" in item and i % 3 else item[1],) for i, item in enumerate(words)]
    levels = regions(xy, counts=(4,))
    name_regions(levels, {"en": mixed, "ja": mixed})
    assert ["cat"] in [region.words["en"] for region in levels[0]]


def test_layers_follow_each_other_without_a_gap_and_lie_inside_the_map() -> None:
    xy, words = towns()
    levels = regions(xy, counts=(4, 8))
    name_regions(levels, {"en": words, "ja": words})
    found = layers(levels)["layers"]
    assert found[0]["min_zoom"] == 0
    assert found[0]["max_zoom"] == found[1]["min_zoom"] > 0
    for label in (label for layer in found for label in layer["labels"]):
        assert xy[:, 0].min() - 0.5 <= label["x"] <= xy[:, 0].max() + 0.5
        assert label["title"]["en"]
        assert label["title"]["ja"]
        assert label["count"] > 0


@pytest.mark.parametrize("n", [20, 45])
def test_a_small_map_has_labels_too(n: int) -> None:
    xy, words = towns(n)
    levels = regions(xy)
    name_regions(levels, {"en": words, "ja": words})
    assert layers(levels)["layers"] is not None


def test_no_words_no_labels() -> None:
    xy, _ = towns(100)
    levels = regions(xy)
    name_regions(levels, {"en": [()] * 100, "ja": [()] * 100})
    assert layers(levels) == {"layers": []}
    assert figures(levels, [()] * 100, "en")["labels"] == 0
