"""Models: the embedded ones, and those that the user adds, loads, unloads and removes."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path
from pydantic import BaseModel, Field
from starlette.responses import Response

from app.deps import House
from app.fetching import KIND as FETCH
from app.jobs import view_of
from app.schemas import Input, Job, problems

router = APIRouter(prefix="/models", tags=["models"])
ModelId = Annotated[str, Path(max_length=128, description="The id of a model")]
LoraId = Annotated[str, Path(max_length=128, description="The id of a LoRA")]
Name = Annotated[str, Field(pattern="^[a-z0-9][a-z0-9-]{0,63}$")]
Place = Annotated[str, Field(min_length=1, max_length=1_000)]
_CHANGES = problems(400, 404, 409, 413, 422, 500, 503, 507)


class Wish(Input):
    """A model to add. Only safetensors are read, and no code of the model is ever run."""

    kind: Literal["folder", "file", "hub"] = Field(
        description="A diffusers folder, one .safetensors file, or a hub id (off by default)"
    )
    path: Place = Field(description="Where it lies on the server, or its hub id")
    id: Name | None = None
    title: Annotated[str, Field(max_length=120)] | None = None
    dtype: Literal["auto", "float32", "bfloat16", "float16"] | None = None
    offload: Literal["none", "model", "sequential"] | None = None
    attention: Literal["auto", "sdpa", "sliced"] | None = None
    tiny_decoder: Place | None = Field(default=None, description="A small decoder for previews")


class LoraWish(Input):
    """A LoRA (.safetensors) for a model."""

    path: Place
    id: Name | None = None
    title: Annotated[str, Field(max_length=120)] | None = None


class Origin(BaseModel):
    """Where a model comes from."""

    kind: str
    name: str | None


class Lora(BaseModel):
    """A LoRA that was added to a model."""

    id: str
    title: str | None


class Model(BaseModel):
    """A model and how it is."""

    id: str
    card: dict[str, Any] | None = Field(description="null while it cannot be opened")
    state: Literal["cold", "loading", "ready", "failed"]
    error: str | None
    bytes_needed: int | None = Field(description="An estimate, before it is loaded")
    origin: Origin
    removable: bool
    loras: list[Lora]


class Memory(BaseModel):
    """The memory of the device that models are loaded to."""

    used_bytes: int | None
    free_bytes: int | None


class Models(BaseModel):
    """Every model."""

    items: list[Model]
    memory: Memory
    hub_allowed: bool


class Weight(BaseModel):
    """What a model is and needs, before it is added."""

    card: dict[str, Any]
    fits: bool
    bytes_needed: int
    free_bytes: int = Field(description="With every idle model put away")
    going: list[str] = Field(description="Models that would have to make room")


class Removed(BaseModel):
    """What is forgotten now."""

    id: str


def _answer(shown: dict[str, Any], status: int = 200) -> Response:
    return Response(json.dumps(shown), status, media_type="application/json")


@router.get("", response_model=Models, responses=problems(503))
async def show(house: House) -> Response:
    """List the models, whether they are loaded, and what they need."""
    return _answer(await house.models.view())


@router.post("/weigh", response_model=Weight, responses=_CHANGES)
async def weigh(wish: Wish, house: House) -> Response:
    """Say what a model is, what it needs and whether that fits, without adding it."""
    return _answer(await house.models.weigh(wish.model_dump()))


@router.post(
    "",
    status_code=201,
    response_model=Model,
    responses={**_CHANGES, 202: {"model": Job, "description": "It is being fetched; a job"}},
)
async def add(wish: Wish, house: House) -> Response:
    """Add a model. It is checked first; what is refused is refused with the reason.

    One of the hub is fetched by a job, whose result names the model.
    """
    if wish.kind == "hub":
        house.models.allow("hub", wish.model_dump())
        row = await house.jobs.create(FETCH, wish.model_dump(exclude_none=True))
        return _answer(view_of(row), 202)
    return _answer(await house.models.add(wish.model_dump()), 201)


@router.delete("/{id}", response_model=Removed, responses=_CHANGES)
async def remove(id: ModelId, house: House) -> Response:
    """Forget a model that was added. Its files stay where they are."""
    await house.models.remove(id)
    return _answer({"id": id})


@router.post("/{id}/load", response_model=Model, responses=_CHANGES)
async def load(id: ModelId, house: House) -> Response:
    """Begin to read a model's weights; 507 with numbers when they do not fit."""
    return _answer(await house.models.load(id))


@router.post("/{id}/unload", response_model=Model, responses=_CHANGES)
async def unload(id: ModelId, house: House) -> Response:
    """Give a model's memory back."""
    return _answer(await house.models.unload(id))


@router.post("/{id}/loras", status_code=201, response_model=Model, responses=_CHANGES)
async def add_lora(id: ModelId, wish: LoraWish, house: House) -> Response:
    """Let a model know a LoRA, which recipes can then name with a scale."""
    return _answer(await house.models.add_lora(id, wish.model_dump()), 201)


@router.delete("/{id}/loras/{lora}", response_model=Model, responses=_CHANGES)
async def remove_lora(id: ModelId, lora: LoraId, house: House) -> Response:
    """Let a model forget a LoRA."""
    return _answer(await house.models.remove_lora(id, lora))
