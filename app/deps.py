"""What the endpoints ask for: one object that holds the parts, made when the application starts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends
from starlette.requests import HTTPConnection

from app.desk import Desk
from app.film import FilmMaker
from app.jobs import Jobs
from app.journeys import Journeys
from app.maps import Maps
from app.models import Models
from app.scrubs import Scrubs
from app.settings import Settings
from app.storage.database import Database
from app.storage.files import Files
from app.sweeps import Sweeps
from app.turns import Turns
from app.verify import Verifier
from inference.client import Client


@dataclass(frozen=True)
class Parts:
    """Everything an endpoint may need."""

    settings: Settings
    client: Client
    database: Database
    files: Files
    desk: Desk
    jobs: Jobs
    maps: Maps
    sweeps: Sweeps
    scrubs: Scrubs
    verifier: Verifier
    models: Models
    turns: Turns
    journeys: Journeys
    films: FilmMaker


async def _parts(connection: HTTPConnection) -> Parts:
    # A coroutine, because a plain function would be sent through a thread for every request.
    return cast(Parts, connection.app.state.parts)


House = Annotated[Parts, Depends(_parts)]
