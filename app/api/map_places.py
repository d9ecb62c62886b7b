"""The lie of the land: how crowded it is, where nothing was made yet, and what lies where."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any, Literal

import numpy as np
from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, Field
from starlette.responses import JSONResponse, Response

from app.deps import House, Parts
from app.schemas import Input, problems
from inference.errors import InvalidInput, UnknownId
from inference.maps import contours, survey
from inference.maps.files import MapFolder

router = APIRouter(prefix="/maps", tags=["maps"])
MapId = Annotated[str, Path(max_length=128)]
Place = Annotated[float, Field(ge=-1e9, le=1e9, allow_inf_nan=False)]
Number = Annotated[int, Field(ge=0, le=2**31)]
MOST_NUMBERS = 200_000
_BYTES = {"schema": {"type": "string", "format": "binary"}}
COVERAGE = """Little-endian: `RSHNCOV1` (8 bytes), u32 columns, u32 rows, f32 x_min, f32 y_min,
f32 x_max, f32 y_max; then u8 cells row by row from y_min: 0 where nothing was ever rendered, nor
within 1.5 usual spacings of it, 1 to 255 by the logarithm of the number of points."""


class Items(BaseModel):
    """What was found."""

    items: list[dict[str, Any]]


class Gaps(Input):
    """How many empty places, and near where."""

    limit: int = Field(default=10, ge=1, le=survey.MOST_GAPS)
    near: list[Place] | None = Field(default=None, min_length=2, max_length=2)


class Seed(Input):
    """Which surprise."""

    seed: int = Field(default=0, ge=0, le=2**53 - 1)


class Suggest(Input):
    """What to look for: a gap to fill, what is far from everything given, or where prompts meet."""

    kind: Literal["gap", "far", "collapse"]
    limit: int = Field(default=10, ge=1, le=100)
    near: list[Place] | None = Field(default=None, min_length=2, max_length=2)
    points: list[Number] = Field(default=[], max_length=10_000, description="Far from these")
    seed: int = Field(default=0, ge=0, le=2**53 - 1)


async def _land(house: Parts, map: MapFolder) -> Any:
    """Return all coordinates (n, 2): of points, of newcomers, and of places that were tried.

    A picture that was made for a gap may land elsewhere; nobody has to try that gap again.
    """
    late = []
    for item in await house.maps.additions(map):
        late += [[item["x"], item["y"]], [item["target"]["x"], item["target"]["y"]]]
    return np.concatenate([map.xy, np.array(late, np.float32).reshape(-1, 2)])


async def _gaps(
    house: Parts, map: MapFolder, near: list[float] | None
) -> list[tuple[float, float, float]]:
    xy = await _land(house, map)
    return await asyncio.to_thread(survey.gaps, xy, map.info["bounds"], map.spacing, near)


@router.get(
    "/{id}/coverage",
    response_class=Response,
    responses={
        200: {"description": COVERAGE, "content": {"application/octet-stream": _BYTES}},
        **problems(404, 422, 503),
    },
)
async def coverage(id: MapId, house: House) -> Response:
    """Return how crowded the map is on a grid, newcomers included; 0 is terra incognita."""
    opened = house.maps.open(id)
    xy = await _land(house, opened)
    body = await asyncio.to_thread(survey.coverage, xy, opened.info["bounds"], opened.spacing)
    return Response(body, media_type="application/octet-stream")


@router.post("/{id}/gaps", response_model=Items, responses=problems(400, 404, 413, 422, 503))
async def gaps(id: MapId, wanted: Gaps, house: House) -> JSONResponse:
    """List the largest empty places {x, y, radius, between} inside the known land."""
    opened = house.maps.open(id)
    found = (await _gaps(house, opened, wanted.near))[: wanted.limit]
    return JSONResponse({"items": [_gap(opened, gap) for gap in found]})


def _gap(map: MapFolder, gap: tuple[float, float, float]) -> dict[str, Any]:
    x, y, radius = gap
    names = survey.between(map.labels, x, y)
    return {"x": x, "y": y, "radius": radius, "between": names}


class Spot(BaseModel):
    """A place."""

    x: float
    y: float


@router.post("/{id}/surprise", response_model=Spot, responses=problems(400, 404, 413, 422, 503))
async def surprise(id: MapId, wanted: Seed, house: House) -> JSONResponse:
    """Return a place far from everything; the same for the same seed until something is made there."""
    opened = house.maps.open(id)
    place = survey.surprise(await _gaps(house, opened, None), wanted.seed)
    if place is None:
        raise InvalidInput("this map has no gaps", hint="decode a place of your own")
    return JSONResponse({"x": place[0], "y": place[1]})


@router.post("/{id}/suggest", response_model=Items, responses=problems(400, 404, 413, 422, 503))
async def suggest(id: MapId, wanted: Suggest, house: House) -> JSONResponse:
    """Suggest what to look at next.

    `gap`: empty places as in `gaps`. `far`: points {n, x, y, score} unlike the given ones and each
    other, or, where none are given, surprising places. `collapse`: pairs {points, score, titles} of
    points that look the same although their prompts share no word.
    """
    opened = house.maps.open(id)
    if wanted.kind == "collapse":
        pairs = await asyncio.to_thread(survey.collapses, opened, wanted.limit)
        return JSONResponse({"items": [_pair(opened, *pair) for pair in pairs]})
    if wanted.kind == "far" and wanted.points:
        for n in wanted.points:
            if n >= opened.count:
                raise UnknownId(f"no point {n}", expected=f"0 to {opened.count - 1}")
        far = await asyncio.to_thread(survey.far_from, opened, wanted.points, wanted.limit)
        return JSONResponse({"items": [_point(opened, n, score) for n, score in far]})
    found = await _gaps(house, opened, wanted.near)
    if wanted.kind == "far":
        rest = list(found)
        found = []
        while rest and len(found) < wanted.limit:
            place = survey.surprise(rest, wanted.seed)
            found += [gap for gap in rest if gap[:2] == place]
            rest = [gap for gap in rest if gap[:2] != place]
    return JSONResponse({"items": [_gap(opened, gap) for gap in found[: wanted.limit]]})


def _pair(map: MapFolder, n: int, m: int, cosine: float) -> dict[str, Any]:
    titles = [{"en": map.stock["names_en"][i], "ja": map.stock["names_ja"][i]} for i in (n, m)]
    places = [{"x": float(map.xy[i, 0]), "y": float(map.xy[i, 1])} for i in (n, m)]
    return {"points": [n, m], "score": round(cosine, 4), "titles": titles, "places": places}


def _point(map: MapFolder, n: int, cosine: float) -> dict[str, Any]:
    x, y = map.xy[n].tolist()
    return {"n": n, "x": x, "y": y, "score": round(cosine, 4)}


class Region(BaseModel):
    """A labelled region and its points."""

    level: int
    label: int
    title: dict[str, str]
    count: int
    x: float
    y: float
    points: list[int]


class Regions(BaseModel):
    """Every region, coarse level first."""

    items: list[Region]


@router.get("/{id}/regions", response_model=Regions, responses=problems(404, 422, 503))
async def regions(
    id: MapId, house: House, level: Annotated[int | None, Query(ge=0, le=100)] = None
) -> JSONResponse:
    """List the labelled regions with the numbers of their points; of one level if asked.

    On a map of more than 200,000 points only one level at a time.
    """
    opened = house.maps.open(id)
    if level is None and opened.count > MOST_NUMBERS:
        raise InvalidInput("this map is too large for all levels at once", expected="?level=0")
    answer = await house.client.call("map_regions", map=str(opened.folder))
    items = [
        {
            "level": layer,
            "label": place,
            "title": label["title"],
            "count": len(points),
            "x": label["x"],
            "y": label["y"],
            "points": points,
        }
        for layer, members in enumerate(answer["layers"])
        if level in (None, layer)
        for place, (label, points) in enumerate(
            zip(opened.labels["layers"][layer]["labels"], members, strict=False)
        )
    ]
    return JSONResponse({"items": items})


class Contours(BaseModel):
    """Closed lines of equal density."""

    items: list[dict[str, Any]]


@router.get("/{id}/contours", response_model=Contours, responses=problems(404, 422, 503))
async def density_contours(id: MapId, house: House) -> JSONResponse:
    """Return {min_zoom, max_zoom, share, rings} by zoom: lines of a share of the highest density."""
    opened = house.maps.open(id)
    found = await asyncio.to_thread(contours.contours, opened.xy, opened.info["bounds"])
    return JSONResponse({"items": found})
