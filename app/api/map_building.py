"""Building maps: from what, in which space, flattened how; new versions; removing."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path
from pydantic import BaseModel, Field
from starlette.responses import JSONResponse, Response

from app.deps import House, Parts
from app.jobs import view_of
from app.maps import number_of
from app.schemas import Input, Job, Listing, problems
from app.storage.jobs import speeds
from inference.errors import Conflict, InvalidExpression, InvalidInput, UnknownId
from inference.expressions.grammar import parse
from inference.expressions.names import Place
from inference.expressions.types import check
from inference.maps.legends import columns_of
from inference.maps.slots import MOST_POINTS
from inference.maps.stock import FEWEST_POINTS, Item, enough, points_of

router = APIRouter(prefix="/maps", tags=["maps"])
MapId = Annotated[str, Path(max_length=128)]
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
Prompt = Annotated[str, Field(min_length=1, max_length=2_000)]
Seeds = Annotated[
    list[Annotated[int, Field(ge=0, le=2**31 - 1)]], Field(min_length=1, max_length=1_000)
]
Knobs = Annotated[dict[str, int | float | str | bool], Field(max_length=20)]
Space = Literal["judge", "prompt", "noise", "latent", "bottleneck", "sentence", "given"]
MOST = 20_000


class Prompts(Input):
    """Every prompt with every seed."""

    kind: Literal["prompts"]
    prompts: list[Prompt] = Field(min_length=1, max_length=MOST)
    seeds: Seeds = Field(default=[0])


class Template(Input):
    """Every choice of words in the slots of a sentence, with every seed."""

    kind: Literal["template"]
    template: Prompt = Field(examples=["a {red|blue} {cat|dog}, {noto|twemoji} style"])
    seeds: Seeds = Field(default=[0])


class History(Input):
    """The finished renders of this server."""

    kind: Literal["history"]
    starred: bool = False


class SweepSource(Input):
    """The finished cells of a sweep."""

    kind: Literal["sweep"]
    sweep: str = Field(min_length=1, max_length=64)


class Words(Input):
    """A list of words; in the space `sentence` nothing is rendered."""

    kind: Literal["words"]
    words: list[Annotated[str, Field(min_length=1, max_length=200)]] = Field(
        min_length=1, max_length=MOST
    )


class Upload(Input):
    """Files that were brought before (POST /map-sources)."""

    kind: Literal["upload"]
    upload: str = Field(pattern="^[0-9a-f]{16}$")


class SameMap(Input):
    """The recipes of another map: with another model, or in another space.

    `points` are numbers on that map; else `most` of them are drawn, evenly and always the same.
    """

    kind: Literal["map"]
    map: str = Field(max_length=128, examples=["emoji-vector"])
    points: list[Annotated[int, Field(ge=0, le=2**31)]] | None = Field(
        default=None, min_length=20, max_length=MOST
    )
    most: int | None = Field(default=None, ge=20, le=200_000)


class Training(Input):
    """What the model was trained on: the captions that are shipped, drawn by the model itself.

    The pictures of the training data are not shipped.
    """

    kind: Literal["training"]


Source = Annotated[
    Prompts | Template | History | SweepSource | Words | Upload | SameMap | Training,
    Field(discriminator="kind"),
]


class Middle(Input):
    """The middle of all points that have a value in a column."""

    column: str = Field(min_length=1, max_length=200)
    value: str = Field(max_length=2_000)


End = (
    Annotated[int, Field(ge=0, le=2**31)]
    | Annotated[str, Field(min_length=1, max_length=2_000)]
    | Middle
)


class Arrow(Input):
    """From one point to another: expressions, numbers of points of the source, or middles."""

    # `from` is a word of Python.
    from_: End = Field(alias="from")
    to: End


class Axes(Input):
    """Two directions: to the right and upwards."""

    right: Arrow
    up: Arrow


class Build(Input):
    """What to build a map from."""

    id: str = Field(pattern=f"^{_ID.pattern}$", examples=["my-map"])
    title: str = Field(default="", max_length=200)
    model: str = Field(default="emoji-vector", max_length=128)
    space: Space | None = Field(
        default=None, description="What is compared; the judge, or what a table gives"
    )
    source: Source
    projector: str = Field(default="umap", max_length=64)
    knobs: Knobs = Field(default={})
    axes: Axes | None = Field(default=None, description="For the projector `axes`")
    supervise: str | None = Field(
        default=None, max_length=200, description="A column whose values draw together (UMAP)"
    )
    aligned: str | None = Field(
        default=None, max_length=128, description="A map of the same points that it is to look like"
    )
    pictures: bool = Field(
        default=True,
        description="Draw every point; prompts, noise and sentences can be laid out without",
    )


class Refit(Input):
    """How to lay the map out anew; what is left out stays as it was."""

    projector: str | None = Field(default=None, max_length=64)
    knobs: Knobs = Field(default={})


class Estimate(BaseModel):
    """How much a build is, before it starts; `seconds` is null while nothing was built here yet."""

    points: int | None
    renders: int | None
    seconds: float | None
    least: int = Field(description="So many points make a map …")
    most: int = Field(description="… up to so many")
    columns: list[dict[str, Any]] = Field(
        description="By what the points differ: id, title, values. A table's are told when it comes"
    )


class Version(BaseModel, extra="allow"):
    """A version of a map; `key` addresses it wherever a map's id does."""

    version: int
    key: str
    current: bool
    count: int
    created: str | None
    projector: str | None
    knobs: dict[str, Any]
    quality: dict[str, Any]


async def _checked(wanted: Build, house: Parts) -> dict[str, Any]:
    """Return the job of a wish. Raises what is wrong with it before anything is begun."""
    models = await house.desk.models()
    if wanted.model not in models:
        raise UnknownId(f"no model called {wanted.model!r}", expected=", ".join(sorted(models)))
    spaces = ("given", *models[wanted.model].get("map_spaces", ()))
    if wanted.space is not None and wanted.space not in spaces:
        raise InvalidInput(
            f"what {wanted.model} makes cannot be compared by {wanted.space}",
            expected=", ".join(spaces[1:]),
        )
    projectors = (await house.client.catalogue()).get("projectors", [])
    known = {card["id"]: card for card in projectors}
    if wanted.projector not in known:
        raise UnknownId(f"no projector called {wanted.projector!r}", expected=", ".join(known))
    _check_knobs(wanted.knobs, known[wanted.projector])
    names = {operand["name"] for operand in known[wanted.projector]["operands"]}
    if ("right" in names) != (wanted.axes is not None):
        raise InvalidInput(
            f"{wanted.projector} {'needs' if 'right' in names else 'takes no'} axes",
            expected="axes: {right: {from, to}, up: {from, to}}" if "right" in names else None,
        )
    job = wanted.model_dump(mode="json", by_alias=True, exclude_none=True)
    if wanted.axes is not None:
        job["axes"] = await _written_out(job["axes"], wanted, models[wanted.model], house)
    return await house.maps.plan(job)


async def _written_out(
    axes: dict[str, Any], wanted: Build, card: Mapping[str, Any], house: Parts
) -> dict[str, Any]:
    """Return axes whose expressions hold no names. Raises what is wrong with an expression."""
    place: Place = "noise" if wanted.space == "noise" else "prompt"
    for arrow in axes.values():
        for side, end in arrow.items():
            if isinstance(end, str):
                arrow[side] = await house.desk.names.expression(end, place)
                found = check(parse(arrow[side]), card).type
                if found.kind != "point" or found.space != card["spaces"][place]["id"]:
                    raise InvalidExpression(
                        f"{end[:80]} is {found}",
                        expected=f"a point of {card['spaces'][place]['id']}",
                        position=0,
                    )
    return axes


def _check_knobs(knobs: dict[str, Any], card: dict[str, Any]) -> None:
    known = card["knobs"].get("properties", {})
    for name, value in knobs.items():
        if name not in known:
            raise InvalidInput(
                f"{card['id']} has no knob {name[:40]!r}", expected=", ".join(known) or "none"
            )
        low, high = known[name].get("minimum"), known[name].get("maximum")
        number = isinstance(value, int | float)
        if number and ((low is not None and value < low) or (high is not None and value > high)):
            raise InvalidInput(f"{name} is {value}", expected=f"{low} to {high}")


@router.post(
    "",
    status_code=202,
    response_model=Job,
    responses=problems(400, 404, 409, 413, 422, 429, 503, 507),
)
async def build(wanted: Build, house: House) -> JSONResponse:
    """Build a map: a job that can be followed, cancelled, and goes on after a crash."""
    if house.maps.exists(wanted.id):
        raise Conflict(f"there is a map {wanted.id!r} already", hint="choose another id")
    job = await _checked(wanted, house)
    items = await asyncio.to_thread(_points, job["source"], wanted.model)
    if items is not None:
        enough(items)
    row = await house.jobs.create("map", job)
    return JSONResponse(view_of(row), 202, headers={"Location": f"/api/v1/jobs/{row.id}"})


@router.post(
    "/estimate", response_model=Estimate, responses=problems(400, 404, 409, 413, 422, 429, 503)
)
async def estimate(wanted: Build, house: House) -> JSONResponse:
    """Say how many points a build would have and about how long it would take; begins nothing."""
    source = (await _checked(wanted, house))["source"]
    items = await asyncio.to_thread(_points, source, wanted.model)
    points = None if items is None else len(items)
    unseen = source["kind"] == "table" or wanted.space in ("sentence", "given")
    painted = wanted.pictures and not unseen
    each = await speeds(house.database)
    pace = each.get(f"{wanted.model} {painted}")
    seconds = None if points is None or pace is None else round(points * pace, 1)
    renders = points if painted and source["kind"] != "pictures" else 0
    columns = await asyncio.to_thread(_columns, items or [])
    told = {"points": points, "renders": renders, "seconds": seconds, "columns": columns}
    return JSONResponse(told | {"least": FEWEST_POINTS, "most": MOST_POINTS})


def _points(source: dict[str, Any], model: str) -> list[Item] | None:
    """Return the points of a source; None for a table, which is not read for this."""
    return None if source["kind"] == "table" else points_of(source, {"model": model})


def _columns(items: list[Item]) -> list[dict[str, Any]]:
    """Return the columns that tell points apart, with their values in English."""
    cards, _ = columns_of(items)
    return [
        {"id": card["id"], "title": card["title"], "values": _values(card)}
        for card in cards
        if card["id"] != "all" and card.get("kind") != "number"
    ]


def _values(card: Mapping[str, Any]) -> list[str]:
    return [each["title"]["en"] for each in card["legend"]]


@router.get("/{id}/versions", response_model=Listing[Version], responses=problems(404, 422, 503))
async def versions(id: MapId, house: House) -> JSONResponse:
    """List the versions of a map, the newest first.

    A point keeps its number from version to version and joined points follow: read
    `/maps/{key}/points` of two versions to move every point from the one place to the other.
    """
    current = house.maps.open(id.partition("@")[0])
    items = [
        {
            "version": number_of(map),
            "key": current.id if map is current else f"{map.id}@{number_of(map)}",
            "current": map is current,
            "count": map.count,
            "created": map.info.get("created"),
            "projector": map.info.get("projector"),
            "knobs": map.info.get("knobs", {}),
            "quality": map.info["quality"],
            "joined": map.info.get("joined", 0),
        }
        for map in house.maps.versions(current.id)
    ]
    return JSONResponse({"items": items, "next": None})


@router.post(
    "/{id}/versions",
    status_code=202,
    response_model=Job,
    responses=problems(400, 404, 409, 413, 422, 429, 503, 507),
)
async def refit(id: MapId, wanted: Refit, house: House) -> JSONResponse:
    """Lay a map out anew, joined points included, turned like the version before; a job."""
    opened = house.maps.open(id.partition("@")[0])
    told = {name: value for name, value in wanted.model_dump(mode="json").items() if value}
    row = await house.jobs.create("map", await house.maps.plan_refit(opened, told))
    return JSONResponse(view_of(row), 202, headers={"Location": f"/api/v1/jobs/{row.id}"})


@router.delete("/{id}", status_code=204, responses=problems(404, 409, 422, 503))
async def remove(id: MapId, house: House) -> Response:
    """Remove a map that was built here, with all its versions; the shipped one stays."""
    house.maps.remove(id)
    return Response(status_code=204)
