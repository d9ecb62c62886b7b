"""Carrying a session out of this installation and into it."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any, BinaryIO

from app import session_archive
from app.desk import Desk
from app.rows import recipe_of
from app.session_archive import FORMAT, KeptGroup, Read, renamed
from app.sessions import Sessions, plain
from app.storage import choices, groups, renders
from app.storage.database import Database
from app.storage.files import Files
from app.storage.tables import ImageRow, NodeRow, RenderRow
from app.sweeps import MOST_WAITING
from inference.errors import Overloaded, RashinError
from inference.recipe import Recipe, recipe_id

_CHOSEN = re.compile(r"[?&]set=([0-9a-f]{32})")
MOST_CHOICES = 1_000
_NAMED = re.compile(r"(?:@|%40)([a-z0-9_][a-z0-9_-]{0,63})")


class SessionCarrying:
    """Writes sessions to zip files, and takes such files in."""

    def __init__(self, database: Database, files: Files, desk: Desk) -> None:
        self.database, self.files, self.desk = database, files, desk
        self._sessions = Sessions(database, desk)

    async def write(self, id: str, folder: Path) -> Path:
        """Write a session to a new zip file in a folder. Raises `UnknownId` and `OutOfDisk`."""
        row, nodes = await self._sessions.find(id), await self._sessions.nodes(id)
        wanted = dict.fromkeys(render for node in nodes for render in _renders_of(node))
        known = await renders.find_many(self.database, list(wanted))
        kept = [self.desk.newest(known[each]) for each in wanted if each in known]
        kept = kept[-session_archive.MOST_RENDERS :]
        card = {
            "rashin_session": FORMAT,
            "title": row.title,
            "head": row.head,
            "nodes": [plain(node) for node in nodes],
            "renders": [_kept(each) for each in kept],
            "groups": await self._groups(nodes),
            "choices": await self._choices(nodes),
        }
        pictures = {each.id: each.image_sha256 for each in kept if each.image_sha256 is not None}
        uploads = sorted({sha for each in kept for sha in recipe_of(each).images})
        fresh = self.desk.unsaved_pictures()

        def look(sha256: str) -> bytes:
            return fresh.get(sha256) or self.files.get(sha256)

        return await asyncio.to_thread(session_archive.write, folder, look, card, pictures, uploads)

    async def _groups(self, nodes: Any) -> list[dict[str, Any]]:
        named = {name for node in nodes for name in _NAMED.findall(node.address)}
        return [
            {"name": row.name, **groups.members_of(row)}
            for row in await groups.all_of(self.database)
            if row.name in named
        ]

    async def _choices(self, nodes: Any) -> list[dict[str, Any]]:
        named = {id for node in nodes for id in _CHOSEN.findall(node.address)}
        found = await choices.find_many(self.database, sorted(named)[:MOST_CHOICES])
        return [{"id": row.id, "packed": row.packed} for row in found]

    async def take_in(self, file: BinaryIO | Path) -> dict[str, Any]:
        """Take a stranger's session in: uploads, then renders (made anew), groups, and the tree.

        Returns the session's row and what had to stay out, each with the reason. Raises
        `InvalidInput` or `TooLarge` for an archive that is not one of ours; then nothing was taken.
        """
        found = await asyncio.to_thread(session_archive.read, file)
        waiting = len(self.desk.queue.waiting)
        if waiting + len(found.card.renders) > MOST_WAITING:
            raise Overloaded(
                f"{waiting} renders wait already", hint="let some finish first", retry_after_s=30
            )
        names = await self._take_uploads(found)
        recipes: dict[str, Recipe] = {}
        left_out: list[dict[str, str]] = []
        for render in found.card.renders:
            try:
                recipe = await self.desk.canonical(renamed(render.recipe, names))
            except RashinError as error:
                left_out.append({"what": f"render {render.id}", "reason": error.detail})
                continue
            names[render.id] = recipe_id(recipe)
            recipes[names[render.id]] = recipe
        here = await renders.find_many(self.database, list(recipes))
        await self.desk.accept_bulk(recipes)
        for render in found.card.renders:
            if (id := names.get(render.id)) in recipes and id not in here:
                await self.desk.mark(
                    id, starred=render.starred, folder=render.folder, deleted=render.deleted
                )
        left_out += await self._take_groups(found.card.groups, names)
        for choice in found.card.choices:
            # A hash that is not the one of its points does not become one here.
            names[choice.id] = await choices.keep(self.database, choice.packed)
        nodes = renamed([node.plain() for node in found.card.nodes], names)
        row = await self._sessions.create(found.card.title, nodes)
        row = await self._sessions.stand(row.id, found.card.head)
        return {"row": row, "renders": len(recipes), "left_out": left_out}

    async def _take_uploads(self, found: Read) -> dict[str, str]:
        """Keep the uploads; return the hash of each here by the hash it had there."""
        names = {}
        for sha, upload in found.uploads.items():
            names[sha] = await asyncio.to_thread(self.files.put, upload.png)
            row = ImageRow(
                sha256=names[sha], size=len(upload.png), width=upload.width, height=upload.height
            )
            async with self.database.write() as session:
                await session.merge(row)
        return names

    async def _take_groups(
        self, found: list[KeptGroup], names: dict[str, str]
    ) -> list[dict[str, str]]:
        """Keep the groups whose names are free; return what stayed out."""
        left_out = []
        for group in found:
            members = renamed(group.model_dump(exclude={"name"}), names)
            try:
                await groups.add(self.database, groups.row_of(group.name, members))
            except RashinError as error:
                left_out.append({"what": f"group {group.name}", "reason": error.detail})
        return left_out


def _renders_of(node: NodeRow) -> list[str]:
    return [*node.renders, *(each["render"] for each in node.effects if "render" in each)]


def _kept(row: RenderRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "recipe": row.recipe,
        "starred": bool(row.starred),
        "folder": row.folder,
        "deleted": bool(row.deleted),
    }
