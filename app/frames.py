"""Frames: pictures that a journey asks for, made beside the history and never made twice."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.active import Active
from app.desk import Desk
from app.storage import renders
from app.storage.database import Database
from app.storage.renders import AT_ONCE
from app.storage.tables import FrameRow, RenderRow, now
from inference.errors import Overloaded, WorkerUnavailable, from_json
from inference.messages import Cancelled, Done, Failed
from inference.recipe import Recipe, recipe_id

AHEAD = 8
LOOK_AGAIN_S = 0.3


@dataclass(frozen=True)
class Frame:
    """A picture that is there: the id of its recipe, the hash of its bytes, its size in pixels."""

    id: str
    sha256: str
    width: int
    height: int


Told = Callable[[Frame], None]


class Frames:
    """Makes frames and finds them again; what the history holds already is taken from there."""

    def __init__(self, database: Database, desk: Desk) -> None:
        self.database, self.desk = database, desk

    async def known(self, ids: Sequence[str]) -> dict[str, Frame]:
        """Return the frames that are made already and whole on disk."""
        unique = list(dict.fromkeys(ids))
        found: dict[str, Frame] = {}
        for made in (await renders.find_many(self.database, unique)).values():
            if (frame := _frame_of(made)) is not None:
                found[made.id] = frame
        async with self.database.read() as session:
            for start in range(0, len(unique), AT_ONCE):
                query = select(FrameRow).where(FrameRow.id.in_(unique[start : start + AT_ONCE]))
                for row in await session.scalars(query):
                    frame = Frame(row.id, row.image_sha256, row.width, row.height)
                    found.setdefault(row.id, frame)
        files, unsaved = self.desk.files, self.desk.unsaved_pictures()
        return {
            id: frame
            for id, frame in found.items()
            if frame.sha256 in unsaved or files.has(frame.sha256)
        }

    async def make(
        self, recipes: Sequence[Recipe], told: Told, *, keep: bool = False
    ) -> dict[str, Frame]:
        """Return a frame for every recipe, made behind everything that somebody waits for.

        `told` hears of each, those that were there already first. With `keep` they become renders
        of the history. Raises what a render raises; cancelling stops within one step.
        """
        wanted = {recipe_id(recipe): recipe for recipe in recipes}
        found = await self.known(list(wanted))
        for frame in found.values():
            told(frame)
        left = [(id, recipe) for id, recipe in wanted.items() if keep or id not in found]
        places = asyncio.Semaphore(AHEAD)

        async def one(id: str, recipe: Recipe) -> None:
            async with places:
                while self.desk.queue.paused:
                    await asyncio.sleep(LOOK_AGAIN_S)
                made = await (self._kept(recipe) if keep else self._made(id, recipe))
            if id not in found:
                found[id] = made
                told(made)

        try:
            async with asyncio.TaskGroup() as group:
                for id, recipe in left:
                    group.create_task(one(id, recipe))
        except BaseExceptionGroup as error:
            raise error.exceptions[0] from None
        return found

    async def _made(self, id: str, recipe: Recipe) -> Frame:
        desk = self.desk
        images = {sha: desk.files.get(sha) for sha in sorted(recipe.images)}
        name = f"frame {id} {secrets.token_hex(4)}"
        async for event in desk.client.submit(name, recipe, lane="batch", images=images):
            if isinstance(event, Failed):
                raise event.error
            if isinstance(event, Cancelled):
                raise WorkerUnavailable("a frame was cancelled", hint="start the job again")
            if isinstance(event, Done):
                sha256 = await asyncio.to_thread(desk.files.put, event.image)
                frame = Frame(id, sha256, event.width, event.height)
                await self._write(frame)
                return frame
        raise WorkerUnavailable("a frame did not come", hint="start the job again")

    async def _write(self, frame: Frame) -> None:
        row = FrameRow(
            id=frame.id, image_sha256=frame.sha256, width=frame.width, height=frame.height,
            created_at=now(),
        )  # fmt: skip
        async with self.database.write() as session:
            await session.merge(row)

    async def _kept(self, recipe: Recipe) -> Frame:
        found: Active | RenderRow | None = None
        while found is None:
            try:
                found = await self.desk.accept(recipe, lane="batch")
            except Overloaded:
                await asyncio.sleep(LOOK_AGAIN_S)
        if isinstance(found, Active):
            await found.kept.wait()
        row = found.row if isinstance(found, Active) else found
        if row.error is not None:
            raise from_json(row.error)
        frame = _frame_of(row)
        if frame is None:
            raise WorkerUnavailable("a frame was cancelled", hint="start the job again")
        return frame


def _frame_of(row: RenderRow) -> Frame | None:
    if row.state != "done" or not row.image_sha256 or not row.width or not row.height:
        return None
    return Frame(row.id, row.image_sha256, row.width, row.height)
