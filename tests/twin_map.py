"""A second map of the same pictures: the shipped one, with other neighbours for half of its points."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np

from app.settings import REPOSITORY
from inference.maps.files import MapFolder

SHIPPED = REPOSITORY / "static" / "maps" / "emoji-vector"
AWAY = 4000  # the neighbours of so many points further on have nothing to do with a point


def write_twin(maps: Path) -> MapFolder:
    """Write the map "twin" into a folder of maps; its first half disagrees with the shipped one."""
    twin = maps / "twin"
    shutil.copytree(SHIPPED, twin)
    info = json.loads((twin / "map.json").read_text("utf-8"))
    (twin / "map.json").write_text(json.dumps({**info, "id": "twin"}), "utf-8")
    here = MapFolder(SHIPPED)
    near = np.array(here.neighbours)
    half = here.count // 2
    near[:half] = np.roll(near, AWAY, axis=0)[:half]
    near.astype("<u2").tofile(twin / "neighbours.u16")
    return MapFolder(twin)
