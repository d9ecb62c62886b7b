"""The worker's end of the pipes: a thread that reads, and a function that writes."""

from __future__ import annotations

import os
import queue
import threading
import time
from typing import Any

from inference.errors import RashinError
from inference.messages import Message, frame, read

ARRIVED = "arrived_s"  # when a message came, on this process's monotonic clock


class Pipe:
    """Messages from and to the parent."""

    def __init__(self, inlet: int, outlet: int) -> None:
        self._inlet, self._outlet = inlet, outlet
        self._queue: queue.SimpleQueue[Message] = queue.SimpleQueue()
        threading.Thread(target=self._listen, name="reader", daemon=True).start()

    def say(self, kind: str, **fields: Any) -> None:
        """Send a message; blocks only while the parent does not read."""
        rest = memoryview(frame({"is": kind, **fields}))
        while rest:
            rest = rest[os.write(self._outlet, rest) :]

    def heard(self, wait_s: float | None) -> list[Message]:
        """Return what came since the last call, after waiting for it; None waits for ever."""
        try:
            messages = [self._queue.get(wait_s != 0, wait_s)]
        except queue.Empty:
            return []
        while not self._queue.empty():
            messages.append(self._queue.get())
        return messages

    def _listen(self) -> None:
        """Read until the parent is gone, and go with it, whatever the other threads are doing."""
        try:
            with os.fdopen(self._inlet, "rb") as stream:
                while (message := read(stream)) is not None:
                    self._queue.put(message | {ARRIVED: time.monotonic()})
        except RashinError:
            os._exit(1)
        os._exit(0)
