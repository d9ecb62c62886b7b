"""The queue: batch renders in the order in which they will be made, and who is fed to the worker.

Few are handed over ahead of time, so that the order can still change; enough are, so that every
forward pass of the worker is full.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable, Iterable
from typing import Any

from app.active import Active, moment, progress_of
from app.storage import flags, renders
from app.storage.database import Database
from app.storage.tables import RenderRow
from inference.errors import Conflict

# The worker holds about two seconds of work, but never so little that a pass has empty places.
MOST_AHEAD, LEAST_AHEAD, AHEAD_S = 32, 4, 2.0
# How much the newest observation changes what is expected of the next render.
NEWEST = 0.3
PAUSED = "queue.paused"


class Pace:
    """How long a unit of work (a step of a pixel) takes, by model; learned from what finishes."""

    def __init__(self) -> None:
        self._s_per_unit: dict[str, float] = {}
        self._last_end_s = 0.0

    def learn(self, row: RenderRow, begun_s: float, ended_s: float) -> None:
        """Note that a render ended; renders share passes, so what counts is the time between ends."""
        took_s = ended_s - max(begun_s, self._last_end_s)
        self._last_end_s = ended_s
        seen = max(took_s, 1e-4) / units_of(row)
        known = self._s_per_unit.get(row.model, seen)
        self._s_per_unit[row.model] = (1 - NEWEST) * known + NEWEST * seen

    def seconds(self, row: RenderRow) -> float | None:
        """Return how long what is left of a render will take; None before anything is known."""
        known = self._s_per_unit.get(row.model)
        if known is None:
            return None
        return known * units_of(row) * (1 - row.step / max(row.steps, 1))


def units_of(row: RenderRow) -> float:
    """Return how much work a render is: pixels times steps."""
    pixels = float(row.recipe.get("width", 64)) * float(row.recipe.get("height", 64))
    return pixels * max(row.steps, 1)


def preview_of(active: Active) -> str | None:
    """Return where the newest step of a render can be seen; the number keeps it from being stale."""
    if active.preview is None:
        return None
    return f"/api/v1/queue/{active.row.id}/preview.png?step={active.row.step}"


class Queue:
    """Batch renders that wait; `begin` starts one. One task of asyncio at a time uses it."""

    def __init__(self, database: Database, begin: Callable[[Active], None]) -> None:
        self.database, self._start = database, begin
        self.paused = False
        self.waiting: list[Active] = []
        self.pace = Pace()
        self._ahead: dict[str, tuple[Active, float]] = {}
        self._arranging = asyncio.Lock()

    async def open(self) -> None:
        """Remember whether somebody paused the queue before the restart."""
        self.paused = bool(await flags.read(self.database, PAUSED, False))

    def add(self, active: Active) -> None:
        """Put a render at the end."""
        self.waiting.append(active)
        self._feed()

    def remove(self, active: Active) -> bool:
        """Take a render that waits out of the queue; False when it does not wait (any more)."""
        if active not in self.waiting:
            return False
        self.waiting.remove(active)
        return True

    def ended(self, active: Active) -> None:
        """Note that a render is over, and start the next."""
        held = self._ahead.get(active.row.id)
        if held is not None and held[0] is active:
            del self._ahead[active.row.id]
            if active.state == "done":
                self.pace.learn(active.row, held[1], time.monotonic())
            self._feed()

    def _feed(self) -> None:
        while self.waiting and not self.paused and len(self._ahead) < self._bound():
            active = self.waiting.pop(0)
            self._ahead[active.row.id] = active, time.monotonic()
            self._start(active)

    def _bound(self) -> int:
        one_s = self.pace.seconds(self.waiting[0].row)
        if not one_s:
            return LEAST_AHEAD
        return min(max(math.ceil(AHEAD_S / one_s), LEAST_AHEAD), MOST_AHEAD)

    async def pause(self, paused: bool) -> None:
        """Stop or go on feeding; what the worker holds already is finished. Survives a restart."""
        await flags.write(self.database, PAUSED, paused)
        self.paused = paused
        self._feed()

    async def move(self, active: Active, position: int) -> None:
        """Let a waiting render be the n-th of those that wait; 0 is next.

        Raises `Conflict` when it has been handed to the worker or is over.
        """
        async with self._arranging:
            if not self.remove(active):
                raise Conflict(
                    "this render does not wait any more", expected="a render that still waits"
                )
            self.waiting.insert(min(position, len(self.waiting)), active)
            await renders.arrange(self.database, [each.row.id for each in self.waiting])

    def view(self, everything: Iterable[Active]) -> list[dict[str, Any]]:
        """Return what is under way as the API shows it: running, handed over, then waiting."""
        positions = {each.row.id: at for at, each in enumerate(self.waiting)}
        held = [each for each in everything if each.row.id not in positions and not each.over]
        held.sort(key=lambda each: each.state != "running")
        shown, total_s = [], 0.0
        known = True
        for active in [*held, *self.waiting]:
            row, at = active.row, positions.get(active.row.id)
            needed_s = self.pace.seconds(row)
            known = known and needed_s is not None and not (self.paused and at is not None)
            total_s += needed_s or 0.0
            shown.append(
                {
                    "id": row.id,
                    "lane": row.lane,
                    "state": active.state,
                    "recipe": row.recipe,
                    "position": at,
                    "progress": progress_of(row),
                    "eta_s": round(total_s, 2) if known else None,
                    "preview": preview_of(active),
                    "created_at": moment(row.created_at),
                }
            )
        return shown
