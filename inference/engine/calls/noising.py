"""The question how a real picture turns to noise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from inference.engine.calls import call
from inference.engine.carry import pixels_of
from inference.engine.embeddings import Embeddings
from inference.engine.leaves import tensor_of
from inference.engine.models import Models
from inference.errors import InvalidInput
from inference.pictures import png


def _model(arguments: Mapping[str, Any]) -> str:
    return str(arguments.get("model"))


@call(needs=_model)
def noised(
    models: Models,
    embeddings: Embeddings,
    model: str,
    image: bytes,
    ts: list[float],
    seed: int = 0,
    width: int | None = None,
    height: int | None = None,
) -> dict[str, Any]:
    """Draw a real picture (PNG) on its way to noise, at every t in [0, 1]."""
    space, card = models[model], models.cards[model]
    if not hasattr(space, "noised"):
        raise InvalidInput(f"{model} cannot take a picture", expected="a model with inversions")
    size = width or card["image"]["width"], height or card["image"]["height"]
    seen = tensor_of(image, *size, whole="sizes" not in card["image"])
    latents = [space.noised(seen, t, seed) for t in ts]
    pictures = space.decode_many(latents, *size)
    return {"images": [png(pixels_of(picture)) for picture in pictures]}
