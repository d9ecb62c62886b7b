"""Rows of groups: points that somebody put together under a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from app.storage.database import Database
from app.storage.tables import GroupRow, now
from inference.errors import Conflict, UnknownId

MOST_LISTED = 1_000


async def find(database: Database, name: str) -> GroupRow | None:
    """Return the group with this name, if there is one."""
    async with database.read() as session:
        return await session.scalar(select(GroupRow).where(GroupRow.name == name))


async def get(database: Database, name: str) -> GroupRow:
    """Return the group with this name. Raises `UnknownId`."""
    row = await find(database, name)
    if row is None:
        known = ", ".join(row.name for row in await all_of(database)) or "none yet"
        raise UnknownId(f"there is no group {name[:80]!r}", expected=known[:500])
    return row


async def all_of(database: Database) -> Sequence[GroupRow]:
    """Return every group, by name."""
    query = select(GroupRow).order_by(GroupRow.name).limit(MOST_LISTED)
    async with database.read() as session:
        return (await session.scalars(query)).all()


async def add(database: Database, row: GroupRow) -> None:
    """Write a new group. Raises `Conflict` when the name is taken."""
    try:
        async with database.write() as session:
            session.add(row)
    except IntegrityError as error:
        raise _taken(row.name) from error


async def change(database: Database, name: str, values: dict[str, Any]) -> None:
    """Set columns of a group. Raises `UnknownId`, and `Conflict` when a new name is taken."""
    query = update(GroupRow).where(GroupRow.name == name).values(**values, changed_at=now())
    try:
        async with database.write() as session:
            found = await session.execute(query)
            # Typed as a plain result, but an UPDATE gives one that counts rows.
            if found.rowcount == 0:  # type: ignore[attr-defined]
                raise UnknownId(f"there is no group {name[:80]!r}")
    except IntegrityError as error:
        raise _taken(str(values.get("name"))) from error


async def remove(database: Database, name: str) -> None:
    """Delete a group; its points stay where they are. Raises `UnknownId`."""
    async with database.write() as session:
        found = await session.execute(delete(GroupRow).where(GroupRow.name == name))
        if found.rowcount == 0:  # type: ignore[attr-defined]
            raise UnknownId(f"there is no group {name[:80]!r}")


def members_of(row: GroupRow) -> dict[str, Any]:
    """Return what a group holds: map, version, points, renders."""
    return {
        "map": row.map_id,
        "version": row.version,
        "points": row.points,
        "renders": row.renders,
    }


def row_of(name: str, members: Mapping[str, Any]) -> GroupRow:
    """Return a new row that holds these members."""
    rest = {key: members[key] for key in ("version", "points", "renders")}
    return GroupRow(name=name, map_id=members["map"], **rest)


async def put(database: Database, name: str, members: Mapping[str, Any] | None) -> None:
    """Have a group hold exactly these members; None: have no such group."""
    async with database.write() as session:
        row = await session.scalar(select(GroupRow).where(GroupRow.name == name))
        if members is None:
            if row is not None:
                await session.delete(row)
        elif row is None:
            session.add(row_of(name, members))
        else:
            row.map_id, row.version = members["map"], members["version"]
            row.points, row.renders = members["points"], members["renders"]
            row.changed_at = now()


def _taken(name: str) -> Conflict:
    return Conflict(f"there is a group {name!r} already", hint="choose another name, or PATCH it")
