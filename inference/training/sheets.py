"""Sample sheets: rows of pictures in one PNG."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from PIL import Image
from torch import Tensor


def to_bytes(x: Tensor) -> Tensor:
    """Map pictures `n 3 h w` in [-1, 1] to `n h w 3`, uint8."""
    return ((x.clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8).permute(0, 2, 3, 1)


def save_sheet(path: Path, rows: Sequence[Tensor], *, enlarge: int = 1) -> None:
    """Save rows of equally many pictures `n 3 h w`, one row under the other."""
    lines = [torch.cat(list(to_bytes(row.cpu())), dim=1) for row in rows]
    image = Image.fromarray(torch.cat(lines, dim=0).numpy())
    if enlarge > 1:
        size = (image.width * enlarge, image.height * enlarge)
        image = image.resize(size, Image.Resampling.LANCZOS)
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, optimize=True)
