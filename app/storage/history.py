"""What was made, newest first: pages of it, its folders, and its trash."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, delete, func, select, update

from app.storage.database import Database
from app.storage.renders import AT_ONCE, UNFINISHED
from app.storage.tables import ImageRow, RenderRow
from inference.errors import InvalidInput

MOST_WORDS = 16


def _filtered(
    model: str | None, words: str | None, starred: bool | None, folder: str | None, deleted: bool
) -> Select[Any]:
    query = select(RenderRow).order_by(RenderRow.sequence.desc())
    query = query.where(RenderRow.deleted.is_(deleted))
    if model is not None:
        query = query.where(RenderRow.model == model)
    if starred is not None:
        query = query.where(RenderRow.starred.is_(starred))
    if folder is not None:
        query = query.where(RenderRow.folder == folder)
    for word in (words or "").lower().split()[:MOST_WORDS]:
        query = query.where(RenderRow.words.contains(word, autoescape=True))
    return query


def cursor_of(sequence: int) -> str:
    """Return an opaque place in a list."""
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
    folder: str | None = None,
    deleted: bool = False,
) -> tuple[Sequence[RenderRow], str | None]:
    """Return one page of the history, newest first, and the cursor of the next."""
    query = _filtered(model, words, starred, folder, deleted).limit(limit + 1)
    if cursor is not None:
        query = query.where(RenderRow.sequence < sequence_of(cursor))
    async with database.read() as session:
        rows = (await session.scalars(query)).all()
    more = cursor_of(rows[limit - 1].sequence) if len(rows) > limit else None
    return rows[:limit], more


async def folders(database: Database) -> list[tuple[str, int]]:
    """Return the folders and how many renders lie in each, by name."""
    query = (
        select(RenderRow.folder, func.count())
        .where(RenderRow.folder.is_not(None), RenderRow.deleted.is_(False))
        .group_by(RenderRow.folder)
        .order_by(RenderRow.folder)
    )
    async with database.read() as session:
        return [(str(name), int(count)) for name, count in await session.execute(query)]


async def rename_folder(database: Database, name: str, to: str | None) -> list[str]:
    """Give what lies in a folder, trash included, another folder or none; return the ids."""
    inside = RenderRow.folder == name
    async with database.write() as session:
        ids = list(await session.scalars(select(RenderRow.id).where(inside)))
        await session.execute(update(RenderRow).where(inside).values(folder=to))
    return ids


async def empty_trash(database: Database) -> tuple[list[str], list[str]]:
    """Remove the rows of what was deleted; return their ids, and pictures that nothing shows now."""
    gone = select(RenderRow.id, RenderRow.image_sha256).where(
        RenderRow.deleted.is_(True), RenderRow.state.not_in(UNFINISHED)
    )
    async with database.write() as session:
        rows = (await session.execute(gone)).all()
        ids, pictures = [row[0] for row in rows], sorted({row[1] for row in rows if row[1]})
        for some in _chunks(ids):
            await session.execute(delete(RenderRow).where(RenderRow.id.in_(some)))
        shown: set[str | None] = set()
        for some in _chunks(pictures):
            for column in (RenderRow.image_sha256, ImageRow.sha256):
                shown |= set(await session.scalars(select(column).where(column.in_(some))))
    return ids, [sha for sha in pictures if sha not in shown]


def _chunks(ids: Sequence[str]) -> list[Sequence[str]]:
    return [ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE)]
