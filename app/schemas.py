"""What goes over the wire, for OpenAPI and for validation; strict, and nothing extra."""

from __future__ import annotations

from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from app.errors import MEDIA_TYPE
from inference.errors import InvalidInput

RECIPE_EXAMPLE = {"model": "emoji-vector", "prompt": "smiling cat", "seed": 7}
T = TypeVar("T")


def _sayable(value: dict[str, Any]) -> dict[str, Any]:
    # JSON may smuggle half a surrogate pair in, which no file and no hash can take.
    try:
        str(value).encode()
    except UnicodeEncodeError as error:
        raise InvalidInput("the recipe holds half a character", position=error.start) from error
    except RecursionError as error:
        raise InvalidInput("the recipe is nested too deeply") from error
    return value


RecipeInput = Annotated[
    dict[str, Any],
    AfterValidator(_sayable),
    Field(description="A recipe; only the model is required", examples=[RECIPE_EXAMPLE]),
]
State = Literal["queued", "running", "done", "failed", "cancelled"]


def folder_name(said: str | None) -> str | None:
    """Return the name of a folder with single spaces; None for none. Raises `InvalidInput`."""
    name = " ".join((said or "").split())
    if not name.isprintable():
        raise InvalidInput("a folder has a readable name", expected="letters and spaces")
    return name or None


class Input(BaseModel):
    """The base of every request body."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class FixOfExpression(BaseModel):
    """What to write in place of characters [start, end) of an expression."""

    start: int
    end: int
    text: str


class Problem(BaseModel):
    """An error (RFC 9457), in the reader's words."""

    type: str = Field(examples=["urn:rashin:problem:invalid_expression"])
    title: str
    status: int
    detail: str
    code: str
    position: int | None = Field(default=None, description="Character offset in an expression")
    expected: str | None = None
    hint: str | None = None
    fix: FixOfExpression | None = None
    retry_after_s: int | None = None


class Progress(BaseModel):
    """How many steps of how many."""

    step: int
    steps: int


class Picture(BaseModel):
    """Where a picture is."""

    url: str
    sha256: str
    width: int
    height: int


class Render(BaseModel):
    """A render, finished or on its way."""

    id: str = Field(description="The id of the recipe")
    recipe_id: str
    state: State
    progress: Progress
    image: Picture | None
    recipe: dict[str, Any]
    timings: dict[str, float] | None
    environment: dict[str, Any] | None = Field(description="Versions and device that made it")
    starred: bool
    folder: str | None
    deleted: bool = Field(description="In the trash; `PATCH` with false takes it out again")
    created_at: str = Field(description="ISO 8601, UTC")
    error: Problem | None = None


class Uploaded(BaseModel):
    """An uploaded picture after re-encoding, and the recipe that it carried."""

    sha256: str
    url: str
    width: int
    height: int
    recipe: dict[str, Any] | None = None


class Job(BaseModel):
    """A long act."""

    id: str
    kind: str
    about: str | None = Field(description="The id of what is built or laid out, where it has one")
    state: State
    progress: float = Field(ge=0, le=1)
    stage: str
    eta_s: float | None
    result: dict[str, Any] | None
    error: Problem | None
    created_at: str


class Listing(BaseModel, Generic[T]):
    """A page of a list; `next` is the cursor of the following page."""

    items: list[T]
    next: str | None = None


_SAYS = {
    400: "The body cannot be read",
    401: "The token is missing or wrong (only where one is set)",
    403: "Wrong Host or Origin",
    404: "Nothing has that id",
    409: "It exists, but not like that",
    410: "The stored picture was damaged and has been set aside",
    413: "Larger than the limit",
    422: "A value cannot be used",
    429: "Too much is waiting; see Retry-After",
    500: "The model or the server failed at it",
    503: "No worker answers at the moment; see Retry-After",
    507: "The disk or the memory is full",
}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the OpenAPI responses for these errors and the ones that every call can give."""
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        status: {"description": _SAYS[status], "content": {MEDIA_TYPE: {"schema": schema}}}
        for status in sorted({401, 403, *statuses})
    }
