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


class Passes:
    """Chooses the next pass of a lane among renders, and carries it out."""

    def __init__(self, models: Models, caps: Caps) -> None:
        self._models, self._caps = models, caps
        self._turns: dict[Lane, Turns] = {lane: Turns() for lane in LANES}
        self._pictures: dict[Hashable, int] = {}  # decoded together since memory was short
        self.slowest_s = 0.0

    def room(self, render: Render) -> int:
        """Return how many rows a pass of this kind takes."""
        if render.ask is None:
            return _tile(render)
        return self._caps.of(_kind(render), _tile(render)).rows

    def step(self, lane: Lane, renders: Sequence[Render], *, guests: bool) -> Done | None:
        """Carry out one step of renders that a lane chooses; None where it has none.

        With `guests`, somebody may come at any moment: a batch pass is then brief.
        """
        asking = [render for render in renders if render.ask is not None]
        first = self._first(lane, asking, _kind)
        if first is None:
            return None
        kind, tile = _kind(first), _tile(first)
        cap = self._caps.of(kind, tile)
        alike = [r for r in asking if r.space is first.space and _kind(r) == kind]
        ours = [render for render in alike if render.job.lane == lane]
        brief = lane == "batch" and guests
        group = _fitting(ours, cap.brief if brief else cap.rows)
        full = not brief and len(group) < len(ours)
        # Places that the lane leaves free go to the other one as far as they cost nothing.
        others = [render for render in alike if render.job.lane != lane]
        group += _fitting(others, cap.brief - _rows(group), least=0)
        outcome, seconds = self._carry_out(
            group,
            lambda part: part[0].space.forward([render.ask for render in part]),
            lambda part: cap.too_much(_rows(part)),
        )
        self._turns[lane].spent(kind, seconds)
        whole = len(outcome) == len(group)
        if whole and full and cap.measured(_rows(group), seconds):
            self._caps.keep(kind, tile)
        return Done(outcome, seconds, _part(group, "batch"))

    def decode(self, lane: Lane, renders: Sequence[Render]) -> Done | None:
        """Draw pictures of renders that a lane chooses; None where it has none."""
        done = [render for render in renders if render.latent is not None]
        first = self._first(lane, done, _shape)
        if first is None:
            return None
        shape = _shape(first)
        most = min(first.space.rows_decoded, self._pictures.get(shape, first.space.rows_decoded))
        alike = [r for r in done if r.space is first.space and _shape(r) == shape]
        group = sorted(alike, key=lambda render: render.job.lane != lane)[:most]

        def fewer(part: Sequence[Render]) -> None:
            self._pictures[shape] = max(1, len(part) // 2)

        size = first.recipe.width, first.recipe.height
        outcome, seconds = self._carry_out(
            group,
            lambda part: part[0].space.decode_many([render.latent for render in part], *size),
            fewer,
        )
        self._turns[lane].spent(shape, seconds)
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


def _kind(render: Render) -> tuple[str, Hashable]:
    return render.weights, render.ask.key


def _shape(render: Render) -> tuple[str, int, int]:
    return render.weights, render.recipe.width, render.recipe.height


def _tile(render: Render) -> int:
    return max(1, int(getattr(render.space, "rows_forward", 1)))


def _rows(group: Sequence[Render]) -> int:
    return sum(render.ask.rows for render in group)


def _part(group: Sequence[Render], lane: Lane) -> float:
    return sum(render.job.lane == lane for render in group) / len(group)


def _fitting(renders: Sequence[Render], rows: int, least: int = 1) -> list[Render]:
    """Return those of the first that have at most so many rows together, but `least` of them."""
    kept: list[Render] = []
    for render in renders:
        if len(kept) < least or render.ask.rows <= rows:
            kept.append(render)
            rows -= render.ask.rows
    return kept


def _words(part: Sequence[Render]) -> str:
    recipe = part[0].recipe
    many = "one row" if len(part) == 1 else f"{len(part)} pictures together"
    return f"a step of {recipe.model} at {recipe.width}×{recipe.height} with {many}"
