"""How far every point of a map lies along an arrow, or how like it is to one point."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from inference.core.vectors import Direction, Vector
from inference.errors import InvalidInput
from inference.maps.layout import MapLayout, open_layout, unit_on

FINEST = 65535
SHORT = 1e-6  # an arrow shorter than this leads nowhere
FEWEST, MOST, SHARP = 5, 16, 30.0  # pictures that stand for words
ENDS = 48  # so many points of either end are told


def projected(folder: str | Path, value: Vector) -> dict[str, Any]:
    """Return {low, high, cells, lowest, highest} for a vector in the space of a map.

    Along an arrow d a point v has (v − m)·d/|d|, with m the mean of the map: 0 is its middle, and the
    scale is as long to both sides. For a point p it is the cosine of v and p. `cells` (count,) of
    uint16 are 0 to 65535 over [low, high]; `lowest` and `highest` are numbers of points, the outermost
    first. Raises `InvalidInput` for an arrow without length.
    """
    layout = open_layout(folder)
    arrow = isinstance(value, Direction)
    way = value.values.flatten().float()
    if float(way.norm()) < SHORT:
        raise InvalidInput(
            "that arrow leads nowhere: both of its ends are the same",
            expected="two ends that differ",
        )
    found = layout.vectors @ (way / way.norm())
    if arrow:
        found = found - found.double().mean().float()
    low, high = float(found.min()), float(found.max())
    if arrow:
        high = max(abs(low), abs(high), SHORT)
        low = -high
    share = ((found - low) / max(high - low, SHORT)).numpy()
    few = min(ENDS, len(found))
    return {
        "low": low,
        "high": high,
        "cells": np.round(share * FINEST).astype("<u2").tobytes(),
        "lowest": found.topk(few, largest=False).indices.tolist(),
        "highest": found.topk(few).indices.tolist(),
    }


def anchored(layout: MapLayout, unit: Tensor) -> Tensor:
    """Return what the pictures of a map have where words point to, (dim,) of a unit vector (dim,).

    A judge puts words and pictures apart: all words lie on one side. Between two words that offset
    cancels badly, and the arrow says little about pictures. So words stand for the mean of the
    pictures that they fit best, weighted by how well: Σ softmax(30 v·w) v over the nearest.
    """
    cosines = layout.vectors @ unit
    few = min(max(FEWEST, len(cosines) // 500), MOST, len(cosines))
    best = cosines.topk(few)
    weights = torch.softmax(SHARP * best.values, 0)
    return unit_on(layout, (weights[:, None] * layout.vectors[best.indices]).sum(0))


def middle_of(layout: MapLayout, points: Sequence[int]) -> NDArray[Any]:
    """Return the mean (dim,) of some points' unit vectors."""
    chosen = torch.as_tensor(list(points), dtype=torch.long)
    middle: NDArray[Any] = layout.vectors[chosen].mean(0).numpy()
    return middle
