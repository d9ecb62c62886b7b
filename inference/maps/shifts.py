"""The way back along axes of words: how a mix of prompts is shifted so that it lies exactly there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor

from inference.core.geometry import blend, match_norm
from inference.core.vectors import Geometry
from inference.expressions.grammar import write_number
from inference.maps.files import MapFolder
from inference.maps.lines import Lines

ROUNDS = 24  # on a sphere a shift is shortened, and has to be lengthened again
LARGEST = 8.0


def shift_to(
    lines: Lines | None,
    map: MapFolder,
    mixed: Sequence[tuple[int, float]],
    place: tuple[float, float],
) -> str | None:
    """Return `a * (to - from) + b * (to - from)` that takes a mix (point, weight) to a place.

    None on maps whose axes are no expressions over words, or are not measured independently.
    """
    axes = map.info.get("axes")
    if lines is None or not axes or not map.info["knobs"].get("independent", True):
        return None
    words = {name: _words(arrow) for name, arrow in axes.items()}
    right, up = words.get("right"), words.get("up")
    if right is None or up is None:
        return None
    rows = torch.from_numpy(np.asarray(map.stored_vectors[[n for n, _ in mixed]], np.float32))
    weights = [weight for _, weight in mixed]
    geometry: Geometry = "sphere" if rows.shape[1] == SPHERE else "flat"
    start = blend(list(rows), weights, geometry)
    arrows = torch.linalg.pinv(torch.from_numpy(lines.rows)).T
    wanted, steps = torch.tensor(place), torch.zeros(2)
    for _ in range(ROUNDS):
        moved = start + steps @ arrows
        moved = moved if geometry == "flat" else match_norm(moved, start)
        steps = (steps + wanted - _place(lines, moved)).clamp(-LARGEST, LARGEST)
    return " + ".join(
        f"{write_number(round(float(step), 5))} * ({to} - {begin})"
        for step, (begin, to) in zip(steps, (right, up), strict=True)
    )


SPHERE = 384  # sentence vectors; prompts of other models are flat


def _place(lines: Lines, vector: Tensor) -> Tensor:
    return torch.from_numpy(lines(vector[None].numpy())[0])


def _words(arrow: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return both ends of an arrow as expressions over words; None where one is none."""
    found = []
    for side in ("from", "to"):
        end = arrow[side]
        words = end.get("conditioning") if isinstance(end, Mapping) else end
        if not isinstance(words, str):
            return None
        found.append(words)
    return found[0], found[1]
