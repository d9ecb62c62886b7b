"""The door to the models, for asyncio programs that do not want torch.

The client keeps a worker alive and forgets nothing that it was given: when the worker dies, another
one is started and unfinished work is handed over again (`inference.workers.ledger`).
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from inference.errors import RashinError, WorkerUnavailable, from_json
from inference.messages import BrokenFrame, Event, Message, Step, event_of
from inference.workers.ledger import MOST_ATTEMPTS, Job, Ledger, failure
from inference.workers.local import LocalWorker, WorkerOptions

if TYPE_CHECKING:
    from inference.recipe import Recipe

Lane = Literal["interactive", "batch"]

HELLO_WITHIN_S = 10.0
SHORTEST_PAUSE_S, LONGEST_PAUSE_S = 0.1, 20.0
# A worker that dies so often in a row while it starts will not start soon.
MOST_FALSE_STARTS = 3
# A worker that has work and says nothing for so long hangs; one step takes well under a second.
LONGEST_SILENCE_S = 90.0


@dataclass
class _Life:
    """What is known about the worker of the moment."""

    worker: LocalWorker | None = None
    state: Literal["starting", "ready", "restarting", "failed"] = "starting"
    restarts: int = 0
    false_starts: int = 0
    error: RashinError | None = None
    heard_at_s: float = 0.0
    hello: asyncio.Event = field(default_factory=asyncio.Event)
    catalogue: dict[str, Any] = field(default_factory=dict)
    catalogue_version: int = 0
    device: str = ""
    network: str | None = None
    environment: dict[str, Any] = field(default_factory=dict)
    memory: dict[str, Any] = field(default_factory=dict)
    patience_s: float = LONGEST_SILENCE_S


class Client:
    """Start it, submit recipes, read events; close it in the end.

    A worker that has work and is silent for longer than `patience_s` is taken for dead; a worker
    that is slow with good reason may ask for more. Whatever kills `most_attempts` workers is given up.
    """

    def __init__(
        self,
        options: WorkerOptions | None = None,
        patience_s: float = LONGEST_SILENCE_S,
        most_attempts: int = MOST_ATTEMPTS,
    ) -> None:
        self._options, self._patience_s = options or WorkerOptions(), patience_s
        self._life = _Life()
        self._ledger = Ledger(most_attempts)
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
        self._ledger.fail_all(WorkerUnavailable("the server is shutting down"))

    def status(self) -> dict[str, Any]:
        """Return state, device, model ids, process id, number of restarts, and error if any.

        `memory` is what the worker said last: `used_bytes`, `free_bytes`, and for each of its
        `models` `id`, `state` (cold, loading, ready, failed), `bytes`, and `error` if any.
        `network` says what keeps the worker from the network: `seccomp`, `namespace` or `guard`.
        `environment` is what decides the last bits of a picture beside its recipe.
        """
        life = self._life
        status: dict[str, Any] = {
            "state": life.state,
            "device": life.device,
            "network": life.network,
            "models": [card["id"] for card in life.catalogue.get("models", [])],
            "pid": life.worker.pid if life.worker else None,
            "restarts": life.restarts,
            "memory": life.memory,
            "environment": life.environment,
        }
        if life.error is not None:
            status["error"] = life.error.to_json()
        return status

    @property
    def catalogue_version(self) -> int:
        """Return a number that grows whenever the catalogue may have changed."""
        return self._life.catalogue_version

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
        job = self._ledger.open(message, lambda said: events.put_nowait(event_of(said)), id, view)
        self._hand_over(job)
        return self._events(job, events)

    async def cancel(self, id: str, *, view: str | None = None) -> None:
        """Cancel every submission of this id, or only the one of a view."""
        for job in self._ledger.renders(id, view):
            self._cancel(job)

    async def call(self, name: str, **arguments: Any) -> dict[str, Any]:
        """Ask the worker a question and return its answer; raises what it raises."""
        answer: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
        message = {"do": "call", "name": name, "arguments": arguments}
        job = self._ledger.open(message, answer.set_result)
        self._hand_over(job)
        try:
            said = await answer
        finally:
            job.abandoned = True
        if said["is"] == "failed":
            raise from_json(said["error"])
        value: dict[str, Any] = said["value"]
        return value

    # Jobs

    async def _events(self, job: Job, events: asyncio.Queue[Event]) -> AsyncIterator[Event]:
        try:
            while True:
                event = await events.get()
                yield event
                if not isinstance(event, Step):
                    return
        finally:
            if self._ledger.get(job.ticket) is job:
                self._cancel(job)
                job.abandoned = True

    def _hand_over(self, job: Job) -> None:
        if self._life.state == "failed" and self._life.error is not None:
            self._ledger.close(job, failure(self._life.error))
        else:
            self._pump()

    def _cancel(self, job: Job) -> None:
        if job.sent and self._life.worker is not None:
            self._life.worker.send({"do": "cancel", "id": job.ticket})
        else:
            self._ledger.close(job, {"is": "cancelled", "superseded": False})

    def _pump(self) -> None:
        """Send the worker what is due."""
        worker = self._life.worker
        if worker is None:
            return
        for job in self._ledger.due():
            job.sent = True
            self._life.heard_at_s = asyncio.get_running_loop().time()
            try:
                worker.send(job.message)
            except RashinError as error:
                self._ledger.close(job, failure(error))

    # The worker

    async def _supervise(self) -> None:
        """Keep a worker alive for as long as this task lives."""
        life, pause_s = self._life, SHORTEST_PAUSE_S
        while True:
            was_ready = False
            try:
                was_ready = await self._attend(await LocalWorker.start(self._options))
            except WorkerUnavailable as error:
                life.error = error
            life.restarts += 1
            if was_ready:
                life.state, life.false_starts, pause_s = "restarting", 0, SHORTEST_PAUSE_S
            else:
                life.false_starts += 1
                if life.error is not None or life.false_starts >= MOST_FALSE_STARTS:
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
        self._ledger.fail_all(self._life.error)

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
        self._ledger.take_back(blame=was_ready)
        return was_ready

    def _hear(self, said: Message) -> None:
        kind, life = said["is"], self._life
        if kind == "hello":
            life.catalogue, life.device = said["catalogue"], said["device"]
            life.environment = said.get("environment", {})
            life.network = said.get("network")
            life.catalogue_version += 1
            life.hello.set()
        elif kind == "memory":
            life.memory = said["memory"]
            life.patience_s = said["patience_s"]
        elif kind == "catalogue":
            life.catalogue = said["catalogue"]
            life.catalogue_version += 1
        elif kind == "ready":
            life.state = "ready"
            life.error = from_json(said["errors"][0]) if said["errors"] else None
        elif kind == "unusable":
            life.error = from_json(said["error"])
            self._give_up_for_now()
        elif (job := self._ledger.get(said["id"])) is not None:
            if kind == "step":
                self._ledger.step(job, said)
                return
            self._ledger.close(job, said)
            if job.suspect:
                self._pump()

    async def _watch(self, worker: LocalWorker) -> None:
        """Kill a worker that has work and is silent for too long."""
        while True:
            patience_s = self._patience_s
            if self._life.patience_s > LONGEST_SILENCE_S:
                patience_s = max(patience_s, self._life.patience_s)
            await asyncio.sleep(patience_s / 10)
            if self._life.state != "ready":
                patience_s = max(patience_s, LONGEST_SILENCE_S)  # it reads weights
            silent_s = asyncio.get_running_loop().time() - self._life.heard_at_s
            if silent_s > patience_s and self._ledger.in_hand:
                worker.kill()
