"""Labels of a map as they are called now: computed, or as somebody renamed them."""

from __future__ import annotations

import copy
from typing import Any

from app.maps import version_of
from app.storage.database import Database
from app.storage.labels import renamed
from inference.maps.files import MapFolder


async def labels_of(database: Database, map: MapFolder) -> dict[str, Any]:
    """Return the labels of a map; a renamed one has its computed title beside it."""
    given = await renamed(database, map.id, version_of(map))
    labels = copy.deepcopy(map.labels) if given else map.labels
    for (layer, label), title in given.items():
        found = labels["layers"][layer]["labels"][label]
        found["computed"], found["title"] = found["title"], {**found["title"], **title}
    return labels
