"""Links between maps: the same pictures elsewhere, and where two maps disagree about who is near."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from app import map_links
from app.deps import House
from app.maps import version_of
from app.schemas import Listing, problems

router = APIRouter(prefix="/maps", tags=["maps"])
MapId = Annotated[str, Path(max_length=128)]

LINK = """Little-endian: `RSHNLNK1` (8 bytes), u32 count; then u32 partner[count] (the number of the
same recipe on the other map, of two models the same words and noise; 4294967295 is nobody) and u8 disagreement[count] (0 to 254 over
[0, 1]: the share of true neighbours that changed; 255 is unknown)."""


class Other(BaseModel):
    """A map that shows some of the same pictures."""

    map: str
    shared: int


@router.get("/{id}/links", response_model=Listing[Other], responses=problems(404, 422, 503))
async def list_links(id: MapId, house: House) -> JSONResponse:
    """List the maps that share prompts and seeds with this one, the closest first."""
    here = house.maps.open(id)
    others = [
        each for each in house.maps.all() if each.id != here.id and map_links.has_recipes(each)
    ]
    if not map_links.has_recipes(here):
        others = []
    counts = await asyncio.to_thread(
        lambda: [(each.id, map_links.shared(here, each)) for each in others]
    )
    items = [{"map": map, "shared": n} for map, n in counts if n >= map_links.LEAST]
    items.sort(key=lambda each: -int(str(each["shared"])))
    return JSONResponse({"items": items, "next": None})


@router.get(
    "/{id}/links/{other}",
    response_class=Response,
    responses={
        200: {
            "description": LINK,
            "content": {
                "application/octet-stream": {"schema": {"type": "string", "format": "binary"}}
            },
        },
        304: {"description": "You have it already"},
        **problems(404, 422, 503),
    },
)
async def link(id: MapId, other: MapId, house: House, request: Request) -> Response:
    """Return who is who on another map, and where the true neighbours differ."""
    here, there = house.maps.open(id), house.maps.open(other)
    tag = f'"{here.id}.{version_of(here)}.link.{there.id}.{version_of(there)}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    body = await asyncio.to_thread(map_links.link, here, there)
    return Response(body, headers=headers, media_type="application/octet-stream")


class Region(BaseModel):
    """A region of this map, and how far its pictures have other neighbours on the other map."""

    title: dict[str, str]
    count: int = Field(description="Pictures of it that both maps have")
    mean: float
    x: float
    y: float


class Odd(BaseModel):
    """A picture that has other neighbours on the other map."""

    n: int
    there: int = Field(description="Its number on the other map")
    disagreement: float
    title: dict[str, str]


class Summary(BaseModel):
    """Where two maps disagree: how many pictures both have, on the mean, by region, and which most."""

    here: int
    there: int
    shared: int
    mean: float | None
    regions: list[Region]
    most: list[Odd]


@router.get(
    "/{id}/links/{other}/summary", response_model=Summary, responses=problems(404, 422, 503)
)
async def summarise(id: MapId, other: MapId, house: House) -> JSONResponse:
    """Say where two maps disagree about who is near: regions and pictures, the largest first."""
    here, there = house.maps.open(id), house.maps.open(other)
    layers = (await house.client.call("map_regions", map=str(here.folder)))["layers"]
    return JSONResponse(await asyncio.to_thread(map_links.summary, here, there, layers))
