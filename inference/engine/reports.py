"""What the worker says of itself: its memory, the states of its models, how patient to be with it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from inference.engine.models import Models
from inference.engine.passes import Passes

# While it works, whoever waits hears from it at least so often.
BEAT_S = 5.0
# A worker whose steps take milliseconds hangs when it is silent for so long …
PATIENCE_S, LONGEST_PATIENCE_S = 90.0, 900.0
# … and one with so large a model may need minutes for a step on a CPU.
LARGE_BYTES = 2**30


class Reports:
    """Says news when there are any; looking costs some microseconds."""

    def __init__(self, models: Models, passes: Passes, say: Callable[..., None]) -> None:
        self._models, self._passes, self._say = models, passes, say
        self._told: dict[str, Any] = {}
        self._told_at_s = 0.0

    def tell_news(self) -> None:
        """Say how things are when a model changed its state, or it was said long ago."""
        states = {id: self._models.state(id) for id in self._models.cards}
        now_s = time.monotonic()
        if states != self._told or now_s - self._told_at_s > BEAT_S:
            self._told, self._told_at_s = states, now_s
            self._say("memory", memory=self._models.memory, patience_s=self.patience_s)

    @property
    def patience_s(self) -> float:
        """Return how long the worker may be silent before it is taken for dead."""
        large = any(self._models.bytes_of(id) >= LARGE_BYTES for id in self._models.usable)
        if large and self._models.device == "cpu":
            return LONGEST_PATIENCE_S
        return min(LONGEST_PATIENCE_S, max(PATIENCE_S, 10 * self._passes.slowest_s))
