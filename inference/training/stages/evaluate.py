"""Stage `evaluate`: measure the exported checkpoint, draw its sample sheets, write its card."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import torch
from torch import Tensor

from inference.networks.checkpoint import Checkpoint, load_checkpoint
from inference.networks.flow import VectorFlow, sample
from inference.training.card import write_card
from inference.training.embeddings import load_text_encoder
from inference.training.filmstrips import draw_filmstrip
from inference.training.measures import TEACHER_STEPS, measure
from inference.training.pictures import PictureSet
from inference.training.prompts import SHEET_EN, SHEET_JA
from inference.training.resume import load_average
from inference.training.sheets import save_sheet
from inference.training.stages.directions import DIRECTIONS
from inference.training.stages.flow import guided_velocity

SHEET_SEEDS = 4


class Studio:
    """Makes pictures from words with a checkpoint."""

    def __init__(self, checkpoint: Checkpoint) -> None:
        self.checkpoint = checkpoint
        self.guidance = float(checkpoint.config["guidance"]["default"])
        self.steps: list[int] = checkpoint.config["steps"]
        self._encoder = load_text_encoder()

    def words(self, prompts: list[str]) -> Tensor:
        """Return prompt vectors (n, 384)."""
        mean = self.checkpoint.text_mean
        parts = [
            self._encoder.encode(prompts[i : i + 64], mean=mean).pooled
            for i in range(0, len(prompts), 64)
        ]
        return torch.cat(parts)

    @torch.no_grad()
    def pictures(
        self, text: Tensor, steps: int, seed: int = 0, guidance: float | None = None
    ) -> Tensor:
        """Return pictures (n, 3, 64, 64), noise drawn from one seed."""
        flow = self.checkpoint.flow
        generator = torch.Generator().manual_seed(seed)
        noise = torch.randn(len(text), flow.dim, generator=generator)
        scale = torch.full((len(text),), guidance or self.guidance)
        return self.decode(sample(flow, noise, text, scale, steps))

    @torch.no_grad()
    def decode(self, vectors: Tensor) -> Tensor:
        """Return pictures of standardised latents (n, d)."""
        latent = self.checkpoint.flow.restore(vectors)
        latent = latent.reshape(len(latent), *self.checkpoint.latent_shape)
        parts = [self.checkpoint.autoencoder.decode(part) for part in torch.split(latent, 64)]
        return torch.cat(parts).clamp(-1, 1)

    @torch.no_grad()
    def see(self, x: Tensor) -> Tensor:
        """Return the judge's vectors (n, 256)."""
        return torch.cat([self.checkpoint.judge.see(part) for part in torch.split(x, 128)])

    @torch.no_grad()
    def read(self, prompts: list[str]) -> Tensor:
        """Return the judge's vectors (n, 256) of prompts."""
        return self.checkpoint.judge.read(self.words(prompts))

    @torch.no_grad()
    def redraw(self, x: Tensor) -> Tensor:
        """Return pictures as the autoencoder remembers them."""
        coder = self.checkpoint.autoencoder
        return coder.decode(coder.encode(x)[0]).clamp(-1, 1)

    @torch.no_grad()
    def taught(self, text: Tensor, folder: Path) -> Tensor | None:
        """Return pictures of the flow before distillation, guided, in many small steps."""
        if not (folder / "flow" / "state.safetensors").exists():
            return None
        teacher = VectorFlow(**self.checkpoint.config["networks"]["flow"])
        teacher.load_state_dict(load_average(folder / "flow"))
        z = torch.randn(len(text), teacher.dim, generator=torch.Generator().manual_seed(0))
        scale = torch.full((len(text),), self.guidance)
        for k in range(TEACHER_STEPS):
            t = torch.full((len(text),), 1 - k / TEACHER_STEPS)
            z = z - guided_velocity(teacher, z, t, scale, text) / TEACHER_STEPS
        return self.decode(z)


def write(pictures: PictureSet, folder: Path, target: Path) -> None:
    """Measure, draw and describe the checkpoint in `target`."""
    studio = Studio(load_checkpoint(target))
    draw_sheets(studio, target, folder)
    numbers = measure(studio, pictures, folder)
    (folder / "metrics.json").write_text(json.dumps(numbers, indent=1) + "\n")
    sys.stdout.write(json.dumps(numbers, indent=1) + "\n")
    write_card(numbers, folder, target)


def draw_sheets(studio: Studio, target: Path, folder: Path) -> None:
    """Save the sixteen prompts in both languages and in 1, 2, 4 steps, and all filmstrips."""
    steps = int(studio.checkpoint.config["default_steps"])
    for language, prompts in (("en", SHEET_EN), ("ja", SHEET_JA)):
        text = studio.words(list(prompts))
        rows = [studio.pictures(text, steps, seed) for seed in range(SHEET_SEEDS)]
        save_sheet(target / f"sheet-{language}.png", rows)
        few = [studio.pictures(text, count) for count in (1, 2, 4)]
        save_sheet(folder / "sheets" / f"steps-{language}.png", few)

    def with_one_noise(text: Tensor) -> Tensor:
        return torch.cat([studio.pictures(row[None], steps) for row in text])

    for card in DIRECTIONS:
        path = folder / "filmstrips" / f"{card['id']}.png"
        draw_filmstrip(card, studio.words, with_one_noise, path)
