"""Long acts: how far they are, how long they still take, and the way to stop them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Query
from fastapi.sse import EventSourceResponse, ServerSentEvent
from starlette.responses import Response

from app.active import News, number_after
from app.deps import House
from app.jobs import view_of
from app.schemas import Job, Listing, problems

router = APIRouter(prefix="/jobs", tags=["jobs"])
JobId = Annotated[str, Path(max_length=64)]


@router.get("", response_model=Listing[Job], responses=problems(422))
async def list_jobs(
    house: House,
    cursor: Annotated[str | None, Query(max_length=64)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> Response:
    """List jobs, newest first."""
    rows, more = await house.jobs.page(cursor, limit)
    shown = {"items": [view_of(row) for row in rows], "next": more}
    return Response(json.dumps(shown), media_type="application/json")


@router.get("/{id}", response_model=Job, responses=problems(404, 422))
async def show(id: JobId, house: House) -> Response:
    """Return one job."""
    return Response(json.dumps(view_of(await house.jobs.find(id))), media_type="application/json")


@router.delete("/{id}", response_model=Job, responses=problems(404, 422, 507))
async def cancel(id: JobId, house: House) -> Response:
    """Cancel a job; a finished one stays as it is."""
    return Response(json.dumps(view_of(await house.jobs.cancel(id))), media_type="application/json")


async def _events_after(
    id: JobId, house: House, last_event_id: Annotated[str | None, Header(max_length=20)] = None
) -> AsyncIterator[News]:
    # A dependency, because an error must be answered before the stream begins.
    return house.jobs.events(await house.jobs.find(id), after=number_after(last_event_id))


@router.get(
    "/{id}/events",
    response_class=EventSourceResponse,
    responses={200: {"description": "Events `state`, `done`"}, **problems(404, 422)},
)
async def events(
    news: Annotated[AsyncIterator[News], Depends(_events_after)],
) -> AsyncIterator[ServerSentEvent]:
    """Follow a job as server-sent events."""
    async for item in news:
        yield ServerSentEvent(event=item.name, id=str(item.number), data=item.data)
