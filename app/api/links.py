"""Links: short addresses that open exactly one view of a session."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field
from starlette.responses import Response

from app.deps import House
from app.schemas import problems
from app.session_schemas import Link, Node, Session
from app.sessions import Sessions, link_view, node_view, session_view

router = APIRouter(prefix="/links", tags=["sessions"])
LinkId = Annotated[str, Field(max_length=64, description="The id of a link")]


class Followed(BaseModel):
    """Where a link leads: the view, and the trail of acts that led there."""

    link: Link
    session: Session
    trail: list[Node]


@router.get("/{id}", response_model=Followed, responses=problems(404, 422))
async def follow(id: LinkId, house: House) -> Response:
    """Return the view that a link opens; the session itself cannot be changed through it."""
    link, session, trail = await Sessions(house.database, house.desk).follow(id)
    shown = {
        "link": link_view(link),
        "session": session_view(session),
        "trail": [node_view(node) for node in trail],
    }
    return Response(json.dumps(shown), media_type="application/json")


@router.post(
    "/{id}/fork",
    status_code=201,
    response_model=Session,
    responses=problems(404, 422, 429, 507),
)
async def fork(id: LinkId, house: House) -> Response:
    """Begin a session of one's own where a link leads."""
    row = await Sessions(house.database, house.desk).fork(id)
    return Response(json.dumps(session_view(row)), 201, media_type="application/json")


@router.delete("/{id}", status_code=204, response_class=Response, responses=problems(404, 422, 507))
async def take_back(id: LinkId, house: House) -> Response:
    """Take a link back; whoever has it finds nothing any more."""
    await Sessions(house.database, house.desk).unlink(id)
    return Response(status_code=204)
