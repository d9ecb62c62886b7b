"""A tiny emoji-diffusion of the real classes with random weights, the same every time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import nn

from inference.networks.diffusion import TEXT_WIDTH, WordsUNet
from inference.networks.diffusion_checkpoint import contents_of, write_contents

UNET: dict[str, Any] = {
    "sample_size": 8,
    "in_channels": 2,
    "out_channels": 2,
    "block_out_channels": (8, 16),
    "layers_per_block": 1,
    "down_block_types": ("CrossAttnDownBlock2D", "DownBlock2D"),
    "up_block_types": ("UpBlock2D", "CrossAttnUpBlock2D"),
    "cross_attention_dim": TEXT_WIDTH,
    "attention_head_dim": 2,
    "norm_num_groups": 4,
    "class_embed_type": "simple_projection",
    "projection_class_embeddings_input_dim": TEXT_WIDTH,
    "time_cond_proj_dim": 128,
}
VAE: dict[str, Any] = {
    "in_channels": 3,
    "latent_channels": 2,
    "encoder_block_out_channels": (4, 4, 8, 8),
    "decoder_block_out_channels": (4, 4, 8, 8),
    "encoder_layers_per_block": (0, 1, 1, 1),
    "decoder_layers_per_block": (0, 1, 1, 1),
    "encoder_qkv_multiscales": ((), (), (), ()),
    "decoder_qkv_multiscales": ((), (), (), ()),
    "scaling_factor": 1.0,
}


def write_toy_diffusion(folder: Path) -> None:
    """Write a checkpoint `emoji-diffusion` of random weights into a folder of models."""
    from diffusers import AutoencoderDC, UNet2DConditionModel

    unet = _random(UNet2DConditionModel(**UNET))
    vae = _random(AutoencoderDC(**VAE))
    flow = WordsUNet(unet)
    nothing = torch.zeros(TEXT_WIDTH)
    config = {
        "id": "emoji-diffusion",
        "version": "0.0.0",
        "image_size": 64,
        "text_encoder": "toy",
        "parameters": sum(p.numel() for net in (unet, vae) for p in net.parameters()),
        "styles": ["noto"],
        "steps": [1, 2, 4],
        "default_steps": 2,
        "guidance": {"min": 1.0, "max": 8.0, "default": 3.0},
    }
    write_contents(folder / "emoji-diffusion", config, contents_of(flow, vae, nothing, nothing))


def _random(network: Any) -> Any:
    generator = torch.Generator().manual_seed(0)
    for parameter in network.parameters():
        size = parameter[0].numel() if parameter.ndim > 1 else 1
        nn.init.normal_(parameter, std=1 / size**0.5 if size > 1 else 0.3, generator=generator)
    return network
