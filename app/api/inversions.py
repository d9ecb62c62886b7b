"""Inversions: from an uploaded picture to noise that can be edited."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import BaseModel, Field
from starlette.responses import Response

from app import inversions
from app.deps import House
from app.schemas import Input, Render, problems

router = APIRouter(prefix="/inversions", tags=["inversions"])
Method = Annotated[str, Field(max_length=100)]


class Wish(Input):
    """Which picture, and which model should find it in its own space."""

    image: str = Field(pattern="^[0-9a-f]{64}$", description="What POST /images answered")
    model: str = Field(max_length=200, examples=["emoji-vector"])
    prompt: str | None = Field(default=None, max_length=2_000, description="What it shows")
    methods: list[Method] | None = Field(default=None, min_length=1, max_length=16)


class Scores(BaseModel):
    """How well the picture was made again: decibels (more is better), similarity up to 1."""

    psnr_db: float
    ssim: float


class Candidate(BaseModel):
    """One way to make the picture again."""

    method: str
    noise: str = Field(examples=['img("…", "flow-24")'])
    recipe: dict[str, Any]
    render: Render
    scores: Scores


class Candidates(BaseModel):
    """All of them, the most faithful first."""

    candidates: list[Candidate]


@router.post(
    "",
    response_model=Candidates,
    responses=problems(400, 404, 409, 410, 413, 422, 429, 500, 503, 507),
)
async def create(wish: Wish, house: House) -> Response:
    """Find noises that make this picture, and score what each of them makes."""
    found = await inversions.candidates(
        house.desk, wish.image, wish.model, wish.prompt, wish.methods
    )
    return Response(json.dumps({"candidates": found}), media_type="application/json")
