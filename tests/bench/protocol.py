"""How figures are taken: two things in turn, the median of their ratio, and how sure it is.

Absolute times belong to a machine and to what else it does; the ratio of two things that took turns
does not. Every figure is printed and, as JSON, written to `test-results/bench.json` (or to where
`RASHIN_BENCH_REPORT` says).
"""

from __future__ import annotations

import json
import os
import platform
import statistics
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

ROUNDS = 7
RESAMPLES = 2000


@dataclass(frozen=True)
class Ratio:
    """A median ratio with its 95 % bootstrap interval, and every single one."""

    median: float
    low: float
    high: float
    each: tuple[float, ...]

    def __str__(self) -> str:
        return f"{self.median:.2f} (95 % {self.low:.2f}–{self.high:.2f})"


def interleaved(
    *things: Callable[[], float], rounds: int = ROUNDS, warm_up: int = 1
) -> list[tuple[float, ...]]:
    """Measure things in turn, A B A B …, and return a tuple of figures for every round."""
    for _ in range(warm_up):
        for thing in things:
            thing()
    return [tuple(thing() for thing in things) for _ in range(rounds)]


def ratio(above: Sequence[float], below: Sequence[float]) -> Ratio:
    """Return above ÷ below, round by round."""
    each = np.asarray(above, dtype=float) / np.asarray(below, dtype=float)
    drawn = np.random.default_rng(0).choice(each, (RESAMPLES, len(each)))
    low, high = np.percentile(np.median(drawn, axis=1), [2.5, 97.5])
    return Ratio(float(np.median(each)), float(low), float(high), tuple(map(float, each)))


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the smallest value that so many percent of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(percent / 100 * len(ordered)))]


class Report:
    """What was measured in this run."""

    def __init__(self, machine: dict[str, Any]) -> None:
        self.machine = machine
        self.rows: list[dict[str, Any]] = []

    def tell(self, goal: str, words: str, reached: bool | None = None, **figures: Any) -> None:
        """Print one figure in words, and keep it; `reached` says whether the goal is."""
        mark = {True: "✓", False: "✗", None: "·"}[reached]
        print(f"\n{mark} {goal:4} {words}")
        plain = {k: asdict(v) if isinstance(v, Ratio) else v for k, v in figures.items()}
        self.rows.append({"goal": goal, "words": words, "reached": reached, **plain})

    def write(self) -> Path:
        """Write everything to the report of the run and return its path."""
        path = Path(os.environ.get("RASHIN_BENCH_REPORT", "test-results/bench.json"))
        path.parent.mkdir(parents=True, exist_ok=True)
        whole = {"machine": self.machine, "rows": self.rows}
        path.write_text(json.dumps(whole, indent=1, ensure_ascii=False), encoding="utf-8")
        return path


def machine_facts(gflops: float, threads: int) -> dict[str, Any]:
    """Return what a reader needs to judge absolute times."""
    return {
        "cores": os.cpu_count(),
        "threads": threads,
        "matmul_gflops": round(gflops),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "load": round(statistics.fmean(os.getloadavg()), 2),
    }
