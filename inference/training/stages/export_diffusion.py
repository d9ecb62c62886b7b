"""Stage `export` of emoji-diffusion: turn a run into the checkpoint folder that is shipped.

Can be called at any time: while `few` has not run, the UNet of many steps is written.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from inference.networks.diffusion_checkpoint import contents_of, write_contents
from inference.networks.flow import LARGEST_GUIDANCE
from inference.training.caption_words import CaptionWords
from inference.training.diffusion_presets import DiffusionPreset
from inference.training.embeddings import TEXT_PACK
from inference.training.pictures import PictureSet
from inference.training.resume import load_average
from inference.training.stages.export import swap, trained
from inference.training.stages.unet import build, load_vae

ID, VERSION = "emoji-diffusion", "1.0.0"
STEPS = (1, 2, 4)
DEFAULT_STEPS, DEFAULT_GUIDANCE = 4, 3.0


def write(
    pictures: PictureSet,
    captions: CaptionWords,
    folder: Path,
    target: Path,
    preset: DiffusionPreset,
) -> None:
    """Write every file into a folder next to `target`, then put it in `target`'s place."""
    flow = build(preset)
    flow.load_state_dict(trained(folder, "few") or load_average(folder / "unet"))
    vae = load_vae(folder, preset)
    contents = contents_of(flow, vae, captions.token_mean, captions.pooled_mean)
    config: dict[str, Any] = {
        "id": ID,
        "version": VERSION,
        "image_size": preset.pixels,
        "text_encoder": TEXT_PACK,
        "parameters": sum(p.numel() for net in (flow.unet, vae) for p in net.parameters()),
        "styles": list(dict.fromkeys(entry.style for entry in pictures.entries)),
        "steps": list(STEPS),
        "default_steps": DEFAULT_STEPS,
        "guidance": {"min": 1.0, "max": LARGEST_GUIDANCE, "default": DEFAULT_GUIDANCE},
    }
    partial = target.with_name(target.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    write_contents(partial, config, contents)
    # What people wrote (the card) and what evaluation drew stays.
    for kept in (*target.glob("*.md"), *target.glob("*.png")):
        shutil.copy(kept, partial)
    swap(partial, target)
    size = sum(len(data) for data in contents.values())
    sys.stdout.write(f"{len(contents)} files, {size / 1e6:.1f} MB in {target}\n")
