"""Answers under an Idempotency-Key: the same request is answered word for word, also after a crash."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from sqlalchemy import delete, select

from app.storage.database import Database
from app.storage.tables import AnswerRow, now
from inference.errors import InvalidInput


def fingerprint(*parts: bytes | str) -> str:
    """Return a hash of what makes two requests the same."""
    whole = b"\0".join(part.encode() if isinstance(part, str) else part for part in parts)
    return hashlib.sha256(whole).hexdigest()


async def given(database: Database, key: str, print_: str) -> AnswerRow | None:
    """Return what was answered under this key. Raises `InvalidInput` if the request was another."""
    async with database.read() as session:
        row = await session.scalar(select(AnswerRow).where(AnswerRow.key == key))
    if row is not None and row.fingerprint != print_:
        raise InvalidInput(
            "this Idempotency-Key was used for another request",
            expected="the same body as the first time",
            hint="make a new key for every new request",
        )
    return row


async def forget_old(database: Database, hours: float) -> None:
    """Delete answers that are older than this."""
    async with database.write() as session:
        old = now() - timedelta(hours=hours)
        await session.execute(delete(AnswerRow).where(AnswerRow.created_at < old))


async def keep(database: Database, row: AnswerRow) -> None:
    """Write an answer before it is sent."""
    async with database.write() as session:
        await session.merge(row)
