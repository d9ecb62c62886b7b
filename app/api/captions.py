"""Captions: the points of a map in words, many at a time, for lists that can be read aloud."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel, Field
from starlette.responses import JSONResponse

from app.deps import House
from app.schemas import Input, Listing, problems

router = APIRouter(prefix="/maps", tags=["maps"])
MOST = 500
Number = Annotated[int, Field(ge=0, le=2**31)]


class Wanted(Input):
    """Which points."""

    points: list[Number] = Field(min_length=1, max_length=MOST)


class Caption(BaseModel):
    """A point in words."""

    n: int
    title: dict[str, str]
    prompt: str
    seed: int | None
    distortion: float


@router.post(
    "/{id}/captions", response_model=Listing[Caption], responses=problems(400, 404, 413, 422, 503)
)
async def captions(
    id: Annotated[str, Path(max_length=128)], wanted: Wanted, house: House
) -> JSONResponse:
    """Return the words of many points at once; numbers that are no point are left out."""
    opened = house.maps.open(id)
    late = {}
    if any(n >= opened.count for n in wanted.points):
        late = {each["n"]: each for each in await house.maps.additions(opened)}
    stock = opened.stock
    items = []
    for n in wanted.points:
        if n < opened.count:
            recipe = opened.recipe(n)
            items.append(
                {
                    "n": n,
                    "title": {"en": stock["names_en"][n], "ja": stock["names_ja"][n]},
                    "prompt": stock["prompts"][n],
                    "seed": recipe.get("seed"),
                    "distortion": round(float(opened.distortion[n]), 3),
                }
            )
        elif n in late:
            words = late[n]["recipe"].get("conditioning") or late[n]["recipe"].get("prompt") or ""
            title = {"en": f"New point {n}", "ja": f"新しい点 {n}"}
            items.append({"n": n, "title": title, "prompt": words, "seed": None, "distortion": 0.0})
    return JSONResponse({"items": items, "next": None})
