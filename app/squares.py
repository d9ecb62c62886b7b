"""Squares whose sides are even: equal ways along u, and along v, change the picture equally much."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.frames import Frames, Told
from app.judge import Judge
from inference.journeys.pace import between_knots, even_times, refined, smoothness
from inference.journeys.plan import Plan, Side, cell
from inference.recipe import recipe_id

# Both edges and the middle: by the middle alone the rest of the square gains nothing (measured).
LINES = (0.0, 0.5, 1.0)
PROBES, KNOTS, ROUNDS = 9, 17, 2
EXPECTED = 160


class Squares:
    """Finds where equal shares of what changes lie along the sides of a square."""

    def __init__(self, frames: Frames, judge: Judge) -> None:
        self.frames, self.judge = frames, judge

    async def evened(self, plan: Plan, told: Told) -> tuple[Plan, dict[str, Any]]:
        """Return the plan with even sides, and how smooth u and v are before and after.

        `told` hears of each frame; there are about `EXPECTED` of them.

        Along each side frames on three lines are looked at, their changes averaged and the running
        sum inverted, with a closer look wherever more than twice the median changes.
        """
        bare = plan.model_copy(update={"sides": {}})
        sides: dict[Side, tuple[float, ...]] = {}
        smooth: dict[str, Any] = {}
        plain = [n / (PROBES - 1) for n in range(PROBES)]
        for side in ("u", "v"):
            at, lines = plain, await self._changes(bare, side, plain, told)
            before = _smooth(lines)
            for _ in range(ROUNDS):
                between = refined(at, _mean(lines))
                if not between:
                    break
                at = sorted([*at, *between])
                lines = await self._changes(bare, side, at, told)
            knots = tuple(round(place, 4) for place in even_times(at, _mean(lines), KNOTS))
            spread = [between_knots(knots, share) for share in plain]
            after = _smooth(await self._changes(bare, side, spread, told))
            smooth[side] = {"before": round(before, 4), "after": round(after, 4)}
            sides[side] = knots
        return plan.model_copy(update={"sides": sides}), smooth

    async def _changes(
        self, plan: Plan, side: Side, at: Sequence[float], told: Told
    ) -> list[list[float]]:
        models = await self.frames.desk.models()
        judge = self.judge.of(models[plan.stations[0].recipe["model"]])
        spots = [[(x, y) if side == "u" else (y, x) for x in at] for y in LINES]
        recipes = [[cell(plan, u, v, models) for u, v in line] for line in spots]
        made = await self.frames.make([each for line in recipes for each in line], told)
        return [
            await self.judge.steps(judge, [made[recipe_id(each)].sha256 for each in line])
            for line in recipes
        ]


def _mean(lines: Sequence[Sequence[float]]) -> list[float]:
    return [sum(steps) / len(steps) for steps in zip(*lines, strict=True)]


def _smooth(lines: Sequence[Sequence[float]]) -> float:
    return sum(smoothness(line) for line in lines) / len(lines)
