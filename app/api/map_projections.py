"""Projections: how far every point of a map lies along an arrow, or how like it is to a point."""

from __future__ import annotations

import json
import struct
from typing import Annotated, Any

from fastapi import APIRouter, Path
from pydantic import Field, model_validator
from starlette.responses import Response

from app.deps import House
from app.map_arrows import MapArrows, check_points
from app.schemas import Input, problems

router = APIRouter(prefix="/maps", tags=["maps"])
_BYTES = {"schema": {"type": "string", "format": "binary"}}
COLUMN = """Little-endian: `RSHNPRJ1` (8 bytes), u32 count, u32 length of what follows in JSON, the
JSON (padded with spaces to an even length), then u16 cell[count], 0 to 65535 over [low, high]. The
JSON is {kind, space, low, high, ends: {low, high}}, an end being {title, points}: what it is called
and the outermost points of different names. For a direction the value is (v − m)·d/|d| of the unit
vector v of the point and the mean m of the map, and low = −high; for a point it is the cosine."""


class Along(Input):
    """An expression, or points whose middle is meant."""

    expression: str | None = Field(
        default=None, min_length=1, max_length=20_000, examples=['dir("cat", "dog")']
    )
    like: list[Annotated[int, Field(ge=0, le=2**31)]] | None = Field(
        default=None, min_length=1, max_length=100_000, description="Numbers of points of the map"
    )

    @model_validator(mode="after")
    def one_of_them(self) -> Along:
        """Require exactly one of the two."""
        if (self.expression is None) == (self.like is None):
            raise ValueError("either an expression or points (`like`)")
        return self


@router.post(
    "/{id}/project",
    response_class=Response,
    responses={
        200: {"description": COLUMN, "content": {"application/octet-stream": _BYTES}},
        **problems(400, 404, 409, 410, 413, 422, 429, 503, 507),
    },
)
async def project(
    id: Annotated[str, Path(max_length=128)], wanted: Along, house: House
) -> Response:
    """Measure every point along a direction (`dir("older")`, `"cat" - "dog"`, `dir(@a, @b)`), or its likeness.

    The expression is read in the space of the map: a part that has no place there is refused, with its
    position. Groups of the map stand for their points, renders for their pictures.
    """
    opened = house.maps.open(id)
    arrows = MapArrows(house.client, house.database, house.files, house.desk)
    if wanted.like is not None:
        check_points(opened, wanted.like)
        found = await arrows.like(opened, wanted.like)
    else:
        found = await arrows.project(opened, wanted.expression or "")
    return Response(_column(opened.count, found), media_type="application/octet-stream")


def _column(count: int, found: dict[str, Any]) -> bytes:
    cells = bytes(found.pop("cells"))
    said = json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
    said += b" " * (len(said) % 2)
    return struct.pack("<8sII", b"RSHNPRJ1", count, len(said)) + said + cells
