"""Pictures that somebody waits for: ask the desk, wait, and return the bytes."""

from __future__ import annotations

import asyncio

from app.active import Active
from app.desk import Desk
from app.storage.tables import RenderRow
from inference.errors import WorkerUnavailable, from_json
from inference.recipe import Recipe


async def picture_of(desk: Desk, recipe: Recipe, within_s: float) -> tuple[RenderRow, bytes]:
    """Render a recipe, ahead of batch work, and wait for its picture.

    Raises what the render raises, and `WorkerUnavailable` when it takes longer.
    """
    found = await desk.accept(recipe, lane="interactive")
    if isinstance(found, Active):
        try:
            await asyncio.wait_for(found.settled.wait(), within_s)
        except TimeoutError:
            raise WorkerUnavailable(
                "the picture takes too long", hint="try again soon", retry_after_s=5
            ) from None
        row = found.row
        if found.picture is not None:
            return row, found.picture
    else:
        row = found
    if row.error is not None:
        raise from_json(row.error)
    if row.image_sha256 is None:
        raise WorkerUnavailable("the render was cancelled", hint="try again", retry_after_s=1)
    return row, await asyncio.to_thread(desk.files.get, row.image_sha256)
