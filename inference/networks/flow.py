"""Noise to latents in one, two or four steps: an average-velocity field as an MLP.

t = 1 is noise and t = 0 is data. The network returns the average velocity between t and r <= t
(MeanFlow, Geng et al., arXiv 2505.13447), so that a step of any length is

    z_r = z_t - (t - r) u(z_t, t, r, guidance_scale, text)

and r = t gives the ordinary velocity of flow matching. Guidance is an input, not a second pass.
"""

from __future__ import annotations

import itertools
import math

import torch
from torch import Tensor, nn
from torch.nn import functional

TEXT_DIM = 384
FREQUENCIES = 32
# Low frequencies only: u must change smoothly with t for few-step training.
FASTEST = 40.0
LARGEST_GUIDANCE = 8.0


class VectorFlow(nn.Module):
    """AdaLN-modulated residual MLP over standardised latents of `dim` numbers.

    Weights travel with the statistics of the latents (`latent_mean`, `latent_std`, both `dim`)
    and with the vector that stands for "no text" (`null_text`, 384).
    """

    def __init__(
        self, *, dim: int = 384, width: int = 1024, blocks: int = 6, condition: int = 512
    ) -> None:
        super().__init__()
        self.dim = dim
        self.null_text = nn.Parameter(torch.zeros(TEXT_DIM))
        self.register_buffer("latent_mean", torch.zeros(dim))
        self.register_buffer("latent_std", torch.ones(dim))
        self.enter = nn.Linear(dim, width)
        self.enter_text = nn.Linear(TEXT_DIM, width)
        self.times = nn.Sequential(
            nn.Linear(6 * FREQUENCIES, condition), nn.SiLU(), nn.Linear(condition, condition)
        )
        self.words = nn.Linear(TEXT_DIM, condition)
        self.modulate = nn.Linear(condition, 3 * width)
        self.modulate_block = nn.Parameter(torch.zeros(blocks, 3 * width))
        self.widen = nn.ModuleList(nn.Linear(width, width) for _ in range(blocks))
        self.narrow = nn.ModuleList(nn.Linear(width, width) for _ in range(blocks))
        self.leave = nn.Linear(width, dim)
        nn.init.normal_(self.modulate.weight, std=0.02)
        nn.init.zeros_(self.leave.weight)
        nn.init.zeros_(self.leave.bias)

    def forward(
        self, latent: Tensor, t: Tensor, r: Tensor, guidance_scale: Tensor, text: Tensor
    ) -> Tensor:
        """Return the average velocity `n dim` from t to r.

        latent `n dim` standardised; t, r `n` in [0, 1]; guidance_scale `n` in [1, 8]; text `n 384`
        unit vectors, or `null_text`.
        """
        strength = guidance_scale.log() / math.log(LARGEST_GUIDANCE)
        features = torch.cat([waves(t), waves(t - r), waves(strength)], dim=-1)
        # Unit vectors of 384 numbers are small; times four they match the rest of the input.
        scaled = 4 * text
        condition = functional.silu(self.times(features) + self.words(scaled))
        shared = self.modulate(condition)
        h = self.enter(latent) + self.enter_text(scaled)
        size = h.shape[-1:]
        for own, widen, narrow in zip(self.modulate_block, self.widen, self.narrow, strict=True):
            scale, shift, gate = (shared + own).chunk(3, dim=-1)
            normed = functional.layer_norm(h, size) * (1 + scale) + shift
            h = h + (0.3 + gate) * narrow(functional.silu(widen(normed)))
        rest: Tensor = self.leave(functional.layer_norm(h, size))
        # The best linear guess of n - x from z, for data of variance one (as in EDM, arXiv
        # 2206.00364): the network need not carry the noise through, only what the guess misses.
        spread = t.square() + (1 - t).square()
        skip, gain = (2 * t - 1) / spread, spread.rsqrt()
        return skip[:, None] * latent + gain[:, None] * rest

    def standardise(self, latent: Tensor) -> Tensor:
        """Map autoencoder latents `n c 8 8` or `n dim` to the vectors `n dim` this net works on."""
        return (latent.flatten(1) - self.get_buffer("latent_mean")) / self.get_buffer("latent_std")

    def restore(self, vector: Tensor) -> Tensor:
        """Undo `standardise`: vectors `n dim` to flat autoencoder latents `n dim`."""
        return vector * self.get_buffer("latent_std") + self.get_buffer("latent_mean")

    def no_text(self, n: int) -> Tensor:
        """Return `null_text` n times, `n 384`."""
        return self.null_text.expand(n, TEXT_DIM)


def waves(x: Tensor) -> Tensor:
    """Map numbers `n` in [-1, 1] to sines and cosines `n 64` of growing frequency."""
    frequencies = torch.linspace(0, math.log(FASTEST), FREQUENCIES, device=x.device).exp()
    angles = x[:, None] * frequencies
    return torch.cat([angles.sin(), angles.cos()], dim=-1)


def sample(
    flow: VectorFlow, noise: Tensor, text: Tensor, guidance_scale: Tensor, steps: int
) -> Tensor:
    """Walk from noise `n dim` at t = 1 to standardised latents at t = 0 in equal steps."""
    z = noise
    grid = torch.linspace(1, 0, steps + 1).tolist()
    for start, end in itertools.pairwise(grid):
        t, r = z.new_full((len(z),), start), z.new_full((len(z),), end)
        z = z - (start - end) * flow(z, t, r, guidance_scale, text)
    return z
