"""What is new on a map, for whoever has it open."""

from __future__ import annotations

import asyncio
from collections import defaultdict


class MapNews:
    """Wakes those who look at a map when something joins it."""

    def __init__(self) -> None:
        self._changed: dict[str, asyncio.Event] = defaultdict(asyncio.Event)
        self.closed = False

    def tell(self, map_id: str) -> None:
        """Let everybody who looks at this map look again."""
        self._changed.pop(map_id, asyncio.Event()).set()

    def change(self, map_id: str) -> asyncio.Event:
        """Return what is set when something is new the next time."""
        return self._changed[map_id]

    def close(self) -> None:
        """Let everybody go: the server goes away."""
        self.closed = True
        for map_id in list(self._changed):
            self.tell(map_id)
