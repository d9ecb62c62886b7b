"""Stage `export`: turn a run into the checkpoint folder that is shipped.

Can be called at any time: a network whose stage has not run yet is written as it would start.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save
from torch import Tensor

from inference.networks.checkpoint import CONFIG, pack
from inference.networks.flow import LARGEST_GUIDANCE
from inference.networks.judge import Judge
from inference.networks.text_encoder import TextEncoder
from inference.packs import folder_of
from inference.training.captions import name_en, name_ja
from inference.training.embeddings import TEXT_PACK, CaptionVectors
from inference.training.latents import LatentSet
from inference.training.pictures import PictureSet
from inference.training.presets import Preset
from inference.training.resume import load_average
from inference.training.stages.directions import DIRECTIONS
from inference.training.stages.flow import build

ID, VERSION = "emoji-vector", "1.0.0"
STEPS = (1, 2, 4)
DEFAULT_STEPS, DEFAULT_GUIDANCE = 4, 3.0


def write(
    pictures: PictureSet,
    latents: LatentSet,
    captions: CaptionVectors,
    folder: Path,
    target: Path,
    preset: Preset,
) -> None:
    """Write every file into a folder next to `target`, then put it in `target`'s place."""
    contents = {
        name: save(tensors) for name, tensors in weights(latents, captions, folder, preset).items()
    }
    contents["directions.safetensors"] = save(direction_vectors(captions.mean))
    contents["captions.json.gz"] = concept_list(pictures)
    contents["directions.json"] = (
        json.dumps(DIRECTIONS, ensure_ascii=False, indent=1) + "\n"
    ).encode()
    config = describe(pictures, preset, contents)
    partial = target.with_name(target.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    # What people wrote (the card) and what evaluation drew stays.
    if target.is_dir():
        shutil.copytree(target, partial)
    partial.mkdir(parents=True, exist_ok=True)
    for name, data in contents.items():
        (partial / name).write_bytes(data)
    (partial / CONFIG).write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
    swap(partial, target)
    size = sum(len(data) for data in contents.values())
    sys.stdout.write(f"{len(contents)} files, {size / 2**20:.1f} MiB in {target}\n")


def weights(
    latents: LatentSet, captions: CaptionVectors, folder: Path, preset: Preset
) -> dict[str, dict[str, Tensor]]:
    """Return the packed tensors of every safetensors file."""
    flow = trained(folder, "meanflow") or trained(folder, "flow")
    coder = trained(folder, "decoder") or load_average(folder / "autoencoder")
    judge = trained(folder, "judge")
    if judge is None:
        judge = Judge(**preset.judge).state_dict()
    return {
        "autoencoder.safetensors": pack(coder),
        "flow.safetensors": pack(flow or build(preset, latents).state_dict(), eight_bit=True),
        "judge.safetensors": pack(judge),
        "text.safetensors": pack({"mean": captions.mean}),
        "prior.safetensors": pack({"mean": latents.mean, "root": latents.covariance_root}),
    }


def direction_vectors(mean: Tensor) -> dict[str, Tensor]:
    """Return every shipped direction (384,): mean(to) − mean(from) of its pooled prompts."""
    encoder = TextEncoder.load(folder_of(TEXT_PACK))

    def middle(prompts: Sequence[str]) -> Tensor:
        # One at a time, as a worker encodes them: padding would change the last bits.
        pooled = [encoder.encode([prompt], mean=mean).pooled[0] for prompt in prompts]
        return torch.stack(pooled).mean(0)

    return {
        card["id"]: middle(card["to_prompts"]) - middle(card["from_prompts"]) for card in DIRECTIONS
    }


def trained(folder: Path, stage: str) -> dict[str, Tensor] | None:
    """Return the averaged weights of a stage, or nothing when it has not run."""
    if not (folder / stage / "state.safetensors").exists():
        return None
    return load_average(folder / stage)


def describe(pictures: PictureSet, preset: Preset, contents: dict[str, bytes]) -> dict[str, Any]:
    """Return `config.json`: how to build the networks, what they accept, and which bytes to trust."""
    channels = preset.autoencoder["channels"]
    return {
        "id": ID,
        "version": VERSION,
        "image_size": 64,
        "latent_shape": [channels, 8, 8],
        "text_encoder": TEXT_PACK,
        "networks": {
            "autoencoder": preset.autoencoder,
            "flow": preset.flow,
            "judge": preset.judge,
        },
        "styles": list(dict.fromkeys(entry.style for entry in pictures.entries)),
        "steps": list(STEPS),
        "default_steps": DEFAULT_STEPS,
        "guidance": {"min": 1.0, "max": LARGEST_GUIDANCE, "default": DEFAULT_GUIDANCE},
        "files": {
            name: hashlib.sha256(data).hexdigest() for name, data in sorted(contents.items())
        },
    }


def concept_list(pictures: PictureSet) -> bytes:
    """Return what is known about every picture, as gzipped JSON: the stock of the map."""
    rows = [
        {
            "name_en": name_en(entry),
            "name_ja": name_ja(entry),
            "style": entry.style,
            "keywords_en": entry.keywords_en,
            "keywords_ja": entry.keywords_ja,
            "group": entry.group,
            "subgroup": entry.subgroup,
            "tone": entry.tone,
            "gender": entry.gender,
            "base": entry.base,
            "split": split,
        }
        for entry, split in zip(pictures.entries, pictures.splits, strict=True)
    ]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), mtime=0)


def swap(partial: Path, target: Path) -> None:
    """Put a finished folder in the place of another one."""
    old = target.with_name(target.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    partial.rename(target)
    shutil.rmtree(old, ignore_errors=True)
