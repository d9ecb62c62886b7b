"""The library: which models and LoRAs the user added, as a JSON list beside the database."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from app.storage.files import out_of_disk, sync_folder
from inference.errors import DamagedWeights

Entry = dict[str, Any]


class Library:
    """Entries as they were added, in order; the file is replaced whole, so it is never half."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def open(self) -> None:
        """Begin an empty library where there is none."""
        if not self.path.exists():
            self._write([])

    def entries(self) -> list[Entry]:
        """Return every entry. Raises `DamagedWeights` for a file that somebody broke."""
        try:
            found = json.loads(self.path.read_text("utf-8"))
        except FileNotFoundError:
            return []
        except ValueError as error:
            raise DamagedWeights(
                f"{self.path} is no JSON", hint="repair it, or move it away and add the models anew"
            ) from error
        return [entry for entry in found if isinstance(entry, dict) and "id" in entry]

    def find(self, id: str) -> Entry | None:
        """Return an entry by id."""
        return next((entry for entry in self.entries() if entry["id"] == id), None)

    def put(self, entry: Entry) -> None:
        """Add an entry, or replace the one with its id. Raises `OutOfDisk`."""
        others = [each for each in self.entries() if each["id"] != entry["id"]]
        self._write([*others, entry])

    def remove(self, id: str) -> None:
        """Take an entry out; the model's own files stay where they are."""
        self._write([entry for entry in self.entries() if entry["id"] != id])

    def _write(self, entries: list[Entry]) -> None:
        fresh = self.path.with_suffix(".new")
        try:
            with fresh.open("w", encoding="utf-8") as file:
                json.dump(entries, file, ensure_ascii=False, indent=1)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self.path)
            sync_folder(self.path.parent)
        except OSError as error:
            fresh.unlink(missing_ok=True)
            raise out_of_disk(f"the library could not be written: {error.strerror}") from error
