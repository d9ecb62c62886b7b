"""What a model from elsewhere is, found out by reading and without running any of it. No torch.

`describe` reads the index, every config and vocabulary, and the headers of the weights; whatever is
not known to be data is refused with the reason. `open.py` builds what is described here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from inference.library import ModelEntry
from inference.pipelines.allow import (
    FEW_STEP_SCHEDULERS,
    LEFT_OUT,
    PIPELINES,
    SAME_PIPELINE,
    SWITCHES,
    TINY,
    Class,
    Shape,
    opened_as,
)
from inference.pipelines.config import check_config, check_weights
from inference.pipelines.headers import Header, Tensor
from inference.pipelines.lora_file import describe_lora
from inference.pipelines.parts import Description, Facts, Part
from inference.pipelines.refusal import RefusedModel
from inference.pipelines.single_file import describe_file
from inference.pipelines.stranger import Folder
from inference.pipelines.tokenizers import read_words

INDEX = "model_index.json"
FLUX, UNET = "FluxTransformer2DModel", "UNet2DConditionModel"
CLIP_TOKENS = 77  # where a config does not say
STEMS = {"diffusers": "diffusion_pytorch_model", "transformers": "model"}


def describe(entry: ModelEntry) -> Description:
    """Return what a model is. Raises `RefusedModel` with the reason; nothing of it is run."""
    guesses: tuple[str, ...] = ()
    switches: dict[str, bool] = {}
    if entry.kind == "file":
        path = Path(entry.path).expanduser()
        pipeline, parts, guesses = describe_file(path, _companion(path))
        where = path.parent
    else:
        folder = _folder(entry)
        where = folder.root
        pipeline, parts, switches = _describe_folder(folder)
    _check_agreement(PIPELINES[pipeline], parts)
    facts = _facts(PIPELINES[pipeline], parts, guesses)
    tiny = entry.tiny_decoder and describe_tiny(entry.tiny_decoder, facts.latent_channels)
    return Description(
        pipeline=pipeline,
        folder=where,
        parts=parts,
        switches=switches,
        weights=_hash(pipeline, parts),
        facts=facts,
        lora_files=tuple(describe_lora(lora) for lora in entry.loras),
        tiny_decoder=tiny or None,
    )


def _folder(entry: ModelEntry) -> Folder:
    if entry.kind == "folder":
        return Folder(Path(entry.path).expanduser())
    if entry.fetched is None:
        raise RefusedModel(
            f"{entry.path} was not fetched from the hub yet", expected="a folder with its files"
        )
    return Folder(entry.fetched)


def _companion(path: Path) -> Callable[[str, Class], Part | None]:
    """Return what finds the parts that a single file lacks: in the folder of its name beside it."""
    beside = path.with_suffix("")
    folder = Folder(beside) if beside.is_dir() else None

    def part(role: str, found: Class) -> Part | None:
        if folder is None or not folder.has(role):
            return None
        return read_part(folder, role, found)

    return part


def _describe_folder(folder: Folder) -> tuple[str, dict[str, Part], dict[str, bool]]:
    names = folder.look_over()
    if INDEX not in names:
        raise RefusedModel(
            f"{folder.root} holds no {INDEX}",
            expected="a diffusers folder: an index and a folder per part",
            hint="for one .safetensors file choose the kind “file”",
        )
    said = folder.json(INDEX)
    pipeline = said.pop("_class_name", None)
    pipeline = SAME_PIPELINE.get(str(pipeline), pipeline)
    if not isinstance(pipeline, str) or pipeline not in PIPELINES:
        raise RefusedModel(
            f"{INDEX} asks for the pipeline {str(pipeline)[:80]!r}", expected=", ".join(PIPELINES)
        )
    shape = PIPELINES[pipeline]
    switches: dict[str, bool] = {}
    parts: dict[str, Part] = {}
    for role, value in said.items():
        if role in ("_diffusers_version", "_name_or_path") and isinstance(value, str):
            continue
        if role in SWITCHES and isinstance(value, bool | None):
            switches |= {role: value} if value is not None else {}
            continue
        found = _class_of(role, value, shape)
        if found is not None:
            parts[role] = read_part(folder, role, found)
    missing = [role for role in shape.parts if role not in parts and role not in shape.spare]
    if missing:
        raise RefusedModel(f"{INDEX} of a {pipeline} lacks {', '.join(missing)}")
    return pipeline, parts, switches


def _class_of(role: str, value: Any, shape: Shape) -> Class | None:
    """Return the class to open for a part; None for one that is left out or not there."""
    if role not in shape.parts and role not in LEFT_OUT:
        raise RefusedModel(
            f"{INDEX} sets {role[:60]!r}", expected=", ".join([*shape.parts, *sorted(LEFT_OUT)])
        )
    is_pair = isinstance(value, list) and len(value) == 2
    if is_pair and value == [None, None]:
        return None
    if not is_pair or not all(isinstance(word, str) for word in value):
        raise RefusedModel(f"{INDEX}: {role} is {str(value)[:80]}", expected="[library, class]")
    if role in LEFT_OUT:
        return None
    found = opened_as((value[0], value[1]))
    if found not in shape.parts[role]:
        allowed = ", ".join(name for _, name in shape.parts[role])
        raise RefusedModel(
            f"{INDEX}: {role} is {value[0][:40]}.{value[1][:60]}, which is not opened here",
            expected=allowed,
        )
    return found


def read_part(folder: Folder, role: str, found: Class) -> Part:
    """Return a checked part of a folder. Raises `RefusedModel`."""
    library, name = found
    if name.endswith("Tokenizer"):
        return Part(role, library, name, {}, words=read_words(folder, role))
    scheduler = name.endswith("Scheduler")
    file = f"{role}/{'scheduler_config.json' if scheduler else 'config.json'}"
    names = folder.look_over(role)
    if file.rpartition("/")[2] not in names:
        raise RefusedModel(f"{role} holds no {file.rpartition('/')[2]}")
    config = folder.json(file)
    _check_name(config, name, file)
    kept = check_config(config, file)
    if scheduler:
        return Part(role, library, name, kept)
    headers = folder.weights(role, STEMS[library])
    check_weights(name, kept, headers, role)
    return Part(role, library, name, kept, headers, tensors=_tensors(headers))


def _check_name(config: Mapping[str, Any], name: str, file: str) -> None:
    """Refuse a config that speaks of another class than the index."""
    said = config.get("_class_name", name)
    architectures = config.get("architectures") or [name]
    if said != name or not isinstance(architectures, list):
        raise RefusedModel(f"{file} is for {str(said)[:60]!r}, the index says {name}")


def _tensors(headers: tuple[Header, ...]) -> dict[str, Tensor]:
    return {key: tensor for header in headers for key, tensor in header.tensors.items()}


def _check_agreement(shape: Shape, parts: Mapping[str, Part]) -> None:
    """Refuse parts that do not fit each other; on a GPU a wrong id ends the worker."""
    for role, part in parts.items():
        encoder = parts.get(role.replace("tokenizer", "text_encoder"))
        if part.words is None:
            continue
        if encoder is None:
            raise RefusedModel(f"there is a {role} but no text encoder for it")
        known = encoder.config["vocab_size"]
        places = encoder.config.get("max_position_embeddings", CLIP_TOKENS)
        if encoder.name.startswith("CLIP") and part.words.most_tokens > places:
            # Prompts are filled up to this length, whatever it is.
            raise RefusedModel(
                f"{role} allows {part.words.most_tokens} tokens, its text encoder takes {places}",
                expected=f"model_max_length of at most {places} in its tokenizer_config.json",
            )
        if part.words.largest_id >= known:
            raise RefusedModel(
                f"{role} says the token {part.words.largest_id}", expected=f"tokens below {known}"
            )
    denoiser, vae = parts[shape.denoiser], parts["vae"]
    channels = denoiser.config.get("in_channels")
    latent = int(vae.config.get("latent_channels", 4))
    packed = 4 if denoiser.name == FLUX else 1
    if channels != latent * packed:
        raise RefusedModel(
            f"{shape.denoiser} takes {channels} channels and the vae has {latent}",
            expected=f"{latent * packed} channels",
            hint="models for inpainting or depth take more; they are not opened here",
        )


def describe_tiny(path: str, channels: int) -> Part:
    """Return the small autoencoder of previews, a folder of its own, for latents of `channels`.

    Raises `RefusedModel`.
    """
    where = Path(path).expanduser()
    tiny = read_part(Folder(where.parent), where.name, TINY)
    found = int(tiny.config.get("latent_channels", 4))
    if found != channels:
        raise RefusedModel(
            f"the tiny decoder is for latents of {found} channels", expected=str(channels)
        )
    return tiny


def _hash(pipeline: str, parts: Mapping[str, Part]) -> str:
    digest = hashlib.sha256(pipeline.encode())
    for role in sorted(parts):
        part = parts[role]
        said = json.dumps([role, part.name, part.config], sort_keys=True)
        digest.update(said.encode())
        for header in part.headers:
            digest.update(header.digest.encode())
        for name, data in sorted(part.words.files.items()) if part.words else ():
            digest.update(name.encode() + hashlib.sha256(data).digest())
    return digest.hexdigest()[:16]


def _facts(shape: Shape, parts: Mapping[str, Part], guesses: tuple[str, ...]) -> Facts:
    vae, denoiser, scheduler = parts["vae"], parts[shape.denoiser], parts["scheduler"]
    scale = 2 ** (_levels(vae) - 1)
    width, height = _size(denoiser, scale)
    said = denoiser.config
    embedded = bool(said.get("guidance_embeds") or said.get("time_cond_proj_dim"))
    # What Turbo and Lightning say; models of v-prediction space their steps so for other reasons.
    hurried = (
        denoiser.name == UNET
        and scheduler.config.get("timestep_spacing") == "trailing"
        and scheduler.config.get("prediction_type", "epsilon") == "epsilon"
    )
    return Facts(
        latent_channels=int(vae.config.get("latent_channels", 4)),
        scale=scale,
        width=width,
        height=height,
        prediction_type=scheduler.config.get("prediction_type"),
        few_steps=hurried
        or scheduler.name in FEW_STEP_SCHEDULERS
        or (denoiser.name == FLUX and not embedded),
        guidance_embedded=embedded,
        text_encoders=tuple(p.name for r, p in parts.items() if r.startswith("text_encoder")),
        guesses=guesses,
    )


def _levels(vae: Part) -> int:
    keys = ("block_out_channels", "encoder_block_out_channels")
    blocks = next((vae.config[key] for key in keys if key in vae.config), None)
    if not isinstance(blocks, list) or not 1 <= len(blocks) <= 8:
        raise RefusedModel(f"vae/config.json: its blocks are {str(blocks)[:60]}")
    return len(blocks)


def _size(denoiser: Part, scale: int) -> tuple[int, int]:
    side = denoiser.config.get("sample_size")
    if denoiser.name == FLUX:
        side = 128  # its config does not say; the library draws 1,024 pixels
    sides = [one for one in (side if isinstance(side, list) else [side, side]) if type(one) is int]
    if len(sides) != 2:
        raise RefusedModel(f"{denoiser.role}/config.json: sample_size is {str(side)[:40]}")
    return sides[1] * scale, sides[0] * scale
