"""How many rows share a pass, found out on the device by trying.

The best number of rows depends on model, shape and device, and no table knows it. Every pass that
had to leave somebody out is timed; while twice as many rows still carry noticeably more rows a
second, the cap grows, and what did not fit into memory is never tried again. A size that did not
pay is tried again after a while, for it may have been another program's fault. What was found is
kept on disk for this machine.
"""

from __future__ import annotations

import json
from collections.abc import Hashable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

# Twice the rows have to pay by so much, or a newcomer would wait for nothing.
WORTHWHILE = 1.08
# A pass that somebody might have to wait for takes at most so many times the shortest.
BRIEF = 1.5
# The first passes of a new size may be slow: networks try there whether its bits are right.
TRIALS = 4
MOST_ROWS = 64
LONGEST_PASS_S = 1.0
# So many full passes later, a size that did not pay is tried again; then after twice as many.
REST_PASSES, LONGEST_REST_PASSES = 100, 6400


@dataclass
class Cap:
    """What is known about one kind of pass: the rows that it takes now, and the rates measured.

    `brief` rows are as many as hardly make anybody wait longer than the fewest do. `settled` until
    `rest` more full passes were carried out.
    """

    rows: int
    brief: int = 0
    ceiling: int = MOST_ROWS
    settled: bool = False
    rest: int = REST_PASSES
    rates: dict[int, list[float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.brief = self.brief or self.rows
        self._left = self.rest

    def measured(self, rows: int, seconds: float) -> bool:
        """Learn from a pass that was as full as the cap allows; whether the cap settled by it."""
        if seconds <= 0 or (self.settled and not self._rested()):
            return False
        rates = self.rates.setdefault(self.rows, [])
        rates.append(rows / seconds)
        if len(rates) < TRIALS:
            return False
        # The best of a few: other programs only ever make a pass slower.
        best = {size: max(found) for size, found in self.rates.items()}
        if min(best) <= self.brief:
            short_s = BRIEF * min(size / rate for size, rate in best.items())
            self.brief = max(size for size, rate in best.items() if size / rate <= short_s)
        half = self.rows // 2
        if half in best and best[self.rows] < WORTHWHILE * best[half]:
            self.rows = half
            self._settle()
        elif 2 * self.rows > self.ceiling or 2 * seconds > LONGEST_PASS_S:
            self._settle()
        else:
            self.rows *= 2
        self.brief = min(self.brief, self.rows)
        return self.settled

    def _settle(self) -> None:
        self.settled, self._left = True, self.rest
        self.rest = min(2 * self.rest, LONGEST_REST_PASSES)

    def _rested(self) -> bool:
        """Count a pass of the rest; whether it is over, and the next size is tried from now on."""
        self._left -= 1
        if self._left > 0 or 2 * self.rows > self.ceiling:
            return False
        self.settled = False
        self.rates = {size: found for size, found in self.rates.items() if size < self.rows}
        return True

    def too_much(self, rows: int) -> None:
        """Remember that so many rows did not fit into memory."""
        self.ceiling = max(1, rows // 2)
        self.rows, self.settled = min(self.rows, self.ceiling), True
        self.brief = min(self.brief, self.rows)


class Caps:
    """The caps of every kind of pass; a kind is the weights of a model and a key of its asks.

    They are kept in `path` for a machine that calls itself `machine`.
    """

    def __init__(self, path: Path | None = None, machine: str = "") -> None:
        self._path, self._machine = path, machine
        self._known: dict[Hashable, Cap] = {}
        self._found = _read(path).get(machine, {})

    def of(self, kind: tuple[str, Hashable], first: int) -> Cap:
        """Return the cap of a kind; a new kind begins at `first` rows, which is a tile."""
        if kind not in self._known:
            rows, brief = self._found.get(_name(kind, first), (0, 0))
            # Never less than a tile, which costs the same whether it is full or not.
            known = Cap(rows, brief, settled=True) if first <= brief <= rows else Cap(first)
            self._known[kind] = known
        return self._known[kind]

    def keep(self, kind: tuple[str, Hashable], first: int) -> None:
        """Write down what was found for a kind; a disk that refuses is no reason to stop."""
        cap = self._known[kind]
        self._found[_name(kind, first)] = cap.rows, cap.brief
        if self._path is None:
            return
        everything = _read(self._path) | {self._machine: self._found}
        fresh = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(json.dumps(everything, indent=1, sort_keys=True), encoding="utf-8")
            fresh.replace(self._path)
        except OSError:
            return


def _name(kind: tuple[str, Hashable], first: int) -> str:
    weights, key = kind
    return f"{weights} {key!r} by {first}"


def _read(path: Path | None) -> dict[str, dict[str, Any]]:
    """Return what is written there; nothing where it is not what was written."""
    try:
        found = json.loads(path.read_text(encoding="utf-8")) if path is not None else {}
        return {
            str(machine): {
                str(name): (int(rows), int(brief)) for name, (rows, brief) in caps.items()
            }
            for machine, caps in found.items()
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
