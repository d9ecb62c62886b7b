"""Files that maps are built from: pictures, one by one or zipped, and tables of vectors."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import JSONResponse

from app.deps import House
from app.map_sources import MOST_PICTURES
from app.schemas import problems
from app.uploads import brings_file
from inference.errors import InvalidInput

router = APIRouter(prefix="/map-sources", tags=["maps"])
PIECE = 1 << 20


class Source(BaseModel, extra="allow"):
    """What was taken in: `rows` points, and for tables `dim` and `columns`."""

    id: str
    kind: str
    rows: int


@router.post(
    "",
    status_code=201,
    response_model=Source,
    responses=problems(400, 413, 422, 429, 503, 507),
    openapi_extra=brings_file(many=True),
)
async def bring(request: Request, house: House) -> JSONResponse:
    """Bring a table (CSV, Parquet, NPY) or pictures (PNG, JPEG, WebP, or zip files of them).

    Everything is checked while it is read, pictures are written anew, and what could not be read is
    listed under `left_out`. Build from it with `{"kind": "upload", "upload": id}`.
    """
    try:
        form = await request.form(max_files=MOST_PICTURES, max_fields=10)
    except MultiPartException as error:
        raise InvalidInput(f"the form cannot be read: {error.message}") from error
    with tempfile.TemporaryDirectory(prefix="rashin-source-") as folder:
        uploads = []
        for at, upload in enumerate(form.getlist("file")):
            if not isinstance(upload, UploadFile):
                raise InvalidInput("`file` is no file", expected="multipart/form-data")
            path = Path(folder) / str(at)
            await asyncio.to_thread(_write, upload, path)
            uploads.append((upload.filename or "", path))
        card: dict[str, Any] = await asyncio.to_thread(house.maps.sources.keep, uploads)
    return JSONResponse(card, 201)


def _write(upload: UploadFile, path: Path) -> None:
    with path.open("wb") as file:
        while piece := upload.file.read(PIECE):
            file.write(piece)
