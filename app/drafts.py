"""Drafts: the latest pictures of the live socket, so that keeping one does not make it twice."""

from __future__ import annotations

from collections import OrderedDict

from inference.messages import Done

MOST = 64
MOST_BYTES = 64 * 2**20


class Drafts:
    """Finished live pictures by recipe id; the oldest are forgotten first."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, Done] = OrderedDict()
        self._bytes = 0

    def hold(self, id: str, done: Done) -> None:
        """Remember a picture for a while."""
        self.take(id)
        self._held[id] = done
        self._bytes += len(done.image)
        while len(self._held) > MOST or self._bytes > MOST_BYTES:
            _, oldest = self._held.popitem(last=False)
            self._bytes -= len(oldest.image)

    def take(self, id: str) -> Done | None:
        """Return a picture and forget it; None when it is not there."""
        done = self._held.pop(id, None)
        if done is not None:
            self._bytes -= len(done.image)
        return done
