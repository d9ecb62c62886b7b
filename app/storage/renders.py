"""Rows of renders: accept, change, finish. A state that is final is never left except by asking again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import Table, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from app.storage.database import Database
from app.storage.tables import RenderRow
from inference.errors import UnknownId

# Statements on the plain table cost a fraction of those that keep objects in step.
_TABLE = cast(Table, RenderRow.__table__)
UNFINISHED = ("queued", "running")
# SQLite takes at most 32,766 parameters in one statement.
AT_ONCE = 500


async def find(database: Database, id: str) -> RenderRow | None:
    """Return the render with this id, if there is one."""
    async with database.read() as session:
        return await session.scalar(select(RenderRow).where(RenderRow.id == id))


async def find_many(database: Database, ids: Sequence[str]) -> dict[str, RenderRow]:
    """Return the renders that there are among these ids."""
    found: dict[str, RenderRow] = {}
    async with database.read() as session:
        for start in range(0, len(ids), AT_ONCE):
            query = select(RenderRow).where(RenderRow.id.in_(ids[start : start + AT_ONCE]))
            found |= {row.id: row for row in await session.scalars(query)}
    return found


async def find_by_image(database: Database, sha256: str) -> RenderRow | None:
    """Return the render that made this picture, if there is one."""
    async with database.read() as session:
        return await session.scalar(select(RenderRow).where(RenderRow.image_sha256 == sha256))


async def unfinished(database: Database) -> Sequence[RenderRow]:
    """Return the accepted renders that are not finished, in the order in which they wait."""
    query = select(RenderRow).where(RenderRow.state.in_(UNFINISHED))
    query = query.order_by(RenderRow.place.is_(None), RenderRow.place, RenderRow.sequence)
    async with database.read() as session:
        return (await session.scalars(query)).all()


_ACCEPTED = (
    "id", "recipe", "model", "words", "lane", "steps", "starred", "created_at", "deleted",
)  # fmt: skip
_FINISHED = ("state", "step", "steps", "image_sha256", "width", "height", "timings", "environment")
_AGAIN: dict[str, Any] = {
    "state": "queued", "step": 0, "error": None, "image_sha256": None, "width": None,
    "height": None, "timings": None, "environment": None, "deleted": False, "place": None,
}  # fmt: skip


_INSERT = insert(_TABLE)
_FINISH = (
    update(_TABLE)
    .where(_TABLE.c.id == bindparam("_id"))
    .values({name: bindparam(name) for name in _FINISHED})
)


async def accept(database: Database, row: RenderRow) -> bool:
    """Write a new render; False when there is one with that id already, which stays as it is.

    Only what was asked for is written: the row may learn more in memory while this waits.
    """
    try:
        async with database.write() as session:
            await session.execute(_INSERT, _values(row))
    except IntegrityError:
        return False
    return True


async def accept_again(database: Database, row: RenderRow) -> None:
    """Queue a render anew whose row is there; its star, its folder and its age stay."""
    await change(database, row.id, **_AGAIN, lane=row.lane)


async def accept_many(
    database: Database, new: Sequence[RenderRow], again: Sequence[RenderRow], *more: Any
) -> None:
    """Write new renders, queue others anew, and add further rows, all in one transaction."""
    async with database.write() as session:
        if new:
            await session.execute(_INSERT, [_values(row) for row in new])
        for start in range(0, len(again), AT_ONCE):
            ids = [row.id for row in again[start : start + AT_ONCE]]
            query = update(RenderRow).where(RenderRow.id.in_(ids))
            await session.execute(query.values(**_AGAIN, lane="batch"))
        session.add_all(more)


def _values(row: RenderRow) -> dict[str, Any]:
    return {"state": "queued", "step": 0} | {name: getattr(row, name) for name in _ACCEPTED}


async def change(database: Database, id: str, **values: Any) -> None:
    """Set columns of a render."""
    async with database.write() as session:
        await session.execute(update(RenderRow).where(RenderRow.id == id).values(**values))


async def finish(database: Database, rows: Sequence[RenderRow]) -> None:
    """Write down that these renders are done, all in one transaction."""
    if not rows:
        return
    async with database.write() as session:
        values = [{name: getattr(row, name) for name in _FINISHED} for row in rows]
        ids = [{"_id": row.id} for row in rows]
        changes = [value | id for value, id in zip(values, ids, strict=True)]
        await session.execute(_FINISH, changes)


async def arrange(database: Database, ids: Sequence[str]) -> None:
    """Write down the order in which renders wait."""
    async with database.write() as session:
        for place, id in enumerate(ids):
            query = update(RenderRow).where(RenderRow.id == id)
            await session.execute(query.values(place=float(place)))


async def mark(database: Database, id: str, **values: Any) -> None:
    """Set the star, the folder or the deletion of a render. Raises `UnknownId`."""
    async with database.write() as session:
        query = update(RenderRow).where(RenderRow.id == id).values(**values)
        # Typed as a plain result, but an UPDATE gives one that counts rows.
        if (await session.execute(query)).rowcount == 0:  # type: ignore[attr-defined]
            raise UnknownId(f"there is no render {id}")


async def mark_many(database: Database, ids: Sequence[str], **values: Any) -> None:
    """Set marks of many renders at once. Raises `UnknownId` and changes nothing when one is not there."""
    async with database.write() as session:
        for start in range(0, len(ids), AT_ONCE):
            some = ids[start : start + AT_ONCE]
            query = update(RenderRow).where(RenderRow.id.in_(some)).values(**values)
            # Typed as a plain result, but an UPDATE gives one that counts rows.
            if (await session.execute(query)).rowcount != len(some):  # type: ignore[attr-defined]
                known = set(
                    await session.scalars(select(RenderRow.id).where(RenderRow.id.in_(some)))
                )
                raise UnknownId(f"there is no render {next(id for id in some if id not in known)}")
