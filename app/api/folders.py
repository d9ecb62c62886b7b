"""Folders: names that renders of the history were given."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.deps import House
from app.schemas import Input, Listing, folder_name, problems
from app.storage import history
from inference.errors import UnknownId

router = APIRouter(tags=["history"])


class Folder(BaseModel):
    """A folder and how many renders lie in it."""

    name: str
    count: int


class Rename(Input):
    """Which folder, and how it is called from now on."""

    name: str = Field(min_length=1, max_length=120)
    to: str | None = Field(max_length=120, description="null: its renders lie in none")


@router.get("/folders", responses=problems())
async def folders(house: House) -> Listing[Folder]:
    """List the folders by name. One that is empty is gone."""
    found = await history.folders(house.database)
    return Listing(items=[Folder(name=name, count=count) for name, count in found])


@router.patch("/folders", responses=problems(400, 404, 413, 422, 507))
async def rename(change: Rename, house: House) -> Listing[Folder]:
    """Call a folder otherwise, or remove it; its renders stay, and join a folder that there is."""
    if await house.desk.rename_folder(change.name, folder_name(change.to)) == 0:
        raise UnknownId(
            f"there is no folder {change.name!r}", hint="GET /api/v1/folders lists them"
        )
    return await folders(house)
