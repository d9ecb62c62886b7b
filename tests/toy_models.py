"""Diffusers models of every family at toy size: real classes, real layout, random weights.

`FAMILIES` has one of each, `KINDS` also what their relatives do differently: v-prediction, guidance
as an input, no guidance at all, few steps. `write_toy_model("flux", folder)` writes what `save_pretrained` of the library writes, tokenizers
included, in well under a second; equal seeds give equal weights.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch

BYTES = [chr(code) for code in (*range(33, 127), *range(161, 173), *range(174, 256))]
WIDTH = 32  # of every text encoder


def write_toy_model(family: str, folder: Path, *, seed: int = 0) -> Path:
    """Write a model (of `KINDS`) to a folder and return the folder."""
    with warnings.catch_warnings(), torch.random.fork_rng():
        warnings.simplefilter("ignore")
        torch.default_generator.manual_seed(seed)
        pipe = KINDS[family]()
        for part in pipe.components.values():
            if isinstance(part, torch.nn.Module):
                _enliven(part)
        pipe.save_pretrained(folder, safe_serialization=True)
    return folder


def _enliven(network: torch.nn.Module) -> None:
    """Give layers that begin at zero some weight: a toy must answer to its input."""
    for parameter in network.parameters():
        if not parameter.any():
            parameter.data = 0.05 * torch.randn_like(parameter)


def _clip_tokenizer() -> Any:
    from transformers import CLIPTokenizer

    words = [*BYTES, *(sign + "</w>" for sign in BYTES), "<|startoftext|>", "<|endoftext|>"]
    return CLIPTokenizer({word: place for place, word in enumerate(words)}, [], model_max_length=77)


def _clip(*, projected: bool = False) -> Any:
    from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

    words = 2 * len(BYTES) + 2
    config = CLIPTextConfig(
        hidden_size=WIDTH, intermediate_size=37, num_attention_heads=4, num_hidden_layers=3,
        vocab_size=words, projection_dim=WIDTH, bos_token_id=words - 2, eos_token_id=words - 1,
        pad_token_id=words - 1,
    )  # fmt: skip
    return (CLIPTextModelWithProjection if projected else CLIPTextModel)(config).eval()


def _t5_tokenizer() -> Any:
    from transformers import T5Tokenizer

    words = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", -2.0), ("▁", -2.0)]
    words += [(chr(code), -3.0) for code in range(33, 127)]
    return T5Tokenizer(words, extra_ids=0, model_max_length=77)


def _t5() -> Any:
    from transformers import T5Config, T5EncoderModel

    config = T5Config(
        vocab_size=128, d_model=WIDTH, d_kv=8, d_ff=37, num_layers=2, num_heads=4,
        decoder_start_token_id=0,
    )  # fmt: skip
    return T5EncoderModel(config).eval()


def _gemma_tokenizer() -> Any:
    from transformers import GemmaTokenizer

    words = ["<pad>", "<eos>", "<bos>", "<unk>", "<mask>", "▁", "\n"]
    words += [f"<0x{code:02X}>" for code in range(256)] + [chr(code) for code in range(33, 127)]
    return GemmaTokenizer({word: place for place, word in enumerate(words)}, [])


def _gemma() -> Any:
    from transformers import Gemma2Config, Gemma2Model

    config = Gemma2Config(
        vocab_size=384, hidden_size=WIDTH, intermediate_size=37, num_hidden_layers=2,
        num_attention_heads=4, num_key_value_heads=2, head_dim=8, pad_token_id=0, eos_token_id=1,
        bos_token_id=2, query_pre_attn_scalar=8, sliding_window=64,
    )  # fmt: skip
    return Gemma2Model(config).eval()


def _vae(channels: int = 4, **more: Any) -> Any:
    from diffusers import AutoencoderKL

    return AutoencoderKL(
        block_out_channels=(8, 16), down_block_types=("DownEncoderBlock2D",) * 2,
        up_block_types=("UpDecoderBlock2D",) * 2, norm_num_groups=4, latent_channels=channels,
        sample_size=32, **more,
    ).eval()  # fmt: skip


def _steps(name: str, **more: Any) -> Any:
    import diffusers

    curve = {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear"}
    return getattr(diffusers, name)(**curve, **more)


def _flow_steps(**more: Any) -> Any:
    from diffusers import FlowMatchEulerDiscreteScheduler

    return FlowMatchEulerDiscreteScheduler(**more)


def _stable_diffusion(scheduler: Any = None, **more: Any) -> Any:
    from diffusers import StableDiffusionPipeline, UNet2DConditionModel

    unet = UNet2DConditionModel(
        sample_size=16, block_out_channels=(8, 16), layers_per_block=1, norm_num_groups=4,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"), cross_attention_dim=WIDTH,
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"), attention_head_dim=4, **more,
    )  # fmt: skip
    return StableDiffusionPipeline(
        vae=_vae(), unet=unet.eval(), text_encoder=_clip(), tokenizer=_clip_tokenizer(),
        scheduler=scheduler or _steps("PNDMScheduler", skip_prk_steps=True, steps_offset=1),
        safety_checker=None, feature_extractor=None, requires_safety_checker=False,
    )  # fmt: skip


def _stable_diffusion_xl(scheduler: Any = None) -> Any:
    from diffusers import StableDiffusionXLPipeline, UNet2DConditionModel

    unet = UNet2DConditionModel(
        sample_size=16, block_out_channels=(8, 16), layers_per_block=1, norm_num_groups=4,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"), cross_attention_dim=2 * WIDTH,
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"), attention_head_dim=(2, 4),
        use_linear_projection=True, addition_embed_type="text_time", addition_time_embed_dim=8,
        transformer_layers_per_block=(1, 2), projection_class_embeddings_input_dim=6 * 8 + WIDTH,
    )  # fmt: skip
    return StableDiffusionXLPipeline(
        vae=_vae(), unet=unet.eval(), text_encoder=_clip(), tokenizer=_clip_tokenizer(),
        text_encoder_2=_clip(projected=True), tokenizer_2=_clip_tokenizer(),
        scheduler=scheduler
        or _steps("EulerDiscreteScheduler", steps_offset=1, timestep_spacing="leading"),
        add_watermarker=False,
    )  # fmt: skip


def _stable_diffusion_3(*, wide: bool = True) -> Any:
    from diffusers import SD3Transformer2DModel, StableDiffusion3Pipeline

    transformer = SD3Transformer2DModel(
        sample_size=16, patch_size=1, in_channels=16, out_channels=16, num_layers=2,
        attention_head_dim=8, num_attention_heads=4, caption_projection_dim=32,
        joint_attention_dim=2 * WIDTH, pooled_projection_dim=2 * WIDTH, pos_embed_max_size=32,
    )  # fmt: skip
    from transformers import T5Config, T5EncoderModel

    t5 = T5EncoderModel(
        T5Config(vocab_size=128, d_model=2 * WIDTH, d_kv=8, d_ff=37, num_layers=2, num_heads=4)
    )
    return StableDiffusion3Pipeline(
        transformer=transformer.eval(), scheduler=_flow_steps(shift=3.0),
        vae=_vae(16, shift_factor=0.0609, scaling_factor=1.5305),
        text_encoder=_clip(projected=True), tokenizer=_clip_tokenizer(),
        text_encoder_2=_clip(projected=True), tokenizer_2=_clip_tokenizer(),
        text_encoder_3=t5.eval() if wide else None, tokenizer_3=_t5_tokenizer() if wide else None,
    )  # fmt: skip


def _pixart(name: str = "PixArtAlphaPipeline", *, told_size: bool = False) -> Any:
    import diffusers
    from diffusers import PixArtTransformer2DModel

    transformer = PixArtTransformer2DModel(
        sample_size=128 if told_size else 16, num_layers=2, patch_size=2, attention_head_dim=12,
        num_attention_heads=4, use_additional_conditions=told_size,
        caption_channels=WIDTH, cross_attention_dim=48, in_channels=4, out_channels=8,
        norm_type="ada_norm_single", attention_bias=True,
    )  # fmt: skip
    return getattr(diffusers, name)(
        transformer=transformer.eval(), vae=_vae(), text_encoder=_t5(), tokenizer=_t5_tokenizer(),
        scheduler=_steps("DPMSolverMultistepScheduler"),
    )  # fmt: skip


def _sana() -> Any:
    from diffusers import (
        AutoencoderDC,
        DPMSolverMultistepScheduler,
        SanaPipeline,
        SanaTransformer2DModel,
    )

    transformer = SanaTransformer2DModel(
        in_channels=4, out_channels=4, num_layers=2, num_attention_heads=4, attention_head_dim=8,
        num_cross_attention_heads=4, cross_attention_head_dim=8, cross_attention_dim=32,
        caption_channels=WIDTH, sample_size=16, patch_size=1,
    )  # fmt: skip
    vae = AutoencoderDC(
        latent_channels=4, encoder_block_out_channels=(8, 16), decoder_block_out_channels=(8, 16),
        encoder_layers_per_block=(1, 1), decoder_layers_per_block=(1, 1),
        encoder_qkv_multiscales=((), ()), decoder_qkv_multiscales=((), ()), attention_head_dim=4,
        encoder_block_types="ResBlock", decoder_block_types="ResBlock", scaling_factor=0.41407,
    )  # fmt: skip
    return SanaPipeline(
        transformer=transformer.eval(), vae=vae.eval(), text_encoder=_gemma(),
        tokenizer=_gemma_tokenizer(),
        scheduler=DPMSolverMultistepScheduler(
            use_flow_sigmas=True, prediction_type="flow_prediction", flow_shift=3.0,
        ),
    )  # fmt: skip


def _flux(*, guided: bool = True) -> Any:
    from diffusers import FluxPipeline, FluxTransformer2DModel

    transformer = FluxTransformer2DModel(
        patch_size=1, in_channels=16, num_layers=1, num_single_layers=1, attention_head_dim=16,
        num_attention_heads=2, joint_attention_dim=WIDTH, pooled_projection_dim=WIDTH,
        axes_dims_rope=(4, 4, 8), guidance_embeds=guided,
    )  # fmt: skip
    return FluxPipeline(
        transformer=transformer.eval(), scheduler=_flow_steps(use_dynamic_shifting=True, shift=3.0),
        vae=_vae(4, shift_factor=0.1159, scaling_factor=0.3611), text_encoder=_clip(),
        tokenizer=_clip_tokenizer(), text_encoder_2=_t5(), tokenizer_2=_t5_tokenizer(),
    )  # fmt: skip


FAMILIES: dict[str, Callable[[], Any]] = {
    "stable_diffusion": _stable_diffusion,
    "stable_diffusion_xl": _stable_diffusion_xl,
    "stable_diffusion_3": _stable_diffusion_3,
    "pixart": _pixart,
    "sana": _sana,
    "flux": _flux,
}
# Relatives of a family, with what they do differently.
KINDS: dict[str, Callable[[], Any]] = {
    **FAMILIES,
    "stable_diffusion_v": lambda: _stable_diffusion(
        _steps("DDIMScheduler", prediction_type="v_prediction", clip_sample=False, steps_offset=1)
    ),
    "stable_diffusion_lcm": lambda: _stable_diffusion(_steps("LCMScheduler"), time_cond_proj_dim=8),
    "stable_diffusion_xl_turbo": lambda: _stable_diffusion_xl(
        _steps("EulerAncestralDiscreteScheduler", timestep_spacing="trailing")
    ),
    "stable_diffusion_3_without_t5": lambda: _stable_diffusion_3(wide=False),
    "pixart_sigma": lambda: _pixart("PixArtSigmaPipeline"),
    "pixart_1024": lambda: _pixart(told_size=True),
    "flux_schnell": lambda: _flux(guided=False),
}
