"""Stage `flow`: learn the velocity that carries noise to latents, given words (flow matching).

z_t = (1 - t) x + t n        loss = |u(z_t, t, t, 1, words) - (n - x)|^2
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, cast

import torch
from torch import Tensor, nn

from inference.networks.autoencoder import Autoencoder
from inference.networks.flow import VectorFlow
from inference.training.embeddings import CaptionVectors
from inference.training.latents import LatentSet
from inference.training.loop import Habits, Loop, first_weights
from inference.training.pictures import BalancedSampler, PictureSet
from inference.training.precision import Precision
from inference.training.presets import Preset
from inference.training.resume import Average
from inference.training.sheets import save_sheet

HABITS = Habits(peak=1e-3, last=5e-5, warm_up=300, weight_decay=0.01)
TEXT_DROPOUT, TEXT_NOISE = 0.12, 0.015
PREVIEW_EVERY = 1000
PREVIEW_GUIDANCE, PREVIEW_STEPS = 3.0, 16


def train(
    pictures: PictureSet,
    latents: LatentSet,
    captions: CaptionVectors,
    folder: Path,
    preset: Preset,
    minutes: float | None = None,
    preview: tuple[Autoencoder, Tensor] | None = None,
) -> None:
    """Train for the preset's minutes, leaving `flow/state.safetensors` in `folder`."""
    device = preset.device
    network = build(preset, latents).to(device)
    loop = Loop("flow", network, HABITS, folder, preset, minutes)
    generator = loop.generator(3)
    sampler = BalancedSampler(pictures, "train", generator)
    data = latents.standard
    wide = cast(nn.Linear, network.widen[0])
    precision = Precision(wide, torch.zeros(loop.size, wide.in_features, device=device))
    for size in loop.batches():
        rows = sampler.draw(size)
        x = data[rows].to(device)
        text = draw_text(network, captions, rows, generator)
        t = torch.sigmoid(torch.randn(size, generator=generator)).to(device)
        noise = torch.randn(x.shape, generator=generator).to(device)
        z = torch.lerp(x, noise, t[:, None])
        with precision.cast():
            velocity = network(z, t, t, torch.ones_like(t), text)
        loop.learn((velocity.float() - (noise - x)).square().mean())
        if preview and loop.step % PREVIEW_EVERY == 0:
            path = folder / "sheets" / f"flow-{loop.step}.png"
            save_preview(preset, loop.average, *preview, path)


def build(preset: Preset, latents: LatentSet) -> VectorFlow:
    """Build a fresh flow that knows the statistics of the latents."""
    with first_weights(13):
        network = VectorFlow(**preset.flow)
    network.get_buffer("latent_mean").copy_(latents.mean)
    network.get_buffer("latent_std").copy_(latents.std)
    return network


def draw_text(
    network: VectorFlow, captions: CaptionVectors, rows: Tensor, generator: torch.Generator
) -> Tensor:
    """Draw a caption vector (k, 384) per row, a little noisy, now and then "no text"."""
    device = network.null_text.device
    text = captions.draw(rows, generator)
    noise = torch.randn(text.shape, generator=generator)
    text = text + TEXT_NOISE * torch.rand(len(rows), 1, generator=generator) * noise
    dropped = torch.rand(len(rows), generator=generator) < TEXT_DROPOUT
    return torch.where(dropped[:, None].to(device), network.null_text, text.to(device))


class Flow(Protocol):
    """A network that gives average velocities under guidance and words."""

    def __call__(self, z: Tensor, t: Tensor, r: Tensor, scale: Tensor, text: Tensor) -> Tensor:
        """Return the average velocity (n, d) from t to r."""

    def no_text(self, n: int) -> Tensor:
        """Return what stands for no words, n times."""


def guided_velocity(flow: Flow, z: Tensor, t: Tensor, scale: Tensor, text: Tensor) -> Tensor:
    """Return v(no text) + scale (v(text) - v(no text)), `n dim`, from the plain velocity head."""
    both = flow(
        torch.cat([z, z]),
        torch.cat([t, t]),
        torch.cat([t, t]),
        t.new_ones(2 * len(t)),
        torch.cat([text, flow.no_text(len(t))]),
    )
    told, untold = both.float().chunk(2)
    return untold + scale[:, None] * (told - untold)


@torch.no_grad()
def save_preview(
    preset: Preset, average: Average, decoder: Autoencoder, text: Tensor, path: Path
) -> None:
    """Save pictures of two seeds for the prompt vectors (n, 384), guided, in many steps."""
    flow = VectorFlow(**preset.flow)
    flow.load_state_dict({name: value.cpu() for name, value in average.weights.items()})
    rows = []
    for seed in (0, 1):
        noise = torch.randn(len(text), flow.dim, generator=torch.Generator().manual_seed(seed))
        z = noise
        scale = torch.full((len(z),), PREVIEW_GUIDANCE)
        for k in range(PREVIEW_STEPS):
            t = torch.full((len(z),), 1 - k / PREVIEW_STEPS)
            z = z - guided_velocity(flow, z, t, scale, text) / PREVIEW_STEPS
        side = 8
        rows.append(decoder.decode(flow.restore(z).reshape(len(z), -1, side, side)))
    save_sheet(path, rows)
