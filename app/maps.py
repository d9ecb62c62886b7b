"""Maps: the shipped ones and the user's, and the points that join them after they were built."""

from __future__ import annotations

import asyncio
import math
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import func, select

from app.active import image_of, view_of
from app.desk import Desk
from app.map_search import search
from app.pictures import picture_of
from app.settings import Settings
from app.storage.database import Database
from app.storage.files import Files
from app.storage.tables import AdditionRow, RenderRow
from inference.client import Client
from inference.errors import InvalidInput, RashinError, UnknownId
from inference.maps.files import MapFolder
from inference.pictures import png

DECODE_WITHIN_S = 30.0
SMALLEST_MAP = 20
WARM_AFTER_S = 1.5


class Maps:
    """Opens map folders, and decodes places on them."""

    def __init__(
        self, client: Client, database: Database, files: Files, desk: Desk, settings: Settings
    ) -> None:
        self.client, self.database, self.files, self.desk = client, database, files, desk
        self.roots = settings.map_folders
        self._open: dict[str, tuple[float, MapFolder]] = {}
        self._joining = asyncio.Lock()

    def all(self) -> list[MapFolder]:
        """Return every map that is whole, the shipped ones first; a damaged one is left out."""
        found: dict[str, MapFolder] = {}
        for root in self.roots:
            for card in sorted(root.glob("*/map.json")):
                try:
                    opened = self._opened(card.parent)
                except RashinError:
                    continue
                found.setdefault(opened.id, opened)
        return list(found.values())

    def open(self, id: str) -> MapFolder:
        """Return a map by id. Raises `UnknownId` and `DamagedWeights`."""
        for root in self.roots:
            for card in root.glob("*/map.json"):
                if card.parent.name == id:
                    return self._opened(card.parent)
        names = ", ".join(opened.id for opened in self.all())
        raise UnknownId(f"there is no map {id[:80]!r}", expected=names or "no map is built yet")

    def _opened(self, folder: Path) -> MapFolder:
        changed_at = (folder / "map.json").stat().st_mtime
        known = self._open.get(str(folder))
        if known is None or known[0] != changed_at:
            known = (changed_at, MapFolder(folder))
            self._open[str(folder)] = known
        return known[1]

    async def warm(self) -> None:
        """Have the first map opened, here and in the worker, before somebody clicks on it."""
        while self.client.status()["state"] != "ready":
            await asyncio.sleep(0.25)
        await asyncio.sleep(WARM_AFTER_S)
        for map in self.all()[:1]:
            white = png(np.full((64, 64, 3), 255, np.uint8))
            with suppress(RashinError):
                await asyncio.to_thread(map.card, 0)
                await self.client.call("map_place", map=str(map.folder), image=white)
                await self.client.call("map_recipe", map=str(map.folder), x=0.0, y=0.0)

    async def additions(self, map: MapFolder) -> list[dict[str, Any]]:
        """Return the points that joined this version of a map, oldest first."""
        query = (
            select(AdditionRow, RenderRow)
            .join(RenderRow, RenderRow.id == AdditionRow.render_id)
            .where(AdditionRow.map_id == map.id, AdditionRow.version == version_of(map))
            .order_by(AdditionRow.n)
        )
        async with self.database.read() as session:
            rows = (await session.execute(query)).all()
        return [
            {
                "n": point.n,
                "x": point.x,
                "y": point.y,
                "render_id": point.render_id,
                "image": image_of(self.desk.newest(render)),
                "recipe": render.recipe,
                "neighbours": [
                    near if isinstance(near, dict) else {"n": near}
                    for near in point.details["placed"].get("neighbours", [])
                ],
            }
            for point, render in rows
        ]

    async def decode(self, map: MapFolder, x: float, y: float, seed: int | None) -> dict[str, Any]:
        """Make the picture for a place on a map and find where it truly lies.

        The landing error is the distance from the place asked for, in units of the median distance
        between nearest neighbours on the map.
        """
        made = await self.client.call("map_recipe", map=str(map.folder), x=x, y=y, seed=seed)
        given = {"model": map.info["model"], "noise": made["noise"]}
        if made.get("conditioning"):
            given["conditioning"] = made["conditioning"]
        recipe = await self.desk.canonical(given)
        row, picture = await picture_of(self.desk, recipe, DECODE_WITHIN_S)
        placed = await self.client.call("map_place", map=str(map.folder), image=picture)
        joined = await self._join(map, row, (x, y), made, placed)
        distance = math.hypot(placed["x"] - x, placed["y"] - y)
        return {
            "render": view_of(row),
            "landing": {
                "x": placed["x"],
                "y": placed["y"],
                "error": round(distance / max(placed["gap"], 1e-9), 4),
                # How well the map supports the place that was asked for: near 0 in empty sea.
                "confidence": made["confidence"],
            },
            "clamped": bool(made.get("clamped", False)),
            "boundary": bool(made.get("boundary", False)),
            "neighbours": made.get("neighbours", []),
            "point": joined.n,
        }

    async def search(self, map: MapFolder, *, limit: int, **question: Any) -> list[dict[str, Any]]:
        """Return the points {n, x, y, score} that answer a question (`app.map_search`)."""
        return await search(self.client, self.files, map, limit=limit, **question)

    def exists(self, id: str) -> bool:
        """Whether a folder of this name is there, finished or not."""
        return any((root / id / "map.json").exists() for root in self.roots)

    async def plan(self, wanted: dict[str, Any]) -> dict[str, Any]:
        """Write out what a building job needs: the recipes of the history take its place."""
        source = wanted["source"]
        if source["kind"] != "history":
            return wanted
        query = select(RenderRow.recipe).where(
            RenderRow.state == "done", RenderRow.model == wanted["model"]
        )
        if source["starred"]:
            query = query.where(RenderRow.starred)
        async with self.database.read() as session:
            recipes = (await session.scalars(query.order_by(RenderRow.sequence))).all()
        if len(recipes) < SMALLEST_MAP:
            raise InvalidInput(
                f"there are {len(recipes)} finished renders",
                expected=f"at least {SMALLEST_MAP}",
                hint="render more, or build from prompts",
            )
        return wanted | {"source": {"kind": "history", "recipes": list(recipes)}}

    async def _join(
        self,
        map: MapFolder,
        row: RenderRow,
        target: tuple[float, float],
        made: dict[str, Any],
        placed: dict[str, Any],
    ) -> AdditionRow:
        """Write the new point down; the same picture for the same place joins once."""
        same = select(AdditionRow).where(
            AdditionRow.map_id == map.id,
            AdditionRow.version == version_of(map),
            AdditionRow.render_id == row.id,
            AdditionRow.target_x == target[0],
            AdditionRow.target_y == target[1],
        )
        last = select(func.max(AdditionRow.n)).where(
            AdditionRow.map_id == map.id, AdditionRow.version == version_of(map)
        )
        async with self._joining, self.database.write() as session:
            known = await session.scalar(same)
            if known is not None:
                return known
            highest = await session.scalar(last)
            point = AdditionRow(
                map_id=map.id, version=version_of(map), render_id=row.id,
                n=max(map.count, (highest or 0) + 1), target_x=target[0], target_y=target[1],
                x=placed["x"], y=placed["y"], details={"made": made, "placed": placed},
            )  # fmt: skip
            session.add(point)
        return point


def version_of(map: MapFolder) -> str:
    """Return the version of a map; points join one version, because a refit moves everything."""
    return str(map.info.get("version", ""))
