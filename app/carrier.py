"""The carrier: takes one render to the worker, and brings what comes back to its row."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Callable
from typing import Any

from app.active import FINAL, Active
from app.keeper import Keeper
from app.storage import renders
from app.storage.database import Database
from app.storage.files import Files
from inference.client import Client, Lane
from inference.errors import RashinError, WorkerUnavailable
from inference.messages import Cancelled, Done, Failed, Step

log = logging.getLogger("rashin")
LOOK_AGAIN_S = 0.2


class Carrier:
    """Follows renders to their end, and their end to the disk."""

    def __init__(
        self, client: Client, database: Database, files: Files, looked_at: Callable[[Active], bool]
    ) -> None:
        self.client, self.database, self.files = client, database, files
        self._looked_at = looked_at
        self._keeper = Keeper(database, files)

    async def carry(self, active: Active) -> None:
        """Make one picture, whatever happens to workers meanwhile; returns when it is on disk."""
        try:
            while not (active.unwanted or await self._attempt(active)):
                await self._worker_again(active)
            if active.unwanted and active.state not in FINAL:
                await self.end(active, "cancelled")
        except RashinError as error:
            await self.end(active, "failed", error=error.to_json())
        await active.kept.wait()

    async def _attempt(self, active: Active) -> bool:
        """Submit once; False when no worker could take it and it has to wait for one."""
        row = active.row
        images = {sha: self.files.get(sha) for sha in active.recipe.images}
        lane: Lane = "interactive" if row.lane == "interactive" else "batch"
        events = self.client.submit(
            row.id, active.recipe, lane=lane, view=active.view, images=images,
            previews=self._looked_at(active),
        )  # fmt: skip
        async for event in events:
            if isinstance(event, Step):
                self._step(active, event)
            elif isinstance(event, Done):
                self.finish(active, event)
            elif isinstance(event, Cancelled):
                await self.end(active, "cancelled")
            elif isinstance(event, Failed):
                if isinstance(event.error, WorkerUnavailable):
                    return False
                await self.end(active, "failed", error=event.error.to_json())
        return True

    async def _worker_again(self, active: Active) -> None:
        while self.client.status()["state"] != "ready" and not active.unwanted:
            await asyncio.sleep(LOOK_AGAIN_S)

    def _step(self, active: Active, step: Step) -> None:
        row = active.row
        if active.state == "queued":
            active.state = row.state = "running"
            active.tell(2, "state", {"id": row.id, "state": "running"})
        row.step, row.steps = step.step, step.steps
        active.preview = step.preview or active.preview
        active.tell(2 + step.step, "step", {"id": row.id, "step": step.step, "steps": step.steps})

    def finish(self, active: Active, done: Done) -> None:
        """Show the picture to whoever waits, and hand it to the keeper."""
        row = active.row
        active.picture = done.image
        row.image_sha256 = hashlib.sha256(done.image).hexdigest()
        row.width, row.height, row.timings = done.width, done.height, done.timings
        row.environment = done.environment or None
        row.step = row.steps
        active.state = row.state = "done"
        active.settle()
        self._keeper.take(active)

    async def end(self, active: Active, state: str, error: dict[str, Any] | None = None) -> None:
        """Write down that there will be no picture, then say so."""
        row = active.row
        await active.accepted.wait()
        try:
            await renders.change(self.database, row.id, state=state, error=error)
        except RashinError as failure:
            log.warning("the end of render %s is not written: %s", row.id, failure.detail)
        active.state = row.state = state
        row.error = error
        active.settle()
        active.kept.set()

    async def close(self) -> None:
        """Write what is left, at once."""
        await self._keeper.close()
