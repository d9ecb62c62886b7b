"""What a borrowed model is, read from its configs alone: its card, sizes and defaults."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from inference.contracts import VERBS
from inference.library import ModelEntry
from inference.pipelines import placement, samplers
from inference.pipelines.conditioning import Parts
from inference.pipelines.parts import Description

if TYPE_CHECKING:
    import torch

MOST_STEPS, USUAL_STEPS, FEW_STEPS = 150, 20, 4
MOST_GUIDANCE = 20.0
LEAST_CELLS, LARGEST_SIDE = 8, 2048
WAYS_BACK = {
    samplers.DIFFUSION: {
        "ddim-25": {"en": "DDIM, 25 steps back", "ja": "DDIM、25ステップ逆行"},
        "ddim-50": {"en": "DDIM, 50 steps back", "ja": "DDIM、50ステップ逆行"},
    },
    samplers.FLOW: {
        "flow-28": {"en": "Flow, 28 steps back", "ja": "フロー、28ステップ逆行"},
        "flow-50": {"en": "Flow, 50 steps back", "ja": "フロー、50ステップ逆行"},
    },
}


class Facts:
    """What the configs of a pipeline say, before any weights are read.

    A family sets the class attributes and brings `parts`.
    """

    pipelines: ClassVar[tuple[str, ...]]
    name: ClassVar[str]
    denoiser: ClassVar[str] = "unet"
    # Of the denoiser: the one in their middle is listened to.
    blocks: ClassVar[tuple[str, ...]] = ("mid_block",)
    with_picture: ClassVar[str | None] = None  # the library's image-to-image, where it has one
    only_samplers: ClassVar[tuple[str, ...]] = ()
    guidance: ClassVar[float] = 7.5  # the usual scale
    says_no: ClassVar[bool] = True  # takes a negative prompt
    reads_weights: ClassVar[bool] = False  # of words inside prompts

    resident = False
    rows_forward = rows_decoded = 1

    def __init__(self, entry: ModelEntry, description: Description) -> None:
        self.entry, self.description = entry, description
        self.id = entry.id
        self.scheduler_config = description.configs["scheduler"]
        self.kind = samplers.kind_of(self.scheduler_config)
        self.place = placement.choose(description, entry)

    @property
    def parts(self) -> Parts:
        """Return what words become; read from configs alone."""
        raise NotImplementedError

    def config(self, role: str) -> Mapping[str, Any]:
        """Return the settings of a component."""
        found: Mapping[str, Any] = self.description.configs[role]
        return found

    @property
    def channels(self) -> int:
        """Return the channels of a latent."""
        return int(self.config(self.denoiser)["in_channels"])

    @property
    def cell(self) -> int:
        """Return how many pixels wide a cell of a latent is."""
        return self.description.facts.scale

    @property
    def cells_per_patch(self) -> int:
        """Return how many cells of a latent are one token of a transformer."""
        return int(self.config(self.denoiser).get("patch_size") or 1)

    @property
    def width(self) -> int:
        """Return the usual width in pixels."""
        return self.description.facts.width

    @property
    def height(self) -> int:
        """Return the usual height in pixels."""
        return self.description.facts.height

    @property
    def defaults(self) -> tuple[int, float]:
        """Return the usual number of steps and guidance."""
        if self.description.facts.few_steps:
            return FEW_STEPS, self.guidance if self.description.facts.guidance_embedded else 1.0
        return USUAL_STEPS, self.guidance

    @property
    def is_guided(self) -> bool:
        """Say whether the guidance scale changes anything."""
        return True

    @property
    def takes_no(self) -> bool:
        """Say whether it takes a negative prompt: not where guidance is a plain input."""
        return self.says_no and not self.description.facts.guidance_embedded

    def latent_shape(self, width: int, height: int) -> tuple[int, ...]:
        """Return the shape (channels, rows, columns) of a latent of a picture."""
        return self.channels, height // self.cell, width // self.cell

    def card(self) -> dict[str, Any]:
        """Return what the catalogue says about the model."""
        title = self.entry.title or self.id
        multiple = self.cell * self.cells_per_patch
        steps, guidance = self.defaults
        dim = math.prod(self.latent_shape(self.width, self.height))
        most = MOST_GUIDANCE if self.is_guided else 1.0
        return {
            "id": self.id,
            "family": self.name,
            "title": {"en": title, "ja": title},
            "summary": {
                "en": f"{self.description.pipeline}, brought by you.",
                "ja": f"{self.description.pipeline}（持ち込みモデル）",
            },
            "licence": "the model's own",
            "weights": self.weights,
            "verbs": [verb for verb, protocol in VERBS.items() if isinstance(self, protocol)],
            "image": {
                "width": self.width,
                "height": self.height,
                "sizes": {
                    "min": min(self.width, self.height, LEAST_CELLS * multiple),
                    "max": max(self.width, self.height, LARGEST_SIDE),
                    "multiple": multiple,
                },
            },
            "steps": {"min": 1, "max": MOST_STEPS, "default": steps},
            "samplers": samplers.samplers_of(self.scheduler_config, only=self.only_samplers),
            "guidance_scale": {"min": 1.0, "max": most, "default": guidance},
            "styles": [],
            "spaces": {
                "prompt": {"id": f"{self.id}.prompt", "geometry": "flat", "dim": self.parts.dim},
                "noise": {"id": f"{self.id}.noise", "geometry": "gaussian", "dim": dim},
                "latent": {"id": f"{self.id}.latent", "geometry": "flat", "dim": dim},
            },
            "negative_prompt": self.takes_no,
            # Networks of other kinds mix words and pictures in one attention.
            "attention": self.denoiser == "unet",
            "prompt_weighting": self.reads_weights,
            "image_to_image": True,
            "inversions": self._inversions(),
            "loras": [
                {
                    "id": lora.id,
                    "title": lora.title or lora.id,
                    "sha256": self.description.loras[lora.id],
                    "range": {"min": -2.0, "max": 2.0, "default": 1.0},
                }
                for lora in self.entry.loras
            ],
            "uses_words": True,
            "directions": [],
            "resident": False,
            "memory": {
                "bytes_needed": self.bytes_needed(),
                "weights_bytes": self.description.bytes,
            },
            "placement": self._placement(),
            "guesses": list(self.description.facts.guesses),
            "origin": {"kind": self.entry.kind, "name": self.entry.path},
        }

    def _placement(self) -> dict[str, Any]:
        card = self.place.card()
        for lora in self.description.lora_files:
            if lora.touches_words:
                card["notes"].append(
                    {
                        "en": f"The LoRA {lora.id} also has a part for the words; it is not used.",
                        "ja": f"LoRA「{lora.id}」には言葉の側の部分もありますが、使われません。",
                    }
                )
        return card

    def _inversions(self) -> list[dict[str, Any]]:
        """Return the ways back, each with the sampler and the steps that walk there again."""
        there = "flow_euler" if self.kind == samplers.FLOW else "ddim"
        return [
            {"id": id, "title": title, "sampler": there, "steps": int(id.rpartition("-")[2])}
            for id, title in self.ways_back.items()
        ]

    @property
    def weights(self) -> str:
        """Return 16 hexadecimal digits that name the weights."""
        return str(self.description.weights)

    @property
    def ways_back(self) -> dict[str, dict[str, str]]:
        """Return the inversions, by id."""
        return WAYS_BACK[self.kind]

    def bytes_needed(self, device: str = "cpu") -> int:
        """Return about how many bytes the loaded model takes, with room to draw one picture."""
        needed: int = self.place.bytes_needed
        return needed

    @property
    def card_sampler(self) -> str:
        """Return the model's own sampler."""
        return samplers.sampler_of(self.scheduler_config)

    @cached_property
    def device(self) -> torch.device:
        """Return where the passes are carried out."""
        import torch

        return torch.device(self.place.device)

    @property
    def dtype(self) -> str:
        """Return the number type of the passes."""
        return str(self.place.dtype)

    @property
    def _dtype(self) -> torch.dtype:
        import torch

        found: torch.dtype = getattr(torch, self.dtype)
        return found
