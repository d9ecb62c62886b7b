"""Sessions: everything that somebody did, as a tree to walk, fork, compare and share."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from app.deps import House, Parts
from app.schemas import Listing, problems
from app.session_effects import SessionEffects
from app.session_schemas import (
    Comparison,
    Label,
    Link,
    NewNode,
    Node,
    NodeId,
    Session,
    SessionId,
    Share,
    Stand,
    Step,
    Title,
)
from app.sessions import Sessions, link_view, node_view, session_view

router = APIRouter(prefix="/sessions", tags=["sessions"])


def _sessions(house: Parts) -> Sessions:
    return Sessions(house.database, house.desk)


def _said(value: Any, status: int = 200) -> Response:
    return Response(json.dumps(value), status, media_type="application/json")


@router.post(
    "", status_code=201, response_model=Session, responses=problems(400, 413, 422, 429, 507)
)
async def create(title: Title, house: House) -> Response:
    """Begin a session."""
    return _said(session_view(await _sessions(house).create(title.title)), 201)


@router.get("", response_model=Listing[Session], responses=problems(422))
async def list_sessions(
    house: House,
    cursor: Annotated[str | None, Query(max_length=64)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> Response:
    """List sessions, newest first."""
    rows, more = await _sessions(house).page(cursor, limit)
    return _said({"items": [session_view(row) for row in rows], "next": more})


@router.get("/{id}", response_model=Session, responses=problems(404, 422))
async def show(id: SessionId, house: House) -> Response:
    """Return a session, without its nodes."""
    return _said(session_view(await _sessions(house).find(id)))


@router.patch("/{id}", response_model=Session, responses=problems(400, 404, 413, 422, 507))
async def rename(id: SessionId, title: Title, house: House) -> Response:
    """Give a session another title."""
    return _said(session_view(await _sessions(house).rename(id, title.title)))


@router.delete("/{id}", status_code=204, response_class=Response, responses=problems(404, 422, 507))
async def remove(id: SessionId, house: House) -> Response:
    """Forget a session and its links. Its renders stay in the history."""
    async with house.turns.of(f"session {id}"):
        await _sessions(house).remove(id)
    return Response(status_code=204)


@router.get("/{id}/nodes", response_model=Listing[Node], responses=problems(404, 422))
async def nodes(
    id: SessionId,
    house: House,
    after: Annotated[int, Query(ge=0, le=2**62, description="Only nodes past this number")] = 0,
    limit: Annotated[int, Query(ge=1, le=5_000)] = 1_000,
) -> Response:
    """List nodes in the order in which they grew; `next` is the number to go on after."""
    await _sessions(house).find(id)
    rows = await _sessions(house).nodes(id, after, limit + 1)
    more = str(rows[limit - 1].sequence) if len(rows) > limit else None
    return _said({"items": [node_view(row) for row in rows[:limit]], "next": more})


@router.post(
    "/{id}/nodes",
    status_code=201,
    response_model=Node,
    responses=problems(400, 404, 409, 413, 422, 429, 507),
)
async def grow(id: SessionId, node: NewNode, house: House) -> Response:
    """Add a node and stand on it. Sending it twice adds it once; a second child is a fork."""
    async with house.turns.of(f"session {id}"):
        return _said(node_view(await _sessions(house).grow(id, node.plain())), 201)


@router.patch(
    "/{id}/nodes/{node}", response_model=Node, responses=problems(400, 404, 413, 422, 507)
)
async def label(
    id: SessionId, node: Annotated[NodeId, Path()], name: Label, house: House
) -> Response:
    """Give a node a name of its own; an empty one takes the name away."""
    async with house.turns.of(f"session {id}"):
        return _said(node_view(await _sessions(house).label(id, node, name.label)))


@router.post("/{id}/go", response_model=Stand, responses=problems(400, 404, 413, 422, 507))
async def go(id: SessionId, step: Step, house: House) -> Response:
    """Stand on another node: undo is going to the parent, redo is going to a child."""
    effects = SessionEffects(house.database, house.desk, house.journeys)
    async with house.turns.of(f"session {id}"):
        return _said(await _sessions(house).go(id, step.node, effects))


@router.get("/{id}/compare", response_model=Comparison, responses=problems(404, 422))
async def compare(
    id: SessionId, one: Annotated[NodeId, Query()], two: Annotated[NodeId, Query()], house: House
) -> Response:
    """Compare two branches by their last nodes."""
    return _said(await _sessions(house).compare(id, one, two))


@router.get("/{id}/links", response_model=Listing[Link], responses=problems(404, 422))
async def links(id: SessionId, house: House) -> Response:
    """List the links that were given out."""
    rows = await _sessions(house).links(id)
    return _said({"items": [link_view(row) for row in rows], "next": None})


@router.post(
    "/{id}/links",
    status_code=201,
    response_model=Link,
    responses=problems(400, 404, 413, 422, 507),
)
async def share(id: SessionId, wish: Share, house: House) -> Response:
    """Make a short link that opens exactly this view: to look at, or to go on from."""
    await _sessions(house).find(id)
    return _said(link_view(await _sessions(house).link(id, wish.node, forkable=wish.forkable)), 201)
