"""Stage `evaluate` of emoji-diffusion: measure what was exported, draw its sheets, write its card."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from inference.networks.checkpoint import load_checkpoint
from inference.networks.diffusion import sample, words_of
from inference.networks.diffusion_checkpoint import DiffusionCheckpoint, load_diffusion
from inference.networks.judge import Judge
from inference.training.diffusion_card import write_card
from inference.training.diffusion_presets import DiffusionPreset
from inference.training.embeddings import load_text_encoder
from inference.training.looks import draw_looks, looks_of, real
from inference.training.measures import TEACHER_STEPS, Sizes, measure
from inference.training.pictures import PictureSet
from inference.training.resume import load_average
from inference.training.stages.flow import guided_velocity
from inference.training.stages.unet import build

SIZES = Sizes(per_split=200, distribution=300)
ROWS = 64


class Studio:
    """Makes pictures from words with a checkpoint; the judge is that of emoji-vector."""

    def __init__(
        self, checkpoint: DiffusionCheckpoint, judge: Judge, preset: DiffusionPreset
    ) -> None:
        self.checkpoint, self.preset = checkpoint, preset
        self.guidance = float(checkpoint.config["guidance"]["default"])
        self.steps: list[int] = checkpoint.config["steps"]
        self._judge, self._encoder = judge, load_text_encoder()

    def words(self, prompts: list[str]) -> Tensor:
        """Return words (n, 8064) of prompts."""
        checkpoint, parts = self.checkpoint, []
        for start in range(0, len(prompts), ROWS):
            found = self._encoder.encode(prompts[start : start + ROWS], mean=checkpoint.pooled_mean)
            parts.append(words_of(found.tokens, found.mask, found.pooled, checkpoint.token_mean))
        return torch.cat(parts)

    @torch.no_grad()
    def pictures(self, text: Tensor, steps: int, seed: int = 0) -> Tensor:
        """Return pictures (n, 3, h, w), noise drawn from one seed."""
        flow = self.checkpoint.flow
        generator = torch.Generator().manual_seed(seed)
        noise = torch.randn(len(text), flow.dim, generator=generator)
        made = []
        for rows, words in zip(noise.split(ROWS), text.split(ROWS), strict=True):
            scale = torch.full((len(rows),), self.guidance)
            made.append(self.decode(sample(flow, rows, words, scale, steps)))
        return torch.cat(made)

    @torch.no_grad()
    def decode(self, vectors: Tensor) -> Tensor:
        """Return pictures of standardised latents (n, d)."""
        latents = self.checkpoint.flow.restore(vectors).flatten(1)
        return torch.cat([self.checkpoint.decode(p) for p in latents.split(ROWS)]).clamp(-1, 1)

    @torch.no_grad()
    def redraw(self, x: Tensor) -> Tensor:
        """Return pictures as the autoencoder remembers them."""
        return self.decode(self.checkpoint.encode(x))

    @torch.no_grad()
    def see(self, x: Tensor) -> Tensor:
        """Return the judge's vectors (n, 256); it looks at 64 px."""
        small = torch.nn.functional.adaptive_avg_pool2d(x, 64)
        return torch.cat([self._judge.see(part) for part in small.split(128)])

    @torch.no_grad()
    def read(self, prompts: list[str]) -> Tensor:
        """Return the judge's vectors (n, 256) of prompts."""
        mean = self.checkpoint.pooled_mean
        parts = [
            self._encoder.encode(prompts[start : start + ROWS], mean=mean).pooled
            for start in range(0, len(prompts), ROWS)
        ]
        return self._judge.read(torch.cat(parts))

    @torch.no_grad()
    def taught(self, text: Tensor, folder: Path) -> Tensor | None:
        """Return pictures of the UNet before the last stage, guided, in many small steps."""
        if not (folder / "unet" / "state.safetensors").exists():
            return None
        teacher = build(self.preset)
        teacher.load_state_dict(load_average(folder / "unet"))
        teacher.eval()
        noise = torch.randn(len(text), teacher.dim, generator=torch.Generator().manual_seed(0))
        made = []
        for z, words in zip(noise.split(ROWS), text.split(ROWS), strict=True):
            scale = torch.full((len(z),), self.guidance)
            for k in range(TEACHER_STEPS):
                t = torch.full((len(z),), 1 - k / TEACHER_STEPS)
                z = z - guided_velocity(teacher, z, t, scale, words) / TEACHER_STEPS
            made.append(self.decode(z))
        return torch.cat(made)


def write(
    pictures: PictureSet, folder: Path, target: Path, judge_folder: Path, preset: DiffusionPreset
) -> None:
    """Measure, draw and describe the checkpoint in `target`."""
    judge = load_checkpoint(judge_folder).judge
    studio = Studio(load_diffusion(target), judge, preset)
    looks = looks_of(pictures)
    text = studio.words([look.prompt for look in looks])
    made = [studio.pictures(text, steps) for steps in studio.steps]
    draw_looks(looks, [real(pictures, looks), *made], target / "sheet.png")
    numbers: dict[str, Any] = measure(studio, pictures, folder, SIZES)
    (folder / "metrics.json").write_text(json.dumps(numbers, indent=1) + "\n")
    sys.stdout.write(json.dumps(numbers, indent=1) + "\n")
    write_card(numbers, studio.checkpoint.config, preset, folder, target)
