"""The job that fetches a model from the hub and takes it in."""

from __future__ import annotations

import asyncio
import shutil
import threading
import time
from pathlib import Path
from typing import Any

from app.hub import Hub
from app.jobs import Running
from app.models import Models
from inference.errors import InvalidInput

KIND = "fetch"
TOLD_EVERY_S = 0.2


class Fetcher:
    """Carries jobs of the kind `fetch` out; their arguments are the wish for a model."""

    def __init__(self, models: Models, hub: Hub) -> None:
        self._models, self._hub = models, hub

    async def __call__(self, running: Running) -> dict[str, Any]:
        """Fetch a model, add it, and return its id.

        Raises what `Hub.fetch` and `Models.add` raise; what is refused is not kept.
        """
        wish = dict(running.row.arguments)
        self._models.allow("hub", wish)
        folder = await self._fetched(str(wish["path"]), running)
        running.tell_progress(1.0, "checking")
        try:
            added = await self._models.add(wish | {"fetched": str(folder)})
        except InvalidInput:
            await asyncio.to_thread(shutil.rmtree, folder, True)
            raise
        return {"model": added["id"]}

    async def _fetched(self, id: str, running: Running) -> Path:
        stop, loop, pace = threading.Event(), asyncio.get_running_loop(), _Pace()

        def tell(done: int, total: int, name: str) -> None:
            if pace.is_due(done, total):
                left_s = pace.left_s(done, total)
                stage = f"{name} · {done / 2**20:,.0f} of {total / 2**20:,.0f} MiB"
                loop.call_soon_threadsafe(
                    running.tell_progress, done / max(1, total), stage, left_s
                )

        try:
            return await asyncio.to_thread(self._hub.fetch, id, tell, stop)
        finally:
            stop.set()  # also when nobody waits any more


class _Pace:
    """When to say something, and how long it will still take at the pace so far."""

    def __init__(self) -> None:
        self._began_s, self._told_s = time.monotonic(), 0.0

    def is_due(self, done: int, total: int) -> bool:
        now_s = time.monotonic()
        due = now_s - self._told_s >= TOLD_EVERY_S or done >= total
        self._told_s = now_s if due else self._told_s
        return due

    def left_s(self, done: int, total: int) -> float | None:
        spent_s = time.monotonic() - self._began_s
        return spent_s / done * (total - done) if done and spent_s > 1 else None
