"""The models of this worker: which there are, and their weights."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from inference.core.vectors import Direction, Embedding, Latent
from inference.errors import DamagedWeights, MissingWeights, RashinError, UnknownId
from inference.registry import spaces

if TYPE_CHECKING:
    from torch import Tensor

    from inference.networks.checkpoint import Checkpoint
    from inference.networks.text_encoder import TextEncoder

EMBEDDED = Path(__file__).parents[1] / "checkpoints"


class Space(Protocol):
    """What the engine asks of a model family, besides the verbs that it has.

    `walk` asks for rows of forward passes (`forward` carries out rows of any walks together, at
    best `rows_forward` at a time) and returns a latent; `preview` draws an ask.
    """

    rows_forward: int
    rows_decoded: int

    def card(self) -> dict[str, Any]:
        """Return the catalogue card, before `load` and without torch."""

    def load(
        self,
        open_checkpoint: Callable[[Path], Checkpoint],
        open_encoder: Callable[[str], TextEncoder],
    ) -> None:
        """Read the weights."""

    def noise(self, seed: int) -> Latent:
        """Return the noise of a seed."""

    def walk(
        self, noise: Latent, embedding: Embedding | None, *, steps: int, guidance_scale: float
    ) -> Generator[Any, Tensor, Latent]:
        """Ask for one row of a forward pass after another."""

    def forward(self, asks: Sequence[Any]) -> list[Tensor]:
        """Carry out rows of any walks together."""

    def preview(self, ask: Any) -> Latent:
        """Return what a walk points at when it asks."""

    def decode_many(self, latents: Sequence[Latent]) -> list[Tensor]:
        """Return pictures (3, height, width) in [-1, 1]."""

    def lean(self, embedding: Embedding, terms: Sequence[tuple[Direction, float]]) -> Embedding:
        """Return the embedding moved along directions."""


class Models:
    """Every family's model, by model id. Opening reads cards alone; `load` reads weights."""

    def __init__(self, folder: Path = EMBEDDED) -> None:
        self.cards: dict[str, dict[str, Any]] = {}
        self.families: dict[str, str] = {}
        self.errors: dict[str, RashinError] = {}
        self._spaces: dict[str, Space] = {}
        for family in spaces:
            try:
                space: Space = spaces[family].call(folder)
                card = space.card()
            except FileNotFoundError as error:
                self.errors[family] = MissingWeights(
                    f"{error.filename} is missing", hint="check out the weights or run `make train`"
                )
            except (json.JSONDecodeError, UnicodeDecodeError, KeyError, TypeError) as error:
                self.errors[family] = DamagedWeights(f"{folder}: {family}: {error!r}")
            else:
                self._spaces[card["id"]] = space
                self.cards[card["id"]], self.families[card["id"]] = card, family

    def load(
        self,
        open_checkpoint: Callable[[Path], Checkpoint],
        open_encoder: Callable[[str], TextEncoder],
    ) -> None:
        """Read the weights of every model; one that fails is kept as an error."""
        for id, space in self._spaces.items():
            try:
                space.load(open_checkpoint, open_encoder)
            except RashinError as error:
                self.errors[id] = error

    @property
    def usable(self) -> list[str]:
        """Return the ids of the models that can be used."""
        return [id for id in self._spaces if id not in self.errors]

    def __getitem__(self, id: str) -> Any:
        """Return a loaded space; raises what kept it from loading, or `UnknownId`."""
        if id in self.errors:
            raise self.errors[id]
        if id not in self._spaces:
            raise UnknownId(f"no model called {id[:60]!r}", expected=", ".join(self._spaces))
        return self._spaces[id]

    def chores(self) -> Iterator[None]:
        """Do what makes later renders faster, in pieces of a few milliseconds."""
        for id in self.usable:
            yield from getattr(self._spaces[id], "chores", tuple)()


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
