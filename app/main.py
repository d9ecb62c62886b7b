"""The application: parts, lifespan, routes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from app import __version__, api, errors, shell
from app.deps import Parts
from app.desk import Desk
from app.jobs import Jobs
from app.maps import Maps
from app.schemas import Problem
from app.security import BodyLimit, Door
from app.settings import Settings
from app.storage import answers
from app.storage.database import Database
from app.storage.files import Files
from app.storage.migrate import upgrade
from inference.client import Client
from inference.errors import OutOfDisk
from inference.workers.local import WorkerOptions

PREFIX = "/api/v1"


@asynccontextmanager
async def _open(app: FastAPI, settings: Settings, client: Client | None) -> AsyncIterator[None]:
    """Open everything in the order of need, and close it in reverse."""
    client = client or Client(WorkerOptions(toy=settings.toy))
    await client.start()  # first: the worker loads its weights while the database is opened
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = Database(settings.sql_url)
    files = Files(settings.data_dir / "files")
    desk = Desk(client, database, files, settings.queue_bound)
    jobs = Jobs(database, settings)
    maps = Maps(client, database, files, desk, settings)
    app.state.parts = Parts(settings, client, database, files, desk, jobs, maps)
    try:
        await upgrade(database)
        try:
            await answers.forget_old(database, settings.idempotency_hours)
        except OutOfDisk as error:
            errors.log.warning("old answers stay: %s", error.detail)
        await desk.resume()
        await jobs.resume()
        warming = asyncio.create_task(maps.warm(), name="warm")
        yield
        warming.cancel()
    finally:
        await jobs.close()
        await desk.close()
        await client.close()
        await database.close()


def create_app(settings: Settings | None = None, client: Client | None = None) -> FastAPI:
    """Build the application. Raises `InvalidInput` when it would be open to the network."""
    settings = settings or Settings()
    settings.refuse_if_unsafe()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with _open(app, settings, client):
            yield

    app = FastAPI(
        title="Rashin",
        version=__version__,
        summary="Explore and steer latent spaces of generative models.",
        openapi_url=f"{PREFIX}/openapi.json",
        # The interactive pages of FastAPI load scripts from elsewhere; ours never do.
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        redirect_slashes=False,
    )
    app.state.settings = settings
    errors.install(app)
    for router in api.routers():
        app.include_router(router, prefix=PREFIX)
    shell.install(app, settings)
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
