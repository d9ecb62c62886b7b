"""The trash: what was deleted, until it is emptied."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from app.deps import House
from app.schemas import problems

router = APIRouter(tags=["history"])


class Emptied(BaseModel):
    """How many renders are gone for good."""

    removed: int


@router.delete("/trash", responses=problems(507))
async def empty(house: House) -> Emptied:
    """Remove every deleted render and its picture; this cannot be undone."""
    return Emptied(removed=await house.desk.empty_trash())
