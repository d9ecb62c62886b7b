"""The shape of a session: from any node a trail leads back to the first one.

Undo is going to the parent, redo going to a child; forking is growing a second child. What lies
between two nodes is a walk up to where their trails meet, and down again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Parents = Mapping[str, str | None]


@dataclass(frozen=True)
class Way:
    """The way between two nodes: what is left, last first; where the trails meet; what is entered.

    `meeting` is None where the way leads through the beginning, before the first node.
    """

    left: tuple[str, ...]
    meeting: str | None
    entered: tuple[str, ...]


def trail(parents: Parents, node: str | None) -> list[str]:
    """Return the nodes from the first one to this one; none for the beginning.

    A node that leads round in a circle ends the trail, so this always ends.
    """
    found: list[str] = []
    seen: set[str] = set()
    while node is not None and node in parents and node not in seen:
        found.append(node)
        seen.add(node)
        node = parents[node]
    return found[::-1]


def way(parents: Parents, start: str | None, end: str | None) -> Way:
    """Return the way from one node to another; None is the beginning."""
    here, there = trail(parents, start), trail(parents, end)
    shared = 0
    while shared < min(len(here), len(there)) and here[shared] == there[shared]:
        shared += 1
    meeting = here[shared - 1] if shared else None
    return Way(tuple(reversed(here[shared:])), meeting, tuple(there[shared:]))


def is_tree(order: Sequence[str], parents: Parents) -> bool:
    """Say whether every node comes once, after its parent."""
    seen: set[str | None] = {None}
    for node in order:
        if node in seen or parents.get(node) not in seen:
            return False
        seen.add(node)
    return len(order) == len(parents)
