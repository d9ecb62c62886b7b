"""Stage `decoder`: go on training the half that people look at, with the encoder frozen.

Latents no longer move, so this can run next to the flow, which learns to make them. The picture
distance gets a term that compares what the judge sees in its first layers: edges and textures that
are a little off cost less than edges that are blurred away.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from inference.networks.judge import Judge
from inference.training.augment import flip, move_and_scale, uniform
from inference.training.latents import load_autoencoder
from inference.training.loop import Habits, Loop
from inference.training.pictures import BalancedSampler, PictureSet
from inference.training.precision import Precision
from inference.training.presets import Preset
from inference.training.resume import load_average
from inference.training.stages.autoencoder import picture_distance, preview

HABITS = Habits(peak=7e-4, last=1e-5, warm_up=200, keep=0.998)
NOISE = (0.1, 0.5)
SEEN_WEIGHT = 0.15
# How many modules of the judge's picture tower are looked at: up to 16×16, and up to 8×8.
LAYERS = (4, 7)
PREVIEW_EVERY = 2000


def train(pictures: PictureSet, folder: Path, preset: Preset, minutes: float | None = None) -> None:
    """Train for the preset's minutes, leaving the whole autoencoder in `decoder/`."""
    device = preset.device
    network = load_autoencoder(folder, preset).to(device)
    network.decoder.requires_grad_(True)
    judge = Judge(**preset.judge).to(device).requires_grad_(False)
    judge.load_state_dict(load_average(folder / "judge"))
    loop = Loop("decoder", network, HABITS, folder, preset, minutes)
    generator = loop.generator(7)
    sampler = BalancedSampler(pictures, "train", generator)
    precision = Precision(network.encoder, torch.zeros(loop.size, 3, 64, 64, device=device))
    for size in loop.batches():
        x = pictures.batch(sampler.draw(size)).to(device)
        x = flip(x, generator, 0.2)
        x = move_and_scale(x, generator, share=0.25, shift_pixels=4, scale=(0.9, 1.05))
        x = x.contiguous(memory_format=torch.channels_last)
        with precision.cast():
            with torch.no_grad():
                mean = network.encode(x)[0].float()
            level = uniform((size, 1, 1, 1), *NOISE, generator).to(device)
            noise = torch.randn(mean.shape, generator=generator).to(device)
            made = network.decode(mean + level * noise).float()
            look = difference_seen(judge, made, x)
        distance, error = picture_distance(made - x)
        psnr = float(10 * (4 / error).log10())
        loop.learn(distance + SEEN_WEIGHT * look, psnr=psnr, look=look.item())
        if loop.step % PREVIEW_EVERY == 0:
            path = folder / "sheets" / f"decoder-{loop.step}.png"
            preview(pictures, loop.average, path, preset)


def difference_seen(judge: Judge, made: Tensor, real: Tensor) -> Tensor:
    """Return how differently the judge's first layers see two batches `n 3 64 64`, a scalar."""
    total = made.new_zeros(())
    start = 0
    for end in LAYERS:
        tower = judge.picture[start:end]
        made = tower(made)
        with torch.no_grad():
            real = tower(real)
        size = real.shape[1:]
        total = total + functional.l1_loss(
            functional.layer_norm(made.float(), size), functional.layer_norm(real.float(), size)
        )
        start = end
    return total
