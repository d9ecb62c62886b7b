"""Journeys as they go over the wire."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from app.film_files import Format
from app.schemas import Input, Job, Picture, RecipeInput
from inference.journeys.curves import Curve
from inference.journeys.pace import Ease, Pace
from inference.journeys.plan import MOST_ROUTE, MOST_STATIONS, Part, Unit

Seconds = Annotated[float, Field(ge=0.1, le=120)]


class StationInput(Input):
    """What a station is; one of recipe, render, map (with x and y, or point), image, prompt,
    expression."""

    recipe: RecipeInput | None = None
    source: dict[str, str | float | int | bool | dict[str, float] | None] | None = Field(
        default=None, max_length=12, description="Where a recipe was taken from; kept as it is"
    )
    render: str | None = Field(default=None, max_length=128)
    map: str | None = Field(default=None, max_length=128)
    x: float | None = Field(default=None, ge=-1e9, le=1e9, allow_inf_nan=False)
    y: float | None = Field(default=None, ge=-1e9, le=1e9, allow_inf_nan=False)
    point: int | None = Field(default=None, ge=0, le=2**31)
    image: str | None = Field(default=None, pattern="^[0-9a-f]{64}$")
    method: str | None = Field(default=None, max_length=100)
    prompt: str | None = Field(default=None, max_length=2_000)
    expression: str | None = Field(default=None, max_length=16_000)
    model: str | None = Field(default=None, max_length=200)
    seed: int | None = Field(default=None, ge=0, le=2**31 - 1)


class LegInput(Input):
    """The way to the next station; `parts` names components that go by a curve of their own."""

    curve: Curve = "arc"
    seconds: Seconds = 2.0
    parts: dict[Part, Curve] = Field(default={})


class AttentionInput(Input):
    """Attention interpolation, for models that offer it (`attention` on their card)."""

    way: Literal["fused_outer", "outer", "fused_inner", "inner"] = "fused_outer"
    warmup: float | None = Field(
        default=None, gt=0, le=1, description="Share of the steps; null leaves it to the model"
    )


class Wish(Input):
    """A journey; everything but the stations has a default."""

    title: str = Field(default="", max_length=200)
    model: str | None = Field(default=None, max_length=200, description="For stations without one")
    shape: Literal["line", "grid"] = "line"
    stations: list[StationInput] = Field(default=[], max_length=MOST_STATIONS)
    legs: list[LegInput] = Field(default=[], max_length=MOST_STATIONS)
    loop: bool = False
    pace: Pace = "even"
    ease: Ease = "linear"
    pause_s: float = Field(default=0, ge=0, le=30)
    fps: float = Field(default=24, ge=1, le=60)
    beats: list[Annotated[float, Field(ge=0.1, le=7_200)]] = Field(
        default=[], max_length=MOST_STATIONS
    )
    route: list[Annotated[list[Unit], Field(min_length=2, max_length=2)]] = Field(
        default=[], max_length=MOST_ROUTE, description="Over a grid: places (u, v) of its square"
    )
    even_square: bool = Field(
        default=True, description="Over a grid: equal ways along u and along v change equally much"
    )
    attention: AttentionInput | None = None


class Changes(Wish):
    """What to change; what is left out stays."""


class StationView(BaseModel):
    """A station: its recipe in full, and its picture once it was made."""

    recipe: dict[str, Any]
    source: dict[str, Any]
    recipe_id: str
    image: Picture | None


class Sample(BaseModel):
    """A frame that was looked at; places run from 0 to the number of legs."""

    place: float
    recipe_id: str
    image: Picture | None


class Smoothness(BaseModel):
    """1 − Gini of how much each frame changes: 1 where all change equally."""

    before: float
    after: float


class OutlookView(BaseModel, extra="allow"):
    """What was seen: samples, how much changes from each to the next, and both at an even pace."""

    judge: str = Field(description="The model whose judge compared, or `pyramid`")
    samples: list[Sample]
    steps: list[float]
    even: list[Sample]
    change: dict[str, list[float]]
    smoothness: Smoothness
    sheet: dict[str, Any] | None
    square: dict[str, Smoothness] | None = Field(
        default=None, description="Along u and v, before and after the square was evened"
    )


class Journey(BaseModel):
    """A journey, what was seen of it, and what is under way."""

    id: str
    title: str
    shape: str
    stations: list[StationView]
    legs: list[LegInput]
    loop: bool
    pace: Pace
    ease: Ease
    pause_s: float
    fps: float
    beats: list[float]
    route: list[list[float]]
    even_square: bool
    sides: dict[str, list[float]] = Field(
        description="Where equal shares of what changes lie along the sides of an evened square"
    )
    attention: AttentionInput | None
    attention_offered: bool
    ready: bool = Field(description="There are stations enough to go somewhere")
    total_s: float
    outlook: OutlookView | None = Field(description="null until looked at, and after changes")
    seen: list[Sample] | None = Field(description="While an outlook is under way: so far")
    sheet: dict[str, Any] | None = Field(
        description="The pictures over a square, row by row: coarse while it is looked at, then finer"
    )
    schedule: dict[str, Any] | None = Field(description="Places of a preview at `fps` frames/s")
    jobs: list[Job] = Field(description="What is under way")
    films: list[dict[str, Any]] = Field(description="What was rendered, newest first")
    created_at: str
    changed_at: str


class FrameView(BaseModel):
    """One frame of the film: when, where, and the recipe that it is."""

    second: float
    place: float
    recipe_id: str
    recipe: dict[str, Any]


class FormatView(BaseModel):
    """A kind of film and whether it can be written here."""

    format: Format
    media_type: str
    available: bool
    codec: str | None
    hint: str | None


class FilmWish(Input):
    """Which film; `scale` enlarges the pictures, `keep_frames` puts them into the history."""

    format: Format = "mp4"
    fps: float | None = Field(default=None, ge=1, le=60)
    scale: int | None = Field(default=None, ge=1, le=32)
    keep_frames: bool = False
