"""Models in one .safetensors file: Stable Diffusion 1.x, 2.x and XL in the layout of their authors.

Such a file holds weights and no configs. Sizes are read off the shapes; what shapes do not show (the
schedule, how wide an attention head is) is that of the family, and written in `guesses`. The words of
CLIP come from a folder of the file's name beside it, or from the model pack.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from inference.errors import MissingWeights
from inference.packs import folder_of
from inference.pipelines.allow import CLIP_WORDS, PIPELINES, Class
from inference.pipelines.config import check_config
from inference.pipelines.headers import Header
from inference.pipelines.ldm_shapes import (
    TEXT,
    clip_config,
    open_clip_config,
    penultimate_clip_config,
    unet_config,
    vae_config,
)
from inference.pipelines.parts import Part
from inference.pipelines.refusal import RefusedModel
from inference.pipelines.stranger import Folder
from inference.pipelines.tokenizers import Words, read_words

Companion = Callable[[str, Class], Part | None]
UNET, VAE = "model.diffusion_model.", "first_stage_model."
# What a file of a family that cannot be opened so holds, and why not.
OTHERS = {
    "double_blocks.": "FLUX: such a file holds the transformer alone",
    "joint_blocks.": "Stable Diffusion 3: such a file mostly lacks a text encoder",
    "conditioner.embedders.0.model.": "the refiner of SDXL, which draws nothing by itself",
    "down_blocks.": "one part of a model in the layout of diffusers",
    "blocks.0.": "a transformer alone",
    "edm_mean": "Playground 2.5, which is stepped in another way",
}
CURVE = {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear"}


def describe_file(path: Path, companion: Companion) -> tuple[str, dict[str, Part], tuple[str, ...]]:
    """Return the pipeline, its parts, and what had to be guessed. Raises `RefusedModel`."""
    if path.suffix.lower() != ".safetensors":
        raise RefusedModel(
            f"{path.name} is no .safetensors file",
            expected="safetensors",
            hint="a .ckpt, .pt or .bin file is a pickle, which can run code when it is read; convert it",
        )
    header = Folder(path.parent).header(path.name)
    pipeline, roles = _family(header, path.name)
    parts = {role: _part(header, role, layout, prefix) for role, (layout, prefix) in roles.items()}
    guesses = ("the width of attention heads",)
    parts["scheduler"], guess = _scheduler(header, pipeline, parts)
    for role, classes in PIPELINES[pipeline].parts.items():
        if classes == CLIP_WORDS:
            parts[role] = companion(role, classes[0]) or _words(role)
    return pipeline, parts, guesses + guess


def _family(header: Header, name: str) -> tuple[str, dict[str, tuple[str, str]]]:
    """Return the pipeline, and for every part with weights its layout and prefix."""
    for prefix, what in OTHERS.items():
        if any(key.removeprefix(UNET).startswith(prefix) for key in header.tensors):
            raise RefusedModel(
                f"{name} is {what}",
                expected="a whole Stable Diffusion 1.x, 2.x or XL",
                hint="use the folder that its makers publish for diffusers (kind “folder”)",
            )
    both = {"unet": ("ldm-unet", UNET), "vae": ("ldm-vae", VAE)}
    for pipeline, encoders in TEXT.items():
        roles = both | encoders
        if all(any(key.startswith(p) for key in header.tensors) for _, p in roles.values()):
            return pipeline.partition(" ")[0], roles
    lacking = [p for _, p in both.values() if not any(k.startswith(p) for k in header.tensors)]
    raise RefusedModel(
        f"{name} is no whole Stable Diffusion: it has nothing called {lacking or 'cond_stage_model.'}",
        expected="UNet, decoder and text encoder in one file",
        hint="a LoRA or a single part is added to a model, not as one",
    )


def _part(header: Header, role: str, layout: str, prefix: str) -> Part:
    mine = {key: tensor for key, tensor in header.tensors.items() if key.startswith(prefix)}
    shapes = {key.removeprefix(prefix): tensor.shape for key, tensor in mine.items()}
    sizes: dict[str, Callable[[Mapping[str, tuple[int, ...]]], tuple[str, dict[str, Any]]]] = {
        "ldm-unet": unet_config,
        "ldm-vae": vae_config,
        "ldm-clip": clip_config,
        "open-clip": penultimate_clip_config,
        "open-clip-projected": open_clip_config,
    }
    try:
        name, config = sizes[layout](shapes)
    except (KeyError, IndexError, ValueError, ZeroDivisionError) as error:
        raise RefusedModel(f"{role}: the file lacks {error}", expected=f"a whole {role}") from error
    if layout == "open-clip-projected":
        name = "CLIPTextModelWithProjection"
    if layout == "ldm-vae":
        large = any(key.startswith("conditioner.") for key in header.tensors)
        config["scaling_factor"] = 0.13025 if large else 0.18215
    library = "transformers" if name.startswith("CLIP") else "diffusers"
    return Part(
        role, library, name, check_config(config, role), (header,), layout=layout, tensors=mine
    )


def _scheduler(
    header: Header, pipeline: str, parts: dict[str, Part]
) -> tuple[Part, tuple[str, ...]]:
    """Return the schedule of the family, and what of it is a guess."""
    said = header.notes.get("modelspec.prediction_type")
    second = parts["text_encoder"].layout == "open-clip"
    prediction = {"v": "v_prediction", "epsilon": "epsilon"}.get(said or "")
    guess = () if prediction else ("the kind of prediction",)
    if prediction is None:
        prediction = "v_prediction" if second or "v_pred" in header.tensors else "epsilon"
    common = CURVE | {"prediction_type": prediction, "steps_offset": 1, "num_train_timesteps": 1000}
    more: dict[str, Any]
    if pipeline == "StableDiffusionXLPipeline":
        name, more = "EulerDiscreteScheduler", {"timestep_spacing": "leading"}
    elif second:
        name, more = "DDIMScheduler", {"clip_sample": False, "set_alpha_to_one": False}
    else:
        name, more = "PNDMScheduler", {"skip_prk_steps": True, "set_alpha_to_one": False}
    return Part("scheduler", "diffusers", name, common | more), (*guess, "the schedule")


def _words(role: str) -> Part:
    try:
        folder = folder_of("clip-words")
    except MissingWeights as error:
        raise RefusedModel(
            "a file brings no vocabulary, and the model pack of CLIP's words is not here",
            expected=f"a folder of the file's name beside it with {role}/, or the pack",
            hint="run `make setup`, which fetches it",
        ) from error
    return Part(role, "transformers", "CLIPTokenizer", {}, words=_pack_words(folder, role))


def _pack_words(folder: Path, role: str) -> Words:
    words = read_words(Folder(folder.parent), folder.name)
    if role == "tokenizer_2":
        # The second text encoder of SDXL was trained with "!" where nothing is said.
        return words.with_settings(pad_token="!")
    return words


def translate(part: Part, state: dict[str, Any]) -> dict[str, Any]:
    """Return weights under the names of the library. `state` is those of one part."""
    from types import SimpleNamespace

    from diffusers.loaders import single_file_utils as library

    prefix = next(iter(_prefixes(part)))
    if part.layout == "ldm-unet":
        renamed = library.convert_ldm_unet_checkpoint(state, dict(part.config))
    elif part.layout == "ldm-vae":
        renamed = library.convert_ldm_vae_checkpoint(state, dict(part.config))
    elif part.layout == "ldm-clip":
        renamed = {key.removeprefix(prefix): tensor for key, tensor in state.items()}
    else:
        shaped = SimpleNamespace(config=SimpleNamespace(hidden_size=part.config["hidden_size"]))
        renamed = library.convert_open_clip_checkpoint(shaped, state, prefix=prefix)
    return dict(renamed)


def _prefixes(part: Part) -> set[str]:
    known = {UNET, VAE, *(prefix for roles in TEXT.values() for _, prefix in roles.values())}
    return {prefix for prefix in known if any(key.startswith(prefix) for key in part.tensors)}
