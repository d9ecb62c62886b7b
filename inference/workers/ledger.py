"""What workers were asked to do and have not finished, so that the next one can be asked again.

After a crash nobody knows which piece of work it was. Everything that was in hand becomes a
suspect, and suspects are handed out one at a time until all of them are cleared: a piece that kills
workers is then alone when it does, and only what kills worker after worker is given up.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass

from inference.errors import RashinError
from inference.messages import Message, WorkerCrashed

MOST_ATTEMPTS = 3


@dataclass(eq=False)
class Job:
    """A render (of a recipe id, perhaps for a view) or a question; `hear` gets the answers.

    `sent`: a worker has it now. `abandoned`: nobody listens any more.
    """

    ticket: str
    message: Message
    hear: Callable[[Message], None]
    render: str | None = None
    view: str | None = None
    attempts: int = 0
    sent: bool = False
    suspect: bool = False
    abandoned: bool = False


class Ledger:
    """The open jobs in the order in which they came; one that kills `most_attempts` workers is given up."""

    def __init__(self, most_attempts: int = MOST_ATTEMPTS) -> None:
        self._most_attempts = most_attempts
        self._jobs: dict[str, Job] = {}
        self._tickets = itertools.count(1)

    def open(
        self,
        message: Message,
        hear: Callable[[Message], None],
        render: str | None = None,
        view: str | None = None,
    ) -> Job:
        """Write down a job under a ticket of its own; the message carries it as `id`."""
        ticket = str(next(self._tickets))
        job = self._jobs[ticket] = Job(ticket, message | {"id": ticket}, hear, render, view)
        return job

    def get(self, ticket: str) -> Job | None:
        """Return an open job."""
        return self._jobs.get(ticket)

    def renders(self, id: str, view: str | None) -> list[Job]:
        """Return the open renders of a recipe id, or only that of a view."""
        return [
            job
            for job in self._jobs.values()
            if job.render == id and (view is None or job.view == view)
        ]

    @property
    def in_hand(self) -> bool:
        """Say whether a worker has anything."""
        return any(job.sent for job in self._jobs.values())

    def due(self) -> list[Job]:
        """Return what should be sent now: all, or one suspect at a time while there are any."""
        suspect = next((job for job in self._jobs.values() if job.suspect), None)
        if suspect is not None:
            return [] if self.in_hand else [suspect]
        return [job for job in self._jobs.values() if not job.sent]

    def step(self, job: Job, said: Message) -> None:
        """Pass on something that is not the end."""
        if not job.abandoned:
            job.hear(said)

    def close(self, job: Job, said: Message) -> None:
        """Pass on the end of a job and forget it."""
        self._jobs.pop(job.ticket, None)
        if not job.abandoned:
            job.hear(said)

    def fail_all(self, error: RashinError) -> None:
        """End everything with an error."""
        for job in list(self._jobs.values()):
            self.close(job, failure(error))

    def take_back(self, *, blame: bool) -> None:
        """Take back what a dead worker had in hand, and give up on what killed too many.

        Without `blame` the worker died of something else: it had not even begun.
        """
        for job in [job for job in self._jobs.values() if job.sent]:
            job.sent = False
            job.attempts += blame
            job.suspect = job.suspect or blame
            if job.abandoned:
                del self._jobs[job.ticket]
            elif job.attempts >= self._most_attempts:
                error = WorkerCrashed(
                    f"the worker died {job.attempts} times while it worked on this",
                    hint="change the recipe, or look into the server's log for the worker's words",
                )
                self.close(job, failure(error))


def failure(error: RashinError) -> Message:
    """Return an error as a worker would say it."""
    return {"is": "failed", "error": error.to_json()}
