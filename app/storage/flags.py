"""Switches that survive a restart."""

from __future__ import annotations

from typing import Any

from app.storage.database import Database
from app.storage.tables import FlagRow


async def read(database: Database, name: str, default: Any) -> Any:
    """Return the value of a switch, or the default where nobody ever set it."""
    async with database.read() as session:
        row = await session.get(FlagRow, name)
    return default if row is None else row.value


async def write(database: Database, name: str, value: Any) -> None:
    """Set a switch. Raises `OutOfDisk`."""
    async with database.write() as session:
        await session.merge(FlagRow(name=name, value=value))
