"""What the leaves of expressions mean for one model and one render."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from typing import Any

import torch
from torch import Tensor

from inference.contracts import Inverts
from inference.core.vectors import Direction, Embedding, Latent
from inference.engine.embeddings import Embeddings
from inference.errors import InvalidInput
from inference.expressions.nodes import Call, Node, Picture, Product, Sum
from inference.pictures import cover, square

MOST_INVERSIONS = 64


class Inversions:
    """The noises that were found for pictures lately, by (weights, picture, method, size)."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[Any, ...], Latent] = OrderedDict()

    def get(self, key: tuple[Any, ...]) -> Latent | None:
        """Return a noise that was found before."""
        if key in self._known:
            self._known.move_to_end(key)
        return self._known.get(key)

    def put(self, key: tuple[Any, ...], noise: Latent) -> None:
        """Remember a noise, and forget the longest unused one."""
        self._known[key] = noise
        if len(self._known) > MOST_INVERSIONS:
            self._known.popitem(last=False)


class Leaves:
    """Knows the leaves of expressions for one model and one render (`evaluate.Resolver`).

    `size` is (width, height) of the render; `inverted` holds the noise of every picture that the
    expression inverts, by (SHA-256, method).
    """

    def __init__(
        self,
        space: Any,
        card: Mapping[str, Any],
        embeddings: Embeddings,
        images: Mapping[str, bytes],
        *,
        size: tuple[int, int] | None = None,
        weighted: bool = False,
    ) -> None:
        self._space, self.weights, self._embeddings = space, str(card["weights"]), embeddings
        self._images, self._weighted = images, weighted
        self._fixed = "sizes" not in card["image"]
        self.size = size or (card["image"]["width"], card["image"]["height"])
        self.inverted: dict[tuple[str, str | None], Latent] = {}

    def words(self, prompt: str) -> Embedding:
        """Return the point that a prompt means."""
        if self._weighted:
            return self._embeddings.get(
                f"{self.weights} weighted", prompt, self._space.encode_weighted
            )
        return self._embeddings.get(self.weights, prompt, self._space.encode)

    def against(self, prompt: str | None) -> Embedding | None:
        """Return the point that guidance leads away from; None where nothing is said."""
        if not prompt:
            return None
        if self._weighted:
            return self.words(prompt)
        return self._embeddings.get(f"{self.weights} against", prompt, self._space.encode_negative)

    def noise(self, seed: int) -> Latent:
        """Return the noise of a seed."""
        latent: Latent = self._space.noise(seed, *self.size)
        return latent

    def picture(self, sha256: str, method: str | None = None) -> Latent:
        """Return the point of an uploaded picture. Raises `InvalidInput` where it cannot be."""
        if (sha256, method) in self.inverted:
            return self.inverted[sha256, method]
        if not isinstance(self._space, Inverts):
            raise InvalidInput(
                "this model cannot take pictures as noise", hint="emoji-vae can encode pictures"
            )
        return self._space.invert(self.seen(sha256))

    def seen(self, sha256: str) -> Tensor:
        """Return an uploaded picture (3, height, width) in [-1, 1] at the size of the render."""
        if sha256 not in self._images:
            raise InvalidInput(
                f"the picture {sha256[:8]}… is not here", hint="upload it first: POST /images"
            )
        return tensor_of(self._images[sha256], *self.size, whole=self._fixed)

    def direction(self, names: tuple[str, ...]) -> Direction:
        """Return a shipped direction, or the one from one prompt to another."""
        if len(names) == 2:
            return self.words(names[1]) - self.words(names[0])
        direction: Direction = self._space.direction(names[0])
        return direction


def inverted_in(node: Node) -> Iterator[Picture]:
    """Yield the pictures of an expression that have to be inverted."""
    match node:
        case Picture(method=str()):
            yield node
        case Sum() | Product():
            yield from inverted_in(node.left)
            yield from inverted_in(node.right)
        case Call():
            for operand in node.operands:
                yield from inverted_in(operand)


def tensor_of(image: bytes, width: int, height: int | None = None, *, whole: bool = True) -> Tensor:
    """Map a PNG to a picture (3, height, width) in [-1, 1].

    A `whole` one is padded on white to a square first; otherwise the middle of it fills the size.
    """
    height = height or width
    pixels = square(image, width) if whole and width == height else cover(image, width, height)
    return torch.from_numpy(pixels.copy()).permute(2, 0, 1).float() / 127.5 - 1
