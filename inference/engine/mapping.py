"""Build a map in a process of its own, also of a model that a stranger made.

    python -m inference.engine.mapping --job JOB.json --out FOLDER

What `python -m inference.maps.build` does, without the network and with the user's models: the job's
"entry" is the model's entry in the library.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from inference.engine.brought import open_brought
from inference.engine.memory import free_bytes, is_shortage, too_large
from inference.engine.network import cut_network
from inference.engine.process import device
from inference.errors import OutOfMemory

GIB = 2**30


def opener(entry: Mapping[str, Any] | None) -> Any:
    """Return what opens the model of a job: an embedded one, or the one of an entry.

    It raises what is wrong with the model, and `OutOfMemory` with numbers before anything is read.
    """

    def open_model(model: str, checkpoints: Path) -> Any:
        if entry is None or entry.get("id") != model:
            from inference.maps.painter import open_space

            return open_space(model, checkpoints)
        space, _ = open_brought(entry)
        needed, free = space.bytes_needed(device()), free_bytes(device())
        if needed > free:
            raise OutOfMemory(
                f"a map needs {model} a second time: about {needed / GIB:.2f} GiB, "
                f"and {max(0, free) / GIB:.2f} GiB are free",
                hint="unload models on the models page, or choose a space that needs no pictures",
            )
        return space

    return open_model


def main() -> int:
    """Cut the network, and build."""
    cut_network(local=device() == "cuda")
    from inference.maps import build

    try:
        return build.main(open_model=opener(_entry()))
    except (MemoryError, RuntimeError) as error:
        if not is_shortage(error):
            raise
        sys.stderr.write(f"{too_large(error, 'the map', device()).detail}\n")
        return 1


def _entry() -> dict[str, Any] | None:
    """Return the entry that the job on the command line brings; whoever builds says what is wrong."""
    if "--job" not in sys.argv[:-1]:
        return None
    try:
        job = json.loads(Path(sys.argv[sys.argv.index("--job") + 1]).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    found = job.get("entry") if isinstance(job, dict) else None
    return found if isinstance(found, dict) else None


if __name__ == "__main__":
    sys.exit(main())
