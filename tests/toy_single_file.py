"""Stable Diffusion 1, 2 and XL at toy size, written twice: as a folder, and as one file.

The file has the layout of the models' authors; the names are derived here from those of the library,
so that opening it is tested against something else than the code that opens it.
"""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file

from tests.toy_models import _clip_tokenizer, _enliven, _steps

VERSIONS = ("1", "2", "xl")
WIDTHS = (64, 128)
TEXT_WIDTH = 64
RESNET = {
    "norm1": "in_layers.0", "conv1": "in_layers.2", "time_emb_proj": "emb_layers.1", "norm2": "out_layers.0",
    "conv2": "out_layers.3", "conv_shortcut": "skip_connection",
}  # fmt: skip
UNET = {
    r"time_embedding\.linear_1": "time_embed.0", r"time_embedding\.linear_2": "time_embed.2",
    r"add_embedding\.linear_1": "label_emb.0.0", r"add_embedding\.linear_2": "label_emb.0.2",
    r"conv_in": "input_blocks.0.0", r"conv_norm_out": "out.0", r"conv_out": "out.2",
    r"mid_block\.resnets\.0": "middle_block.0", r"mid_block\.attentions\.0": "middle_block.1",
    r"mid_block\.resnets\.1": "middle_block.2",
    # One resnet to a level, so a level is two numbers wide.
    r"down_blocks\.0\.resnets\.0": "input_blocks.1.0", r"down_blocks\.0\.attentions\.0": "input_blocks.1.1",
    r"down_blocks\.0\.downsamplers\.0\.conv": "input_blocks.2.0.op",
    r"down_blocks\.1\.resnets\.0": "input_blocks.3.0", r"down_blocks\.1\.attentions\.0": "input_blocks.3.1",
    r"up_blocks\.0\.resnets\.(\d)": r"output_blocks.\1.0",
    r"up_blocks\.0\.attentions\.(\d)": r"output_blocks.\1.1",
    r"up_blocks\.0\.upsamplers\.0\.conv": "output_blocks.1.2.conv",
    r"up_blocks\.1\.resnets\.0": "output_blocks.2.0", r"up_blocks\.1\.attentions\.0": "output_blocks.2.1",
    r"up_blocks\.1\.resnets\.1": "output_blocks.3.0", r"up_blocks\.1\.attentions\.1": "output_blocks.3.1",
}  # fmt: skip
VAE = {
    r"down_blocks\.(\d)\.resnets": r"down.\1.block", r"down_blocks\.(\d)\.downsamplers\.0": r"down.\1.downsample",
    r"up_blocks\.0\.resnets": "up.1.block", r"up_blocks\.1\.resnets": "up.0.block",
    r"up_blocks\.0\.upsamplers\.0": "up.1.upsample", r"mid_block\.resnets\.0": "mid.block_1",
    r"mid_block\.resnets\.1": "mid.block_2", r"mid_block\.attentions\.0": "mid.attn_1",
    r"conv_shortcut": "nin_shortcut", r"conv_norm_out": "norm_out", r"group_norm": "norm",
    r"to_q": "q", r"to_k": "k", r"to_v": "v", r"to_out\.0": "proj_out",
}  # fmt: skip


def write_both(version: str, folder: Path) -> tuple[Path, Path]:
    """Write a toy of a version; return its folder and its file, which has its words beside it."""
    with warnings.catch_warnings(), torch.random.fork_rng():
        warnings.simplefilter("ignore")
        torch.default_generator.manual_seed(3)
        pipe = _pipeline(version)
        for part in pipe.components.values():
            if isinstance(part, torch.nn.Module):
                _enliven(part)
        whole = folder / f"whole-{version}"
        pipe.save_pretrained(whole, safe_serialization=True)
        file = folder / f"toy-{version}.safetensors"
        save_file(_file_of(pipe, version), file)
        for role in ("tokenizer", "tokenizer_2"):
            if role in pipe.components:
                pipe.components[role].save_pretrained(file.with_suffix("") / role)
    return whole, file


def _pipeline(version: str) -> Any:
    import diffusers

    vae = diffusers.AutoencoderKL(
        block_out_channels=(32, 64), down_block_types=("DownEncoderBlock2D",) * 2, layers_per_block=1,
        up_block_types=("UpDecoderBlock2D",) * 2, latent_channels=4,
        scaling_factor=0.13025 if version == "xl" else 0.18215,
    )  # fmt: skip
    depths = (1, 1) if version != "xl" else (0, 2)
    more: dict[str, Any] = {"attention_head_dim": 8, "sample_size": 64}
    if version != "1":
        heads = [width // 64 for width in WIDTHS]
        more = {"attention_head_dim": heads, "use_linear_projection": True, "sample_size": 96}
    if version == "xl":
        more |= {
            "addition_embed_type": "text_time", "addition_time_embed_dim": 256, "sample_size": 128,
            "projection_class_embeddings_input_dim": 6 * 256 + TEXT_WIDTH,
        }  # fmt: skip
    kinds = ["CrossAttn" if depth else "" for depth in depths]
    unet = diffusers.UNet2DConditionModel(
        block_out_channels=WIDTHS, layers_per_block=1,
        down_block_types=tuple(f"{kind}DownBlock2D" for kind in kinds),
        up_block_types=tuple(f"{kind}UpBlock2D" for kind in reversed(kinds)),
        cross_attention_dim=TEXT_WIDTH * (2 if version == "xl" else 1),
        transformer_layers_per_block=[depth or 2 for depth in depths], **more,
    )  # fmt: skip
    common = {"vae": vae.eval(), "unet": unet.eval(), "tokenizer": _clip_tokenizer()}
    if version == "xl":
        steps = _steps("EulerDiscreteScheduler", steps_offset=1, timestep_spacing="leading")
        return diffusers.StableDiffusionXLPipeline(
            **common, text_encoder=_words("quick_gelu"), scheduler=steps, add_watermarker=False,
            text_encoder_2=_words("gelu", projected=True), tokenizer_2=_clip_tokenizer(),
        )  # fmt: skip
    if version == "2":
        more = {"prediction_type": "v_prediction", "clip_sample": False, "set_alpha_to_one": False}
        steps = _steps("DDIMScheduler", steps_offset=1, **more)
    else:
        steps = _steps("PNDMScheduler", skip_prk_steps=True, steps_offset=1)
    return diffusers.StableDiffusionPipeline(
        **common, text_encoder=_words("gelu" if version == "2" else "quick_gelu"), scheduler=steps,
        safety_checker=None, feature_extractor=None, requires_safety_checker=False,
    )  # fmt: skip


def _words(activation: str, *, projected: bool = False) -> Any:
    from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

    words = len(_clip_tokenizer())
    config = CLIPTextConfig(
        hidden_size=TEXT_WIDTH, intermediate_size=96, num_attention_heads=1, num_hidden_layers=3,
        vocab_size=words, projection_dim=TEXT_WIDTH, bos_token_id=words - 2, eos_token_id=words - 1,
        pad_token_id=words - 1, hidden_act=activation,
    )  # fmt: skip
    return (CLIPTextModelWithProjection if projected else CLIPTextModel)(config).eval()


def _file_of(pipe: Any, version: str) -> dict[str, torch.Tensor]:
    """Return the weights under the names of the models' authors."""
    found = {}
    for key, tensor in pipe.unet.state_dict().items():
        name = _renamed(key, UNET)
        if ".resnets." in key:
            parts = name.split(".")
            name = ".".join(RESNET.get(part, part) for part in parts)
        found[f"model.diffusion_model.{name}"] = tensor
    for key, tensor in pipe.vae.state_dict().items():
        square = re.search(r"attentions\.0\.to_\w+(\.0)?\.weight", key)
        name = f"first_stage_model.{_renamed(key, VAE)}"
        found[name] = tensor[:, :, None, None] if square else tensor
    if version == "2":
        found |= _open_clip(pipe.text_encoder, "cond_stage_model.model.", extra=True)
    elif version == "1":
        found |= _clip(pipe.text_encoder, "cond_stage_model.transformer.")
    else:
        found |= _clip(pipe.text_encoder, "conditioner.embedders.0.transformer.")
        found |= _open_clip(pipe.text_encoder_2, "conditioner.embedders.1.model.")
    return {key: tensor.contiguous().clone() for key, tensor in found.items()}


def _renamed(key: str, rules: dict[str, str]) -> str:
    for pattern, name in rules.items():
        key = re.sub(rf"(?:^|(?<=\.)){pattern}(?=\.|$)", name, key)
    return key


def _clip(network: Any, prefix: str) -> dict[str, torch.Tensor]:
    state = network.state_dict()
    return {
        f"{prefix}text_model.{key.removeprefix('text_model.')}": one for key, one in state.items()
    }


def _open_clip(network: Any, prefix: str, *, extra: bool = False) -> dict[str, torch.Tensor]:
    """Return OpenCLIP's names; with `extra` there is a last layer that nobody reads."""
    state = {key.removeprefix("text_model."): one for key, one in network.state_dict().items()}
    found = {
        "token_embedding.weight": state["embeddings.token_embedding.weight"],
        "positional_embedding": state["embeddings.position_embedding.weight"],
        "ln_final.weight": state["final_layer_norm.weight"],
        "ln_final.bias": state["final_layer_norm.bias"],
    }
    if "text_projection.weight" in state:
        found["text_projection"] = state["text_projection.weight"].T
    layers = 1 + max(int(key.split(".")[2]) for key in state if key.startswith("encoder.layers."))
    for layer in range(layers + extra):
        at, to = f"encoder.layers.{min(layer, layers - 1)}.", f"transformer.resblocks.{layer}."
        for kind in ("weight", "bias"):
            parts = [state[f"{at}self_attn.{one}_proj.{kind}"] for one in "qkv"]
            found[f"{to}attn.in_proj_{kind}"] = torch.cat(parts)
            for one, other in (("self_attn.out_proj", "attn.out_proj"), ("layer_norm1", "ln_1"), ("layer_norm2", "ln_2"), ("mlp.fc1", "mlp.c_fc"), ("mlp.fc2", "mlp.c_proj")):  # fmt: skip
                found[f"{to}{other}.{kind}"] = state[f"{at}{one}.{kind}"]
    return {prefix + key: one for key, one in found.items()}
