"""The application: parts, lifespan, routes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import fields
from typing import Any

from fastapi import FastAPI

from app import __version__, api, errors, shell
from app.builder import Builder
from app.deps import Parts
from app.desk import Desk
from app.fetching import KIND as FETCH
from app.fetching import Fetcher
from app.film import FilmMaker, Films
from app.groups import members
from app.hub import Hub
from app.hub_door import HubDoor
from app.jobs import Act, Jobs
from app.journeys import Journeys
from app.judge import Judge
from app.library import Library
from app.maps import Maps
from app.models import Models
from app.names import Names
from app.outlook import Outlook
from app.schemas import Problem
from app.scrubs import Scrubs
from app.security import BodyLimit, Door
from app.settings import Settings
from app.stations import Stations
from app.storage import answers
from app.storage.database import Database
from app.storage.files import Files
from app.storage.migrate import upgrade
from app.sweeps import Sweeps
from app.turns import Turns
from app.valve import Valve
from app.verify import Verifier
from inference.client import Client
from inference.errors import OutOfDisk
from inference.workers.local import WorkerOptions


@asynccontextmanager
async def _open(
    app: FastAPI, settings: Settings, client: Client | None, desk_of: type[Desk]
) -> AsyncIterator[None]:
    """Open everything in the order of need, and close it in reverse."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    library = Library(settings.library)
    library.open()
    client = client or Client(_worker_options(settings))
    await client.start()  # first: the worker loads its weights while the database is opened
    database = Database(settings.sql_url)
    files = Files(settings.data_dir / "files")
    names = Names(database, lambda group: members(database, maps, group))
    desk = desk_of(client, database, files, settings.queue_bound, names)
    verifier = Verifier(desk)
    maps = Maps(client, database, files, desk, settings)
    journeys = Journeys(database, desk, Stations(desk, maps))
    outlook = Outlook(journeys, Judge(client, files))
    films = FilmMaker(journeys, outlook, Films(settings.data_dir / "films"))
    acts: dict[str, Act] = {"map": Builder(settings, client), "verify": verifier}
    models = Models(client, desk, library, settings)
    door = HubDoor(settings.hub_url, settings.hub_file_hosts)
    acts[FETCH] = Fetcher(models, Hub(door, settings.hub_folder))
    jobs = Jobs(database, {**acts, "outlook": outlook, "film": films})
    sweeps = Sweeps(database, desk)
    scrubs = Scrubs(desk, maps)
    app.state.parts = Parts(
        settings,
        client,
        database,
        files,
        desk,
        jobs,
        maps,
        sweeps,
        scrubs,
        verifier,
        models,
        Turns(),
        journeys,
        films,
    )
    try:
        await upgrade(database)
        try:
            await answers.forget_old(database, settings.idempotency_hours)
        except OutOfDisk as error:
            errors.log.warning("old answers stay: %s", error.detail)
        await desk.resume(bulk=await sweeps.unfinished_cells())
        await jobs.resume()
        warming = asyncio.create_task(maps.warm(), name="warm")
        sweeping = asyncio.create_task(asyncio.to_thread(files.sweep), name="sweep")
        yield
        warming.cancel()
        await sweeping
    finally:
        await jobs.close()
        await desk.close()
        await client.close()
        await database.close()


def _worker_options(settings: Settings) -> WorkerOptions:
    told: dict[str, Any] = {"toy": settings.toy}
    # A worker that knows the user's models is told where they are listed.
    if any(field.name == "library" for field in fields(WorkerOptions)):
        told["library"] = settings.library
    return WorkerOptions(**told)


def create_app(
    settings: Settings | None = None, client: Client | None = None, desk: type[Desk] = Desk
) -> FastAPI:
    """Build the application. Raises `InvalidInput` when it would be open to the network."""
    settings = settings or Settings()
    settings.refuse_if_unsafe()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with _open(app, settings, client, desk):
            yield

    app = FastAPI(
        title="Rashin",
        version=__version__,
        summary="Explore and steer latent spaces of generative models.",
        openapi_url=f"{api.PREFIX}/openapi.json",
        # The interactive pages of FastAPI load scripts from elsewhere; ours never do.
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        redirect_slashes=False,
    )
    app.state.settings = settings
    errors.install(app)
    for prefix, router in api.routers():
        app.include_router(router, prefix=prefix)
    shell.install(app, settings)
    app.add_middleware(Valve)
    app.add_middleware(BodyLimit, most=settings.max_body_bytes)
    app.add_middleware(Door, settings=settings)  # the outermost
    _describe_problems(app)
    return app


def _describe_problems(app: FastAPI) -> None:
    """Put the schema of errors into the OpenAPI; the responses refer to it by name."""
    original = app.openapi

    def openapi() -> dict[str, object]:
        described = original()
        schemas = described.setdefault("components", {}).setdefault("schemas", {})
        schemas["Problem"] = Problem.model_json_schema()
        for name in ("HTTPValidationError", "ValidationError"):
            schemas.pop(name, None)
        return described

    app.openapi = openapi  # type: ignore[method-assign]
