"""Expressions: taken apart, completed, measured, and compared with words and pictures."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, BeforeValidator, Field
from starlette.responses import JSONResponse

from app import completion, expressions
from app.deps import House
from app.schemas import Input, Listing, Picture, RecipeInput, problems
from inference.errors import InvalidExpression, UnknownId
from inference.maps.words import WordList
from inference.recipe import recipe_id

router = APIRouter(prefix="/expressions", tags=["expressions"])


def _whole(value: Any) -> Any:
    # JSON may smuggle half a surrogate pair in, which no expression can hold.
    try:
        if isinstance(value, str):
            value.encode()
    except UnicodeEncodeError as error:
        raise InvalidExpression("half a character", position=error.start) from error
    return value


Source = Annotated[
    str,
    BeforeValidator(_whole),
    Field(
        max_length=40_000,
        examples=['"king" - "man" + "woman"', "slerp(noise(1), noise(2), 0.3)"],
    ),
]
ModelId = Annotated[str, Field(max_length=200, examples=["emoji-vector"])]
PlaceName = Annotated[
    Literal["prompt", "noise"] | None,
    Field(description="What names stand for; left out, the expression itself shows it"),
]
WORDS = WordList()


class Question(Input):
    """An expression for a model; the rest of the recipe is held while its parts are shown."""

    expression: Source
    model: ModelId = "emoji-vector"
    place: PlaceName = None
    recipe: RecipeInput = Field(default_factory=dict)


class Part(BaseModel):
    """Characters [start, end): what they are, and the recipes of the pictures that show it.

    A point has one picture; a direction two, before and after it was taken.
    """

    start: int
    end: int
    depth: int
    kind: Literal["point", "direction"]
    space: str | None
    expression: str
    shows: list[dict[str, Any]]


class Apart(BaseModel):
    """An expression in its canonical form, what it is, and its parts, the whole first."""

    expression: str
    kind: Literal["point", "direction"]
    space: str | None
    place: Literal["prompt", "noise"]
    recipe: dict[str, Any] | None = Field(description="In full; null for a direction")
    id: str | None
    parts: list[Part]


@router.post("/parts", response_model=Apart, responses=problems(400, 404, 409, 413, 422, 503))
async def parts(question: Question, house: House) -> JSONResponse:
    """Take an expression apart: the type and the picture of every part of it."""
    found = await expressions.understand(
        house.desk, question.expression, question.model, question.place
    )
    recipe = None
    if found.type.kind == "point" and found.type.space in _renderable(found.card):
        wanted = expressions.recipe_with(question.recipe, question.model, found.place, found.text)
        recipe = await house.desk.canonical(wanted)
    return JSONResponse(
        {
            "expression": found.text,
            "kind": found.type.kind,
            "space": found.type.space,
            "place": found.place,
            "recipe": None if recipe is None else recipe.model_dump(mode="json"),
            "id": None if recipe is None else recipe_id(recipe),
            "parts": expressions.taken_apart(found, question.recipe),
        }
    )


def _renderable(card: Any) -> set[str]:
    return {card["spaces"][role]["id"] for role in ("prompt", "noise") if role in card["spaces"]}


class Unfinished(Input):
    """What is written so far, and where the cursor stands (a character offset)."""

    source: Source
    cursor: int = Field(ge=0, le=40_000)
    model: ModelId = "emoji-vector"


class Candidate(BaseModel, extra="allow"):
    """Something that could be written there, and what it is."""

    text: str
    kind: Literal[
        "words", "word", "function", "direction", "knob", "sign", "group", "render", "upload"
    ]
    detail: str


class Completions(BaseModel):
    """Put the text of a candidate in place of characters [start, end)."""

    start: int
    end: int
    candidates: list[Candidate]


@router.post("/complete", response_model=Completions, responses=problems(400, 404, 413, 422, 503))
async def complete(unfinished: Unfinished, house: House) -> JSONResponse:
    """Say what could be written next; what makes no sense so far has no candidates."""
    models = await house.desk.models()
    if unfinished.model not in models:
        raise UnknownId(
            f"no model called {unfinished.model[:60]!r}", expected=", ".join(sorted(models))
        )
    found = await completion.complete(
        house.desk, WORDS, unfinished.source, unfinished.cursor, models[unfinished.model]
    )
    return JSONResponse(found)


class Several(Input):
    """Some expressions for one model."""

    expressions: list[Source] = Field(min_length=1, max_length=16)
    model: ModelId = "emoji-vector"
    place: PlaceName = None


class Measured(BaseModel):
    """What an expression is, and how long."""

    expression: str
    kind: Literal["point", "direction"]
    space: str
    geometry: Literal["gaussian", "sphere", "flat"]
    dim: int
    length: float


class Measures(BaseModel):
    """Lengths, and cosines and distances pair by pair; null between spaces, and for no length."""

    items: list[Measured]
    cosines: list[list[float | None]]
    distances: list[list[float | None]]


@router.post(
    "/measure", response_model=Measures, responses=problems(400, 404, 409, 413, 422, 429, 503, 507)
)
async def measure(several: Several, house: House) -> JSONResponse:
    """Measure expressions: how long they are and how alike."""
    found = [
        await expressions.understand(house.desk, source, several.model, several.place)
        for source in several.expressions
    ]
    texts = [one.text for one in found]
    answer = await house.client.call("expression_measure", model=several.model, expressions=texts)
    items = [
        {"expression": text, **item} for text, item in zip(texts, answer["items"], strict=True)
    ]
    return JSONResponse({**answer, "items": items})


class Wish(Input):
    """An expression, and what it should be compared with."""

    expression: Source
    model: ModelId = "emoji-vector"
    place: PlaceName = None
    among: str = Field(
        default="words", max_length=128, description="words, pictures, or the id of a map"
    )
    k: int = Field(default=12, ge=1, le=100)
    language: Literal["en", "ja"] | None = Field(default=None, description="Of the words")
    recipe: RecipeInput = Field(
        default_factory=dict, description="The rest, where pictures have to be made"
    )


class Baseline(BaseModel):
    """What one of the points alone is near to."""

    name: Literal["only_b", "only_c", "only_d"]
    expression: str
    items: list[dict[str, Any]]


class Near(BaseModel):
    """The nearest words {text, language, score} or points {n, x, y, score, title, thumb, recipe}.

    `left_out` are the words of the expression itself. An answer that a baseline gives as well was
    not found by arithmetic.
    """

    expression: str
    kind: Literal["point", "direction"]
    space: str | None
    among: str
    items: list[dict[str, Any]]
    baselines: list[Baseline]
    left_out: list[str]


@router.post(
    "/nearest",
    response_model=Near,
    responses=problems(400, 404, 409, 410, 413, 422, 429, 500, 503, 507),
)
async def nearest(wish: Wish, house: House) -> JSONResponse:
    """Find the words or pictures that are nearest to an expression, and to its points alone."""
    found = await expressions.understand(house.desk, wish.expression, wish.model, wish.place)
    near = expressions.Neighbourhood(house.client, house.desk, house.maps)
    if wish.among == "words":
        return JSONResponse(await near.words(found, wish.k, wish.language))
    map = near.map_of(wish.among, wish.model)
    return JSONResponse(await near.pictures(found, map, wish.k, wish.recipe))


class Used(BaseModel):
    """An expression that a kept picture was made with."""

    expression: str
    place: Literal["prompt", "noise"]
    model: str
    render_id: str
    image: Picture | None
    recipe: dict[str, Any]
    created_at: str


@router.get("", response_model=Listing[Used], responses=problems(422))
async def lately(
    house: House,
    model: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
) -> JSONResponse:
    """List the expressions of kept pictures, newest first, each once; plain words are left out."""
    items = await expressions.lately(house.desk, model, limit)
    return JSONResponse({"items": items, "next": None})
