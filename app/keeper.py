"""The keeper: finished pictures go to the disk a few at a time, shortly after they were shown.

Nothing is lost by waiting: until its row says "done", a render is done again after a crash, and
gives the same bytes. What is gained is that writing never stands between a person and a picture.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

from app.active import Active
from app.storage import renders
from app.storage.database import Database
from app.storage.files import Files
from inference.errors import RashinError

log = logging.getLogger("rashin")
GATHER_S = 0.1


class Keeper:
    """One task that writes what is handed to it."""

    def __init__(self, database: Database, files: Files) -> None:
        self.database, self.files = database, files
        self._waiting: list[Active] = []
        self._work = asyncio.Event()
        self._closing = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def take(self, active: Active) -> None:
        """Keep this picture soon; `active.kept` is set when its state is on disk."""
        if self._task is None:
            self._task = asyncio.create_task(self._run(), name="keeper")
        self._waiting.append(active)
        self._work.set()

    async def _run(self) -> None:
        while not (self._closing.is_set() and not self._waiting):
            await self._work.wait()
            with suppress(TimeoutError):
                # A moment for a few more to gather, except when there is no time left.
                await asyncio.wait_for(self._closing.wait(), GATHER_S)
            self._work.clear()
            batch, self._waiting = self._waiting, []
            await self._keep(batch)

    async def _keep(self, batch: list[Active]) -> None:
        """Write pictures, then, in one transaction, the rows that say so."""
        for active in batch:
            await active.accepted.wait()
        on_disk = [active for active in batch if await self._put(active)]
        try:
            await renders.finish(self.database, [active.row for active in on_disk])
        except RashinError as error:
            for active in on_disk:
                _give_up(active, error)
        for active in batch:
            active.kept.set()

    async def _put(self, active: Active) -> bool:
        try:
            await asyncio.to_thread(self.files.put, active.picture or b"")
        except RashinError as error:
            _give_up(active, error)
            return False
        return True

    async def close(self) -> None:
        """Write what is left, at once."""
        self._closing.set()
        self._work.set()
        if self._task is not None:
            await self._task


def _give_up(active: Active, error: RashinError) -> None:
    # The row on disk still says that it is unfinished, so the next start tries again.
    log.warning("render %s is not kept: %s", active.row.id, error.detail)
    row = active.row
    active.state = row.state = "failed"
    row.error = error.to_json()
    row.image_sha256 = None
