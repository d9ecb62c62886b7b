"""The seed of whatever randomness a sampler adds on its way."""

from __future__ import annotations

import hashlib

from inference.expressions.grammar import parse
from inference.expressions.nodes import Noise

SEED_DIGITS = 13  # hexadecimal digits: 52 bits, as long as seeds may be


def seed_on_the_way(noise: str) -> int:
    """Return the seed of the noise at the beginning, where it has one, or one that its text decides."""
    tree = parse(noise)
    if isinstance(tree, Noise):
        return tree.seed
    return int(hashlib.sha256(noise.encode()).hexdigest()[:SEED_DIGITS], 16)
