"""Opening each file once, at once and in a thread of its own where asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Any

from inference.errors import RashinError


class Opened:
    """Opens each thing once, beginning at once and in a thread of its own where asked."""

    def __init__(self, open_one: Callable[[Any], Any]) -> None:
        self._open = open_one
        self._results: dict[Any, Any] = {}
        self._locks: dict[Any, threading.Lock] = {}

    def __call__(self, key: Any) -> Any:
        """Return the thing; an error is raised again for everyone who asks."""
        with self._locks.setdefault(key, threading.Lock()):
            if key not in self._results:
                try:
                    self._results[key] = self._open(key)
                except RashinError as error:
                    self._results[key] = error
        if isinstance(self._results[key], RashinError):
            raise self._results[key]
        return self._results[key]

    def begin(self, key: Any) -> None:
        """Start opening something that will be asked for."""
        threading.Thread(target=self._quietly, args=(key,), daemon=True).start()

    def _quietly(self, key: Any) -> None:
        try:
            self(key)
        except RashinError:
            return  # it is raised where it is asked for


def encoders_of(cards: Mapping[str, Any]) -> list[str]:
    """Return the text encoders that models name on their cards."""
    return sorted({card["text_encoder"] for card in cards.values() if card.get("text_encoder")})
