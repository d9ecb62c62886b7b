"""Points that pull and push each other until neighbours lie together.

The layout of UMAP (arXiv 1802.03426, section 3.2), drawn so that any number of threads gives the
same numbers as one. Points are dealt into parts; in a round, as in a tournament, every part meets
one other, and whoever works on two parts moves nobody else. Strangers stand where they stood when
the epoch began.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.core.neighbourhoods import Graph

STRANGERS = 5  # pushes for every pull
STEPS = 64  # table entries for each doubling of the squared distance
SHIFT = 17  # leaves of a float32 its exponent and the 6 bits that tell those entries apart
LOWEST, HIGHEST = -20, 24  # doublings that the tables span
LARGEST = 4.0  # of one pull or push along one axis
PARTS = 8  # half as many threads find work at once


def settle(
    graph: Graph,
    start: NDArray[np.float32],
    *,
    a: float,
    b: float,
    epochs: int,
    seed: int,
    threads: int,
    rate: float = 1.0,
    report: Callable[[float], None] = lambda _: None,
) -> NDArray[np.float32]:
    """Return where n points come to lie that start at (n, 2); the same for any number of threads.

    An edge of weight w is drawn in a share w / max(w) of the epochs and moves both its ends; steps
    shrink from `rate` to 0. `report` hears the share of the epochs that is done.
    """
    move = _compiled()
    pull, push = _tables(a, b)
    xy = np.ascontiguousarray(start, np.float32).copy()
    rounds = list(_rounds(graph, seed))
    with ThreadPoolExecutor(min(threads, PARTS // 2)) as pool:
        for epoch in range(epochs):
            step = np.float32(rate * (1 - epoch / epochs))
            before = xy.copy()
            for meetings in rounds:
                done = [
                    pool.submit(partial(move, xy, before, *edges, pull, push, epoch, step, seed))
                    for edges in meetings
                ]
                for meeting in done:
                    meeting.result()
            report((epoch + 1) / epochs)
    return xy


def _rounds(graph: Graph, seed: int) -> Iterator[list[tuple[Any, ...]]]:
    """Yield for every round the edges (numbers, heads, ends, shares) of each of its meetings."""
    heads = np.repeat(np.arange(len(graph.starts) - 1, dtype=np.int32), np.diff(graph.starts))
    dealt = np.random.default_rng(seed).permutation(len(graph.starts) - 1) % PARTS
    one, other = dealt[heads], dealt[graph.ends]
    shares = graph.weights / graph.weights.max()
    circle = list(range(PARTS))
    for turn in range(PARTS - 1):
        meetings = []
        for p, q in zip(circle[: PARTS // 2], reversed(circle[PARTS // 2 :]), strict=True):
            met = ((one == p) & (other == q)) | ((one == q) & (other == p))
            if turn == 0:
                # Edges inside a part are drawn once, when the part first plays.
                met |= (one == other) & ((one == p) | (one == q))
            numbers = np.flatnonzero(met)
            meetings.append((numbers, heads[numbers], graph.ends[numbers], shares[numbers]))
        yield meetings
        # All but the first move on by one place: after PARTS − 1 rounds everybody has met.
        circle = [circle[0], circle[-1], *circle[1:-1]]


def _tables(a: float, b: float) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return pull and push by the leading bits of d²: powers would cost more than all the rest."""
    doubling, part = np.divmod(np.arange((HIGHEST - LOWEST) * STEPS), STEPS)
    squared = 2.0 ** (doubling + LOWEST) * (1 + (part + 0.5) / STEPS)
    grown = a * squared**b
    pull = -2 * b * grown / squared / (1 + grown)
    push = 2 * b / ((0.001 + squared) * (1 + grown))
    return pull.astype(np.float32), push.astype(np.float32)


@cache
def _compiled() -> Any:
    from numba import njit

    return njit(cache=True, nogil=True, fastmath=True)(_move)


def _move(
    xy: Any,
    before: Any,
    numbers: Any,
    heads: Any,
    ends: Any,
    shares: Any,
    pull: Any,
    push: Any,
    epoch: int,
    step: Any,
    seed: int,
) -> None:
    """Draw the edges that are due in this epoch."""
    n = np.uint64(xy.shape[0])
    floor, last = (LOWEST + 127) * STEPS, pull.shape[0] - 1
    for e in range(heads.shape[0]):
        if int((epoch + 1) * shares[e]) == int(epoch * shares[e]):
            continue
        i, j = heads[e], ends[e]
        x, y = xy[i, 0], xy[i, 1]
        dx, dy = x - xy[j, 0], y - xy[j, 1]
        squared = dx * dx + dy * dy
        if squared > 0:
            place = (np.float32(squared).view(np.int32) >> SHIFT) - floor
            force = pull[min(max(place, 0), last)]
            dx = step * min(max(force * dx, -LARGEST), LARGEST)
            dy = step * min(max(force * dy, -LARGEST), LARGEST)
            x += dx
            y += dy
            xy[j, 0] -= dx
            xy[j, 1] -= dy
        # SplitMix64 of seed, epoch and edge: every drawing has its own row of random numbers.
        state = np.uint64(seed) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(epoch)
        state = state * np.uint64(0xBF58476D1CE4E5B9) + np.uint64(numbers[e])
        for _ in range(STRANGERS):
            state = state + np.uint64(0x9E3779B97F4A7C15)
            mixed = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
            mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
            mixed = mixed ^ (mixed >> np.uint64(31))
            other = int((mixed >> np.uint64(32)) * n >> np.uint64(32))
            if other == i:
                continue
            dx, dy = x - before[other, 0], y - before[other, 1]
            squared = dx * dx + dy * dy
            if squared > 0:
                place = (np.float32(squared).view(np.int32) >> SHIFT) - floor
                force = push[min(max(place, 0), last)]
                x += step * min(max(force * dx, -LARGEST), LARGEST)
                y += step * min(max(force * dy, -LARGEST), LARGEST)
        xy[i, 0], xy[i, 1] = x, y
