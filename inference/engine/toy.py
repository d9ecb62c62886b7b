"""Tiny models of the real classes with random weights, the same every time, for trying things out.

They are written as an ordinary checkpoint and read like one. Some words make trouble on purpose: a
prompt with "poison" kills the process, one with "segfault" reads where nothing is, one with "stuck"
never ends, one with "hungry" asks for more memory than any machine has, one with "nan" is not a
number, and "slow" takes its time.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import math
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

import torch
from safetensors.torch import save
from tokenizers import Tokenizer
from tokenizers.models import BPE
from tokenizers.pre_tokenizers import ByteLevel
from torch import Tensor, nn

from inference.networks.autoencoder import Autoencoder
from inference.networks.checkpoint import pack
from inference.networks.flow import VectorFlow
from inference.networks.judge import Judge
from inference.networks.text_encoder import (
    BLOCK,
    MAX_TOKENS,
    WIDTH,
    PackedTable,
    TextEncoder,
    TextEncoding,
)

N = TypeVar("N", bound=nn.Module)

NETWORKS: dict[str, dict[str, Any]] = {
    "autoencoder": {
        "channels": 2,
        "encoder_fine": 8,
        "encoder_coarse": 8,
        "decoder_fine": 8,
        "decoder_coarse": 8,
        "decoder_blocks": 1,
    },
    "flow": {"dim": 128, "width": 64, "blocks": 2},
    "judge": {"widths": [8, 8, 16], "dim": 256},
}
DIRECTIONS = [("smile", "sad face", "happy face"), ("age", "young face", "old face")]
SLOW_S = 0.05
HUNGER_BYTES = 2**56  # past the address space of any processor of today


def write_toy_checkpoint(folder: Path) -> None:
    """Write a checkpoint `emoji-vector` of random weights into a folder of models."""
    target = folder / "emoji-vector"
    target.mkdir(parents=True, exist_ok=True)
    dim = NETWORKS["flow"]["dim"]
    kinds = {"autoencoder": Autoencoder, "flow": VectorFlow, "judge": Judge}
    parts = {name: _random(kinds[name](**NETWORKS[name])).state_dict() for name in kinds}
    parts["flow"]["latent_std"] = torch.ones(dim)
    parts["text"] = {"mean": torch.zeros(WIDTH)}
    parts["prior"] = {"mean": torch.zeros(dim), "root": torch.eye(dim)}
    contents = {f"{name}.safetensors": save(pack(tensors)) for name, tensors in parts.items()}
    contents["directions.json"] = json.dumps(
        [
            {"id": id, "title_en": id, "title_ja": id, "from_prompts": [a], "to_prompts": [b]}
            for id, a, b in DIRECTIONS
        ]
    ).encode()
    for name, data in contents.items():
        (target / name).write_bytes(data)
    config = {
        "id": "emoji-vector",
        "version": "0.0.0",
        "image_size": 64,
        "latent_shape": [2, 8, 8],
        "text_encoder": "toy",
        "networks": NETWORKS,
        "styles": ["noto"],
        "steps": [1, 2, 4],
        "default_steps": 2,
        "guidance": {"min": 1.0, "max": 8.0, "default": 3.0},
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()},
    }
    (target / "config.json").write_text(json.dumps(config), encoding="utf-8")


class ToyEncoder(TextEncoder):
    """A text encoder that makes trouble when it is asked to."""

    def encode(self, prompts: Sequence[str], *, mean: Tensor | None = None) -> TextEncoding:
        """Encode n prompts as `TextEncoder` does, and make the trouble that they ask for."""
        words = " ".join(prompts)
        if "poison" in words:
            os.abort()
        if "segfault" in words:
            ctypes.string_at(0)
        while "stuck" in words:
            time.sleep(SLOW_S)
        if "hungry" in words:
            torch.empty(HUNGER_BYTES, dtype=torch.uint8)
        if "slow" in words:
            time.sleep(SLOW_S)
        encoding = super().encode(prompts, mean=mean)
        if "nan" in words:
            encoding.pooled.fill_(math.nan)
        return encoding


def toy_encoder() -> TextEncoder:
    """Return a text encoder of one layer that reads bytes and needs no file."""
    alphabet = {letter: at for at, letter in enumerate(sorted(ByteLevel.alphabet()))}
    tokenizer = Tokenizer(BPE(alphabet, []))
    tokenizer.pre_tokenizer = ByteLevel(add_prefix_space=False)
    tokenizer.enable_truncation(MAX_TOKENS)
    generator = torch.Generator().manual_seed(1)
    size = len(alphabet), WIDTH // 2
    nibbles = torch.randint(0, 256, size, generator=generator, dtype=torch.uint8)
    scales = torch.full((len(alphabet), WIDTH // BLOCK), 0.2, dtype=torch.float16)
    encoder = ToyEncoder(tokenizer, PackedTable(scales, nibbles))
    encoder.layers = encoder.layers[:1]
    return _random(encoder).eval().requires_grad_(False)


def _random(network: N) -> N:
    generator = torch.Generator().manual_seed(0)
    for parameter in network.parameters():
        size = parameter[0].numel() if parameter.ndim > 1 else 1
        std = 1.5 / math.sqrt(size) if parameter.ndim > 1 else 0.1
        nn.init.normal_(parameter, std=std, generator=generator)
    return network
