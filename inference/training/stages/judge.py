"""Stage `judge`: learn which picture belongs to which words."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from inference.networks.judge import Judge
from inference.training.augment import cut_out, flip, move_and_scale, recolour, soften
from inference.training.embeddings import CaptionVectors
from inference.training.loop import Habits, Loop, first_weights
from inference.training.pictures import BalancedSampler, PictureSet
from inference.training.precision import Precision
from inference.training.presets import Preset

HABITS = Habits(
    peak=1.5e-3,
    last=1e-5,
    warm_up=100,
    betas=(0.9, 0.98),
    weight_decay=0.05,
    keep=0.998,
    log_every=20,
)
TEXT_NOISE = 0.02


def train(
    pictures: PictureSet,
    captions: CaptionVectors,
    folder: Path,
    preset: Preset,
    minutes: float | None = None,
) -> None:
    """Train for the preset's minutes, leaving `judge/state.safetensors` in `folder`."""
    device = preset.device
    with first_weights(12):
        network = Judge(**preset.judge).to(device)
    loop = Loop("judge", network, HABITS, folder, preset, minutes)
    generator = loop.generator(2)
    sampler = BalancedSampler(pictures, "train", generator)
    same = shown(pictures)
    precision = Precision(network.picture, torch.zeros(loop.size, 3, 64, 64, device=device))
    for size in loop.batches():
        rows = sampler.draw(size)
        x = disturb(pictures.batch(rows).to(device), generator)
        text = captions.draw(rows, generator)
        text = text + TEXT_NOISE * torch.randn(text.shape, generator=generator)
        with precision.cast():
            seen = network.see(x.contiguous(memory_format=torch.channels_last))
        read = network.read(text.to(device))
        loss, hits = contrast(seen.float(), read, network.scale, same[rows])
        loop.learn(loss, right=hits.item(), scale=network.scale.item())


def shown(pictures: PictureSet) -> Tensor:
    """Return a number per picture (n,) that two pictures share if they show the same thing."""
    things = [(entry.concept, entry.tone) for entry in pictures.entries]
    number = {thing: i for i, thing in enumerate(dict.fromkeys(things))}
    return torch.tensor([number[thing] for thing in things])


def disturb(x: Tensor, generator: torch.Generator) -> Tensor:
    """Change pictures `n 3 64 64` in every way that does not change what they show."""
    x = flip(x, generator, 0.3)
    x = move_and_scale(
        x, generator, share=0.8, shift_pixels=6, scale=(0.75, 1.15), turn_radians=0.2
    )
    x = soften(x, generator, 0.3)
    x = recolour(x, generator, 0.1)
    return cut_out(x, generator, 0.3, 18)


def contrast(seen: Tensor, read: Tensor, scale: Tensor, same: Tensor) -> tuple[Tensor, Tensor]:
    """Return the symmetric InfoNCE loss of `n d` pairs and the share that finds its own text.

    Pairs that show the same thing (equal numbers in `same`, `n`) are neither right nor wrong.
    """
    logits = scale * seen @ read.T
    own = torch.arange(len(same))
    alike = (same[:, None] == same[None, :]) & (own[:, None] != own[None, :])
    logits = logits.masked_fill(alike.to(logits.device), -torch.inf)
    target = own.to(logits.device)
    loss = functional.cross_entropy(logits, target) + functional.cross_entropy(logits.T, target)
    return loss / 2, (logits.argmax(1) == target).float().mean()
