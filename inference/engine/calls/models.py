"""Questions that add, remove, load and unload models."""

from __future__ import annotations

from typing import Any

from inference.engine.calls import call
from inference.engine.embeddings import Embeddings
from inference.engine.models import Models
from inference.errors import OutOfMemory


@call(changes=True)
def model_add(models: Models, embeddings: Embeddings, entry: dict[str, Any]) -> dict[str, Any]:
    """Take a user's model in."""
    return {"card": models.add(entry)}


@call(changes=True)
def model_remove(models: Models, embeddings: Embeddings, id: str) -> dict[str, Any]:
    """Forget a user's model."""
    models.remove(id)
    return {}


@call(changes=True)
def lora_add(
    models: Models, embeddings: Embeddings, model: str, entry: dict[str, Any]
) -> dict[str, Any]:
    """Let a user's model know a LoRA."""
    return {"card": models.add_lora(model, entry)}


@call()
def model_weigh(models: Models, embeddings: Embeddings, entry: dict[str, Any]) -> dict[str, Any]:
    """Say what a model is and whether it would fit, without taking it in."""
    return models.weigh(entry)


@call()
def model_load(models: Models, embeddings: Embeddings, id: str) -> dict[str, Any]:
    """Begin to read the weights of a model; says in which state it is now.

    Raises `OutOfMemory` with numbers where it cannot fit, whoever made room.
    """
    models.peek(id)
    if models.state(id) in ("cold", "failed"):
        models.begin_loading(id)
        if isinstance(error := models.errors.get(id), OutOfMemory):
            raise error
    return {"state": models.state(id)}


@call()
def model_unload(models: Models, embeddings: Embeddings, id: str) -> dict[str, Any]:
    """Give the memory of a model back."""
    models.peek(id)
    models.unload(id)
    return {"state": models.state(id)}
