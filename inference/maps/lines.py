"""Maps whose places are a formula: newcomers lie exactly where it says, and the way back is exact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file

from inference.core.layouts import LinearLayout

Array = NDArray[Any]
LINES = "lines.safetensors"


@dataclass(frozen=True)
class Lines:
    """xy = vectors @ rows.T + shift, with rows (2, dim), for vectors as they are seen on the map."""

    rows: NDArray[np.float32]
    shift: NDArray[np.float32]

    def __call__(self, vectors: Array) -> Array:
        """Return the places (n, 2) of vectors (n, dim)."""
        xy: Array = np.asarray(vectors, np.float32) @ self.rows.T + self.shift
        return xy


def lines_of(
    vectors: Array,
    xy: Array,
    projector: Any,
    knobs: Mapping[str, Any],
    arrows: Mapping[str, Array] | None,
) -> Lines | None:
    """Return the formula of places (n, 2) that a projector found; None where it has none."""
    named = {operand.name for operand in projector.operands}
    if named - {"vectors", "right", "up"}:
        return None
    given = {name: torch.from_numpy(arrow).float() for name, arrow in (arrows or {}).items()}
    found = projector.call(torch.from_numpy(vectors), **given, **knobs)
    if not isinstance(found, LinearLayout):
        return None
    # The map may be the layout at another scale, shifted.
    own, there = found.xy.double().numpy(), np.asarray(xy, np.float64)
    apart, wide = own - own.mean(0), there - there.mean(0)
    scale = float((apart * wide).sum() / max(float(np.square(apart).sum()), 1e-12))
    rows = scale * found.axes.double().numpy()
    shift = there.mean(0) - rows @ vectors.mean(0, dtype=np.float64)
    return Lines(rows.astype(np.float32), shift.astype(np.float32))


def write_lines(lines: Lines | None, folder: Path) -> None:
    """Keep the formula beside its map."""
    if lines is not None:
        save_file({"rows": lines.rows, "shift": lines.shift}, folder / LINES)


def read_lines(folder: Path) -> Lines | None:
    """Return the formula of a map, if it has one."""
    path = folder / LINES
    return Lines(**load_file(path)) if path.is_file() else None
