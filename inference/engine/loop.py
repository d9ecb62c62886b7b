"""The order of work: step-level continuous batching.

Every render that was begun is a generator. One round of the loop does one piece of work: it begins
a render, carries one step of as many renders as fit a pass, or decodes. Between two pieces the
messages are read, so that a newcomer waits, and a cancelled render runs, for one piece at most.
Renders share a pass whatever their steps, guidance, sampler or prompt are; the spaces see to it
that the company does not change a bit. A model whose weights are not here is read in a thread
meanwhile, and what needs it waits aside.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import torch

from inference.engine.aside import Aside
from inference.engine.calls import answer, changes_catalogue, model_of
from inference.engine.caps import Caps
from inference.engine.cards import catalogue
from inference.engine.carry import Render, advance, begin, finish, preview
from inference.engine.embeddings import Embeddings
from inference.engine.lanes import LANES, Job, Lane, Lanes
from inference.engine.leaves import Inversions
from inference.engine.models import Models
from inference.engine.passes import Done, Passes
from inference.engine.pipe import ARRIVED
from inference.engine.reports import Reports
from inference.engine.surprises import attempt
from inference.errors import RashinError
from inference.messages import Message

# How many batch renders are under way at once, in passes; more would only hold memory.
PASSES_AHEAD = 2
# Chores (some milliseconds each) begin after so much silence: nobody is dragging a slider.
QUIET_S = 0.7
LOOK_AGAIN_S = 0.02  # while weights are being read and nothing else is to do
# So long after the last interactive render another one is expected at any moment.
GUESTS_S = 10.0


class Engine:
    """Renders in hand and everything it takes to carry them out; `say` sends a message."""

    def __init__(
        self,
        models: Models,
        say: Callable[..., None],
        environment: Mapping[str, Any] | None = None,
        caps: Caps | None = None,
    ) -> None:
        self.models, self._say, self._environment = models, say, dict(environment or {})
        self.embeddings, self._inversions = Embeddings(), Inversions()
        self._lanes, self._aside = Lanes(), Aside(models)
        self._passes = Passes(models, caps or Caps())
        self._reports = Reports(models, self._passes, say)
        self._renders: list[Render] = []
        self._last_guest_s = -GUESTS_S
        models.in_use = lambda: {render.recipe.model for render in self._renders}

    def run(self, heard: Callable[[float | None], Sequence[Message]]) -> None:
        """Work for ever. `heard(wait_s)` returns what came; None waits until something does."""
        chores: Iterator[None] | None = self.models.chores()
        while True:
            self._reports.tell_news()
            quiet_s = QUIET_S if chores is not None else None
            if self.loading:
                quiet_s = LOOK_AGAIN_S
            messages = heard(0 if self.busy else quiet_s)
            while chores is not None and not self.busy and not messages and not self.loading:
                chores = chores if next(chores, self) is None else None
                messages = heard(0)
            for message in messages:
                self.hear(message)
            self.look()
            if self.busy:
                self.work()

    @property
    def busy(self) -> bool:
        """Say whether there is anything to do now."""
        return bool(self._renders) or any(self._lanes.waits(lane) for lane in LANES)

    @property
    def loading(self) -> bool:
        """Say whether weights are being read; `look` from time to time until it is over."""
        return bool(self._aside) or self.models.loading

    def look(self) -> None:
        """Go on with what waited for weights that are here now."""
        if self.loading:
            for job in self._aside.called():
                self._lanes.add(job)

    def hear(self, message: Message) -> None:
        """Take in one message."""
        id = message["id"]
        if message["do"] == "render":
            job = Job(id, message["recipe"], message["lane"], message.get("view"))
            job.previews, job.images = message.get("previews", False), message.get("images") or {}
            job.arrived_s = message[ARRIVED]
            if job.view is not None:
                self._drop(view=job.view)
            if job.lane == "interactive":
                self._last_guest_s = job.arrived_s
            self._lanes.add(job)
        elif message["do"] == "cancel":
            self._drop(id=id)
        elif message["do"] == "call":
            question = Job(id, {}, "interactive", call=message)
            self._guarded(id, lambda: self._hear_call(question), "a question")

    def _hear_call(self, job: Job) -> None:
        job.recipe["model"] = model_of(job.call or {})
        if not self._aside.takes(job):
            self._answer(job.call or {})

    def work(self) -> None:
        """Do one piece of work."""
        busy = {lane for lane in LANES if self._lanes.waits(lane)}
        busy |= {render.job.lane for render in self._renders}
        for lane in self._lanes.order(busy, newcomer=self._newcomer):
            if self._begins(lane) or self._decodes(lane) or self._steps(lane):
                return

    # Pieces of work

    def _begins(self, lane: Lane) -> bool:
        ahead = [render for render in self._renders if render.job.lane == lane]
        if lane == "batch" and ahead:
            rows = sum(1 if render.ask is None else render.ask.rows for render in ahead)
            if rows >= PASSES_AHEAD * max(self._passes.room(render) for render in ahead):
                return False
        job = self._lanes.take(lane)
        if job is None:
            return False
        started_s = time.monotonic()
        self._guarded(job.id, lambda: self._begin(job), "the beginning of a picture")
        self._lanes.spent(time.monotonic() - started_s, batch=float(lane == "batch"))
        return True

    def _begin(self, job: Job) -> None:
        if self._aside.takes(job):
            return
        if job.call is not None:
            self._answer(job.call)
        else:
            self._renders.append(begin(job, self.models, self.embeddings, self._inversions))

    def _steps(self, lane: Lane) -> bool:
        done = self._passes.step(lane, self._renders, guests=self._guests)
        for render, result in self._outcome(done):
            work = partial(self._advance, render, result)
            if self._guarded(render.job.id, work, f"a step of {render.recipe.model}"):
                # To the end of the line: everyone of a kind and a lane moves at the same pace.
                self._renders.append(render)
        return done is not None

    def _decodes(self, lane: Lane) -> bool:
        started_s = time.monotonic()
        done = self._passes.decode(lane, self._renders, guests=self._guests)
        for render, picture in self._outcome(done):
            work = partial(self._hand, render, picture, started_s)
            self._guarded(render.job.id, work, f"a picture of {render.recipe.model}")
        return done is not None

    @property
    def _newcomer(self) -> bool:
        """Whether somebody waits for the first pass of a picture."""
        return self._lanes.waits("interactive") or any(
            render.job.lane == "interactive" and not render.steps_done for render in self._renders
        )

    @property
    def _guests(self) -> bool:
        return time.monotonic() - self._last_guest_s < GUESTS_S

    def _outcome(self, done: Done | None) -> Iterator[tuple[Render, Any]]:
        """Take the renders of a pass out of hand; those for which it went wrong are over."""
        if done is None:
            return
        self._lanes.spent(done.seconds, done.batch)
        for render, result in done.outcome:
            self._renders.remove(render)
            if isinstance(result, RashinError):
                render.walk.close()
                self._fail(render.job.id, result)
            else:
                yield render, result

    # What is said

    def _advance(self, render: Render, result: Any) -> None:
        advance(render, result)
        render.steps_done += 1
        picture = preview(render) if render.job.previews and render.ask is not None else None
        steps = {"step": render.steps_done, "steps": max(render.recipe.steps, render.steps_done)}
        self._say("step", id=render.job.id, **steps, preview=picture)

    def _hand(self, render: Render, picture: torch.Tensor, started_s: float) -> None:
        environment = self._environment | {"dtype": getattr(render.space, "dtype", "float32")}
        image = finish(render, picture, started_s, environment)
        size = {"width": render.recipe.width, "height": render.recipe.height}
        told = {"timings": render.timings, "environment": environment}
        self._say("done", id=render.job.id, image=image, **size, **told)

    def _answer(self, message: Message) -> None:
        name = message["name"]
        value = answer(name, message["arguments"], self.models, self.embeddings)
        if changes_catalogue(name):
            self._say("catalogue", id=message["id"], catalogue=catalogue(self.models))
        self._reports.tell_news()
        self._say("answer", id=message["id"], value=value)

    def _drop(self, *, id: str | None = None, view: str | None = None) -> None:
        """Stop everything with an id, or everything older of a view."""
        waited = self._lanes.remove(id=id, view=view) + self._aside.remove(id=id, view=view)
        gone = [(job.id, 0.0) for job in waited]
        for render in list(self._renders):
            job = render.job
            if (id is not None and job.id == id) or (view is not None and job.view == view):
                self._renders.remove(render)
                render.walk.close()
                gone.append((job.id, render.worked_s))
        for one, worked_s in gone:
            spent_ms = 1000 * worked_s
            self._say("cancelled", id=one, superseded=view is not None, spent_ms=spent_ms)

    def _guarded(self, id: str, work: Callable[[], None], what: str) -> bool:
        """Do what belongs to one render; whatever goes wrong is the end of that one alone."""
        error = attempt(work, what, self.models.device)
        if error is not None:
            self._fail(id, error)
        return error is None

    def _fail(self, id: str, error: RashinError) -> None:
        self._say("failed", id=id, error=error.to_json())
