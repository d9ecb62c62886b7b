"""Questions about the worker itself."""

from __future__ import annotations

from typing import Any

from inference.engine.calls import call
from inference.engine.embeddings import Embeddings
from inference.engine.models import Models


@call()
def counters(models: Models, embeddings: Embeddings) -> dict[str, Any]:
    """Say how often prompts went through a text encoder, and how often they did not have to."""
    return {"encoder_calls": embeddings.encoder_calls, "embedding_hits": embeddings.hits}


@call()
def memory(models: Models, embeddings: Embeddings) -> dict[str, Any]:
    """Say how much memory there is and which models are loaded."""
    return models.memory
