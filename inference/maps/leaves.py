"""What the leaves of a recipe's expressions mean while a map is built."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from inference.contracts import Inverts, Sampling
from inference.core.vectors import Direction, Embedding, Latent
from inference.core.walks import alone
from inference.errors import InvalidInput
from inference.recipe import Recipe
from inference.sampling import sampling_of


class RecipeLeaves:
    """Knows the leaves of one recipe's expressions (`evaluate.Resolver`)."""

    def __init__(self, painter: Any, recipe: Recipe) -> None:
        self._painter, self._recipe = painter, recipe
        self._size = recipe.width, recipe.height

    def words(self, prompt: str) -> Embedding:
        """Return the point of a prompt."""
        return self._painter.words(prompt, weighted=bool(self._recipe.weighted))

    def noise(self, seed: int) -> Latent:
        """Return the noise of a seed."""
        found: Latent = self._painter.space.noise(seed, *self._size)
        return found

    def picture(self, sha256: str, method: str | None = None) -> Latent:
        """Return the point of an uploaded picture. Raises `InvalidInput` where it is not at hand."""
        space, image = self._painter.space, self._painter.uploaded(sha256, self._size)
        if method is None:
            if not isinstance(space, Inverts):
                raise InvalidInput("this model cannot take pictures as noise")
            return space.invert(image)
        walk = space.invert_walk(method, image, self.sampling())
        found: Latent = alone(walk, space.forward)
        return found

    def direction(self, names: tuple[str, ...]) -> Direction:
        """Return a shipped direction, or the one between two prompts."""
        if len(names) == 1:
            found: Direction = self._painter.space.direction(names[0])
            return found
        return self.words(names[1]) - self.words(names[0])

    def sampling(self) -> Sampling:
        """Return how the recipe is walked."""
        image = self._recipe.image
        return sampling_of(
            self._recipe,
            negative=self._against(),
            image=None if image is None else self._painter.uploaded(image, self._size),
        )

    def _against(self) -> Embedding | None:
        said = self._recipe.negative_prompt
        if not said:
            return None
        if self._recipe.weighted:
            return self.words(said)
        found: Embedding = self._painter.space.encode_negative(said)
        return found


def pixels_of(picture: Tensor) -> Any:
    """Map a picture (3, h, w) in [-1, 1] to bytes (h, w, 3)."""
    return ((picture + 1) * 127.5).round().to(torch.uint8).permute(1, 2, 0).contiguous().numpy()


def tensor_of(pixels: Any) -> Tensor:
    """Map bytes (h, w, 3) to a picture (3, h, w) in [-1, 1]."""
    return torch.from_numpy(pixels.copy()).permute(2, 0, 1).float() / 127.5 - 1
