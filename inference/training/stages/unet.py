"""Stage `unet` of emoji-diffusion: learn the velocity from noise to latents, given words.

z_t = (1 - t) x + t n        loss = |u(z_t, t, t, 1, words) - (n - x)|^2
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from diffusers import UNet2DConditionModel
from torch import Tensor, nn

from inference.networks.diffusion import WordsUNet
from inference.training.augment import move_and_scale
from inference.training.caption_words import CaptionWords
from inference.training.diffusion_presets import DiffusionPreset
from inference.training.loop import Habits, Loop, first_weights
from inference.training.pictures import BalancedSampler, PictureSet, balanced_weights
from inference.training.precision import Precision
from inference.training.resume import Average, load_average
from inference.training.sheets import save_sheet
from inference.training.stages import vae
from inference.training.stages.flow import guided_velocity

HABITS = Habits(peak=5e-4, last=2e-5, warm_up=300, weight_decay=0.01, keep=0.999)
TEXT_DROPOUT = 0.12
DISPERSIVE_TEMPERATURE = 0.5
PREVIEW_EVERY = 1000
PREVIEW_GUIDANCE, PREVIEW_STEPS = 3.0, 12


@dataclass(frozen=True)
class Grids:
    """Latents (copies, n, c, h, w) of all pictures in fp16, and their mean and spread by channel."""

    latents: Tensor
    mean: Tensor
    std: Tensor

    def draw(self, rows: Tensor, generator: torch.Generator) -> Tensor:
        """Return one latent (k, c, h, w) for each picture row (k,)."""
        copy = torch.randint(len(self.latents), rows.shape, generator=generator)
        return self.latents[copy, rows].float()


def load_vae(folder: Path, preset: DiffusionPreset) -> Any:
    """Build the averaged autoencoder of a run, ready to use."""
    network = vae.build(preset.vae)
    network.load_state_dict(load_average(folder / "vae"))
    return network.eval().requires_grad_(False)


@torch.no_grad()
def encode_pictures(network: Any, pictures: PictureSet, preset: DiffusionPreset) -> Grids:
    """Encode every picture as it is, and moved and scaled a little; the statistics weigh base concepts as training does."""
    device = preset.device
    network = network.to(device)
    generator = torch.Generator().manual_seed(22)
    rows = torch.arange(len(pictures.entries))
    copies = []
    for copy in range(preset.copies):
        parts = []
        for part in torch.split(rows, 128):
            x = pictures.batch(part).to(device)
            if copy:
                shift = x.shape[-1] // 24
                x = move_and_scale(x, generator, share=1.0, shift_pixels=shift, scale=(0.92, 1.04))
            parts.append(network.encode(x).latent.cpu().half())
        copies.append(torch.cat(parts))
    latents = torch.stack(copies)
    train = pictures.rows("train")
    weights = balanced_weights([pictures.entries[i].base for i in train.tolist()]).float()
    seen = latents[0, train].float()
    mean = torch.einsum("n,nchw->c", weights, seen) / seen.shape[-1] ** 2
    centred = (seen - mean[:, None, None]).square()
    std = (torch.einsum("n,nchw->c", weights, centred) / seen.shape[-1] ** 2).sqrt()
    return Grids(latents, mean, std)


def build(preset: DiffusionPreset) -> WordsUNet:
    """Build a fresh UNet of a preset."""
    with first_weights(23):
        network: Any = UNet2DConditionModel(**preset.unet)
    # It starts as the best linear guess, and knows nothing of step lengths and guidance.
    nn.init.zeros_(network.conv_out.weight)
    nn.init.zeros_(network.conv_out.bias)
    nn.init.zeros_(network.time_embedding.cond_proj.weight)
    return WordsUNet(network)


def train(
    pictures: PictureSet,
    grids: Grids,
    captions: CaptionWords,
    folder: Path,
    preset: DiffusionPreset,
    minutes: float | None = None,
    preview: tuple[Any, Tensor] | None = None,
) -> None:
    """Train for the preset's minutes, leaving `unet/state.safetensors` in `folder`."""
    device = preset.device
    network = build(preset).to(device)
    for name, value in (("mean", grids.mean), ("std", grids.std)):
        network.get_buffer(f"latent_{name}").copy_(value)
    network.get_buffer("null_text").copy_(captions.null)
    loop = Loop("unet", network, HABITS, folder, preset, minutes)
    generator = loop.generator(23)
    sampler = BalancedSampler(pictures, "train", generator)
    precision = network_precision(network, captions, loop.size)
    middle: list[Tensor] = []
    if preset.dispersive:
        network.unet.mid_block.register_forward_hook(lambda *seen: middle.append(seen[-1]))
    for size in loop.batches():
        rows = sampler.draw(size)
        x = network.standardise(grids.draw(rows, generator).to(device))
        text = draw_words(captions, rows, generator).to(device)
        t = torch.sigmoid(torch.randn(size, generator=generator) * 1.1 - 0.1).to(device)
        noise = torch.randn(x.shape, generator=generator).to(device)
        z = torch.lerp(x, noise, t[:, None])
        middle.clear()
        with precision.cast():
            velocity = network(z, t, t, torch.ones_like(t), text)
        loss = (velocity.float() - (noise - x)).square().mean()
        if middle:
            loss = loss + preset.dispersive * crowding(middle[0].float().mean((2, 3)))
        loop.learn(loss)
        if preview and loop.step % PREVIEW_EVERY == 0:
            path = folder / "sheets" / f"unet-{loop.step}.png"
            save_preview(preset, loop.average, *preview, path)


def crowding(features: Tensor) -> Tensor:
    """Return how crowded a batch of features (n, d) is, a scalar: log mean exp(-|a - b|^2 / (d tau)).

    Pushing it down spreads them out, without pairs or a second network (Dispersive loss, Wang and
    He, arXiv 2506.09027).
    """
    distances = torch.pdist(features).square() / features.shape[1]
    return (-distances / DISPERSIVE_TEMPERATURE).exp().mean().log()


def network_precision(network: WordsUNet, captions: CaptionWords, size: int) -> Precision:
    """Time one pass of a batch in both number types."""
    device = next(network.parameters()).device
    example = torch.zeros(size, network.dim, device=device)

    class Pass(nn.Module):
        def forward(self, z: Tensor) -> Tensor:
            t = torch.full((len(z),), 0.5, device=device)
            out: Tensor = network(z, t, t, t + 0.5, captions.null.to(device).expand(len(z), -1))
            return out

    return Precision(Pass(), example)


def draw_words(captions: CaptionWords, rows: Tensor, generator: torch.Generator) -> Tensor:
    """Draw the words (k, 8064) of a caption per row, now and then those of the empty prompt."""
    text = captions.draw(rows, generator)
    dropped = torch.rand(len(rows), generator=generator) < TEXT_DROPOUT
    return torch.where(dropped[:, None], captions.null, text)


@torch.no_grad()
def save_preview(
    preset: DiffusionPreset, average: Average, decoder: Any, text: Tensor, path: Path
) -> None:
    """Save pictures of two seeds for the words (n, 8064), guided, in many steps."""
    network = build(preset)
    network.load_state_dict({name: value.cpu() for name, value in average.weights.items()})
    network.eval()
    rows = []
    for seed in (0, 1):
        z = torch.randn(len(text), network.dim, generator=torch.Generator().manual_seed(seed))
        scale = torch.full((len(z),), PREVIEW_GUIDANCE)
        for k in range(PREVIEW_STEPS):
            t = torch.full((len(z),), 1 - k / PREVIEW_STEPS)
            z = z - guided_velocity(network, z, t, scale, text) / PREVIEW_STEPS
        rows.append(decoder.cpu().decode(network.restore(z)).sample)
    save_sheet(path, rows)
