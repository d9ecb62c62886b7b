"""The outlook of a journey: few frames of it, how much changes where, and the even pace from that."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from app.frames import Frame
from app.jobs import Running
from app.journeys import Journeys, image_of, plan_of, sight_key
from app.judge import Judge
from inference.journeys.pace import Timing, Walk, refined, smoothness
from inference.journeys.plan import Plan, cell
from inference.recipe import recipe_id

MOST_SAMPLES, MOST_PER_LEG, LEAST_PER_LEG = 96, 16, 3
ROUNDS = 2
SIDES = (5, 9)


class Outlook:
    """The act of looking at a journey; what is seen can be asked for while it goes on."""

    def __init__(self, journeys: Journeys, judge: Judge) -> None:
        self.journeys, self.judge = journeys, judge

    async def __call__(self, job: Running) -> dict[str, Any]:
        """Look at a journey from end to end, then again at an even pace, and keep what was seen."""
        id = job.row.arguments["journey"]
        row = await self.journeys.find(id)
        plan = plan_of(row)
        seen: list[dict[str, Any]] = []
        self.journeys.under_way[id] = seen
        try:
            await self._stations(plan)
            if not plan.ready:
                return {"journey": id, "smoothness": None}
            found = await self._look(job, plan, seen)
            await self.journeys.keep_pace(id, found)
            return {"journey": id, "smoothness": found["smoothness"]}
        finally:
            if self.journeys.under_way.get(id) is seen:
                del self.journeys.under_way[id]

    async def _stations(self, plan: Plan) -> None:
        recipes = [station.whole for station in plan.stations]
        await self.journeys.frames.make(recipes, lambda frame: None)

    async def walk(self, job: Running, plan: Plan, until: float) -> Walk:
        """Look at a plan as the first part of a longer job, whose progress it takes to `until`."""
        found = await self._look(job, plan, [], until)
        return Walk(tuple(each["place"] for each in found["samples"]), tuple(found["steps"]))

    async def _look(
        self, job: Running, plan: Plan, seen: list[dict[str, Any]], until: float = 1.0
    ) -> dict[str, Any]:
        card = (await self.journeys.desk.models())[plan.stations[0].recipe["model"]]
        judge = Judge.of(card)
        sheet = await self._sheet(job, plan)
        per_leg = max(LEAST_PER_LEG, min(MOST_PER_LEG, MOST_SAMPLES // plan.walks))
        places = [n / per_leg for n in range(per_leg * plan.walks + 1)]
        first = list(places)
        frames = await self._made(job, plan, places, seen, (0.0, 0.5 * until))
        before = await self.judge.steps(judge, [frames[place].sha256 for place in first])
        steps = before
        for again in range(ROUNDS):
            between = refined(places, steps)
            if not between:
                break
            low = 0.5 + 0.1 * again
            frames |= await self._made(job, plan, between, seen, (low * until, (low + 0.1) * until))
            places = sorted(frames)
            steps = await self.judge.steps(judge, [frames[place].sha256 for place in places])
        walk = Walk(tuple(places), tuple(steps))
        timing = Timing((1.0,) * plan.walks, "even")
        even = [timing.place(walk, plan.walks * n / (len(first) - 1)) for n in range(len(first))]
        paced = await self._made(job, plan, even, seen, (0.7 * until, until))
        after = await self.judge.steps(judge, [paced[place].sha256 for place in even])
        return {
            "key": sight_key(plan),
            "judge": judge,
            "samples": [_sample(place, frames[place]) for place in places],
            "steps": [round(step, 6) for step in steps],
            "even": [_sample(place, paced[place]) for place in even],
            "change": {"before": _rounded(before), "after": _rounded(after)},
            "smoothness": {
                "before": round(smoothness(before), 4),
                "after": round(smoothness(after), 4),
            },
            "sheet": sheet,
        }

    async def _sheet(self, job: Running, plan: Plan) -> dict[str, Any] | None:
        """Return the pictures over the square of a grid: five by five first, then finer."""
        if plan.shape != "grid":
            return None
        models = await self.journeys.desk.models()
        found: dict[str, Any] = {}
        for side in SIDES:
            steps = [n / (side - 1) for n in range(side)]
            recipes = [cell(plan, u, v, models) for v in steps for u in steps]
            frames = await self.journeys.frames.make(recipes, lambda frame: None)
            pictures = [image_of(frames[recipe_id(recipe)]) for recipe in recipes]
            found = {"side": side, "images": pictures}
            job.tell_progress(0.0, f"{side}×{side}")
        return found

    async def _made(
        self,
        job: Running,
        plan: Plan,
        places: Sequence[float],
        seen: list[dict[str, Any]],
        part: tuple[float, float],
    ) -> dict[float, Frame]:
        recipes = await self.journeys.recipes(plan, places)
        at: dict[str, list[float]] = {}
        for place, recipe in zip(places, recipes, strict=True):
            at.setdefault(recipe_id(recipe), []).append(place)
        done, begun_s = 0, time.monotonic()

        def told(frame: Frame) -> None:
            nonlocal done
            done += 1
            seen.extend(_sample(place, frame) for place in at[frame.id])
            share = done / len(at)
            progress = part[0] + share * (part[1] - part[0])
            spent_s = time.monotonic() - begun_s
            left_s = spent_s * (1 - share) / share + spent_s / share * (1 - part[1])
            job.tell_progress(progress, f"frame {done} of {len(at)}", round(left_s, 1))

        frames = await self.journeys.frames.make(recipes, told)
        return {
            place: frames[recipe_id(recipe)] for place, recipe in zip(places, recipes, strict=True)
        }


def _sample(place: float, frame: Frame) -> dict[str, Any]:
    return {"place": round(place, 6), "recipe_id": frame.id, "image": image_of(frame)}


def _rounded(steps: Sequence[float]) -> list[float]:
    return [round(step, 6) for step in steps]
