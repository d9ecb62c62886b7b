"""What finished jobs tell about the next ones."""

from __future__ import annotations

from sqlalchemy import select

from app.storage.database import Database
from app.storage.tables import JobRow

MOST_ASKED = 50


async def speeds(database: Database) -> dict[str, float]:
    """Return the seconds a point took in the last map of each kind, by "model painted"."""
    query = (
        select(JobRow.result)
        .where(JobRow.kind == "map", JobRow.state == "done")
        .order_by(JobRow.sequence.desc())
        .limit(MOST_ASKED)
    )
    async with database.read() as session:
        results = (await session.scalars(query)).all()
    found: dict[str, float] = {}
    for result in results:
        if result and "seconds_a_point" in result:
            found.setdefault(str(result["what"]), float(result["seconds_a_point"]))
    return found
