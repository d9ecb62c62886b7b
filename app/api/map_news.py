"""News of a map: points that join it, as they join."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path
from fastapi.sse import EventSourceResponse, ServerSentEvent

from app.active import News
from app.deps import House, Parts
from app.schemas import problems
from inference.maps.files import MapFolder

router = APIRouter(prefix="/maps", tags=["maps"])
MapId = Annotated[str, Path(max_length=128)]


async def _joining(house: Parts, map: MapFolder, after: int) -> AsyncIterator[News]:
    """Yield the points past a number, and then each one that joins."""
    news = house.maps.news
    while not news.closed:
        changed = news.change(map.id)
        for item in await house.maps.additions(map):
            if item["n"] > after:
                del item["neighbours"]
                yield News(item["n"], "joined", item)
                after = item["n"]
        await changed.wait()


async def _news(
    id: MapId, house: House, last_event_id: Annotated[str | None, Header(max_length=20)] = None
) -> AsyncIterator[News]:
    # A dependency, because an error must be answered before the stream begins.
    opened = house.maps.open(id)
    if last_event_id is not None and last_event_id.isdecimal():
        return _joining(house, opened, int(last_event_id))
    known = [item["n"] for item in await house.maps.additions(opened)]
    return _joining(house, opened, max(known, default=opened.count - 1))


@router.get(
    "/{id}/events",
    response_class=EventSourceResponse,
    responses={
        200: {"description": "Events `joined`: a point, as /additions lists it"},
        **problems(404, 422, 503),
    },
)
async def events(
    news: Annotated[AsyncIterator[News], Depends(_news)],
) -> AsyncIterator[ServerSentEvent]:
    """Follow who joins a map, as server-sent events; `Last-Event-ID` is the number of a point."""
    async for item in news:
        yield ServerSentEvent(event=item.name, id=str(item.number), data=item.data)
