"""Configs of parts: plain numbers and words, every number within bounds, no key that opens doors."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from inference.pipelines.headers import Header
from inference.pipelines.refusal import RefusedModel

Config = dict[str, Any]

# Keys by which a config asks a library to import, download or run something.
DOORS = re.compile(
    r"auto_map|custom_|trust_remote|remote_code|attn_implementation$|quantization|_module\b|module_|kernel_config"
    r"|^use_kernels|^code_|_target_|__class__|__reduce__|^import|^exec|^eval|gguf|use_pickle|weights_only"
    r"|^_pre_quantization|^adapter_|^peft_|^base_model_name|^device_map|^distributed_config"
)  # fmt: skip
# What such a key may say: nothing, or one of the two ways that need no code from elsewhere.
HARMLESS: tuple[Any, ...] = (None, False, {}, [], "eager", "sdpa")
LONGEST_WORD, LONGEST_LIST = 1_000, 2_048
# The largest whole number by key; for any other key 65,536.
LARGEST = {
    "vocab_size": 2**20, "pad_token_id": 2**20, "bos_token_id": 2**20, "eos_token_id": 2**20,
    "max_position_embeddings": 2**18, "sliding_window": 2**20, "num_train_timesteps": 10_000,
    "sample_size": 2_048, "pos_embed_max_size": 512, "patch_size": 64, "patch_size_t": 64,
    "max_image_seq_len": 2**20, "base_image_seq_len": 2**20, "num_layers": 128,
    "num_single_layers": 128, "num_hidden_layers": 128, "num_decoder_layers": 128,
    "layers_per_block": 8, "encoder_layers_per_block": 32, "decoder_layers_per_block": 32,
    "transformer_layers_per_block": 32, "reverse_transformer_layers_per_block": 32,
    "num_encoder_blocks": 64, "num_decoder_blocks": 64, "num_attention_heads": 512,
    "num_heads": 512, "attention_head_dim": 4_096, "conv_in_kernel": 15, "conv_out_kernel": 15,
    "relative_attention_num_buckets": 4_096, "solver_order": 4, "order": 8,
    "original_inference_steps": 10_000, "steps_offset": 1_000, "downsample_padding": 8,
}  # fmt: skip
LARGEST_OTHER, LARGEST_FRACTION = 2**16, 1e6
# Keys of other versions and tools that are words or long lists of no use here.
IGNORED = re.compile(
    r"^_|^transformers_version$|^architectures$|^task_specific_params$|^id2label$|^label2id$|^text_config(_dict)?$"
    r"|^vision_config(_dict)?$|^bad_words_ids$|^name_or_path$"
)  # fmt: skip
MOST_TABLE_NUMBERS = 2**28  # of a position table that is computed, not read
MUST_BE_POSITIVE = {
    "attention_head_dim", "num_attention_heads", "num_heads", "norm_num_groups", "in_channels",
    "out_channels", "latent_channels", "block_out_channels", "hidden_size", "d_model", "d_kv",
    "patch_size", "vocab_size", "num_train_timesteps", "max_position_embeddings", "layers_per_block",
    "sample_size", "intermediate_size", "d_ff", "num_key_value_heads", "head_dim",
}  # fmt: skip


def check_config(config: Config, where: str) -> Config:
    """Return the entries that a class may see. Raises `RefusedModel`, naming the key."""
    kept = {}
    for key, value in config.items():
        if DOORS.search(key) and value not in HARMLESS:
            raise RefusedModel(
                f"{where} sets {key}, which makes a library fetch or run something",
                expected="sizes and switches alone",
            )
        if IGNORED.search(key):
            _check_words(value, f"{where}: {key}")
        else:
            _check(value, key, where)
            kept[key] = value
    _check_tables(kept, where)
    return kept


def _check_words(value: Any, where: str) -> None:
    if isinstance(value, str) and len(value) > LONGEST_WORD:
        raise RefusedModel(f"{where} is {len(value)} letters long")
    if isinstance(value, dict) and any(DOORS.search(key) for key in value):
        raise RefusedModel(f"{where} makes a library fetch or run something")


def _check(value: Any, key: str, where: str) -> None:
    if isinstance(value, bool | None):
        return
    if isinstance(value, str):
        _check_words(value, f"{where}: {key}")
    elif isinstance(value, int):
        _check_whole(value, key, where)
    elif isinstance(value, float):
        _check_fraction(value, key, where)
    elif len(value) > LONGEST_LIST:
        raise RefusedModel(f"{where}: {key} holds {len(value)} values")
    elif isinstance(value, list):
        for inner in value:
            _check(inner, key, where)
    else:
        for name, inner in value.items():
            if DOORS.search(name):
                raise RefusedModel(f"{where}: {key} sets {name}", expected="sizes and switches")
            _check(inner, name, where)


def _check_fraction(value: float, key: str, where: str) -> None:
    unlimited = key == "lambda_min_clipped" and value == -math.inf
    if not (unlimited or (math.isfinite(value) and abs(value) <= LARGEST_FRACTION)):
        raise RefusedModel(f"{where}: {key} is {value}", expected="a finite number up to 10⁶")


def _check_whole(value: int, key: str, where: str) -> None:
    largest = LARGEST.get(key, LARGEST_OTHER)
    smallest = 1 if key in MUST_BE_POSITIVE else -largest
    if not smallest <= value <= largest:
        raise RefusedModel(
            f"{where}: {key} is {value}", expected=f"a whole number from {smallest} to {largest}"
        )


def _check_tables(config: Config, where: str) -> None:
    """Refuse sizes whose product is a table that would not fit: it is computed before any read."""
    side, patch = config.get("pos_embed_max_size"), 1
    if side is None:
        side, patch = config.get("sample_size"), config.get("patch_size") or 1
    sizes = side, patch, config.get("num_attention_heads"), config.get("attention_head_dim")
    whole = [size for size in sizes if isinstance(size, int)]
    if len(whole) == len(sizes):
        side, patch, heads, width = whole
        numbers = (side // patch) ** 2 * heads * width
        if numbers > MOST_TABLE_NUMBERS:
            raise RefusedModel(f"{where}: its table of positions would hold {numbers:,} numbers")


# What a config says and the weights show: (name of a tensor, its first axes)

Wanted = Callable[[Config], tuple[str, tuple[Any, ...]]]


def _blocks(config: Config, place: int) -> Any:
    return config["block_out_channels"][place]


def _inner(config: Config) -> int:
    return int(config["num_attention_heads"]) * int(config["attention_head_dim"])


WITNESSES: dict[str, Wanted] = {
    "UNet2DConditionModel": lambda c: ("conv_in.weight", (_blocks(c, 0), c["in_channels"])),
    "AutoencoderKL": lambda c: ("decoder.conv_in.weight", (_blocks(c, -1), c["latent_channels"])),
    "AutoencoderDC": lambda c: (
        "decoder.conv_in.weight",
        (c["decoder_block_out_channels"][-1], c["latent_channels"]),
    ),
    "SD3Transformer2DModel": lambda c: (
        "context_embedder.weight",
        (c["caption_projection_dim"], c["joint_attention_dim"]),
    ),
    "PixArtTransformer2DModel": lambda c: ("pos_embed.proj.weight", (_inner(c), c["in_channels"])),
    "SanaTransformer2DModel": lambda c: ("patch_embed.proj.weight", (_inner(c), c["in_channels"])),
    "FluxTransformer2DModel": lambda c: ("x_embedder.weight", (_inner(c), c["in_channels"])),
    "CLIPTextModel": lambda c: (
        "embeddings.token_embedding.weight",
        (c["vocab_size"], c["hidden_size"]),
    ),
    "T5EncoderModel": lambda c: ("shared.weight", (c["vocab_size"], c["d_model"])),
    "Gemma2Model": lambda c: ("embed_tokens.weight", (c["vocab_size"], c["hidden_size"])),
}
# How many numbered blocks the weights hold, and the key that says so.
COUNTS: dict[str, tuple[tuple[str, str], ...]] = {
    "UNet2DConditionModel": (("down_blocks", "block_out_channels"),),
    "AutoencoderKL": (("decoder.up_blocks", "block_out_channels"),),
    "SD3Transformer2DModel": (("transformer_blocks", "num_layers"),),
    "PixArtTransformer2DModel": (("transformer_blocks", "num_layers"),),
    "SanaTransformer2DModel": (("transformer_blocks", "num_layers"),),
    "FluxTransformer2DModel": (
        ("transformer_blocks", "num_layers"),
        ("single_transformer_blocks", "num_single_layers"),
    ),
    "CLIPTextModel": (("encoder.layers", "num_hidden_layers"),),
    "T5EncoderModel": (("encoder.block", "num_layers"),),
    "Gemma2Model": (("layers", "num_hidden_layers"),),
}
PREFIXES = ("", "text_model.", "model.")


def check_weights(name: str, config: Config, headers: tuple[Header, ...], where: str) -> None:
    """Compare what a config says with what the headers show. Raises `RefusedModel`."""
    name = name.removesuffix("WithProjection")
    shapes = {key: tensor.shape for header in headers for key, tensor in header.tensors.items()}
    try:
        if name in WITNESSES:
            key, axes = WITNESSES[name](config)
            _compare(shapes, key, axes, where)
        for prefix, counted in COUNTS.get(name, ()):
            said = config[counted]
            _compare_count(shapes, prefix, len(said) if isinstance(said, list) else said, where)
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise RefusedModel(f"{where}: its config is incomplete: {error!r}") from error


def _compare(
    shapes: Mapping[str, tuple[int, ...]], key: str, axes: tuple[Any, ...], where: str
) -> None:
    found = next((shapes[prefix + key] for prefix in PREFIXES if prefix + key in shapes), None)
    if found is None:
        raise RefusedModel(f"{where}: there is no tensor {key}", expected=f"{key} {axes}")
    if found[: len(axes)] != axes:
        raise RefusedModel(f"{where}: {key} has the shape {found}, the config says {axes}")


def _compare_count(
    shapes: Mapping[str, tuple[int, ...]], prefix: str, said: int, where: str
) -> None:
    found = {number for key in shapes for number in _numbers(key, prefix)}
    if len(found) != said:
        raise RefusedModel(f"{where}: it has {len(found)} of {prefix}, the config says {said}")


def _numbers(key: str, prefix: str) -> Iterator[str]:
    for start in PREFIXES:
        if key.startswith(f"{start}{prefix}."):
            yield key[len(start) + len(prefix) + 1 :].partition(".")[0]
            return
