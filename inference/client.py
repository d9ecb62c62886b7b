"""The door to the models, for asyncio programs that do not want torch.

The client keeps a worker alive and forgets nothing that it was given: when the worker dies, another
one is started and unfinished work is handed over again. After a crash the work that was in hand is
repeated one piece at a time, so that a piece that kills workers takes nobody with it.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from inference.errors import RashinError, WorkerUnavailable, from_json
from inference.messages import (
    BrokenFrame,
    Event,
    Message,
    Step,
    WorkerCrashed,
    event_of,
)
from inference.workers.local import LocalWorker, WorkerOptions

if TYPE_CHECKING:
    from inference.recipe import Recipe

Lane = Literal["interactive", "batch"]

HELLO_WITHIN_S = 10.0
MOST_ATTEMPTS = 3
SHORTEST_PAUSE_S, LONGEST_PAUSE_S = 0.1, 20.0
# A worker that has work and says nothing for so long hangs; one step takes well under a second.
LONGEST_SILENCE_S = 90.0


@dataclass(eq=False)
class _Job:
    """Something a worker was asked to do: a render, or a call when `render` is None."""

    ticket: str
    message: Message
    hear: Callable[[Message], None]
    render: str | None = None
    view: str | None = None
    attempts: int = 0
    sent: bool = False
    suspect: bool = False
    abandoned: bool = False


@dataclass
class _Life:
    """What is known about the worker of the moment."""

    worker: LocalWorker | None = None
    state: Literal["starting", "ready", "restarting", "failed"] = "starting"
    restarts: int = 0
    error: RashinError | None = None
    heard_at_s: float = 0.0
    hello: asyncio.Event = field(default_factory=asyncio.Event)
    catalogue: dict[str, Any] = field(default_factory=dict)
    device: str = ""


class Client:
    """Start it, submit recipes, read events; close it in the end."""

    def __init__(self, options: WorkerOptions | None = None) -> None:
        self._options = options or WorkerOptions()
        self._life = _Life()
        self._jobs: dict[str, _Job] = {}
        self._tickets = itertools.count(1)
        self._supervisor: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Start the worker and go on at once; `status` says when it is ready."""
        if self._supervisor is None:
            self._supervisor = asyncio.create_task(self._supervise(), name="rashin-worker")

    async def close(self) -> None:
        """End the worker; whatever is unfinished fails with `WorkerUnavailable`."""
        if self._supervisor is not None:
            self._supervisor.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._supervisor
            self._supervisor = None
        self._fail_all(WorkerUnavailable("the server is shutting down"))

    def status(self) -> dict[str, Any]:
        """Return state, device, model ids, process id, number of restarts, and error if any."""
        life = self._life
        status: dict[str, Any] = {
            "state": life.state,
            "device": life.device,
            "models": [card["id"] for card in life.catalogue.get("models", [])],
            "pid": life.worker.pid if life.worker else None,
            "restarts": life.restarts,
        }
        if life.error is not None:
            status["error"] = life.error.to_json()
        return status

    async def catalogue(self) -> dict[str, Any]:
        """Return the cards of everything there is, as the worker told them.

        Raises `WorkerUnavailable` when no worker has said hello within ten seconds.
        """
        try:
            await asyncio.wait_for(self._life.hello.wait(), HELLO_WITHIN_S)
        except TimeoutError:
            error = self._life.error or WorkerUnavailable("the worker has not said hello yet")
            raise error from None
        return self._life.catalogue

    def submit(
        self,
        id: str,
        recipe: Recipe,
        *,
        lane: Lane,
        view: str | None = None,
        previews: bool = False,
        images: Mapping[str, bytes] | None = None,
    ) -> AsyncIterator[Event]:
        """Hand over a render now and return its events: steps, then one that is not a step.

        `images` holds the PNG of every `img("sha256")` in the recipe. With a `view`, older renders
        of that view are superseded. The same id may be submitted twice: both are carried out. A
        reader that goes away (`aclose`, or its task is cancelled) cancels its own submission.
        """
        events: asyncio.Queue[Event] = asyncio.Queue()
        message: Message = {"do": "render", "recipe": recipe.model_dump(mode="json"), "lane": lane}
        message |= {"view": view, "previews": previews, "images": dict(images or {})}
        job = self._take(message, lambda said: events.put_nowait(event_of(said)), id, view)
        return self._events(job, events)

    async def cancel(self, id: str, *, view: str | None = None) -> None:
        """Cancel every submission of this id, or only the one of a view."""
        for job in list(self._jobs.values()):
            if job.render == id and (view is None or job.view == view):
                self._cancel(job)

    async def call(self, name: str, **arguments: Any) -> dict[str, Any]:
        """Ask the worker a question and return its answer; raises what it raises."""
        answer: asyncio.Future[Message] = asyncio.get_running_loop().create_future()

        def hear(said: Message) -> None:
            if not answer.done():
                answer.set_result(said)

        job = self._take({"do": "call", "name": name, "arguments": arguments}, hear)
        try:
            said = await answer
        finally:
            job.abandoned = True
        if said["is"] == "failed":
            raise from_json(said["error"])
        value: dict[str, Any] = said["value"]
        return value

    # Jobs

    def _take(
        self,
        message: Message,
        hear: Callable[[Message], None],
        render: str | None = None,
        view: str | None = None,
    ) -> _Job:
        ticket = str(next(self._tickets))
        job = _Job(ticket, message | {"id": ticket}, hear, render, view)
        if self._life.state == "failed" and self._life.error is not None:
            hear({"is": "failed", "error": self._life.error.to_json()})
            return job
        self._jobs[ticket] = job
        self._pump(job)
        return job

    async def _events(self, job: _Job, events: asyncio.Queue[Event]) -> AsyncIterator[Event]:
        try:
            while True:
                event = await events.get()
                yield event
                if not isinstance(event, Step):
                    return
        finally:
            if job.ticket in self._jobs:
                self._cancel(job)
                job.abandoned = True

    def _cancel(self, job: _Job) -> None:
        if job.sent and self._life.worker is not None:
            self._life.worker.send({"do": "cancel", "id": job.ticket})
        else:
            self._finish(job, {"is": "cancelled", "superseded": False})

    def _finish(self, job: _Job, said: Message) -> None:
        self._jobs.pop(job.ticket, None)
        if not job.abandoned:
            job.hear(said)

    def _fail_all(self, error: RashinError) -> None:
        for job in list(self._jobs.values()):
            self._finish(job, {"is": "failed", "error": error.to_json()})

    def _pump(self, newest: _Job | None = None) -> None:
        """Send what may be sent: everything, or one suspect at a time while there are suspects."""
        worker = self._life.worker
        if worker is None:
            return
        # Jobs are kept in the order in which they came.
        suspect = next((job for job in self._jobs.values() if job.suspect), None)
        if suspect is not None:
            if not any(job.sent for job in self._jobs.values()):
                self._send(suspect, worker)
            return
        for job in [newest] if newest is not None else list(self._jobs.values()):
            if not job.sent:
                self._send(job, worker)

    def _send(self, job: _Job, worker: LocalWorker) -> None:
        job.sent = True
        self._life.heard_at_s = asyncio.get_running_loop().time()
        try:
            worker.send(job.message)
        except RashinError as error:
            self._finish(job, {"is": "failed", "error": error.to_json()})

    # The worker

    async def _supervise(self) -> None:
        """Keep a worker alive for as long as this task lives."""
        pause_s = SHORTEST_PAUSE_S
        while True:
            self._life.worker = None
            was_ready = False
            try:
                worker = await LocalWorker.start(self._options)
                was_ready = await self._attend(worker)
            except WorkerUnavailable as error:
                self._life.error = error
            self._life.restarts += 1
            if was_ready:
                pause_s = SHORTEST_PAUSE_S
                self._life.state = "restarting"
            elif self._life.error is not None or pause_s > 4 * SHORTEST_PAUSE_S:
                self._give_up_for_now()
            await asyncio.sleep(pause_s)
            pause_s = min(2 * pause_s, LONGEST_PAUSE_S)

    def _give_up_for_now(self) -> None:
        """Say that no worker starts; the supervisor still tries again from time to time."""
        self._life.error = self._life.error or WorkerUnavailable(
            "the worker ends while it starts",
            hint="its last words are in the server's log; `rashin doctor` says what is missing",
        )
        self._life.state = "failed"
        self._fail_all(self._life.error)

    async def _attend(self, worker: LocalWorker) -> bool:
        """Listen to a worker until it is gone; whether it was ever ready."""
        self._life.worker = worker
        self._pump()
        watch = asyncio.create_task(self._watch(worker))
        was_ready = False
        try:
            while (said := await worker.receive()) is not None:
                self._life.heard_at_s = asyncio.get_running_loop().time()
                was_ready = was_ready or said["is"] == "ready"
                self._hear(said)
        except (BrokenFrame, ConnectionError):
            worker.kill()
        finally:
            watch.cancel()
            self._life.worker = None
            await worker.stop()
        self._after_death(blame=was_ready)
        return was_ready

    def _hear(self, said: Message) -> None:
        kind, life = said["is"], self._life
        if kind == "hello":
            life.catalogue, life.device = said["catalogue"], said["device"]
            life.hello.set()
        elif kind == "ready":
            life.state, life.error = "ready", None
        elif kind == "unusable":
            life.error = from_json(said["error"])
            self._give_up_for_now()
        elif (job := self._jobs.get(said["id"])) is not None:
            if kind == "step":
                if not job.abandoned:
                    job.hear(said)
                return
            self._finish(job, said)
            if job.suspect:
                self._pump()

    def _after_death(self, *, blame: bool) -> None:
        """Take back what the worker had in hand, and give up on what killed too many."""
        for job in [job for job in self._jobs.values() if job.sent]:
            job.sent = False
            # A worker that dies before it is ready dies of something else.
            job.attempts += blame
            job.suspect = job.suspect or blame
            if job.abandoned:
                self._finish(job, {})
            elif job.attempts >= MOST_ATTEMPTS:
                error = WorkerCrashed(
                    f"the worker died {job.attempts} times while it worked on this",
                    hint="change the recipe, or look into the server's log for the worker's words",
                )
                self._finish(job, {"is": "failed", "error": error.to_json()})

    async def _watch(self, worker: LocalWorker) -> None:
        """Kill a worker that has work and is silent for too long."""
        while True:
            await asyncio.sleep(LONGEST_SILENCE_S / 10)
            silent_s = asyncio.get_running_loop().time() - self._life.heard_at_s
            if silent_s > LONGEST_SILENCE_S and any(job.sent for job in self._jobs.values()):
                worker.kill()
