"""Rows of labels that somebody renamed; a row is there only while the computed name is not wanted."""

from __future__ import annotations

from sqlalchemy import delete, select

from app.storage.database import Database
from app.storage.tables import LabelRow


async def renamed(
    database: Database, map_id: str, version: str
) -> dict[tuple[int, int], dict[str, str]]:
    """Return the given titles of one version of a map, by layer and label."""
    query = select(LabelRow).where(LabelRow.map_id == map_id, LabelRow.version == version)
    async with database.read() as session:
        rows = (await session.scalars(query)).all()
    return {(row.layer, row.label): row.title for row in rows}


async def rename(
    database: Database,
    map_id: str,
    version: str,
    layer: int,
    label: int,
    title: dict[str, str] | None,
) -> None:
    """Give a label a title, or with None its computed one back."""
    same = (
        LabelRow.map_id == map_id,
        LabelRow.version == version,
        LabelRow.layer == layer,
        LabelRow.label == label,
    )
    async with database.write() as session:
        await session.execute(delete(LabelRow).where(*same))
        if title:
            session.add(
                LabelRow(map_id=map_id, version=version, layer=layer, label=label, title=title)
            )
