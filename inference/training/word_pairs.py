"""Pairs of everyday words that differ in one thing, and the analogies between them.

word_pairs.txt holds them by language and kind. Every other pair chooses the method, and the rest
(`held_out`) says how good it is: no word pair counts for both.
"""

from __future__ import annotations

import random
from pathlib import Path

PAIRS = Path(__file__).parent / "word_pairs.txt"
MOST = 60  # quadruples of one kind

Pair = tuple[str, str]
Kind = tuple[str, str]  # language, and in what the two words differ
Quadruple = tuple[str, str, str, str]


def pairs() -> dict[Kind, list[Pair]]:
    """Return the pairs by kind."""
    found: dict[Kind, list[Pair]] = {}
    for line in PAIRS.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, _, listed = line.partition(": ")
            language, _, name = kind.partition(" ")
            found[language, name] = [_pair(each) for each in listed.split(", ")]
    return found


def _pair(text: str) -> Pair:
    first, second = text.split()
    return first, second


def quadruples(*, held_out: bool, most: int = MOST) -> dict[Kind, list[Quadruple]]:
    """Return a : b :: c : d by kind, both ways round, drawn once and the same each time."""
    dice = random.Random(0)
    found: dict[Kind, list[Quadruple]] = {}
    for kind, listed in pairs().items():
        own = listed[0 if held_out else 1 :: 2]
        every = [
            four
            for first in own
            for second in own
            for four in ((*first, *second), (*reversed(first), *reversed(second)))
            if len(set(four)) == len(four)
        ]
        dice.shuffle(every)
        found[kind] = every[:most]  # type: ignore[assignment]
    return found
