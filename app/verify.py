"""Verify: make a picture once more, and say whether it is the same, or why not."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from app.desk import Desk
from app.jobs import JobFailed, Running
from app.likeness import psnr_db, ssim
from app.storage.tables import RenderRow
from inference.errors import Conflict, RashinError
from inference.messages import Cancelled, Done, Failed, Step
from inference.pictures import pixels
from inference.recipe import Recipe

# Below these, people see the difference when the two are shown one after the other.
ALIKE_DB, ALIKE_SSIM = 35.0, 0.98


class Verifier:
    """Carries out jobs of the kind "verify"."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def refuse(self, id: str) -> RenderRow:
        """Return the render to verify. Raises `UnknownId`, or `Conflict` for one without picture."""
        row = await self.desk.find(id)
        if row.image_sha256 is None:
            raise Conflict(f"this render is {row.state}", expected="a render that has a picture")
        return row

    async def __call__(self, running: Running) -> dict[str, Any]:
        """Render the recipe again, past every cache of pictures, and compare."""
        row = await self.refuse(running.row.arguments["id"])
        recipe, reasons = await self._recipe_now(row.recipe)
        done = await self._made_again(running, recipe)
        running.tell_progress(0.9, "compare")
        sha256 = row.image_sha256 or ""
        stored = self.desk.unsaved_picture(sha256)
        if stored is None:
            stored = await asyncio.to_thread(self.desk.files.get, sha256)
        then, now = row.environment, done.environment
        reasons += differences(then, now)
        return await asyncio.to_thread(_verdict, stored, done.image, reasons) | {
            "environment": {"then": then, "now": now}
        }

    async def _recipe_now(self, recipe: Mapping[str, Any]) -> tuple[Recipe, list[str]]:
        """Return the recipe for what is installed now, and what had to be different."""
        try:
            return await self.desk.canonical(recipe), []
        except Conflict:
            without = {name: value for name, value in recipe.items() if name != "weights"}
            now = await self.desk.canonical(without)
            return now, [f"weights: {recipe['weights']} then, {now.weights} now"]

    async def _made_again(self, running: Running, recipe: Recipe) -> Done:
        running.tell_progress(0.05, "render")
        images = {sha: self.desk.files.get(sha) for sha in recipe.images}
        events = self.desk.client.submit(
            f"verify {running.row.id}", recipe, lane="batch", images=images
        )
        async for event in events:
            if isinstance(event, Step):
                running.tell_progress(0.05 + 0.8 * event.step / event.steps, "render")
            elif isinstance(event, Done):
                return event
            elif isinstance(event, Failed):
                raise event.error
            elif isinstance(event, Cancelled):
                break
        raise JobFailed("the render was cancelled")


def differences(then: Mapping[str, Any] | None, now: Mapping[str, Any]) -> list[str]:
    """Return what is not as it was when the picture was made, in the reader's words."""
    if then is None:
        return ["nobody wrote down where it was made"]
    names = sorted({*then, *now})
    return [
        f"{name}: {_said(then.get(name))} then, {_said(now.get(name))} now"
        for name in names
        if then.get(name) != now.get(name)
    ]


def _said(value: Any) -> str:
    return "nothing" if value is None else str(value)


def _verdict(stored: bytes, made: bytes, reasons: list[str]) -> dict[str, Any]:
    try:
        a, b = pixels(stored), pixels(made)
    except RashinError as error:
        raise JobFailed("a picture cannot be read", hint=error.hint) from error
    if a.shape != b.shape:
        sizes = f"size: {a.shape[1]}×{a.shape[0]} then, {b.shape[1]}×{b.shape[0]} now"
        return {"verdict": "different", "score": 0.0, "psnr_db": 0.0, "reasons": [sizes, *reasons]}
    score, db = ssim(a, b), psnr_db(a, b)
    if (a == b).all():
        # What changed around it changed nothing about it.
        verdict, reasons = "identical", []
    elif db >= ALIKE_DB and score >= ALIKE_SSIM:
        verdict = "perceptually_identical"
    else:
        verdict = "different"
    if verdict != "identical" and not reasons:
        reasons = ["nothing that is written down differs: the weights or the code may have changed"]
    return {
        "verdict": verdict,
        "score": round(score, 5),
        "psnr_db": round(db, 2),
        "reasons": reasons,
    }
