"""How large and how long a run is: a toy for tests, this machine's CPU, or a GPU."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import torch


@dataclass(frozen=True, kw_only=True)
class Terms:
    """Batch sizes and minutes of every stage, and where it runs; `pictures` limits the captions."""

    name: str
    batch: dict[str, int]
    minutes: dict[str, float]
    pictures: int | None = None
    save_every_s: float = 180.0
    device: torch.device = field(default_factory=lambda: torch.device("cpu"))


@dataclass(frozen=True, kw_only=True)
class Preset(Terms):
    """The terms of emoji-vector and the sizes of its networks."""

    autoencoder: dict[str, Any]
    judge: dict[str, Any]
    flow: dict[str, Any]


TOY = Preset(
    name="toy",
    autoencoder={
        "channels": 4,
        "encoder_fine": 16,
        "encoder_coarse": 24,
        "decoder_fine": 16,
        "decoder_coarse": 32,
        "decoder_blocks": 1,
    },
    judge={"widths": (16, 24, 32), "dim": 64},
    flow={"dim": 256, "width": 128, "blocks": 2},
    batch={"autoencoder": 16, "judge": 32, "decoder": 16, "flow": 64, "meanflow": 64},
    minutes={"autoencoder": 0.2, "judge": 0.1, "decoder": 0.1, "flow": 0.2, "meanflow": 0.1},
    pictures=200,
)
CPU = Preset(
    name="cpu",
    autoencoder={
        "channels": 6,
        "encoder_fine": 64,
        "encoder_coarse": 128,
        "decoder_fine": 96,
        "decoder_coarse": 192,
        "decoder_blocks": 3,
    },
    judge={"widths": (48, 96, 192), "dim": 256},
    flow={"dim": 384, "width": 1024, "blocks": 6},
    batch={"autoencoder": 32, "judge": 192, "decoder": 32, "flow": 512, "meanflow": 512},
    minutes={"autoencoder": 35.0, "judge": 25.0, "decoder": 30.0, "flow": 26.0, "meanflow": 16.0},
)


def cuda_preset() -> Preset:
    """The same run with larger batches; the networks keep their size so that they stay small."""
    return Preset(
        name="cuda",
        autoencoder=CPU.autoencoder,
        judge=CPU.judge,
        flow=CPU.flow | {"blocks": 8},
        batch={"autoencoder": 256, "judge": 1024, "decoder": 128, "flow": 2048, "meanflow": 2048},
        minutes={"autoencoder": 6.0, "judge": 2.0, "decoder": 3.0, "flow": 9.0, "meanflow": 8.0},
        device=torch.device("cuda"),
    )


def choose(*, toy: bool) -> Preset:
    """Pick the preset for this machine."""
    if toy:
        return TOY
    return cuda_preset() if torch.cuda.is_available() else CPU
