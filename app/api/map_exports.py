"""Maps to take away: CSV, Parquet, safetensors, and a page that needs no server."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any, Literal

import numpy as np
from fastapi import APIRouter, Path, Query
from starlette.responses import StreamingResponse

from app.deps import House
from app.map_exports import taken_away
from app.map_labels import labels_of
from app.schemas import problems
from app.storage import groups
from inference.errors import InvalidInput
from inference.maps.export import FORMATS, export

router = APIRouter(prefix="/maps", tags=["maps"])
Format = Literal["csv", "parquet", "safetensors", "html"]
_BYTES = {"schema": {"type": "string", "format": "binary"}}
_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The file",
        "content": {kind.partition(";")[0]: _BYTES for kind in FORMATS.values()},
    },
    **problems(404, 422, 503),
}


@router.get("/{id}/export", response_class=StreamingResponse, responses=_RESPONSES)
async def take(
    id: Annotated[str, Path(max_length=128)],
    house: House,
    format: Annotated[Format, Query()] = "parquet",
    group: Annotated[str | None, Query(max_length=64)] = None,
) -> StreamingResponse:
    """Return a map as one file, or one group of it.

    Tables have n, x, y, title, prompt, recipe, distortion and every column; Parquet has the vector
    too. Safetensors have `vectors`, `xy` and `n`. HTML is a viewer in one file that works offline.
    Points that joined the map after it was built come last; no column speaks of them.
    """
    opened = house.maps.open(id)
    numbers, joined = np.arange(opened.count), await house.maps.additions(opened)
    if group is not None:
        row = await groups.get(house.database, group)
        if row.map_id != opened.id:
            raise InvalidInput(f"{group} is no group of {opened.id}", expected=str(row.map_id))
        numbers = np.array([n for n in row.points if n < opened.count], np.int64)
        joined = [one for one in joined if one["n"] in set(row.points)]
    late = await taken_away(house, opened, joined, format)
    labels = await labels_of(house.database, opened)
    pieces = await asyncio.to_thread(export, opened, format, numbers, labels, late)
    name = f"{opened.id}-{group}" if group else opened.id
    return StreamingResponse(
        pieces,
        media_type=FORMATS[format],
        headers={
            "Content-Disposition": f'attachment; filename="{name}.{format}"',
            "Cache-Control": "no-cache",
        },
    )
