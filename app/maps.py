"""Maps: the shipped ones and the user's, and the points that join them after they were built."""

from __future__ import annotations

import asyncio
import math
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import func, select

from app.active import image_of, view_of
from app.desk import Desk
from app.library import Library
from app.map_news import MapNews
from app.map_search import search
from app.map_sources import MapSources
from app.pictures import picture_of
from app.same_points import same_points
from app.settings import Settings
from app.storage.database import Database
from app.storage.files import Files
from app.storage.tables import AdditionRow, RenderRow
from inference.client import Client
from inference.errors import Conflict, InvalidInput, RashinError, UnknownId
from inference.maps.files import MapFolder
from inference.pictures import png

DECODE_WITHIN_S = 300.0  # a large model on a CPU; whoever waits can cancel
WARM_AFTER_S = 1.5
WHY_NOT = {
    "numbers": "its points are numbers, not pictures",
    "pictures": "its model cannot take pictures, so nothing can be made from the uploaded ones",
    "steps": "to see where a picture landed, its model would have to walk all its steps once more",
}


class Maps:
    """Opens map folders, and decodes places on them."""

    def __init__(
        self, client: Client, database: Database, files: Files, desk: Desk, settings: Settings
    ) -> None:
        self.client, self.database, self.files, self.desk = client, database, files, desk
        self.roots = settings.map_folders
        self.sources = MapSources(database, files, settings)
        self.library = Library(settings.library)
        self._open: dict[str, tuple[float, MapFolder]] = {}
        self._joining = asyncio.Lock()
        self.news = MapNews()

    def all(self) -> list[MapFolder]:
        """Return the newest version of every whole map, the shipped one first."""
        found: dict[str, MapFolder] = {}
        for map in self._whole():
            known = found.setdefault(map.id, map)
            if number_of(map) > number_of(known):
                found[map.id] = map
        return list(found.values())

    def open(self, id: str) -> MapFolder:
        """Return a map by id, or an older version of it by `id@version`. Raises `UnknownId`.

        A damaged map that was asked for by its folder's name raises `DamagedWeights`.
        """
        name, at, version = id.partition("@")
        found = [self._opened(path) for path in self._folders() if path.name == name]
        if at:
            found = [map for map in self.versions(name) if str(number_of(map)) == version]
        if found:
            return max(found, key=number_of)
        names = ", ".join(opened.id for opened in self.all())
        raise UnknownId(f"there is no map {id[:80]!r}", expected=names or "no map is built yet")

    def versions(self, id: str) -> list[MapFolder]:
        """Return every version of a map, the newest first."""
        found = {number_of(map): map for map in self._whole() if map.id == id}
        return [found[number] for number in sorted(found, reverse=True)]

    def _folders(self) -> list[Path]:
        return [card.parent for root in self.roots for card in sorted(root.glob("[!.]*/map.json"))]

    def _whole(self) -> list[MapFolder]:
        found = []
        for path in self._folders():
            with suppress(RashinError):
                found.append(self._opened(path))
        return found

    def remove(self, id: str) -> None:
        """Remove every version of a map that was built here. Raises `UnknownId` and `Conflict`."""
        own = self.roots[-1].resolve()
        folders = [map.folder for map in self.versions(self.open(id).id)]
        mine = [folder for folder in folders if folder.resolve().parent == own]
        if not mine:
            raise Conflict(f"the map {id!r} came with the program", hint="it cannot be removed")
        for folder in mine:
            shutil.rmtree(folder)
            self._open.pop(str(folder), None)

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
        """Return the points that joined this version of a map, oldest first; none in the trash."""
        query = (
            select(AdditionRow, RenderRow)
            .join(RenderRow, RenderRow.id == AdditionRow.render_id)
            .where(AdditionRow.map_id == map.id, AdditionRow.version == version_of(map))
            .where(RenderRow.deleted.is_(False))
            .order_by(AdditionRow.n)
        )
        async with self.database.read() as session:
            rows = (await session.execute(query)).all()
        return [
            {
                "n": point.n,
                "x": point.x,
                "y": point.y,
                "target": {"x": point.target_x, "y": point.target_y},
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
        if map.info.get("decodes") is False:
            why = WHY_NOT.get(str(map.info.get("why_not")), WHY_NOT["numbers"])
            raise InvalidInput(f"no picture can be made for a place on {map.id}: {why}")
        made = await self.client.call("map_recipe", map=str(map.folder), x=x, y=y, seed=seed)
        given = {"model": map.info["model"], "noise": made["noise"]}
        if made.get("conditioning"):
            given["conditioning"] = made["conditioning"]
        elif "img(" in made["noise"]:
            given |= _way_there((await self.desk.models())[given["model"]])
        recipe = await self.desk.canonical(given)
        row, picture = await picture_of(self.desk, recipe, DECODE_WITHIN_S)
        full = recipe.model_dump(mode="json")
        placed = await self.client.call("map_land", map=str(map.folder), recipe=full, image=picture)
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
        if question.get("expression"):
            named = str(question["expression"])
            question["expression"] = await self.desk.names.expression(named, "prompt")
        return await search(self.client, self.files, map, limit=limit, **question)

    def exists(self, id: str) -> bool:
        """Whether a folder of this name is there, finished or not."""
        return any((root / id / "map.json").exists() for root in self.roots)

    async def plan_refit(self, map: MapFolder, wanted: dict[str, Any]) -> dict[str, Any]:
        """Write out the job of a new version: the points that joined become points of it."""
        joined = [
            {"recipe": item["recipe"], "x": item["x"], "y": item["y"]}
            for item in await self.additions(map)
        ]
        job = {"id": map.id, "refit": str(map.folder), "joined": joined, **wanted}
        return job | self._with_model(str(map.info["model"]))

    async def plan(self, wanted: dict[str, Any]) -> dict[str, Any]:
        """Write out what a building job needs: what a source names stands in it then."""
        wanted = wanted | self._with_model(wanted["model"])
        if wanted.get("aligned"):
            wanted["aligned"] = str(self.open(wanted["aligned"]).folder)
        if wanted["source"]["kind"] == "map":
            there = self.open(wanted["source"]["map"])
            return wanted | {"source": await asyncio.to_thread(same_points, there, wanted)}
        # A picture is shown before its row says so: what people see finished shall be on the map.
        await self.desk.caught_up()
        return wanted | {"source": await self.sources.plan(wanted)}

    def _with_model(self, id: str) -> dict[str, Any]:
        """Return what a job needs besides: uploaded pictures, and a model that the user brought."""
        entry = self.library.find(id)
        return {"pictures_at": str(self.files.folder), **({"entry": entry} if entry else {})}

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
        self.news.tell(map.id)
        return point


def _way_there(card: Mapping[str, Any]) -> dict[str, Any]:
    """Return how a noise that an inversion found is walked to its picture again."""
    ways = card.get("inversions") or [{}]
    limits = card.get("guidance_scale") or {"min": 1.0, "max": 1.0}
    # With guidance, the way back is another one than the way there.
    told = {"guidance_scale": min(max(1.0, limits["min"]), limits["max"])}
    return told | {name: ways[0][name] for name in ("sampler", "steps") if name in ways[0]}


def number_of(map: MapFolder) -> int:
    """Return the number of a version, from 1."""
    return int(map.info.get("version", 1))


def version_of(map: MapFolder) -> str:
    """Return the version of a map; points join one version, because a refit moves everything."""
    return str(map.info.get("version", ""))
