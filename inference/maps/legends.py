"""Columns that colour a map: what they are called, in both languages, and their colours.

Every colour has a contrast of at least 3 to white and to near-black, and they stay apart for people
who do not see red and green as different.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.maps.fields import TITLES, varying
from inference.maps.files import NOTHING
from inference.maps.measures import measures, numbers_of
from inference.maps.stock import Item

MOST_FURTHER = 16
PALETTE = (
    "#3b7dc4", "#cc5a1f", "#2f8f5b", "#b0479b", "#a37f00", "#0f93a8", "#7a5fd0", "#d2496a",
    "#6f8433", "#777777",
)  # fmt: skip
TONES = {
    "light": "#c9906a", "medium-light": "#b97f55", "medium": "#a06a42",
    "medium-dark": "#8d5a3b", "dark": "#7a5244",
}  # fmt: skip
COLUMNS = {
    "group": ("Group", "種類"),
    "style": ("Style", "画風"),
    "tone": ("Skin tone", "肌の色"),
    "gender": ("Gender", "性別"),
}
NAMES = {
    "smileys-emotion": ("Smileys and emotion", "顔と感情"),
    "people-body": ("People and body", "人と体"),
    "animals-nature": ("Animals and nature", "動物と自然"),
    "food-drink": ("Food and drink", "食べ物と飲み物"),
    "travel-places": ("Travel and places", "旅行と場所"),
    "activities": ("Activities", "活動"),
    "objects": ("Objects", "物"),
    "symbols": ("Symbols", "記号"),
    "flags": ("Flags", "旗"),
    "noto": ("Noto", "Noto"),
    "twemoji": ("Twemoji", "Twemoji"),
    "fluent 3d": ("Fluent 3D", "Fluent 3D"),
    "fluent flat": ("Fluent flat", "Fluent フラット"),
    "light": ("light", "薄い"),
    "medium-light": ("medium-light", "やや薄い"),
    "medium": ("medium", "中間"),
    "medium-dark": ("medium-dark", "やや濃い"),
    "dark": ("dark", "濃い"),
    "woman": ("woman", "女性"),
    "man": ("man", "男性"),
}


def columns_of(items: Sequence[Item]) -> tuple[list[dict[str, Any]], dict[str, NDArray[np.uint8]]]:
    """Return the columns' cards and values (n,); those that say nothing about the items are left out.

    A map without any attribute gets one column of which everything is the same.
    """
    cards, values = [], {}
    for id, (english, japanese) in COLUMNS.items():
        count = Counter(item.attributes.get(id, "") for item in items)
        count.pop("", None)
        names = (
            list(TONES) if id == "tone" else [name for name, _ in count.most_common(len(PALETTE))]
        )
        if not count:
            continue
        place = {name: index for index, name in enumerate(names)}
        values[id] = np.array(
            [place.get(item.attributes.get(id, ""), NOTHING) for item in items], np.uint8
        )
        legend = [
            {"title": _title(name), "colour": TONES[name] if id == "tone" else PALETTE[index]}
            for name, index in place.items()
        ]
        cards.append({"id": id, "title": {"en": english, "ja": japanese}, "legend": legend})
    fields = varying([item.recipe for item in items])
    for name in _further(items, fields):
        texts = [
            item.attributes.get(name, own.get(name, ""))
            for item, own in zip(items, fields, strict=True)
        ]
        found = measures(texts) or _categories(texts)
        if found is None:
            continue
        card, cells = found
        english, japanese = TITLES.get(name, (name, name))
        card = {"id": slug(name, values), "title": {"en": english, "ja": japanese}, **card}
        cards.append(card)
        values[card["id"]] = cells
    if not cards:
        everything = {"title": {"en": "all points", "ja": "すべての点"}, "colour": PALETTE[0]}
        cards = [{"id": "all", "title": {"en": "All", "ja": "すべて"}, "legend": [everything]}]
        values = {"all": np.zeros(len(items), np.uint8)}
    return cards, values


def _further(items: Sequence[Item], fields: Sequence[Mapping[str, str]]) -> list[str]:
    """Return the attributes that are none of the emoji's, then fields, at most `MOST_FURTHER`."""
    given = dict.fromkeys(name for item in items for name in item.attributes)
    names = given | dict.fromkeys(name for own in fields for name in own)
    return [name for name in names if name not in {*COLUMNS, "subgroup"}][:MOST_FURTHER]


def _categories(texts: Sequence[str]) -> tuple[dict[str, Any], NDArray[np.uint8]] | None:
    """Return a column of the most common values, what else there is taken together; "" is none.

    Numbers stand in their order. None for texts of which hardly any two are alike.
    """
    count = Counter(text for text in texts if text)
    if not count or (len(count) > 2 * len(PALETTE) and len(count) > count.total() / 2):
        return None
    names = [name for name, _ in count.most_common(len(PALETTE))]
    others = len(count) - len(names) + 1
    if others > 1:
        names = names[:-1]
    order = numbers_of(names)
    if order is not None:
        names = [name for _, name in sorted(zip(order.tolist(), names, strict=True))]
    place = {name: index for index, name in enumerate(names)}
    rest = len(names) if others > 1 else NOTHING
    cells = np.array([place.get(text, rest) if text else NOTHING for text in texts], np.uint8)
    said = [(name[:80], name[:80]) for name in _plainly(names)]
    if others > 1:
        said.append((f"others ({others})", f"その他 ({others})"))
    colours = [*PALETTE[: len(names)], *([PALETTE[-1]] if others > 1 else [])]
    legend = [
        {"title": {"en": english, "ja": japanese}, "colour": colour}
        for (english, japanese), colour in zip(said, colours, strict=True)
    ]
    return {"legend": legend}, cells


def _plainly(names: Sequence[str]) -> list[str]:
    """Return names as people write them: 3.0 is 3."""
    numbers = numbers_of(names)
    if numbers is None or not np.isfinite(numbers).all():
        return list(names)
    return [f"{number:.10g}" for number in numbers.tolist()]


def slug(name: str, taken: Mapping[str, Any]) -> str:
    """Return an id for a column that can be part of a path and of a query."""
    bare = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")[:40] or "column"
    id, number = bare, 2
    while id in taken:
        id, number = f"{bare}_{number}", number + 1
    return id


def _title(name: str) -> dict[str, str]:
    english, japanese = NAMES.get(name, (name, name))
    return {"en": english, "ja": japanese}
