"""Sweeps: one recipe, a few knobs, a picture for every combination."""

from __future__ import annotations

import asyncio
import csv
import io
import json
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from app import grid
from app.deps import House
from app.errors import DamagedPicture
from app.schemas import Input, Listing, Picture, RecipeInput, State, problems
from app.storage.files import Files
from app.sweeps import MOST_AXES, MOST_CELLS, Cell, labels_of, view_of
from inference.errors import UnknownId

router = APIRouter(prefix="/sweeps", tags=["sweeps"])
SweepId = Annotated[str, Field(max_length=128, description="The id of a sweep")]
Value = Annotated[str, Field(max_length=2_000)] | bool | int | float
_NO_STORE = {"Cache-Control": "no-store"}
# A spreadsheet takes words that begin like this for a formula.
_FORMULA = ("=", "+", "-", "@", "\t")


class AxisInput(Input):
    """A knob and its values: a field of the recipe, `steering.<id>`, or `lora.<id>`."""

    knob: str = Field(max_length=100, examples=["guidance_scale", "seed", "steering.smile"])
    values: list[Value] = Field(min_length=1, max_length=MOST_CELLS)


class Wish(Input):
    """What to sweep. The cells are all combinations of the values; at most 1,000."""

    recipe: RecipeInput
    axes: list[AxisInput] = Field(min_length=1, max_length=MOST_AXES)


class Axis(BaseModel):
    """A knob, its values, and how they are called on the sheet."""

    knob: str
    values: list[str | bool | int | float]
    labels: list[str]


class CellView(BaseModel):
    """One combination; `at` holds one index into the values of each axis."""

    at: list[int]
    render_id: str
    state: State
    image: Picture | None
    error: str | None


class Sweep(BaseModel):
    """A sweep and how far it is."""

    id: str
    recipe: dict[str, Any] = Field(description="The recipe of the first cell, in full")
    axes: list[Axis]
    state: State
    progress: float = Field(ge=0, le=1)
    cells: list[CellView]
    created_at: str


@router.post(
    "",
    status_code=202,
    response_model=Sweep,
    responses=problems(400, 404, 409, 413, 422, 429, 503, 507),
)
async def create(wish: Wish, house: House) -> Response:
    """Render a recipe at every combination of values. It goes on after a restart."""
    axes = [axis.model_dump() for axis in wish.axes]
    sweep = await house.sweeps.create(wish.recipe, axes)
    shown = view_of(sweep, await house.sweeps.cells(sweep))
    headers = {"Location": f"/api/v1/sweeps/{sweep.id}"}
    return Response(json.dumps(shown), 202, headers=headers, media_type="application/json")


@router.get("", response_model=Listing[Sweep], responses=problems(422))
async def list_sweeps(
    house: House,
    cursor: Annotated[str | None, Query(max_length=64)] = None,
    limit: Annotated[int, Query(ge=1, le=50)] = 20,
) -> Response:
    """List sweeps, newest first."""
    rows, more = await house.sweeps.page(cursor, limit)
    shown = [view_of(row, await house.sweeps.cells(row)) for row in rows]
    return Response(json.dumps({"items": shown, "next": more}), media_type="application/json")


@router.get("/{id}", response_model=Sweep, responses=problems(404, 422))
async def show(id: SweepId, house: House) -> Response:
    """Return one sweep with all its cells."""
    sweep = await house.sweeps.find(id)
    shown = view_of(sweep, await house.sweeps.cells(sweep))
    return Response(json.dumps(shown), media_type="application/json")


@router.delete("/{id}", response_model=Sweep, responses=problems(404, 422, 503, 507))
async def cancel(id: SweepId, house: House) -> Response:
    """Stop what is left of a sweep; finished cells stay."""
    sweep = await house.sweeps.cancel(id)
    shown = view_of(sweep, await house.sweeps.cells(sweep))
    return Response(json.dumps(shown), media_type="application/json")


@router.get(
    "/{id}/table.csv",
    response_class=Response,
    responses={
        200: {"content": {"text/csv": {"schema": {"type": "string"}}}, "description": "The cells"},
        **problems(404, 422),
    },
)
async def table(id: SweepId, house: House) -> Response:
    """Return the cells as a table: the value of every knob, the render, its state, its picture."""
    sweep = await house.sweeps.find(id)
    out = io.StringIO()
    writer = csv.writer(out)
    knobs = [axis["knob"] for axis in sweep.axes]
    writer.writerow([*knobs, "render_id", "state", "image", "total_ms", "error"])
    for cell in await house.sweeps.cells(sweep):
        values = [axis["values"][index] for axis, index in zip(sweep.axes, cell.at, strict=True)]
        writer.writerow([*map(_plain, values), *_about(cell)])
    return Response(out.getvalue(), headers=_NO_STORE, media_type="text/csv")


def _plain(value: Any) -> Any:
    dangerous = isinstance(value, str) and value.startswith(_FORMULA)
    return f"'{value}" if dangerous else value


def _about(cell: Cell) -> list[Any]:
    row = cell.row
    if row is None:
        return [cell.id, "cancelled", "", "", ""]
    image = f"/api/v1/images/{row.image_sha256}.png" if row.image_sha256 else ""
    spent = [ms for name, ms in (row.timings or {}).items() if name.endswith("_ms")]
    error = str((row.error or {}).get("detail", ""))
    return [cell.id, row.state, image, round(sum(spent), 1) if spent else "", _plain(error)]


@router.get(
    "/{id}/grid.png",
    response_class=Response,
    responses={
        200: {
            "content": {"image/png": {"schema": {"type": "string", "format": "binary"}}},
            "description": "All pictures with their labels",
        },
        **problems(404, 422),
    },
)
async def sheet(id: SweepId, house: House) -> Response:
    """Return all pictures on one sheet; columns are the last axis, rows the one before."""
    sweep = await house.sweeps.find(id)
    cells = await house.sweeps.cells(sweep)
    axes = [{**axis, "labels": labels_of(axis)} for axis in sweep.axes]
    pictures = [cell.row.image_sha256 if cell.row is not None else None for cell in cells]
    fresh = house.desk.unsaved_pictures()
    look = partial(_look, house.files, fresh)
    drawn = await asyncio.to_thread(grid.draw, axes, pictures, look)
    return Response(drawn, headers=_NO_STORE, media_type="image/png")


def _look(files: Files, fresh: dict[str, bytes], sha256: str) -> bytes | None:
    try:
        return fresh.get(sha256) or files.get(sha256)
    except (UnknownId, DamagedPicture):
        return None
