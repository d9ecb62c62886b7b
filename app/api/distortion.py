"""Distortion: how much two dimensions lie at each point of a map, as a column to colour by."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from app.deps import House
from app.schemas import problems
from inference.maps.files import DISTORTION

router = APIRouter(prefix="/maps", tags=["maps"])
_BYTES = {"schema": {"type": "string", "format": "binary"}}


@router.get(
    "/{id}/distortion",
    response_class=Response,
    responses={
        200: {"description": "u8 a point", "content": {"application/octet-stream": _BYTES}},
        **problems(404, 422, 503),
    },
)
async def distortion(id: Annotated[str, Path(max_length=128)], house: House) -> Response:
    """Return one byte a point: 0 where the true neighbours are near on the map, 255 where none is."""
    body = (house.maps.open(id).folder / DISTORTION).read_bytes()
    return Response(body, media_type="application/octet-stream")
