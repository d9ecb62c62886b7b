"""A film is a function of its journey: stations that are recipes, and how to go from one to the next."""

from __future__ import annotations

import itertools
import json
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from inference.errors import InvalidInput, RashinError
from inference.expressions.blends import blend_of
from inference.journeys.curves import Curve, corner_weights, expression, leg_weights
from inference.journeys.pace import Ease, Pace, Timing, between_knots
from inference.recipe import ModelCard, Recipe, normalise

MOST_STATIONS, MOST_ROUTE = 64, 200
# What every frame has in common: the first station decides, unless the journey does.
SHARED = ("steps", "sampler", "width", "height", "negative_prompt", "weighted", "image")
PARTS = ("prompt", "noise", "steering", "guidance")
SNAKE = ((0.0, 0.0), (1.0, 0.0), (1.0, 0.5), (0.0, 0.5), (0.0, 1.0), (1.0, 1.0))
Unit = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Part = Literal["prompt", "noise", "steering", "guidance"]
Side = Literal["u", "v"]


class Strict(BaseModel):
    """What a person or a file says, and nothing else."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Station(Strict):
    """A stop: its recipe, and where it was taken from (a render, a place, a picture, words)."""

    recipe: dict[str, Any]
    source: dict[str, Any] = {}

    @property
    def whole(self) -> Recipe:
        """Return the recipe, once it is settled."""
        return Recipe.model_validate_json(json.dumps(self.recipe))


class Leg(Strict):
    """The way from one station to the next.

    `curve` holds for every component that `parts` does not name: prompt, noise, steering (also
    LoRAs and strength), guidance.
    """

    curve: Curve = "arc"
    seconds: Annotated[float, Field(ge=0.1, le=120)] = 2.0
    parts: dict[Part, Curve] = {}

    def of(self, part: Part) -> Curve:
        """Return the curve of a component."""
        return self.parts.get(part, self.curve)


class Attention(Strict):
    """Let frames look through their stations' eyes (attention interpolation); see docs/journeys.md."""

    way: Literal["fused_outer", "outer", "fused_inner", "inner"] = "fused_outer"
    warmup: Annotated[float, Field(gt=0, le=1)] | None = None


class Plan(Strict):
    """A journey in full; `settle` makes one out of what was said.

    A `line` passes its stations one after another; a `grid` has four, its corners, and walks along
    `route` over the square between them. `beats` are the seconds at which stations after the first
    are reached; they take the place of the legs' own seconds.
    """

    shape: Literal["line", "grid"] = "line"
    stations: Annotated[tuple[Station, ...], Field(max_length=MOST_STATIONS)] = ()
    legs: Annotated[tuple[Leg, ...], Field(max_length=MOST_STATIONS)] = ()
    loop: bool = False
    pace: Pace = "even"
    ease: Ease = "linear"
    pause_s: Annotated[float, Field(ge=0, le=30)] = 0.0
    fps: Annotated[float, Field(ge=1, le=60)] = 24.0
    beats: Annotated[tuple[float, ...], Field(max_length=MOST_STATIONS)] = ()
    route: Annotated[tuple[tuple[Unit, Unit], ...], Field(max_length=MOST_ROUTE)] = ()
    attention: Attention | None = None
    # A square whose sides are evened: where equal shares of what changes lie along u and along v,
    # as an outlook measured them; nothing where nobody has looked yet.
    even_square: bool = False
    sides: dict[Side, Annotated[tuple[Unit, ...], Field(min_length=2, max_length=65)]] = {}
    # How far apart neighbouring stations are, per component; where a spline puts its knots.
    spans: dict[Literal["prompt", "noise"], tuple[float, ...]] = {}

    @property
    def walks(self) -> int:
        """Return how many legs the walk has: places run from 0 to this."""
        if self.shape == "grid":
            return len(self.route) - 1
        return len(self.stations) if self.loop else len(self.stations) - 1

    @property
    def ready(self) -> bool:
        """Whether there is a walk at all."""
        return len(self.stations) == 4 if self.shape == "grid" else len(self.stations) >= 2

    @property
    def timing(self) -> Timing:
        """Return when the walk is where, as far as the plan decides it."""
        if self.shape == "grid":
            lengths = [math.dist(a, b) for a, b in itertools.pairwise(self.route)]
            whole = sum(leg.seconds for leg in self.legs)
            seconds = tuple(whole * one / sum(lengths) for one in lengths)
            closed = self.route[0] == self.route[-1]
            return Timing(seconds, self.pace, self.ease, 0.0, closed)
        seconds = tuple(leg.seconds for leg in self.legs)
        if self.beats:
            seconds = tuple(b - a for a, b in itertools.pairwise((0.0, *self.beats)))
        return Timing(seconds, self.pace, self.ease, self.pause_s, self.loop)


def settle(said: Mapping[str, Any], models: Mapping[str, ModelCard]) -> Plan:
    """Turn what was said into a journey whose stations share model, size, steps and sampler.

    Raises what is wrong with a station, by its number, and `InvalidInput`.
    """
    try:
        plan = Plan.model_validate(said)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise InvalidInput(f"{where}: {first['msg'].lower()}", expected="a journey") from error
    stations = _aligned(plan.stations, models)
    if plan.shape == "grid":
        if len(stations) > 4:
            raise InvalidInput(f"a grid has four corners, not {len(stations)}", expected="4")
        route = plan.route if len(plan.route) >= 2 else SNAKE
        kept = [route[0], *(b for a, b in itertools.pairwise(route) if a != b)]
        if len(kept) < 2:
            raise InvalidInput("the route stays at one place", expected="two places or more")
        legs = plan.legs[:1] or (Leg(seconds=8.0),)
        return plan.model_copy(
            update={"stations": stations, "legs": legs, "route": tuple(kept), "loop": False,
                    "beats": (), "pause_s": 0.0, "sides": _sides(plan)}
        )  # fmt: skip
    count = len(stations) if plan.loop else max(len(stations) - 1, 0)
    legs = (*plan.legs, *[plan.legs[-1] if plan.legs else Leg()] * count)[:count]
    _refuse_beats(plan, count)
    return plan.model_copy(update={"stations": stations, "legs": legs, "route": (), "sides": {}})


def _sides(plan: Plan) -> dict[Side, tuple[float, ...]]:
    for side, knots in plan.sides.items():
        if (knots[0], knots[-1]) != (0, 1) or any(b < a for a, b in itertools.pairwise(knots)):
            raise InvalidInput(f"side {side} does not rise from 0 to 1", expected="rising numbers")
    return plan.sides if plan.even_square else {}


def _refuse_beats(plan: Plan, count: int) -> None:
    if not plan.beats:
        return
    if len(plan.beats) != count:
        raise InvalidInput(
            f"{len(plan.beats)} beats for {count} legs", expected="one beat for the end of each leg"
        )
    if any(b - a < 0.1 for a, b in itertools.pairwise((0.0, *plan.beats))):
        raise InvalidInput("beats follow each other in time", expected="0.1 s or more between two")


def _aligned(stations: Sequence[Station], models: Mapping[str, ModelCard]) -> tuple[Station, ...]:
    settled: list[Station] = []
    for place, station in enumerate(stations):
        recipe = dict(station.recipe)
        if settled:
            first = settled[0].recipe
            if recipe.get("model") != first["model"]:
                raise InvalidInput(
                    f"station {place + 1} is of {str(recipe.get('model'))[:60]!r}",
                    expected=f"{first['model']}, as the first station",
                    hint="a journey stays within one model",
                )
            if recipe.get("image", first.get("image")) != first.get("image"):
                raise InvalidInput(
                    f"station {place + 1} begins at another picture than the first",
                    hint="send pictures as stations: they become noise that can be walked through",
                )
            recipe = {name: value for name, value in recipe.items() if name not in SHARED}
            recipe |= {name: first[name] for name in SHARED if name in first}
        try:
            whole = normalise(recipe, models)
        except RashinError as error:
            raise type(error)(
                f"station {place + 1}: {error.detail}", expected=error.expected,
                hint=error.hint, position=error.position,
            ) from error  # fmt: skip
        settled.append(Station(recipe=whole.model_dump(mode="json"), source=station.source))
    return tuple(settled)


def frame(plan: Plan, place: float, models: Mapping[str, ModelCard]) -> Recipe:
    """Return the recipe of a place from 0 to `plan.walks`; at a station it is the station's own."""
    if not plan.ready:
        raise InvalidInput(
            "there is nowhere to go yet",
            expected="four corners" if plan.shape == "grid" else "two stations or more",
        )
    place = min(max(place, 0.0), float(plan.walks))
    leg = min(int(place), plan.walks - 1)
    # Four decimals of a leg are finer than any film, and let films share frames.
    t = round(place - leg, 4)
    if plan.shape == "grid":
        (u0, v0), (u1, v1) = plan.route[leg], plan.route[leg + 1]
        u, v = (round(a + t * (b - a), 4) for a, b in ((u0, u1), (v0, v1)))
        return cell(plan, u, v, models)
    one = plan.legs[leg]
    count = len(plan.stations)

    def weights(part: Part) -> dict[int, float]:
        spans = plan.spans.get(part, ()) if part in ("prompt", "noise") else ()
        return leg_weights(one.of(part), t, leg, count, loop=plan.loop, spans=spans)

    return _mixed(plan, weights, one.of, models)


def cell(plan: Plan, u: float, v: float, models: Mapping[str, ModelCard]) -> Recipe:
    """Return the recipe at (u, v) in [0, 1]² between the four corners of a grid.

    Where its sides are evened, (u, v) are shares of what changes along them.
    """
    u, v = (
        round(between_knots(plan.sides[side], share), 4) if side in plan.sides else share
        for side, share in (("u", u), ("v", v))
    )
    listed = dict(enumerate(corner_weights(u, v)))
    weights = {corner: weight for corner, weight in listed.items() if weight > 0}
    return _mixed(plan, lambda _: weights, lambda _: "mix", models)


def _mixed(
    plan: Plan,
    weights: Callable[[Part], dict[int, float]],
    curve: Callable[[Part], Curve],
    models: Mapping[str, ModelCard],
) -> Recipe:
    recipes = [station.recipe for station in plan.stations]
    prompt, noise = weights("prompt"), weights("noise")
    made = dict(recipes[0])
    made["conditioning"] = expression(
        {n: each["conditioning"] for n, each in enumerate(recipes)}, prompt, curve("prompt")
    )
    made["noise"] = expression(
        {n: each["noise"] for n, each in enumerate(recipes)}, noise, curve("noise")
    )
    made["guidance_scale"] = _between(
        [each["guidance_scale"] for each in recipes], weights("guidance")
    )
    sliders = weights("steering")
    made["steering"] = _terms(recipes, "steering", "direction", sliders)
    if any(each.get("loras") for each in recipes):
        made["loras"] = _terms(recipes, "loras", "id", sliders)
    if recipes[0].get("strength") is not None:
        made["strength"] = _between([each["strength"] for each in recipes], sliders)
    ends = {
        len(found.points) for found in map(blend_of, (made["conditioning"], made["noise"])) if found
    }
    # Words and noise that bend through different numbers of stations have no pairs to look at.
    if plan.attention is not None and len(ends) == 1:
        made["attention"] = plan.attention.model_dump()
    return normalise(made, models)


def _between(values: Sequence[float], weights: Mapping[int, float]) -> float:
    """Return a number between those of the stations that count, however a spline may swing."""
    counted = [values[station] for station in weights]
    found = sum(weight * values[station] for station, weight in weights.items())
    return min(max(found, min(counted)), max(counted))


def _terms(
    recipes: Sequence[Mapping[str, Any]], field: str, key: str, weights: Mapping[int, float]
) -> list[dict[str, Any]]:
    scales = [
        {term[key]: float(term["scale"]) for term in each.get(field) or ()} for each in recipes
    ]
    names = sorted({name for station in weights for name in scales[station]})
    return [
        {key: name, "scale": _between([each.get(name, 0.0) for each in scales], weights)}
        for name in names
    ]


def plan_json(plan: Plan) -> str:
    """Return the one way to write a journey: sorted keys, no spaces."""
    return json.dumps(
        plan.model_dump(mode="json"), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
