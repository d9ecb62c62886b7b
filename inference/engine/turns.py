"""Whose turn it is, by the time that everybody has had of the device.

Whoever has had the least goes first, so that a model whose steps are long does not starve one whose
steps are short. Nobody saves up: who had nothing to do meanwhile begins level with the others.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
# After so much work (seconds), what was had before counts half.
HALF_LIFE_S = 1.0


class Turns:
    """Seconds that every kind of work has had while it was wanted."""

    def __init__(self) -> None:
        self._had: dict[Hashable, float] = {}

    def choose(self, wanted: Collection[K]) -> K:
        """Return the kind that goes first, of those that are wanted now (at least one)."""
        had = {kind: self._had[kind] for kind in wanted if kind in self._had}
        least = min(had.values(), default=0.0)
        self._had = {kind: had.get(kind, least) - least for kind in wanted}
        return min(wanted, key=lambda kind: self._had[kind])

    def spent(self, kind: Hashable, seconds: float) -> None:
        """Write down how long a piece of work took."""
        if kind in self._had:
            self._had[kind] += seconds


class Share:
    """The part of the device's time that a lane had lately; it should have at least `least`."""

    def __init__(self, least: float) -> None:
        self._least = least
        self._ours = self._theirs = 0.0

    def spent(self, seconds: float, *, ours: float) -> None:
        """Write down a piece of work; `ours` in [0, 1] is the lane's part of it."""
        fade = 0.5 ** (seconds / HALF_LIFE_S)
        self._ours = self._ours * fade + seconds * ours
        self._theirs = self._theirs * fade + seconds * (1 - ours)

    def level(self) -> None:
        """Forget what the lane was owed: it had nothing to do."""
        self._ours = max(self._ours, self._theirs * self._least / (1 - self._least))

    @property
    def owed(self) -> bool:
        """Say whether the lane had less than its share."""
        return self._had_less_than(self._least)

    @property
    def starved(self) -> bool:
        """Say whether the lane had less than half of its share."""
        return self._had_less_than(self._least / 2)

    def _had_less_than(self, part: float) -> bool:
        return self._ours < part * (self._ours + self._theirs)
