"""Sweeps: one recipe at many values of a few knobs, every combination a render like any other.

A sweep is a row with the ids of its cells, and its cells are rows of renders, all written at once.
So a sweep needs no task of its own: the queue carries it, restarts included.
"""

from __future__ import annotations

import asyncio
import itertools
import math
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from app.active import FINAL, image_of, moment
from app.desk import Desk
from app.storage import renders
from app.storage.database import Database
from app.storage.history import cursor_of, sequence_of
from app.storage.tables import RenderRow, SweepRow, now
from inference.errors import InvalidInput, Overloaded, UnknownId
from inference.recipe import Recipe, recipe_id

MOST_CELLS, MOST_AXES = 1_000, 3
MOST_WAITING = 4_000
# After so many cells, others may have their turn.
POLITE = 10
# What else says the same thing: sweeping one replaces the other.
TWINS = {"prompt": "conditioning", "conditioning": "prompt", "seed": "noise", "noise": "seed"}
KNOBS = (
    "prompt, conditioning, seed, noise, steps, guidance_scale, sampler, strength, width, height,"
    " negative_prompt, image, model, steering.<id> or lora.<id>"
)
SIMPLE = {
    "prompt", "conditioning", "seed", "noise", "steps", "guidance_scale", "sampler", "strength",
    "width", "height", "negative_prompt", "image", "model", "weighted",
}  # fmt: skip


@dataclass(frozen=True)
class Cell:
    """One combination: which value of each axis, and the render that it is."""

    at: tuple[int, ...]
    id: str
    row: RenderRow | None


class Sweeps:
    """Makes sweeps, and says how they are."""

    def __init__(self, database: Database, desk: Desk) -> None:
        self.database, self.desk = database, desk

    async def create(
        self, recipe: Mapping[str, Any], axes: Sequence[Mapping[str, Any]]
    ) -> SweepRow:
        """Take in a sweep; every cell is on disk when this returns.

        Raises what is wrong with a cell, `Overloaded` while very much waits, and `OutOfDisk`.
        """
        _refuse_shape(axes)
        recipes = []
        for count, at in enumerate(_places(axes)):
            recipes.append(await self._cell(recipe, axes, at))
            if count % POLITE == 0:
                await asyncio.sleep(0)
        waiting = len(self.desk.queue.waiting)
        if waiting + len(recipes) > MOST_WAITING:
            raise Overloaded(
                f"{waiting} renders wait already", hint="let some finish first", retry_after_s=30
            )
        sweep = SweepRow(
            id=secrets.token_hex(8), recipe=recipes[0].model_dump(mode="json"),
            axes=[{"knob": axis["knob"], "values": list(axis["values"])} for axis in axes],
            cells=[recipe_id(each) for each in recipes], cancelled=False, created_at=now(),
        )  # fmt: skip
        unique = dict(zip(sweep.cells, recipes, strict=True))
        await self.desk.accept_bulk(unique, sweep)
        return sweep

    async def _cell(
        self, recipe: Mapping[str, Any], axes: Sequence[Mapping[str, Any]], at: Sequence[int]
    ) -> Recipe:
        wanted = dict(recipe)
        said = []
        for axis, index in zip(axes, at, strict=True):
            value = axis["values"][index]
            said.append(f"{axis['knob']} = {value!r}"[:80])
            wanted = turned(wanted, axis["knob"], value)
        try:
            return await self.desk.canonical(wanted)
        except InvalidInput as error:
            raise InvalidInput(
                f"at {', '.join(said)}: {error.detail}", expected=error.expected, hint=error.hint
            ) from error

    async def find(self, id: str) -> SweepRow:
        """Return a sweep. Raises `UnknownId`."""
        async with self.database.read() as session:
            row = await session.scalar(select(SweepRow).where(SweepRow.id == id))
        if row is None:
            raise UnknownId(f"there is no sweep {id[:80]}", hint="GET /api/v1/sweeps lists them")
        return row

    async def page(self, cursor: str | None, limit: int) -> tuple[Sequence[SweepRow], str | None]:
        """Return sweeps, newest first, and the cursor of the next page."""
        query = select(SweepRow).order_by(SweepRow.sequence.desc()).limit(limit + 1)
        if cursor is not None:
            query = query.where(SweepRow.sequence < sequence_of(cursor))
        async with self.database.read() as session:
            rows = (await session.scalars(query)).all()
        return rows[:limit], cursor_of(rows[limit - 1].sequence) if len(rows) > limit else None

    async def cells(self, sweep: SweepRow) -> list[Cell]:
        """Return every cell of a sweep, the last axis running fastest, as it is now."""
        known = await renders.find_many(self.database, sorted(set(sweep.cells)))
        newest = {id: self.desk.newest(row) for id, row in known.items()}
        places = _places(sweep.axes)
        return [Cell(at, id, newest.get(id)) for at, id in zip(places, sweep.cells, strict=True)]

    async def cancel(self, id: str) -> SweepRow:
        """Stop what is left of a sweep; what is finished stays."""
        sweep = await self.find(id)
        unfinished = [id for id in dict.fromkeys(sweep.cells) if self.desk.waiting(id) is not None]
        if unfinished:
            async with self.database.write() as session:
                sweep = await session.merge(sweep)
                sweep.cancelled = True
        # From the end, so that none of them begins meanwhile.
        for cell in reversed(unfinished):
            await self.desk.cancel(cell)
        return sweep

    async def unfinished_cells(self) -> set[str]:
        """Return the ids of renders that some sweep waits for."""
        query = select(RenderRow.id).where(RenderRow.state.in_(renders.UNFINISHED))
        async with self.database.read() as session:
            waiting = set(await session.scalars(query))
            if not waiting:
                return set()
            newest = select(SweepRow.cells).order_by(SweepRow.sequence.desc()).limit(50)
            return {id for cells in await session.scalars(newest) for id in cells} & waiting


def view_of(sweep: SweepRow, cells: Sequence[Cell]) -> dict[str, Any]:
    """Return a sweep as the API shows it."""
    shown = [_cell_view(cell) for cell in cells]
    over = sum(cell["state"] in FINAL for cell in shown)
    return {
        "id": sweep.id,
        "recipe": sweep.recipe,
        "axes": [{**axis, "labels": labels_of(axis)} for axis in sweep.axes],
        "state": _state(sweep, [cell["state"] for cell in shown]),
        "progress": round(over / max(len(shown), 1), 4),
        "cells": shown,
        "created_at": moment(sweep.created_at),
    }


def _state(sweep: SweepRow, states: Sequence[str]) -> str:
    if not all(state in FINAL for state in states):
        begun = any(state != "queued" for state in states)
        return "running" if begun else "queued"
    if sweep.cancelled:
        return "cancelled"
    return "done" if "done" in states else states[0]


def _cell_view(cell: Cell) -> dict[str, Any]:
    row = cell.row
    error = row.error["detail"] if row is not None and row.error else None
    return {
        "at": list(cell.at),
        "render_id": cell.id,
        # A render that was thrown away for good will not come any more.
        "state": row.state if row is not None else "cancelled",
        "image": image_of(row) if row is not None else None,
        "error": error,
    }


def labels_of(axis: Mapping[str, Any]) -> list[str]:
    """Return the values of an axis in a few letters each."""
    return [_label(value) for value in axis["values"]]


def _label(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    return str(value)


def turned(recipe: Mapping[str, Any], knob: str, value: Any) -> dict[str, Any]:
    """Return a recipe with one knob at another value. Raises `InvalidInput` for no such knob."""
    kind, _, id = knob.partition(".")
    if kind in ("steering", "lora") and id:
        field, name = ("steering", "direction") if kind == "steering" else ("loras", "id")
        terms = recipe.get(field) or []
        if not isinstance(terms, list):
            raise InvalidInput(f"{field} is not a list", expected="a list")
        kept = [term for term in terms if not (isinstance(term, dict) and term.get(name) == id)]
        return {**recipe, field: [*kept, {name: id, "scale": value}]}
    if knob not in SIMPLE:
        raise InvalidInput(f"there is no knob {knob[:60]!r}", expected=KNOBS)
    rest = {name: old for name, old in recipe.items() if name != TWINS.get(knob)}
    if knob == "model":
        rest.pop("weights", None)
    return {**rest, knob: value}


def _places(axes: Sequence[Mapping[str, Any]]) -> list[tuple[int, ...]]:
    return list(itertools.product(*(range(len(axis["values"])) for axis in axes)))


def _refuse_shape(axes: Sequence[Mapping[str, Any]]) -> None:
    knobs = [axis["knob"] for axis in axes]
    if not 1 <= len(axes) <= MOST_AXES or not all(axis["values"] for axis in axes):
        raise InvalidInput("a sweep has one to three axes with values", expected="1 to 3 axes")
    if len({min(knob, TWINS.get(knob, knob)) for knob in knobs}) < len(knobs):
        raise InvalidInput("two axes turn the same knob", expected="a different knob for each axis")
    count = math.prod(len(axis["values"]) for axis in axes)
    if count > MOST_CELLS:
        raise InvalidInput(f"{count:,} cells are too many", expected=f"at most {MOST_CELLS:,}")
