"""Recipes to pictures and their vectors, many at a time, going on where it stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from inference.core.noise import noise
from inference.core.vectors import Direction, Embedding, Latent
from inference.errors import InvalidInput
from inference.expressions.evaluate import evaluate
from inference.expressions.grammar import parse, quote
from inference.maps.stock import Item
from inference.networks.checkpoint import load_checkpoint
from inference.networks.flow import sample
from inference.networks.text_encoder import TextEncoder
from inference.packs import folder_of

CHUNK, BATCH = 256, 32
SIZE = 64


class Painter:
    """Carries out recipes of one checkpoint in batches; also knows the leaves of expressions."""

    def __init__(self, folder: Path) -> None:
        self.checkpoint = load_checkpoint(folder)
        config = self.checkpoint.config
        self._encoder = TextEncoder.load(folder_of(config["text_encoder"]))
        self.prompt_space = f"{config['id']}.prompt"
        self.noise_space = f"{config['id']}.noise"
        self._read: dict[str, Tensor] = {}

    def read(self, prompts: Iterable[str]) -> None:
        """Encode prompts ahead, those of like length together; that is several times faster."""
        new = sorted(set(prompts) - set(self._read), key=len)
        for start in range(0, len(new), BATCH):
            batch = new[start : start + BATCH]
            pooled = self._encoder.encode(batch, mean=self.checkpoint.text_mean).pooled
            self._read.update(zip(batch, pooled, strict=True))

    def words(self, prompt: str) -> Embedding:
        """Return the pooled vector (384,) of a prompt."""
        if not prompt:
            return Embedding(self.checkpoint.flow.null_text.data, self.prompt_space, "sphere")
        self.read([prompt])
        return Embedding(self._read[prompt], self.prompt_space, "sphere")

    def noise(self, seed: int) -> Latent:
        """Return noise (dim,)."""
        return Latent(noise(seed, (self.checkpoint.flow.dim,)), self.noise_space, "gaussian")

    def picture(self, sha256: str) -> Latent:
        """Refuse: uploads are not at hand while a map is built."""
        raise InvalidInput(f"the uploaded picture {sha256[:8]} is not at hand while a map is built")

    def direction(self, names: tuple[str, ...]) -> Direction:
        """Return the direction between two prompts."""
        if len(names) == 1:
            raise InvalidInput(f"direction {names[0]!r} is not at hand while a map is built")
        return self.words(names[1]) - self.words(names[0])

    @torch.inference_mode()
    def paint(self, items: Sequence[Item]) -> Tensor:
        """Return pictures (n, 3, 64, 64) in [-1, 1]; all recipes with the same number of steps."""
        config = self.checkpoint.config
        conditions, noises, guidance = [], [], []
        self.read(item.recipe["prompt"] for item in items if item.recipe.get("prompt"))
        for item in items:
            recipe = item.recipe
            words = recipe.get("conditioning") or quote(recipe.get("prompt", ""))
            start = recipe.get("noise") or f"noise({recipe.get('seed', 0)})"
            conditions.append(_values(evaluate(parse(words), self)))
            noises.append(_values(evaluate(parse(start), self)))
            guidance.append(float(recipe.get("guidance_scale", config["guidance"]["default"])))
        steps = int(items[0].recipe.get("steps", config["default_steps"]))
        flow = self.checkpoint.flow
        latents = sample(
            flow, torch.stack(noises), torch.stack(conditions), torch.tensor(guidance), steps
        )
        shaped = flow.restore(latents).reshape(len(items), *self.checkpoint.latent_shape)
        return self.checkpoint.autoencoder.decode(shaped).clamp(-1, 1)

    @torch.inference_mode()
    def see(self, pictures: Tensor) -> Tensor:
        """Return the judge's unit vectors (n, 256)."""
        return self.checkpoint.judge.see(pictures)


def _values(value: Any) -> Tensor:
    if not isinstance(value, Embedding | Latent):
        raise InvalidInput("an expression in the source is no point")
    return value.values


def render_all(
    items: Sequence[Item],
    folder: Path,
    scratch: Path,
    report: Callable[[float], None],
) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Return pictures (n, 64, 64, 3) as bytes and vectors (n, dim), chunk by chunk.

    Every finished chunk lies in `scratch`, named after its recipes and the weights; an interrupted
    build reads what is there.
    """
    painter: Painter | None = None
    pictures, vectors = [], []
    for start in range(0, len(items), CHUNK):
        part = items[start : start + CHUNK]
        path = scratch / f"chunk-{start // CHUNK:04d}.npz"
        if not path.exists():
            painter = painter or Painter(folder)
            painted = torch.empty(len(part), 3, SIZE, SIZE)
            for steps, rows in _by_steps(part).items():
                del steps
                painted[rows] = painter.paint([part[row] for row in rows])
            pixels = ((painted + 1) * 127.5).round().to(torch.uint8).permute(0, 2, 3, 1)
            partial = path.with_suffix(".partial.npz")
            np.savez(partial, pictures=pixels.numpy(), vectors=painter.see(painted).numpy())
            partial.rename(path)
        with np.load(path) as found:
            pictures.append(found["pictures"])
            vectors.append(found["vectors"])
        report(min(1.0, (start + CHUNK) / len(items)))
    return np.concatenate(pictures), np.concatenate(vectors)


def _by_steps(items: Sequence[Item]) -> Mapping[int, list[int]]:
    groups: dict[int, list[int]] = {}
    for row, item in enumerate(items):
        groups.setdefault(int(item.recipe.get("steps", 0)), []).append(row)
    return groups
