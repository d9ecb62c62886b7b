"""Long acts: rows on disk, one at a time of each kind, progress, cancelling, and going on after a crash.

What a kind of job does is an act: a coroutine that takes the job and returns its result.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select, update

from app.active import FINAL, News, moment
from app.errors import problem
from app.storage.database import Database
from app.storage.history import cursor_of, sequence_of
from app.storage.tables import JobRow
from inference.errors import Overloaded, RashinError, UnknownId, from_json

log = logging.getLogger("rashin")
WAITING = 16


class JobFailed(RashinError):
    """A job ended without a result."""

    code, title = "job_failed", "The job did not succeed"


@dataclass(eq=False)
class Running:
    """A job under way."""

    row: JobRow
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    number: int = 0
    cancelled: bool = False
    work: asyncio.Task[dict[str, Any]] | None = None

    def tell(self) -> None:
        """Wake everybody who listens."""
        self.number += 1
        self.changed.set()
        self.changed = asyncio.Event()

    def tell_progress(self, progress: float, stage: str, eta_s: float | None = None) -> None:
        """Say how far it is, from 0 to 1, and at what."""
        self.row.progress = min(max(progress, 0.0), 1.0)
        self.row.stage = stage[:200]
        self.row.eta_s = eta_s
        self.tell()


Act = Callable[[Running], Awaitable[dict[str, Any]]]


def view_of(row: JobRow) -> dict[str, Any]:
    """Return a job as the API shows it."""
    return {
        "id": row.id,
        "kind": row.kind,
        "about": row.arguments.get("id"),
        "state": row.state,
        "progress": round(row.progress, 4),
        "stage": row.stage,
        "eta_s": row.eta_s,
        "result": row.result,
        "error": problem(from_json(row.error)) if row.error else None,
        "created_at": moment(row.created_at),
    }


class Jobs:
    """Queues jobs and runs one of each kind at a time."""

    def __init__(self, database: Database, acts: Mapping[str, Act]) -> None:
        self.database, self._acts = database, acts
        self._running: dict[str, Running] = {}
        self._one = {kind: asyncio.Semaphore(1) for kind in acts}
        self._tasks: set[asyncio.Task[None]] = set()

    async def create(self, kind: str, arguments: dict[str, Any]) -> JobRow:
        """Accept a job; its row is on disk when this returns. Raises `Overloaded`, `OutOfDisk`."""
        if len(self._running) >= WAITING:
            raise Overloaded(f"{WAITING} jobs are waiting", hint="cancel one", retry_after_s=60)
        row = JobRow(
            id=secrets.token_hex(8), kind=kind, arguments=arguments, state="queued", progress=0.0,
            stage="",
        )  # fmt: skip
        async with self.database.write() as session:
            session.add(row)
        self._begin(row)
        return row

    async def resume(self) -> None:
        """Run again what was not finished when the server went away."""
        query = select(JobRow).where(JobRow.state.in_(("queued", "running")))
        async with self.database.read() as session:
            rows = (await session.scalars(query.order_by(JobRow.sequence))).all()
        for row in rows:
            if row.kind in self._acts:
                self._begin(row)

    async def find(self, id: str) -> JobRow:
        """Return a job. Raises `UnknownId`."""
        if (running := self._running.get(id)) is not None:
            return running.row
        async with self.database.read() as session:
            row = await session.scalar(select(JobRow).where(JobRow.id == id))
        if row is None:
            raise UnknownId(f"there is no job {id[:80]}", hint="GET /api/v1/jobs lists them")
        return row

    async def page(self, cursor: str | None, limit: int) -> tuple[Sequence[JobRow], str | None]:
        """Return jobs, newest first, and the cursor of the next page."""
        query = select(JobRow).order_by(JobRow.sequence.desc()).limit(limit + 1)
        if cursor is not None:
            query = query.where(JobRow.sequence < sequence_of(cursor))
        async with self.database.read() as session:
            found = (await session.scalars(query)).all()
        rows = [self._running[row.id].row if row.id in self._running else row for row in found]
        return rows[:limit], cursor_of(rows[limit - 1].sequence) if len(rows) > limit else None

    async def cancel(self, id: str) -> JobRow:
        """Stop a job; a finished one stays as it is."""
        row = await self.find(id)
        if (running := self._running.get(id)) is not None:
            running.cancelled = True
            if row.state == "queued":
                await self._set(running, state="cancelled")
            if running.work is not None:
                running.work.cancel()
            while row.state not in FINAL:
                await running.changed.wait()
        return row

    async def events(self, row: JobRow, after: int) -> AsyncIterator[News]:
        """Yield the state of a job whenever it changes, until its end."""
        running = self._running.get(row.id)
        while running is not None and row.state not in FINAL:
            changed = running.changed
            if running.number > after:
                after = running.number
                yield News(after, "state", view_of(row))
            else:
                await changed.wait()
        yield News(after + 1, "done", view_of(row))

    def _begin(self, row: JobRow) -> None:
        running = Running(row, number=1)
        self._running[row.id] = running
        task = asyncio.create_task(self._run(running), name=f"job {row.id}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, running: Running) -> None:
        row = running.row
        try:
            async with self._one[row.kind]:
                if not running.cancelled:
                    await self._set(running, state="running")
                    await self._carry_out(running)
        except RashinError as error:
            if not running.cancelled:
                await self._set(running, state="failed", error=error.to_json())
        finally:
            if running.cancelled and row.state != "cancelled":
                await self._set(running, state="cancelled", eta_s=None)
            self._running.pop(row.id, None)

    async def _carry_out(self, running: Running) -> None:
        running.work = asyncio.ensure_future(self._acts[running.row.kind](running))
        if running.cancelled:
            running.work.cancel()
        try:
            result = await running.work
        except asyncio.CancelledError:
            if running.cancelled:
                return
            raise
        await self._set(running, state="done", progress=1.0, eta_s=0.0, result=result)

    async def _set(self, running: Running, **values: Any) -> None:
        for name, value in values.items():
            setattr(running.row, name, value)
        try:
            async with self.database.write() as session:
                query = update(JobRow).where(JobRow.id == running.row.id)
                await session.execute(query.values(**values))
        except RashinError as error:
            log.warning("job %s: its state is not kept: %s", running.row.id, error.detail)
        running.tell()

    async def close(self) -> None:
        """Stop what runs; rows stay unfinished, so that the next start goes on."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
