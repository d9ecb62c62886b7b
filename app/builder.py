"""The builder: makes maps in a child process, so that the worker stays free and nothing can hang.

The child is niced and dies with its parent. Its half-finished files stay in its scratch folder, where
the next run finds them.
"""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import json
import logging
import os
import signal
import sys
import time
from collections import deque
from pathlib import Path
from typing import Any

from app.jobs import JobFailed, Running
from app.settings import Settings
from app.storage.tables import JobRow
from inference.client import Client
from inference.errors import RashinError

log = logging.getLogger("rashin")
STOP_WITHIN_S = 5.0
LAST_WORDS = 20
_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


class Builder:
    """Carries out jobs of the kind "map"."""

    def __init__(self, settings: Settings, client: Client) -> None:
        self.client = client
        self.scratch = settings.data_dir / "jobs"
        self.maps = settings.data_dir / "maps"

    async def __call__(self, running: Running) -> dict[str, Any]:
        """Run the child to its end and return the result. Raises `JobFailed` with its last words."""
        row = running.row
        folder = self.scratch / row.id
        await asyncio.to_thread(_write_job, folder, row)
        if "entry" in row.arguments:
            # The child reads the model a second time: one that only waits for work makes room.
            with contextlib.suppress(RashinError):
                await self.client.call("model_unload", id=row.arguments["entry"]["id"])
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "inference.engine.mapping",
            "--job", str(folder / "job.json"), "--out", str(self.maps / row.arguments["id"]),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            start_new_session=True,
            preexec_fn=_humble,
        )  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        words: deque[str] = deque(maxlen=LAST_WORDS)
        began = time.monotonic()
        listening = asyncio.create_task(_listen(process.stderr, words))
        try:
            async for line in process.stdout:
                _hear(running, line)
            code = await process.wait()
            await listening
        finally:
            listening.cancel()
            await _stop(process)
        if code == -signal.SIGKILL:
            raise JobFailed("the system ended it, most likely for want of memory; map fewer points")
        if code != 0:
            raise JobFailed(words[-1] if words else f"the job ended with code {code}")
        id = row.arguments["id"]
        result = {"map": id, "url": f"/api/v1/maps/{id}"}
        return result | _pace(self.maps / id, row, time.monotonic() - began)


def _pace(folder: Path, row: JobRow, seconds: float) -> dict[str, Any]:
    """Return what a point took, from which the next build is estimated."""
    if "refit" in row.arguments:
        return {}
    info = json.loads((folder / "map.json").read_text("utf-8"))
    what = f"{info['model']} {bool(info['atlas'])}"
    return {"what": what, "seconds_a_point": round(seconds / max(1, info["count"]), 5)}


def _hear(running: Running, line: bytes) -> None:
    try:
        said = json.loads(line)
        eta_s = said.get("eta_s")
        running.tell_progress(
            float(said["progress"]),
            str(said.get("stage", "")),
            None if eta_s is None else float(eta_s),
        )
    except (ValueError, KeyError, TypeError):
        log.info("job %s: %s", running.row.id, line.decode(errors="replace").rstrip())


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


async def _stop(process: asyncio.subprocess.Process) -> None:
    """End a child politely, then by force."""
    if process.returncode is not None:
        return
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
    try:
        await asyncio.wait_for(process.wait(), STOP_WITHIN_S)
    except TimeoutError:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
