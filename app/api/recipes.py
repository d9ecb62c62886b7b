"""Recipes written out in full, or the place of the mistake."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path
from pydantic import BaseModel, Field, model_validator
from starlette.responses import JSONResponse

from app.deps import House, Parts
from app.expressions import recipe_with, understand
from app.jobs import view_of
from app.schemas import Input, Job, RecipeInput, problems
from inference.expressions.grammar import parse
from inference.expressions.types import check
from inference.recipe import recipe_id

router = APIRouter(prefix="/recipes", tags=["recipes"])
RecipeId = Annotated[str, Path(max_length=128, description="The id of a recipe that was rendered")]


class Question(Input):
    """A recipe, or an expression and the model that it is for."""

    recipe: RecipeInput | None = None
    expression: str | None = Field(
        default=None, max_length=20_000, examples=['"king" - "man" + "woman"']
    )
    model: str | None = Field(default=None, max_length=200, examples=["emoji-vector"])

    @model_validator(mode="after")
    def _one_question(self) -> Question:
        if (self.recipe is None) == (self.expression is None):
            raise ValueError("give either recipe, or expression and model")
        if (self.expression is None) != (self.model is None):
            raise ValueError("expression and model belong together")
        return self


class Part(BaseModel):
    """A part of an expression: characters [start, end), what it is, and in which space."""

    expression: str
    start: int
    end: int
    kind: str
    space: str | None


class Normal(BaseModel):
    """A recipe in full, its id, and the type of every part of its expressions."""

    recipe: dict[str, Any]
    id: str
    types: list[Part]


@router.post("/normalise", response_model=Normal, responses=problems(400, 404, 409, 413, 422, 503))
async def normalise(question: Question, house: House) -> JSONResponse:
    """Write a recipe out in full; equal pictures have equal recipes."""
    given = question.recipe
    if given is None:
        given = await _recipe_for(question, house)
    recipe = await house.desk.canonical(given)
    models = await house.desk.models()
    sources = {"conditioning": recipe.conditioning, "noise": recipe.noise}
    types = [
        {"expression": name, **part}
        for name, source in sources.items()
        if source
        for part in check(parse(source), models[recipe.model]).parts
    ]
    answer = {"recipe": recipe.model_dump(mode="json"), "id": recipe_id(recipe), "types": types}
    return JSONResponse(answer)


@router.post(
    "/{id}/verify",
    status_code=202,
    response_model=Job,
    responses=problems(404, 409, 422, 429, 507),
)
async def verify(id: RecipeId, house: House) -> JSONResponse:
    """Make a picture once more and compare: identical, perceptually identical, or different and why.

    The result of the job is `{verdict, score, psnr_db, reasons, environment: {then, now}}`; the
    score is the structural similarity, 1 for equal pictures.
    """
    row = await house.verifier.refuse(id)
    job = await house.jobs.create("verify", {"id": row.id})
    headers = {"Location": f"/api/v1/jobs/{job.id}"}
    return JSONResponse(view_of(job), 202, headers=headers)


async def _recipe_for(question: Question, house: Parts) -> dict[str, Any]:
    """Put an expression where it belongs: among the words, or in the place of the noise."""
    found = await understand(house.desk, str(question.expression), str(question.model))
    return recipe_with({}, str(question.model), found.place, found.text)
