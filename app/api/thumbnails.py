"""Thumbnails: pictures made small, for pages that show many."""

from __future__ import annotations

import asyncio
import io
from typing import Annotated

from fastapi import APIRouter, Path, Query
from PIL import Image
from starlette.responses import Response

from app.deps import House
from app.schemas import problems

router = APIRouter(prefix="/thumbnails", tags=["images"])
Sha256 = Annotated[str, Path(pattern="^[0-9a-f]{64}$", description="SHA-256 of the PNG")]
_WEBP = {"image/webp": {"schema": {"type": "string", "format": "binary"}}}


@router.get(
    "/{sha256}.webp",
    response_class=Response,
    responses={
        200: {"content": _WEBP, "description": "The picture, small, without its recipe"},
        **problems(404, 410, 422),
    },
)
async def show(
    sha256: Sha256,
    house: House,
    side: Annotated[int, Query(ge=32, le=512, description="Longest side in pixels")] = 256,
) -> Response:
    """Return a picture so small that neither side is longer than asked; never larger than it is."""
    picture = house.desk.unsaved_picture(sha256)
    if picture is None:
        picture = await asyncio.to_thread(house.files.get, sha256)
    small = await asyncio.to_thread(_small, picture, side)
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(small, headers=headers, media_type="image/webp")


def _small(picture: bytes, side: int) -> bytes:
    with Image.open(io.BytesIO(picture)) as image:
        image.thumbnail((side, side), Image.Resampling.LANCZOS)
        out = io.BytesIO()
        image.save(out, "WEBP", quality=86, method=2)
    return out.getvalue()
