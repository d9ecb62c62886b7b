"""Models in one .safetensors file (stub until the folders work)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from inference.pipelines.allow import Class
from inference.pipelines.parts import Part
from inference.pipelines.refusal import RefusedModel


def describe_file(
    path: Path, companion: Callable[[str, Class], Part | None]
) -> tuple[str, dict[str, Part], tuple[str, ...]]:
    """Say what a file is."""
    raise RefusedModel(f"{path.name}: single files are not opened yet")


def translate(part: Part, state: dict[str, Any]) -> dict[str, Any]:
    """Rename."""
    return state
