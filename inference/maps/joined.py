"""Points that joined a map after it was built, as they are taken away with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

LONGEST_TITLE = 80


@dataclass(frozen=True)
class Joined:
    """A point with its number, place and recipe; `seen` (dim,) is its vector where that is wanted.

    `thumb` is a small WebP picture, or nothing.
    """

    n: int
    x: float
    y: float
    recipe: Mapping[str, Any]
    seen: NDArray[np.float32]
    thumb: bytes = b""

    @property
    def words(self) -> str:
        """Return what was asked for: an expression, or a plain prompt."""
        return str(self.recipe.get("conditioning") or self.recipe.get("prompt") or "")

    @property
    def title(self) -> str:
        """Return the words, cut where they are long."""
        return self.words if len(self.words) < LONGEST_TITLE else self.words[:79] + "…"
