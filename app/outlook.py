"""The outlook of a journey: few frames of it, how much changes where, and the even pace from that."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from app.frames import Frame, Told
from app.jobs import Running
from app.journeys import Glimpse, Journeys, image_of, plan_of, sight_key
from app.judge import Judge
from app.squares import EXPECTED, Squares
from inference.journeys.pace import Timing, Walk, refined, smoothness
from inference.journeys.plan import Plan, cell
from inference.recipe import recipe_id

MOST_SAMPLES, MOST_PER_LEG, LEAST_PER_LEG = 96, 16, 3
ROUNDS = 2
SIDES = (5, 9)
SQUARE = 0.5  # of the progress of a look at a square: all of it first, then its route


class Outlook:
    """The act of looking at a journey; what is seen can be asked for while it goes on."""

    def __init__(self, journeys: Journeys, judge: Judge) -> None:
        self.journeys, self.judge = journeys, judge
        self.squares = Squares(journeys.frames, judge)

    async def __call__(self, job: Running) -> dict[str, Any]:
        """Look at a journey from end to end, then again at an even pace, and keep what was seen."""
        id = job.row.arguments["journey"]
        row = await self.journeys.find(id)
        plan = plan_of(row)
        seen = self.journeys.under_way[id] = Glimpse()
        try:
            await self._stations(plan)
            if not plan.ready:
                return {"journey": id, "smoothness": None}
            square, begun = None, 0.0
            if plan.shape == "grid":
                plan, square = await self._square(job, id, plan, seen)
                begun = SQUARE
            found = await self._look(job, plan, seen, (begun, 1.0))
            await self.journeys.keep_pace(id, found | {"sheet": seen.sheet, "square": square})
            return {"journey": id, "smoothness": found["smoothness"]}
        finally:
            if self.journeys.under_way.get(id) is seen:
                del self.journeys.under_way[id]

    async def _square(
        self, job: Running, id: str, plan: Plan, seen: Glimpse
    ) -> tuple[Plan, dict[str, Any] | None]:
        """Look at the whole square, coarse first; even its sides out; look at it finely."""
        square = None
        seen.sheet = await self._sheet(plan, SIDES[0], _counted(job, (0.0, 0.06), SIDES[0] ** 2))
        if plan.even_square:
            told = _counted(job, (0.06, 0.3), EXPECTED)
            plan, square = await self.squares.evened(plan, told)
            await self.journeys.keep_sides(id, plan)
        seen.sheet = await self._sheet(plan, SIDES[1], _counted(job, (0.3, SQUARE), SIDES[1] ** 2))
        return plan, square

    async def _stations(self, plan: Plan) -> None:
        recipes = [station.whole for station in plan.stations]
        await self.journeys.frames.make(recipes, lambda frame: None)

    async def evened(self, plan: Plan) -> Plan:
        """Return a plan whose square is even where it is to be and nobody has measured it yet."""
        if plan.shape != "grid" or not plan.even_square or plan.sides:
            return plan
        return (await self.squares.evened(plan, lambda _: None))[0]

    async def walk(self, job: Running, plan: Plan, until: float) -> Walk:
        """Look at a plan as the first part of a longer job, whose progress it takes to `until`."""
        found = await self._look(job, plan, Glimpse(), (0.0, until))
        return Walk(tuple(each["place"] for each in found["samples"]), tuple(found["steps"]))

    async def _look(
        self, job: Running, plan: Plan, seen: Glimpse, part: tuple[float, float]
    ) -> dict[str, Any]:
        card = (await self.journeys.desk.models())[plan.stations[0].recipe["model"]]
        judge = Judge.of(card)
        per_leg = max(LEAST_PER_LEG, min(MOST_PER_LEG, MOST_SAMPLES // plan.walks))
        places = [n / per_leg for n in range(per_leg * plan.walks + 1)]
        first = list(places)

        def within(low: float, high: float) -> tuple[float, float]:
            return part[0] + low * (part[1] - part[0]), part[0] + high * (part[1] - part[0])

        frames = await self._made(job, plan, places, seen, within(0.0, 0.5))
        before = await self.judge.steps(judge, [frames[place].sha256 for place in first])
        steps = before
        for again in range(ROUNDS):
            between = refined(places, steps)
            if not between:
                break
            low = 0.5 + 0.1 * again
            frames |= await self._made(job, plan, between, seen, within(low, low + 0.1))
            places = sorted(frames)
            steps = await self.judge.steps(judge, [frames[place].sha256 for place in places])
        walk = Walk(tuple(places), tuple(steps))
        timing = Timing((1.0,) * plan.walks, "even")
        even = [timing.place(walk, plan.walks * n / (len(first) - 1)) for n in range(len(first))]
        paced = await self._made(job, plan, even, seen, within(0.7, 1.0))
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
        }

    async def _sheet(self, plan: Plan, side: int, told: Told) -> dict[str, Any]:
        """Return the pictures over the square of a grid, row by row."""
        models = await self.journeys.desk.models()
        steps = [n / (side - 1) for n in range(side)]
        recipes = [cell(plan, u, v, models) for v in steps for u in steps]
        frames = await self.journeys.frames.make(recipes, told)
        pictures = [image_of(frames[recipe_id(recipe)]) for recipe in recipes]
        return {"side": side, "images": pictures}

    async def _made(
        self,
        job: Running,
        plan: Plan,
        places: Sequence[float],
        seen: Glimpse,
        part: tuple[float, float],
    ) -> dict[float, Frame]:
        recipes = await self.journeys.recipes(plan, places)
        at: dict[str, list[float]] = {}
        for place, recipe in zip(places, recipes, strict=True):
            at.setdefault(recipe_id(recipe), []).append(place)
        count = _counted(job, part, len(at))

        def told(frame: Frame) -> None:
            seen.samples.extend(_sample(place, frame) for place in at[frame.id])
            count(frame)

        frames = await self.journeys.frames.make(recipes, told)
        return {
            place: frames[recipe_id(recipe)] for place, recipe in zip(places, recipes, strict=True)
        }


def _counted(job: Running, part: tuple[float, float], total: int) -> Told:
    """Tell a job how far it is while `total` frames take its progress through a part of it."""
    done, begun_s = 0, time.monotonic()

    def told(_: Frame) -> None:
        nonlocal done
        done += 1
        share = min(done / total, 1.0)
        rate = (time.monotonic() - begun_s) / share / (part[1] - part[0])
        progress = part[0] + share * (part[1] - part[0])
        job.tell_progress(progress, f"frame {done} of {total}", round(rate * (1 - progress), 1))

    return told


def _sample(place: float, frame: Frame) -> dict[str, Any]:
    return {"place": round(place, 6), "recipe_id": frame.id, "image": image_of(frame)}


def _rounded(steps: Sequence[float]) -> list[float]:
    return [round(step, 6) for step in steps]
