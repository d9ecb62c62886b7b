"""Who is in a group: points of a map, newcomers and renders alike, each as the recipe of its picture."""

from __future__ import annotations

from typing import Any

from app.maps import Maps
from app.storage import renders
from app.storage.database import Database
from app.storage.tables import GroupRow


async def members(
    database: Database, maps: Maps, row: GroupRow, start: int = 0, stop: int | None = None
) -> list[dict[str, Any]]:
    """Return {n, render_id, recipe} of the members from `start` to `stop`, in the order of the group.

    `n` is None for a render that is no point of the map. Whoever has vanished since is left out.
    Raises `UnknownId` where the map has vanished.
    """
    wanted = (list[int | str](row.points) + list[int | str](row.renders))[start:stop]
    known: dict[int | str, dict[str, Any]] = {}
    numbers = [n for n in wanted if isinstance(n, int)]
    if numbers:
        opened = maps.open(row.map_id or "")
        known |= {
            n: {"n": n, "render_id": None, "recipe": opened.recipe(n)}
            for n in numbers
            if n < opened.count
        }
        if any(n >= opened.count for n in numbers):
            known |= {
                late["n"]: {
                    "n": late["n"],
                    "render_id": late["render_id"],
                    "recipe": late["recipe"],
                }
                for late in await maps.additions(opened)
            }
    ids = [id for id in wanted if isinstance(id, str)]
    found = await renders.find_many(database, ids)
    known |= {
        id: {"n": None, "render_id": id, "recipe": found[id].recipe} for id in ids if id in found
    }
    return [known[each] for each in wanted if each in known]
