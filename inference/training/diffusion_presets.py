"""How large and how long a run of emoji-diffusion is: a toy, this machine's CPU, or a GPU."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch

from inference.training.presets import Terms

TEXT_WIDTH = 384  # of the token states and of the pooled vector
EXTRA_WIDTH = 128  # of the waves of t - r and of the guidance


@dataclass(frozen=True, kw_only=True)
class DiffusionPreset(Terms):
    """The terms, the pixels of a side, and the configs of the two library classes.

    `copies` latents are kept of every picture; `dispersive` weighs a push that spreads the middle
    of the UNet out.
    """

    pixels: int
    copies: int = 2
    dispersive: float = 0.0
    vae: dict[str, Any]
    unet: dict[str, Any]


def vae_config(channels: tuple[int, ...], layers: tuple[int, ...], latent: int) -> dict[str, Any]:
    """Return the config of an `AutoencoderDC` that folds 8×8 pixels; sizes from fine to coarse."""
    return {
        "in_channels": 3,
        "latent_channels": latent,
        "encoder_block_out_channels": channels,
        "decoder_block_out_channels": channels,
        "encoder_layers_per_block": tuple(min(count, 1) for count in layers),
        "decoder_layers_per_block": layers,
        "encoder_qkv_multiscales": ((),) * len(channels),
        "decoder_qkv_multiscales": ((),) * len(channels),
        "scaling_factor": 1.0,
    }


def unet_config(
    channels: tuple[int, int, int], cells: int, latent: int, groups: int
) -> dict[str, Any]:
    """Return the config of a `UNet2DConditionModel` over `cells`×`cells` latents under words."""
    return {
        "sample_size": cells,
        "in_channels": latent,
        "out_channels": latent,
        "block_out_channels": channels,
        "layers_per_block": 1,
        "down_block_types": ("CrossAttnDownBlock2D", "CrossAttnDownBlock2D", "DownBlock2D"),
        "up_block_types": ("UpBlock2D", "CrossAttnUpBlock2D", "CrossAttnUpBlock2D"),
        "cross_attention_dim": TEXT_WIDTH,
        "attention_head_dim": 4,
        "norm_num_groups": groups,
        "class_embed_type": "simple_projection",
        "projection_class_embeddings_input_dim": TEXT_WIDTH,
        "time_cond_proj_dim": EXTRA_WIDTH,
    }


TOY = DiffusionPreset(
    name="toy",
    pixels=64,
    vae=vae_config((8, 8, 16, 32), (0, 1, 1, 1), 8),
    unet=unet_config((16, 24, 32), 8, 8, 8),
    batch={"vae": 16, "unet": 32, "few": 32},
    minutes={"vae": 0.15, "unet": 0.15, "few": 0.1},
    pictures=200,
)
CPU = DiffusionPreset(
    name="cpu",
    pixels=64,
    vae=vae_config((12, 24, 96, 192), (0, 1, 2, 2), 8),
    unet=unet_config((96, 192, 256), 8, 8, 16),
    batch={"vae": 32, "unet": 64, "few": 64},
    minutes={"vae": 25.0, "unet": 50.0, "few": 20.0},
)


def cuda_preset() -> DiffusionPreset:
    """The 128 px model of about 25 M parameters in all; no stage takes more than nine minutes."""
    return DiffusionPreset(
        name="cuda",
        pixels=128,
        copies=6,
        dispersive=0.25,
        vae=vae_config((24, 48, 96, 192), (0, 1, 2, 3), 8),
        unet=unet_config((96, 192, 288), 16, 8, 32),
        batch={"vae": 256, "unet": 512, "few": 384},
        minutes={"vae": 6.0, "unet": 8.5, "few": 8.5},
        device=torch.device("cuda"),
    )


def choose(*, toy: bool) -> DiffusionPreset:
    """Pick the preset for this machine."""
    if toy:
        return TOY
    return cuda_preset() if torch.cuda.is_available() else CPU
