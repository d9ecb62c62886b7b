"""Stage `autoencoder`: learn to fold pictures into 8×8 grids of numbers and back."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from inference.networks.autoencoder import Autoencoder
from inference.training.augment import flip, move_and_scale, uniform
from inference.training.loop import Habits, Loop, first_weights
from inference.training.pictures import BalancedSampler, PictureSet
from inference.training.precision import Precision
from inference.training.presets import Preset
from inference.training.resume import Average
from inference.training.sheets import save_sheet

HABITS = Habits(peak=1.5e-3, last=2e-5, warm_up=200, keep=0.998)
KL_WEIGHT = 1e-5
EXTRA_NOISE = 0.25
SCALED_SHARE = 0.3
SCALED_GRIDS = (4, 5, 6, 7)
PREVIEW_EVERY = 1000


def train(pictures: PictureSet, folder: Path, preset: Preset, minutes: float | None = None) -> None:
    """Train for the preset's minutes, leaving `autoencoder/state.safetensors` in `folder`."""
    device = preset.device
    with first_weights(11):
        network = Autoencoder(**preset.autoencoder).to(device)
    loop = Loop("autoencoder", network, HABITS, folder, preset, minutes)
    generator = loop.generator(1)
    sampler = BalancedSampler(pictures, "train", generator)
    precision = Precision(network.encoder, torch.zeros(loop.size, 3, 64, 64, device=device))
    for size in loop.batches():
        x = pictures.batch(sampler.draw(size)).to(device)
        x = flip(x, generator, 0.3)
        x = move_and_scale(x, generator, share=0.4, shift_pixels=4, scale=(0.9, 1.05))
        with precision.cast():
            loss, error, latent_std = losses(
                network, x.contiguous(memory_format=torch.channels_last), generator
            )
        psnr = float(10 * (4 / error).log10())
        loop.learn(loss, psnr=psnr, latent_std=latent_std.item())
        if loop.step % PREVIEW_EVERY == 0:
            path = folder / "sheets" / f"autoencoder-{loop.step}.png"
            preview(pictures, loop.average, path, preset)


def losses(
    network: Autoencoder, x: Tensor, generator: torch.Generator
) -> tuple[Tensor, Tensor, Tensor]:
    """Return the loss, the mean squared error and the spread of the latents, all scalars.

    loss = picture_distance(decode(T(latent + noise)), T(x)) + KL; T scales the grid now and then,
    so that the latent behaves like a small picture (EQ-VAE, arXiv 2502.09509).
    """
    mean, log_variance = network.encode(x)
    mean, log_variance = mean.float(), log_variance.float()
    n = len(x)
    extra = EXTRA_NOISE * uniform((n, 1, 1, 1), 0, 1, generator).square().to(x.device)
    spread = (log_variance.exp() + extra.square()).sqrt()
    latent = mean + spread * torch.randn(mean.shape, generator=generator).to(x.device)
    target = x
    if float(torch.rand((), generator=generator)) < SCALED_SHARE:
        grid = SCALED_GRIDS[int(torch.randint(len(SCALED_GRIDS), (), generator=generator))]
        latent = functional.interpolate(latent, (grid, grid), mode="bilinear", antialias=True)
        size = 8 * grid
        target = functional.interpolate(x, (size, size), mode="bilinear", antialias=True)
    distance, error = picture_distance(network.decode(latent).float() - target)
    kl = 0.5 * (mean.square() + log_variance.exp() - 1 - log_variance).sum((1, 2, 3)).mean()
    return distance + KL_WEIGHT * kl, error, mean.detach().std()


def picture_distance(difference: Tensor) -> tuple[Tensor, Tensor]:
    """Return L1 over pixels, edges and a coarser copy of a difference `n 3 h w`, and its MSE."""
    edges = (difference[..., 1:] - difference[..., :-1]).abs().mean()
    edges = edges + (difference[..., 1:, :] - difference[..., :-1, :]).abs().mean()
    coarse = functional.avg_pool2d(difference, 4).abs().mean()
    return difference.abs().mean() + edges + coarse, difference.detach().square().mean()


@torch.no_grad()
def preview(pictures: PictureSet, average: Average, path: Path, preset: Preset) -> None:
    """Save originals above their reconstructions, held-out pictures of every kind."""
    rows = torch.cat([pictures.rows("name")[::14], pictures.rows("pair")[::24]])[:28]
    network = Autoencoder(**preset.autoencoder)
    network.load_state_dict({name: value.cpu() for name, value in average.weights.items()})
    x = pictures.batch(rows)
    save_sheet(path, [x, network.decode(network.encode(x)[0])])
