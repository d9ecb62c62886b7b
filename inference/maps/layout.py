"""A map at work: from a place to a recipe, from a vector to a place, from a vector to its like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from inference.core.folding import folded
from inference.core.inverse import ALIKE, Mixture, convex_hull, mixture_at
from inference.core.layouts import PARTY, usual_gaps
from inference.core.nearest import Cells, cells_of
from inference.core.placing import NEAREST, place, place_near
from inference.errors import InvalidInput, UnknownId
from inference.expressions.grammar import parse, write_number
from inference.expressions.nodes import Noise
from inference.maps.fields import ends_of
from inference.maps.files import CARD, MapFolder
from inference.maps.flat import Lens, read_lens
from inference.maps.lines import Lines, read_lines
from inference.maps.shifts import shift_to

LEAST_WEIGHT = 0.02  # lighter neighbours are left out of a recipe
MOST_RESULTS = 1000
FEW = 20_000  # so many vectors are compared one by one
UNLIKE = 0.5  # how much the others count against the ones
SURE = 0.5  # share of trust that does not depend on distortion


class MapLayout:
    """A map folder with its vectors in memory (2 MB for 4,000 points) and what is derived once."""

    def __init__(self, folder: MapFolder) -> None:
        self.files = folder
        self.xy = torch.from_numpy(folder.xy.copy())
        self.vectors = torch.from_numpy(folder.vectors)

    @cached_property
    def hull(self) -> Tensor:
        """Return the corners (m, 2) of the convex hull of all points."""
        return torch.tensor(convex_hull([(x, y) for x, y in self.xy.tolist()]))

    @cached_property
    def lens(self) -> Lens | None:
        """Return how wide vectors are seen on this map."""
        return read_lens(self.files.folder)

    @cached_property
    def lines(self) -> Lines | None:
        """Return the formula of this map's places, if it has one."""
        return read_lines(self.files.folder)

    @cached_property
    def usual_noise(self) -> str:
        """Return the noise that most points begin with, the first of several."""
        found = Counter(self.noise(n) for n in range(self.files.count))
        return found.most_common(1)[0][0]

    @cached_property
    def cells(self) -> Cells:
        """Return the vectors sorted for searching among many."""
        return cells_of(self.vectors)

    @cached_property
    def regions(self) -> list[list[list[int]]]:
        """Return the members of every label: the hill whose top is nearest to where it stands."""
        from inference.maps.labels import regions as hills

        named = [layer["labels"] for layer in self.files.labels["layers"]]
        levels = [level for level in hills(self.files.xy) if level]
        found = []
        for labels, level in zip(named, levels, strict=False):
            tops = torch.tensor([region.top for region in level])
            spots = torch.tensor([[label["x"], label["y"]] for label in labels])
            own = torch.cdist(spots, tops).argmin(1).tolist()
            found.append([level[place].members.tolist() for place in own])
        return found

    @cached_property
    def _usual(self) -> tuple[float, float]:
        stored = self.files.info.get("spacing")
        if stored:
            return float(stored["nearest"]), float(stored["fourth"])
        return usual_gaps(self.xy)

    @property
    def gap(self) -> float:
        """Return the median distance to the nearest neighbour, the unit of landing errors."""
        return self._usual[0]

    @property
    def spacing(self) -> float:
        """Return the median distance to the 4th neighbour."""
        return self._usual[1]

    @property
    def radius(self) -> float:
        """Return how near neighbours must be to vote together for a place."""
        return PARTY * self.spacing

    @cached_property
    def trust(self) -> Tensor:
        """Return how far each point's surroundings can be believed, (n,) in [0.5, 1]."""
        return 1 - (1 - SURE) * torch.from_numpy(self.files.distortion)

    def mixture(self, x: float, y: float, *, bandwidth: float | None = None) -> Mixture:
        """Return which points to mix for a place."""
        spot = torch.tensor([x, y], dtype=torch.float32)
        if not bool(spot.isfinite().all()):
            raise InvalidInput("that is no place on the map", expected="two finite numbers")
        return mixture_at(
            spot,
            self.xy,
            self.vectors,
            hull=self.hull,
            spacing=self.spacing,
            trust=self.trust,
            bandwidth=bandwidth,
            # Noises of two seeds are never alike, and every mix of them is noise again.
            alike=-1.0 if self.files.view == "noise" else ALIKE,
        )

    def conditioning(self, n: int) -> str:
        """Return the words of a point as an expression."""
        return ends_of(self.files.recipe(n))[0]

    def noise(self, n: int) -> str:
        """Return the noise of a point as an expression."""
        picture = self.files.stock.get("pictures", {}).get(str(n))
        recipe = self.files.recipe(n)
        if picture and not recipe:
            return f'img("{picture["sha256"]}")'
        return ends_of(recipe)[1]


WORDED = ("prompt", "sentence")  # where a place is a matter of words alone


@lru_cache(maxsize=8)
def _layout(folder: str, changed_ns: int) -> MapLayout:
    del changed_ns  # only there so that a rebuilt map is read anew
    return MapLayout(MapFolder(Path(folder)))


def open_layout(folder: str | Path) -> MapLayout:
    """Return the map of a folder, from memory if it has not changed."""
    path = Path(folder)
    card = path / CARD
    return _layout(str(path), card.stat().st_mtime_ns if card.exists() else 0)


def map_recipe(
    folder: str | Path,
    x: float,
    y: float,
    seed: int | None = None,
    *,
    bandwidth: float | None = None,
) -> dict[str, Any]:
    """Return what to render for a place: {conditioning, noise, neighbours, weights, confidence, …}.

    Conditioning is a weighted mix of the neighbours' words, and noise that of the given seed, or
    that of the nearest point, so that a drag changes the picture smoothly. On a map by prompts or
    sentences the noise is the same everywhere; on one by noise it is a mix, under the words of the
    nearest point. Along axes of words the mix is shifted until it lies exactly there. `x`, `y` come
    back as they are after clamping to the hull; `gap` is the unit of landing errors.
    """
    layout = open_layout(folder)
    found = layout.mixture(x, y, bandwidth=bandwidth)
    rounded = [round(float(w), 3) for w in found.weights]
    kept = [
        (int(n), w) for n, w in zip(found.indices, rounded, strict=True) if w >= LEAST_WEIGHT
    ] or [(int(found.indices[0]), 1.0)]
    conditioning = _mixed([(layout.conditioning(n), weight) for n, weight in kept])
    wordless = not any(_has_words(layout.conditioning(n)) for n, _ in kept)
    noise = f"noise({seed})" if seed is not None else layout.noise(int(found.indices[0]))
    if wordless:
        # All that such a picture is lies in its noise: a seed alone would ignore the place.
        noise = _mixed([(layout.noise(n), weight) for n, weight in kept])
    elif layout.files.view == "noise":
        noise = _mixed([(layout.noise(n), weight) for n, weight in kept])
        conditioning = layout.conditioning(kept[0][0])
    elif layout.files.view in WORDED:
        noise = f"noise({seed})" if seed is not None else layout.usual_noise
        shift = shift_to(layout.lines, layout.files, kept, (x, y))
        conditioning = f"{conditioning} + ({shift})" if shift else conditioning
    return {
        "conditioning": "" if wordless else conditioning,
        "noise": noise,
        "neighbours": [n for n, _ in kept],
        "weights": [w for _, w in kept],
        "confidence": round(found.confidence, 4),
        "clamped": found.clamped,
        "boundary": found.boundary,
        "x": float(found.xy[0]),
        "y": float(found.xy[1]),
        "gap": layout.gap,
        "seed": _seed_of(noise),
    }


def _mixed(parts: list[tuple[str, float]]) -> str:
    """Return a weighted mix of expressions, equal ones taken together; a lone one as it is."""
    merged: dict[str, float] = {}
    for expression, weight in parts:
        merged[expression] = merged.get(expression, 0.0) + weight
    if len(merged) == 1:
        return next(iter(merged))
    weights = ", ".join(write_number(weight) for weight in merged.values())
    return f"mix({', '.join(merged)}; {weights})"


def _has_words(conditioning: str) -> bool:
    return bool(re.sub(r'[\s"]', "", conditioning))


def _seed_of(noise: str) -> int | None:
    node = parse(noise)
    return node.seed if isinstance(node, Noise) else None


def map_place(folder: str | Path, vector: Any) -> dict[str, Any]:
    """Return where a vector (dim,) lands: {x, y, confidence, neighbours: [{n, score}], gap}."""
    layout = open_layout(folder)
    unit = unit_on(layout, vector)
    if layout.lines is not None:
        scores = layout.vectors @ unit
        best = scores.topk(min(NEAREST, layout.files.count))
        x, y = layout.lines(narrowed_on(layout, vector)[None].numpy())[0].tolist()
        return {
            "x": x,
            "y": y,
            "confidence": 1.0,  # a formula is sure
            "neighbours": best.indices.tolist(),
            "similarities": [round(float(s), 4) for s in best.values],
            "gap": layout.gap,
        }
    if layout.files.count > FEW:
        near = layout.cells.search(unit[None], NEAREST)
        found = place_near(*near, layout.xy, radius=layout.radius)
    else:
        found = place(unit[None], layout.vectors, layout.xy, radius=layout.radius)
    return {
        "x": float(found.xy[0, 0]),
        "y": float(found.xy[0, 1]),
        "confidence": round(float(found.confidence[0]), 4),
        "neighbours": [int(n) for n in found.indices[0]],
        "similarities": [round(float(s), 4) for s in found.similarities[0]],
        "gap": layout.gap,
    }


def map_search(
    folder: str | Path,
    vector: Any,
    limit: int = 20,
    *,
    within: Any = None,
    without: Sequence[int] = (),
) -> dict[str, Any]:
    """Return the points most like a vector (dim,): {items: [{n, score}]}, best first, cosines.

    `within` (n,) of bools says which points may be found, `without` names some that may not.
    """
    if not 1 <= limit <= MOST_RESULTS:
        raise InvalidInput(f"limit {limit} is out of range", expected=f"1 to {MOST_RESULTS}")
    layout = open_layout(folder)
    unit = unit_on(layout, vector)
    wanted = min(limit + len(without), layout.files.count)
    if within is None and layout.files.count > FEW:
        rows, cosines = (found[0] for found in layout.cells.search(unit[None], wanted))
    else:
        scores = layout.vectors @ unit
        if within is not None:
            scores[~torch.as_tensor(within)] = -torch.inf
        cosines, rows = scores.topk(wanted)
    hidden = set(without)
    items = [
        {"n": n, "score": round(score, 4)}
        for n, score in zip(rows.tolist(), cosines.tolist(), strict=True)
        if n not in hidden and score > -torch.inf
    ]
    return {"items": items[:limit]}


def map_like(
    folder: str | Path, like: Sequence[int], unlike: Sequence[int], limit: int = 20
) -> dict[str, Any]:
    """Return the points that are like some and unlike others, as `map_search` does.

    By Rocchio's rule: the mean of the ones minus half the mean of the others; without any of the
    ones, those that are least like the others.
    """
    layout = open_layout(folder)
    for n in (*like, *unlike):
        if not 0 <= n < layout.files.count:
            raise UnknownId(f"no point {n} on this map", expected=f"0 to {layout.files.count - 1}")
    if not like and not unlike:
        raise InvalidInput("like what?", expected="numbers of points in `like` or `unlike`")
    wanted = torch.zeros(layout.vectors.shape[1])
    if like:
        wanted += layout.vectors[list(like)].mean(0)
    if unlike:
        wanted -= (UNLIKE if like else 1.0) * layout.vectors[list(unlike)].mean(0)
    return map_search(folder, wanted, limit, without=[*like, *unlike])


def map_regions(folder: str | Path) -> list[list[list[int]]]:
    """Return the numbers of the points in each labelled region, layer by layer as in the labels."""
    return open_layout(folder).regions


def unit_on(layout: MapLayout, vector: Any) -> Tensor:
    """Return a vector (dim,) of the map's space as its points are seen, of length one."""
    values = narrowed_on(layout, vector)
    return values / values.norm().clamp(min=1e-12)


def narrowed_on(layout: MapLayout, vector: Any) -> Tensor:
    """Return a vector (dim,) of the map's space as its points are stored: folded and narrowed."""
    values = torch.as_tensor(vector, dtype=torch.float32).flatten()
    values = folded(values[None])[0]
    if layout.lens is not None and values.numel() == len(layout.lens.mean):
        values = torch.from_numpy(layout.lens(values[None].numpy())[0])
    if values.shape != layout.vectors.shape[1:]:
        raise InvalidInput(
            f"a vector of {values.numel()} numbers does not belong on this map",
            expected=f"{layout.vectors.shape[1]} numbers",
        )
    return values
