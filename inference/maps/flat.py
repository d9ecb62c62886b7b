"""From vectors to places: narrowing, axes, laying out, measuring.

Vectors of more than 512 numbers are first seen along their 512 widest axes, which are kept beside
the map so that newcomers can be seen the same way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file
from torch import Tensor

from inference.core.alignment import disparity, onto
from inference.core.layouts import principal_axes
from inference.core.nearest import EXACT, cells_of, unit
from inference.core.neighbours import by_cosine, in_plane
from inference.core.noise import shuffled
from inference.core.quality import local_recall, quality
from inference.errors import InvalidInput
from inference.maps import files

Array = NDArray[Any]
WIDEST = 512
LENS = "lens.safetensors"
SIDE = 20.0  # of the square around 0 in which a map lies
SEEDS = 2  # further seeds for stability
SAMPLE = 3000


@dataclass(frozen=True)
class Lens:
    """The mean (dim,) and the widest axes (k, dim) along which vectors are seen."""

    mean: NDArray[np.float32]
    axes: NDArray[np.float32]

    def __call__(self, vectors: Array) -> Array:
        """Return vectors (n, dim) as they are seen, (n, k)."""
        seen: Array = (np.asarray(vectors, np.float32) - self.mean) @ self.axes.T
        return seen


def narrowed(vectors: Array) -> tuple[Array, Lens | None, float]:
    """Return vectors (n, at most 512), the lens if one was needed, and the share of what it keeps."""
    if vectors.shape[1] <= WIDEST:
        return vectors, None, 1.0
    mean, axes = principal_axes(torch.from_numpy(vectors), WIDEST)
    lens = Lens(mean.numpy(), axes.numpy())
    seen = lens(vectors)
    whole = float(np.square(vectors - lens.mean).sum())
    return seen, lens, float(np.square(seen).sum()) / max(whole, 1e-12)


def write_lens(lens: Lens | None, folder: Path) -> None:
    """Keep a lens beside its map."""
    if lens is not None:
        save_file({"mean": lens.mean, "axes": lens.axes}, folder / LENS)


def read_lens(folder: Path) -> Lens | None:
    """Return the lens of a map, if it has one."""
    if not (folder / LENS).is_file():
        return None
    return Lens(**load_file(folder / LENS))


def laid_out(
    vectors: Array,
    projector: Any,
    knobs: Mapping[str, Any],
    *,
    start: Array | None = None,
    labels: Array | None = None,
    axes: Mapping[str, Array] | None = None,
) -> Array:
    """Return places (n, 2) as float32, in a square of side 20 around 0 unless axes give the scale.

    Raises `InvalidInput` where the projector needs axes and none are given.
    """
    operands = {operand.name for operand in projector.operands}
    given: dict[str, Tensor] = {}
    if "start" in operands and start is not None:
        given["start"] = torch.from_numpy(np.asarray(start, np.float32))
    if "labels" in operands and labels is not None:
        given["labels"] = torch.from_numpy(labels.astype(np.int64))
    if "right" in operands:
        if not axes:
            raise InvalidInput(f"{projector.id} needs two directions", expected="axes: {right, up}")
        given |= {name: torch.from_numpy(axes[name]).float() for name in ("right", "up")}
    found = projector.call(torch.from_numpy(vectors), **given, **knobs)
    xy: Array = found.xy.numpy().astype(np.float64)
    if "right" in operands:
        return xy.astype(np.float32)
    middle = (xy.max(0) + xy.min(0)) / 2
    return ((xy - middle) / max(np.ptp(xy, axis=0).max(), 1e-9) * SIDE).astype(np.float32)


def true_neighbours(vectors: Array, k: int = files.NEIGHBOURS) -> Array:
    """Return the rows (n, 15) of the nearest others by cosine; exact, or nearly among very many.

    A map of fewer points repeats the last one.
    """
    rows = torch.from_numpy(vectors)
    wanted = min(k, len(rows) - 1)
    if len(rows) <= 4 * EXACT:
        near = by_cosine(rows, wanted)[0]
    else:
        units = unit(rows)
        cells = cells_of(units, k=wanted + 1)
        parts = []
        for start in range(0, len(rows), 1024):
            own = torch.arange(start, min(len(rows), start + 1024))
            found = cells.search(units[own], wanted + 1)[0]
            other = found != own[:, None]
            other[other.all(1), -1] = False
            parts.append(found[other].reshape(len(own), wanted))
        near = torch.cat(parts)
    filled = torch.cat([near, near[:, -1:].expand(-1, k - wanted)], 1)
    return filled.numpy()


def distortion(near: Array, xy: Array) -> Array:
    """Return 255 · (1 − local recall) of every point (n,) as bytes."""
    k = min(near.shape[1], len(xy) - 1)
    low = in_plane(torch.from_numpy(xy), k)[0]
    lost = 1 - local_recall(torch.from_numpy(near[:, :k].astype(np.int64)), low)
    cells: Array = (255 * lost).round().numpy().astype(np.uint8)
    return cells


def measured(
    vectors: Array, xy: Array, projector: Any, knobs: Mapping[str, Any], *, stability: bool = True
) -> dict[str, Any]:
    """Return trustworthiness, continuity, recall@15 and, for a seeded way, stability over seeds.

    Stability is 1 − the mean Procrustes disparity of a sample laid out with further seeds.
    """
    found = quality(torch.from_numpy(vectors), torch.from_numpy(xy), k=files.NEIGHBOURS)
    figures = {
        "trustworthiness": round(found.trustworthiness, 4),
        "continuity": round(found.continuity, 4),
        "recall_15": round(found.recall, 4),
        "sample": found.sample,
    }
    if stability and "seed" in knobs:
        chosen = shuffled(len(vectors), seed=0)[:SAMPLE].numpy()
        layouts = [
            torch.from_numpy(
                laid_out(vectors[chosen], projector, {**knobs, "seed": knobs["seed"] + turn})
            )
            for turn in range(SEEDS + 1)
        ]
        apart = [disparity(layouts[0], other) for other in layouts[1:]]
        figures["stability"] = round(1 - sum(apart) / len(apart), 4)
    return figures


def aligned(xy: Array, old: Array, shared: Sequence[int] | slice = slice(None)) -> Array:
    """Return places (n, 2) turned, scaled and shifted so that shared ones lie near the old (m, 2)."""
    moving = torch.from_numpy(np.asarray(xy, np.float32))
    turn = onto(moving[shared], torch.from_numpy(np.asarray(old, np.float32)))
    found: Array = turn(moving).numpy()
    return found
