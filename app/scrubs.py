"""Scrubbing: every step of a picture on its way out of noise, and of a real one on its way in."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.likeness import mean_difference
from inference.errors import Overloaded, RashinError, WorkerUnavailable
from inference.expressions.grammar import parse
from inference.expressions.nodes import Noise, Picture
from inference.maps.files import MapFolder
from inference.messages import Cancelled, Done, Failed, Step
from inference.pictures import pixels
from inference.recipe import Recipe

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from app.desk import Desk
    from app.maps import Maps

AT_ONCE, MOST_WAITING = 2, 8
WITHIN_S = 300.0
# A model that noises a picture by many steps is asked for no more frames than these.
MOST_NOISED = 24


@dataclass(frozen=True)
class Frame:
    """One picture on the way; `t` is how much noise it holds, where that is known."""

    step: int
    steps: int
    kind: str
    png: bytes
    t: float | None = None


class Scrubs:
    """Walks recipes with every step kept; nothing of it enters the history."""

    def __init__(self, desk: Desk, maps: Maps) -> None:
        self.desk, self.client, self.files, self.maps = desk, desk.client, desk.files, maps
        self._places = asyncio.Semaphore(AT_ONCE)
        self._waiting = 0

    async def scrub(self, recipe: Recipe) -> dict[str, Any]:
        """Return the pictures of all steps, where they lie on a map, and what guidance changed."""
        async with self._place():
            card = (await self.desk.models())[recipe.model]
            images = {sha: self.files.get(sha) for sha in sorted(recipe.images)}
            denoised = await self._walk(recipe, images)
            noised = await self._noised(recipe, card, images, len(denoised))
            plain = await self._without_guidance(recipe, card, images)
            map, marks = await self._marks(recipe, [*noised, *denoised, *(plain or [])])
            shown = [
                await self._view(frame, marks.get(frame.png)) for frame in [*noised, *denoised]
            ]
            return {
                "recipe": recipe.model_dump(mode="json"),
                "steps": shown,
                "without_guidance": None
                if plain is None
                else [await self._view(frame, marks.get(frame.png)) for frame in plain],
                "guidance_change": None
                if plain is None
                else await asyncio.to_thread(_changes, denoised, plain),
                "map": map,
            }

    @asynccontextmanager
    async def _place(self) -> AsyncIterator[None]:
        if self._waiting >= MOST_WAITING:
            raise Overloaded("many pictures are being taken apart", retry_after_s=5)
        self._waiting += 1
        try:
            async with self._places:
                yield
        finally:
            self._waiting -= 1

    async def _walk(self, recipe: Recipe, images: dict[str, bytes]) -> list[Frame]:
        frames: list[Frame] = []
        events = self.client.submit(
            f"scrub {secrets.token_hex(8)}", recipe, lane="interactive", previews=True,
            images=images,
        )  # fmt: skip
        try:
            async with asyncio.timeout(WITHIN_S):
                async for event in events:
                    if isinstance(event, Step) and event.preview is not None:
                        frames.append(Frame(event.step, event.steps, "denoise", event.preview))
                    elif isinstance(event, Done):
                        last = max([frame.step for frame in frames], default=0) + 1
                        # The last step shows the finished picture.
                        step = max(last, frames[-1].steps if frames else 1)
                        frames.append(Frame(step, step, "denoise", event.image))
                    elif isinstance(event, Failed):
                        raise event.error
                    elif isinstance(event, Cancelled):
                        raise WorkerUnavailable("the walk was cancelled", hint="try again")
        except TimeoutError:
            raise WorkerUnavailable("the walk takes too long", retry_after_s=10) from None
        return frames

    async def _without_guidance(
        self, recipe: Recipe, card: Any, images: dict[str, bytes]
    ) -> list[Frame] | None:
        limits = card.get("guidance_scale") or {"min": 1.0, "max": 1.0}
        if recipe.guidance_scale == 1 or not limits["min"] <= 1 <= limits["max"]:
            return None
        said = recipe.model_dump(mode="json") | {"guidance_scale": 1.0}
        return await self._walk(await self.desk.canonical(said), images)

    async def _noised(
        self, recipe: Recipe, card: Any, images: dict[str, bytes], steps: int
    ) -> list[Frame]:
        """Return the way of the real picture into noise, if the recipe begins at one."""
        tree = parse(recipe.noise)
        image, end = recipe.image, recipe.strength or 1.0
        if image is None and isinstance(tree, Picture):
            image = tree.sha256
        if image is None or not (card.get("image_to_image") or card.get("inversions")):
            return []
        count = max(2, min(steps, MOST_NOISED))
        ts = [round(end * at / count, 4) for at in range(count + 1)]
        answer = await self.client.call(
            "noised", model=recipe.model, image=images[image], ts=ts,
            seed=tree.seed if isinstance(tree, Noise) else 0,
            width=recipe.width, height=recipe.height,
        )  # fmt: skip
        return [
            Frame(at, count, "noise", png, t)
            for at, (t, png) in enumerate(zip(ts, answer["images"], strict=True))
        ]

    async def _marks(
        self, recipe: Recipe, frames: Sequence[Frame]
    ) -> tuple[str | None, dict[bytes, list[float]]]:
        """Return a map and where the pictures lie on it; (None, {}) where no map can say."""
        map = self._map_for(recipe.model)
        if map is None:
            return None, {}
        marks: dict[bytes, list[float]] = {}
        for png in dict.fromkeys(frame.png for frame in frames):
            try:
                placed = await self.client.call("map_place", map=str(map.folder), image=png)
            except RashinError:
                return None, {}
            marks[png] = [round(placed["x"], 5), round(placed["y"], 5)]
        return map.id, marks

    def _map_for(self, model: str) -> MapFolder | None:
        found = self.maps.all()
        own = [map for map in found if map.info["model"] == model]
        return next(iter([*own, *found]), None)

    async def _view(self, frame: Frame, xy: list[float] | None) -> dict[str, Any]:
        sha256 = await asyncio.to_thread(self.files.put, frame.png)
        width, height = int.from_bytes(frame.png[16:20]), int.from_bytes(frame.png[20:24])
        url = f"/api/v1/images/{sha256}.png"
        return {
            "step": frame.step,
            "steps": frame.steps,
            "kind": frame.kind,
            "t": frame.t,
            "image": {"url": url, "sha256": sha256, "width": width, "height": height},
            "xy": xy,
        }


def _changes(guided: Sequence[Frame], plain: Sequence[Frame]) -> list[dict[str, Any]]:
    """Return by how much each step differs from the same step without guidance, 0 to 1."""
    others = {frame.step: pixels(frame.png) for frame in plain}
    return [
        {
            "step": frame.step,
            "mean_abs": round(mean_difference(pixels(frame.png), others[frame.step]), 5),
        }
        for frame in guided
        if frame.step in others
    ]
