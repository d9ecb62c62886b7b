"""Questions that are no renders: about maps, and about the worker itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from torch import Tensor

from inference.core.vectors import Embedding
from inference.engine.carry import pixels_of
from inference.engine.embeddings import Embeddings
from inference.engine.leaves import Leaves, tensor_of
from inference.engine.models import Models
from inference.errors import InvalidInput, UnknownId
from inference.expressions.evaluate import evaluate
from inference.expressions.grammar import parse
from inference.expressions.types import check
from inference.maps.layout import map_place, map_recipe, map_search, open_layout
from inference.pictures import png

Arguments = dict[str, Any]


def answer(name: str, arguments: Arguments, models: Models, embeddings: Embeddings) -> Arguments:
    """Answer a question by name. Raises `UnknownId` for one that nobody knows."""
    if name not in CALLS:
        raise UnknownId(f"the worker knows no call {name!r}", expected=", ".join(CALLS))
    return CALLS[name](models, embeddings, **arguments)


def model_of(message: Mapping[str, Any]) -> str | None:
    """Return the model whose weights a question needs; None for a question about none."""
    arguments = message["arguments"]
    if message["name"] == "noised":
        return str(arguments.get("model"))
    if message["name"] in ("map_place", "map_search"):
        return str(open_layout(str(arguments.get("map"))).files.info["model"])
    return None


def _counters(models: Models, embeddings: Embeddings) -> Arguments:
    """Say how often prompts went through a text encoder, and how often they did not have to."""
    return {"encoder_calls": embeddings.encoder_calls, "embedding_hits": embeddings.hits}


def _map_recipe(
    models: Models, embeddings: Embeddings, map: str, x: float, y: float, seed: int | None = None
) -> Arguments:
    """Say what to render for a place on a map (a folder)."""
    return map_recipe(map, x, y, seed)


def _map_place(models: Models, embeddings: Embeddings, map: str, image: bytes) -> Arguments:
    """Say where a picture (PNG) lands on a map."""
    return map_place(map, _seen(models, map, image))


def _map_search(
    models: Models,
    embeddings: Embeddings,
    map: str,
    words: str | None = None,
    image: bytes | None = None,
    expression: str | None = None,
    limit: int = 20,
) -> Arguments:
    """Find the points of a map that are most like words, an expression over words, or a picture."""
    if image is not None:
        return map_search(map, _seen(models, map, image), limit)
    space, card = _space_of(models, map)
    leaves = Leaves(space, card, embeddings, {})
    if expression is not None:
        found = evaluate(check(parse(expression), card).node, leaves)
    else:
        found = leaves.words(words or "")
    if not isinstance(found, Embedding):
        raise InvalidInput(
            "that is no point that words can mean", expected="words, or a mix of them"
        )
    return map_search(map, space.embed_words(found), limit)


def _noised(
    models: Models,
    embeddings: Embeddings,
    model: str,
    image: bytes,
    ts: list[float],
    seed: int = 0,
    width: int | None = None,
    height: int | None = None,
) -> Arguments:
    """Draw a real picture (PNG) on its way to noise, at every t in [0, 1]."""
    space, card = models[model], models.cards[model]
    if not hasattr(space, "noised"):
        raise InvalidInput(f"{model} cannot take a picture", expected="a model with inversions")
    size = width or card["image"]["width"], height or card["image"]["height"]
    seen = tensor_of(image, *size, whole="sizes" not in card["image"])
    latents = [space.noised(seen, t, seed) for t in ts]
    pictures = space.decode_many(latents, *size)
    return {"images": [png(pixels_of(picture)) for picture in pictures]}


def _model_add(models: Models, embeddings: Embeddings, entry: dict[str, Any]) -> Arguments:
    """Take a user's model in."""
    return {"card": models.add(entry)}


def _model_remove(models: Models, embeddings: Embeddings, id: str) -> Arguments:
    """Forget a user's model."""
    models.remove(id)
    return {}


def _lora_add(
    models: Models, embeddings: Embeddings, model: str, entry: dict[str, Any]
) -> Arguments:
    """Let a user's model know a LoRA."""
    return {"card": models.add_lora(model, entry)}


def _model_load(models: Models, embeddings: Embeddings, id: str) -> Arguments:
    """Begin to read the weights of a model; says in which state it is now."""
    models.peek(id)
    if models.state(id) in ("cold", "failed"):
        models.begin_loading(id)
    return {"state": models.state(id)}


def _model_unload(models: Models, embeddings: Embeddings, id: str) -> Arguments:
    """Give the memory of a model back."""
    models.peek(id)
    models.unload(id)
    return {"state": models.state(id)}


def _memory(models: Models, embeddings: Embeddings) -> Arguments:
    """Say how much memory there is and which models are loaded."""
    return models.memory


def _space_of(models: Models, map: str) -> tuple[Any, dict[str, Any]]:
    model = open_layout(map).files.info["model"]
    return models[model], models.cards[model]


def _seen(models: Models, map: str, image: bytes) -> Tensor:
    space, card = _space_of(models, map)
    vector: Tensor = space.embed(tensor_of(image, card["image"]["width"])[None])[0]
    return vector


# Afterwards the catalogue is another one.
CHANGES = frozenset({"model_add", "model_remove", "lora_add"})
CALLS: dict[str, Callable[..., Arguments]] = {
    "counters": _counters,
    "lora_add": _lora_add,
    "memory": _memory,
    "model_add": _model_add,
    "model_load": _model_load,
    "model_remove": _model_remove,
    "model_unload": _model_unload,
    "noised": _noised,
    "map_recipe": _map_recipe,
    "map_place": _map_place,
    "map_search": _map_search,
}
