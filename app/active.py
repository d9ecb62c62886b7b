"""A render under way, what is told about it, and how it looks to a client."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
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
    """A render from its acceptance until its picture is on disk.

    `accepted`: its row is on disk, or will never be. `settled`: it has a final state. `kept`: that
    state is on disk.
    """

    row: RenderRow
    recipe: Recipe
    view: str | None = None
    state: str = "queued"
    picture: bytes | None = None
    unwanted: bool = False
    news: dict[int, News] = field(default_factory=dict)
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    accepted: asyncio.Event = field(default_factory=asyncio.Event)
    settled: asyncio.Event = field(default_factory=asyncio.Event)
    kept: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[None] | None = None

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


def view_of(row: RenderRow) -> dict[str, Any]:
    """Return a render as the API shows it."""
    image = None
    if row.image_sha256 is not None:
        image = {
            "url": f"/api/v1/images/{row.image_sha256}.png",
            "sha256": row.image_sha256,
            "width": row.width,
            "height": row.height,
        }
    shown = {
        "id": row.id,
        "recipe_id": row.id,
        "state": row.state,
        "progress": {"step": row.step, "steps": row.steps},
        "image": image,
        "recipe": row.recipe,
        "timings": row.timings,
        "starred": row.starred,
        "created_at": row.created_at.isoformat().replace("+00:00", "Z"),
    }
    return shown | ({"error": problem(from_json(row.error))} if row.error else {})
