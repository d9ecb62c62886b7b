"""The question where a render truly lies on a map: it is embedded again, in the map's own space."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor

from inference.core.walks import alone
from inference.engine.calls import call
from inference.engine.calls.maps import seen_on
from inference.engine.embeddings import Embeddings
from inference.engine.leaves import Leaves
from inference.engine.models import Models
from inference.errors import InvalidInput
from inference.expressions.evaluate import evaluate
from inference.expressions.grammar import parse
from inference.maps import layout
from inference.maps.listening import Listener
from inference.recipe import Recipe
from inference.sampling import sampling_of


def _model(arguments: Mapping[str, Any]) -> str:
    files = layout.open_layout(str(arguments.get("map"))).files
    return files.judge if files.view in ("judge", "sentence") else str(files.info["model"])


@call(needs=_model)
def map_land(
    models: Models, embeddings: Embeddings, map: str, recipe: dict[str, Any], image: bytes
) -> dict[str, Any]:
    """Say where a render (its recipe in full, its PNG) lands on a map (a folder)."""
    view = layout.open_layout(map).files.view
    if view in ("judge", "latent"):
        return layout.map_place(map, seen_on(models, map, image))
    model = _model({"map": map})
    space, card = models[model], models.cards[model]
    size = recipe["width"], recipe["height"]
    leaves = Leaves(space, card, embeddings, {}, size=size if view != "sentence" else None)
    if view == "noise":
        return layout.map_place(map, _value(recipe["noise"], leaves))
    words = _value(recipe["conditioning"], leaves)
    if view != "bottleneck":
        return layout.map_place(map, words)
    return layout.map_place(map, _overheard(space, leaves, recipe))


def _value(source: str, leaves: Leaves) -> Tensor:
    found = evaluate(parse(source), leaves)
    if isinstance(found, float):
        raise InvalidInput("a number lies nowhere", expected="a point")
    values: Tensor = found.values
    return values.flatten()


def _overheard(space: Any, leaves: Leaves, recipe: Mapping[str, Any]) -> Tensor:
    """Walk a recipe once more, and return what the middle of the denoiser says at the last step."""
    sampling, listener = sampling_of(Recipe.model_validate(recipe)), Listener(space)
    with torch.inference_mode(), listener.listening():
        noise = evaluate(parse(recipe["noise"]), leaves)
        walk = space.walk(noise, evaluate(parse(recipe["conditioning"]), leaves), sampling)
        alone(walk, space.forward)
        return listener.of(1)[0]
