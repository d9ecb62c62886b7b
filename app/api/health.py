"""Is anybody there?"""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from app import __version__
from app.deps import House
from app.schemas import problems

router = APIRouter(tags=["health"])


class Worker(BaseModel):
    """What is known about the model worker."""

    state: Literal["starting", "ready", "restarting", "failed"]
    device: str | None = None
    network: str | None = Field(
        default=None,
        description="What keeps the worker from the network: seccomp and namespace are the "
        "kernel's, guard is Python's own",
    )
    models: list[str] = []
    pid: int | None = None
    restarts: int = 0
    error: dict[str, Any] | None = None


class Health(BaseModel):
    """The state of the server; the worker may be away while the server is well."""

    status: Literal["ok"]
    version: str
    worker: Worker


@router.get("/health", responses=problems())
async def health(house: House) -> Health:
    """Say that the web process lives, and how its worker is."""
    return Health(
        status="ok", version=__version__, worker=Worker.model_validate(house.client.status())
    )
