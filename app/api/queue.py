"""The queue: what is being made and what waits, in order."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from app.deps import House, Parts
from app.schemas import Input, Progress, problems
from inference.errors import Conflict, UnknownId

router = APIRouter(prefix="/queue", tags=["queue"])
MOST = 10_000
RenderId = Annotated[str, Field(max_length=128, description="The id of a render")]


class Waiting(BaseModel):
    """A render that is not finished. `position` counts those that can still be reordered."""

    id: str
    lane: Literal["interactive", "batch"]
    state: Literal["queued", "running"]
    recipe: dict[str, Any]
    position: int | None = Field(description="0 is next; null when the worker has it already")
    progress: Progress
    eta_s: float | None = Field(description="Seconds until it is done, as far as is known")
    preview: str | None = Field(
        description="Where its newest step can be seen; for renders that take long, while the queue is asked for"
    )
    created_at: str


class Queue(BaseModel):
    """Everything under way: running first, then in the order in which it will be made."""

    paused: bool
    waiting: int = Field(description="How many can still be reordered, also where fewer are listed")
    eta_s: float | None = Field(description="Seconds until all is done, as far as is known")
    items: list[Waiting]


class Pause(Input):
    """Whether batch renders should wait."""

    paused: bool


class Move(Input):
    """Where a render should stand among those that wait; 0 is next."""

    position: int = Field(ge=0, le=1_000_000)


Limit = Annotated[int, Query(ge=1, le=MOST, description="List no more than so many")]


def _view(house: Parts, limit: int = MOST) -> Response:
    items = house.desk.under_way()
    shown = {
        "paused": house.desk.queue.paused,
        "waiting": len(house.desk.queue.waiting),
        "eta_s": items[-1]["eta_s"] if items else 0.0,
        "items": items[:limit],
    }
    return Response(json.dumps(shown), media_type="application/json")


@router.get("", response_model=Queue, responses=problems(422))
async def show(house: House, limit: Limit = MOST) -> Response:
    """Return what is being made and what waits."""
    return _view(house, limit)


@router.delete("", response_model=Queue, responses=problems(503, 507))
async def clear(house: House) -> Response:
    """Cancel everything that waits; what is begun is finished."""
    # From the end, so that none of them begins meanwhile.
    for active in reversed(list(house.desk.queue.waiting)):
        await house.desk.cancel(active.row.id)
    return _view(house)


@router.patch("", response_model=Queue, responses=problems(400, 413, 422, 507))
async def pause(change: Pause, house: House) -> Response:
    """Hold batch renders back, or let them go on; what is begun is finished."""
    await house.desk.queue.pause(change.paused)
    return _view(house)


@router.patch("/{id}", response_model=Queue, responses=problems(400, 404, 409, 413, 422, 507))
async def move(id: RenderId, change: Move, house: House) -> Response:
    """Let a waiting batch render come earlier or later."""
    active = house.desk.waiting(id)
    if active is None:
        await house.desk.find(id)
        raise Conflict("this render is over", expected="a render that still waits")
    await house.desk.queue.move(active, change.position)
    return _view(house)


@router.get(
    "/{id}/preview.png",
    response_class=Response,
    responses={
        200: {
            "content": {"image/png": {"schema": {"type": "string", "format": "binary"}}},
            "description": "The newest step",
        },
        **problems(404, 422),
    },
)
async def preview(id: RenderId, house: House) -> Response:
    """Return the newest step of a render under way."""
    active = house.desk.waiting(id)
    if active is None or active.preview is None:
        raise UnknownId(
            f"there is no preview of {id[:80]}", hint="GET /api/v1/queue tells where one is"
        )
    return Response(active.preview, headers={"Cache-Control": "no-store"}, media_type="image/png")
