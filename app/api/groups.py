"""Groups: points that were put together under a name, which expressions call `@name`."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from app.deps import House, Parts
from app.groups import members
from app.maps import version_of
from app.schemas import Input, Listing, problems
from app.storage import groups, renders
from app.storage.tables import GroupRow
from inference.errors import InvalidInput, UnknownId

router = APIRouter(prefix="/groups", tags=["groups"])

NAME = r"^[a-z0-9_](?:[a-z0-9_-]{0,62}[a-z0-9_])?$"
MOST_POINTS, MOST_RENDERS = 100_000, 20_000
Name = Annotated[str, Path(max_length=128, description="The name of a group")]
NewName = Annotated[str, Field(pattern=NAME, examples=["sleepy-cats"])]
MapId = Annotated[str, Field(max_length=128, examples=["emoji-vector"])]
Points = Annotated[list[Annotated[int, Field(ge=0, le=2**31)]], Field(max_length=MOST_POINTS)]
Renders = Annotated[list[Annotated[str, Field(max_length=64)]], Field(max_length=MOST_RENDERS)]


class NewGroup(Input):
    """A name and what it stands for: points of a map by number, renders by id, or both."""

    name: NewName
    map: MapId | None = None
    points: Points = Field(default_factory=list)
    renders: Renders = Field(default_factory=list)


class Change(Input):
    """What is to be different; what is left out stays."""

    name: NewName | None = None
    map: MapId | None = None
    points: Points | None = None
    renders: Renders | None = None


class Group(BaseModel):
    """A group; a point that is there twice counts once."""

    name: str
    map: str | None
    version: str | None = Field(description="The version of the map that the numbers belong to")
    points: list[int]
    renders: list[str]
    count: int
    created_at: str
    changed_at: str


class Summary(BaseModel):
    """A group without its members."""

    name: str
    map: str | None
    version: str | None
    count: int
    changed_at: str


class Member(BaseModel):
    """Who is in a group, as the recipe of its picture."""

    n: int | None = Field(description="Its number on the map")
    render_id: str | None
    recipe: dict[str, Any]


@router.get("", responses=problems(422))
async def list_groups(
    house: House, map: Annotated[str | None, Query(max_length=128)] = None
) -> Listing[Summary]:
    """List the groups by name; those of one map where it is given."""
    rows = await groups.all_of(house.database)
    return Listing(
        items=[
            Summary(
                name=row.name,
                map=row.map_id,
                version=row.version,
                count=len(row.points) + len(row.renders),
                changed_at=row.changed_at.isoformat(),
            )
            for row in rows
            if map is None or row.map_id == map
        ]
    )


@router.post(
    "", status_code=201, response_model=Group, responses=problems(400, 404, 409, 413, 422, 503, 507)
)
async def create(wanted: NewGroup, house: House, response: Response) -> Group:
    """Put points together under a name."""
    values = await _members(house, wanted.map, wanted.points, wanted.renders)
    row = GroupRow(name=wanted.name, **values)
    await groups.add(house.database, row)
    response.headers["Location"] = f"/api/v1/groups/{row.name}"
    return _view(row)


@router.get("/{name}", response_model=Group, responses=problems(404, 422))
async def show(name: Name, house: House) -> Group:
    """Return a group with its members."""
    return _view(await groups.get(house.database, name))


@router.get("/{name}/members", responses=problems(404, 422, 503))
async def list_members(
    name: Name,
    house: House,
    cursor: Annotated[int, Query(ge=0, le=2**31)] = 0,
    limit: Annotated[int, Query(ge=1, le=1_000)] = 100,
) -> Listing[Member]:
    """List who is in a group, with the recipe of each picture."""
    row = await groups.get(house.database, name)
    found = await members(house.database, house.maps, row, cursor, cursor + limit)
    more = cursor + limit < len(row.points) + len(row.renders)
    return Listing(
        items=[Member(**each) for each in found], next=str(cursor + limit) if more else None
    )


@router.patch(
    "/{name}", response_model=Group, responses=problems(400, 404, 409, 413, 422, 503, 507)
)
async def change(name: Name, wanted: Change, house: House) -> Group:
    """Give a group another name or other members."""
    row = await groups.get(house.database, name)
    given = wanted.model_dump(exclude_none=True)
    values: dict[str, Any] = {}
    if given.keys() & {"map", "points", "renders"}:
        values = await _members(
            house,
            given.get("map", row.map_id),
            given.get("points", row.points),
            given.get("renders", row.renders),
        )
    if wanted.name is not None:
        values["name"] = wanted.name
    if values:
        await groups.change(house.database, name, values)
    return _view(await groups.get(house.database, wanted.name or name))


@router.delete("/{name}", status_code=204, responses=problems(404, 422, 507))
async def remove(name: Name, house: House) -> Response:
    """Forget a group; its points stay, and so does every recipe that was made with it."""
    await groups.remove(house.database, name)
    return Response(status_code=204)


async def _members(
    house: Parts, map: str | None, points: list[int], ids: list[str]
) -> dict[str, Any]:
    """Check that there is something, and that it is there."""
    points, ids = sorted(set(points)), sorted(set(ids))
    if not points and not ids:
        raise InvalidInput("a group of nothing", expected="points of a map, renders, or both")
    if points and map is None:
        raise InvalidInput("points of which map?", expected="map, beside points")
    version = None
    if map is not None:
        opened = house.maps.open(map)
        version = version_of(opened)
        known = opened.count
        if points and points[-1] >= known:
            extra = {item["n"] for item in await house.maps.additions(opened)}
            missing = [n for n in points if n >= known and n not in extra]
            if missing:
                raise UnknownId(f"no point {missing[0]} on map {map}", expected=f"0 to {known - 1}")
    found = await renders.find_many(house.database, ids)
    missing_ids = [id for id in ids if id not in found]
    if missing_ids:
        raise UnknownId(f"there is no render {missing_ids[0]}")
    version = None if map is None else version_of(house.maps.open(map))
    return {"map_id": map, "version": version, "points": points, "renders": ids}


def _view(row: GroupRow) -> Group:
    return Group(
        name=row.name,
        map=row.map_id,
        version=row.version,
        points=row.points,
        renders=row.renders,
        count=len(row.points) + len(row.renders),
        created_at=row.created_at.isoformat(),
        changed_at=row.changed_at.isoformat(),
    )
