"""A worker on this machine: a child process that runs `python -m inference.engine`.

The engine is started by name and never imported, so that whoever holds this needs no torch.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
from dataclasses import dataclass
from pathlib import Path

from inference.errors import WorkerUnavailable
from inference.messages import Message, frame, receive

READ_AHEAD_BYTES = 2**22
GRACE_S = 2.0


@dataclass(frozen=True)
class WorkerOptions:
    """How a worker is started.

    `model_folder` holds one folder per checkpoint (default: the embedded ones), `threads` is how
    many cores a step uses (default: all but one), `library` is a JSON list of the user's models.
    `toy` replaces the text encoder, and the embedded models unless there is a `model_folder`, by
    tiny random ones.
    """

    model_folder: Path | None = None
    threads: int | None = None
    toy: bool = False
    library: Path | None = None

    def command(self) -> list[str]:
        """Return the command line of the child."""
        words = [sys.executable, "-m", "inference.engine"]
        if self.model_folder is not None:
            words += ["--model-folder", str(self.model_folder)]
        if self.threads is not None:
            words += ["--threads", str(self.threads)]
        if self.library is not None:
            words += ["--library", str(self.library)]
        words += ["--toy"] if self.toy else []
        return words


class LocalWorker:
    """One child process, from start to end; whoever wants another starts another."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        if process.stdin is None or process.stdout is None:
            raise WorkerUnavailable("the worker was started without pipes")
        self._process, self._inlet, self._outlet = process, process.stdin, process.stdout

    @classmethod
    async def start(cls, options: WorkerOptions) -> LocalWorker:
        """Start the child. Its stderr is ours."""
        try:
            process = await asyncio.create_subprocess_exec(
                *options.command(),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                limit=READ_AHEAD_BYTES,
                # A ^C in the terminal is for the parent, which then ends the child in good order.
                start_new_session=True,
            )
        except OSError as error:
            raise WorkerUnavailable(f"no worker could be started: {error}") from error
        return cls(process)

    @property
    def pid(self) -> int:
        """Return the process id."""
        return self._process.pid

    def send(self, message: Message) -> None:
        """Hand over a message at once. A child that has just died does not raise here."""
        if not self._inlet.is_closing():
            self._inlet.write(frame(message))

    async def receive(self) -> Message | None:
        """Wait for what the child says next; None when it is gone."""
        return await receive(self._outlet)

    def kill(self) -> None:
        """End the child without asking."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()

    async def stop(self) -> int:
        """Let the child end by closing its input, kill it after two seconds; its exit status."""
        self._inlet.close()
        try:
            return await asyncio.wait_for(self._process.wait(), GRACE_S)
        except TimeoutError:
            self.kill()
            return await self._process.wait()
