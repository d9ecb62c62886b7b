"""A render under way, what is told about it, and how it looks to a client."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.errors import problem
from app.storage.tables import RenderRow
from inference.errors import from_json
from inference.recipe import Recipe

FINAL = ("done", "failed", "cancelled")


@dataclass(frozen=True)
class News:
    """One event of a render; numbers depend on the step alone, so that a reader can resume."""

    number: int
    name: str
    data: dict[str, Any]


@dataclass(eq=False)
class Active:
    """A render from its acceptance until its picture is on disk; `bulk` for a cell of a sweep.

    `accepted`: its row is on disk, or will never be. `settled`: it has a final state. `kept`: that
    state is on disk.
    """

    row: RenderRow
    recipe: Recipe
    view: str | None = None
    bulk: bool = False
    state: str = "queued"
    picture: bytes | None = None
    # A PNG of the newest step, where somebody looks at the queue.
    preview: bytes | None = None
    unwanted: bool = False
    news: dict[int, News] = field(default_factory=dict)
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    accepted: asyncio.Event = field(default_factory=asyncio.Event)
    settled: asyncio.Event = field(default_factory=asyncio.Event)
    kept: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[None] | None = None

    @property
    def over(self) -> bool:
        """Whether it has a final state."""
        return self.state in FINAL

    def tell(self, number: int, name: str, data: dict[str, Any]) -> None:
        """Add an event and wake everybody who listens."""
        self.news[number] = News(number, name, data)
        self.wake()

    def wake(self) -> None:
        """Let everybody who listens look again."""
        self.changed.set()
        self.changed = asyncio.Event()

    def settle(self) -> None:
        """Tell that the final state is reached."""
        self.settled.set()
        self.tell(3 + self.row.steps, "done", view_of(self.row))

    async def follow(self, after: int) -> AsyncIterator[News]:
        """Yield the events whose number is past `after`, until the end."""
        while True:
            changed, over = self.changed, self.settled.is_set()
            for number in sorted(n for n in self.news if n > after):
                yield self.news[number]
                after = number
            if over:
                return
            await changed.wait()


def number_after(last_event_id: str | None) -> int:
    """Read the header `Last-Event-ID`: 0 where there is none that we gave out."""
    return int(last_event_id) if last_event_id is not None and last_event_id.isdecimal() else 0


async def last_words(row: RenderRow, after: int) -> AsyncIterator[News]:
    """Yield the one event that is left of a render that is long finished."""
    news = News(3 + row.steps, "done", view_of(row))
    if news.number > after:
        yield news


def moment(when: datetime) -> str:
    """Return a moment as ISO 8601, UTC."""
    return when.isoformat().replace("+00:00", "Z")


def progress_of(row: RenderRow) -> dict[str, int]:
    """Return how many steps of how many are done."""
    return {"step": row.step, "steps": row.steps}


def image_of(row: RenderRow) -> dict[str, Any] | None:
    """Return where the picture of a render is; None while there is none."""
    if row.image_sha256 is None:
        return None
    return {
        "url": f"/api/v1/images/{row.image_sha256}.png",
        "sha256": row.image_sha256,
        "width": row.width,
        "height": row.height,
    }


def view_of(row: RenderRow) -> dict[str, Any]:
    """Return a render as the API shows it."""
    shown = {
        "id": row.id,
        "recipe_id": row.id,
        "state": row.state,
        "progress": progress_of(row),
        "image": image_of(row),
        "recipe": row.recipe,
        "timings": row.timings,
        "environment": row.environment,
        "starred": row.starred,
        "folder": row.folder,
        "deleted": bool(row.deleted),
        "created_at": moment(row.created_at),
    }
    return shown | ({"error": problem(from_json(row.error))} if row.error else {})
