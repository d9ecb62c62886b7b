"""A folder of weights and the networks in it.

`config.json` says how each network is built and which bytes belong to it; nothing is loaded that
does not match. Numbers are fp16, large matrices of the flow are 8-bit rows with fp16 scales.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load
from torch import Tensor

from inference.errors import DamagedWeights, MissingWeights
from inference.networks.autoencoder import Autoencoder
from inference.networks.flow import VectorFlow
from inference.networks.judge import Judge

CONFIG = "config.json"
SCALES = ".row_scales"


@dataclass(frozen=True)
class Checkpoint:
    """Everything a generative model needs, in float32 and ready to use.

    `text_mean` (384,) is subtracted from pooled prompt vectors before they are normalised;
    `prior_mean` (d,) and `prior_root` (d, d) draw autoencoder latents as mean + root @ noise.
    """

    config: dict[str, Any]
    autoencoder: Autoencoder
    flow: VectorFlow
    judge: Judge
    text_mean: Tensor
    prior_mean: Tensor
    prior_root: Tensor

    @property
    def latent_shape(self) -> tuple[int, int, int]:
        """Return channels, height and width of an autoencoder latent."""
        channels, height, width = self.config["latent_shape"]
        return channels, height, width


def load_checkpoint(folder: Path) -> Checkpoint:
    """Build the networks of a folder and fill them, after checking every file against its hash.

    Raises `MissingWeights` or `DamagedWeights`, naming the file.
    """
    config = read_config(folder)
    networks = config["networks"]
    weights = {
        name: read_weights(folder / name, digest)
        for name, digest in config["files"].items()
        if name.endswith(".safetensors")
    }

    def filled(module: Callable[..., Any], part: str) -> Any:
        network = module(**networks[part])
        try:
            network.load_state_dict(weights[f"{part}.safetensors"])
        except (KeyError, RuntimeError) as error:
            raise DamagedWeights(f"{part}.safetensors does not fit {CONFIG}: {error}") from error
        return network.eval().requires_grad_(False)

    return Checkpoint(
        config=config,
        autoencoder=filled(Autoencoder, "autoencoder"),
        flow=filled(VectorFlow, "flow"),
        judge=filled(Judge, "judge"),
        text_mean=weights["text.safetensors"]["mean"],
        prior_mean=weights["prior.safetensors"]["mean"],
        prior_root=weights["prior.safetensors"]["root"],
    )


def read_config(folder: Path) -> dict[str, Any]:
    """Read `config.json` of a checkpoint."""
    try:
        config: dict[str, Any] = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise MissingWeights(
            f"{folder} holds no {CONFIG}", hint="run `make train` or check out the weights"
        ) from error
    except json.JSONDecodeError as error:
        raise DamagedWeights(f"{folder / CONFIG} is not JSON: {error}") from error
    return config


def read_weights(path: Path, digest: str) -> dict[str, Tensor]:
    """Read a safetensors file as float32 after comparing its SHA-256 with `digest`."""
    if not path.is_file():
        raise MissingWeights(f"{path.name} is missing in {path.parent}")
    data = path.read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if found != digest:
        raise DamagedWeights(
            f"{path} has SHA-256 {found[:12]}…, expected {digest[:12]}…",
            hint="fetch the file again; Git LFS pointers and partial downloads look like this",
        )
    return unpack(load(data))


def pack(tensors: dict[str, Tensor], *, eight_bit: bool = False) -> dict[str, Tensor]:
    """Turn weights into fp16, and matrices into 8-bit rows with one fp16 scale each if asked."""
    packed: dict[str, Tensor] = {}
    for name, tensor in tensors.items():
        value = tensor.detach().float().cpu().contiguous()
        if eight_bit and value.ndim == 2 and value.numel() > 2**16:
            scales = (value.abs().amax(1) / 127).clamp(min=1e-6).half()
            rows = value / scales.float()[:, None]
            packed[name] = rows.round().clamp(-127, 127).to(torch.int8)
            packed[name + SCALES] = scales
        else:
            packed[name] = value.half()
    return packed


def unpack(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    """Undo `pack`, up to rounding: every tensor as float32."""
    return {
        name: (
            tensor.float() * tensors[name + SCALES].float()[:, None]
            if name + SCALES in tensors
            else tensor.float()
        )
        for name, tensor in tensors.items()
        if not name.endswith(SCALES)
    }
