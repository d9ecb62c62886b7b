"""A picture is a function of its recipe: one JSON value says everything, and its hash is its id.

People write little: {"model": "emoji-vector", "prompt": "smiling cat", "seed": 7}. `normalise`
writes out the rest from the model's card, and prints expressions in their canonical form.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from inference.errors import Conflict, InvalidInput, UnknownId
from inference.expressions.grammar import LARGEST_SEED, LONGEST_PROMPT, parse, quote, write
from inference.expressions.types import check, point_of

ModelCard = Mapping[str, Any]
DECIMALS = 6
FIELDS = "model, prompt or conditioning, seed or noise, steps, sampler, guidance_scale, steering"


class Steering(BaseModel):
    """One direction that the model ships, and how far to lean along it."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)

    direction: str
    scale: float


class Recipe(BaseModel):
    """Everything that decides the bytes of a picture. Build it with `normalise`.

    `weights` are the first 16 hex digits of the SHA-256 over the checkpoint's file hashes;
    `conditioning` is an expression over words ("" where there are none), `noise` one over noises.
    """

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)

    model: str
    weights: Annotated[str, Field(pattern="^[0-9a-f]{16}$")]
    conditioning: str
    noise: str
    steps: Annotated[int, Field(ge=1)]
    sampler: str
    guidance_scale: float
    steering: tuple[Steering, ...]
    width: Annotated[int, Field(ge=1)]
    height: Annotated[int, Field(ge=1)]
    format: Literal["png"]


def normalise(data: Mapping[str, Any], models: Mapping[str, ModelCard]) -> Recipe:
    """Turn what a person or a file said into a complete recipe.

    Raises `UnknownId`, `InvalidInput`, `InvalidExpression`, `WrongSpace`, or `Conflict` when the
    recipe was made with other weights than the installed ones.
    """
    if not isinstance(data, Mapping):
        raise InvalidInput("a recipe is a JSON object", expected=FIELDS)
    _refuse_unknown(data)
    card = _card(data.get("model"), models)
    weights = data.get("weights", card["weights"])
    if weights != card["weights"]:
        raise Conflict(
            f"this recipe was made with weights {str(weights)[:16]} of {card['id']}",
            expected=f"weights {card['weights']}, which are installed here",
            hint="leave `weights` out to use the installed ones",
        )
    image = card["image"]
    return _build(
        {
            "model": card["id"],
            "weights": weights,
            "conditioning": _conditioning(data, card),
            "noise": _noise(data, card),
            "steps": _one_of("steps", data, _steps(card)),
            "sampler": _one_of("sampler", data, _samplers(card)),
            "guidance_scale": _guidance(data, card),
            "steering": _steering(data.get("steering", ()), card),
            "width": _one_of("width", data, ([image["width"]], image["width"])),
            "height": _one_of("height", data, ([image["height"]], image["height"])),
            "format": _one_of("format", data, (["png"], "png")),
        }
    )


def canonical_json(recipe: Recipe) -> str:
    """Return the one way to write a recipe: sorted keys, no spaces, at most six decimals."""
    return json.dumps(
        recipe.model_dump(mode="json"), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )


def recipe_id(recipe: Recipe) -> str:
    """Return the 32 hex digits that name a recipe, and its picture."""
    return hashlib.sha256(canonical_json(recipe).encode()).hexdigest()[:32]


def _build(fields: dict[str, Any]) -> Recipe:
    try:
        return Recipe(**fields)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise InvalidInput(f"{name}: {first['msg'].lower()}", expected=FIELDS) from error


def _refuse_unknown(data: Mapping[str, Any]) -> None:
    known = {*Recipe.model_fields, "prompt", "seed"}
    for name in data:
        if name not in known:
            raise InvalidInput(f"a recipe has no field {str(name)[:60]!r}", expected=FIELDS)
    for sugar, full in (("prompt", "conditioning"), ("seed", "noise")):
        if sugar in data and full in data:
            raise InvalidInput(
                f"{sugar} and {full} say the same thing", expected="one of them, not both"
            )


def _card(id: Any, models: Mapping[str, ModelCard]) -> ModelCard:
    if not isinstance(id, str):
        raise InvalidInput("a recipe needs a model", expected=", ".join(sorted(models)))
    if id not in models:
        raise UnknownId(f"no model called {id[:60]!r}", expected=", ".join(sorted(models)))
    return models[id]


def _conditioning(data: Mapping[str, Any], card: ModelCard) -> str:
    uses_words = card.get("uses_words", "prompt" in card["spaces"])
    name = "prompt" if "prompt" in data else "conditioning"
    given = data.get(name, "")
    if not isinstance(given, str):
        raise InvalidInput(f"{name} is not a string", expected="words")
    if not uses_words:
        if given.strip():
            raise InvalidInput(f"{card['id']} takes no words", expected="no prompt")
        return ""
    if name == "prompt":
        if len(given) > LONGEST_PROMPT:
            raise InvalidInput(
                f"a prompt of {len(given)} characters is too long",
                expected=f"at most {LONGEST_PROMPT} characters",
            )
        given = quote(given) if _is_text(given) else ""
    if not given.strip():
        given = '""'
    checked = check(parse(given), card)
    point_of(checked.type, card["spaces"]["prompt"]["id"], "conditioning")
    return write(checked.node)


def _is_text(words: str) -> bool:
    try:
        words.encode()
    except UnicodeEncodeError as error:
        raise InvalidInput("the prompt holds half of a character", expected="whole text") from error
    return True


def _noise(data: Mapping[str, Any], card: ModelCard) -> str:
    if "noise" in data:
        given = data["noise"]
        if not isinstance(given, str):
            raise InvalidInput("noise is not a string", expected='an expression such as "noise(7)"')
    else:
        seed = data.get("seed", 0)
        if not isinstance(seed, int) or isinstance(seed, bool) or not 0 <= seed <= LARGEST_SEED:
            raise InvalidInput(
                f"{str(seed)[:40]!r} is not a seed",
                expected=f"a whole number from 0 to {LARGEST_SEED}",
            )
        given = f"noise({seed})"
    checked = check(parse(given), card)
    point_of(checked.type, card["spaces"]["noise"]["id"], "noise")
    return write(checked.node)


def _steps(card: ModelCard) -> tuple[list[int], int]:
    steps = card.get("steps") or {"choices": [1], "default": 1}
    return steps["choices"], steps["default"]


def _samplers(card: ModelCard) -> tuple[list[str], str]:
    samplers = card.get("samplers") or ["direct"]
    return samplers, samplers[0]


def _one_of(name: str, data: Mapping[str, Any], choice: tuple[list[Any], Any]) -> Any:
    choices, default = choice
    given = data.get(name, default)
    # True == 1 and 1.0 == 1 in Python, but not in a recipe.
    if isinstance(given, bool) or given not in choices or type(given) is not type(default):
        raise InvalidInput(
            f"{name}: {str(given)[:40]!r} is not possible here",
            expected=" or ".join(str(one) for one in choices),
        )
    return given


def _number(name: str, value: Any, low: float, high: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise InvalidInput(
            f"{name}: {str(value)[:40]} is out of range", expected=f"a number from {low} to {high}"
        )
    return round(float(value), DECIMALS) + 0.0  # no minus zero


def _guidance(data: Mapping[str, Any], card: ModelCard) -> float:
    limits = card.get("guidance_scale") or {"min": 1.0, "max": 1.0, "default": 1.0}
    given = data.get("guidance_scale", limits["default"])
    return _number("guidance_scale", given, limits["min"], limits["max"])


def _steering(terms: Any, card: ModelCard) -> tuple[Steering, ...]:
    known = {direction["id"]: direction for direction in card.get("directions", [])}
    if not isinstance(terms, list | tuple):
        raise InvalidInput("steering is not a list", expected='[{"direction": …, "scale": …}]')
    found: dict[str, Steering] = {}
    for term in terms:
        fields = term.model_dump() if isinstance(term, Steering) else term
        if not isinstance(fields, Mapping) or set(fields) != {"direction", "scale"}:
            raise InvalidInput("a steering term is wrong", expected='{"direction": …, "scale": …}')
        id = fields["direction"]
        if not isinstance(id, str) or id not in known:
            raise UnknownId(
                f"{card['id']} has no direction called {str(id)[:60]!r}",
                expected=", ".join(known) or "none",
            )
        if id in found:
            raise InvalidInput(f"steering: {id} is there twice", expected="each direction once")
        limits = known[id]
        scale = _number(f"steering {id}", fields["scale"], limits["min"], limits["max"])
        found[id] = Steering(direction=id, scale=scale)
    # Scale 0 changes nothing, and terms commute: one spelling for both.
    return tuple(found[id] for id in sorted(found) if found[id].scale != 0)
