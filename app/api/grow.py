"""Grow: from some points to those that are truly near them, whatever the flat map says."""

from __future__ import annotations

import asyncio
from typing import Annotated

import numpy as np
from fastapi import APIRouter, Path
from pydantic import BaseModel, Field
from starlette.responses import JSONResponse

from app.deps import House
from app.schemas import Input, problems
from inference.maps.files import MapFolder

router = APIRouter(prefix="/maps", tags=["maps"])
MOST = 100_000
Number = Annotated[int, Field(ge=0, le=2**31)]


class Seeds(Input):
    """Whose neighbours are wanted, and how many of each."""

    points: list[Number] = Field(min_length=1, max_length=MOST)
    k: int = Field(default=5, ge=1, le=15, description="Nearest neighbours of each point")


class Grown(BaseModel):
    """The points and their neighbours, by number."""

    points: list[int]


@router.post("/{id}/grow", response_model=Grown, responses=problems(400, 404, 413, 422, 503))
async def grow(
    id: Annotated[str, Path(max_length=128)], seeds: Seeds, house: House
) -> JSONResponse:
    """Return the points together with the k true neighbours of each (in the space of the map)."""
    opened = house.maps.open(id)
    return JSONResponse({"points": await asyncio.to_thread(grown, opened, seeds.points, seeds.k)})


def grown(map: MapFolder, points: list[int], k: int) -> list[int]:
    """Return the points and the k nearest of each, sorted; newcomers stay but bring nobody."""
    numbers = np.unique(np.asarray(points, np.int64))
    known = numbers[numbers < map.count]
    near = np.asarray(map.neighbours[known, :k], np.int64).ravel()
    return [int(n) for n in np.union1d(numbers, near)]
