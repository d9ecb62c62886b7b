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

from inference.maps.files import NOTHING
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
    for name in _further(items):
        texts = [item.attributes.get(name, "") for item in items]
        card, cells = _numbers(texts) or _categories(texts)
        card = {"id": slug(name, values), "title": {"en": name, "ja": name}, **card}
        cards.append(card)
        values[card["id"]] = cells
    if not cards:
        everything = {"title": {"en": "all points", "ja": "すべての点"}, "colour": PALETTE[0]}
        cards = [{"id": "all", "title": {"en": "All", "ja": "すべて"}, "legend": [everything]}]
        values = {"all": np.zeros(len(items), np.uint8)}
    return cards, values


def _further(items: Sequence[Item]) -> list[str]:
    """Return the attributes that are none of the emoji's, in their order, at most `MOST_FURTHER`."""
    names = dict.fromkeys(name for item in items for name in item.attributes)
    return [name for name in names if name not in {*COLUMNS, "subgroup"}][:MOST_FURTHER]


def _numbers(texts: Sequence[str]) -> tuple[dict[str, Any], NDArray[np.uint8]] | None:
    """Return a column of numbers as bytes 0 … 254 over its range; None where it is none."""
    if len(set(texts)) <= len(PALETTE):
        return None
    try:
        numbers = np.array([float(text) if text else np.nan for text in texts])
    except ValueError:
        return None
    known = np.isfinite(numbers)
    if not known.any():
        return None
    low, high = float(numbers[known].min()), float(numbers[known].max())
    share = (np.where(known, numbers, low) - low) / max(high - low, 1e-12)
    cells = np.where(known, np.round(share * (NOTHING - 1)), NOTHING).astype(np.uint8)
    return {"kind": "number", "min": low, "max": high, "legend": []}, cells


def _categories(texts: Sequence[str]) -> tuple[dict[str, Any], NDArray[np.uint8]]:
    """Return a column of the most common values; the others have none."""
    count = Counter(text for text in texts if text)
    names = [name for name, _ in count.most_common(len(PALETTE))]
    place = {name: index for index, name in enumerate(names)}
    cells = np.array([place.get(text, NOTHING) for text in texts], np.uint8)
    legend = [
        {"title": {"en": name[:80], "ja": name[:80]}, "colour": PALETTE[index]}
        for name, index in place.items()
    ]
    return {"legend": legend}, cells


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
