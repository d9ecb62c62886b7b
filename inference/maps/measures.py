"""Columns of numbers and of moments: texts to bytes over their range, gaps left as gaps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.maps.files import NOTHING

FEW = 10  # of so few different numbers each is a value of its own
# How tables write that something is missing, where all the rest are numbers.
MISSING = frozenset({"", "-", "–", "na", "n/a", "nan", "null", "none", "?"})


def measures(texts: Sequence[str]) -> tuple[dict[str, Any], NDArray[np.uint8]] | None:
    """Return a column's card and bytes (n,): 0 to 254 over its range, 255 where there is no value.

    Moments (ISO 8601; without a zone they are UTC) are seconds since 1970, and the card says so:
    `unit` is "time". None where the texts are neither, or where few of them differ.
    """
    numbers = numbers_of(texts)
    unit = {}
    if numbers is None:
        numbers, unit = _moments(texts), {"unit": "time"}
    elif len(set(texts)) <= FEW:
        return None
    if numbers is None:
        return None
    known = np.isfinite(numbers)
    if not known.any():
        return None
    low, high = float(numbers[known].min()), float(numbers[known].max())
    share = (np.where(known, numbers, low) - low) / max(high - low, 1e-12)
    cells = np.where(known, np.round(share * (NOTHING - 1)), NOTHING).astype(np.uint8)
    return {"kind": "number", **unit, "min": low, "max": high, "legend": []}, cells


def numbers_of(texts: Sequence[str]) -> NDArray[np.float64] | None:
    """Return texts as numbers (n,), NaN where one is missing; None where one is something else."""
    try:
        found = [
            np.nan if text.strip().lower() in MISSING else float(text.replace("_", "x"))
            for text in texts
        ]
    except ValueError:
        return None
    numbers = np.array(found)
    return numbers if np.isfinite(numbers).any() else None


def _moments(texts: Sequence[str]) -> NDArray[np.float64] | None:
    try:
        found = [
            np.nan if text.strip().lower() in MISSING else _seconds(text.strip()) for text in texts
        ]
    except ValueError:
        return None
    return np.array(found)


def _seconds(text: str) -> float:
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
