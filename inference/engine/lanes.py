"""Who comes next: interactive renders before batch ones, and of a view only the latest."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Any, Literal

from inference.engine.turns import Share
from inference.messages import Message

Lane = Literal["interactive", "batch"]
LANES: tuple[Lane, ...] = ("interactive", "batch")
# While both lanes have work, the batch lane has at least this part of the device's time.
BATCH_SHARE = 0.25


@dataclass(eq=False)
class Job:
    """A render that was asked for; `arrived_s` on the monotonic clock.

    `waited`: it has waited for the weights of its model already. `call` is a question that needs
    weights too; it is no render then.
    """

    id: str
    recipe: dict[str, Any]
    lane: Lane
    view: str | None = None
    previews: bool = False
    images: dict[str, bytes] = field(default_factory=dict)
    arrived_s: float = 0.0
    waited: bool = False
    call: Message | None = None


class Lanes:
    """What waits, and whose turn it is."""

    def __init__(self) -> None:
        self._waiting: dict[Lane, deque[Job]] = {lane: deque() for lane in LANES}
        self._share = Share(BATCH_SHARE)

    def add(self, job: Job) -> None:
        """Put a job at the end of its lane."""
        self._waiting[job.lane].append(job)

    def take(self, lane: Lane) -> Job | None:
        """Take the first job of a lane; None when nothing waits there."""
        return self._waiting[lane].popleft() if self._waiting[lane] else None

    def waits(self, lane: Lane) -> bool:
        """Say whether a lane has jobs that were not begun."""
        return bool(self._waiting[lane])

    def remove(self, *, id: str | None = None, view: str | None = None) -> list[Job]:
        """Take out the jobs with an id, or those of a view, and return them."""
        gone = [
            job
            for jobs in self._waiting.values()
            for job in jobs
            if (id is not None and job.id == id) or (view is not None and job.view == view)
        ]
        for job in gone:
            self._waiting[job.lane].remove(job)
        return gone

    def order(self, busy: set[Lane], *, newcomer: bool = False) -> tuple[Lane, ...]:
        """Return the lanes in the order in which they may choose the next piece of work.

        `busy` are the lanes with work. A lone lane always chooses. An interactive `newcomer`, which
        had no pass yet, does not wait until the batch lane has had its share, unless that starves.
        """
        if "batch" not in busy:
            self._share.level()
        elif "interactive" in busy and (self._share.starved if newcomer else self._share.owed):
            return ("batch", "interactive")
        return tuple(lane for lane in LANES if lane in busy)

    def spent(self, seconds: float, batch: float) -> None:
        """Write down how long a piece of work took; `batch` in [0, 1] is that lane's part of it."""
        self._share.spent(seconds, ours=batch)
