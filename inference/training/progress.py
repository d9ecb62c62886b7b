"""Time budgets, learning-rate schedules and curves of a training stage."""

from __future__ import annotations

import json
import math
import sys
import time
from pathlib import Path


class Budget:
    """Minutes that a stage may use; time spent before an interruption counts."""

    def __init__(self, minutes: float, spent_s: float = 0.0) -> None:
        self.minutes = minutes
        self._start = time.monotonic() - spent_s

    @property
    def spent_s(self) -> float:
        """Return the seconds used so far, those of earlier runs included."""
        return time.monotonic() - self._start

    @property
    def fraction(self) -> float:
        """Return how much is used, 0 to 1."""
        return min(1.0, self.spent_s / (60 * self.minutes)) if self.minutes > 0 else 1.0


def cosine_rate(step: int, fraction: float, *, peak: float, floor: float, warm_up: int) -> float:
    """Rise over `warm_up` steps, then fall from `peak` to `floor` along half a cosine."""
    rise = min(1.0, (step + 1) / warm_up)
    return floor + (peak * rise - floor) * 0.5 * (1 + math.cos(math.pi * fraction))


class Curve:
    """Appends one JSON object per line to `curve.jsonl`, and prints it."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path

    def add(self, stage: str, step: int, **numbers: float) -> None:
        """Log the numbers of a step."""
        row = {"stage": stage, "step": step, **{k: round(v, 5) for k, v in numbers.items()}}
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")
        sys.stdout.write("  ".join(f"{key} {value}" for key, value in row.items()) + "\n")
        sys.stdout.flush()


class Running:
    """An exponential average of a noisy number."""

    def __init__(self, keep: float = 0.97) -> None:
        self._keep = keep
        self.value: float | None = None

    def add(self, number: float) -> float:
        """Take one more number in and return the average."""
        old = number if self.value is None else self.value
        self.value = self._keep * old + (1 - self._keep) * number
        return self.value
