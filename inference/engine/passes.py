"""Passes over the device: who shares one, how many fit, and what happens when they do not."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeAlias

from inference.engine.caps import Caps
from inference.engine.carry import Render
from inference.engine.lanes import LANES, Lane
from inference.engine.memory import give_back
from inference.engine.models import Models
from inference.engine.surprises import attempt
from inference.engine.turns import Turns
from inference.errors import OutOfMemory, RashinError

# Every render of a pass, with what it got: a row of the result, or what went wrong.
Outcome: TypeAlias = list[tuple[Render, Any]]


@dataclass
class Done:
    """A pass that was carried out: what came of it, how long it took, and the batch lane's part."""

    outcome: Outcome
    seconds: float
    batch: float


@dataclass(frozen=True)
class _Work:
    """A sort of pass: what renders must have in common to share one, the rows of a render, the rows
    that cost hardly more than one, and what carries it out.
    """

    kind: Callable[[Render], tuple[str, Hashable]]
    rows: Callable[[Render], int]
    tile: Callable[[Render], int]
    carry_out: Callable[[list[Render]], list[Any]]


class Passes:
    """Chooses the next pass of a lane among renders, and carries it out."""

    def __init__(self, models: Models, caps: Caps) -> None:
        self._models, self._caps = models, caps
        self._turns: dict[Lane, Turns] = {lane: Turns() for lane in LANES}
        self.slowest_s = 0.0

    def room(self, render: Render) -> int:
        """Return how many rows a pass of this kind takes."""
        work = STEP if render.ask is not None else DRAW
        return self._caps.of(work.kind(render), work.tile(render)).rows

    def step(self, lane: Lane, renders: Sequence[Render], *, guests: bool) -> Done | None:
        """Carry out one step of renders that a lane chooses; None where it has none.

        With `guests`, somebody may come at any moment: a batch pass is then brief.
        """
        return self._pass(STEP, lane, [r for r in renders if r.ask is not None], guests)

    def decode(self, lane: Lane, renders: Sequence[Render], *, guests: bool) -> Done | None:
        """Draw pictures of renders that a lane chooses; as `step` otherwise."""
        return self._pass(DRAW, lane, [r for r in renders if r.latent is not None], guests)

    def _pass(
        self, work: _Work, lane: Lane, renders: Sequence[Render], guests: bool
    ) -> Done | None:
        first = self._first(lane, renders, work.kind)
        if first is None:
            return None
        kind, tile = work.kind(first), work.tile(first)
        cap = self._caps.of(kind, tile)
        alike = [r for r in renders if r.space is first.space and work.kind(r) == kind]
        ours = [render for render in alike if render.job.lane == lane]
        brief = lane == "batch" and guests
        group = _fitting(ours, cap.brief if brief else cap.rows, work.rows)
        full = not brief and len(group) < len(ours)
        # Places that the lane leaves free go to the other one as far as they cost nothing.
        others = [render for render in alike if render.job.lane != lane]
        group += _fitting(others, cap.brief - _rows(group, work), work.rows, least=0)
        outcome, seconds = self._carry_out(
            group, work.carry_out, lambda part: cap.too_much(_rows(part, work))
        )
        self._turns[lane].spent(kind, seconds)
        for render, _ in outcome:
            render.worked_s += seconds / len(outcome)
        whole = len(outcome) == len(group)
        if whole and full and cap.measured(_rows(group, work), seconds):
            self._caps.keep(kind, tile)
        return Done(outcome, seconds, _part(group, "batch"))

    def _first(
        self, lane: Lane, renders: Sequence[Render], kind: Callable[[Render], Hashable]
    ) -> Render | None:
        """Return the first render of the kind whose turn it is in a lane."""
        ours = [render for render in renders if render.job.lane == lane]
        if not ours:
            return None
        wanted = list(dict.fromkeys(kind(render) for render in ours))
        # One kind alone keeps its account too, or it would begin anew beside every newcomer.
        chosen = self._turns[lane].choose(wanted)
        return next(render for render in ours if kind(render) == chosen)

    def _carry_out(
        self,
        group: list[Render],
        work: Callable[[list[Render]], list[Any]],
        too_much: Callable[[list[Render]], None],
    ) -> tuple[Outcome, float]:
        """Return the results of the first of the group (all, or half as many until it works) and
        the seconds that the last attempt took.

        When a single one does not work, it has the error that it ended in; what was put aside for
        later is thrown away before that.
        """
        part = group
        while True:
            started_s = time.monotonic()
            found = attempt(partial(work, part), _words(part), self._models.device)
            seconds = time.monotonic() - started_s
            if not isinstance(found, RashinError):
                self.slowest_s = max(self.slowest_s, seconds)
                return list(zip(part, found, strict=True)), seconds
            if isinstance(found, OutOfMemory):
                give_back(self._models.device)
                if len(part) > 1:
                    too_much(part)
                elif self._models.make_room():
                    continue
            if len(part) == 1:
                return [(part[0], found)], seconds
            part = part[: len(part) // 2]


STEP = _Work(
    kind=lambda render: (render.weights, render.ask.key),
    rows=lambda render: int(render.ask.rows),
    tile=lambda render: max(1, int(getattr(render.space, "rows_forward", 1))),
    carry_out=lambda part: part[0].space.forward([render.ask for render in part]),
)
DRAW = _Work(
    kind=lambda render: (render.weights, ("picture", render.recipe.width, render.recipe.height)),
    rows=lambda render: 1,
    tile=lambda render: max(1, int(getattr(render.space, "rows_decoded", 1))),
    carry_out=lambda part: part[0].space.decode_many(
        [render.latent for render in part], part[0].recipe.width, part[0].recipe.height
    ),
)


def _rows(group: Sequence[Render], work: _Work) -> int:
    return sum(work.rows(render) for render in group)


def _part(group: Sequence[Render], lane: Lane) -> float:
    return sum(render.job.lane == lane for render in group) / len(group)


def _fitting(
    renders: Sequence[Render], rows: int, rows_of: Callable[[Render], int], least: int = 1
) -> list[Render]:
    """Return those of the first that have at most so many rows together, but `least` of them."""
    kept: list[Render] = []
    for render in renders:
        if len(kept) < least or rows_of(render) <= rows:
            kept.append(render)
            rows -= rows_of(render)
    return kept


def _words(part: Sequence[Render]) -> str:
    recipe = part[0].recipe
    many = "one row" if len(part) == 1 else f"{len(part)} pictures together"
    return f"a step of {recipe.model} at {recipe.width}×{recipe.height} with {many}"
