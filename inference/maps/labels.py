"""Names for regions at several zoom levels, from keywords alone.

Regions are the hills of a density map at growing sharpness (as in embedding-atlas); their names are
words by class-based TF-IDF (Grootendorst, arXiv 2203.05794), turned to what a label is for: the
items inside should have one of its words, and those outside should not.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

Array = NDArray[Any]
GRID = 512
COUNTS = (16, 44, 110, 260)  # regions wanted at each level
LAND = 0.02  # less dense than this share of the highest top is sea
FEWEST_ITEMS = 6  # in a region with a name
MOST_WORDS = 3
SPECIAL_ENOUGH = 12.0  # a word this many times as common inside as outside needs no more
SAME = 0.8  # a child with this share of its parent's items is the same region and keeps its name
LANGUAGES = ("en", "ja")


@dataclass
class Region:
    """A hill of the density: its members, its top, and the region of the level above."""

    level: int
    members: Array
    top: tuple[float, float]
    parent: Region | None = None
    words: dict[str, list[str]] = field(default_factory=dict)
    alternates: dict[str, list[str]] = field(default_factory=dict)


def regions(xy: Array, counts: Sequence[int] = COUNTS) -> list[list[Region]]:
    """Return the regions of points (n, 2), coarse level first; every one knows its parent."""
    low, high = xy.min(0), xy.max(0)
    span = float((high - low).max()) or 1.0
    cells = ((xy - low) / span * (GRID * 0.9) + GRID * 0.05).astype(int)
    mass = np.zeros((GRID, GRID), np.float32)
    np.add.at(mass, (cells[:, 0], cells[:, 1]), 1)
    levels: list[list[Region]] = []
    above: Array | None = None
    fitting = [count for count in counts if count * FEWEST_ITEMS <= len(xy)]
    for level, wanted in enumerate(fitting or [max(2, len(xy) // 10)]):
        fewest = max(FEWEST_ITEMS, len(xy) // (wanted * 8))
        basins, tops = _basins(mass, _sharpness(mass, wanted))
        own = basins[cells[:, 0], cells[:, 1]]
        found: list[Region] = []
        numbers = np.full(len(xy), -1)
        for basin in np.unique(own[own >= 0]):
            members = np.flatnonzero(own == basin)
            if len(members) < fewest:
                continue
            top = (tops[basin] + 0.5 - GRID * 0.05) / (GRID * 0.9) * span + low
            region = Region(level, members, (float(top[0]), float(top[1])))
            if above is not None and levels:
                parents = above[members]
                parents = parents[parents >= 0]
                if len(parents):
                    region.parent = levels[-1][int(np.bincount(parents).argmax())]
            numbers[members] = len(found)
            found.append(region)
        levels.append(found)
        above = numbers
    return levels


def _sharpness(mass: Array, wanted: int) -> float:
    """Return the blur, in cells, at which the density has about `wanted` hills."""
    low, high = 0.8, 60.0
    for _ in range(12):
        middle = math.sqrt(low * high)
        if _hills(mass, middle) > wanted:
            low = middle
        else:
            high = middle
    return high


def _hills(mass: Array, blur: float) -> int:
    """Return how many hills the density has."""
    density = ndimage.gaussian_filter(mass, blur, mode="constant")
    tops = (density == ndimage.maximum_filter(density, 3)) & (density > LAND * density.max())
    return int(tops.sum())


def _basins(mass: Array, blur: float) -> tuple[Array, Array]:
    """Return for every cell the number of the hill it belongs to (−1 for the sea), and the tops."""
    density = ndimage.gaussian_filter(mass, blur, mode="constant")
    # Where to step: the highest of the nine cells around; a top steps onto itself.
    padded = np.pad(density, 1, constant_values=-1)
    shifts = [(dx, dy) for dx in (0, 1, 2) for dy in (0, 1, 2)]
    around = np.stack([padded[dx : dx + GRID, dy : dy + GRID] for dx, dy in shifts])
    best = around.argmax(0)
    rows, columns = np.indices(density.shape)
    step_x = np.array([dx - 1 for dx, _ in shifts])[best]
    step_y = np.array([dy - 1 for _, dy in shifts])[best]
    goal = (rows + step_x) * GRID + columns + step_y
    for _ in range(10):  # doubling: 1,024 steps reach every top
        goal = goal.ravel()[goal]
    land = density > LAND * density.max()
    tops = np.unique(goal[land])
    numbers = np.full(GRID * GRID, -1)
    numbers[tops] = np.arange(len(tops))
    basins = np.where(density > 0.03 * density.ravel()[goal], numbers[goal], -1)
    return basins, np.stack([tops // GRID, tops % GRID], 1)


def name_regions(
    levels: Sequence[Sequence[Region]],
    words: Mapping[str, Sequence[Sequence[str]]],
    *,
    broad: frozenset[str] = frozenset(),
) -> None:
    """Give every region words in each language; no region repeats a word of those it lies in.

    `words` has for each language the keywords of every item; `broad` ones are for the two coarsest
    levels only.
    """
    for language, keywords in words.items():
        items = _merged(keywords)
        total = Counter(word for item in items for word in set(item))
        for level in levels:
            for region in level:
                parent = region.parent
                if parent and len(region.members) >= SAME * len(parent.members):
                    region.words[language] = parent.words[language]
                    region.alternates[language] = parent.alternates[language]
                    region.parent = parent.parent if language == LANGUAGES[-1] else parent
                    continue
                taken = set(_inherited(region, language)) | (broad if region.level > 1 else set())
                chosen, rest = _name([items[i] for i in region.members], total, len(items), taken)
                region.words[language], region.alternates[language] = chosen, rest


def _merged(keywords: Sequence[Sequence[str]]) -> list[frozenset[str]]:
    """Return keyword sets in which a plural stands under its singular."""
    known = {word for item in keywords for word in item}

    def stem(word: str) -> str:
        for ending in ("es", "s"):
            if word.endswith(ending) and len(word) > 3 and word.removesuffix(ending) in known:
                return word.removesuffix(ending)
        return word

    return [frozenset(stem(w) for w in item if any(c.isalpha() for c in w)) for item in keywords]


def _inherited(region: Region, language: str) -> list[str]:
    parent = region.parent
    return [] if parent is None else parent.words[language] + _inherited(parent, language)


def _name(
    inside: Sequence[frozenset[str]], total: Counter[str], n: int, taken: set[str]
) -> tuple[list[str], list[str]]:
    """Return up to three words that together cover a region, and up to two that nearly won."""
    count = Counter(word for item in inside for word in item)
    size, others = len(inside), max(1, n - len(inside))

    def special(word: str) -> float:
        share_out = (total[word] - count[word] + 0.5) / others
        return math.log(1 + min(SPECIAL_ENOUGH, count[word] / size / share_out))

    candidates = [w for w, c in count.items() if c >= 2 and w not in taken]
    chosen: list[str] = []
    open_items = list(inside)
    while candidates and open_items and len(chosen) < MOST_WORDS:
        covers = Counter(word for item in open_items for word in item)
        best = max(candidates, key=lambda w: (covers[w] * special(w), w))
        if chosen and covers[best] < max(2, 0.08 * size):
            break
        chosen.append(best)
        candidates.remove(best)
        open_items = [item for item in open_items if best not in item]
    rest = sorted(candidates, key=lambda w: (-count[w] * special(w), w))[:2]
    return chosen, rest


def figures(
    levels: Sequence[Sequence[Region]], keywords: Sequence[Sequence[str]], language: str
) -> dict[str, float]:
    """Return label precision (share of items inside with a word of the label) and specificity.

    Specificity is the median ratio of that share to the one outside; both over named regions.
    """
    items = _merged(keywords)
    precisions, ratios, weights = [], [], []
    for region in (region for level in levels for region in level if region.words.get(language)):
        label = set(region.words[language])
        hit = np.array([bool(label & item) for item in items])
        inside = hit[region.members].mean()
        outside = (hit.sum() - hit[region.members].sum() + 0.5) / max(
            1, len(items) - len(region.members)
        )
        precisions.append(inside)
        ratios.append(inside / outside)
        weights.append(len(region.members))
    if not precisions:
        return {"precision": 0.0, "specificity": 0.0, "labels": 0}
    return {
        "precision": round(float(np.average(precisions, weights=weights)), 3),
        "specificity": round(float(np.median(ratios)), 1),
        "labels": len(precisions),
    }


def layers(levels: Sequence[Sequence[Region]]) -> dict[str, Any]:
    """Return labels.json: a level shows from the zoom at which its regions have room to the next."""
    named = [[r for r in level if r.words.get("en")] for level in levels]
    named = [level for level in named if level]
    starts = [math.log2(math.sqrt(len(level) / len(named[0]))) for level in named]
    ends = [*starts[1:], 99.0][: len(named)]
    return {
        "layers": [
            {
                "min_zoom": round(start, 2),
                "max_zoom": round(end, 2),
                "labels": [_label(region) for region in level],
            }
            for level, start, end in zip(named, starts, ends, strict=True)
        ]
    }


def _label(region: Region) -> dict[str, Any]:
    english = " · ".join(region.words["en"])
    return {
        "x": round(region.top[0], 4),
        "y": round(region.top[1], 4),
        "title": {"en": english, "ja": " · ".join(region.words.get("ja", [])) or english},
        "score": round(math.log1p(len(region.members)), 3),
        "count": len(region.members),
        "alternates": [
            {"en": en, "ja": ja}
            for en, ja in zip(
                region.alternates["en"], region.alternates.get("ja", []), strict=False
            )
        ],
    }
