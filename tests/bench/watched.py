"""An engine in a thread of this process whose passes are timed, and that is asked while it works."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import torch

from inference.engine.loop import Engine
from inference.engine.models import Models
from inference.engine.pipe import ARRIVED


class Over(Exception):
    """The measurement is over."""


def watched(space: Any, passes: list[tuple[float, float]]) -> None:
    """Have every pass of a space write down when it began and when it ended."""
    plain = type(space)

    class Watched(plain):  # type: ignore[misc, valid-type]
        def forward(self, asks: Sequence[Any]) -> Any:
            began = time.monotonic()
            done = super().forward(asks)
            passes.append((began, time.monotonic()))
            return done

    space.__class__ = Watched


class Running:
    """The engine's own loop over a queue instead of a pipe."""

    def __init__(self, models: Models) -> None:
        self.passes: list[tuple[float, float]] = []
        self.said: dict[str, list[tuple[float, dict[str, Any]]]] = {}
        self.changed = threading.Condition()
        self._queue: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._engine = Engine(models, self._say)
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        with torch.inference_mode():
            try:
                self._engine.run(self._heard)
            except Over:
                return

    def _heard(self, wait_s: float | None) -> list[dict[str, Any]]:
        try:
            messages = [self._queue.get(wait_s != 0, wait_s)]
        except queue.Empty:
            return []
        while not self._queue.empty():
            messages.append(self._queue.get())
        if None in messages:
            raise Over
        return [message for message in messages if message is not None]

    def _say(self, kind: str, **fields: Any) -> None:
        with self.changed:
            told = time.monotonic(), {"is": kind, **fields}
            self.said.setdefault(fields.get("id", ""), []).append(told)
            self.changed.notify_all()

    def ask(self, id: str, lane: str, recipe: dict[str, Any]) -> float:
        """Ask for a render; the moment at which it arrived."""
        now = time.monotonic()
        message = {"do": "render", "id": id, "recipe": recipe, "lane": lane, ARRIVED: now}
        self._queue.put(message)
        return now

    def first(self, id: str, kind: str, timeout_s: float = 60) -> float:
        """Wait until a render says something of a kind; when it did."""

        def found() -> float | None:
            said = [at for at, one in self.said.get(id, []) if one["is"] == kind]
            return said[0] if said else None

        with self.changed:
            assert self.changed.wait_for(lambda: found() is not None, timeout_s), self.said.get(id)
            at = found()
        assert at is not None
        return at

    def stop(self) -> None:
        self._queue.put(None)
        self._thread.join(60)


@contextmanager
def running(models: Models) -> Iterator[Running]:
    engine = Running(models)
    try:
        yield engine
    finally:
        engine.stop()
