"""Add to the card of a finished map the figures that it lacks; nothing else of it changes.

    python -m inference.maps.measure FOLDER

For maps that were published before a figure was known: their points never move, so they are not
built again.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from inference.maps import files
from inference.maps.flat import measured
from inference.maps.folder import write_json
from inference.registry import projectors


def complete(folder: Path) -> dict[str, Any]:
    """Measure a map from its own files and return its figures; those that it has stay.

    The same folder gives the same figures on any number of threads.
    """
    found = files.MapFolder(folder)
    knobs = dict(found.info.get("knobs", {}))
    projector = projectors[found.info["projector"]]
    vectors = np.asarray(found.stored_vectors, np.float32)
    own = projector.check(knobs)
    seeded = not any(operand.name == "right" for operand in projector.operands)
    figures = measured(vectors, found.xy, projector, own, stability=seeded)
    card = json.loads((folder / files.CARD).read_text("utf-8"))
    card["quality"] |= {name: said for name, said in figures.items() if name not in card["quality"]}
    write_json(folder / files.CARD, card, indent=1)
    quality: dict[str, Any] = card["quality"]
    return quality


def main() -> None:
    """Complete one map and print its figures."""
    parser = argparse.ArgumentParser(description="Add the figures that a map's card lacks.")
    parser.add_argument("folder", type=Path, help="folder of the map")
    sys.stdout.write(json.dumps(complete(parser.parse_args().folder)) + "\n")


if __name__ == "__main__":
    main()
