"""Rows of renders: accept, finish, list. A state that is final is never left except by asking again."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, insert, select, update

from app.storage.database import Database
from app.storage.tables import RenderRow
from inference.errors import InvalidInput, UnknownId

UNFINISHED = ("queued", "running")


async def find(database: Database, id: str) -> RenderRow | None:
    """Return the render with this id, if there is one."""
    async with database.read() as session:
        return await session.scalar(select(RenderRow).where(RenderRow.id == id))


async def find_by_image(database: Database, sha256: str) -> RenderRow | None:
    """Return the render that made this picture, if there is one."""
    async with database.read() as session:
        return await session.scalar(select(RenderRow).where(RenderRow.image_sha256 == sha256))


async def unfinished(database: Database) -> Sequence[RenderRow]:
    """Return the accepted renders that are not finished, oldest first."""
    query = select(RenderRow).where(RenderRow.state.in_(UNFINISHED)).order_by(RenderRow.sequence)
    async with database.read() as session:
        return (await session.scalars(query)).all()


_ACCEPTED = ("id", "recipe", "model", "words", "lane", "steps", "starred", "created_at")
_FINISHED = ("state", "step", "steps", "image_sha256", "width", "height", "timings")


async def accept(database: Database, row: RenderRow, *, again: bool) -> None:
    """Write a new render, or queue `again` the one with its id (its star and its age stay).

    Only what was asked for is written: the row may learn more in memory while this waits.
    """
    if again:
        await change(
            database, row.id, state="queued", step=0, lane=row.lane, error=None,
            image_sha256=None, width=None, height=None, timings=None,
        )  # fmt: skip
        return
    values = {name: getattr(row, name) for name in _ACCEPTED}
    async with database.write() as session:
        query = insert(RenderRow).values(state="queued", step=0, **values)
        await session.execute(query)


async def change(database: Database, id: str, **values: Any) -> None:
    """Set columns of a render."""
    async with database.write() as session:
        await session.execute(update(RenderRow).where(RenderRow.id == id).values(**values))


async def finish(database: Database, rows: Sequence[RenderRow]) -> None:
    """Write down that these renders are done, all in one transaction."""
    if not rows:
        return
    async with database.write() as session:
        for row in rows:
            values = {name: getattr(row, name) for name in _FINISHED}
            await session.execute(update(RenderRow).where(RenderRow.id == row.id).values(values))


async def star(database: Database, id: str, starred: bool) -> None:
    """Star a render or take the star away. Raises `UnknownId`."""
    async with database.write() as session:
        query = update(RenderRow).where(RenderRow.id == id).values(starred=starred)
        # Typed as a plain result, but an UPDATE gives one that counts rows.
        if (await session.execute(query)).rowcount == 0:  # type: ignore[attr-defined]
            raise UnknownId(f"there is no render {id}")


def _filtered(model: str | None, words: str | None, starred: bool | None) -> Select[Any]:
    query = select(RenderRow).order_by(RenderRow.sequence.desc())
    if model is not None:
        query = query.where(RenderRow.model == model)
    if starred is not None:
        query = query.where(RenderRow.starred == starred)
    for word in (words or "").lower().split()[:16]:
        query = query.where(RenderRow.words.contains(word, autoescape=True))
    return query


def cursor_of(sequence: int) -> str:
    """Return an opaque place in the list."""
    return base64.urlsafe_b64encode(str(sequence).encode()).decode().rstrip("=")


def sequence_of(cursor: str) -> int:
    """Read a cursor. Raises `InvalidInput` for one that we did not give out."""
    try:
        found = int(base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True))
    except (binascii.Error, ValueError):
        found = -1
    if not 0 <= found < 2**62:
        raise InvalidInput("that cursor is not from this list", expected="the `next` of a page")
    return found


async def page(
    database: Database,
    *,
    cursor: str | None,
    limit: int,
    model: str | None = None,
    words: str | None = None,
    starred: bool | None = None,
) -> tuple[Sequence[RenderRow], str | None]:
    """Return one page of the history, newest first, and the cursor of the next."""
    query = _filtered(model, words, starred).limit(limit + 1)
    if cursor is not None:
        query = query.where(RenderRow.sequence < sequence_of(cursor))
    async with database.read() as session:
        rows = (await session.scalars(query)).all()
    more = cursor_of(rows[limit - 1].sequence) if len(rows) > limit else None
    return rows[:limit], more
