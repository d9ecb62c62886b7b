"""One render from its recipe to the bytes of its picture, apart from the order of work."""

from __future__ import annotations

import time
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor

from inference.contracts import Inverts
from inference.core.vectors import Direction, Embedding, Latent
from inference.engine.embeddings import Embeddings
from inference.engine.lanes import Job
from inference.engine.models import Models
from inference.errors import InvalidInput
from inference.expressions.evaluate import evaluate
from inference.expressions.grammar import parse
from inference.messages import NotAPicture
from inference.pictures import png, png_with_recipe, square
from inference.recipe import Recipe, canonical_json, normalise


@dataclass(eq=False)
class Render:
    """A render that was begun: what its walk asks for next, or the latent it ended at."""

    job: Job
    space: Any
    recipe: Recipe
    walk: Generator[Any, Tensor, Latent]
    begun_s: float
    ask: Any = None
    latent: Latent | None = None
    steps_done: int = 0
    timings: dict[str, float] = field(default_factory=dict)


class Leaves:
    """Knows the leaves of expressions for one model and one render (`evaluate.Resolver`)."""

    def __init__(
        self,
        space: Any,
        card: Mapping[str, Any],
        embeddings: Embeddings,
        images: Mapping[str, bytes],
    ) -> None:
        self._space, self._weights, self._size = space, card["weights"], card["image"]["width"]
        self._embeddings, self._images = embeddings, images

    def words(self, prompt: str) -> Embedding:
        """Return the point that a prompt means."""
        return self._embeddings.get(self._weights, prompt, self._space.encode)

    def noise(self, seed: int) -> Latent:
        """Return the noise of a seed."""
        latent: Latent = self._space.noise(seed)
        return latent

    def picture(self, sha256: str) -> Latent:
        """Return the point of an uploaded picture. Raises `InvalidInput` where it cannot be."""
        if not isinstance(self._space, Inverts):
            raise InvalidInput(
                "this model cannot take pictures as noise", hint="emoji-vae can encode pictures"
            )
        if sha256 not in self._images:
            raise InvalidInput(
                f"the picture {sha256[:8]}… is not here", hint="upload it first: POST /images"
            )
        return self._space.invert(tensor_of(self._images[sha256], self._size))

    def direction(self, names: tuple[str, ...]) -> Direction:
        """Return a shipped direction, or the one from one prompt to another."""
        if len(names) == 2:
            return self.words(names[1]) - self.words(names[0])
        direction: Direction = self._space.direction(names[0])
        return direction


def begin(job: Job, models: Models, embeddings: Embeddings) -> Render:
    """Evaluate a recipe and start its walk; raises typed errors for what cannot be rendered."""
    begun_s = time.monotonic()
    encoder_calls = embeddings.encoder_calls
    recipe = normalise(job.recipe, models.cards)
    space = models[recipe.model]
    leaves = Leaves(space, models.cards[recipe.model], embeddings, job.images)
    noise = evaluate(parse(recipe.noise), leaves)
    embedding = None
    if recipe.conditioning:
        embedding = evaluate(parse(recipe.conditioning), leaves)
        terms = [(leaves.direction((term.direction,)), term.scale) for term in recipe.steering]
        embedding = space.lean(embedding, terms)
    settings = {"steps": recipe.steps, "guidance_scale": recipe.guidance_scale}
    render = Render(job, space, recipe, space.walk(noise, embedding, **settings), begun_s)
    advance(render, None)
    now = time.monotonic()
    render.timings["queued_ms"] = 1000 * (begun_s - job.arrived_s)
    render.timings["encode_ms"] = 1000 * (now - begun_s)
    render.timings["encoder_calls"] = float(embeddings.encoder_calls - encoder_calls)
    render.begun_s = now
    return render


def advance(render: Render, row: Tensor | None) -> None:
    """Give a walk the row that it asked for; afterwards it has a new ask, or its latent."""
    try:
        # A generator that has not started yet takes nothing but None.
        render.ask = render.walk.send(row)  # type: ignore[arg-type]
    except StopIteration as end:
        render.ask, render.latent = None, end.value
        render.timings["sample_ms"] = 1000 * (time.monotonic() - render.begun_s)


def finish(render: Render, picture: Tensor, started_s: float) -> bytes:
    """Return the PNG with its recipe; decoding began at `started_s`. Raises `NotAPicture`."""
    image = png_with_recipe(pixels_of(picture), canonical_json(render.recipe))
    render.timings["decode_ms"] = 1000 * (time.monotonic() - started_s)
    return image


def preview(render: Render) -> bytes:
    """Return a PNG of what the steps so far point at."""
    return png(pixels_of(render.space.decode_many([render.space.preview(render.ask)])[0]))


def pixels_of(picture: Tensor) -> Any:
    """Map a picture (3, h, w) in [-1, 1] to bytes (h, w, 3). Raises `NotAPicture` for NaN."""
    if not bool(torch.isfinite(picture).all()):
        raise NotAPicture(
            "the networks returned numbers that are no picture",
            hint="bring guidance, weights and scales back towards their defaults",
        )
    return ((picture + 1) * 127.5).round().to(torch.uint8).permute(1, 2, 0).contiguous().numpy()


def tensor_of(image: bytes, size: int) -> Tensor:
    """Map a PNG to a picture (3, size, size) in [-1, 1], padded on white."""
    pixels = torch.from_numpy(square(image, size).copy())
    return pixels.permute(2, 0, 1).float() / 127.5 - 1
