"""The same models without an engine: whole batches through the library's own components.

No request, no PNG, no store: pixels in an array. What the served pictures are measured against.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import torch

from inference.engine.encoder import build_encoder, read_tokenizer
from inference.engine.models import EMBEDDED
from inference.networks import diffusion, flow
from inference.networks.checkpoint import load_checkpoint
from inference.networks.diffusion_checkpoint import load_diffusion
from inference.packs import folder_of
from inference.spaces.emoji_diffusion import EmojiDiffusion
from inference.spaces.emoji_vector import EmojiVector

PROMPT = "red apple, noto style"
SWEEP = (1, 2, 4, 8, 16, 32)


class Offline(Protocol):
    """Draws as many pictures (n, h, w, 3) as it is given seeds, in one batch."""

    recipe: dict[str, Any]
    rows: int  # passes of the denoiser for one picture

    def pictures(self, seeds: Sequence[int]) -> np.ndarray: ...


class Vector:
    """emoji-vector: its flow and its decoder, called as they are."""

    def __init__(self) -> None:
        self.recipe, self.rows = recipe_of("emoji-vector"), 4
        self.space = EmojiVector(EMBEDDED / "emoji-vector")
        self.space.load(load_checkpoint, opened)
        self.words = self.space.encode(PROMPT).values
        self.plain = load_checkpoint(EMBEDDED / "emoji-vector")

    def pictures(self, seeds: Sequence[int]) -> np.ndarray:
        n, plain = len(seeds), self.plain
        noise = torch.stack([self.space.noise(seed).values for seed in seeds])
        z = flow.sample(plain.flow, noise, self.words.expand(n, -1), torch.full((n,), 3.0), 4)
        latents = plain.flow.restore(z).unflatten(1, plain.latent_shape)
        return pixels(plain.autoencoder.decode(latents))


class Diffusion:
    """emoji-diffusion: the UNet and the autoencoder of diffusers, around the plainest loop."""

    def __init__(self) -> None:
        self.recipe, self.rows = recipe_of("emoji-diffusion"), 4
        self.space = EmojiDiffusion(EMBEDDED / "emoji-diffusion")
        self.space.load(load_checkpoint, opened)
        self.words = self.space.encode(PROMPT).values
        self.plain = load_diffusion(EMBEDDED / "emoji-diffusion")

    def pictures(self, seeds: Sequence[int]) -> np.ndarray:
        n, plain = len(seeds), self.plain
        noise = torch.stack([self.space.noise(seed).values for seed in seeds])
        text = self.words.expand(n, -1)
        z = diffusion.sample(plain.flow, noise, text, torch.full((n,), 3.0), 4)
        return pixels(plain.decode(plain.flow.restore(z).flatten(1)))


class Library:
    """A diffusers pipeline of a folder, called as its documentation says."""

    def __init__(self, id: str, folder: Path, device: str = "cpu", **knobs: Any) -> None:
        from diffusers import DiffusionPipeline

        dtype = torch.bfloat16 if device == "cuda" else torch.float32
        self.pipe = DiffusionPipeline.from_pretrained(folder, dtype=dtype).to(device)
        self.pipe.set_progress_bar_config(disable=True)
        self.knobs = {"steps": 20, "guidance_scale": 5.0} | knobs
        self.recipe = {"model": id, "prompt": PROMPT, **self.knobs}
        self.rows = self.knobs["steps"] * (2 if self.knobs["guidance_scale"] > 1 else 1)

    def pictures(self, seeds: Sequence[int]) -> np.ndarray:
        named = dict(self.knobs)
        size = {key: named[key] for key in ("width", "height") if key in named}
        found = self.pipe(
            [PROMPT] * len(seeds),
            num_inference_steps=named["steps"],
            guidance_scale=named["guidance_scale"],
            generator=[torch.Generator().manual_seed(seed) for seed in seeds],
            output_type="np",
            **size,
        ).images
        return np.asarray((found * 255).round().astype(np.uint8))


def recipe_of(id: str) -> dict[str, Any]:
    return {"model": id, "prompt": PROMPT, "steps": 4, "guidance_scale": 3.0}


def opened(pack: str) -> Any:
    return build_encoder(folder_of(pack), read_tokenizer(pack))


def pixels(pictures: torch.Tensor) -> np.ndarray:
    """Map pictures (n, 3, h, w) in [-1, 1] to bytes (n, h, w, 3)."""
    shown = ((pictures.clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8)
    return np.asarray(shown.permute(0, 2, 3, 1).contiguous())


def rate(offline: Offline, batch: int, seconds: float) -> float:
    """Pictures a second in batches of one size."""
    made, start = 0, time.perf_counter()
    while (took := time.perf_counter() - start) < seconds or not made:
        offline.pictures(range(made, made + batch))
        made += batch
    return made / took


def best_batch(
    offline: Offline, sweep: Sequence[int] = SWEEP, seconds: float = 0.7
) -> tuple[int, dict[int, float]]:
    """Return the batch that makes the most pictures a second, and the rate of every batch."""
    for batch in sweep:
        offline.pictures(range(batch))
    rates = {batch: rate(offline, batch, seconds) for batch in sweep}
    return max(rates, key=rates.__getitem__), rates


Opener = Callable[[], Offline]
