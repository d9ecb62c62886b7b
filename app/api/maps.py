"""Maps: read what was prepared, build new ones."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response

from app.deps import House, Parts
from app.maps import version_of
from app.schemas import Input, Listing, Picture, problems
from inference.errors import DamagedWeights, UnknownId
from inference.maps.files import MapFolder

router = APIRouter(prefix="/maps", tags=["maps"])
MapId = Annotated[str, Path(max_length=128)]
_BYTES = {"schema": {"type": "string", "format": "binary"}}

POINTS = """Little-endian binary columns, 5 bytes a point after a 32-byte header:
`RSHNMAP1` (8 bytes), u32 count, f32 x_min, f32 y_min, f32 x_max, f32 y_max, u32 0;
then u16 x[count], u16 y[count] (0 to 65535 over the bounds), u8 colour[count] (index into the
legend of the first column; 255 where it does not apply)."""


class Words(BaseModel):
    """English and Japanese."""

    en: str
    ja: str


class Summary(BaseModel, extra="allow"):
    """What is known about a map as a whole (map.json)."""

    id: str
    version: Any
    title: Words
    model: str
    count: int
    bounds: dict[str, float]
    quality: dict[str, Any]
    columns: list[dict[str, Any]]
    atlas: list[dict[str, Any]]


class Point(BaseModel, extra="allow"):
    """The card of a point."""

    n: int
    x: float
    y: float
    prompt: str
    recipe: dict[str, Any]
    image: Picture | None = Field(description="The full picture, where it was rendered here")
    thumb: dict[str, Any] | None = Field(description="Where its thumbnail lies in a sprite: pixels")
    title: Words
    attributes: dict[str, Words]
    neighbours: list[dict[str, Any]]
    distortion: float


class Addition(BaseModel):
    """A point that joined after the map was built."""

    n: int
    x: float
    y: float
    target: dict[str, float] = Field(description="The place that it was made for")
    render_id: str
    image: Picture | None
    recipe: dict[str, Any]


@router.get("", response_model=Listing[Summary], responses=problems())
async def list_maps(house: House) -> JSONResponse:
    """List the maps; the shipped one comes first."""
    return JSONResponse({"items": [opened.info for opened in house.maps.all()], "next": None})


@router.get("/{id}", response_model=Summary, responses=problems(404, 422, 503))
async def show(id: MapId, house: House) -> JSONResponse:
    """Return what is known about a map as a whole."""
    return JSONResponse(house.maps.open(id).info)


def _binary(description: str) -> dict[int | str, dict[str, Any]]:
    return {
        200: {"description": description, "content": {"application/octet-stream": _BYTES}},
        304: {"description": "You have it already"},
        **problems(404, 422, 503),
    }


def _cached(request: Request, map: MapFolder, name: str, body: bytes, media_type: str) -> Response:
    headers = {"ETag": f'"{map.id}.{version_of(map)}.{name}"', "Cache-Control": "no-cache"}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type=media_type)


@router.get("/{id}/points", response_class=Response, responses=_binary(POINTS))
async def points(id: MapId, house: House, request: Request) -> Response:
    """Return all points as binary columns, 5 bytes a point; they never move within a version."""
    opened = house.maps.open(id)
    body = opened.points_bytes()
    return _cached(request, opened, "points", body, "application/octet-stream")


@router.get("/{id}/columns/{column}", response_class=Response, responses=_binary("u8 a point"))
async def column(
    id: MapId, column: Annotated[str, Path(max_length=128)], house: House, request: Request
) -> Response:
    """Return one byte a point: an index into the legend of the column, 255 for none."""
    opened = house.maps.open(id)
    body = opened.column_bytes(column)
    return _cached(request, opened, f"column.{column}", body, "application/octet-stream")


@router.get("/{id}/points/{n}", response_model=Point, responses=problems(404, 422, 503))
async def point(id: MapId, n: Annotated[int, Path(ge=0, le=2**31)], house: House) -> JSONResponse:
    """Return the card of a point: recipe, words, true neighbours, how much the map distorts here."""
    opened = house.maps.open(id)
    if n >= opened.count:
        return JSONResponse(await _newcomer(house, opened, n))
    card = opened.card(n)
    known = {name: entry["value"] for name, entry in card["attributes"].items()}
    thumb = card["thumb"]
    if thumb:
        thumb["url"] = f"/api/v1/maps/{opened.key}/atlas/{thumb['level']}/{thumb['tile']}.webp"
    recipe, image = card["recipe"], None
    if recipe:
        recipe, image = await house.desk.known(recipe)
    elif card["picture"]:
        image = {"url": f"/api/v1/images/{card['picture']['sha256']}.png", **card["picture"]}
    card |= {"attributes": known, "recipe": recipe, "image": image}
    return JSONResponse(card)


async def _newcomer(house: Parts, map: MapFolder, n: int) -> dict[str, Any]:
    found = next((item for item in await house.maps.additions(map) if item["n"] == n), None)
    if found is None:
        raise UnknownId(f"no point {n} on map {map.id}", expected=f"0 to {map.count - 1}")
    words = found["recipe"]["conditioning"]
    return {
        "n": n,
        "x": found["x"],
        "y": found["y"],
        "prompt": words,
        "recipe": found["recipe"],
        "image": found["image"],
        "thumb": None,
        "title": {"en": f"New point {n}", "ja": f"新しい点 {n}"},
        "attributes": {},
        "neighbours": found["neighbours"],
        "distortion": 0.0,
    }


@router.get(
    "/{id}/atlas/{level}/{tile}.webp",
    response_class=Response,
    responses={
        200: {"content": {"image/webp": _BYTES}, "description": "A sprite"},
        304: {"description": "You have it already"},
        **problems(404, 422, 503),
    },
)
async def atlas(
    id: MapId,
    level: Annotated[int, Path(ge=0, le=30)],
    tile: Annotated[int, Path(ge=0, le=2**31)],
    house: House,
) -> Response:
    """Return a sprite: point n is cell n % (columns · rows) of tile n // (columns · rows)."""
    opened = house.maps.open(id)
    path = opened.tile_path(level, tile)
    if not path.is_file():
        raise DamagedWeights(f"the sprite {level}/{tile} of map {opened.id} is missing")
    headers = {"Cache-Control": "public, max-age=86400"}
    return FileResponse(path, media_type="image/webp", headers=headers)


@router.get("/{id}/additions", response_model=Listing[Addition], responses=problems(404, 422, 503))
async def additions(id: MapId, house: House) -> JSONResponse:
    """List the points that joined after the map was built; their numbers follow on."""
    found = await house.maps.additions(house.maps.open(id))
    for item in found:
        del item["neighbours"]
    return JSONResponse({"items": found, "next": None})


class Place(Input):
    """A place on the map, in its own coordinates."""

    x: float = Field(ge=-1e9, le=1e9, allow_inf_nan=False)
    y: float = Field(ge=-1e9, le=1e9, allow_inf_nan=False)
    seed: int | None = Field(default=None, ge=0, le=2**31 - 1)


class Decoded(BaseModel):
    """A picture for a place, and where it truly lies."""

    render: dict[str, Any]
    landing: dict[str, float] = Field(description="x, y, error (in median spacings), confidence")
    clamped: bool
    boundary: bool
    neighbours: list[Any]
    point: int


@router.post(
    "/{id}/decode",
    response_model=Decoded,
    responses=problems(400, 404, 409, 413, 422, 429, 503, 507),
)
async def decode(id: MapId, place: Place, house: House) -> JSONResponse:
    """Make a picture for a place from its neighbourhood; the new point joins the map."""
    opened = house.maps.open(id)
    return JSONResponse(await house.maps.decode(opened, place.x, place.y, place.seed))


Number = Annotated[int, Field(ge=0, le=2**31)]


class Search(Input):
    """One question: words, an uploaded picture, an expression, points, or a line of fields."""

    words: str | None = Field(default=None, min_length=1, max_length=2_000)
    image: str | None = Field(default=None, pattern="^[0-9a-f]{64}$")
    expression: str | None = Field(default=None, min_length=1, max_length=20_000)
    like: list[Number] | None = Field(
        default=None, max_length=10_000, description="Points like these …"
    )
    unlike: list[Number] | None = Field(
        default=None, max_length=10_000, description="… and unlike these"
    )
    query: str | None = Field(
        default=None, min_length=1, max_length=2_000, examples=["model:emoji-vector seed:7 cat"]
    )
    limit: int = Field(default=20, ge=1, le=1_000)


class Found(BaseModel):
    """A point and how near it is, as cosine."""

    n: int
    x: float
    y: float
    score: float


@router.post(
    "/{id}/search",
    response_model=Listing[Found],
    responses=problems(400, 404, 409, 410, 413, 422, 429, 503, 507),
)
async def search(id: MapId, question: Search, house: House) -> JSONResponse:
    """Find the points that are nearest to words, a picture or an expression, or like others.

    A query narrows by fields (`seed:3..9`, `-style:noto`, columns by their names) and ranks by the
    words that are left; fields alone give score 1. Where the map lies in a space in which words
    have no place, words are looked for in the names of points.
    """
    items = await house.maps.search(house.maps.open(id), **question.model_dump())
    return JSONResponse({"items": items, "next": None})
