"""Rows of renders: from a recipe to a row, and back."""

from __future__ import annotations

import json

from app.storage.tables import RenderRow, now
from inference.client import Lane
from inference.recipe import Recipe


def new_row(id: str, recipe: Recipe, lane: Lane) -> RenderRow:
    """Return the row of a render that nobody asked for before."""
    return RenderRow(
        id=id,
        model=recipe.model,
        recipe=recipe.model_dump(mode="json"),
        words=words_of(recipe),
        lane=lane,
        state="queued",
        step=0,
        steps=recipe.steps,
        starred=False,
        deleted=False,
        created_at=now(),
    )


def recipe_of(row: RenderRow) -> Recipe:
    """Read the recipe of a row."""
    return Recipe.model_validate_json(json.dumps(row.recipe))


def words_of(recipe: Recipe) -> str:
    """Return what the history is searched for: the words of a recipe, in lower case."""
    return f"{recipe.conditioning} {recipe.noise}".lower()
