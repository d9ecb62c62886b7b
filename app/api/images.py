"""Pictures, by the hash of their bytes: they never change, so they are cached for ever."""

from __future__ import annotations

import asyncio
import json
from typing import Annotated, Any

from fastapi import APIRouter, Header, Path
from starlette.requests import Request
from starlette.responses import Response

from app.deps import House, Parts
from app.errors import DamagedPicture, Rerendering
from app.rows import recipe_of
from app.schemas import Uploaded, problems
from app.storage import renders
from app.storage.tables import ImageRow
from app.uploads import brings_file, file_of
from inference.errors import RashinError
from inference.pictures import decode_upload, webp_with_recipe

router = APIRouter(prefix="/images", tags=["images"])
Sha256 = Annotated[str, Path(pattern="^[0-9a-f]{64}$", description="SHA-256 of the PNG")]
Match = Annotated[str | None, Header(alias="If-None-Match", max_length=4_000)]

_BYTES = {"schema": {"type": "string", "format": "binary"}}


def _responses(media_type: str) -> dict[int | str, dict[str, Any]]:
    return {
        200: {"content": {media_type: _BYTES}, "description": "The picture, its recipe inside"},
        304: {"description": "You have it already"},
        **problems(404, 410, 422, 503),
    }


@router.get("/{sha256}.png", response_class=Response, responses=_responses("image/png"))
async def show_png(sha256: Sha256, house: House, match: Match = None) -> Response:
    """Return a picture as it was made or stored; its recipe is in its metadata."""
    return await _show(house, sha256, "png", match)


@router.get("/{sha256}.webp", response_class=Response, responses=_responses("image/webp"))
async def show_webp(sha256: Sha256, house: House, match: Match = None) -> Response:
    """Return a picture as lossless WebP; its recipe is in its metadata."""
    return await _show(house, sha256, "webp", match)


async def _show(house: Parts, sha256: str, kind: str, match: str | None) -> Response:
    headers = {
        "ETag": f'"{sha256}.{kind}"',
        "Cache-Control": "public, max-age=31536000, immutable",
    }
    known = [tag.strip().removeprefix("W/") for tag in (match or "").split(",")]
    if headers["ETag"] in known and house.files.has(sha256):
        return Response(status_code=304, headers=headers)
    picture = house.desk.unsaved_picture(sha256) or await _read(house, sha256)
    if kind == "webp":
        picture = await asyncio.to_thread(webp_with_recipe, picture)
    return Response(picture, headers=headers, media_type=f"image/{kind}")


async def _read(house: Parts, sha256: str) -> bytes:
    try:
        return await asyncio.to_thread(house.files.get, sha256)
    except DamagedPicture:
        row = await renders.find_by_image(house.database, sha256)
        if row is None:
            raise
        house.desk.forget(row.id)
        await house.desk.accept(recipe_of(row), lane="batch")
        raise Rerendering(
            f"picture {sha256} was damaged on disk and is being made again",
            hint="ask again in a moment",
            retry_after_s=1,
        ) from None


@router.post(
    "",
    status_code=201,
    response_model=Uploaded,
    responses=problems(400, 413, 422, 507),
    openapi_extra=brings_file("image/png", "image/jpeg", "image/webp"),
)
async def upload(request: Request, house: House) -> Response:
    """Store a picture (PNG, JPEG, WebP; 20 MB, 40 megapixels), re-encoded without metadata.

    If the file carries a recipe of ours that this server can use, it is returned.
    """
    data = await file_of(request, "picture")
    picture = await asyncio.to_thread(decode_upload, data)
    recipe = await _usable(house, picture.recipe_json)
    sha256 = await asyncio.to_thread(house.files.put, picture.png)
    row = ImageRow(
        sha256=sha256, size=len(picture.png), width=picture.width, height=picture.height,
        recipe=recipe,
    )  # fmt: skip
    async with house.database.write() as session:
        await session.merge(row)
    answer = {
        "sha256": sha256,
        "url": f"/api/v1/images/{sha256}.png",
        "width": picture.width,
        "height": picture.height,
        "recipe": recipe,
    }
    return Response(json.dumps(answer), 201, media_type="application/json")


async def _usable(house: Parts, recipe_json: str | None) -> dict[str, Any] | None:
    if recipe_json is None:
        return None
    try:
        recipe = await house.desk.canonical(json.loads(recipe_json))
    except (RashinError, ValueError, RecursionError):
        # A stranger's metadata is no reason to refuse the picture.
        return None
    return recipe.model_dump(mode="json")
