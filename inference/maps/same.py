"""The points of one map once more: with another model, or to be seen in another space."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from inference.maps.fields import TITLES
from inference.maps.files import NOTHING, MapFolder
from inference.maps.legends import NAMES
from inference.maps.stock import Item, words_of

# What another model can do with a recipe: its words and its noise.
SHARED = ("prompt", "conditioning", "seed", "noise", "negative_prompt")


def same_recipes(
    folder: Path, points: Sequence[int] | None, defaults: Mapping[str, Any]
) -> list[Item]:
    """Return points of a map as items with its names, keywords and columns.

    Their recipes are whole for the same model. For another one they keep words and noise; steps,
    guidance, sampler and steering mean something else there, and are those that it likes best.
    """
    map = MapFolder(folder)
    stock, model = map.stock, defaults["model"]
    known = {english: name for name, (english, _) in NAMES.items()}
    kept = [card for card in map.info["columns"] if card["id"] not in {*TITLES, "all"}]
    items = []
    for n in range(map.count) if points is None else points:
        recipe = map.recipe(n)
        if recipe.get("model") != model:
            recipe = {name: recipe[name] for name in SHARED if name in recipe} | dict(defaults)
        items.append(
            Item(
                recipe,
                stock["prompts"][n],
                stock["names_en"][n],
                stock["names_ja"][n],
                *_keywords(stock, n),
                dict(_attributes(map, kept, n, known)),
            )
        )
    return items


def _keywords(stock: Mapping[str, Any], n: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the keywords of a point; where a map has none, the words of its names."""
    if "keywords_en" in stock:
        return tuple(stock["keywords_en"][n]), tuple(stock["keywords_ja"][n])
    return words_of(str(stock["names_en"][n])), words_of(str(stock["names_ja"][n]))


def _attributes(
    map: MapFolder, kept: Sequence[Mapping[str, Any]], n: int, known: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for card in kept:
        cell = int(map.columns[card["id"]][n])
        if cell == NOTHING:
            continue
        if card.get("kind") == "number":
            share = cell / (NOTHING - 1)
            yield card["id"], f"{card['min'] + share * (card['max'] - card['min']):.6g}"
        elif cell < len(card["legend"]):
            title = str(card["legend"][cell]["title"]["en"])
            yield card["id"], known.get(title, title)
