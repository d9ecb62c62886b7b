"""The word list: what expressions over words can be near to. Reading it needs no torch.

words.json.gz holds {"encoder": id, "words": [[text, language, kind], …]}, most telling
first; vectors.i8 the vectors (count, 384) of `TextEncoder.encode_words` as signed bytes, scaled so
that 127 is the largest number of a row. They are unit vectors before the mean is taken away.
"""

from __future__ import annotations

import gzip
import json
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from inference.errors import DamagedWeights

FOLDER = Path(__file__).parent.parent / "checkpoints" / "words"
WORDS, VECTORS = "words.json.gz", "vectors.i8"
WIDTH = 384


class Word(NamedTuple):
    """A word or short phrase: its language (en, ja), and whether it names an emoji or belongs to one."""

    text: str
    language: str
    kind: str


class WordList:
    """Words with their vectors, read when first needed."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder

    @cached_property
    def _card(self) -> dict[str, Any]:
        try:
            with gzip.open(self.folder / WORDS) as file:
                card: dict[str, Any] = json.load(file)
        except (OSError, ValueError) as error:
            raise DamagedWeights(f"{self.folder / WORDS} cannot be read: {error}") from error
        return card

    @property
    def encoder(self) -> str:
        """Return the id of the model pack that gave the vectors."""
        return str(self._card["encoder"])

    @cached_property
    def words(self) -> list[Word]:
        """Return every word."""
        return [Word(*entry) for entry in self._card["words"]]

    @cached_property
    def vectors(self) -> NDArray[np.float32]:
        """Return unit vectors (count, 384), the mean not taken away. Raises `DamagedWeights`."""
        raw = np.fromfile(self.folder / VECTORS, dtype=np.int8)
        if raw.size != len(self.words) * WIDTH:
            raise DamagedWeights(f"{self.folder / VECTORS} does not belong to its word list")
        values = raw.reshape(-1, WIDTH).astype(np.float32)
        return np.asarray(values / np.linalg.norm(values, axis=1, keepdims=True), np.float32)

    def beginning(self, prefix: str, limit: int) -> list[Word]:
        """Return words that begin with a prefix, then those of which a later part does."""
        sought = prefix.casefold()
        first = [word for word in self.words if word.text.casefold().startswith(sought)]
        if len(first) < limit and sought:
            inner = f" {sought}"
            first += [word for word in self.words if inner in word.text.casefold()]
        return first[:limit]


def write_list(folder: Path, encoder: str, words: list[Word], vectors: NDArray[np.float32]) -> None:
    """Write a word list with its vectors (count, 384)."""
    folder.mkdir(parents=True, exist_ok=True)
    card = {"encoder": encoder, "words": [list(word) for word in words]}
    text = json.dumps(card, ensure_ascii=False, separators=(",", ":")).encode()
    (folder / WORDS).write_bytes(gzip.compress(text, 9, mtime=0))
    largest = np.abs(vectors).max(axis=1, keepdims=True)
    np.rint(vectors / largest * 127).astype(np.int8).tofile(folder / VECTORS)
