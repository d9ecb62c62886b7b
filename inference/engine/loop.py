"""The order of work: step-level continuous batching.

Every render that was begun is a generator. One round of the loop does one piece of work: it begins
a render, carries one step of as many renders as fit a pass, or decodes. Between two pieces the
messages are read, so that a newcomer waits, and a cancelled render runs, for one piece at most.
Renders share a pass whatever their steps, guidance, sampler or prompt are; the spaces see to it
that the company does not change a bit.
"""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import torch

from inference.engine.calls import answer
from inference.engine.carry import Render, advance, begin, finish, preview
from inference.engine.embeddings import Embeddings
from inference.engine.lanes import LANES, Job, Lane, Lanes
from inference.engine.models import Models
from inference.engine.pipe import ARRIVED
from inference.errors import OutOfMemory, RashinError
from inference.messages import Message

# How many batch renders are under way at once, in passes; more would only hold memory.
PASSES_AHEAD = 2
# Chores (some milliseconds each) begin after so much silence: nobody is dragging a slider.
QUIET_S = 0.7
ALLOCATION = "allocate memory"  # how torch's CPU allocator says that it failed


class Engine:
    """Renders in hand and everything it takes to carry them out; `say` sends a message."""

    def __init__(self, models: Models, say: Callable[..., None]) -> None:
        self.models, self._say = models, say
        self.embeddings = Embeddings()
        self._lanes = Lanes()
        self._renders: list[Render] = []

    def run(self, heard: Callable[[float | None], Sequence[Message]]) -> None:
        """Work for ever. `heard(wait_s)` returns what came; None waits until something does."""
        chores: Iterator[None] | None = self.models.chores()
        while True:
            quiet_s = QUIET_S if chores is not None else None
            messages = heard(0 if self.busy else quiet_s)
            while chores is not None and not self.busy and not messages:
                chores = chores if next(chores, self) is None else None
                messages = heard(0)
            for message in messages:
                self.hear(message)
            if self.busy:
                self.work()

    @property
    def busy(self) -> bool:
        """Say whether there is anything to do."""
        return bool(self._renders) or any(self._lanes.waits(lane) for lane in LANES)

    def hear(self, message: Message) -> None:
        """Take in one message."""
        id = message["id"]
        if message["do"] == "render":
            job = Job(id, message["recipe"], message["lane"], message.get("view"))
            job.previews, job.images = message.get("previews", False), message.get("images") or {}
            job.arrived_s = message[ARRIVED]
            if job.view is not None:
                self._drop(view=job.view)
            self._lanes.add(job)
        elif message["do"] == "cancel":
            self._drop(id=id)
        elif message["do"] == "call":
            self._guarded(id, lambda: self._answer(message))

    def work(self) -> None:
        """Do one piece of work."""
        waiting = {lane for lane in LANES if self._lanes.waits(lane)}
        for lane in self._lanes.order(waiting | {render.job.lane for render in self._renders}):
            if self._begins(lane) or self._decodes(lane) or self._steps(lane):
                return

    # Pieces of work

    def _begins(self, lane: Lane) -> bool:
        ahead = [render for render in self._renders if render.job.lane == lane]
        if lane == "batch" and ahead and len(ahead) >= PASSES_AHEAD * _rows(ahead[0]):
            return False
        job = self._lanes.take(lane)
        if job is None:
            return False
        self._guarded(
            job.id, lambda: self._renders.append(begin(job, self.models, self.embeddings))
        )
        return True

    def _steps(self, lane: Lane) -> bool:
        group = self._group(lane, [render for render in self._renders if render.ask is not None])
        if not group:
            return False
        group = group[: _rows(group[0])]
        rows = self._halving(group, lambda part: part[0].space.forward([r.ask for r in part]))
        for render, row in zip(group, rows, strict=False):
            self._renders.remove(render)
            # To the end of the line: everyone in a lane moves at the same pace.
            if self._guarded(render.job.id, partial(self._advance, render, row)):
                self._renders.append(render)
        return True

    def _decodes(self, lane: Lane) -> bool:
        group = self._group(lane, [r for r in self._renders if r.latent is not None])
        if not group:
            return False
        group = group[: group[0].space.rows_decoded]
        started_s = time.monotonic()
        pictures = self._halving(
            group, lambda part: part[0].space.decode_many([r.latent for r in part])
        )
        for render, picture in zip(group, pictures, strict=False):
            self._renders.remove(render)
            self._guarded(render.job.id, partial(self._hand, render, picture, started_s))
        return True

    def _group(self, lane: Lane, renders: list[Render]) -> list[Render]:
        """Return those that can share a pass, led by the lane whose turn it is; none if it has none.

        Places that the leading lane leaves free go to the other one: a pass costs the same.
        """
        renders = sorted(renders, key=lambda render: render.job.lane != lane)
        if not renders or renders[0].job.lane != lane:
            return []
        return [render for render in renders if render.space is renders[0].space]

    def _halving(self, group: list[Render], work: Callable[[list[Render]], list[Any]]) -> list[Any]:
        """Return results for the first of the group: all, or half as many until memory suffices.

        A single one that does not fit fails with `OutOfMemory`, and so does one that cannot be
        carried out for another reason.
        """
        part = group
        while True:
            try:
                return work(part)
            except (MemoryError, torch.OutOfMemoryError, RuntimeError) as error:
                short = not isinstance(error, RuntimeError) or ALLOCATION in str(error)
                short = short or isinstance(error, torch.OutOfMemoryError)
                problem = (
                    _problem(error)
                    if not short
                    else OutOfMemory(
                        "one step of this render does not fit into memory",
                        hint="close other programs, or render fewer things at once",
                    )
                )
            if len(part) == 1:
                self._fail(part[0].job.id, problem)
                self._renders.remove(part[0])
                return []
            part = part[: len(part) // 2]

    # What is said

    def _advance(self, render: Render, row: torch.Tensor) -> None:
        advance(render, row)
        render.steps_done += 1
        picture = preview(render) if render.job.previews and render.ask is not None else None
        steps = {"step": render.steps_done, "steps": render.recipe.steps}
        self._say("step", id=render.job.id, **steps, preview=picture)

    def _hand(self, render: Render, picture: torch.Tensor, started_s: float) -> None:
        image = finish(render, picture, started_s)
        size = {"width": render.recipe.width, "height": render.recipe.height}
        self._say("done", id=render.job.id, image=image, **size, timings=render.timings)

    def _answer(self, message: Message) -> None:
        value = answer(message["name"], message["arguments"], self.models, self.embeddings)
        self._say("answer", id=message["id"], value=value)

    def _drop(self, *, id: str | None = None, view: str | None = None) -> None:
        """Stop everything with an id, or everything older of a view."""
        gone = [job.id for job in self._lanes.remove(id=id, view=view)]
        for render in list(self._renders):
            job = render.job
            if (id is not None and job.id == id) or (view is not None and job.view == view):
                self._renders.remove(render)
                render.walk.close()
                gone.append(job.id)
        for one in gone:
            self._say("cancelled", id=one, superseded=view is not None)

    def _guarded(self, id: str, work: Callable[[], None]) -> bool:
        """Do what belongs to one render; whatever goes wrong is the end of that one alone."""
        try:
            work()
            return True
        except RashinError as error:
            self._fail(id, error)
        except Exception as error:  # noqa: BLE001 - the one place where a surprise is an answer
            self._fail(id, _problem(error))
        return False

    def _fail(self, id: str, error: RashinError) -> None:
        self._say("failed", id=id, error=error.to_json())


def _rows(render: Render) -> int:
    return int(getattr(render.space, "rows_forward", 1))


def _problem(error: Exception) -> RashinError:
    traceback.print_exception(error, file=sys.stderr)
    return RashinError(
        f"the engine met something unexpected: {type(error).__name__}: {error}",
        hint="the server's log says where; please report it",
    )
