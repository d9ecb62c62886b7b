"""The model card of emoji-diffusion."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from inference.training.card import budget, data, results
from inference.training.diffusion_presets import DiffusionPreset

# Looked at by eye on the sheets of the shipped weights.
FAILURES: tuple[str, ...] = (
    "It has seen a quarter of a million samples; a network of this size wants millions. Colours "
    "are right more often than not and silhouettes often, but the judge names only one picture in "
    "seven (one in five was the least we aimed for); outlines are soft, the inside is mud. "
    "`emoji-vector` draws better pictures of the same prompts, and faster: it stays the default.",
    "What makes an emoji this one and not its neighbour is mostly missing: sunglasses, tears, "
    "what a person holds, keys of a keyboard, the hole of a floppy disk.",
    "A name that was held out becomes a relative at best (`pouting cat` some cat, `leafless tree` "
    "a tree in leaf) and otherwise something else (`tractor`, `barber pole`, `prayer beads`).",
    "Japanese prompts are weaker than English ones: `nerd face` and `person with veil` are lost.",
    "Styles show as a tint more than as a manner of drawing.",
    "One, two and four steps differ little; four are somewhat sharper and harder in colour.",
    "Inversion works without words. On three emoji, `solve-4` came back within two decibels of "
    "what the autoencoder alone keeps, the flow methods one to six below; a photo comes back as "
    "soft as the autoencoder. There is no counting, placing or lettering.",
)


def write_card(
    numbers: dict[str, Any],
    config: dict[str, Any],
    preset: DiffusionPreset,
    folder: Path,
    target: Path,
) -> None:
    """Write `README.md` next to the weights."""
    parts = [
        introduction(config, preset),
        data(preset.pixels),
        budget(folder / "curve.jsonl", hardware(preset)),
        results(numbers),
        "\n".join(["## Where it fails", "", *(f"* {line}" for line in FAILURES)]),
    ]
    (target / "README.md").write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def introduction(config: dict[str, Any], preset: DiffusionPreset) -> str:
    """Say what the model is and how it is opened."""
    side, millions = preset.pixels, config["parameters"] / 1e6
    channels, cells = preset.unet["in_channels"], preset.unet["sample_size"]
    return f"""# emoji-diffusion

A small latent diffusion model of {millions:.0f} M parameters, trained from nothing on openly licensed
emoji art. A prompt in English or Japanese becomes a {side}×{side} picture in one, two or four steps;
guidance is an input of the network, so a step costs one pass. The latent is a grid of
{cells}×{cells}×{channels} numbers.

Everything is in standard classes and the standard layout of diffusers:

```python
from diffusers import AutoencoderDC, UNet2DConditionModel

unet = UNet2DConditionModel.from_pretrained(folder, subfolder="unet")
vae = AutoencoderDC.from_pretrained(folder, subfolder="vae")
```

* `vae/`: pictures ↔ latents, one cell for 8×8 pixels, deterministic; the decoder ends in PixelShuffle
  and has no convolution at full resolution.
* `unet/`: noise → latents. It returns the average velocity between two times t ≥ r (t = 1 is noise)
  as a correction of the best linear guess: u = (2t−1)/s · z + net/√s with s = t² + (1−t)².
  `timestep` is 1000 t; `encoder_hidden_states` are 8 × 20 token states of multilingual-e5-small less
  their mean; `class_labels` is 8 × the pooled prompt vector; `timestep_cond` holds waves of t − r and
  of log(guidance). r = t gives the velocity itself, which also runs backwards (inversion).
* `statistics.safetensors`: mean and spread of the latents by channel, the words of the empty prompt,
  and the means taken off token states and pooled vectors.

A step is z ← z − (t − r) u. Weights are fp16, in files of at most 15 MB; `config.json` lists the
SHA-256 of each. Prompts are read by multilingual-e5-small (MIT), which is not part of this folder.

![Sixty-four prompts; from left to right: the picture drawn for it, then one, two and four
steps](sheet.png)

In the sheet each prompt has four pictures: what an artist drew, then one, two and four steps from the
same noise. `[new style]` was never seen in that style, `[new name]` never at all. `ja:` prompts were
given in Japanese."""


def hardware(preset: DiffusionPreset) -> str:
    """Say on what the weights were trained."""
    if preset.device.type == "cuda":
        return "The shipped weights were trained on one GPU."
    return (
        "The shipped weights were trained on two CPU cores shared with other work, without a GPU: "
        "this is the small version (64 px). `make train MODEL=emoji-diffusion` on a machine with "
        "CUDA trains the 128 px version of about 25 M parameters under the same id."
    )
