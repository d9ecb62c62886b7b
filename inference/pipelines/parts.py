"""What a description of a model consists of. Nothing here holds weights or needs torch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from inference.pipelines.allow import PIPELINES, Class
from inference.pipelines.headers import Header, Tensor
from inference.pipelines.tokenizers import Words

LIBRARY_LAYOUT = "library"
ENCODERS = ("text_encoder", "lora_te")
NAMES = {"F32": "float32", "F16": "float16", "BF16": "bfloat16"}


@dataclass(frozen=True, eq=False)
class Part:
    """One part of a pipeline: which class is opened, with which config, and which weights.

    `config` holds what the class may see. `tensors` says where the weights lie, by the names that
    the `layout` gives them: the library's own, or that of a single file.
    """

    role: str
    library: str
    name: str
    config: Mapping[str, Any]
    headers: tuple[Header, ...] = ()
    words: Words | None = None
    layout: str = LIBRARY_LAYOUT
    tensors: Mapping[str, Tensor] = field(default_factory=dict)

    @property
    def parameters(self) -> int:
        """Return how many numbers it holds."""
        return sum(tensor.count for tensor in self.tensors.values())

    @property
    def bytes(self) -> int:
        """Return how many bytes its weights take in the file."""
        return sum(tensor.end - tensor.start for tensor in self.tensors.values())


@dataclass(frozen=True)
class Facts:
    """What cards and estimates need to know. `width` and `height` are pixels.

    `scale` is how many pixels a latent's cell is wide. `few_steps`: made for one to eight steps.
    `guidance_embedded`: guidance is an input of the network, not a second pass. `guesses` are what
    a single file does not say and had to be assumed.
    """

    latent_channels: int
    scale: int
    width: int
    height: int
    prediction_type: str | None
    few_steps: bool
    guidance_embedded: bool
    text_encoders: tuple[str, ...]
    guesses: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class LoraFile:
    """A LoRA that was checked: its header, its hash, and the ranks that occur in it."""

    id: str
    header: Header
    ranks: tuple[int, ...]

    @property
    def sha256(self) -> str:
        """Return what tells it from every other LoRA (16 hex)."""
        return self.header.digest[:16]

    @property
    def bytes(self) -> int:
        """Return how many bytes it takes."""
        return self.header.size_bytes

    @property
    def touches_words(self) -> bool:
        """Say whether a part of it is for a text encoder."""
        return any(name.startswith(ENCODERS) for name in self.header.tensors)


@dataclass(frozen=True, eq=False)
class Description:
    """A model that may be opened. `weights` tells it from every other (16 hex)."""

    pipeline: str
    folder: Path
    parts: Mapping[str, Part]
    switches: Mapping[str, bool]
    weights: str
    facts: Facts
    lora_files: tuple[LoraFile, ...] = ()
    tiny_decoder: Part | None = None

    @property
    def denoiser(self) -> Part:
        """Return the part that is asked at every step."""
        return self.parts[PIPELINES[self.pipeline].denoiser]

    @property
    def configs(self) -> dict[str, dict[str, Any]]:
        """Return the settings of every part, with the name of its class; absent parts are missing."""
        return {
            role: dict(part.words.settings if part.words else part.config)
            | {"_class_name": part.name}
            for role, part in self.parts.items()
        }

    @property
    def classes(self) -> dict[str, Class]:
        """Return library and class of every part."""
        return {role: (part.library, part.name) for role, part in self.parts.items()}

    @property
    def loras(self) -> dict[str, str]:
        """Return the hash (16 hex) of every LoRA, by id."""
        return {lora.id: lora.sha256 for lora in self.lora_files}

    @property
    def bytes(self) -> int:
        """Return how many bytes all weights take in their files."""
        return sum(part.bytes for part in self.parts.values())

    @property
    def parameters(self) -> int:
        """Return how many numbers all parts hold together."""
        return sum(part.parameters for part in self.parts.values())

    @property
    def dtype(self) -> str:
        """Return the number type of most of the denoiser's weights."""
        counts: Counter[str] = Counter()
        for tensor in self.denoiser.tensors.values():
            counts[tensor.dtype] += tensor.count
        return next((NAMES[name] for name, _ in counts.most_common() if name in NAMES), "float32")
