"""Sessions as zip files: out of this installation, and into another."""

from __future__ import annotations

import io
import json
import re
from typing import Annotated, Any

from fastapi import APIRouter, Path
from pydantic import BaseModel
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from app.deps import House
from app.schemas import problems
from app.session_carrying import SessionCarrying
from app.session_schemas import Session
from app.sessions import session_view
from app.uploads import brings_file, file_of

router = APIRouter(prefix="/sessions", tags=["sessions"])
_BYTES = {"schema": {"type": "string", "format": "binary"}}
_ODD = re.compile(r"[^0-9A-Za-z]+")


class LeftOut(BaseModel):
    """Something of the archive that could not be taken in, and why."""

    what: str
    reason: str


class TakenIn(BaseModel):
    """The new session, how many renders it brought, and what had to stay out."""

    session: Session
    renders: int
    left_out: list[LeftOut]


@router.get(
    "/{id}/export.zip",
    response_class=FileResponse,
    responses={
        200: {"content": {"application/zip": _BYTES}, "description": "The session"},
        **problems(404, 422, 507),
    },
)
async def export(
    id: Annotated[str, Path(max_length=64, description="The id of a session")], house: House
) -> Response:
    """Return a session with its recipes, pictures, uploads and groups."""
    carrying = SessionCarrying(house.database, house.files, house.desk)
    path = await carrying.write(id, house.settings.data_dir)
    return FileResponse(
        path,
        media_type="application/zip",
        filename=f"rashin-session-{_ODD.sub('-', id)}.zip",
        headers={"Cache-Control": "no-store"},
        background=BackgroundTask(path.unlink, missing_ok=True),
    )


@router.post(
    "/import",
    status_code=201,
    response_model=TakenIn,
    responses=problems(400, 413, 422, 429, 503, 507),
    openapi_extra=brings_file(),
)
async def take_in(request: Request, house: House) -> Response:
    """Take in a session that another installation wrote (100 MB at most).

    Its recipes are made again here; what is here already is not changed.
    """
    carrying = SessionCarrying(house.database, house.files, house.desk)
    taken = await carrying.take_in(io.BytesIO(await file_of(request, "archive")))
    shown: dict[str, Any] = {"session": session_view(taken.pop("row")), **taken}
    return Response(json.dumps(shown), 201, media_type="application/json")
