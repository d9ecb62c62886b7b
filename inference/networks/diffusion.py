"""Latent diffusion in the library's own classes, seen as an average-velocity field.

t = 1 is noise and t = 0 is data. A `UNet2DConditionModel` returns the average velocity between t and
r <= t (MeanFlow, Geng et al., arXiv 2505.13447), so that a step of any length is

    z_r = z_t - (t - r) u(z_t, t, r, guidance_scale, words)

and r = t gives the ordinary velocity of a rectified flow, which also runs backwards. The words are
token states for cross-attention and a pooled vector in place of a class; t - r and the guidance
come in where the library puts guidance embeddings.
"""

from __future__ import annotations

import math
from typing import Any

import torch
from torch import Tensor, nn

from inference.networks.flow import LARGEST_GUIDANCE, waves

TOKENS = 20
TEXT_WIDTH = 384
TEXT_DIM = (TOKENS + 1) * TEXT_WIDTH
TIMESTEPS = 1000
WORDS_GAIN = 8.0  # the encoder's numbers are about a tenth in size; networks expect about one


class WordsUNet(nn.Module):
    """A UNet over standardised latents `c h w`, written as vectors of `dim` = c·h·w numbers.

    Words are vectors of 8,064 numbers: 20 token states and one pooled vector (`words_of`). Travels
    with the statistics of the latents per channel and with the words of the empty prompt.
    """

    def __init__(self, unet: Any) -> None:
        super().__init__()
        self.unet = unet
        config = unet.config
        self.shape = (config.in_channels, config.sample_size, config.sample_size)
        self.dim = math.prod(self.shape)
        self.register_buffer("latent_mean", torch.zeros(config.in_channels))
        self.register_buffer("latent_std", torch.ones(config.in_channels))
        self.register_buffer("null_text", torch.zeros(TEXT_DIM))

    def forward(
        self, latent: Tensor, t: Tensor, r: Tensor, guidance_scale: Tensor, text: Tensor
    ) -> Tensor:
        """Return the average velocity `n dim` from t to r.

        latent `n dim` standardised; t, r `n` in [0, 1]; guidance_scale `n` in [1, 8]; text
        `n 8064`.
        """
        strength = guidance_scale.log() / math.log(LARGEST_GUIDANCE)
        words = WORDS_GAIN * text
        tokens = words[:, : TOKENS * TEXT_WIDTH].unflatten(1, (TOKENS, TEXT_WIDTH))
        rest = self.unet(
            latent.unflatten(1, self.shape),
            TIMESTEPS * t,
            encoder_hidden_states=tokens,
            class_labels=words[:, TOKENS * TEXT_WIDTH :],
            timestep_cond=torch.cat([waves(t - r), waves(strength)], dim=-1),
            return_dict=False,
        )[0].flatten(1)
        # The best linear guess of n - x from z, for data of variance one (EDM, arXiv 2206.00364):
        # the network need not carry the noise through, only what the guess misses.
        spread = t.square() + (1 - t).square()
        skip, gain = (2 * t - 1) / spread, spread.rsqrt()
        return skip[:, None] * latent + gain[:, None] * rest

    def standardise(self, latent: Tensor) -> Tensor:
        """Map autoencoder latents `n c h w` to the vectors `n dim` that this net works on."""
        mean, std = self.get_buffer("latent_mean"), self.get_buffer("latent_std")
        return ((latent - mean[:, None, None]) / std[:, None, None]).flatten(1)

    def restore(self, vector: Tensor) -> Tensor:
        """Undo `standardise`: vectors `n dim` to autoencoder latents `n c h w`."""
        mean, std = self.get_buffer("latent_mean"), self.get_buffer("latent_std")
        return vector.unflatten(1, self.shape) * std[:, None, None] + mean[:, None, None]

    def no_text(self, n: int) -> Tensor:
        """Return the words of the empty prompt n times, `n 8064`."""
        return self.get_buffer("null_text").expand(n, TEXT_DIM)


def words_of(tokens: Tensor, mask: Tensor, pooled: Tensor, token_mean: Tensor) -> Tensor:
    """Return words `n 8064` from token states `n k 384`, their mask `n k` and pooled `n 384`.

    Token states lose their common part and places past the end are zero: a silent token.
    """
    kept = min(TOKENS, tokens.shape[1])
    states = tokens.new_zeros(len(tokens), TOKENS, TEXT_WIDTH)
    centred = (tokens[:, :kept] - token_mean) * mask[:, :kept, None].to(tokens)
    states[:, :kept] = centred
    return torch.cat([states.flatten(1), pooled], dim=1)


def sample(
    flow: WordsUNet, noise: Tensor, text: Tensor, guidance_scale: Tensor, steps: int
) -> Tensor:
    """Walk from noise `n dim` at t = 1 to standardised latents at t = 0 in equal steps."""
    z = noise
    for done in range(steps):
        t = z.new_full((len(z),), 1 - done / steps)
        z = z - flow(z, t, t - 1 / steps, guidance_scale, text) / steps
    return z
