"""Folders: names that renders of the history were given."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from app.deps import House
from app.schemas import Listing, problems
from app.storage import history

router = APIRouter(tags=["history"])


class Folder(BaseModel):
    """A folder and how many renders lie in it."""

    name: str
    count: int


@router.get("/folders", responses=problems())
async def folders(house: House) -> Listing[Folder]:
    """List the folders by name. One that is empty is gone."""
    found = await history.folders(house.database)
    return Listing(items=[Folder(name=name, count=count) for name, count in found])
