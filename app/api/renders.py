"""Renders: ask for a picture, follow it, keep it, cancel it."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Header, Query
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response

from app.active import FINAL, Active, News, number_after, view_of
from app.deps import House, Parts
from app.schemas import Input, Listing, RecipeInput, Render, folder_name, problems
from app.storage import answers, history
from app.storage.tables import AnswerRow

router = APIRouter(prefix="/renders", tags=["renders"])
RenderId = Annotated[str, Field(max_length=128, description="The id of a render")]
_WAIT = re.compile(r"(?:^|[,;\s])wait=(\d{1,6})(?:$|[,;\s])")


class Order(Input):
    """What to render. Interactive renders come first, and supersede older ones of the same view."""

    recipe: RecipeInput
    lane: Literal["interactive", "batch"] = "batch"
    view: str | None = Field(default=None, max_length=200)


class Marks(Input):
    """What to change about a render in the history; what is left out stays."""

    starred: bool = Field(default=False, description="A favourite")
    folder: str | None = Field(default=None, max_length=120, description="null takes it out")
    deleted: bool = Field(default=False, description="true: to the trash; false: out of it again")

    def given(self) -> dict[str, Any]:
        """Return what was said. Raises `InvalidInput` for a folder that nobody could read."""
        said = self.model_dump(exclude_unset=True)
        if self.folder is not None:
            said["folder"] = folder_name(self.folder)
        return said


class ManyMarks(Input):
    """What to change about many renders at once."""

    ids: list[Annotated[str, Field(max_length=128)]] = Field(min_length=1, max_length=1_000)
    marks: Marks


class Marked(BaseModel):
    """How many renders carry these marks now."""

    marked: int


Key = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key", min_length=1, max_length=255, pattern=r"^[\x21-\x7e]+$",
        description="Repeats with this key are answered word for word, for at least 24 hours",
    ),
]  # fmt: skip
Prefer = Annotated[
    str | None,
    Header(
        max_length=200, description="`wait=SECONDS` waits for the picture", examples=["wait=10"]
    ),
]


@router.post(
    "",
    status_code=202,
    response_model=Render,
    response_description="Accepted; it will be made even if everything is killed now",
    responses={
        200: {"model": Render, "description": "Finished"},
        **problems(400, 404, 409, 413, 422, 429, 503, 507),
    },
)
async def create(
    request: Request, order: Order, house: House, key: Key = None, prefer: Prefer = None
) -> Response:
    """Ask for a picture. The id is the id of the recipe, so asking twice makes it once."""
    wait_s = _wait_s(prefer, house.settings.max_wait_s)
    if key is None:
        return _answer(*await _render(house, order, wait_s))
    print_ = answers.fingerprint("POST /renders", await request.body())
    async with house.turns.of(key):
        earlier = await answers.given(house.database, key, print_)
        if earlier is None:
            status, body = await _render(house, order, wait_s)
            row = AnswerRow(key=key, fingerprint=print_, status=status, body=body)
            await answers.keep(house.database, row)
        else:
            status, body = earlier.status, earlier.body
    return _answer(status, body)


async def _render(house: Parts, order: Order, wait_s: float) -> tuple[int, str]:
    recipe = await house.desk.canonical(order.recipe)
    found = await house.desk.accept(recipe, lane=order.lane, view=order.view)
    if isinstance(found, Active) and wait_s > 0:
        with suppress(TimeoutError):
            await asyncio.wait_for(found.settled.wait(), wait_s)
    row = found.row if isinstance(found, Active) else found
    finished = row.state in FINAL
    return 200 if finished else 202, json.dumps(view_of(row))


def _answer(status: int, body: str) -> Response:
    headers = {"Location": f"/api/v1/renders/{json.loads(body)['id']}"} if status == 202 else None
    return Response(body, status, headers=headers, media_type="application/json")


def _wait_s(prefer: str | None, longest_s: float) -> float:
    found = _WAIT.search(prefer or "")
    return min(float(found[1]), longest_s) if found else 0.0


@router.get("", response_model=Listing[Render], responses=problems(422))
async def list_renders(
    house: House,
    cursor: Annotated[str | None, Query(max_length=64)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    model: Annotated[str | None, Query(max_length=200)] = None,
    q: Annotated[str | None, Query(max_length=200, description="Words of the prompt")] = None,
    starred: bool | None = None,
    folder: Annotated[str | None, Query(max_length=120)] = None,
    deleted: Annotated[bool, Query(description="true lists the trash")] = False,
) -> Response:
    """List renders, newest first."""
    rows, more = await history.page(
        house.database, cursor=cursor, limit=limit, model=model, words=q, starred=starred,
        folder=folder, deleted=deleted,
    )  # fmt: skip
    shown = [view_of(house.desk.newest(row)) for row in rows]
    return Response(json.dumps({"items": shown, "next": more}), media_type="application/json")


@router.patch("", responses=problems(400, 404, 413, 422, 507))
async def change_many(change: ManyMarks, house: House) -> Marked:
    """Star, sort or delete many renders: all of them, or none when one does not exist."""
    ids = list(dict.fromkeys(change.ids))
    if marks := change.marks.given():
        await house.desk.mark_many(ids, **marks)
    return Marked(marked=len(ids))


@router.get("/{id}", response_model=Render, responses=problems(404, 422))
async def show(id: RenderId, house: House) -> Response:
    """Return one render."""
    return Response(json.dumps(view_of(await house.desk.find(id))), media_type="application/json")


@router.patch("/{id}", response_model=Render, responses=problems(400, 404, 413, 422, 507))
async def change(id: RenderId, marks: Marks, house: House) -> Response:
    """Star a render, put it into a folder, or into the trash; each can be undone the same way."""
    row = await house.desk.mark(id, **marks.given())
    return Response(json.dumps(view_of(row)), media_type="application/json")


@router.delete("/{id}", response_model=Render, responses=problems(404, 422, 503))
async def cancel(id: RenderId, house: House) -> Response:
    """Cancel a render; it stops within one step. A finished one stays as it is."""
    return Response(json.dumps(view_of(await house.desk.cancel(id))), media_type="application/json")


async def _events_after(
    id: RenderId,
    house: House,
    last_event_id: Annotated[
        str | None, Header(max_length=20, description="The last event that was received")
    ] = None,
) -> AsyncIterator[News]:
    # A dependency, because an error must be answered before the stream begins.
    return house.desk.events(await house.desk.find(id), after=number_after(last_event_id))


@router.get(
    "/{id}/events",
    response_class=EventSourceResponse,
    responses={200: {"description": "Events `state`, `step`, `done`"}, **problems(404, 422)},
)
async def events(
    news: Annotated[AsyncIterator[News], Depends(_events_after)],
) -> AsyncIterator[ServerSentEvent]:
    """Follow a render as server-sent events; `Last-Event-ID` resumes without loss or repetition."""
    async for item in news:
        yield ServerSentEvent(event=item.name, id=str(item.number), data=item.data)
