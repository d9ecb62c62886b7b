"""The fields of recipes as columns of a map: whatever differs from point to point can colour it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from inference.expressions.grammar import quote

PLAIN = ("model", "negative_prompt", "steps", "guidance_scale", "sampler", "strength")
SEED = re.compile(r"noise\((\d+)\)")
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
TITLES = {
    "model": ("Model", "モデル"),
    "prompt": ("Prompt", "プロンプト"),
    "negative_prompt": ("Without", "除くもの"),
    "seed": ("Seed", "シード"),
    "steps": ("Steps", "ステップ数"),
    "guidance_scale": ("Guidance", "ガイダンス"),
    "sampler": ("Sampler", "サンプラー"),
    "strength": ("Strength", "強さ"),
    "size": ("Size", "大きさ"),
    "made": ("Made", "作成日時"),
}


def field_of(recipe: Mapping[str, Any], name: str) -> Any:
    """Return a field of a recipe, short or in full; None where it says nothing about it.

    The seed of a full recipe is that of its plain noise, its prompt what stands in quotes alone.
    """
    if name == "seed" and "seed" not in recipe:
        plain = SEED.fullmatch(str(recipe.get("noise", "")))
        return int(plain[1]) if plain else None
    if name == "prompt" and "prompt" not in recipe:
        words = str(recipe.get("conditioning", ""))
        return words[1:-1].replace('\\"', '"') if QUOTED.fullmatch(words) else words or None
    if name == "size":
        return f"{recipe['width']} × {recipe['height']}" if "width" in recipe else None
    return recipe.get(name)


def ends_of(recipe: Mapping[str, Any]) -> tuple[str, str]:
    """Return the words and the noise of a recipe, short or in full, as expressions."""
    words = recipe.get("conditioning") or quote(str(recipe.get("prompt") or ""))
    return str(words), str(recipe.get("noise") or f"noise({recipe.get('seed') or 0})")


def sign_of(recipe: Mapping[str, Any], *, whole: bool) -> tuple[Any, ...]:
    """Return what makes two recipes the same: words and noise, or `whole` everything but the weights.

    Recipes of two models can agree in their words and their noise only.
    """
    ends = ends_of(recipe)
    if not whole:
        return ends
    further = ("steps", "guidance_scale", "sampler", "negative_prompt", "image", "strength")
    rest = [str(recipe.get(name)) for name in further]
    lean = [(each.get("direction"), each.get("scale")) for each in recipe.get("steering") or ()]
    return *ends, *rest, tuple(lean)


def varying(recipes: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Return for every recipe the fields in which they differ, as texts; "" where it has none.

    How far a picture was steered along a direction is a field of its own. Prompts that hardly ever
    repeat are left out: they name the points already.
    """
    found: list[dict[str, str]] = [{} for _ in recipes]
    names = ["prompt", "seed", *PLAIN, "size"]
    columns = {name: [_text(field_of(recipe, name)) for recipe in recipes] for name in names}
    for n, recipe in enumerate(recipes):
        for term in recipe.get("steering") or ():
            name = str(term.get("direction"))
            columns.setdefault(name, ["0"] * len(recipes))[n] = _text(term.get("scale"))
    for name, values in columns.items():
        different = len(set(values))
        if different < 2 or (name == "prompt" and different > len(values) / 2):
            continue
        for fields, value in zip(found, values, strict=True):
            fields[name] = value
    return found


def _text(value: Any) -> str:
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
