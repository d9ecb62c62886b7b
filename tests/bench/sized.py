"""Borrowed pipelines of a size that says something about time: real classes, random weights.

`middling` is a Stable Diffusion whose pass takes some tens of milliseconds on a CPU core; `whole` is
the size of Stable Diffusion 1.5 and 2.1 (Turbo), for machines with a GPU; `toy` is for trying things.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch

from inference.library import ModelEntry, write_library
from tests.toy_models import write_toy_model

WIDTH = 32  # of the toy text encoder
CROSS = ("CrossAttnDownBlock2D", "CrossAttnUpBlock2D")
UNETS: dict[str, dict[str, Any]] = {
    "middling": {
        "sample_size": 32,
        "block_out_channels": (48, 96),
        "layers_per_block": 1,
        "norm_num_groups": 8,
        "down_block_types": ("DownBlock2D", CROSS[0]),
        "up_block_types": (CROSS[1], "UpBlock2D"),
        "attention_head_dim": 4,
        "cross_attention_dim": WIDTH,
    },
    # The library's defaults are Stable Diffusion 1.x: 860 million parameters.
    "whole": {"sample_size": 64, "cross_attention_dim": WIDTH, "attention_head_dim": 8},
}
WHOLE_VAE = {"block_out_channels": (128, 256, 512, 512), "layers_per_block": 2}


def write_sized(folder: Path, size: str) -> Path:
    """Write a Stable Diffusion of a size into a folder and return the folder."""
    from diffusers import AutoencoderKL, StableDiffusionPipeline, UNet2DConditionModel

    write_toy_model("stable_diffusion", folder)
    if size == "toy":
        return folder
    pipe = StableDiffusionPipeline.from_pretrained(folder)
    with torch.random.fork_rng():
        torch.default_generator.manual_seed(0)
        pipe.unet = UNet2DConditionModel(**UNETS[size]).eval()
        if size == "whole":
            pipe.vae = AutoencoderKL(
                down_block_types=("DownEncoderBlock2D",) * 4,
                up_block_types=("UpDecoderBlock2D",) * 4, latent_channels=4, sample_size=512,
                **WHOLE_VAE,
            ).eval()  # fmt: skip
            pipe.vae_scale_factor = 8
    if size == "whole":
        pipe.unet, pipe.vae = pipe.unet.half(), pipe.vae.half()
    pipe.save_pretrained(folder, safe_serialization=True)
    return folder


def library_with(folder: Path, id: str, size: str = "middling", **entry: Any) -> Path:
    """Write a model and a library that lists it under an id; return the path of the library."""
    model = write_sized(folder / id, size)
    path = folder / "models.json"
    write_library(path, [ModelEntry(id=id, kind="folder", path=str(model), **entry)])
    return path


def write_tiny(folder: Path) -> Path:
    """Write a tiny decoder of the usual size for latents of four channels; return the folder."""
    from diffusers import AutoencoderTiny

    with torch.random.fork_rng():
        torch.default_generator.manual_seed(0)
        AutoencoderTiny().eval().save_pretrained(folder, safe_serialization=True)
    return folder
