"""Labels of a map: computed names by zoom, with scores and alternates, and names of your own."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path
from pydantic import BaseModel, Field
from starlette.responses import JSONResponse

from app.deps import House
from app.map_labels import labels_of
from app.maps import version_of
from app.schemas import Input, problems
from app.storage.labels import rename
from inference.errors import UnknownId

router = APIRouter(prefix="/maps", tags=["maps"])
MapId = Annotated[str, Path(max_length=128)]
Name = Annotated[str, Field(min_length=1, max_length=120, pattern=r"\S")]


class Labels(BaseModel):
    """Layers of labels by zoom (log2 of the magnification).

    A label has x, y, title, score, count and alternates; `computed` is its own title where somebody
    gave it another one.
    """

    layers: list[dict[str, Any]]


class Title(Input):
    """What a label is called; a language that is left out keeps the computed name."""

    en: Name | None = None
    ja: Name | None = None


class Rename(Input):
    """Which label of which layer, and its name; null gives the computed one back."""

    layer: int = Field(ge=0, le=100)
    label: int = Field(ge=0, le=100_000)
    title: Title | None


@router.get("/{id}/labels", response_model=Labels, responses=problems(404, 422, 503))
async def labels(id: MapId, house: House) -> JSONResponse:
    """Return label layers by zoom, with scores and alternates."""
    return JSONResponse(await labels_of(house.database, house.maps.open(id)))


@router.patch(
    "/{id}/labels", response_model=Labels, responses=problems(400, 404, 413, 422, 503, 507)
)
async def rename_label(id: MapId, change: Rename, house: House) -> JSONResponse:
    """Give a region a name of your own, or its computed name back; returns all labels."""
    opened = house.maps.open(id)
    layers = opened.labels["layers"]
    if change.layer >= len(layers) or change.label >= len(layers[change.layer]["labels"]):
        raise UnknownId(
            f"there is no label {change.label} in layer {change.layer}",
            hint=f"GET /api/v1/maps/{opened.id}/labels lists them",
        )
    title = {k: v.strip() for k, v in (change.title or Title()) if v}
    await rename(
        house.database, opened.id, version_of(opened), change.layer, change.label, title or None
    )
    return JSONResponse(await labels_of(house.database, opened))
