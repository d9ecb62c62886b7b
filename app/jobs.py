"""Long acts: each is a row and a child process that reports its progress, line by line, as JSON.

A job outlives the server: what runs when the server goes away is run again by the next one, and the
child finds its half-finished files in its scratch folder.
"""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import json
import logging
import os
import secrets
import signal
import sys
from collections import deque
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import select, update

from app.active import FINAL, News
from app.errors import problem
from app.settings import Settings
from app.storage.database import Database
from app.storage.renders import cursor_of, sequence_of
from app.storage.tables import JobRow
from inference.errors import Overloaded, RashinError, UnknownId, from_json

log = logging.getLogger("rashin")
WAITING = 16
STOP_WITHIN_S = 5.0
LAST_WORDS = 20
_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


class JobFailed(RashinError):
    """The child process of a job ended without a result."""

    code, title = "job_failed", "The job did not succeed"


@dataclass(eq=False)
class Running:
    """A job under way."""

    row: JobRow
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    number: int = 0
    cancelled: bool = False
    process: asyncio.subprocess.Process | None = None

    def tell(self) -> None:
        """Wake everybody who listens."""
        self.number += 1
        self.changed.set()
        self.changed = asyncio.Event()


def view_of(row: JobRow) -> dict[str, Any]:
    """Return a job as the API shows it."""
    return {
        "id": row.id,
        "kind": row.kind,
        "state": row.state,
        "progress": round(row.progress, 4),
        "stage": row.stage,
        "eta_s": row.eta_s,
        "result": row.result,
        "error": problem(from_json(row.error)) if row.error else None,
        "created_at": row.created_at.isoformat().replace("+00:00", "Z"),
    }


class Jobs:
    """Queues jobs and runs one at a time, niced, so that pictures keep coming."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self.database = database
        self.scratch = settings.data_dir / "jobs"
        self.maps = settings.data_dir / "maps"
        self._running: dict[str, Running] = {}
        self._one = asyncio.Semaphore(1)
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
            await _stop(running.process)
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
            async with self._one:
                if not running.cancelled:
                    await self._set(running, state="running")
                    result = await self._child(running)
                    await self._set(running, state="done", progress=1.0, eta_s=0.0, result=result)
        except RashinError as error:
            if not running.cancelled:
                await self._set(running, state="failed", error=error.to_json())
        finally:
            if running.cancelled and row.state != "cancelled":
                await self._set(running, state="cancelled", eta_s=None)
            self._running.pop(row.id, None)

    async def _child(self, running: Running) -> dict[str, Any]:
        """Run the child to its end and return the result; it may be stopped meanwhile."""
        row = running.row
        folder = self.scratch / row.id
        await asyncio.to_thread(_write_job, folder, row)
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "inference.maps.build",
            "--job", str(folder / "job.json"), "--out", str(self.maps / row.arguments["id"]),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            start_new_session=True,
            preexec_fn=_humble,
        )  # fmt: skip
        running.process = process
        if running.cancelled:
            await _stop(process)
        assert process.stdout is not None
        assert process.stderr is not None
        words: deque[str] = deque(maxlen=LAST_WORDS)
        listening = asyncio.create_task(_listen(process.stderr, words))
        try:
            async for line in process.stdout:
                self._hear(running, line)
            code = await process.wait()
            await listening
        finally:
            listening.cancel()
            await _stop(process)
        if code != 0:
            raise JobFailed(words[-1] if words else f"the job ended with code {code}")
        return {"map": row.arguments["id"], "url": f"/api/v1/maps/{row.arguments['id']}"}

    def _hear(self, running: Running, line: bytes) -> None:
        try:
            said = json.loads(line)
            running.row.progress = min(max(float(said["progress"]), 0.0), 1.0)
            running.row.stage = str(said.get("stage", ""))[:200]
            eta_s = said.get("eta_s")
            running.row.eta_s = None if eta_s is None else float(eta_s)
        except (ValueError, KeyError, TypeError):
            log.info("job %s: %s", running.row.id, line.decode(errors="replace").rstrip())
            return
        running.tell()

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
        """Stop the children; their rows stay unfinished, so that the next start goes on."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _write_job(folder: Path, row: JobRow) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "job.json").write_text(json.dumps(row.arguments))


def _humble() -> None:
    # Between fork and exec: be polite to the cores, and do not outlive a killed server.
    os.nice(10)
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


async def _listen(stream: asyncio.StreamReader, words: deque[str]) -> None:
    async for line in stream:
        words.append(line.decode(errors="replace").strip())


async def _stop(process: asyncio.subprocess.Process | None) -> None:
    """End a child politely, then by force."""
    if process is None or process.returncode is not None:
        return
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
    try:
        await asyncio.wait_for(process.wait(), STOP_WITHIN_S)
    except TimeoutError:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
