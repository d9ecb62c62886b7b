"""Does a map tell the truth on the way back?

    python -m inference.maps.verify FOLDER --points 500 --write docs/map-inverse.md

Every figure leaves the point in question out (methods §8B): how like the words of a place are to
those of the point that is really there, against the nearest neighbour alone and the mean of all;
and where a picture lands that is rendered for a place, in median nearest-neighbour distances.
Intervals hold 95 % of seeded bootstrap resamples (Efron & Tibshirani 1993, the percentile method).
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from inference.core.geometry import blend
from inference.core.inverse import mixture_at
from inference.core.noise import shuffled
from inference.core.placing import place
from inference.maps.build import CHECKPOINTS, keep_freed_memory
from inference.maps.files import MapFolder
from inference.maps.layout import MapLayout, map_place, map_recipe
from inference.maps.painter import OpenEncoder, Painter, open_pack, open_space
from inference.maps.stock import Item
from inference.maps.verify_page import histogram, write_page

SAMPLE = 500
RESAMPLES = 2000


def interval(values: Tensor, statistic: Callable[[Tensor], Tensor]) -> list[float]:
    """Return the ends of the 95 % bootstrap interval of a statistic over the last axis of (n,)."""
    dice = torch.Generator().manual_seed(1)
    again = values[torch.randint(len(values), (RESAMPLES, len(values)), generator=dice)]
    ends = torch.quantile(statistic(again), torch.tensor([0.025, 0.975]))
    return [round(end, 4) for end in ends.tolist()]


def average(values: Tensor) -> dict[str, Any]:
    """Return the mean of (n,) and its interval."""
    found = interval(values, lambda rows: rows.mean(-1))
    return {"mean": round(float(values.mean()), 4), "interval": found}


def leave_one_out(
    layout: MapLayout, embeddings: Tensor, chosen: Sequence[int]
) -> dict[str, dict[str, Any]]:
    """Return the mean cosine of the guessed words with the true ones, and of two baselines.

    `embeddings` (n, dim) are the points' words. `gain` is the mixture less the nearest neighbour,
    point by point.
    """
    everything = torch.arange(len(layout.xy))
    mean = embeddings.mean(0)
    guessed, nearest, overall = [], [], []
    for n in chosen:
        rest = everything[everything != n]
        found = mixture_at(
            layout.xy[n],
            layout.xy[rest],
            layout.vectors[rest],
            hull=layout.hull,
            spacing=layout.spacing,
        )
        own = rest[found.indices]
        mix = blend(list(embeddings[own]), found.weights.tolist(), "sphere")
        closest = rest[int((layout.xy[rest] - layout.xy[n]).norm(dim=1).argmin())]
        truth = embeddings[n]
        guessed.append(torch.cosine_similarity(mix, truth, dim=0))
        nearest.append(torch.cosine_similarity(embeddings[closest], truth, dim=0))
        overall.append(torch.cosine_similarity(mean, truth, dim=0))
    mixture, alone = torch.stack(guessed), torch.stack(nearest)
    return {
        "mixture": average(mixture),
        "nearest": average(alone),
        "global_mean": average(torch.stack(overall)),
        "gain": average(mixture - alone),
    }


def placing_error(layout: MapLayout, chosen: Sequence[int]) -> dict[str, Any]:
    """Return how far from its point a known vector lands when the point itself is left out."""
    errors = []
    everything = torch.arange(len(layout.xy))
    for n in chosen:
        rest = everything[everything != n]
        found = place(
            layout.vectors[n][None], layout.vectors[rest], layout.xy[rest], radius=layout.radius
        )
        errors.append((found.xy[0] - layout.xy[n]).norm() / layout.gap)
    return quantiles(torch.stack(errors))


def cycle_error(layout: MapLayout, painter: Painter, places: Tensor) -> dict[str, Any]:
    """Return how far from each place (m, 2) the picture lands that was rendered for it."""
    folder = layout.files.folder
    errors = []
    for start in range(0, len(places), 64):
        part = places[start : start + 64]
        made = [map_recipe(folder, float(x), float(y)) for x, y in part]
        recipes = [{"conditioning": m["conditioning"], "noise": m["noise"]} for m in made]
        vectors = painter.paint([Item(recipe, "", "", "") for recipe in recipes])[1]
        for vector, spot in zip(vectors, part, strict=True):
            landed = map_place(folder, vector)
            there = torch.tensor([landed["x"], landed["y"]])
            errors.append((there - spot).norm() / layout.gap)
    return quantiles(torch.stack(errors))


def quantiles(errors: Tensor) -> dict[str, Any]:
    """Return the median (n,) with its interval, quartiles, the last tenth, and a histogram."""
    shares = torch.tensor([0.25, 0.5, 0.75, 0.9])
    low, middle, high, last = torch.quantile(errors, shares).tolist()
    found = interval(errors, lambda rows: rows.median(-1).values)
    return {
        "median": round(middle, 2),
        "interval": [round(end, 2) for end in found],
        "q25": round(low, 2),
        "q75": round(high, 2),
        "q90": round(last, 2),
        "histogram": histogram(errors),
    }


def verify(
    folder: Path,
    sample: int = SAMPLE,
    checkpoints: Path = CHECKPOINTS,
    open_encoder: OpenEncoder = open_pack,
) -> dict[str, Any]:
    """Return every figure of a map."""
    layout = MapLayout(MapFolder(folder))
    painter = Painter(open_space(layout.files.info["model"], checkpoints), open_encoder)
    chosen = shuffled(layout.files.count, seed=1)[:sample].tolist()
    figures: dict[str, Any] = {"map": layout.files.id, "points": layout.files.count}
    figures |= {"sample": len(chosen)}
    figures |= {"quality": layout.files.info["quality"], "labels": layout.files.info["labels"]}
    if "prompts" in layout.files.stock and painter.card["uses_words"]:
        prompts = layout.files.stock["prompts"]
        painter.read(prompts)
        embeddings = torch.stack([painter.words(prompt).values for prompt in prompts])
        figures["leave_one_out_cosine"] = leave_one_out(layout, embeddings, chosen)
    figures["placing_error"] = placing_error(layout, chosen)
    # Places between points: half-way to the 4th neighbour, where nobody has been.
    spots = layout.xy[chosen]
    apart = torch.cdist(spots, layout.xy)
    fourth = layout.xy[apart.topk(5, largest=False).indices[:, 4]]
    figures["cycle_error"] = cycle_error(layout, painter, (spots + fourth) / 2)
    figures["cost_ms"] = cost(layout, chosen[:50])
    return figures


def cost(layout: MapLayout, chosen: Sequence[int]) -> dict[str, float]:
    """Return what one place and one vector cost, in milliseconds."""
    folder = layout.files.folder
    began = time.perf_counter()
    for n in chosen:
        map_recipe(folder, float(layout.xy[n, 0]) + 0.01, float(layout.xy[n, 1]))
    middle = time.perf_counter()
    for n in chosen:
        map_place(folder, layout.vectors[n])
    end = time.perf_counter()
    count = len(chosen)
    return {
        "map_recipe": round((middle - began) / count * 1000, 2),
        "map_place": round((end - middle) / count * 1000, 2),
    }


def main() -> None:
    """Print the figures of a folder as JSON, and write them down as a page where one is asked for."""
    parser = argparse.ArgumentParser(description="Measure how true a map is on the way back.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--points", type=int, default=SAMPLE, help="how many are asked for")
    parser.add_argument("--write", type=Path, help="a Markdown file; its picture goes to images/")
    arguments = parser.parse_args()
    keep_freed_memory()
    torch.set_grad_enabled(False)
    figures = verify(arguments.folder, arguments.points)
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    if arguments.write:
        write_page(figures, arguments.write)


if __name__ == "__main__":
    main()
