"""The pictures of the data set in memory, and how a fair batch of them is drawn."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from inference.training.names import Entry

# A picture weighs (number of pictures of its base concept)^-0.7: people in all their tones are 64 %
# of the files and would be most of what is learnt.
BALANCE_POWER = 0.7


@dataclass(frozen=True)
class PictureSet:
    """`pictures` (n, 3, 64, 64) uint8, what is known about each, and its split."""

    pictures: Tensor
    entries: tuple[Entry, ...]
    splits: tuple[str, ...]

    def rows(self, split: str) -> Tensor:
        """Return the row numbers (k,) of a split: `train`, `name` or `pair`."""
        return torch.tensor([i for i, name in enumerate(self.splits) if name == split])

    def batch(self, rows: Tensor) -> Tensor:
        """Return pictures (k, 3, 64, 64) as floats in [-1, 1]."""
        return self.pictures[rows].float().div_(127.5).sub_(1)


def load_pictures(folder: Path, limit: int | None = None) -> PictureSet:
    """Read what `inference.training.dataset` wrote; `limit` keeps that many, evenly spread."""
    pictures = np.load(folder / "pictures.npy", allow_pickle=False)
    rows: list[dict[str, Any]] = json.loads(
        gzip.decompress((folder / "index.json.gz").read_bytes())
    )
    if limit is not None and limit < len(rows):
        kept = [i * len(rows) // limit for i in range(limit)]
        pictures, rows = pictures[kept], [rows[i] for i in kept]
    splits = tuple(str(row.pop("split")) for row in rows)
    entries = tuple(read_entry(row) for row in rows)
    return PictureSet(torch.from_numpy(pictures).permute(0, 3, 1, 2).contiguous(), entries, splits)


def read_entry(row: dict[str, Any]) -> Entry:
    """Rebuild an entry from a row of the index, which holds lists where an entry holds tuples."""
    fields: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
    return Entry(**fields)


def balanced_weights(bases: list[str], power: float = BALANCE_POWER) -> Tensor:
    """Return one weight per picture (n,), summing to one, so that no base concept dominates."""
    counts = Counter(bases)
    weights = torch.tensor([counts[base] ** -power for base in bases], dtype=torch.float64)
    return weights / weights.sum()


class BalancedSampler:
    """Draws row numbers of a split with the balanced weights; the same seed, the same rows."""

    def __init__(self, pictures: PictureSet, split: str, generator: torch.Generator) -> None:
        self.rows = pictures.rows(split)
        self._weights = balanced_weights([pictures.entries[i].base for i in self.rows.tolist()])
        self._generator = generator

    def draw(self, count: int) -> Tensor:
        """Return `count` row numbers, repetitions allowed."""
        picked = torch.multinomial(
            self._weights, count, replacement=True, generator=self._generator
        )
        return self.rows[picked]
