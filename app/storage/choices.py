"""Choices: points that somebody chose without giving them a name, so that undo can bring them back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from sqlalchemy import select

from app.storage.database import Database
from app.storage.tables import ChoiceRow
from inference.errors import UnknownId

# Distances between ascending numbers in base 36, joined by dots.
PACKED = r"^[0-9a-z]{1,7}(\.[0-9a-z]{1,7})*$"
LONGEST = 900_000


def id_of(packed: str) -> str:
    """Return the id of a choice: equal choices have equal ids."""
    return hashlib.sha256(packed.encode()).hexdigest()[:32]


async def keep(database: Database, packed: str) -> str:
    """Write a choice down once, and return its id."""
    id = id_of(packed)
    async with database.write() as session:
        if await session.get(ChoiceRow, id) is None:
            session.add(ChoiceRow(id=id, packed=packed))
    return id


async def find(database: Database, id: str) -> str:
    """Return what was chosen. Raises `UnknownId`."""
    async with database.read() as session:
        row = await session.get(ChoiceRow, id)
    if row is None:
        raise UnknownId(f"there is no choice {id[:80]}", hint="choose the points again")
    return row.packed


async def find_many(database: Database, ids: Iterable[str]) -> Sequence[ChoiceRow]:
    """Return those that are there."""
    query = select(ChoiceRow).where(ChoiceRow.id.in_(list(ids))).order_by(ChoiceRow.id)
    async with database.read() as session:
        return (await session.scalars(query)).all()
