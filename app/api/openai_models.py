"""The list of models as OpenAI's API gives it, for programs that let people choose from it."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from app.deps import House
from app.openai import PREFIX, OpenAIRoute, refusals

router = APIRouter(prefix="/models", tags=["openai"], route_class=OpenAIRoute)


class Model(BaseModel):
    """A model."""

    id: str
    object: str = "model"
    created: int = 0
    owned_by: str = "rashin"


class Models(BaseModel):
    """All of them."""

    object: str = "list"
    data: list[Model]


@router.get("", responses=refusals(503))
async def list_models(house: House) -> Models:
    """List the models that pictures can be asked of."""
    return Models(data=[Model(id=id) for id in await house.desk.models()])


__all__ = ["PREFIX", "router"]
