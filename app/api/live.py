"""The live socket: recipes in, pictures out; of each view only the latest counts."""

from __future__ import annotations

import asyncio
import json
import struct
from contextlib import aclosing, suppress
from typing import Any

from fastapi import APIRouter, WebSocket
from pydantic import Field, ValidationError
from starlette.websockets import WebSocketDisconnect

from app.deps import House, Parts
from app.errors import problem
from app.schemas import Input, RecipeInput
from inference.errors import InvalidInput, Overloaded, RashinError
from inference.messages import Cancelled, Done, Failed, Step
from inference.recipe import recipe_id

router = APIRouter(tags=["live"])
MOST_VIEWS = 16
LONGEST_MESSAGE = 100_000
# A reader that is slower than this is not there any more.
SEND_WITHIN_S = 20.0


class Wish(Input):
    """What a page sends: the recipe that a view should show, numbered by the page; null for none."""

    view: str = Field(min_length=1, max_length=100)
    seq: int = Field(ge=0, le=2**53)
    recipe: RecipeInput | None
    previews: bool = False


class Session:
    """One socket with its views. Drafts are not kept; the page posts the one that it wants to keep."""

    def __init__(self, socket: WebSocket, house: Parts) -> None:
        self.socket, self.house = socket, house
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._sending = asyncio.Lock()
        self._older: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Take wishes until the page goes away; then nobody computes for it any more."""
        try:
            while True:
                await self._take(await self.socket.receive_text())
        except (WebSocketDisconnect, KeyError, RuntimeError):
            # KeyError: a binary message. RuntimeError: closed while it was answered.
            with suppress(RuntimeError):
                await self.socket.close(1003)
        finally:
            for task in [*self._tasks.values(), *self._older]:
                task.cancel()

    async def _take(self, message: str) -> None:
        if len(message) > LONGEST_MESSAGE:
            await self._say({"view": "", "seq": -1, **_failed(InvalidInput("too long a message"))})
            return
        try:
            wish = Wish.model_validate_json(message)
        except ValidationError as error:
            first = error.errors()[0]
            detail = f"{'.'.join(map(str, first['loc'])) or 'message'}: {first['msg']}"
            await self._say({"view": "", "seq": -1, **_failed(InvalidInput(detail))})
            return
        except RashinError as error:
            await self._say({"view": "", "seq": -1, **_failed(error)})
            return
        older = self._tasks.get(wish.view)
        if older is None and len(self._tasks) >= MOST_VIEWS:
            full = Overloaded(f"a socket has at most {MOST_VIEWS} views at once")
            await self._say({"view": wish.view, "seq": wish.seq, **_failed(full)})
            return
        if older is not None:
            self._older.add(older)
            older.add_done_callback(self._older.discard)
        if wish.recipe is None:
            await self._stop(wish, older)
            return
        task = asyncio.create_task(self._show(wish, wish.recipe))
        self._tasks[wish.view] = task
        task.add_done_callback(lambda done: self._forget(wish.view, done))

    def _forget(self, view: str, task: asyncio.Task[None]) -> None:
        if self._tasks.get(view) is task:
            del self._tasks[view]
        if not task.cancelled():
            task.exception()

    async def _stop(self, wish: Wish, drawing: asyncio.Task[None] | None) -> None:
        """Show nothing in a view any more, and compute nothing for it."""
        if drawing is not None:
            # The engine is told as the reader of its events goes away.
            drawing.cancel()
        await self._say({"view": wish.view, "seq": wish.seq, "state": "cancelled"})

    async def _show(self, wish: Wish, wanted: dict[str, Any]) -> None:
        """Render one wish and send what comes of it."""
        head: dict[str, Any] = {"view": wish.view, "seq": wish.seq}
        try:
            recipe = await self.house.desk.canonical(wanted)
            head["id"] = recipe_id(recipe)
            images = {sha: self.house.files.get(sha) for sha in recipe.images}
            # A submission replaces older ones of its view, so this must follow at once.
            events = self.house.client.submit(
                f"live {id(self)} {wish.view} {wish.seq}", recipe, lane="interactive",
                view=f"{id(self)} {wish.view}", previews=wish.previews, images=images,
            )  # fmt: skip
        except RashinError as error:
            await self._say(head | _failed(error))
            return
        await self._say(head | {"state": "queued"})
        running = False
        async with aclosing(events):  # type: ignore[type-var]
            async for event in events:
                if isinstance(event, Step):
                    if not running:
                        await self._say(head | {"state": "running"})
                        running = True
                    if event.preview is not None:
                        await self._picture(head, event, event.preview)
                elif isinstance(event, Done):
                    step = Step(recipe.steps, recipe.steps)
                    await self._picture(head, step, event.image, (event.width, event.height))
                    self.house.desk.drafts.hold(head["id"], event)
                    done = {"state": "done", "timings": event.timings}
                    await self._say(head | done | {"recipe": recipe.model_dump(mode="json")})
                elif isinstance(event, Cancelled):
                    await self._say(head | {"state": "superseded", "spent_ms": event.spent_ms})
                elif isinstance(event, Failed):
                    await self._say(head | _failed(event.error))

    async def _say(self, value: dict[str, Any]) -> None:
        async with self._sending, asyncio.timeout(SEND_WITHIN_S):
            await self.socket.send_text(json.dumps(value, ensure_ascii=True))

    async def _picture(
        self, head: dict[str, Any], step: Step, picture: bytes, size: tuple[int, int] | None = None
    ) -> None:
        width, height = size or struct.unpack(">2I", picture[16:24])  # of the PNG header
        header = head | {
            "step": step.step, "steps": step.steps, "final": size is not None,
            "mime": "image/png", "width": width, "height": height,
        }  # fmt: skip
        words = json.dumps(header, ensure_ascii=True).encode()
        async with self._sending, asyncio.timeout(SEND_WITHIN_S):
            await self.socket.send_bytes(struct.pack("<I", len(words)) + words + picture)


def _failed(error: RashinError) -> dict[str, Any]:
    return {"state": "failed", "error": problem(error)}


@router.websocket("/live")
async def live(socket: WebSocket, house: House) -> None:
    """Show recipes while somebody drags."""
    await socket.accept()
    await Session(socket, house).run()
