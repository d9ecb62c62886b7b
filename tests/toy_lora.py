"""A LoRA of rank two for the attention of a toy model, in the layout that training tools write."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file, save_file


def write_toy_lora(model: Path, to: Path, *, seed: int = 0, rank: int = 2) -> Path:
    """Write a LoRA for the UNet of a model (a folder); equal seeds give equal weights."""
    generator = torch.Generator().manual_seed(seed)
    found = {}
    for key, weight in load_file(model / "unet/diffusion_pytorch_model.safetensors").items():
        if key.endswith((".to_q.weight", ".to_v.weight")):
            name = f"unet.{key.removesuffix('.weight')}"
            outer, inner = weight.shape
            found[f"{name}.lora_A.weight"] = torch.randn(rank, inner, generator=generator)
            found[f"{name}.lora_B.weight"] = torch.randn(outer, rank, generator=generator)
    save_file(found, to)
    return to
