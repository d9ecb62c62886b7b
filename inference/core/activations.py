"""What a block of a network says, as one vector for each picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from torch import Tensor


def over_picture(output: Any) -> Tensor:
    """Return the mean over the picture (rows, channels) of what a block returned.

    Maps (rows, channels, h, w) lose their places, tokens (rows, tokens, channels) their order. A block
    that carries words along returns several; its picture comes last.
    """
    found: Tensor = output[-1] if isinstance(output, Sequence) else output
    places = (2, 3) if found.ndim == 4 else (1,)
    return found.detach().float().mean(places).cpu()
