"""The settings of networks in the layout of latent-diffusion files, read off the shapes of weights.

Every function takes the shapes of one part by name, without the part's prefix, and returns the class
and what its config would say. Raises `KeyError` that names a tensor which is missing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

Shapes = Mapping[str, tuple[int, ...]]
Found = tuple[str, dict[str, Any]]

# By pipeline: the layout and prefix of every text encoder. What follows a space tells versions apart.
TEXT: dict[str, dict[str, tuple[str, str]]] = {
    "StableDiffusionXLPipeline": {
        "text_encoder": ("ldm-clip", "conditioner.embedders.0.transformer."),
        "text_encoder_2": ("open-clip-projected", "conditioner.embedders.1.model."),
    },
    # Stable Diffusion 2 reads the words one layer before the last.
    "StableDiffusionPipeline 2": {"text_encoder": ("open-clip", "cond_stage_model.model.")},
    "StableDiffusionPipeline 1": {"text_encoder": ("ldm-clip", "cond_stage_model.transformer.")},
}
HEAD_WIDTH = 64  # of every family but the first, which has eight heads whatever their width
TIME_WIDTH = 256  # of each of the six numbers that SDXL is told about size


def _count(shapes: Shapes, pattern: str) -> int:
    """Return how many numbers a pattern with one group finds, from 0 on without a gap."""
    expression = re.compile(pattern)
    found = {int(match[1]) for key in shapes if (match := expression.match(key))}
    if found != set(range(len(found))):
        raise ValueError(f"some of {pattern}")
    return len(found)


def unet_config(shapes: Shapes) -> Found:
    """Return the settings of a UNet."""
    channels, layers, depths = [shapes["input_blocks.0.0.weight"][0]], [0], [0]
    widths = list(channels)
    for block in range(1, _count(shapes, r"input_blocks\.(\d+)\.")):
        at = f"input_blocks.{block}"
        if f"{at}.0.op.weight" in shapes:
            widths.append(widths[-1])
            layers.append(0)
            depths.append(0)
            continue
        widths[-1] = shapes[f"{at}.0.in_layers.2.weight"][0]
        layers[-1] += 1
        depths[-1] = max(depths[-1], _count(shapes, rf"{at}\.1\.transformer_blocks\.(\d+)\."))
    middle = _count(shapes, r"middle_block\.1\.transformer_blocks\.(\d+)\.")
    down = ["CrossAttnDownBlock2D" if depth else "DownBlock2D" for depth in depths]
    up = ["CrossAttnUpBlock2D" if depth else "UpBlock2D" for depth in reversed(depths)]
    linear = len(shapes["middle_block.1.proj_in.weight"]) == 2
    config: dict[str, Any] = {
        "in_channels": shapes["input_blocks.0.0.weight"][1],
        "out_channels": shapes["out.2.weight"][0],
        "block_out_channels": widths,
        "layers_per_block": max(layers),
        "down_block_types": down,
        "up_block_types": up,
        "cross_attention_dim": shapes["middle_block.1.transformer_blocks.0.attn2.to_k.weight"][1],
        "transformer_layers_per_block": [depth or middle for depth in depths],
        "use_linear_projection": linear,
        "attention_head_dim": [max(1, w // HEAD_WIDTH) for w in widths] if linear else 8,
        "sample_size": 96 if linear else 64,
    }
    if "label_emb.0.0.weight" in shapes:
        config |= {
            "addition_embed_type": "text_time",
            "addition_time_embed_dim": TIME_WIDTH,
            "projection_class_embeddings_input_dim": shapes["label_emb.0.0.weight"][1],
            "sample_size": 128,
        }
    return "UNet2DConditionModel", config


def vae_config(shapes: Shapes) -> Found:
    """Return the settings of an autoencoder."""
    levels = _count(shapes, r"encoder\.down\.(\d+)\.")
    widths = [shapes[f"encoder.down.{n}.block.0.conv1.weight"][0] for n in range(levels)]
    return "AutoencoderKL", {
        "in_channels": shapes["encoder.conv_in.weight"][1],
        "out_channels": shapes["decoder.conv_out.weight"][0],
        "latent_channels": shapes["decoder.conv_in.weight"][1],
        "block_out_channels": widths,
        "layers_per_block": _count(shapes, r"encoder\.down\.0\.block\.(\d+)\."),
        "down_block_types": ["DownEncoderBlock2D"] * levels,
        "up_block_types": ["UpDecoderBlock2D"] * levels,
    }


def clip_config(shapes: Shapes) -> Found:
    """Return the settings of CLIP's text encoder, in the layout of its library."""
    shapes = {key.removeprefix("text_model."): shape for key, shape in shapes.items()}
    words, width = shapes["embeddings.token_embedding.weight"]
    return "CLIPTextModel", _text(
        words,
        width,
        shapes["embeddings.position_embedding.weight"][0],
        shapes["encoder.layers.0.mlp.fc1.weight"][0],
        _count(shapes, r"encoder\.layers\.(\d+)\."),
    ) | {"hidden_act": "quick_gelu"}


def penultimate_clip_config(shapes: Shapes) -> Found:
    """Return the settings of OpenCLIP's text encoder without its last layer."""
    name, config = open_clip_config(shapes)
    return name, config | {"num_hidden_layers": max(1, config["num_hidden_layers"] - 1)}


def open_clip_config(shapes: Shapes) -> Found:
    """Return the settings of OpenCLIP's text encoder, in the layout of its authors."""
    words, width = shapes["token_embedding.weight"]
    layers = _count(shapes, r"transformer\.resblocks\.(\d+)\.")
    projection = shapes.get("text_projection", (width, width))[1]
    return "CLIPTextModel", _text(
        words,
        width,
        shapes["positional_embedding"][0],
        shapes["transformer.resblocks.0.mlp.c_fc.weight"][0],
        layers,
    ) | {"hidden_act": "gelu", "projection_dim": projection}


def _text(words: int, width: int, places: int, inner: int, layers: int) -> dict[str, Any]:
    return {
        "vocab_size": words, "hidden_size": width, "projection_dim": width,
        "max_position_embeddings": places, "intermediate_size": inner,
        "num_hidden_layers": layers, "num_attention_heads": max(1, width // HEAD_WIDTH),
        "bos_token_id": words - 2, "eos_token_id": words - 1, "pad_token_id": words - 1,
    }  # fmt: skip
