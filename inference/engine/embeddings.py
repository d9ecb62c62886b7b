"""Prompts that were encoded before need no text encoder again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from inference.core.vectors import Embedding

# 4,096 pooled vectors are 6 MB.
MOST = 4096


class Embeddings:
    """The most recently used embeddings by (encoder and weights, prompt)."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._known: OrderedDict[tuple[str, str], Embedding] = OrderedDict()
        self.encoder_calls = 0
        self.hits = 0

    def get(self, weights: str, prompt: str, encode: Callable[[str], Embedding]) -> Embedding:
        """Return what a prompt means under some weights, encoding it only when it is new."""
        key = weights, prompt
        found = self._known.get(key)
        if found is not None:
            self._known.move_to_end(key)
            self.hits += 1
            return found
        self.encoder_calls += 1
        found = self._known[key] = encode(prompt)
        if len(self._known) > self._most:
            self._known.popitem(last=False)
        return found
