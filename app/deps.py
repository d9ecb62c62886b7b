"""What the endpoints ask for: one object that holds the parts, made when the application starts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends
from starlette.requests import HTTPConnection

from app.desk import Desk
from app.jobs import Jobs
from app.maps import Maps
from app.settings import Settings
from app.storage.database import Database
from app.storage.files import Files
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


def _parts(connection: HTTPConnection) -> Parts:
    return cast(Parts, connection.app.state.parts)


House = Annotated[Parts, Depends(_parts)]
