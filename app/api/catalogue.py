"""Cards of everything there is: spaces, operations, directions, projectors, models."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel
from starlette.responses import JSONResponse

from app.deps import House
from app.schemas import problems

router = APIRouter(tags=["catalogue"])


class Catalogue(BaseModel):
    """Every card has id, title, summary, knobs (JSON Schema) and licence."""

    models: list[dict[str, Any]]
    spaces: list[dict[str, Any]]
    operations: list[dict[str, Any]]
    directions: list[dict[str, Any]]
    projectors: list[dict[str, Any]]


@router.get("/catalogue", response_model=Catalogue, responses=problems(503))
async def catalogue(house: House) -> JSONResponse:
    """Return all cards, as the worker told them."""
    return JSONResponse(await house.client.catalogue())
