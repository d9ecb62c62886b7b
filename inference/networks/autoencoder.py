"""Pictures to a small grid of numbers and back.

Convolutions run at 16×16 and 8×8 only: pixels are folded into channels first (unshuffle by 4) and
unfolded last, because 3×3 convolutions at full resolution are what costs on a CPU.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

FOLD = 4
# The posterior never gets sharper than this, so that the decoder forgives small latent errors.
LEAST_STD = 0.12
LOG_VARIANCE_RANGE = (2 * torch.tensor(LEAST_STD).log().item(), 2.0)


class Residual(nn.Module):
    """`x + conv(relu(conv(relu(x))))`, the identity at the start of training."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(channels, channels, 3, padding=1)
        self.second = nn.Conv2d(channels, channels, 3, padding=1)
        nn.init.zeros_(self.second.weight)
        if self.second.bias is not None:
            nn.init.zeros_(self.second.bias)

    def forward(self, x: Tensor) -> Tensor:
        """Map `n c h w` to the same shape."""
        hidden = self.first(functional.relu(x))
        out: Tensor = x + self.second(functional.relu(hidden))
        return out


class Autoencoder(nn.Module):
    """A variational autoencoder for pictures of 64×64; its latent is a grid of 8×8.

    Widths are channels at 16×16 (`fine`) and at 8×8 (`coarse`). The decoder is the wider half: it
    is what people look at.
    """

    def __init__(
        self,
        *,
        channels: int = 6,
        encoder_fine: int = 48,
        encoder_coarse: int = 96,
        decoder_fine: int = 80,
        decoder_coarse: int = 160,
        decoder_blocks: int = 2,
    ) -> None:
        super().__init__()
        pixels = 3 * FOLD**2
        self.encoder = nn.Sequential(
            nn.PixelUnshuffle(FOLD),
            nn.Conv2d(pixels, encoder_fine, 3, padding=1),
            Residual(encoder_fine),
            nn.Conv2d(encoder_fine, encoder_coarse, 4, stride=2, padding=1),
            *(Residual(encoder_coarse) for _ in range(2)),
            nn.Conv2d(encoder_coarse, 2 * channels, 1),
        )
        self.decoder = nn.Sequential(
            nn.Conv2d(channels, decoder_coarse, 3, padding=1),
            *(Residual(decoder_coarse) for _ in range(decoder_blocks)),
            nn.Conv2d(decoder_coarse, 4 * decoder_fine, 1),
            nn.PixelShuffle(2),
            *(Residual(decoder_fine) for _ in range(decoder_blocks)),
            nn.Conv2d(decoder_fine, pixels, 3, padding=1),
            nn.PixelShuffle(FOLD),
        )

    def encode(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Map pictures `n 3 64 64` in [-1, 1] to the mean and log-variance of latents `n c 8 8`."""
        mean, log_variance = self.encoder(x).chunk(2, dim=1)
        return mean, log_variance.clamp(*LOG_VARIANCE_RANGE)

    def decode(self, latent: Tensor) -> Tensor:
        """Map latents `n c 8 8` to pictures `n 3 64 64`; values may leave [-1, 1] a little."""
        picture: Tensor = self.decoder(latent)
        return picture
