"""The images call of OpenAI, so that existing programs work with only another address."""

from __future__ import annotations

import asyncio
import base64
import json
import re
import secrets
import time
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from app.deps import House, Parts
from app.openai import PREFIX, OpenAIRoute, refusals
from app.pictures import picture_of
from app.storage.tables import RenderRow
from inference.errors import InvalidInput, UnknownId
from inference.pictures import jpeg, webp_with_recipe
from inference.recipe import Recipe

WITHIN_S = 300.0
DEFAULT_MODEL = "emoji-vector"
LARGEST_SEED = 2**31 - 1
# Names that programs send out of habit; they mean "your model".
HABITS = re.compile(r"^(dall-e|gpt-image|chatgpt-image)")
SIZE = re.compile(r"^(\d{1,5})x(\d{1,5})$")
ENCODINGS: dict[str, Callable[[bytes], bytes]] = {
    "png": lambda png: png,
    "webp": webp_with_recipe,
    "jpeg": jpeg,
}


router = APIRouter(prefix="/images", tags=["openai"], route_class=OpenAIRoute)


class Wish(BaseModel):
    """What clients send. Fields that mean nothing here (quality, style, user, …) are read over."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    prompt: str = Field(max_length=32_000)
    model: str | None = Field(default=None, max_length=200, examples=["emoji-vector", "dall-e-3"])
    n: Annotated[int, Field(ge=1, le=10, strict=True)] | None = Field(default=None)
    size: str | None = Field(
        default=None, max_length=20, description="`auto` or WIDTHxHEIGHT; the nearest possible one"
    )
    response_format: Literal["url", "b64_json"] | None = None
    output_format: Literal["png", "webp", "jpeg"] | None = None
    seed: Annotated[int, Field(ge=0, le=2**53 - 1, strict=True)] | None = Field(
        default=None, description="Not of OpenAI: the first picture's seed, instead of a random one"
    )
    stream: bool | None = None


class Datum(BaseModel):
    """One picture."""

    b64_json: str | None = None
    url: str | None = None
    revised_prompt: str | None = None


class Images(BaseModel):
    """The pictures; `size` is the one that they really have."""

    created: int
    data: list[Datum]
    size: str
    output_format: str
    quality: str
    background: str


@router.post(
    "/generations",
    response_model=Images,
    responses=refusals(400, 404, 409, 410, 413, 422, 429, 500, 503, 507),
)
async def generate(wish: Wish, request: Request, house: House) -> Response:
    """Make pictures as the OpenAI call does; each also enters the history with its recipe."""
    if wish.stream:
        raise InvalidInput("partial images are not streamed here", expected="stream: false")
    card = _card(wish.model, await house.desk.models())
    width, height = _size(wish.size, card["image"])
    first = secrets.randbelow(LARGEST_SEED) if wish.seed is None else wish.seed
    recipes = [
        await house.desk.canonical(
            {"model": card["id"], "width": width, "height": height}
            | ({"prompt": wish.prompt} if card.get("uses_words", True) else {})
            | {"seed": (first + index) % 2**53}
        )
        for index in range(wish.n or 1)
    ]
    made = await asyncio.gather(*(_made(house, recipe) for recipe in recipes))
    kind = wish.output_format or "png"
    # Programs written for the older models expect addresses where they ask for nothing.
    older = (wish.model or "").startswith("dall-e")
    by_address = (wish.response_format or ("url" if older else "b64_json")) == "url"
    data = [await _datum(request, row, png, kind, by_address) for row, png in made]
    answer = {
        "created": int(time.time()),
        "data": data,
        "size": f"{width}x{height}",
        "output_format": kind,
        "quality": "auto",
        "background": "opaque",
    }
    return Response(json.dumps(answer), media_type="application/json")


async def _made(house: Parts, recipe: Recipe) -> tuple[RenderRow, bytes]:
    return await picture_of(house.desk, recipe, WITHIN_S)


async def _datum(
    request: Request, row: RenderRow, png: bytes, kind: str, by_address: bool
) -> dict[str, str]:
    if by_address:
        ending = "webp" if kind == "webp" else "png"
        return {"url": f"{request.base_url}api/v1/images/{row.image_sha256}.{ending}"}
    encoded = await asyncio.to_thread(ENCODINGS[kind], png)
    return {"b64_json": base64.b64encode(encoded).decode()}


def _card(name: str | None, models: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the card of a model: the one that is named, or ours for a name out of habit."""
    if name is not None and name in models:
        found: Mapping[str, Any] = models[name]
        return found
    if name is not None and not HABITS.match(name):
        raise UnknownId(f"the model {name[:60]!r} does not exist", expected=", ".join(models))
    default: Mapping[str, Any] = models.get(DEFAULT_MODEL) or next(iter(models.values()))
    return default


def _size(wanted: str | None, image: Mapping[str, Any]) -> tuple[int, int]:
    """Return the size nearest to what was asked for that the model can make."""
    own = int(image["width"]), int(image["height"])
    if wanted is None or wanted == "auto":
        return own
    said = SIZE.match(wanted)
    if said is None:
        raise InvalidInput(f"size: {wanted!r} is not a size", expected="auto, or WIDTHxHEIGHT")
    sizes = image.get("sizes")
    if sizes is None:
        return own
    low, high, multiple = sizes["min"], sizes["max"], sizes.get("multiple", 1)
    width, height = (
        min(max(round(int(side) / multiple) * multiple, low), high) for side in said.groups()
    )
    return width, height


__all__ = ["PREFIX", "router"]
