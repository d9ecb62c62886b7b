"""What may be opened: pipelines by name, and for each of their parts the classes it may have.

This is the whole list. A class is looked up here and nowhere else, so a name that a model brings
is compared and never resolved.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

Class = tuple[str, str]  # the library, and the class in it

SCHEDULERS: tuple[Class, ...] = tuple(
    ("diffusers", name)
    for name in (
        "DDIMScheduler", "DDPMScheduler", "DEISMultistepScheduler", "DPMSolverMultistepScheduler",
        "DPMSolverSinglestepScheduler", "EulerAncestralDiscreteScheduler", "EulerDiscreteScheduler",
        "HeunDiscreteScheduler", "KDPM2AncestralDiscreteScheduler", "KDPM2DiscreteScheduler", "LCMScheduler",
        "LMSDiscreteScheduler", "PNDMScheduler", "TCDScheduler", "UniPCMultistepScheduler",
    )
)  # fmt: skip
FLOW_SCHEDULERS: tuple[Class, ...] = (
    ("diffusers", "FlowMatchEulerDiscreteScheduler"),
    ("diffusers", "FlowMatchHeunDiscreteScheduler"),
    ("diffusers", "DPMSolverMultistepScheduler"),
    ("diffusers", "UniPCMultistepScheduler"),
)
FEW_STEP_SCHEDULERS = {"LCMScheduler", "TCDScheduler"}

KL: tuple[Class, ...] = (("diffusers", "AutoencoderKL"), ("diffusers", "AutoencoderTiny"))
DC: tuple[Class, ...] = (("diffusers", "AutoencoderDC"),)
TINY: Class = ("diffusers", "AutoencoderTiny")
CLIP: tuple[Class, ...] = (("transformers", "CLIPTextModel"),)
CLIP_PROJECTED: tuple[Class, ...] = (("transformers", "CLIPTextModelWithProjection"),)
T5: tuple[Class, ...] = (("transformers", "T5EncoderModel"),)
GEMMA: tuple[Class, ...] = (("transformers", "Gemma2Model"),)
CLIP_WORDS: tuple[Class, ...] = (("transformers", "CLIPTokenizer"),)
T5_WORDS: tuple[Class, ...] = (("transformers", "T5Tokenizer"),)
GEMMA_WORDS: tuple[Class, ...] = (("transformers", "GemmaTokenizer"),)
UNET: tuple[Class, ...] = (("diffusers", "UNet2DConditionModel"),)

# Older and newer names of one class; the right-hand one is opened.
SAME_AS = MappingProxyType(
    {
        ("transformers", "CLIPTokenizerFast"): ("transformers", "CLIPTokenizer"),
        ("transformers", "T5TokenizerFast"): ("transformers", "T5Tokenizer"),
        ("transformers", "GemmaTokenizerFast"): ("transformers", "GemmaTokenizer"),
    }
)
# Parts that pipelines list and drawing does without; they are never opened.
LEFT_OUT = frozenset({"safety_checker", "feature_extractor", "image_encoder"})
# Switches of a pipeline itself, all true or false.
SWITCHES = frozenset({"requires_safety_checker", "force_zeros_for_empty_prompt", "add_watermarker"})


@dataclass(frozen=True)
class Shape:
    """The parts that a pipeline has; `spare` may be missing."""

    parts: MappingProxyType[str, tuple[Class, ...]]
    spare: frozenset[str] = frozenset()

    @property
    def denoiser(self) -> str:
        """Return the part that is asked at every step."""
        return "unet" if "unet" in self.parts else "transformer"


def _shape(*spare: str, **parts: tuple[Class, ...]) -> Shape:
    return Shape(MappingProxyType(parts), frozenset(spare))


_STABLE_DIFFUSION = _shape(
    unet=UNET, vae=KL, text_encoder=CLIP, tokenizer=CLIP_WORDS, scheduler=SCHEDULERS
)
_PIXART = _shape(
    transformer=(("diffusers", "PixArtTransformer2DModel"),), vae=KL, text_encoder=T5,
    tokenizer=T5_WORDS, scheduler=SCHEDULERS,
)  # fmt: skip

PIPELINES: MappingProxyType[str, Shape] = MappingProxyType(
    {
        "StableDiffusionPipeline": _STABLE_DIFFUSION,
        "StableDiffusionXLPipeline": _shape(
            unet=UNET, vae=KL, text_encoder=CLIP, tokenizer=CLIP_WORDS, text_encoder_2=CLIP_PROJECTED,
            tokenizer_2=CLIP_WORDS, scheduler=SCHEDULERS,
        ),
        "StableDiffusion3Pipeline": _shape(
            "text_encoder_3", "tokenizer_3",
            transformer=(("diffusers", "SD3Transformer2DModel"),), vae=KL,
            text_encoder=CLIP_PROJECTED, tokenizer=CLIP_WORDS, text_encoder_2=CLIP_PROJECTED,
            tokenizer_2=CLIP_WORDS, text_encoder_3=T5, tokenizer_3=T5_WORDS,
            scheduler=FLOW_SCHEDULERS,
        ),
        "PixArtAlphaPipeline": _PIXART,
        "PixArtSigmaPipeline": _PIXART,
        "SanaPipeline": _shape(
            transformer=(("diffusers", "SanaTransformer2DModel"),), vae=DC, text_encoder=GEMMA,
            tokenizer=GEMMA_WORDS, scheduler=FLOW_SCHEDULERS,
        ),
        "FluxPipeline": _shape(
            transformer=(("diffusers", "FluxTransformer2DModel"),), vae=KL, text_encoder=CLIP,
            tokenizer=CLIP_WORDS, text_encoder_2=T5, tokenizer_2=T5_WORDS,
            scheduler=FLOW_SCHEDULERS,
        ),
    }
)  # fmt: skip

# Pipelines that are another one with a scheduler of their own.
SAME_PIPELINE = MappingProxyType({"LatentConsistencyModelPipeline": "StableDiffusionPipeline"})

# What a class's config may say to the class. Keys of library classes that are not here are those of
# its constructor; a text encoder's config takes any key, so the ones that are data are written out.
CONFIG_KEYS: MappingProxyType[str, frozenset[str]] = MappingProxyType(
    {
        name: frozenset(keys.split())
        for name, keys in {
            "CLIPTextModel": "vocab_size hidden_size intermediate_size projection_dim num_hidden_layers "
            "num_attention_heads max_position_embeddings hidden_act layer_norm_eps attention_dropout "
            "initializer_range initializer_factor pad_token_id bos_token_id eos_token_id",
            "T5EncoderModel": "vocab_size d_model d_kv d_ff num_layers num_decoder_layers num_heads "
            "relative_attention_num_buckets relative_attention_max_distance dropout_rate "
            "layer_norm_epsilon initializer_factor feed_forward_proj pad_token_id eos_token_id",
            "Gemma2Model": "vocab_size hidden_size intermediate_size num_hidden_layers "
            "num_attention_heads num_key_value_heads head_dim hidden_activation "
            "max_position_embeddings initializer_range rms_norm_eps pad_token_id eos_token_id "
            "bos_token_id rope_theta rope_parameters attention_bias attention_dropout "
            "query_pre_attn_scalar sliding_window layer_types final_logit_softcapping "
            "attn_logit_softcapping",
        }.items()
    }
)
CONFIG_CLASSES = MappingProxyType(
    {
        "CLIPTextModel": "CLIPTextConfig",
        "CLIPTextModelWithProjection": "CLIPTextConfig",
        "T5EncoderModel": "T5Config",
        "Gemma2Model": "Gemma2Config",
    }
)


def opened_as(said: Class) -> Class:
    """Return the class that is opened for the one that a model names."""
    return SAME_AS.get(said, said)


def config_keys(name: str) -> frozenset[str] | None:
    """Return the keys that a text encoder's config may set; None for what its constructor says."""
    return CONFIG_KEYS.get(name.removesuffix("WithProjection"))
