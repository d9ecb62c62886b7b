"""Scrubs: every step of a picture, to go back and forth in."""

from __future__ import annotations

import json
from typing import Any, Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field
from starlette.responses import Response

from app.deps import House
from app.schemas import Input, Picture, RecipeInput, problems

router = APIRouter(prefix="/scrubs", tags=["scrubs"])


class Wish(Input):
    """Which picture to take apart."""

    recipe: RecipeInput


class StepView(BaseModel):
    """What the steps so far point at; of a real picture, how much noise was laid over it."""

    step: int
    steps: int
    kind: Literal["denoise", "noise"]
    t: float | None = Field(description="Share of noise, where it is known")
    image: Picture
    xy: list[float] | None = Field(description="Where the picture lies on the map")


class Change(BaseModel):
    """By how much guidance changed the picture at a step, 0 to 1."""

    step: int
    mean_abs: float


class Scrub(BaseModel):
    """All steps: first the real picture into noise, where there is one, then out of noise."""

    recipe: dict[str, Any]
    steps: list[StepView]
    without_guidance: list[StepView] | None
    guidance_change: list[Change] | None
    map: str | None = Field(description="The map that `xy` is about")


@router.post(
    "", response_model=Scrub, responses=problems(400, 404, 409, 410, 413, 422, 429, 500, 503, 507)
)
async def create(wish: Wish, house: House) -> Response:
    """Walk a recipe once more with every step kept. It does not enter the history."""
    recipe = await house.desk.canonical(wish.recipe)
    return Response(json.dumps(await house.scrubs.scrub(recipe)), media_type="application/json")
