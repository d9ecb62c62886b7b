"""emoji-vae: the autoencoder of emoji-vector on its own, as a space to walk in.

A picture that is dropped in becomes its posterior mean; a seed draws from the Gaussian that fits
the latents of all training pictures. Points of this space are means, so straight lines are right.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inference.contracts import VERBS, Sampling
from inference.core.vectors import Embedding, Latent
from inference.registry import spaces

if TYPE_CHECKING:
    from torch import Tensor

    from inference.networks.checkpoint import Checkpoint

ID = "emoji-vae"
CHECKPOINT = "emoji-vector"
LATENT = f"{ID}.latent"
ROWS = 2


class EmojiVae:
    """Samples, decodes, inverts and embeds. `card` works before `load`, without torch."""

    rows_forward = rows_decoded = ROWS
    resident = True

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.config: dict[str, Any] = json.loads((folder / "config.json").read_text("utf-8"))

    def card(self) -> dict[str, Any]:
        """Return what the catalogue says about the model."""
        channels, height, width = self.config["latent_shape"]
        size, dim = self.config["image_size"], channels * height * width
        space = {"id": LATENT, "geometry": "flat", "dim": dim}
        files = json.dumps(self.config["files"], sort_keys=True, separators=(",", ":"))
        return {
            "id": ID,
            "family": "vae",
            "title": {"en": "Emoji autoencoder", "ja": "絵文字オートエンコーダー"},
            "summary": {
                "en": f"Pictures to {dim} numbers and back: drop one in, or draw one by seed.",
                "ja": f"画像を{dim}個の数にして戻す。画像を入れるか、シードから描く。",
            },
            "licence": "Apache-2.0",
            "weights": hashlib.sha256(files.encode()).hexdigest()[:16],
            "verbs": [verb for verb, protocol in VERBS.items() if isinstance(self, protocol)],
            "image": {"width": size, "height": size},
            "steps": {"choices": [1], "default": 1},
            "samplers": ["direct"],
            "guidance_scale": {"min": 1.0, "max": 1.0, "default": 1.0},
            "styles": [],
            "spaces": {"noise": space, "latent": space},
            "uses_words": False,
            "directions": [],
        }

    def load(
        self,
        open_checkpoint: Callable[[Path], Checkpoint],
        open_encoder: Callable[[str], object],
    ) -> None:
        """Read the weights. Raises `MissingWeights` or `DamagedWeights`, naming the file."""
        from inference.networks.steady import steadied
        from inference.networks.tiles import Tiles

        self.checkpoint = open_checkpoint(self.folder)
        steadied(self.checkpoint.autoencoder.decoder)
        self._drawn = Tiles(self.checkpoint.autoencoder.decode, ROWS)

    def noise(self, seed: int, width: int | None = None, height: int | None = None) -> Latent:
        """Return the latent (dim,) of a seed: mean + root · n of the latents seen in training."""
        from inference.core.noise import noise

        drawn = noise(seed, self.checkpoint.prior_mean.shape)
        return self._latent(self.checkpoint.prior_mean + self.checkpoint.prior_root @ drawn)

    def sample(
        self,
        noise: Latent,
        embedding: Embedding | None = None,
        *,
        steps: int = 1,
        guidance_scale: float = 1.0,
    ) -> Iterator[Latent]:
        """Yield the point itself: it is a latent already, without steps or words."""
        yield noise

    def walk(
        self, noise: Latent, embedding: Embedding | None, sampling: Sampling
    ) -> Generator[Any, Tensor, Latent]:
        """Ask for no forward pass and return the point itself."""
        yield from ()
        return noise

    def decode(self, latent: Latent) -> Tensor:
        """Return the picture (3, 64, 64) in [-1, 1]."""
        return self.decode_many([latent])[0]

    def decode_many(
        self, latents: Sequence[Latent], width: int | None = None, height: int | None = None
    ) -> list[Tensor]:
        """Return the pictures (3, 64, 64) in [-1, 1]; equal latents give equal bits."""
        import torch

        shape = self.checkpoint.latent_shape
        grids = torch.stack([latent.values for latent in latents]).unflatten(1, shape)
        return list(self._drawn(grids).clamp(-1, 1))

    def invert(self, image: Tensor) -> Latent:
        """Return the posterior mean (dim,) of a picture (3, 64, 64) in [-1, 1]."""
        mean, _ = self.checkpoint.autoencoder.encode(image[None])
        return self._latent(mean[0].flatten())

    def embed(self, images: Tensor) -> Tensor:
        """Return unit vectors (n, 256) of pictures (n, 3, 64, 64), near each other when alike."""
        from inference.networks.tiles import tiled

        return tiled(self.checkpoint.judge.see, ROWS, images)

    def _latent(self, values: Tensor) -> Latent:
        return Latent(values, LATENT, "flat")


@spaces.add
def emoji_vae(model_folder: Path) -> EmojiVae:
    """The autoencoder of emoji-vector: pictures to numbers and back."""
    return EmojiVae(model_folder / CHECKPOINT)
