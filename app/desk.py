"""The desk: takes renders in, carries them to the worker, keeps what comes back.

A render is a row on disk before its acceptance is answered, and a picture on disk before its row
says so. Everything in between lives in memory and can be done again: equal recipes, equal bytes.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import re
from collections import OrderedDict
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from app.active import FINAL, Active, News, last_words, view_of
from app.errors import DamagedPicture
from app.keeper import Keeper
from app.storage import renders
from app.storage.database import Database
from app.storage.files import Files
from app.storage.tables import RenderRow, now
from inference.client import Client, Lane
from inference.errors import Overloaded, RashinError, UnknownId, WorkerUnavailable
from inference.messages import Cancelled, Done, Failed, Step
from inference.recipe import Recipe, normalise, recipe_id

log = logging.getLogger("rashin")
REMEMBERED = 256
# Quotes inside words are escaped, so this finds pictures and never words about pictures.
_PICTURE = re.compile(r'img\("([0-9a-f]{64})"\)')


class Desk:
    """Accepts, finds, cancels; one task for each render under way."""

    def __init__(self, client: Client, database: Database, files: Files, queue_bound: int) -> None:
        self.client, self.database, self.files = client, database, files
        self.queue_bound = queue_bound
        self._keeper = Keeper(database, files)
        self._active: dict[str, Active] = {}
        self._done: OrderedDict[str, RenderRow] = OrderedDict()
        self._models: Mapping[str, Any] = {}
        self._turns: dict[str, asyncio.Lock] = {}

    async def models(self) -> Mapping[str, Any]:
        """Return the cards of the models by id. Raises `WorkerUnavailable` while there are none."""
        if not self._models:
            catalogue = await self.client.catalogue()
            self._models = {card["id"]: card for card in catalogue["models"]}
        return self._models

    async def canonical(self, recipe: dict[str, Any]) -> Recipe:
        """Write a recipe out in full. Raises `InvalidInput` with the place of the mistake."""
        return normalise(recipe, await self.models())

    async def known(self, recipe: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any] | None]:
        """Return a recipe in full and its picture, if it was rendered; never waits for a worker."""
        if not self._models:
            return recipe, None
        full = normalise(recipe, self._models)
        row = await renders.find(self.database, recipe_id(full))
        return full.model_dump(mode="json"), view_of(row)["image"] if row is not None else None

    async def resume(self) -> None:
        """Hand over again what was accepted and not finished when the server went away."""
        for row in await renders.unfinished(self.database):
            row.state, row.step = "queued", 0
            active = Active(row, Recipe.model_validate_json(json.dumps(row.recipe)))
            active.accepted.set()
            self._begin(active)

    async def accept(
        self, recipe: Recipe, *, lane: Lane, view: str | None = None
    ) -> Active | RenderRow:
        """Take a render in: its row if it is done already, else the one under way.

        The row is on disk when this returns. Raises `Overloaded` and `OutOfDisk`.
        """
        id = recipe_id(recipe)
        while (active := self._active.get(id)) is not None:
            await active.accepted.wait()
            if active.state in ("queued", "running", "done"):
                return active
            # It has just failed: let it go, and ask anew.
            await active.kept.wait()
            await asyncio.sleep(0)
        row = self._done.get(id)
        if row is not None and self._is_whole(row):
            return row
        if len(self._active) >= self.queue_bound:
            raise Overloaded(
                f"{len(self._active)} renders are waiting already",
                expected=f"at most {self.queue_bound}",
                hint="try again in a moment",
                retry_after_s=1,
            )
        return await self._accept_new(new_row(id, recipe, lane), recipe, view)

    async def _accept_new(
        self, row: RenderRow, recipe: Recipe, view: str | None
    ) -> Active | RenderRow:
        active = Active(row, recipe, view)
        # The worker begins while the disk is asked and written; the answer waits for the disk.
        self._begin(active)
        await asyncio.sleep(0)
        try:
            earlier = await renders.find(self.database, row.id)
            if earlier is not None and earlier.state == "done" and self._is_whole(earlier):
                self._withdraw(active)
                self._remember(earlier)
                return earlier
            if earlier is not None:
                row.starred, row.created_at = earlier.starred, earlier.created_at
            await renders.accept(self.database, row, again=earlier is not None)
        except BaseException:
            self._withdraw(active)
            raise
        active.accepted.set()
        return active

    def _begin(self, active: Active) -> None:
        self._active[active.row.id] = active
        active.tell(1, "state", {"id": active.row.id, "state": "queued"})
        active.task = asyncio.create_task(self._carry(active), name=f"render {active.row.id}")

    def _withdraw(self, active: Active) -> None:
        """Undo a beginning that was too hasty."""
        if active.task is not None:
            active.task.cancel()
        self._active.pop(active.row.id, None)
        active.state = "failed"
        for event in (active.accepted, active.settled, active.kept):
            event.set()
        active.wake()

    def _is_whole(self, row: RenderRow) -> bool:
        try:
            self.files.get(row.image_sha256 or "")
        except (DamagedPicture, UnknownId):
            self._done.pop(row.id, None)
            return False
        return True

    def _remember(self, row: RenderRow) -> None:
        self._done[row.id] = row
        while len(self._done) > REMEMBERED:
            self._done.popitem(last=False)

    async def _carry(self, active: Active) -> None:
        """Follow one render to its end, and its end to the disk."""
        try:
            try:
                while not (active.unwanted or await self._attempt(active)):
                    await self._worker_again(active)
                if active.unwanted and active.state not in FINAL:
                    await self._end(active, "cancelled")
            except RashinError as error:
                await self._end(active, "failed", error=error.to_json())
            await active.kept.wait()
            if active.state == "done":
                self._remember(active.row)
        finally:
            for event in (active.settled, active.kept):
                event.set()
            active.wake()
            if self._active.get(active.row.id) is active:
                del self._active[active.row.id]

    async def _attempt(self, active: Active) -> bool:
        """Submit once; False when no worker could take it and it has to wait for one."""
        row = active.row
        images = {sha: self.files.get(sha) for sha in images_in(active.recipe)}
        lane: Lane = "interactive" if row.lane == "interactive" else "batch"
        events = self.client.submit(
            row.id, active.recipe, lane=lane, view=active.view, images=images
        )
        async for event in events:
            if isinstance(event, Step):
                self._step(active, event)
            elif isinstance(event, Done):
                self._finish(active, event)
            elif isinstance(event, Cancelled):
                await self._end(active, "cancelled")
            elif isinstance(event, Failed):
                if isinstance(event.error, WorkerUnavailable):
                    return False
                await self._end(active, "failed", error=event.error.to_json())
        return True

    async def _worker_again(self, active: Active) -> None:
        while self.client.status()["state"] != "ready" and not active.unwanted:
            await asyncio.sleep(0.2)

    def _step(self, active: Active, step: Step) -> None:
        row = active.row
        if active.state == "queued":
            active.state = row.state = "running"
            active.tell(2, "state", {"id": row.id, "state": "running"})
        row.step, row.steps = step.step, step.steps
        active.tell(2 + step.step, "step", {"id": row.id, "step": step.step, "steps": step.steps})

    def _finish(self, active: Active, done: Done) -> None:
        """Show the picture to whoever waits, and hand it to the keeper."""
        row = active.row
        active.picture = done.image
        row.image_sha256 = hashlib.sha256(done.image).hexdigest()
        row.width, row.height, row.timings = done.width, done.height, done.timings
        row.step = row.steps
        active.state = row.state = "done"
        active.settle()
        self._keeper.take(active)

    async def _end(self, active: Active, state: str, error: dict[str, Any] | None = None) -> None:
        """Write down that there will be no picture, then say so."""
        row = active.row
        await active.accepted.wait()
        try:
            await renders.change(self.database, row.id, state=state, error=error)
        except RashinError as failure:
            log.warning("the end of render %s is not written: %s", row.id, failure.detail)
        active.state = row.state = state
        row.error = error
        active.settle()
        active.kept.set()

    async def find(self, id: str) -> RenderRow:
        """Return a render, under way or from the history. Raises `UnknownId`."""
        if (active := self._active.get(id)) is not None:
            return active.row
        row = self._done.get(id) or await renders.find(self.database, id)
        if row is None:
            raise UnknownId(f"there is no render {id[:80]}", hint="GET /api/v1/renders lists them")
        return row

    async def cancel(self, id: str) -> RenderRow:
        """Stop a render within one step; a finished one stays as it is."""
        row = await self.find(id)
        if (active := self._active.get(id)) is not None and active.state not in FINAL:
            active.unwanted = True
            await self.client.cancel(id)
            await active.settled.wait()
        return row

    async def star(self, id: str, starred: bool) -> RenderRow:
        """Star a render or take the star away. Raises `UnknownId` and `OutOfDisk`."""
        await renders.star(self.database, id, starred)
        row = await self.find(id)
        row.starred = starred
        return row

    def newest(self, row: RenderRow) -> RenderRow:
        """Return what is known in memory about a render that was read from the database."""
        active = self._active.get(row.id)
        return active.row if active is not None else row

    @asynccontextmanager
    async def turn(self, key: str) -> AsyncIterator[None]:
        """Wait until nobody else uses this Idempotency-Key."""
        lock = self._turns.setdefault(key, asyncio.Lock())
        try:
            async with lock:
                yield
        finally:
            if not lock.locked():
                self._turns.pop(key, None)

    def unsaved_picture(self, sha256: str) -> bytes | None:
        """Return a picture that is finished and not on disk yet."""
        found = (a.picture for a in self._active.values() if a.row.image_sha256 == sha256)
        return next(found, None)

    def forget(self, id: str) -> None:
        """Read this render from the database the next time."""
        self._done.pop(id, None)

    def events(self, row: RenderRow, after: int) -> AsyncIterator[News]:
        """Yield the events of a render whose number is past `after`, until its end."""
        active = self._active.get(row.id)
        return active.follow(after) if active is not None else last_words(row, after)

    async def close(self) -> None:
        """Stop following; unfinished rows stay unfinished and are resumed by the next start."""
        for active in list(self._active.values()):
            if active.task is not None and active.state != "done":
                active.task.cancel()
        tasks = [active.task for active in self._active.values() if active.task is not None]
        await self._keeper.close()
        await asyncio.gather(*tasks, return_exceptions=True)


def new_row(id: str, recipe: Recipe, lane: Lane) -> RenderRow:
    """Return the row of a render that nobody asked for before."""
    return RenderRow(
        id=id,
        model=recipe.model,
        recipe=recipe.model_dump(mode="json"),
        words=words_of(recipe),
        lane=lane,
        state="queued",
        step=0,
        steps=recipe.steps,
        starred=False,
        created_at=now(),
    )


def words_of(recipe: Recipe) -> str:
    """Return what the history is searched for: the words of a recipe, in lower case."""
    return f"{recipe.conditioning} {recipe.noise}".lower()


def images_in(recipe: Recipe) -> set[str]:
    """Return the hashes of the uploaded pictures that a recipe looks at."""
    return set(_PICTURE.findall(f"{recipe.conditioning} {recipe.noise}"))
