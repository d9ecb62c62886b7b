"""When to be where: even pace, easing, pauses, and how smooth a walk is."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from inference.errors import InvalidInput

Ease = Literal["linear", "in", "out", "in_out"]
Pace = Literal["even", "legs", "given"]
# A leg on which nothing changes still takes a moment: this share of an even part.
LEAST_SHARE = 0.02
NOTHING = 1e-9
REFINE_ABOVE = 2.0  # medians


@dataclass(frozen=True)
class Walk:
    """A walk that was looked at: places (0 … legs, rising) and how much changed from each to the
    next. Distances are lengths: those of two halves of a stretch add up to that of the whole.
    """

    places: tuple[float, ...]
    steps: tuple[float, ...]

    def leg(self, leg: int) -> Walk:
        """Return the part of one leg, its places from 0 to 1."""
        inside = [n for n, at in enumerate(self.places) if leg <= at <= leg + 1]
        places = tuple(self.places[n] - leg for n in inside)
        return Walk(places, tuple(self.steps[n] for n in inside[:-1]))

    @property
    def length(self) -> float:
        """Return how much changes over all of it."""
        return sum(self.steps)


def even_times(times: Sequence[float], steps: Sequence[float], n: int) -> list[float]:
    """Return n times at which a walk changes by equal amounts.

    `times` (m) are those of probe frames, `steps` (m − 1) how much each differs from the one
    before. Inverts the cumulative sum piecewise linearly, as perceptually uniform sampling does
    (IMPUS, DiffMorpher).
    """
    if n < 2:
        raise InvalidInput("an even walk has two times or more", expected="n of at least 2")
    return [even_time(times, steps, i / (n - 1)) for i in range(n)]


def even_time(times: Sequence[float], steps: Sequence[float], share: float) -> float:
    """Return the time at which a share in [0, 1] of all change is done."""
    if len(times) != len(steps) + 1 or len(times) < 2:
        raise InvalidInput(
            "one step between each two times is needed", expected="m times, m − 1 steps"
        )
    if share <= 0 or share >= 1:
        # Also where nothing changes at an end: a film shows both.
        return times[0] if share <= 0 else times[-1]
    total = list(itertools.accumulate([0.0, *(max(step, 0.0) for step in steps)]))
    if total[-1] <= NOTHING:
        return times[0] + (times[-1] - times[0]) * share
    goal = total[-1] * share
    j = min(max(bisect.bisect_left(total, goal), 1), len(total) - 1)
    width = total[j] - total[j - 1]
    part = min(max((goal - total[j - 1]) / width, 0.0), 1.0) if width > 0 else 0.0
    return times[j - 1] + part * (times[j] - times[j - 1])


def between_knots(knots: Sequence[float], share: float) -> float:
    """Return the value at a share in [0, 1] of the way through knots, straight between two."""
    at = min(max(share, 0.0), 1.0) * (len(knots) - 1)
    n = min(int(at), len(knots) - 2)
    return knots[n] + (at - n) * (knots[n + 1] - knots[n])


def refined(times: Sequence[float], steps: Sequence[float]) -> list[float]:
    """Return the middles of stretches over which twice as much changes as over the median one."""
    if not steps:
        return []
    median = sorted(steps)[len(steps) // 2]
    return [
        (times[n] + times[n + 1]) / 2
        for n, step in enumerate(steps)
        if step > REFINE_ABOVE * median > 0
    ]


def gini(values: Sequence[float]) -> float:
    """Return how unequal non-negative values are: 0 all the same, towards 1 one has everything."""
    ordered, n = sorted(values), len(values)
    total = sum(ordered)
    if n == 0 or total <= 0:
        return 0.0
    ranked = sum((i + 1) * value for i, value in enumerate(ordered))
    return max(0.0, 2 * ranked / (n * total) - (n + 1) / n)


def smoothness(steps: Sequence[float]) -> float:
    """Return 1 − Gini of the steps of a walk: 1 where each changes the picture equally."""
    return 1 - gini(steps)


def eased(ease: Ease, x: float) -> float:
    """Return how far along a walk is when a share x in [0, 1] of its time is over."""
    if ease == "in":
        return x * x
    if ease == "out":
        return x * (2 - x)
    return x * x * (3 - 2 * x) if ease == "in_out" else x


def leg_seconds(pace: Pace, seconds: Sequence[float], walk: Walk | None) -> list[float]:
    """Return how long each leg takes: as given, or by how much changes on it."""
    if pace != "even" or walk is None or walk.length <= NOTHING:
        return list(seconds)
    total, lengths = sum(seconds), [walk.leg(leg).length for leg in range(len(seconds))]
    least = LEAST_SHARE * sum(lengths) / len(lengths)
    shares = [max(length, least) for length in lengths]
    return [total * share / sum(shares) for share in shares]


@dataclass(frozen=True)
class Timing:
    """How a walk over legs is played: how long each takes, pace, easing, pauses at stations."""

    seconds: tuple[float, ...]
    pace: Pace = "even"
    ease: Ease = "linear"
    pause_s: float = 0.0
    loop: bool = False

    def total_s(self) -> float:
        """Return the length of the film in seconds."""
        stops = len(self.seconds) + (0 if self.loop else 1)
        return sum(self.seconds) + self.pause_s * stops

    def place(self, walk: Walk | None, second: float) -> float:
        """Return where the walk is at a moment of the film: 0 … legs.

        Between two pauses lies one run, and easing is over a run: over a leg where there are
        pauses, over all of it where there are none.
        """
        seconds = leg_seconds(self.pace, self.seconds, walk)
        legs = len(seconds)
        if second >= self.total_s():
            return float(legs)
        if self.pause_s <= 0:
            return self._within(walk, seconds, 0, legs, second)
        for leg, length in enumerate(seconds):
            if second < self.pause_s:
                return float(leg)
            second -= self.pause_s
            if second < length:
                return self._within(walk, seconds, leg, leg + 1, second)
            second -= length
        return float(legs)

    def _within(
        self, walk: Walk | None, seconds: Sequence[float], start: int, end: int, second: float
    ) -> float:
        total = sum(seconds[start:end])
        left = total * eased(self.ease, min(max(second / total, 0.0), 1.0))
        for leg in range(start, end):
            if left < seconds[leg] or leg == end - 1:
                share = min(max(left / seconds[leg], 0.0), 1.0)
                if walk is None or self.pace == "given":
                    return leg + share
                part = walk.leg(leg)
                return leg + even_time(part.places, part.steps, share)
            left -= seconds[leg]
        return float(end)

    def places(self, walk: Walk | None, fps: float) -> list[float]:
        """Return where each frame of the film is; a loop does not show its first one twice."""
        total = self.total_s()
        n = max(2, round(total * fps))
        last = n if self.loop else n - 1
        return [self.place(walk, total * i / last) for i in range(n)]
