"""In which space a map lies: what of a point is compared with other points.

judge        what its picture shows, as the judge sees it
prompt       what its words mean to the model
noise        the noise that it begins with
latent       the latent that is decoded
bottleneck   the narrowest activations of a U-Net at the last step, averaged over the picture
sentence     its words, as the text encoder reads them, without any picture
given        the numbers of a table
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor

from inference.errors import InvalidInput

# What of a question can be found a place for on such a map.
READS: dict[str, tuple[str, ...]] = {
    "judge": ("words", "pictures"),
    "prompt": ("words",),
    "noise": (),
    "latent": ("pictures",),
    "bottleneck": (),
    "sentence": ("words",),
    "given": (),
}
PAINTED = ("judge", "prompt", "noise", "latent", "bottleneck")
SEEN = ("judge", "latent")  # what an uploaded picture has without a prompt


def views_of(space: Any) -> tuple[str, ...]:
    """Return in which spaces the renders of a model can be laid out."""
    card = space.card()
    known = ["judge", "latent", "noise"]
    if card["uses_words"]:
        known += ["prompt", "sentence"]
    if "unet" in str(card.get("family")) or card["family"] == "latent-diffusion":
        known.append("bottleneck")
    return tuple(known)


def check_view(view: str, space: Any, source: str) -> None:
    """Raise `InvalidInput` for a space that a source or a model does not have."""
    if source == "table":
        possible: tuple[str, ...] = ("given",)
    elif source == "pictures":
        possible = tuple(each for each in SEEN if each in views_of(space))
    else:
        possible = views_of(space)
    if view not in possible:
        raise InvalidInput(
            f"{space.card()['id']} cannot lay out {source} by {view!r}",
            expected=", ".join(possible),
        )


class Bottleneck:
    """Listens to the middle block of a U-Net and keeps the last answer of every row."""

    def __init__(self, space: Any) -> None:
        unet = getattr(space.checkpoint.flow, "unet", None)
        if unet is None:
            raise InvalidInput(
                f"{space.card()['id']} has no bottleneck", expected="a model with a U-Net"
            )
        self._block, self._heard = unet.mid_block, torch.empty(0)
        self.rows = int(space.rows_forward)

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Listen inside the block, and leave the model as it was."""

        def hear(_: Any, __: Any, output: Tensor) -> None:
            self._heard = output.detach().mean((2, 3))

        hook = self._block.register_forward_hook(hear)
        try:
            yield
        finally:
            hook.remove()

    def of(self, count: int) -> Tensor:
        """Return what the first `count` rows of the last pass had, (count, channels)."""
        return self._heard[:count].float()


def stacked(values: Sequence[Tensor]) -> Tensor:
    """Return vectors of equal length as rows (n, dim)."""
    return torch.stack([value.flatten().float() for value in values])
