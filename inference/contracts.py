"""The floor plan. Each protocol is one doorway; read in order, they lead a picture home.

A space implements the verbs it has, and only those; the catalogue reports them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from inference.core.vectors import Direction, Embedding, Geometry, Latent

if TYPE_CHECKING:
    from torch import Tensor
    from torch.nn import Module

__all__ = [
    "VERBS",
    "Decodes",
    "Embeds",
    "Encodes",
    "Geometry",
    "Inverts",
    "Layout",
    "Listens",
    "Projects",
    "Samples",
    "Sampling",
    "Steers",
]


@dataclass(frozen=True, eq=False)
class Sampling:
    """How to walk from noise to a latent; what of it a model has no use for is left alone.

    `seed` decides the noise that a sampler adds on its way; its generator goes on from where the
    noise of the beginning was drawn. Without `negative` nothing is said against. With an `image`
    (3, height, width) in [-1, 1] the walk begins at that picture, noised to `strength` in (0, 1].
    `loras` are (id, scale).
    """

    steps: int
    guidance_scale: float = 1.0
    sampler: str = ""
    width: int = 0
    height: int = 0
    seed: int = 0
    negative: Embedding | None = None
    image: Tensor | None = None
    strength: float | None = None
    loras: tuple[tuple[str, float], ...] = ()


@runtime_checkable
class Encodes(Protocol):
    """Words in, a point in meaning-space out."""

    def encode(self, prompt: str) -> Embedding:
        """Return the pooled vector (dim,) of one prompt."""


@runtime_checkable
class Samples(Protocol):
    """Noise and meaning in, a latent out, one denoising step at a time."""

    def sample(
        self, noise: Latent, embedding: Embedding, *, steps: int, guidance_scale: float
    ) -> Iterator[Latent]:
        """Yield the latent (dim,) after every step; the last one is the answer."""


@runtime_checkable
class Decodes(Protocol):
    """A latent in, a picture out."""

    def decode(self, latent: Latent) -> Tensor:
        """Return the picture (3, height, width) in [-1, 1]."""


@runtime_checkable
class Inverts(Protocol):
    """A picture in, the latent that would have made it out."""

    def invert(self, image: Tensor) -> Latent:
        """Find the latent (dim,) of a picture (3, height, width) in [-1, 1]."""


@runtime_checkable
class Steers(Protocol):
    """Inside the with-block the model leans along a direction; afterwards it does not."""

    def steered(self, direction: Direction, scale: float) -> AbstractContextManager[None]:
        """Lean `scale` times along `direction` (dim,)."""


@runtime_checkable
class Embeds(Protocol):
    """Pictures in, vectors out that are near each other when the pictures show like things."""

    def embed(self, images: Tensor) -> Tensor:
        """Return unit vectors (n, dim) of pictures (n, 3, height, width) in [-1, 1]."""


@runtime_checkable
class Listens(Protocol):
    """The middle of the denoiser can be overheard while it samples."""

    def middle(self) -> Module:
        """Return the block half-way through the denoiser, the narrowest where it narrows."""

    def heard(self, output: Any, count: int) -> Tensor:
        """Return what the block said under the words of the first `count` asks of a pass.

        (count, channels), averaged over the picture; `output` is what the block returned.
        """


VERBS: dict[str, type] = {
    "encode": Encodes,
    "sample": Samples,
    "decode": Decodes,
    "invert": Inverts,
    "steer": Steers,
    "embed": Embeds,
    "listen": Listens,
}


@runtime_checkable
class Layout(Protocol):
    """A fitted map: where the known points lie, and where a new one would."""

    @property
    def xy(self) -> Tensor:
        """Return the coordinates (points, 2) of the vectors that it was fitted on."""

    def place(self, vectors: Tensor) -> Tensor:
        """Return coordinates (new, 2) for vectors (new, dim); the known points do not move."""


class Projects(Protocol):
    """A way to flatten a cloud of vectors (points, dim); its knobs are keyword-only."""

    def __call__(self, vectors: Tensor) -> Layout:
        """Fit a layout."""


class LearnsDirection(Protocol):
    """A way to find an arrow from examples on its two sides."""

    def __call__(
        self, from_points: Sequence[Embedding], to_points: Sequence[Embedding]
    ) -> Direction:
        """Return the arrow from the first group to the second."""
