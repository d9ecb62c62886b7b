"""The desk: takes renders in, finds them again, cancels them, and marks them.

A render is a row on disk before its acceptance is answered, and a picture on disk before its row
says so. Everything in between lives in memory and can be done again: equal recipes, equal bytes.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

from app.active import Active, News, image_of, last_words
from app.carrier import Carrier
from app.drafts import Drafts
from app.errors import DamagedPicture
from app.names import Names
from app.queue import Queue
from app.rows import new_row, recipe_of
from app.storage import history, renders
from app.storage.database import Database
from app.storage.files import Files
from app.storage.tables import RenderRow
from inference.client import Client, Lane
from inference.errors import Overloaded, UnknownId, WorkerUnavailable
from inference.recipe import Recipe, normalise, recipe_id

REMEMBERED = 256
# A look at the queue lasts so long; renders that take longer than this show their steps meanwhile.
LOOKING_S, PREVIEWED_S = 15.0, 1.0


class Desk:
    """Accepts, finds, cancels; one task for each render that the worker has."""

    def __init__(
        self, client: Client, database: Database, files: Files, queue_bound: int, names: Names
    ) -> None:
        self.client, self.database, self.files = client, database, files
        self.names = names
        self.queue_bound = queue_bound
        self.queue = Queue(database, self._start)
        self.drafts = Drafts()
        self._carrier = Carrier(client, database, files, self._looked_at)
        self._looked_at_s = -math.inf
        self._active: dict[str, Active] = {}
        self._bulk = 0
        self._done: OrderedDict[str, RenderRow] = OrderedDict()
        self._models: tuple[int, Mapping[str, Any]] = -1, {}
        self._draining = False

    async def models(self) -> Mapping[str, Any]:
        """Return the cards of the models by id. Raises `WorkerUnavailable` while there are none."""
        version = getattr(self.client, "catalogue_version", 0)
        if not self._models[1] or self._models[0] != version:
            catalogue = await self.client.catalogue()
            self._models = version, {card["id"]: card for card in catalogue["models"]}
        return self._models[1]

    async def canonical(self, recipe: Mapping[str, Any]) -> Recipe:
        """Write a recipe out in full. Raises `InvalidInput` with the place of the mistake."""
        return normalise(await self.names.written_out(recipe), await self.models())

    async def known(self, recipe: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any] | None]:
        """Return a recipe in full and its picture, if it was rendered; never waits for a worker."""
        if not self._models[1]:
            return recipe, None
        full = normalise(recipe, self._models[1])
        row = await renders.find(self.database, recipe_id(full))
        return full.model_dump(mode="json"), image_of(row) if row is not None else None

    async def resume(self, bulk: set[str]) -> None:
        """Hand over again what was accepted and not finished when the server went away.

        `bulk` are the ids of cells of sweeps: they do not count against the bound.
        """
        await self.queue.open()
        for row in await renders.unfinished(self.database):
            row.state, row.step = "queued", 0
            active = Active(row, recipe_of(row), bulk=row.id in bulk)
            active.accepted.set()
            self._begin(active)

    @property
    def full(self) -> bool:
        """Whether nothing more is accepted at the moment."""
        return self._draining or len(self._active) - self._bulk >= self.queue_bound

    def refuse_if_full(self) -> None:
        """Raise `Overloaded` when as much waits as may wait, `WorkerUnavailable` before the end."""
        if self._draining:
            raise WorkerUnavailable(
                "the server is going away", hint="ask the next one", retry_after_s=2
            )
        if self.full:
            raise Overloaded(
                f"{len(self._active)} renders are waiting already",
                expected=f"at most {self.queue_bound}",
                hint="try again in a moment",
                retry_after_s=1,
            )

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
                self._hurry(active, lane)
                await self._restored(active.row)
                return active
            # It has just failed: let it go, and ask anew.
            await active.kept.wait()
            await asyncio.sleep(0)
        row = self._done.get(id)
        if row is not None and self._is_whole(row):
            return await self._restored(row)
        self.refuse_if_full()
        return await self._accept_new(Active(new_row(id, recipe, lane), recipe, view))

    async def _accept_new(self, active: Active) -> Active | RenderRow:
        # The worker begins while the disk is written; the answer waits for the disk.
        self._begin(active)
        row = active.row
        # Let the hand-over happen before this begins to prepare what it writes.
        await asyncio.sleep(0)
        try:
            if not await renders.accept(self.database, row):
                earlier = await renders.find(self.database, row.id)
                if earlier is not None:
                    if earlier.state == "done" and self._is_whole(earlier):
                        self._withdraw(active)
                        self._remember(earlier)
                        return await self._restored(earlier)
                    row.starred, row.folder = earlier.starred, earlier.folder
                    row.created_at = earlier.created_at
                await renders.accept_again(self.database, row)
        except BaseException:
            self._withdraw(active)
            raise
        active.accepted.set()
        return active

    async def accept_bulk(self, recipes: Mapping[str, Recipe], *rows: Any) -> None:
        """Take in every render (by id) that is not there yet, and further rows, all or nothing."""
        known = await renders.find_many(self.database, list(recipes))
        new: list[RenderRow] = []
        again: list[RenderRow] = []
        begun: list[Active] = []
        for id, recipe in recipes.items():
            earlier = known.get(id)
            if id in self._active or (earlier is not None and earlier.state == "done"):
                continue
            row = new_row(id, recipe, "batch")
            if earlier is not None:
                row.starred, row.folder = earlier.starred, earlier.folder
                row.created_at = earlier.created_at
            (new if earlier is None else again).append(row)
            begun.append(Active(row, recipe, bulk=True))
        await renders.accept_many(self.database, new, again, *rows)
        for active in begun:
            active.accepted.set()
            # Somebody may have asked for this very picture in the meantime.
            if active.row.id not in self._active:
                self._begin(active)

    def _begin(self, active: Active) -> None:
        self._active[active.row.id] = active
        self._bulk += active.bulk
        active.tell(1, "state", {"id": active.row.id, "state": "queued"})
        if active.row.lane == "batch":
            self.queue.add(active)
        else:
            self._start(active)

    def _start(self, active: Active) -> None:
        draft = self.drafts.take(active.row.id)
        if draft is not None:
            self._carrier.finish(active, draft)
        work = self._see_through(active)
        active.task = asyncio.create_task(work, name=f"render {active.row.id}")

    def _hurry(self, active: Active, lane: Lane) -> None:
        """Let a render that waits among batch ones go ahead for somebody who looks at the page."""
        if lane == "interactive" and self.queue.remove(active):
            active.row.lane = lane
            self._start(active)

    def _leave(self, active: Active) -> None:
        if self._active.get(active.row.id) is active:
            del self._active[active.row.id]
            self._bulk -= active.bulk
        self.queue.remove(active)
        self.queue.ended(active)

    def _withdraw(self, active: Active) -> None:
        """Undo a beginning that was too hasty."""
        if active.task is not None:
            active.task.cancel()
        active.state = "failed"
        self._leave(active)
        _release(active)

    async def _see_through(self, active: Active) -> None:
        try:
            if active.over:
                await active.kept.wait()
            else:
                await self._carrier.carry(active)
            if active.state == "done":
                self._remember(active.row)
        finally:
            _release(active)
            self._leave(active)

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

    async def _restored(self, row: RenderRow) -> RenderRow:
        # Whoever asks for a picture that lies in the trash wants it back.
        return await self.mark(row.id, deleted=False) if row.deleted else row

    async def find(self, id: str) -> RenderRow:
        """Return a render, under way or from the history. Raises `UnknownId`."""
        if (active := self._active.get(id)) is not None:
            return active.row
        row = self._done.get(id) or await renders.find(self.database, id)
        if row is None:
            raise UnknownId(f"there is no render {id[:80]}", hint="GET /api/v1/renders lists them")
        return row

    def waiting(self, id: str) -> Active | None:
        """Return a render that is under way; None when it is over or was never accepted."""
        return self._active.get(id)

    async def cancel(self, id: str) -> RenderRow:
        """Stop a render within one step; a finished one stays as it is."""
        row = await self.find(id)
        if (active := self._active.get(id)) is not None and not active.over:
            active.unwanted = True
            if self.queue.remove(active):
                # Nobody has begun it: it ends here.
                await self._carrier.end(active, "cancelled")
                _release(active)
                self._leave(active)
            else:
                await self.client.cancel(id)
            await active.settled.wait()
        return row

    async def mark(self, id: str, **marks: Any) -> RenderRow:
        """Set `starred`, `folder` or `deleted` of a render. Raises `UnknownId` and `OutOfDisk`."""
        if marks:
            await renders.mark(self.database, id, **marks)
        row = await self.find(id)
        for name, value in marks.items():
            setattr(row, name, value)
        return row

    async def mark_many(self, ids: Sequence[str], **marks: Any) -> None:
        """Set marks of many renders, all or none. Raises `UnknownId` and `OutOfDisk`."""
        await renders.mark_many(self.database, ids, **marks)
        for id in ids:
            self._catch_up(id, **marks)

    async def rename_folder(self, name: str, to: str | None) -> int:
        """Put everything in a folder, trash included, into another or none; return how many."""
        ids = await history.rename_folder(self.database, name, to)
        for id in ids:
            self._catch_up(id, folder=to)
        return len(ids)

    def _catch_up(self, id: str, **marks: Any) -> None:
        active = self._active.get(id)
        for row in (active.row if active is not None else None, self._done.get(id)):
            if row is not None:
                for name, value in marks.items():
                    setattr(row, name, value)

    async def caught_up(self) -> None:
        """Wait until every render that is over by now is so on disk too.

        A picture is shown a moment before its row says that it is there: whoever counts rows would
        miss it.
        """
        for active in list(self._active.values()):
            if active.over:
                await active.kept.wait()

    async def empty_trash(self) -> int:
        """Remove what was deleted, rows and pictures, for good; return how many renders."""
        await self.caught_up()
        ids, pictures = await history.empty_trash(self.database)
        for id in ids:
            self.forget(id)
        for sha256 in pictures:
            await asyncio.to_thread(self.files.remove, sha256)
        return len(ids)

    def _looked_at(self, active: Active) -> bool:
        """Whether somebody sees the queue, and this render takes so long that previews are worth it."""
        seconds = self.queue.pace.seconds(active.row)
        worth = seconds is None or seconds > PREVIEWED_S
        return worth and time.monotonic() - self._looked_at_s < LOOKING_S

    def under_way(self) -> list[dict[str, Any]]:
        """Return what is not finished, as the queue page shows it."""
        self._looked_at_s = time.monotonic()
        return self.queue.view(self._active.values())

    def newest(self, row: RenderRow) -> RenderRow:
        """Return what is known in memory about a render that was read from the database."""
        active = self._active.get(row.id)
        return active.row if active is not None else row

    def unsaved_picture(self, sha256: str) -> bytes | None:
        """Return a picture that is finished and not on disk yet."""
        return self.unsaved_pictures().get(sha256)

    def unsaved_pictures(self) -> dict[str, bytes]:
        """Return the pictures that are finished and not on disk yet, by hash."""
        return {
            active.row.image_sha256: active.picture
            for active in self._active.values()
            if active.picture is not None and active.row.image_sha256 is not None
        }

    def forget(self, id: str) -> None:
        """Read this render from the database the next time."""
        self._done.pop(id, None)

    def events(self, row: RenderRow, after: int) -> AsyncIterator[News]:
        """Yield the events of a render whose number is past `after`, until its end."""
        active = self._active.get(row.id)
        return active.follow(after) if active is not None else last_words(row, after)

    def drain(self) -> None:
        """Accept nothing more, and let go whoever waits; what they wait for is made later."""
        self._draining = True
        for active in self._active.values():
            active.settled.set()
            active.wake()

    async def close(self) -> None:
        """Stop following; unfinished rows stay unfinished and are resumed by the next start."""
        self.queue.paused = True
        for active in list(self._active.values()):
            if active.task is not None and active.state != "done":
                active.task.cancel()
        tasks = [active.task for active in self._active.values() if active.task is not None]
        await self._carrier.close()
        await asyncio.gather(*tasks, return_exceptions=True)


def _release(active: Active) -> None:
    """Let everybody go on who waits for a render that is over, or never was."""
    for event in (active.accepted, active.settled, active.kept):
        event.set()
    active.wake()
