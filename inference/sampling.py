"""How a recipe is walked, as the model is told it."""

from __future__ import annotations

from torch import Tensor

from inference.contracts import Sampling
from inference.core.vectors import Embedding
from inference.expressions.seeds import seed_on_the_way
from inference.recipe import Recipe


def sampling_of(
    recipe: Recipe, *, negative: Embedding | None = None, image: Tensor | None = None
) -> Sampling:
    """Return how a recipe in full is walked.

    `negative` is the point of its negative prompt, `image` its picture (3, height, width) in [-1, 1].
    """
    return Sampling(
        steps=recipe.steps,
        guidance_scale=recipe.guidance_scale,
        sampler=recipe.sampler,
        width=recipe.width,
        height=recipe.height,
        seed=seed_on_the_way(recipe.noise),
        negative=negative,
        image=image,
        strength=recipe.strength,
        loras=tuple((lora.id, lora.scale) for lora in recipe.loras or ()),
    )
