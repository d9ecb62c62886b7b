"""The table by which a tokenizer rewrites characters before it looks words up, checked whole.

The library walks the table without checking and ends the process where a step leads out of it. Four
bytes give the length of a tree; its cells follow, 32 bits each; then the replacements, every one
ended by a zero byte. Source: the layout of double-array tries ("Darts") that sentencepiece writes.
"""

from __future__ import annotations

import numpy as np

from inference.pipelines.refusal import RefusedModel

LONGEST_REPLACEMENT = 64  # bytes; one ligature of Arabic has 33


def check_charsmap(table: bytes, where: str) -> bytes:
    """Return the table. Raises `RefusedModel` where a step of it would lead out of it."""
    size = int.from_bytes(table[:4], "little")
    if not 0 < size <= len(table) - 4 or size % 1024:
        raise RefusedModel(f"{where}: its table of characters has no tree", expected="that of T5")
    cells = np.frombuffer(table, "<u4", size // 4, 4).astype(np.int64)
    words = table[4 + size :]
    if not words.endswith(b"\0") or max(map(len, words.split(b"\0"))) > LONGEST_REPLACEMENT:
        raise RefusedModel(f"{where}: its table of characters makes text grow without bound")
    _check_steps(cells, words, where)
    return table


def _check_steps(cells: np.ndarray, words: bytes, where: str) -> None:
    offsets = (cells >> 10) << ((cells & 0x200) >> 6)
    # A cell with a letter (no top bit) may be walked on from; any of 256 bytes may follow.
    inner = (cells & 0x80000000) == 0
    inner[0] = True
    ends = np.arange(len(cells)) ^ offsets
    if (ends[inner] | 255).max(initial=0) >= len(cells):
        raise RefusedModel(f"{where}: its table of characters leads out of itself")
    values = cells[ends[inner & ((cells & 0x100) != 0)]] & 0x7FFFFFFF
    letters = np.frombuffer(words, np.uint8)
    if values.max(initial=0) >= len(words) or ((letters[values] & 0xC0) == 0x80).any():
        raise RefusedModel(f"{where}: its table of characters names replacements that it lacks")
    try:
        words.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedModel(f"{where}: its table of characters is no UTF-8") from error
