"""Stage `vae` of emoji-diffusion: learn to fold pictures into a small grid of numbers and back.

The network is the library's `AutoencoderDC`: deterministic, pixels folded into channels on the way
in and unfolded (PixelShuffle) on the way out, no convolution at full resolution. Noise on the
latent and latents of other sizes make the grid behave like a small picture (EQ-VAE, arXiv
2502.09509).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from diffusers import AutoencoderDC
from torch import Tensor
from torch.nn import functional

from inference.training.augment import flip, move_and_scale, uniform
from inference.training.diffusion_presets import DiffusionPreset
from inference.training.loop import Habits, Loop, first_weights
from inference.training.pictures import BalancedSampler, PictureSet
from inference.training.precision import Precision
from inference.training.resume import Average
from inference.training.sheets import save_sheet

HABITS = Habits(peak=1.2e-3, last=1e-5, warm_up=200, keep=0.999)
MOST_NOISE = 0.35  # in latents of standard deviation about one
SPREAD_WEIGHT = 1e-3
SCALED_SHARE = 0.25
FOLD = 8
PREVIEW_EVERY = 1000


def build(config: dict[str, Any]) -> Any:
    """Build the `AutoencoderDC` of a preset, untyped like its library: a cell for 8×8 pixels."""
    with first_weights(21):
        return AutoencoderDC(**config)


def train(
    pictures: PictureSet, folder: Path, preset: DiffusionPreset, minutes: float | None = None
) -> None:
    """Train for the preset's minutes, leaving `vae/state.safetensors` in `folder`."""
    device = preset.device
    network = build(preset.vae).to(device, memory_format=torch.channels_last)
    loop = Loop("vae", network, HABITS, folder, preset, minutes)
    generator = loop.generator(21)
    sampler = BalancedSampler(pictures, "train", generator)
    size = pictures.pictures.shape[-1]
    precision = Precision(network.encoder, torch.zeros(loop.size, 3, size, size, device=device))
    for count in loop.batches():
        x = pictures.batch(sampler.draw(count)).to(device)
        x = flip(x, generator, 0.3)
        x = move_and_scale(x, generator, share=0.4, shift_pixels=size // 16, scale=(0.9, 1.05))
        with precision.cast():
            loss, error, spread = losses(
                network, x.contiguous(memory_format=torch.channels_last), generator
            )
        psnr = float(10 * (4 / error).log10())
        loop.learn(loss, psnr=psnr, latent_std=spread.item())
        if loop.step % PREVIEW_EVERY == 0:
            path = folder / "sheets" / f"vae-{loop.step}.png"
            preview(pictures, loop.average, path, preset)


def losses(network: Any, x: Tensor, generator: torch.Generator) -> tuple[Tensor, Tensor, Tensor]:
    """Return the loss, the mean squared error and the spread of the latents, all scalars.

    loss = picture_distance(decode(T(latent + noise)), T(x)) + a pull of the latents to N(0, 1).
    """
    latent = network.encode(x).latent.float()
    spread = latent.detach().std()
    pull = latent.square().mean() - 1
    noise = torch.randn(latent.shape, generator=generator).to(x.device)
    amount = MOST_NOISE * uniform((len(x), 1, 1, 1), 0, 1, generator).to(x.device).square()
    noisy, target = latent + amount * noise, x
    if float(torch.rand((), generator=generator)) < SCALED_SHARE:
        cells = latent.shape[-1]
        smaller = int(torch.randint(cells // 2, cells, (), generator=generator))
        noisy = functional.interpolate(noisy, (smaller,) * 2, mode="bilinear", antialias=True)
        pixels = (FOLD * smaller,) * 2
        target = functional.interpolate(x, pixels, mode="bilinear", antialias=True)
    distance, error = picture_distance(network.decode(noisy).sample.float() - target)
    return distance + SPREAD_WEIGHT * pull.square(), error, spread


def picture_distance(difference: Tensor) -> tuple[Tensor, Tensor]:
    """Return L1 over pixels, edges and coarser copies of a difference `n 3 h w`, and its MSE."""
    edges = (difference[..., 1:] - difference[..., :-1]).abs().mean()
    edges = edges + (difference[..., 1:, :] - difference[..., :-1, :]).abs().mean()
    coarse = functional.avg_pool2d(difference, 2).abs().mean()
    coarse = coarse + functional.avg_pool2d(difference, 4).abs().mean()
    return difference.abs().mean() + edges + coarse, difference.detach().square().mean()


@torch.no_grad()
def preview(pictures: PictureSet, average: Average, path: Path, preset: DiffusionPreset) -> None:
    """Save originals above their reconstructions, held-out pictures of every kind."""
    rows = torch.cat([pictures.rows("name")[::14], pictures.rows("pair")[::24]])[:28]
    network = build(preset.vae)
    network.load_state_dict({name: value.cpu() for name, value in average.weights.items()})
    x = pictures.batch(rows)
    save_sheet(path, [x, network.decode(network.encode(x).latent).sample])
