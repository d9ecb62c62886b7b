"""What the engine asks of a model family, besides the verbs that it has."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from inference.contracts import Sampling
from inference.core.vectors import Direction, Embedding, Latent

if TYPE_CHECKING:
    from torch import Tensor

    from inference.networks.checkpoint import Checkpoint
    from inference.networks.text_encoder import TextEncoder


class Space(Protocol):
    """A model whose weights come and go.

    `walk` asks for rows of forward passes (`forward` carries out the asks of any walks together
    whose `key` is equal) and returns a latent; `preview` draws an ask. A `resident` one is always
    loaded. `rows_forward` and `rows_decoded` are the rows that cost hardly more than one.
    """

    resident: bool
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

    def noise(self, seed: int, width: int | None = None, height: int | None = None) -> Latent:
        """Return the noise of a seed."""

    def walk(
        self, noise: Latent, embedding: Embedding | None, sampling: Sampling
    ) -> Generator[Any, Any, Latent]:
        """Ask for rows of one forward pass after another."""

    def forward(self, asks: Sequence[Any]) -> list[Any]:
        """Carry out rows of any walks together."""

    def preview(self, ask: Any) -> Latent | None:
        """Return what a walk points at when it asks."""

    def decode_many(
        self, latents: Sequence[Latent], width: int | None = None, height: int | None = None
    ) -> list[Tensor]:
        """Return pictures (3, height, width) in [-1, 1]."""

    def lean(self, embedding: Embedding, terms: Sequence[tuple[Direction, float]]) -> Embedding:
        """Return the embedding moved along directions."""
