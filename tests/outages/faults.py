"""Servers as they are started, the sound one and some with one fault each.

`python -m tests.outages.faults FAULT SETTINGS` serves toy models. A judgement that a faulty server
passes is worth nothing; that is what they are for.
"""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

import uvicorn
from fastapi import FastAPI

from app.active import Active
from app.cli import listen
from app.desk import Desk
from app.main import create_app
from app.serving import Server
from app.settings import Settings
from app.storage.tables import RenderRow
from inference.client import Client
from inference.workers.ledger import Job
from inference.workers.local import WorkerOptions

LATE_S = 0.7


class Hasty(Desk):
    """Answers before what it accepted is on disk."""

    async def _accept_new(self, active: Active) -> Active | RenderRow:
        task = asyncio.create_task(self._later(active))
        active.task = task  # somebody has to hold it
        return active

    async def _later(self, active: Active) -> None:
        await asyncio.sleep(LATE_S)
        await super()._accept_new(active)


class Forgetful(Settings):
    """Keeps what was answered to a key no longer than the process lives."""

    idempotency_hours: float = 0


class Deaf(Client):
    """Does not tell the worker that nobody wants a picture any more."""

    def _cancel(self, job: Job) -> None:
        return


class Abrupt(Server):
    """Goes away as uvicorn does by itself: at once for new ones, and without telling the desk."""

    handle_exit = uvicorn.Server.handle_exit


FAULTS = ("sound", "hasty", "forgetful", "deaf", "stubborn", "abrupt")


def build(fault: str, given: dict[str, Any]) -> FastAPI:
    """Return the application, with a fault."""
    settings = (Forgetful if fault == "forgetful" else Settings)(**given)
    options = WorkerOptions(toy=True)
    client = {
        "deaf": lambda: Deaf(options),
        "stubborn": lambda: Client(options, most_attempts=10**6),
    }.get(fault)
    return create_app(settings, client and client(), desk=Hasty if fault == "hasty" else Desk)


def main(fault: str, given: dict[str, Any]) -> None:
    """Serve until told to stop."""
    kind = Abrupt if fault == "abrupt" else Server
    kind(build(fault, given)).run(sockets=[listen("127.0.0.1", given["port"])])


if __name__ == "__main__":
    main(sys.argv[1], json.loads(sys.argv[2]))
