"""The models of this worker: which there are, whose weights are here, and who has to make room."""

from __future__ import annotations

import json
import threading
import time
from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from inference.engine.brought import open_brought
from inference.engine.memory import (
    free_bytes,
    give_back,
    is_shortage,
    too_large,
    used_bytes,
    victims,
)
from inference.engine.space import Space
from inference.errors import (
    Conflict,
    DamagedWeights,
    MissingWeights,
    OutOfMemory,
    RashinError,
    UnknownId,
)
from inference.maps.views import views_of
from inference.registry import spaces

EMBEDDED = Path(__file__).parents[1] / "checkpoints"


class Models:
    """Every model by id. Opening reads cards alone; weights come with `load` or on first use.

    `errors` holds what is wrong with a model that has an id, `absent` the embedded ones without
    any files. `in_use` returns the models that must not be put away now.
    """

    def __init__(
        self,
        folder: Path = EMBEDDED,
        library: Sequence[Mapping[str, Any]] = (),
        device: str = "cpu",
    ) -> None:
        self.device = device
        self.cards: dict[str, dict[str, Any]] = {}
        self.families: dict[str, str] = {}
        self.errors: dict[str, RashinError] = {}
        self.absent: list[RashinError] = []
        self.in_use: Callable[[], Collection[str]] = tuple
        self._spaces: dict[str, Space] = {}
        self._entries: dict[str, dict[str, Any]] = {}
        self._open: tuple[Callable[[Path], Any], Callable[[str], Any]] | None = None
        self._loaded: dict[str, float] = {}  # when it was used last
        self._line: deque[str] = deque()  # who waits for its weights to be read
        self._reading: tuple[str, threading.Thread] | None = None
        for family in spaces:
            try:
                self._enter(spaces[family].call(folder), family)
            except FileNotFoundError as error:
                hint = "check out the weights or run `make train`"
                self.absent.append(MissingWeights(f"{error.filename} is missing", hint=hint))
            except (json.JSONDecodeError, UnicodeDecodeError, KeyError, TypeError) as error:
                self.errors[family] = DamagedWeights(f"{folder}: {family}: {error!r}")
        for entry in library:
            try:
                self.add(entry)
            except RashinError as error:
                self.errors[str(entry.get("id"))] = error

    def _enter(self, space: Any, family: str) -> dict[str, Any]:
        # What it makes can be laid out in these spaces: its verbs say so.
        card: dict[str, Any] = space.card() | {"map_spaces": list(views_of(space))}
        self._spaces[card["id"]] = space
        self.cards[card["id"]], self.families[card["id"]] = card, family
        return card

    # The user's own

    def add(self, entry: Mapping[str, Any]) -> dict[str, Any]:
        """Take a user's model in and return its card; its weights are read when first used.

        Raises what is wrong with it, before anything of it was loaded, and `Conflict` where the id
        is taken.
        """
        id = entry.get("id")
        if id in self._spaces:
            raise Conflict(f"there is a model called {id} already", hint="choose another id")
        space, family = open_brought(entry)
        card = self._enter(space, family)
        self._entries[card["id"]] = dict(entry)
        self.errors.pop(card["id"], None)
        return card

    def weigh(self, entry: Mapping[str, Any]) -> dict[str, Any]:
        """Look at a model as `add` would and forget it again: its card, and whether it fits.

        `free_bytes` counts what idle models would give back, `going` is who would have to go.
        Raises what is wrong with it.
        """
        space, _ = open_brought(entry)
        needed, free = int(space.bytes_needed(self.device)), free_bytes(self.device)
        idle = self._idle()
        try:
            going: list[str] = victims(needed, free, idle)
        except OutOfMemory:
            going = []
        most = max(0, free + sum(size for _, size in idle.values()))
        return {
            "card": space.card(),
            "fits": needed <= most,
            "bytes_needed": needed,
            "free_bytes": most,
            "going": going,
        }

    def _idle(self) -> dict[str, tuple[float, int]]:
        """Return who can make room: when each was used last, and how many bytes it gives back."""
        return {
            other: (used, self.bytes_of(other))
            for other, used in self._loaded.items()
            if not self._spaces[other].resident
        }

    def add_lora(self, id: str, lora: Mapping[str, Any]) -> dict[str, Any]:
        """Let a user's model know a LoRA and return its new card; its weights are read afresh.

        Pictures under way are finished by the model as it was. Raises what is wrong with the file,
        `UnknownId`, and `Conflict` for a model that is embedded.
        """
        entry = self._own(id)
        loras = [*entry.get("loras", []), dict(lora)]
        space, family = open_brought(entry | {"loras": loras})
        if id in self.in_use():
            self._loaded.pop(id, None)
        else:
            self.unload(id)
        self._entries[id] = entry | {"loras": loras}
        return self._enter(space, family)

    def remove(self, id: str) -> None:
        """Forget a user's model. Raises `UnknownId`, and `Conflict` for one that cannot go now."""
        if id in self.errors and id not in self._spaces:
            del self.errors[id]
            return
        self._own(id)
        self.unload(id)
        del self._spaces[id], self.cards[id], self.families[id], self._entries[id]
        self.errors.pop(id, None)

    def _own(self, id: str) -> dict[str, Any]:
        self.peek(id)
        if id not in self._entries:
            raise Conflict(f"{id} is part of Rashin", hint="only models that were added can change")
        return self._entries[id]

    # Weights

    def load(
        self, open_checkpoint: Callable[[Path], Any], open_encoder: Callable[[str], Any]
    ) -> None:
        """Read the weights of every resident model; one that fails is kept as an error."""
        self._open = open_checkpoint, open_encoder
        for id, space in self._spaces.items():
            if space.resident:
                self._load(id)

    def state(self, id: str) -> str:
        """Say whether a model is `cold`, `loading`, `ready` or `failed`."""
        if id in self._line or (self._reading is not None and self._reading[0] == id):
            return "loading"
        if id in self._loaded:
            return "ready"
        return "failed" if id in self.errors else "cold"

    def begin_loading(self, id: str) -> None:
        """Put a model in the line of those whose weights are read, one after another."""
        self.errors.pop(id, None)
        self._line.append(id)
        self.tend()

    def tend(self) -> None:
        """See whether the next in the line can be read; to be called from time to time."""
        if self._reading is not None and not self._reading[1].is_alive():
            self._reading = None
        if self._reading is not None or not self._line:
            return
        id, busy = self._line[0], self.in_use()
        idle = self._idle()
        needed, free = self.bytes_of(id), free_bytes(self.device)
        try:
            victims(needed, free, idle)
        except OutOfMemory as error:
            self._line.popleft()
            self.errors[id] = error
            return
        try:
            going = victims(needed, free, {k: v for k, v in idle.items() if k not in busy})
        except OutOfMemory:
            return  # there will be room when what is under way is done
        for victim in going:
            self.unload(victim)
        self._line.popleft()
        thread = threading.Thread(target=self._load, args=(id,), name=f"load {id}", daemon=True)
        self._reading = id, thread
        thread.start()

    @property
    def loading(self) -> bool:
        """Say whether weights are being read, or wait to be."""
        return self._reading is not None or bool(self._line)

    @property
    def waits_for_room(self) -> bool:
        """Say whether a model cannot be read before others have finished what they are at."""
        return self._reading is None and bool(self._line)

    def is_evictable(self, id: str) -> bool:
        """Say whether a model is ever put away to make room."""
        return not self._spaces[id].resident

    def unload(self, id: str) -> None:
        """Give the memory of a model back; it is read again when it is used again.

        Raises `Conflict` while it draws or is being read. A resident model stays.
        """
        if id in self.in_use() or self.state(id) == "loading":
            raise Conflict(f"{id} is at work", hint="try again when its pictures are done")
        space = self._spaces.get(id)
        if space is not None and not space.resident and self._loaded.pop(id, None) is not None:
            getattr(space, "unload", lambda: None)()
            give_back(self.device)

    def make_room(self) -> bool:
        """Put away every model that nobody uses; whether there was one."""
        busy = self.in_use()
        idle = [id for id in self._loaded if self.is_evictable(id) and id not in busy]
        for id in idle:
            self.unload(id)
        return bool(idle)

    def _load(self, id: str) -> None:
        if self._open is None:
            raise MissingWeights("the worker has not begun to read weights")
        try:
            self._spaces[id].load(*self._open)
        except RashinError as error:
            self.errors[id] = error
        except (
            OSError, ValueError, KeyError, RuntimeError, TypeError, AttributeError, MemoryError,
            ImportError, AssertionError, IndexError,
        ) as error:  # fmt: skip
            if is_shortage(error):
                self.errors[id] = too_large(error, f"{id}, while it was read,", self.device)
            else:
                self.errors[id] = DamagedWeights(f"{id} cannot be opened: {error}")
        else:
            self.errors.pop(id, None)
            self._loaded[id] = time.monotonic()

    def bytes_of(self, id: str) -> int:
        """Return about how many bytes a loaded model takes; 0 where it does not say."""
        estimate = getattr(self._spaces[id], "bytes_needed", None)
        return 0 if estimate is None else int(estimate(self.device))

    # What there is

    @property
    def usable(self) -> list[str]:
        """Return the ids of the models that are loaded."""
        return [id for id in self._spaces if id in self._loaded]

    @property
    def memory(self) -> dict[str, Any]:
        """Return used and free bytes, and the state and size of every model, with its error."""
        shown = []
        for id in dict.fromkeys([*self._spaces, *self.errors]):
            size = self.bytes_of(id) if id in self._spaces else 0
            told: dict[str, Any] = {"id": id, "state": self.state(id), "bytes": size}
            if id in self.errors:
                told["error"] = self.errors[id].to_json()
            shown.append(told)
        used, free = used_bytes(self.device), max(0, free_bytes(self.device))
        return {"used_bytes": used, "free_bytes": free, "models": shown}

    def __getitem__(self, id: str) -> Any:
        """Return a loaded space; raises what kept it from loading, or `UnknownId`."""
        if id in self._loaded:
            self._loaded[id] = time.monotonic()
            return self._spaces[id]
        if id in self.errors:
            raise self.errors[id]
        self.peek(id)
        raise MissingWeights(f"the weights of {id} are not loaded yet", retry_after_s=2)

    def peek(self, id: str) -> Any:
        """Return a space whether it is loaded or not. Raises `UnknownId`."""
        if id not in self._spaces:
            raise UnknownId(f"no model called {id[:60]!r}", expected=", ".join(self._spaces))
        return self._spaces[id]

    def chores(self) -> Iterator[None]:
        """Do what makes later renders faster, in pieces of a few milliseconds."""
        for id in self.usable:
            yield from getattr(self._spaces[id], "chores", tuple)()
