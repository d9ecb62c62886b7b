"""Weights of words inside a prompt, read by compel: (red)1.3, blue--, ("a", "b").blend(1, 1)."""

from __future__ import annotations

import re
from typing import Any

import torch
from torch import Tensor

from inference.errors import InvalidInput


def weighted(tokenizer: Any, encoder: Any, prompt: str, *, penultimate: bool = False) -> Tensor:
    """Return the token states (1, 77, width) of a prompt, or those of the last layer but one.

    Raises `InvalidInput` for weights that lead out of all numbers.
    """
    from compel import Compel, ReturnedEmbeddingsType

    kinds = ReturnedEmbeddingsType
    kind = (
        kinds.PENULTIMATE_HIDDEN_STATES_NON_NORMALIZED
        if penultimate
        else kinds.LAST_HIDDEN_STATES_NORMALIZED
    )
    states: Tensor = Compel(tokenizer, encoder, returned_embeddings_type=kind)(prompt)
    if not bool(torch.isfinite(states).all()):
        raise InvalidInput(
            "the weights in the prompt are too large", expected="weights between about 0 and 2"
        )
    return states


def bare(prompt: str) -> str:
    """Return a prompt without its weights, for encoders that cannot use them."""
    words = re.sub(r"\)\s*\d+(\.\d+)?", ")", prompt)
    return re.sub(r"(?<!\\)[()]|[+-]{1,}(?=[\s)]|$)", "", words)
