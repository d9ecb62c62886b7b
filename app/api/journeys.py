"""Journeys: walks between pictures, an even pace along them, and films."""

from __future__ import annotations

import asyncio
import json
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from fastapi.responses import FileResponse
from starlette.requests import Request
from starlette.responses import Response

from app.deps import House, Parts
from app.film_files import ENDINGS, TYPES, MissingEncoder, codec_of
from app.film_read import journey_in
from app.jobs import view_of as job_view
from app.journey_shapes import Changes, FilmWish, FormatView, FrameView, Journey, Wish
from app.journeys import plan_of, walk_of
from app.schemas import Job, Listing, problems
from app.storage.tables import JourneyRow
from app.uploads import brings_file, file_of
from inference.errors import InvalidInput
from inference.recipe import recipe_id

router = APIRouter(prefix="/journeys", tags=["journeys"])
JourneyId = Annotated[str, Path(max_length=64, description="The id of a journey")]
_NO_STORE = {"Cache-Control": "no-store"}


def _answer(shown: Any, status: int = 200, **headers: str) -> Response:
    body = json.dumps(shown, ensure_ascii=False)
    return Response(body, status, headers={**_NO_STORE, **headers}, media_type="application/json")


async def _shown(house: Parts, row: JourneyRow) -> dict[str, Any]:
    view = await house.journeys.view(row)
    # How far a job is stands in memory, its row says only that it runs.
    running = [await house.jobs.find(job["id"]) for job in view["jobs"]]
    return view | {"jobs": [job_view(job) for job in running]}


@router.post(
    "",
    status_code=201,
    response_model=Journey,
    responses=problems(400, 404, 409, 410, 413, 422, 429, 500, 503, 507),
)
async def create(wish: Wish, house: House) -> Response:
    """Keep a new journey. Nothing is rendered yet: POST its outlook, or a film."""
    said = _said(wish.model_dump(exclude={"title", "model"}))
    row = await house.journeys.create(wish.title, await house.journeys.settled(said, wish.model))
    shown = await _shown(house, row)
    return _answer(shown, 201, Location=f"/api/v1/journeys/{row.id}")


@router.get("", response_model=Listing[Journey], responses=problems(422, 503))
async def list_journeys(
    house: House,
    cursor: Annotated[str | None, Query(max_length=64)] = None,
    limit: Annotated[int, Query(ge=1, le=50)] = 20,
) -> Response:
    """List journeys, newest first."""
    rows, more = await house.journeys.page(cursor, limit)
    return _answer({"items": [await _shown(house, row) for row in rows], "next": more})


@router.get("/formats", response_model=Listing[FormatView], responses=problems())
async def formats() -> Response:
    """List the kinds of films, and whether this installation can write them."""
    return _answer({"items": [_format(format) for format in ENDINGS], "next": None})


def _format(format: str) -> dict[str, Any]:
    shown = {"format": format, "media_type": TYPES[ENDINGS[format]], "codec": None, "hint": None}
    try:
        return {**shown, "available": True, "codec": codec_of(format)}
    except MissingEncoder as error:
        return {**shown, "available": False, "hint": error.hint}


@router.post(
    "/read",
    status_code=201,
    response_model=Journey,
    responses=problems(400, 404, 409, 413, 422, 429, 503, 507),
    openapi_extra=brings_file(*(type for type in TYPES.values() if type.startswith("image/"))),
)
async def read(request: Request, house: House) -> Response:
    """Take the journey out of a film file that Rashin wrote, and keep it as a new one.

    Send any of the formats as a form, or as the body itself; the bytes say which it is.
    """
    found = await asyncio.to_thread(journey_in, await file_of(request, "film"))
    if found is None:
        raise InvalidInput(
            "that file carries no journey",
            expected=f"a film that was exported here: {', '.join(ENDINGS)}",
        )
    try:
        said = json.loads(found)
        title, plan = str(said["title"])[:200], said["journey"]
        json.dumps(said, ensure_ascii=False).encode()
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InvalidInput("the journey in that file cannot be read") from error
    row = await house.journeys.create(title, await house.journeys.restored(plan))
    shown = await _shown(house, row)
    return _answer(shown, 201, Location=f"/api/v1/journeys/{row.id}")


@router.get("/{id}", response_model=Journey, responses=problems(404, 422, 503))
async def show(id: JourneyId, house: House) -> Response:
    """Return a journey."""
    return _answer(await _shown(house, await house.journeys.find(id)))


@router.patch(
    "/{id}",
    response_model=Journey,
    responses=problems(400, 404, 409, 410, 413, 422, 429, 500, 503, 507),
)
async def change(id: JourneyId, changes: Changes, house: House) -> Response:
    """Change a journey. Only changes of what is seen ask for a new outlook; timing does not."""
    said = _said(changes.model_dump(exclude_unset=True, exclude={"model"}))
    return _answer(await _shown(house, await house.journeys.change(id, said)))


def _said(dumped: dict[str, Any]) -> dict[str, Any]:
    try:
        json.dumps(dumped, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise InvalidInput("the journey holds half a character") from error
    return dumped


@router.delete("/{id}", status_code=204, responses=problems(404, 422, 503, 507))
async def remove(id: JourneyId, house: House) -> Response:
    """Forget a journey and its films, and stop what is under way for it."""
    for job in await house.journeys.jobs_of(id):
        await house.jobs.cancel(job["id"])
    await house.journeys.delete(id)
    await asyncio.to_thread(house.films.films.remove, id)
    return Response(status_code=204)


@router.post(
    "/{id}/outlook",
    status_code=202,
    response_model=Job,
    responses=problems(404, 422, 429, 503, 507),
)
async def look(id: JourneyId, house: House) -> Response:
    """Look at few frames of a journey and find its even pace; a newer look takes the place of one
    that is under way."""
    row = await house.journeys.find(id)
    for job in await house.journeys.jobs_of(id):
        if job["kind"] == "outlook":
            await house.jobs.cancel(job["id"])
    job_row = await house.jobs.create("outlook", {"journey": row.id})
    return _answer(job_view(job_row), 202, Location=f"/api/v1/jobs/{job_row.id}")


@router.post(
    "/{id}/films",
    status_code=202,
    response_model=Job,
    responses=problems(400, 404, 413, 422, 429, 503, 507),
)
async def render(id: JourneyId, wish: FilmWish, house: House) -> Response:
    """Render a journey to a file: a job that goes on after a restart; its result has the address."""
    row = await house.journeys.find(id)
    arguments = await house.films.order(row, wish.model_dump())
    job_row = await house.jobs.create("film", arguments)
    return _answer(job_view(job_row), 202, Location=f"/api/v1/jobs/{job_row.id}")


@router.get(
    "/{id}/films/{name}",
    response_class=Response,
    responses={
        200: {
            "content": {
                type: {"schema": {"type": "string", "format": "binary"}} for type in TYPES.values()
            },
            "description": "The film, its journey inside",
        },
        **problems(404, 422),
    },
)
async def film(id: JourneyId, name: Annotated[str, Path(max_length=80)], house: House) -> Response:
    """Return a film; it never changes under its name."""
    path = house.films.films.path(id, name)
    ending = name.rpartition(".")[2]
    headers = {"Cache-Control": "private, max-age=31536000, immutable"}
    shown = f"journey-{id[:6]}.{ending}"
    return FileResponse(
        path, headers=headers, media_type=TYPES[ending], filename=shown,
        content_disposition_type="inline",
    )  # fmt: skip


@router.get("/{id}/frames", response_model=Listing[FrameView], responses=problems(404, 422, 503))
async def frames(
    id: JourneyId,
    house: House,
    fps: Annotated[float, Query(ge=0.2, le=60)] = 4,
    limit: Annotated[int, Query(ge=2, le=2_000)] = 500,
) -> Response:
    """List the recipes of the frames that a film of this rate has, at the pace that is set."""
    row = await house.journeys.find(id)
    plan = plan_of(row)
    await house.journeys.recipes(plan, [0.0])
    places = plan.timing.places(walk_of(row, plan), fps)[:limit]
    recipes = await house.journeys.recipes(plan, places)
    shown = [
        {
            "second": round(n / fps, 4), "place": round(place, 6),
            "recipe_id": recipe_id(recipe), "recipe": recipe.model_dump(mode="json"),
        }
        for n, (place, recipe) in enumerate(zip(places, recipes, strict=True))
    ]  # fmt: skip
    return _answer({"items": shown, "next": None})
