"""Choices: points chosen without a name, kept under their hash so that an address can say them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel, Field

from app.deps import House
from app.schemas import Input, problems
from app.storage import choices

router = APIRouter(prefix="/choices", tags=["maps"])
Id = Annotated[str, Path(pattern=r"^[0-9a-f]{32}$")]


class Choice(Input):
    """Numbers of points, ascending: the distances between them in base 36, joined by dots."""

    packed: str = Field(pattern=choices.PACKED, max_length=choices.LONGEST, examples=["0.1.1.12"])


class Kept(BaseModel):
    """A choice and its id, which is a hash of it."""

    id: str
    packed: str


@router.post("", response_model=Kept, responses=problems(400, 413, 422, 507))
async def keep(wanted: Choice, house: House) -> Kept:
    """Keep a choice; the same one again has the same id."""
    return Kept(id=await choices.keep(house.database, wanted.packed), packed=wanted.packed)


@router.get("/{id}", response_model=Kept, responses=problems(404, 422))
async def show(id: Id, house: House) -> Kept:
    """Return a choice."""
    return Kept(id=id, packed=await choices.find(house.database, id))
