"""What an act changed on the server, taken back or done again: marks of a render, a group, the name
of a region, a journey.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.desk import Desk
from app.journeys import Journeys
from app.storage import groups, labels
from app.storage.database import Database
from inference.errors import RashinError, UnknownId


class SessionEffects:
    """Has things as effects say that they were."""

    def __init__(self, database: Database, desk: Desk, journeys: Journeys) -> None:
        self.database, self.desk, self.journeys = database, desk, journeys

    async def have(self, effect: Mapping[str, Any], side: str) -> str | None:
        """Have something as an effect says that it was, `before` or `after`.

        Returns the id of what cannot be had that way any more, because it was removed for good.
        """
        said = effect[side]
        match effect["kind"]:
            case "group":
                await groups.put(self.database, effect["group"], said)
            case "label":
                place = effect["map"], effect["version"], effect["layer"], effect["label"]
                await labels.rename(self.database, *place, said)
            case "journey":
                return await self._journey(effect["journey"], said)
            case _:
                try:
                    await self.desk.mark(effect["render"], **said)
                except UnknownId:
                    return str(effect["render"])
        return None

    async def _journey(self, id: str, said: Mapping[str, Any]) -> str | None:
        try:
            await self.journeys.change(id, said)
        except RashinError:
            # The journey is gone, or a model that it walks in; the rest of the way is walked.
            return id
        return None
