"""Pictures and texts to the same 256 numbers: what a picture shows, as far as a small net can tell.

A contrastive pair in the manner of CLIP (Radford et al., arXiv 2103.00020), trained on the same
pictures as the generator. It orders the map and scores generated pictures.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

TEXT_DIM = 384
FIRST_TEMPERATURE, SHARPEST = 0.07, 100.0


class NormedResidual(nn.Module):
    """A residual block with group normalisation, the identity at the start of training."""

    def __init__(self, channels: int, groups: int = 8) -> None:
        super().__init__()
        self.norm = nn.GroupNorm(groups, channels)
        self.first = nn.Conv2d(channels, channels, 3, padding=1)
        self.second = nn.Conv2d(channels, channels, 3, padding=1)
        nn.init.zeros_(self.second.weight)

    def forward(self, x: Tensor) -> Tensor:
        """Map `n c h w` to the same shape."""
        hidden = self.first(functional.silu(self.norm(x)))
        out: Tensor = x + self.second(functional.silu(hidden))
        return out


class Judge(nn.Module):
    """Two towers that meet in unit vectors of `dim` numbers; `widths` at 16×16, 8×8 and 4×4."""

    def __init__(
        self, *, widths: Sequence[int] = (48, 96, 192), dim: int = 256, hidden: int = 512
    ) -> None:
        super().__init__()
        fine, middle, coarse = widths
        self.picture = nn.Sequential(
            nn.PixelUnshuffle(4),
            nn.Conv2d(48, fine, 3, padding=1),
            NormedResidual(fine),
            NormedResidual(fine),
            nn.Conv2d(fine, middle, 4, stride=2, padding=1),
            NormedResidual(middle),
            NormedResidual(middle),
            nn.Conv2d(middle, coarse, 4, stride=2, padding=1),
            NormedResidual(coarse),
            NormedResidual(coarse),
            nn.GroupNorm(8, coarse),
            nn.SiLU(),
        )
        self.picture_head = nn.Linear(2 * coarse, dim)
        self.text = nn.Sequential(nn.Linear(TEXT_DIM, hidden), nn.GELU(), nn.Linear(hidden, dim))
        self.text_skip = nn.Linear(TEXT_DIM, dim, bias=False)
        self.log_scale = nn.Parameter(torch.tensor(-math.log(FIRST_TEMPERATURE)))

    def see(self, x: Tensor) -> Tensor:
        """Map pictures `n 3 64 64` in [-1, 1] to unit vectors `n dim`."""
        grid = self.picture(x)
        pooled = torch.cat([grid.mean((2, 3)), grid.amax((2, 3))], dim=1)
        return functional.normalize(self.picture_head(pooled), dim=-1)

    def read(self, text: Tensor) -> Tensor:
        """Map pooled prompt vectors `n 384` to unit vectors `n dim`."""
        return functional.normalize(self.text(text) + self.text_skip(text), dim=-1)

    @property
    def scale(self) -> Tensor:
        """Return the inverse temperature by which cosines are multiplied."""
        return self.log_scale.exp().clamp(max=SHARPEST)
