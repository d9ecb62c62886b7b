"""What a line in the search box asks for: fields of recipes, and words.

`model:emoji-vector seed:7 style:noto smiling cat` — every field narrows, the words rank.
"""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.errors import InvalidInput
from inference.maps.fields import field_of
from inference.maps.files import NOTHING, STOCK, MapFolder

FIELDS = ("model", "seed", "steps", "guidance_scale", "prompt", "noise")
RANGE = ".."
Array = NDArray[Any]


@dataclass(frozen=True)
class Term:
    """One field and what it should be; `minus` where it should not."""

    field: str
    value: str
    minus: bool
    position: int


def read_query(query: str, columns: Sequence[str]) -> tuple[list[Term], str]:
    """Return the terms of a query and the words that are left. Raises `InvalidInput`."""
    try:
        parts = shlex.split(query.replace("'", "\\'"))
    except ValueError as error:
        raise InvalidInput(
            "a quotation mark is not closed", position=query.rfind('"'), expected='"'
        ) from error
    terms, words = [], []
    for part in parts:
        field, colon, value = part.partition(":")
        name = field.removeprefix("-").lower()
        if not colon or not value or not name.replace("_", "").isalpha():
            words.append(part)
            continue
        position = max(0, query.find(field))
        if name not in (*FIELDS, *columns):
            raise InvalidInput(
                f"this map has no field {name[:40]!r}",
                position=position,
                expected=", ".join([*FIELDS, *columns]),
            )
        terms.append(Term(name, value, field.startswith("-"), position))
    return terms, " ".join(words)


def matching(map: MapFolder, terms: Sequence[Term]) -> Array:
    """Return which points (count,) meet every term."""
    kept = np.ones(map.count, bool)
    for term in terms:
        exact = term.field in FIELDS and (map.folder / STOCK).is_file()
        if term.field in map.columns and not exact:
            found = _by_column(map, term)
        elif term.field == "prompt":
            wanted = term.value.lower()
            found = np.array([wanted in str(p).lower() for p in map.stock["prompts"]], bool)
        else:
            found = _by_recipe(map, term)
        kept &= ~found if term.minus else found
    return kept


def titles_with(map: MapFolder, words: str) -> Array:
    """Return the share (count,) of the words that a point's names and prompt contain."""
    wanted = words.lower().split()
    stock = map.stock
    shares = np.zeros(map.count, np.float32)
    for n, texts in enumerate(
        zip(stock["prompts"], stock["names_en"], stock["names_ja"], strict=True)
    ):
        text = " ".join(str(each) for each in texts).lower()
        shares[n] = sum(word in text for word in wanted) / max(1, len(wanted))
    return shares


def _by_column(map: MapFolder, term: Term) -> Array:
    """Match the entry of a legend by either of its names, or the number of a scale."""
    card = next(item for item in map.info["columns"] if item["id"] == term.field)
    values = map.columns[term.field]
    if card.get("kind") == "number":
        low, high = _range(term)
        numbers = card["min"] + values / 254 * (card["max"] - card["min"])
        return (values != NOTHING) & (numbers >= low) & (numbers <= high)
    wanted = term.value.lower()
    places = [
        place
        for place, entry in enumerate(card["legend"])
        if wanted in (str(entry["title"]["en"]).lower(), str(entry["title"]["ja"]).lower())
    ]
    if not places:
        names = ", ".join(str(entry["title"]["en"]) for entry in card["legend"][:20])
        raise InvalidInput(
            f"no {term.field} called {term.value[:40]!r}", position=term.position, expected=names
        )
    return np.isin(values, places)


def _by_recipe(map: MapFolder, term: Term) -> Array:
    stock = map.stock
    if term.field == "seed" and "seeds" in stock:
        low, high = _range(term)
        seeds = np.array(stock["seeds"])
        return (seeds >= low) & (seeds <= high)
    if "recipe" in stock and term.field != "seed":
        same = _same(stock["recipe"].get(term.field), term)
        return np.full(map.count, same)
    return np.array(
        [_same(field_of(recipe, term.field), term) for recipe in stock["recipes"]], bool
    )


def _same(value: Any, term: Term) -> bool:
    if isinstance(value, int | float):
        low, high = _range(term)
        return low <= value <= high
    return str(value or "").lower() == term.value.lower()


def _range(term: Term) -> tuple[float, float]:
    """Return the numbers that `7` or `3..9` means."""
    first, dots, last = term.value.partition(RANGE)
    try:
        low = float(first) if first else -np.inf
        return low, (float(last) if last else np.inf) if dots else low
    except ValueError:
        raise InvalidInput(
            f"{term.field} is a number", position=term.position, expected="7 or 3..9"
        ) from None
