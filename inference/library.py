"""The user's own models, as they are remembered: a JSON list of entries. Needs no torch."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from inference.errors import DamagedWeights, InvalidInput

MOST_LORAS = 64
Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")]
Place = Annotated[str, Field(min_length=1, max_length=1_000, pattern=r"^[^\x00-\x1f]+$")]
Title = Annotated[str, Field(max_length=120)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class LoraEntry(_Strict):
    """A LoRA of a model: one .safetensors file."""

    id: Slug
    path: Place
    title: Title | None = None


class ModelEntry(_Strict):
    """A model that the user added, and how it is to be opened.

    `path` is a diffusers folder, one .safetensors file, or a hub id; `fetched` is the folder that a
    hub model was downloaded to. `tiny_decoder` is a folder of an AutoencoderTiny, for previews.
    """

    id: Slug
    kind: Literal["folder", "file", "hub"]
    path: Place
    title: Title | None = None
    dtype: Literal["auto", "float32", "bfloat16", "float16"] = "auto"
    offload: Literal["none", "model", "sequential"] = "none"
    attention: Literal["auto", "sdpa", "sliced"] = "auto"
    tiny_decoder: Place | None = None
    fetched: Place | None = None
    loras: Annotated[list[LoraEntry], Field(max_length=MOST_LORAS)] = []


def read_entry(fields: Any) -> ModelEntry:
    """Return an entry. Raises `InvalidInput` that names the first field which is wrong."""
    try:
        return ModelEntry.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "it"
        known = ", ".join(ModelEntry.model_fields)
        raise InvalidInput(
            f"that is no entry of a model: {place}: {first['msg'].lower()}",
            expected=f"the fields of an entry: {known}",
        ) from error


def read_library(path: Path) -> list[ModelEntry]:
    """Return every entry of a library file, in order; none where there is no file.

    Raises `DamagedWeights` for a file that is no JSON list, and `InvalidInput` for a broken entry.
    """
    try:
        found = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return []
    except (OSError, ValueError, RecursionError) as error:
        raise DamagedWeights(f"the library {path} cannot be read: {error}") from error
    if not isinstance(found, list):
        raise DamagedWeights(f"the library {path} is no JSON list")
    return [read_entry(fields) for fields in found]


def write_library(path: Path, entries: Sequence[ModelEntry]) -> None:
    """Replace a library file whole, so that it is never half."""
    fresh = path.with_suffix(".new")
    fields = [entry.model_dump(exclude_defaults=True) for entry in entries]
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(fields, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
