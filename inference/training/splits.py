"""Which pictures are held out: some names in every style, and some (name, style) pairs.

The only honest numbers about generalisation come from these. A name is decided by its hash, so the
split does not move when pictures are added.
"""

from __future__ import annotations

import hashlib

HELD_OUT_NAMES = 0.02
HELD_OUT_PAIRS = 0.03
SALT = "rashin-2"


def fraction(*words: str) -> float:
    """Map words to a number in [0, 1), always the same one."""
    digest = hashlib.sha256("\n".join((SALT, *words)).encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**48


def split_of(concept: str, style: str) -> str:
    """Return `train`, `name` (never seen in any style) or `pair` (never seen in this style)."""
    if fraction("name", concept) < HELD_OUT_NAMES:
        return "name"
    return "pair" if fraction("pair", concept, style) < HELD_OUT_PAIRS else "train"
