"""The database: SQLite that keeps its word at power loss, or whatever address the operator gave."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from app.storage.files import out_of_disk
from inference.errors import OutOfDisk

_FULL = ("disk is full", "disk i/o error", "readonly database", "unable to open", "no space left")


def _pragmas(connection: Any, _: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA busy_timeout = 5000")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


class Database:
    """Sessions to read and to write; writes are one after the other, as SQLite wants them."""

    def __init__(self, url: str) -> None:
        sqlite = url.startswith("sqlite")
        self.engine = create_async_engine(url, pool_size=5, max_overflow=0)
        if sqlite:
            event.listen(self.engine.sync_engine, "connect", _pragmas)
        self._sessions = async_sessionmaker(self.engine, expire_on_commit=False)
        self._writing = asyncio.Lock()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """A session that only looks."""
        async with self._sessions() as session:
            yield session

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncSession]:
        """A session that is committed, to the disk itself, when the block ends without an error.

        Raises `OutOfDisk` when the disk takes nothing more; then nothing was changed.
        """
        async with self._writing:
            try:
                async with self._sessions() as session, session.begin():
                    yield session
            except DBAPIError as error:
                if any(words in str(error.orig).lower() for words in _FULL):
                    raise self._out_of_disk(error) from error
                raise

    def _out_of_disk(self, error: DBAPIError) -> OutOfDisk:
        return out_of_disk(f"the database could not write: {error.orig}")

    async def close(self) -> None:
        """Close every connection; the write-ahead log is folded in."""
        await self.engine.dispose()
